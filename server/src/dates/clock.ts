import type { Range } from '../text/range.ts';
import { FIGURES, matchAt, opened } from './glyphs.ts';

const WEEKDAY_IN_BRACKETS = opened(
  '(',
  / {0,2}\( {0,2}(?:星期|礼拜|周)([一二三四五六日天])(?:(?:-{1,2}|~|至|到)(?:星期|礼拜|周)?([一二三四五六日天]))?(?:,? ?(?:上午|下午|中午|晚上|晚))? {0,2}\)/y,
);
const WEEKDAY = opened(
  ' ,周星礼',
  /(?: {0,2},? {0,2}(?:星期|礼拜)|周)([一二三四五六日天])(?!次|常|期|篇|个|刊|报|记|程)/y,
);
/** 3月7日 周六: behind a blank only where the weekday is all; 周一至周五 and 周六班会 say something of their own. */
const WEEKDAY_APART = / {1,2}周([一二三四五六日天])(?=$|[ ,;.()|\d]|[上下]午|中午|晚上|早上|全天)/y;
const DAY_PART = opened(
  '(上下中晚早凌全当傍午白',
  / {0,2}\(? ?(?:上午|下午|中午|晚上|晚间|晚(?![会宴点自报期些于])|早上|早晨|凌晨|全天|当[天日]|傍晚|午后|白天)(?: ?\))?/y,
);
const CLOCK = opened(
  FIGURES,
  / {0,2}\d{1,2}(?::\d{2}(?!\d)|[时点](?:\d{2}分?|半|整)?)(?: {0,2}(?:-{1,3}|~{1,2}|至|到) {0,2}(?:上午|下午|中午|晚上|晚)?\d{1,2}(?::\d{2}(?!\d)|[时点](?:\d{2}分?|半|整)?))?/y,
);

const WEEKDAYS = '一二三四五六日';

/** 1 Monday … 7 Sunday of 一 … 日 (天), or undefined. */
export function weekdayOf(sign: string | undefined): number | undefined {
  if (sign === undefined || sign === '') return undefined;
  if (sign === '天') return 7;
  const index = WEEKDAYS.indexOf(sign);
  return index < 0 ? undefined : index + 1;
}

/** What stands behind a day and makes it no other day. */
export interface DayTail {
  /** Behind the weekday, which belongs to the day. */
  readonly end: number;
  /** Behind the part of the day and the hours too, which belong to the expression only. */
  readonly outer: number;
  readonly weekday?: number;
  readonly weekdayRange?: Range;
  /** The second weekday of （周一至周五）, which belongs to the end of a range. */
  readonly lastWeekday?: number;
  readonly lastWeekdayRange?: Range;
}

const NAMED = /(?:星期|礼拜|周)?[一二三四五六日天]/g;

/** Reads `（星期二）`, ` 星期二`, `周二`, then 上午, `（中午）`, `13:30—16:30`, 9时 behind a day. */
export function readDayTail(text: string, at: number): DayTail {
  let end = at;
  const match = WEEKDAY_IN_BRACKETS(text, at) ?? WEEKDAY(text, at) ?? weekdayApart(text, at);
  if (match) end += match[0].length;
  let outer = end;
  const part = DAY_PART(text, outer);
  if (part && balanced(part[0])) outer += part[0].length;
  const clock = CLOCK(text, outer);
  if (clock) outer += clock[0].length;
  const tail = { end, outer };
  const first = weekdayOf(match?.[1]);
  if (!match || first === undefined) return tail;
  const [name, lastName] = [...match[0].matchAll(NAMED)];
  const last = weekdayOf(match[2]);
  return {
    weekday: first,
    ...tail,
    ...(name ? { weekdayRange: within(at, name) } : {}),
    ...(last && lastName ? { lastWeekday: last, lastWeekdayRange: within(at, lastName) } : {}),
  };
}

/** The end of a range: 9月1日至12月31日 周一 is every Monday of it. */
const RANGE_BEFORE = /(?:(?:[日) ]|[./]\d{1,2}) ?-{1,2} ?|(?:~|至|到) ?)[\d年月日./-]{2,11}$/;

function weekdayApart(text: string, at: number): RegExpExecArray | undefined {
  const match = text.charCodeAt(at) === 32 ? matchAt(WEEKDAY_APART, text, at) : undefined;
  return match && !RANGE_BEFORE.test(text.slice(Math.max(0, at - 24), at)) ? match : undefined;
}

function within(at: number, match: RegExpExecArray): Range {
  return { start: at + match.index, end: at + match.index + match[0].length };
}

function balanced(written: string): boolean {
  return written.includes('(') === written.includes(')');
}
