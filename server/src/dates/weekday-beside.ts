import { daysBetween } from './civil.ts';
import { weekdayOf } from './clock.ts';
import type { DateExpression, DatePoint, DateSpan } from './expression.ts';

/** （农历正月十六，星期六）, （本周六）, 、星期六, ，周六，: further off than the grammar of a day reaches. */
const BEHIND =
  /^(?:\s?[（(]\s{0,2}(?:农历[^（()），,]{2,10}[，,、\s]\s?|[本下这即])?|\s?[、，,]\s?)((?:星期|礼拜|周)([一二三四五六日天]))(?=[）)，,。；\s上下晚早中]|$)/;
/** 星期六（6月25日）, 本周六（25日）. */
const BEFORE = /(?<![每至到—–~～-])((?:星期|礼拜|周)([一二三四五六日天]))\s?[（(]\s?$/;
/** 每周五召开例会（第一次为10月16日）: the first of them is one of these days. */
const FIRST_OF =
  /每个?((?:星期|礼拜|周)([一二三四五六日天]))(?![、和及与至到—–~～-])[^，,。；;（(]{0,20}[（(，,]\s?(?:第一次|首次|第一期|首期|第一场|首场)(?:会议|活动)?(?:为|是|定于|于|在|[：:])?\s?$/;

/**
 * The day with the weekday that is written beside it where the grammar itself does not look; the point as it
 * is when it carries a weekday already, names no day, or none stands there.
 * @param point a day of `text`; its ranges are indexes of the text
 */
export function withWeekdayBeside(text: string, point: DatePoint): DatePoint {
  if (point.weekday !== undefined || point.day === undefined) return point;
  const { start, end } = point.range;
  const behind = BEHIND.exec(text.slice(end, end + 24));
  const name = behind?.[1];
  if (behind && name !== undefined) {
    const at = end + behind.index + behind[0].length - name.length;
    return named(point, behind[2], at, name.length);
  }
  const from = Math.max(0, start - 40);
  const ahead = text.slice(from, start);
  const before = BEFORE.exec(ahead) ?? (ahead.includes('每') ? FIRST_OF.exec(ahead) : null);
  return before?.[1] === undefined
    ? point
    : named(point, before[2], from + before.index + before[0].indexOf(before[1]), before[1].length);
}

/** （周四、周五） */
const PAIR =
  /^\s?[（(]\s?((?:星期|礼拜|周)([一二三四五六日天]))(\s?[、和]\s?)((?:星期|礼拜|周)?([一二三四五六日天]))\s?[)）]/;

/**
 * The ends of a range of two days with the weekdays that stand behind it, one for either: 10月16日—17日（周四、周五）.
 * @param text the text of which the ranges of the expression are indexes
 * @returns both ends as they are where no such pair stands there
 */
export function withWeekdaysBehind(
  text: string,
  { from, to, range }: DateExpression,
  { start, end }: DateSpan,
): readonly [DatePoint | undefined, DatePoint | undefined] {
  if (!from || !to || from === to || from.weekday !== undefined || !start || !end) return [from, to];
  const match = PAIR.exec(text.slice(range.end, range.end + 16));
  if (!match || daysBetween(start, end) !== 1) return [from, to];
  const [whole, first = '', firstSign, between = '', last = '', lastSign] = match;
  const at = range.end + whole.indexOf(first);
  return [
    named(from, firstSign, at, first.length),
    named(to, lastSign, at + first.length + between.length, last.length),
  ];
}

function named(point: DatePoint, sign: string | undefined, start: number, length: number): DatePoint {
  const weekday = weekdayOf(sign);
  return weekday === undefined ? point : { ...point, weekday, weekdayRange: { start, end: start + length } };
}
