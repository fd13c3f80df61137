import { isFigure } from '../text/figures.ts';
import { daysInMonth } from './civil.ts';
import type { DateFault } from './expression.ts';
import { FIGURES, matchAt, numeral, opened, skipBlanks, skipFigures } from './glyphs.ts';

/** What stands behind a year: a month with its day or part, or the part of the month alone. */
export interface MonthPart {
  readonly end: number;
  readonly month?: number;
  readonly day?: number;
  readonly portion?: 'first' | 'middle' | 'last' | 1 | 2 | 3 | 4 | 5;
  readonly unit: 'day' | 'week' | 'xun' | 'month';
  readonly approximate: boolean;
  /** The second side of a pair written with one mark: 4―6月, 7月上、中旬, 3月10—15日. */
  readonly second?: MonthPart & { readonly start: number };
  readonly fault?: PartFault;
}

/** A slip in a part; `correction` replaces what stands from `at` to the end of the part. */
export interface PartFault {
  readonly kind: DateFault['kind'];
  readonly at: number;
  readonly correction?: string;
}

/** 元月 is January; behind an amount 元 is money (每户500元月底前付清). */
const HAN_MONTH = '十[一二]?|[一二三四五六七八九]|(?<![\\d百千万亿])元';
const HAN_DAY = '[一二三]?十[一二三四五六七八九]?|廿[一二三四五六七八九]?|卅一?|[一二三四五六七八九]';
const NOT_MONTH = '(?![龄均薪嫂饼球租色光子供利息票嫁经牙岁])';
const HAN_FIGURES = '一二三四五六七八九十';
/** 十三月 is no month at all, and not 三月. */
const MONTH = opened(
  `${FIGURES}${HAN_FIGURES}元`,
  new RegExp(`(\\d{1,2}|(?<!十)(?:${HAN_MONTH})) {0,3}月${NOT_MONTH}(?: ?份(?!额|量))?`, 'y'),
);
const MONTHS = opened(
  `${FIGURES}${HAN_FIGURES}元`,
  new RegExp(
    `(\\d{1,2}|${HAN_MONTH}) {0,2}(、|-{1,4}|~{1,2}|至|到|和|及) {0,2}(?=(\\d{1,2}|${HAN_MONTH}) {0,3}月${NOT_MONTH})`,
    'y',
  ),
);
const DAY = opened(
  `${FIGURES}${HAN_FIGURES}廿卅`,
  new RegExp(` {0,3}(\\d{1,2}|${HAN_DAY}) {0,3}(?:日|号(?![楼文令线院机]|召(?!开)))`, 'y'),
);
const DAYS = opened(
  FIGURES,
  new RegExp(
    ` {0,3}(\\d{1,2})(?:、\\d{1,2}){0,5} {0,2}(?:、|-{1,4}|~{1,2}|至|到|和|及) {0,2}(\\d{1,2}|${HAN_DAY}) {0,2}(?:日|号(?![楼文令线院机]|召(?!开)))`,
    'y',
  ),
);
/** 7月10前, 7月10至7月15日, 7月10（周五）, （7月1日至7月10）: a number that can only be a day. */
const DAY_WITHOUT_MARK = opened(
  FIGURES,
  / {0,2}(\d{1,2})(?= {0,2}(?:(?:之|以)?前|[上下中]午|[早晚](?![稻报期婚])|凌晨|(?:至|到|-{1,4}|~) {0,2}(?:\d{1,2} {0,2}月|20\d\d {0,2}年)|\( {0,2}(?:星期|周)[一二三四五六日天]|\)|$))/y,
);
const XUN = opened('上中下', / {0,3}([上中下])(?:、?([中下])|旬、([中下]))?旬/y);
const EDGE = opened(
  '初底末中',
  / {0,2}(?:(初(?![一二三]|[四五六七八九十](?![个名户家项])|中(?!旬)|步|级|审|稿|选|评|赛|始|试|查|心|衷|任|犯|显|见))|(底(?![线数稿册气蕴色座层部子片]))|(末(?![梢端尾位班]))|(中(?=$|[ ,。;；、)）:.~-]|至|到|前|之前|以前|开始|起|完成|召开|结束)))/y,
);
const WEEK = opened('的第首', / {0,2}的?(?:第([一二三四五1-5])个?|首个?)(?:周(?![年岁期边])|星期|礼拜)/y);
const MONTHLESS = opened(FIGURES, / {0,2}(\d{1,2}) {0,2}(?:([上中下])旬)/y);
const MONTHLESS_EDGE = opened(
  FIGURES,
  / {0,2}(\d{1,2}) {0,2}(?:(初(?![一二三中步级审稿选评赛始试]))|(底(?![线数稿册]))|(末))(?=$|[ ,。;；、)）至到前~-]|之前|以前|完成|结束|开始)/y,
);

const THIRD: Readonly<Record<string, 'first' | 'middle' | 'last'>> = { 上: 'first', 中: 'middle', 下: 'last' };

/**
 * Reads what may follow a year, or stand without one: 10月, 10月份, 10月12日, 9月初, 7月上、中旬, 4―6月,
 * 9月第二周 – and the slips 12上旬, 7月10前, 13月, 4月31日.
 * @param year decides on 2月29日; undefined lets it pass
 * @param listed a number before 、 may be the number of an item (2、3月底前): pairs with 、 are not read
 */
export function readMonth(
  text: string,
  at: number,
  year: number | undefined,
  listed: boolean,
): (MonthPart & { readonly start: number }) | undefined {
  if (isFigure(text.charCodeAt(at))) {
    // Nearly every number stands before 月 itself, or is none of a month.
    const next = text.charAt(skipBlanks(text, skipFigures(text, at)));
    if (next === '月') return readOneMonth(text, at, year);
    if (!BEHIND_MONTH.includes(next)) return undefined;
  }
  const pair = MONTHS(text, at);
  if (pair) {
    const first = monthOf(pair[1] ?? '');
    const second = monthOf(pair[3] ?? '');
    const enumerated = pair[2] === '、';
    if (isMonth(first) && isMonth(second) && !(enumerated && (listed || second !== first + 1))) {
      const rest = readOneMonth(text, at + pair[0].length, year);
      if (rest && !rest.fault) {
        const month = { start: at, month: first, unit: 'month', approximate: false } as const;
        return { ...month, end: rest.end, second: rest };
      }
    }
    if (enumerated) return undefined;
  }
  return readOneMonth(text, at, year) ?? readMonthless(text, at, year);
}

/** What may stand behind the number of a month that has no 月 of its own: 4―6月, 12上旬. */
const BEHIND_MONTH = '、-~至到和及上中下初底末';

const monthOf = (written: string): number => (written === '元' ? 1 : numeral(written));

function isMonth(value: number): boolean {
  return value >= 1 && value <= 12;
}

function readOneMonth(
  text: string,
  at: number,
  year: number | undefined,
): (MonthPart & { readonly start: number }) | undefined {
  const head = MONTH(text, at);
  if (!head) return undefined;
  const written = head[1] ?? '';
  const month = monthOf(written);
  const end = at + head[0].length;
  if (!isMonth(month)) {
    const day = DAY(text, end);
    const fault = { kind: 'impossible-month', at } as const;
    return { start: at, end: day ? end + day[0].length : end, unit: 'month', approximate: false, fault };
  }
  const part = readMonthRest(text, end, month, year) ?? { end, unit: 'month', approximate: false };
  return { start: at, month, ...part };
}

/**
 * Reads a day or a part of a month behind 月, 每月 or a connector: 12日, 上旬, 底, 第一周.
 * @param month of the day, when known: decides whether the day exists
 */
export function readMonthRest(
  text: string,
  at: number,
  month: number | undefined,
  year: number | undefined,
): MonthPart | undefined {
  return (
    readDay(text, at, month, year) ??
    readDays(text, at, month, year) ??
    (month === undefined ? undefined : readUnmarkedDay(text, at)) ??
    readThird(text, at) ??
    readWeek(text, at)
  );
}

function readDays(
  text: string,
  at: number,
  month: number | undefined,
  year: number | undefined,
): MonthPart | undefined {
  const match = DAYS(text, at);
  if (!match) return undefined;
  const day = Number(match[1]);
  const last = numeral(match[2] ?? '');
  if (day < 1 || day > 31) return undefined;
  const end = at + match[0].length;
  const start = at + match[0].lastIndexOf(match[2] ?? '');
  const fault = dayFault(last, month, year, match[2] ?? '', start);
  const second = { start, end, day: last, unit: 'day', approximate: false } as const;
  const shared = { end, day, unit: 'day', approximate: false, second } as const;
  return fault ? { ...shared, fault } : shared;
}

function readDay(text: string, at: number, month: number | undefined, year: number | undefined): MonthPart | undefined {
  const match = DAY(text, at);
  if (!match) return undefined;
  const day = numeral(match[1] ?? '');
  const fault = dayFault(day, month, year, match[1] ?? '', skipBlanks(text, at));
  const part = { end: at + match[0].length, day, unit: 'day', approximate: false } as const;
  return fault ? { ...part, fault } : part;
}

function readUnmarkedDay(text: string, at: number): MonthPart | undefined {
  const bare = DAY_WITHOUT_MARK(text, at);
  const day = Number(bare?.[1]);
  if (!bare || day < 1 || day > 31) return undefined;
  const end = at + bare[0].length;
  const fault = { kind: 'missing-day-mark', at: skipBlanks(text, at), correction: `${bare[1]}日` } as const;
  return { end, day, unit: 'day', approximate: false, fault };
}

/** Days that no month, or not this one, has. The last day of the month is what was meant, nearly always. */
function dayFault(
  day: number,
  month: number | undefined,
  year: number | undefined,
  written: string,
  at: number,
): PartFault | undefined {
  // Year 0 is a leap year: 2月29日 is possible as long as the year is not known.
  const last = month === undefined ? 31 : daysInMonth(year ?? 0, month);
  if (day >= 1 && day <= last) return undefined;
  const kind = 'impossible-day';
  if (day < 1 || day > 31) return { kind, at };
  if (month === 2 && year === undefined) return { kind, at, correction: '底' };
  return { kind, at, correction: /\d/.test(written) ? `${last}日` : `${hanDay(last)}日` };
}

function hanDay(day: number): string {
  return { 28: '二十八', 29: '二十九', 30: '三十' }[day] ?? '三十一';
}

function readThird(text: string, at: number): MonthPart | undefined {
  const xun = XUN(text, at);
  if (xun) {
    const end = at + xun[0].length;
    const portion = THIRD[xun[1] ?? ''] ?? 'first';
    const to = THIRD[xun[2] ?? xun[3] ?? ''];
    const first = { end, portion, unit: 'xun', approximate: false } as const;
    return to ? { ...first, second: { start: end - 2, end, portion: to, unit: 'xun', approximate: false } } : first;
  }
  const edge = EDGE(text, at);
  if (!edge) return undefined;
  const portion = edge[1] ? 'first' : edge[4] ? 'middle' : 'last';
  return { end: at + edge[0].length, portion, unit: 'xun', approximate: true };
}

function readWeek(text: string, at: number): MonthPart | undefined {
  const match = WEEK(text, at);
  if (!match) return undefined;
  const week = match[1] ? numeral(match[1]) : 1;
  const portion = week === 2 ? 2 : week === 3 ? 3 : week === 4 ? 4 : week === 5 ? 5 : 1;
  return { end: at + match[0].length, portion, unit: 'week', approximate: true };
}

const END_BEFORE = /\d{1,2}底(?:之|以)?前/y;

function endBefore(text: string, at: number): boolean {
  return !/[第\d.A-Za-z]/.test(text.charAt(at - 1)) && matchAt(END_BEFORE, text, at) !== null;
}

/** 2009年12上旬, 12中旬, 2009年12底, 6底前: the sign 月 is missing. */
function readMonthless(
  text: string,
  at: number,
  year: number | undefined,
): (MonthPart & { readonly start: number }) | undefined {
  const xun = MONTHLESS(text, at);
  // Without a year only 6底前 tells a month.
  const edge = xun || (year === undefined && !endBefore(text, at)) ? null : MONTHLESS_EDGE(text, at);
  const match = xun ?? edge;
  const month = Number(match?.[1]);
  if (!match || !isMonth(month)) return undefined;
  const portion = xun ? (THIRD[xun[2] ?? ''] ?? 'first') : edge?.[2] ? 'first' : 'last';
  const end = at + match[0].length;
  const numberEnd = at + match[0].indexOf(match[1] ?? '') + (match[1] ?? '').length;
  const start = skipBlanks(text, at);
  const correction = `${match[1]}月${text.slice(numberEnd, end).trim()}`;
  const fault = { kind: 'missing-month-mark', at: start, correction } as const;
  return { start, end, month, portion, unit: 'xun', approximate: !xun, fault };
}
