import { matchesOf } from '../../../text/matches.ts';
import type { Edit } from '../../rule.ts';

/** A day whose month stands in front of a dot; indexes of the line's text. */
export interface DottedDay {
  readonly range: Edit['range'];
  readonly corrected: string;
}

/** 周六（11.28）: beside a day of the week such figures are a date; 周一（3.5）分 is a mark. */
const besideWeekday =
  /(?<=(?:周|星期|礼拜)[一二三四五六日天][（(])(1[0-2]|[1-9])[.．](3[01]|[12]\d|[1-9])(?=[）)](?!分|元|米|％|%))/g;

/** Days in figures behind a day of the week. */
export function dottedBesideWeekday(text: string): readonly DottedDay[] {
  return matchesOf(text, besideWeekday).map(({ 0: raw, 1: month, 2: day, index }) => {
    return { range: { start: index, end: index + raw.length }, corrected: `${month}月${day}日` };
  });
}
