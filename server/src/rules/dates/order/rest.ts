import { addDays, compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { hasCalendar } from '../../../dates/workdays.ts';
import type { Plan } from '../../../plan/model.ts';

interface Days {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

/**
 * Whether nobody is meant to work on the days between two windows: the plan names them elsewhere (寒假期间（1月17日至
 * 3月1日）不安排集中活动), it is a school's and they lie in its holidays, or they go around public holidays of a year whose
 * calendar is not known yet.
 */
export function isRest(earlier: DateSpan, later: DateSpan, plan: Plan): boolean {
  if (!earlier.end || !later.start) return false;
  const gap = { first: addDays(earlier.end, 1), last: addDays(later.start, -1) };
  if (plan.body?.kind === 'school' && schoolHolidays(gap.first.year).some((holidays) => isWithin(gap, holidays)))
    return true;
  return isNamed(gap, plan) || isUnknownHoliday(gap);
}

/** Days around a gap that may be named with it: 寒假 begins at a weekend in front of it. */
const AROUND = 5;

function isNamed(gap: Days, { dates, stages }: Plan): boolean {
  const windows = new Set(stages.flatMap(({ schedules }) => schedules.map(({ range }) => range.start)));
  return dates.some(({ span, range }) => {
    if (!span?.start || !span.end || windows.has(range.start)) return false;
    const before = daysBetween(span.start, gap.first);
    const behind = daysBetween(gap.last, span.end);
    return [before, behind].every((days) => days >= -AROUND && days <= AROUND);
  });
}

/** When schools may have no lessons: the holidays of winter and of summer. */
const schoolHolidays = (year: number): readonly Days[] => [
  { first: { year, month: 1, day: 8 }, last: { year, month: 3, day: 8 } },
  { first: { year, month: 6, day: 25 }, last: { year, month: 9, day: 3 } },
];

/** The week of 国庆节, that of 劳动节, and when 春节 may fall. */
const publicHolidays = (year: number): readonly Days[] => [
  { first: { year, month: 9, day: 29 }, last: { year, month: 10, day: 9 } },
  { first: { year, month: 4, day: 29 }, last: { year, month: 5, day: 6 } },
  { first: { year, month: 1, day: 20 }, last: { year, month: 2, day: 28 } },
];

/** Days of rest around the Spring Festival are no more. */
const LONGEST_HOLIDAY = 12;

function isUnknownHoliday(gap: Days): boolean {
  if (hasCalendar(gap.first.year) || daysBetween(gap.first, gap.last) >= LONGEST_HOLIDAY) return false;
  return publicHolidays(gap.first.year).some((holidays) => isWithin(gap, holidays));
}

const isWithin = (days: Days, { first, last }: Days) =>
  compare(days.first, first) >= 0 && compare(days.last, last) <= 0;
