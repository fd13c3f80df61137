import { readCadence } from './cadence.ts';
import { isValid, weekday } from './civil.ts';
import type { DateExpression, DateFault, DatePoint } from './expression.ts';
import { plainGlyphs } from './glyphs.ts';
import { HOLIDAY_SIGNS } from './holidays.ts';
import { readLength, readSince } from './length.ts';
import { type Draft, readWindow } from './window.ts';
import { readWord, WORD_SIGNS } from './words.ts';

// What may begin at a sign; a sign may begin several things.
const DIGIT = 1;
const HAN = 2;
const DATE = 4;
const EVERY = 8;
const WORD = 16;
const SINCE = 32;

/** One entry for each UTF-16 unit: what can begin there. Most of a line is passed over by this table alone. */
const BEGINS = new Uint8Array(65536);

function begins(signs: Iterable<string>, what: number): void {
  for (const sign of signs) {
    const code = sign.charCodeAt(0);
    BEGINS[code] = (BEGINS[code] ?? 0) | what;
  }
}

begins('0123456789', DIGIT);
begins('〇一二三四五六七八九十廿卅两半', HAN);
begins('“"‘「『Oo年月上中下今本当这去明次翌来前季第即', DATE);
begins(HOLIDAY_SIGNS, DATE);
begins('每逢按逐', EVERY);
begins('之当', SINCE);
begins(WORD_SIGNS, WORD);

/**
 * All time expressions of one line of prose, in order, none overlapping another; of several readings
 * at one place the longest. Ranges are indexes into `text`, and `raw` is exactly that stretch.
 * Linear in the length of the line; never throws, whatever the text. The readings are those of the
 * design (dates); years are not filled in here, see resolve.ts.
 */
export function findDates(text: string): readonly DateExpression[] {
  const length = text.length;
  let at = 0;
  while (at < length && BEGINS[text.charCodeAt(at)] === 0 && !isVariant(text.charCodeAt(at))) at += 1;
  if (at === length) return NONE;
  const plain = plainGlyphs(text);
  const found: DateExpression[] = [];
  let floor = 0;
  while (at < length) {
    const what = BEGINS[plain.charCodeAt(at)] ?? 0;
    if (what === 0) {
      at += 1;
      continue;
    }
    const draft = readAt(plain, at, floor, what);
    if (draft && draft.range.end > at && draft.range.start >= floor) {
      if (!isUnfinished(plain, draft.range.end)) found.push(finished(draft, text));
      at = draft.range.end;
      floor = at;
    } else {
      at = behindNumber(plain, at, what);
    }
  }
  return found;
}

const NONE: readonly DateExpression[] = [];

const OPEN_MONTH = /[ \u3000]{0,3}(?:[×✕✖╳＊xX_＿]{1,6} {0,2}月|[ \u3000]月)/y;

/** 2026年××月××日, 2026年  月  日: the day is still to be filled in, and no whole year is meant. */
function isUnfinished(plain: string, end: number): boolean {
  if (plain.charAt(end - 1) !== '年') return false;
  OPEN_MONTH.lastIndex = end;
  return OPEN_MONTH.test(plain);
}

/** Full-width digits and circles become digits only in plain glyphs. */
function isVariant(code: number): boolean {
  return (code >= 0xff10 && code <= 0xff19) || code === 0x25cb || code === 0x25ef || code === 0xff2f || code === 0x41e;
}

function readAt(plain: string, at: number, floor: number, what: number): Draft | undefined {
  const previous = plain.charCodeAt(at - 1);
  if (what & DIGIT) {
    if (isFigure(previous)) return undefined;
    return longer(readLength(plain, at, floor), insideNumber(plain, at) ? undefined : readWindow(plain, at, floor));
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

/** A digit before: the middle of a number. */
function isFigure(code: number): boolean {
  return code >= 48 && code <= 57;
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

function isHanNumeral(code: number): boolean {
  return ((BEGINS[code] ?? 0) & HAN) !== 0 && code !== 0x534a && code !== 0x4e24;
}

/** Where to go on when nothing begins at the index: behind the whole number, so that its tail is no number. */
function behindNumber(plain: string, at: number, what: number): number {
  if ((what & DIGIT) === 0) return at + 1;
  let index = at;
  while (isFigure(plain.charCodeAt(index))) index += 1;
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
  if (resolved.year === 0 || !isValid(resolved)) return undefined;
  const actual = weekday(resolved);
  if (actual === point.weekday) return undefined;
  const range = point.weekdayRange ?? point.range;
  if (!point.weekdayRange) return { kind: 'weekday', range };
  // As the author names weekdays: 星期二, 周二, or 二 alone in 周一至五.
  const name = ['', '周', '星期'][range.end - range.start - 1] ?? '星期';
  return { kind: 'weekday', range, correction: `${name}${WEEKDAYS.charAt(actual - 1)}` };
}
