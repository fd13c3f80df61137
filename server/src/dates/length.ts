import type { Amount, Anchor, DatePoint } from './expression.ts';
import { matchAt, numeral, opened, skipBlanks, skipFigures } from './glyphs.ts';
import { type Draft, readRange } from './window.ts';

const HAN = '[一二三四五六七八九]?十[一二三四五六七八九]?|[一二两三四五六七八九]';
const COUNT = `\\d{1,4}(?:\\.\\d)?|${HAN}|半`;
const LENGTH = new RegExp(
  `(${COUNT})(?: ?(?:-{1,2}|~|至|到|、) ?(\\d{1,4}(?:\\.\\d)?|${HAN}))? ?(个多|个半|个|多个|多|来个)? ?(工作日|日历日|自然日|天半|天|日|周半|周|星期|礼拜|月|季度|年半|年|小时|钟头)`,
  'y',
);
const ADJACENT = opened('一二三四五六七八九', /([一二三四五六七八九])([一二三四五六七八九])个?(天|周|个月)/y);

/** Not a length: 三周年, 两天头, 一年级, 三年行动 … are names or other measures. */
const NOT_AFTER = /^(?:[年岁边期密围游]|级|龄|代|生|均|薪|制|一遍)/;
const ABOUT = opened('左上前许', / {0,2}(?:左右|上下|前后|许)/y);
const AT_LEAST = opened('及以', / {0,2}(?:及?以上)/y);
const WITHIN = opened('的时之以内', / {0,2}(?:的?时间)?(?:[之以])?内(?!容|部|设|涵|外|控|参)/y);
const AT_MOST = opened('以', / {0,2}以下/y);

const LEAST_BEFORE = /(?:不(?:得|能|应)?(?:少于|低于|短于)|至少|最少|满) {0,2}$/;
const MOST_BEFORE = /(?:不(?:得|能|应)?(?:超过|多于|长于)|不大于|至多|最多|最长) {0,2}$/;
const ABOUT_BEFORE = /(?:大约|大概|约为|约|近) {0,2}$/;
/** Words that make N日, N年 and N月 lengths: they are not repeated in the raw text. */
const CUE_BEFORE =
  /(?:为期|历时|历经|用时|耗时|时长|时间|(?:公示|试用|实施|服务|任|工|周|限|有效|整改|培训|学制)期?限?|公示|连续|用|利用|安排|集中|期限|时限|持续)(?:为|是|:|共|达)? {0,2}$/;

/** The last signs of what makes a length of a number behind it; nearly no date has one of them in front. */
const CUES = new Set('于少满过多长约概为近期历经用时间示施务任工周限效改训制续排集中是:共达');

/** A length found at an index. */
interface LengthReading {
  readonly amount: Amount;
  readonly end: number;
  /** Needs a cue: 年, 日 and 月 without 个 are also parts of dates and names. */
  readonly weak: boolean;
  readonly about: boolean;
}

/** 第3-4周: the last of several weeks is no length. */
const inOrdinals = /第[\d一二三四五六七八九十]{1,3} ?(?:周|月|天)?(?:[-~至到、]|--) ?$/;

/**
 * Reads a duration (两个月左右, 不少于4个月, 48个小时) or a relative deadline (5日内, 会后5个工作日内,
 * 自印发之日起30日内) whose number stands at the index.
 * @param text in plain glyphs
 * @param floor words before the number are not looked at before this index
 */
export function readLength(text: string, at: number, floor: number): Draft | undefined {
  const length = isYear(text, at) ? undefined : readAmount(text, at);
  if (!length || /[第每\d.]/.test(text.charAt(at - 1)) || inOrdinals.test(text.slice(Math.max(0, at - 6), at)))
    return undefined;
  const { amount } = length;
  const within = WITHIN(text, length.end);
  if (within) return relative(text, at, length.end + within[0].length, amount, floor);
  const head = endsInCue(text, at) ? text.slice(Math.max(floor, at - 10), at) : undefined;
  const least = head === undefined ? null : LEAST_BEFORE.exec(head);
  const most = head === undefined || least ? null : MOST_BEFORE.exec(head);
  const about = head === undefined || least || most ? null : ABOUT_BEFORE.exec(head);
  const marked = least ?? most ?? about;
  const aboutBehind = ABOUT(text, length.end);
  const leastBehind = AT_LEAST(text, length.end);
  const mostBehind = AT_MOST(text, length.end);
  const behind = aboutBehind ?? leastBehind ?? mostBehind;
  const cued = marked ?? (head === undefined ? null : CUE_BEFORE.exec(head));
  // 15日左右 without a cue is a day of the month.
  const isDay = amount.unit === 'day' && length.weak;
  if (length.weak && !cued && (isDay || !behind) && !timeBehind(text, length.end)) return undefined;
  const comparator =
    least || leastBehind
      ? 'atLeast'
      : most || mostBehind
        ? 'atMost'
        : about || aboutBehind || length.about
          ? 'about'
          : undefined;
  const start = at - (marked?.[0].length ?? 0);
  return {
    kind: 'duration',
    range: { start, end: length.end + (behind?.[0].length ?? 0) },
    amount,
    ...(comparator ? { comparator } : {}),
    approximate: comparator === 'about',
  };
}

/** 2025年 is a year, whatever stands around it; 1年半 is a length. */
function isYear(text: string, at: number): boolean {
  const end = at + 4;
  return text[end] === '年' && text[end + 1] !== '半' && text[at] !== '0' && skipFigures(text, at) === end;
}

function endsInCue(text: string, at: number): boolean {
  let end = at;
  while (end > at - 2 && text.charCodeAt(end - 1) === 32) end -= 1;
  return CUES.has(text.charAt(end - 1));
}

function timeBehind(text: string, at: number): boolean {
  return text.startsWith('时间', at) || text.startsWith('的时间', at);
}

function readAmount(text: string, at: number): LengthReading | undefined {
  const adjacent = ADJACENT(text, at);
  if (adjacent) {
    const low = numeral(adjacent[1] ?? '');
    const count = numeral(adjacent[2] ?? '');
    if (count !== low + 1) return undefined;
    const unit = adjacent[3] === '天' ? 'day' : adjacent[3] === '周' ? 'week' : 'month';
    return { amount: { count, low, unit }, end: at + adjacent[0].length, weak: false, about: true };
  }
  const match = matchAt(LENGTH, text, at);
  if (!match) return undefined;
  const end = at + match[0].length;
  const mark = match[3] ?? '';
  const unit = match[4] ?? '';
  if (NOT_AFTER.test(text.slice(end, end + 2))) return undefined;
  if (/学时|课时/.test(unit)) return undefined;
  const low = numeral(match[1] === '半' ? '' : (match[1] ?? ''));
  const half = match[1] === '半';
  const count = match[2] === undefined ? (half ? 0.5 : low) : numeral(match[2]);
  const extra = mark === '个半' || unit.endsWith('半') ? 0.5 : 0;
  const amount = amountOf(count + extra, unit);
  if (!amount || !(amount.count > 0)) return undefined;
  const ranged = match[2] !== undefined && low < count;
  if (match[2] !== undefined && !ranged) return undefined;
  const counted = mark.includes('个');
  // 一天, 一周 mean one of them mostly in passing; 半年, 一年半 are lengths by themselves.
  const passing = match[1] === '一' && !extra && !counted;
  const weak =
    passing ||
    unit === '日' ||
    (unit === '月' && !counted) ||
    (unit === '年' && !half) ||
    (unit === '季度' && !counted) ||
    (half && !['年', '月'].includes(unit));
  if (unit === '季度' && !counted) return undefined;
  if (unit === '年' && Number(match[1]) > 99) return undefined;
  return {
    amount: ranged ? { ...amount, low: amountOf(low, unit)?.count ?? low } : amount,
    end,
    weak,
    about: mark.includes('多'),
  };
}

/** Half years and quarters are counted in months, so that windows can be compared with them. */
function amountOf(count: number, unit: string): Amount | undefined {
  switch (unit) {
    case '工作日':
      return { count, unit: 'workday' };
    case '周':
    case '周半':
    case '星期':
    case '礼拜':
      return { count, unit: 'week' };
    case '月':
      return { count, unit: 'month' };
    case '季度':
      return { count: count * 3, unit: 'month' };
    case '年':
    case '年半':
      return Number.isInteger(count) ? { count, unit: 'year' } : { count: count * 12, unit: 'month' };
    case '小时':
    case '钟头':
      return { count, unit: 'hour' };
    case '':
      return undefined;
    default:
      return { count, unit: 'day' };
  }
}

const SINCE =
  /(?:自|从)([^自从,，。；;、：:！？!?()（）\s]{1,24}?)(?:之日|当日|当天|次日|之时)?(?:起|后|之后|以后)(?:的|算|,)? {0,1}$/;
const FROM_DAY = /([^,，。；;、：:！？!?()（）\s]{1,14}?)(?:之日|当日|次日)起(?:的|,)? {0,1}$/;
const AFTER = /([^,，。；;、：:！？!?()（）\s在于待经\d]{1,14}?)(?:后|之后|以后)的? {0,1}$/;
const ISSUE = /印发|发布|发文|下发|公布|施行|出台|颁布|即日|本(?:方案|通知|办法|意见|制度)/;

function relative(text: string, at: number, end: number, amount: Amount, floor: number): Draft {
  const from = Math.max(floor, at - 34);
  const anchor = anchorBefore(text.slice(from, at), from);
  const least = MOST_BEFORE.exec(text.slice(Math.max(floor, at - 10), at));
  const start = anchor?.start ?? at - (least?.[0].length ?? 0);
  return {
    kind: 'relative',
    range: { start, end },
    amount,
    deadline: true,
    ...(anchor ? { anchor: anchor.anchor } : {}),
    approximate: false,
  };
}

/** What the words before a number name as the event that it counts from. */
export function anchorBefore(
  head: string,
  offset: number,
): { readonly anchor: Anchor; readonly start: number } | undefined {
  const match = SINCE.exec(head) ?? FROM_DAY.exec(head) ?? AFTER.exec(head);
  const words = match?.[1];
  if (!match || words === undefined) return undefined;
  const start = offset + match.index;
  const wordsStart = start + match[0].indexOf(words);
  const range = { start: wordsStart, end: wordsStart + words.length };
  return { anchor: { kind: ISSUE.test(words) ? 'issued' : 'event', text: words, range }, start };
}

const DAY_OF = opened('之当', /(?:之日|当日|当天)起/y);

/**
 * Reads, at the index of 之日起, a start on the day of an event (自印发之日起), a range from it
 * (自发文之日起至12月底), or the deadline that it anchors (自印发之日起30日内).
 */
export function readSince(text: string, at: number, floor: number): Draft | undefined {
  const match = DAY_OF(text, at);
  if (!match) return undefined;
  const end = at + match[0].length;
  const from = Math.max(floor, at - 34);
  const found = anchorBefore(text.slice(from, end), from);
  if (!found) return undefined;
  const number = skipBlanks(text, text[end] === ',' || text[end] === '的' ? end + 1 : end);
  const limited = readLength(text, number, floor);
  if (limited?.kind === 'relative' && limited.anchor) return limited;
  const range = { start: found.start, end };
  const side: DatePoint = { range, unit: 'day', approximate: false, anchor: found.anchor };
  const window = readRange(text, { from: side, end }, found.start);
  return window ?? { kind: 'span', range, from: side, approximate: false };
}
