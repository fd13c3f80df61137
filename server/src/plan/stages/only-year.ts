import type { DraftSection } from '../draft-section.ts';
import { lineMemo } from '../facts.ts';
import { linesOf } from '../tasks/tasks.ts';

/** What had happened before the plan was made, and what papers are of: such a year is not that of the work. */
const before = /(?:自|截至|截止|截止到|出生于|修订于)\s?$/;
const past = /^(?:以来|起实施|印发|出台|发布|颁布|施行|修订|召开的|发生|成立|出生|以后出生|以前)/;

/** 2023年3月12日，某厂发生火灾 */
const history = /发生|事故|火灾|成立于|曾|教训/;

/** Years of the days that a line writes out whole. */
const yearsOn = lineMemo(({ text, dates }): readonly number[] => {
  if (history.test(text)) return none;
  const years = dates.flatMap(({ kind, from, to, range, fault }) => {
    if (kind !== 'span' || fault || inTitle(text, range.start)) return [];
    if (before.test(text.slice(Math.max(0, range.start - 4), range.start)) || past.test(text.slice(range.end)))
      return [];
    return [from, to].flatMap((side) =>
      side?.year !== undefined && side.month !== undefined && side.day !== undefined ? [side.year] : [],
    );
  });
  return years.length === 0 ? none : years;
});
const none: readonly number[] = [];

const inTitle = (text: string, at: number) => text.lastIndexOf('《', at) > text.lastIndexOf('》', at);

/**
 * The year of all days that the sections write out whole, when there is one: 考试时间：2024年11月6日—8日 above a table of
 * days without year. It stands in where nothing else gives the year; the opening tells of what came before.
 */
export function onlyYear(sections: readonly DraftSection[]): number | undefined {
  let year: number | undefined;
  for (const section of sections) {
    for (const line of linesOf(section)) {
      for (const own of yearsOn(line.facts)) {
        if (year !== undefined && own !== year) return undefined;
        year = own;
      }
    }
  }
  return year;
}
