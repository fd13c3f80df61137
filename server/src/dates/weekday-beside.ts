import { weekdayOf } from './clock.ts';
import type { DatePoint } from './expression.ts';

/** （农历正月十六，星期六）, （本周六）, 、星期六: further off than the grammar of a day reaches. */
const BEHIND =
  /^(?:\s?[（(]\s{0,2}(?:农历[^（()），,]{2,10}[，,、\s]\s?|[本下这即])?|\s?、)((?:星期|礼拜|周)([一二三四五六日天]))(?=[）)，,。；\s上下晚早中]|$)/;
/** 星期六（6月25日）, 本周六（25日）. */
const BEFORE = /(?<![每至到—–~～-])((?:星期|礼拜|周)([一二三四五六日天]))\s?[（(]\s?$/;

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
  const from = Math.max(0, start - 8);
  const before = BEFORE.exec(text.slice(from, start));
  return before?.[1] === undefined ? point : named(point, before[2], from + before.index, before[1].length);
}

function named(point: DatePoint, sign: string | undefined, start: number, length: number): DatePoint {
  const weekday = weekdayOf(sign);
  return weekday === undefined ? point : { ...point, weekday, weekdayRange: { start, end: start + length } };
}
