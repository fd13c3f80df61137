import { matchesOf } from '../../../text/matches.ts';
import type { Edit } from '../../rule.ts';

/** A day whose month stands in front of a dot; indexes of the line's text. */
export interface DottedDay {
  readonly range: Edit['range'];
  readonly corrected: string;
}

const MONTH = '(1[0-2]|[1-9])';
const DAY = '(3[01]|[12]\\d|[1-9])';
/** 4.12-13日, 8.12—20（暂定）: a window within one month that says nowhere which figure is the month. */
const dottedWindow = new RegExp(
  `(?<![\\d.．年月])${MONTH}[.．]${DAY}(?:-{1,2}|[—–~～至]{1,2})${DAY}(?:日|(?=[（(]暂定[）)]))`,
  'g',
);
/** 周六（11.28）: beside a day of the week such figures are a date. */
const besideWeekday = new RegExp(`(?<=(?:周|星期|礼拜)[一二三四五六日天][（(])${MONTH}[.．]${DAY}(?=[）)])`, 'g');

/** Windows of days with a dot in place of 月. */
export function dottedWindows(text: string): readonly DottedDay[] {
  return matchesOf(text, dottedWindow).flatMap(({ 0: raw, 1: month, 2: first, 3: last, index }) =>
    Number(first) < Number(last)
      ? [{ range: { start: index, end: index + raw.length }, corrected: `${month}月${first}日—${last}日` }]
      : [],
  );
}

/** Days in figures behind a day of the week. */
export function dottedBesideWeekday(text: string): readonly DottedDay[] {
  return matchesOf(text, besideWeekday).map(({ 0: raw, 1: month, 2: day, index }) => {
    return { range: { start: index, end: index + raw.length }, corrected: `${month}月${day}日` };
  });
}
