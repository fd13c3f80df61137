import { isFigure } from '../text/figures.ts';
import { daysInMonth } from './civil.ts';
import { skipFigures } from './glyphs.ts';
import type { MonthPart } from './month.ts';

/** A month and a day whose figures stand together. */
type Glued = MonthPart & { readonly start: number };

/**
 * 615日 for 6月15日: the mark of the month was lost, and the figures of month and day came to stand together. 115日历天 are so
 * many days.
 * @param year where one stands in front of them: 2025年615日 can be nothing else, nor can 2025年15日
 */
export function readGluedDay(text: string, at: number, year: number | undefined): Glued | undefined {
  if (!isFigure(text.charCodeAt(at))) return undefined;
  const end = skipFigures(text, at);
  if (end - at < (year === undefined ? 2 : 1) || end - at > 4 || text[end] !== '日' || text[end + 1] === '历')
    return undefined;
  const figures = text.slice(at, end);
  const [only, other] = readingsOf(figures, year);
  // 2025年100日攻坚行动: no day of any month; without a year 15日 is a day of the month.
  if (!only && (year === undefined || Number(figures) > 31)) return undefined;
  const slip = { start: at, end: end + 1, approximate: false } as const;
  const kind = 'missing-month-mark';
  if (!only || other) return { ...slip, unit: 'month', fault: { kind, at } };
  const correction = `${only.month}月${only.day}日`;
  return { ...slip, month: Number(only.month), day: Number(only.day), unit: 'day', fault: { kind, at, correction } };
}

/** The ways to part figures into a month and a day: one for 615, two for 111, none for 365 and for 15, which may be both. */
function readingsOf(figures: string, year: number | undefined) {
  if (figures.length < 3 && Number(figures) <= 31) return [];
  const all = [1, 2].flatMap((cut) => {
    const month = figures.slice(0, cut);
    const day = figures.slice(cut);
    const last = Number(month) >= 1 && Number(month) <= 12 ? daysInMonth(year ?? 0, Number(month)) : 0;
    return day.length > 0 && day.length < 3 && Number(day) >= 1 && Number(day) <= last ? [{ month, day }] : [];
  });
  // 101日 is 10月1日 rather than 1月01日.
  const plain = all.filter(({ month, day }) => !month.startsWith('0') && !day.startsWith('0'));
  return plain.length > 0 ? plain : all;
}

/** What counts days and sets none: so long after, before or within something. */
const counted =
  /(?:[年月第每约满达共超逾近]|[少低短多早晚迟大小等]于|提前|之日|满|届满|期满|到期|(?:开始|召开|举行|举办|开展|实施|开工|施工|开考|开赛|开幕|开班|启动|投票|选举|报名|出发)(?:之日)?(?:的|前)?) ?$/;
const opensClause = /(?:^|[，,。.；;、:|(]|[于在应须要将并]|时限|日期) ?$/;
const opensSentence = /(?:^|[。；;]|\d\. ?) ?$/;
const from = /(?:自|从|于) ?$/;
const until = /截[至止](?:到|至|为|于)? ?$/;
const on = /于 ?$/;
const before = /^ ?(?:下班)?(?:之|以)?前(?!期|后|往|来|去|夕|提|列)/;
const weekday = /^ ?\( ?(?:星期|周)[一二三四五六日天]/;
const hour = /^ {0,2}(?:\(? ?(?:上午|下午|晚上|早上|中午|凌晨)|\d{1,2}(?::\d\d|时(?!间)|点))/;
const goesOn = /^ {0,2}(?:至|到|-{1,2}|~|、) {0,2}(?:20\d\d年)?\d{1,2}(月|日)/;
const within = /^ ?(?:的|时间)?(?:之|以)?(?:内|后|上(?!午)|下(?![班午])|左右)/;

/** Round lengths up to here are set in days. */
const LONGEST = 130;

/**
 * Whether figures in front of 日 without a year tell a day, by what stands around them: 613日前, 自48日起, 1022日（星期三）.
 * Lengths that could be parted are mostly round and not long (公示120日, 届满45日前): such a one has to open its clause.
 */
export function isToldAsDay(text: string, { start, end }: Glued): boolean {
  const head = text.slice(Math.max(0, start - 10), start);
  const behind = text.slice(end, end + 12);
  if (counted.test(head) || within.test(behind)) return false;
  const figures = end - start - 1;
  // 于45日前告知: so long before it.
  const isRound = Number(text.slice(start, end - 1)) <= LONGEST && '05'.includes(text.charAt(end - 2));
  if (weekday.test(behind) || until.test(head)) return true;
  if (hour.test(behind)) return figures > 2 || opensClause.test(head);
  const next = goesOn.exec(behind);
  if (next) return next[1] === '月' || (figures > 2 && !isRound);
  if (before.test(behind))
    return !isRound ? figures > 2 || opensClause.test(head) : figures > 2 && opensClause.test(head);
  if (/^(?:起(?!草)|开始)/.test(behind)) return from.test(head) || (figures > 2 && opensClause.test(head));
  return figures > 2 && !isRound && (on.test(head) || (behind !== '' && opensSentence.test(head)));
}
