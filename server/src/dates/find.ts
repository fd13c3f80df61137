import { isFigure } from '../text/figures.ts';
import { readCadence } from './cadence.ts';
import { isValid, weekday } from './civil.ts';
import type { DateExpression, DateFault, DatePoint } from './expression.ts';
import { plainGlyphs, plainUnit } from './glyphs.ts';
import { HOLIDAY_NAMES, HOLIDAY_QUOTES } from './holidays.ts';
import { readLength, readSince } from './length.ts';
import { isBareDays } from './numeric.ts';
import { type Draft, readWindow } from './window.ts';
import { readWord, WORDS_OF_TIME } from './words.ts';

// What may begin at a sign; a sign may begin several things.
const DIGIT = 1;
const HAN = 2;
const DATE = 4;
const EVERY = 8;
const WORD = 16;
const SINCE = 32;

/** One entry for each UTF-16 unit: what can begin there. Most of a line is passed over by this table alone. */
const BEGINS = new Uint8Array(65536);
/**
 * What can begin with two signs, by a mixture of both: 上旬 and 上半年 can, 上级 cannot. Pairs that happen to share an
 * entry are merely read in vain.
 */
const OPENS = new Uint8Array(65536);
const pair = (first: number, second: number): number => ((first * 89) ^ second) & 0xffff;

function begins(signs: Iterable<string>, seconds: string, what: number): void {
  for (const sign of signs) {
    const code = sign.charCodeAt(0);
    BEGINS[code] = (BEGINS[code] ?? 0) | what;
    for (const second of seconds) {
      const both = pair(code, second.charCodeAt(0));
      OPENS[both] = (OPENS[both] ?? 0) | what;
    }
  }
}

const DIGITS = '0123456789';
const HAN_DIGITS = '〇一二三四五六七八九十廿卅两半';
/** First signs of the units of length. */
const UNITS = '工日自天周星礼月季年小钟';
const BETWEEN = '-~至到、和及 ';

begins(DIGITS, '', DIGIT);
begins(HAN_DIGITS, `${HAN_DIGITS}零百Oo${DIGITS}${BETWEEN}个多来${UNITS}`, HAN);
begins('“"‘「『', '十', DATE);
begins('Oo', DIGITS, DATE);
begins('年', '初底末中终内', DATE);
begins('元', '月', DATE);
begins('月', '上中下初底末的第首 ', DATE);
begins('上下', '、旬中下年一个月周星礼半', DATE);
begins('中', '、旬中下', DATE);
begins('今去明来', '年', DATE);
begins('本', '年月周星礼个', DATE);
begins('当', '年月', DATE);
begins('这', '个周星礼', DATE);
begins('次翌', '年月个', DATE);
begins('前', '年二两三23', DATE);
begins('季', '度末底', DATE);
begins('第', '一二三四1234', DATE);
begins('即', '日', DATE);
for (const name of HOLIDAY_NAMES) {
  begins(name.charAt(0), name.charAt(1), DATE);
  begins(HOLIDAY_QUOTES, name.charAt(0), DATE);
}
begins('每逢', `逢隔个学${HAN_DIGITS}${DIGITS}${UNITS}`, EVERY);
begins('按逐', '日周月季年', EVERY);
begins('之', '日', SINCE);
begins('当', '日天', SINCE);
for (const word of WORDS_OF_TIME) begins(word.charAt(0), word.charAt(1), WORD);

// A text is passed over as it is written: １ begins what 1 begins.
for (let unit = 0; unit < BEGINS.length; unit++) BEGINS[unit] = BEGINS[plainUnit(unit)] ?? 0;

/** What may stand behind the digits of a date or a length. */
const BEHIND_DIGITS = new Uint8Array(65536);
const POINT = 2;
for (const sign of `${BETWEEN}${UNITS}个多来半号上中下初底末Oo`) BEHIND_DIGITS[sign.charCodeAt(0)] = 1;
for (const sign of './') BEHIND_DIGITS[sign.charCodeAt(0)] = POINT;
for (let unit = 0; unit < BEHIND_DIGITS.length; unit++) BEHIND_DIGITS[unit] = BEHIND_DIGITS[plainUnit(unit)] ?? 0;

/** The mark of a list, and what may stand behind it where a Han number goes on. */
const LISTING = '、'.charCodeAt(0);
const GOES_ON = new Uint8Array(65536);
for (const sign of `${HAN_DIGITS}${DIGITS}第元 `) GOES_ON[sign.charCodeAt(0)] = 1;

/**
 * All time expressions of one line of prose, in order, none overlapping another; of several readings
 * at one place the longest. Ranges are indexes into `text`, and `raw` is exactly that stretch.
 * Linear in the length of the line; never throws, whatever the text. The readings are those of the
 * design (dates); years are not filled in here, see resolve.ts.
 */
export function findDates(text: string): readonly DateExpression[] {
  return isBareDays(text) ? NONE : findColumnDates(text);
}

/** The same for a cell in a column of days, where 3.2 — 3.8 and 06.26 are days as well. */
export function findColumnDates(text: string): readonly DateExpression[] {
  const length = text.length;
  let plain: string | undefined;
  let found: DateExpression[] | undefined;
  let floor = 0;
  let at = 0;
  while (at < length) {
    const unit = text.charCodeAt(at);
    let what = BEGINS[unit] ?? 0;
    if (what === 0) {
      at += 1;
      continue;
    }
    if (what === DIGIT) {
      const behind = behindDigits(text, at);
      const kind = BEHIND_DIGITS[text.charCodeAt(behind)] ?? 0;
      // 1.完善制度: behind a point or a stroke the figures must go on.
      if (kind === 0 || (kind === POINT && !isFigure(plainUnit(text.charCodeAt(behind + 1))))) {
        at = behind;
        continue;
      }
    } else {
      const second = plainUnit(text.charCodeAt(at + 1));
      what &= OPENS[pair(plainUnit(unit), second)] ?? 0;
      // 一、加强领导 is no number of several, as 一、二季度 and 三、五天 are.
      if (second === LISTING && GOES_ON[plainUnit(text.charCodeAt(at + 2))] !== 1) what &= ~HAN;
      if (what === 0) {
        at += 1;
        continue;
      }
    }
    plain ??= plainGlyphs(text);
    const behindLunar = lunarEnd(plain, at);
    if (behindLunar > at) {
      at = behindLunar;
      continue;
    }
    const draft = readAt(plain, at, floor, what);
    if (draft && draft.range.end > at && draft.range.start >= floor) {
      if (!isUnfinished(plain, draft.range.end)) {
        found ??= [];
        found.push(finished(draft, text));
      }
      at = draft.range.end;
      floor = at;
    } else {
      at = what & DIGIT ? behindDigits(text, at) : at + 1;
    }
  }
  return found ?? NONE;
}

const NONE: readonly DateExpression[] = [];

const OPEN_MONTH = /[ \u3000]{0,3}(?:[×✕✖╳＊xX_＿]{1,6} {0,2}月|[ \u3000]月)/y;

/** 2026年××月××日, 2026年  月  日: the day is still to be filled in, and no whole year is meant. */
function isUnfinished(plain: string, end: number): boolean {
  if (plain.charAt(end - 1) !== '年') return false;
  OPEN_MONTH.lastIndex = end;
  return OPEN_MONTH.test(plain);
}

/** 农历九月初九 is a day of another calendar. @returns where it ends, or the index itself where none begins */
function lunarEnd(plain: string, at: number): number {
  const isSaid = plain.charAt(at - 1) === '历' && /[农阴夏旧]/.test(plain.charAt(at - 2));
  const day = isSaid ? lunarDay : plainLunarDay;
  day.lastIndex = at;
  return day.test(plain) ? day.lastIndex : at;
}
const lunarDay = /[一二三四五六七八九十冬腊正]{1,2}月(?:初?[一二三四五六七八九十廿卅]{1,3})?/y;
/** 九月初九, 八月十五: only the days of that calendar are called so. 九月初三所学校 and 八月十五所学校 have schools behind the month. */
const plainLunarDay =
  /[一二三四五六七八九十]{1,2}月(?:初[一二三四五六七八九十](?![一二三四五六七八九十个名户家项所校大类级批次轮期步天位]|年级)|(?:十[一二三四五六七八九]?|[二廿]十?[一二三四五六七八九]?|三十)(?=[，,。；;、）)]|$|[前后夜晚当]|期间|中秋|中元))/y;

function readAt(plain: string, at: number, floor: number, what: number): Draft | undefined {
  const previous = plain.charCodeAt(at - 1);
  if (what & DIGIT) {
    // The middle of a number.
    if (isFigure(previous)) return undefined;
    const isNoDay = insideNumber(plain, at) || countsBack(plain, at);
    return longer(readLength(plain, at, floor), isNoDay ? undefined : readWindow(plain, at, floor));
  }
  let best: Draft | undefined;
  if (what & EVERY) best = readCadence(plain, at);
  if (what & SINCE) best = longer(best, readSince(plain, at, floor));
  if (what & WORD) best = longer(best, readWord(plain, at));
  if (what & HAN && !isHanNumeral(previous)) {
    best = longer(best, readLength(plain, at, floor));
    if (previous !== 0x7b2c && previous !== 0x4e2a) best = longer(best, readWindow(plain, at, floor));
  }
  if (what & DATE && !best) best = readWindow(plain, at, floor);
  return best;
}

/** The reading that reaches further; the first one when both end at the same place. */
function longer(a: Draft | undefined, b: Draft | undefined): Draft | undefined {
  if (!a || !b) return a ?? b;
  return b.range.end > a.range.end ? b : a;
}

/** Letters, 第 and signs of other numbers directly before digits: V2009.10.12, 第3月, 1-2009.10.12. */
function insideNumber(plain: string, at: number): boolean {
  const before = plain.charAt(at - 1);
  if (before === '') return false;
  if (before === '第' || before === '¥' || before === '￥' || before === '$' || before === '#' || before === '_')
    return true;
  const code = before.charCodeAt(0);
  return (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** 会议召开5日前, 活动举办之日的20日前: so many days before it, and no day of a month. */
function countsBack(plain: string, at: number): boolean {
  daysBefore.lastIndex = at;
  return daysBefore.test(plain) && eventBefore.test(plain.slice(Math.max(0, at - 3), at));
}
const eventBefore =
  /(?:开始|召开|举行|举办|开展|实施|开工|施工|开考|开赛|开幕|开班|开业|启动|到期|届满|期满|投票|选举|出发|之日|日的)$/;
const daysBefore = /\d{1,3} ?(?:日|天)(?:之|以)?前/y;

function isHanNumeral(code: number): boolean {
  return ((BEGINS[code] ?? 0) & HAN) !== 0 && code !== 0x534a && code !== 0x4e24;
}

/** Behind the whole number, so that its tail is no number. */
function behindDigits(text: string, at: number): number {
  let index = at;
  while (isFigure(plainUnit(text.charCodeAt(index)))) index += 1;
  return index;
}

function finished(draft: Draft, text: string): DateExpression {
  const raw = text.slice(draft.range.start, draft.range.end);
  const fault = draft.fault ?? writtenWeekdayFault(draft.from) ?? writtenWeekdayFault(draft.to);
  return fault ? { ...draft, raw, fault } : { ...draft, raw };
}

function writtenWeekdayFault(point: DatePoint | undefined): DateFault | undefined {
  if (point?.year === undefined) return undefined;
  return weekdayFault(point, { year: point.year, month: point.month ?? 0, day: point.day ?? 0 });
}

const WEEKDAYS = '一二三四五六日';

/**
 * The fault of a day whose weekday, written behind it, is another one; undefined when it fits, when no
 * weekday or no day was written, or the day does not exist.
 * @param resolved the day with its year, from the expression itself or from its context
 */
export function weekdayFault(
  point: DatePoint,
  resolved: { readonly year: number; readonly month: number; readonly day: number },
): DateFault | undefined {
  if (point.weekday === undefined || point.day === undefined || point.weekShift !== undefined) return undefined;
  // A day that its month does not have has no weekday either.
  if (resolved.year === 0 || resolved.day !== point.day || !isValid(resolved)) return undefined;
  const actual = weekday(resolved);
  if (actual === point.weekday) return undefined;
  const range = point.weekdayRange ?? point.range;
  if (!point.weekdayRange) return { kind: 'weekday', range };
  // As the author names weekdays: 星期二, 周二, or 二 alone in 周一至五.
  const name = ['', '周', '星期'][range.end - range.start - 1] ?? '星期';
  return { kind: 'weekday', range, correction: `${name}${WEEKDAYS.charAt(actual - 1)}` };
}
