import { addDays, compare, daysBetween, type PlainDate } from './civil.ts';
import { addAmount } from './deadline.ts';
import type { Amount, DateExpression, DateSpan, FuzzyBounds } from './expression.ts';
import { type WorkCalendar, workdaysBetween } from './workdays.ts';

/** The days between which something lies; an open side is undefined. */
export interface DayInterval {
  readonly lo?: PlainDate;
  readonly hi?: PlainDate;
}

/** Between which days each end of a span lies; ends of spans that were not read from an expression are exact. */
export function fuzzyEnds(span: DateSpan): FuzzyBounds {
  const { start, end, bounds } = span;
  if (!start) return end ? { endLo: bounds?.endLo ?? end, endHi: bounds?.endHi ?? end } : {};
  const startLo = bounds?.startLo ?? start;
  const startHi = bounds?.startHi ?? start;
  return end ? { startLo, startHi, endLo: bounds?.endLo ?? end, endHi: bounds?.endHi ?? end } : { startLo, startHi };
}

/** Whether one day could lie in both intervals: 11月初 and 11月上旬 could be the same, 11月初 and 11月中旬 not. */
export function couldBeSame(a: DayInterval, b: DayInterval): boolean {
  return !isBefore(a.hi, b.lo) && !isBefore(b.hi, a.lo);
}

/**
 * True when the two spans share a day; an open side reaches without end. Of spans of which one lacks its
 * year, true when they share a day in some year.
 */
export function spansOverlap(a: DateSpan, b: DateSpan): boolean {
  return aligned(a, b).some((other) => couldBeSame(interval(a), interval(other)));
}

/** True when no day of `inner` certainly lies outside `outer`: fuzzy ends are read in favour of the author. */
export function spanContains(outer: DateSpan, inner: DateSpan): boolean {
  const { startLo, endHi } = fuzzyEnds(outer);
  return aligned(outer, inner).some((other) => {
    const { startHi, endLo } = fuzzyEnds(other);
    // A deadline alone starts nowhere, but lies before the window when it ends before it.
    return (
      !isBefore(startHi, startLo) && !isBefore(endHi, endLo) && !isBefore(endLo, startLo) && !isBefore(endHi, startHi)
    );
  });
}

/** Which ends of two windows of the same thing cannot be the same day. */
export function conflictingEnds(a: DateSpan, b: DateSpan): readonly ('start' | 'end')[] {
  const one = fuzzyEnds(a);
  let fewest: readonly ('start' | 'end')[] | undefined;
  for (const candidate of aligned(a, b)) {
    const other = fuzzyEnds(candidate);
    const ends: ('start' | 'end')[] = [];
    if (apart(one.startLo, one.startHi, other.startLo, other.startHi)) ends.push('start');
    if (apart(one.endLo, one.endHi, other.endLo, other.endHi)) ends.push('end');
    if (!fewest || ends.length < fewest.length) fewest = ends;
  }
  return fewest ?? [];
}

/** How far a length with 左右 may be from what it says. */
const ABOUT_TOLERANCE = 0.15;
/** Months are not all of one length, and windows are often written in whole months: two days are no fault. */
const SLACK_DAYS = 2;

/** Days and weeks are counted exactly; whether the first day counts is a matter of taste. */
const SLACK_COUNTED = 1;

/**
 * How a window compares with a length that is said of it (时间两个月左右, 不少于4个月). Both readings of a
 * fuzzy end are allowed; 左右 gives 15 percent to either side, and so do whole years, which are counted loosely
 * (2023年3月至2025年12月，为期三年). Days may be those of the calendar or working days.
 * @param calendar on which days the office works that the plan is of
 * @returns undefined when the span has an open side, or the length counts hours
 */
export function compareLength(
  span: DateSpan,
  amount: Amount,
  comparator: DateExpression['comparator'],
  calendar: WorkCalendar,
): 'fits' | 'shorter' | 'longer' | undefined {
  const { startLo, startHi, endLo, endHi } = fuzzyEnds(span);
  if (!startLo || !startHi || !endLo || !endHi || amount.unit === 'hour') return undefined;
  const inWorkdays = amount.unit === 'workday' || amount.unit === 'day';
  const worked = inWorkdays ? workdaysBetween(addDays(startLo, -1), endHi, calendar) : 0;
  const longest = amount.unit === 'workday' ? worked : daysBetween(startLo, endHi) + 1;
  const shortest = inWorkdays
    ? workdaysBetween(addDays(startHi, -1), endLo, calendar)
    : Math.max(1, daysBetween(startHi, endLo) + 1);
  const lengthOf = (count: number) =>
    inWorkdays ? count : daysBetween(startLo, addAmount(startLo, { ...amount, count }, calendar));
  const target = lengthOf(amount.count);
  const least = lengthOf(amount.low ?? amount.count);
  const loose = comparator === 'about' || amount.unit === 'year';
  const slack = inWorkdays || amount.unit === 'week' ? SLACK_COUNTED : SLACK_DAYS;
  const tolerance = (loose ? Math.ceil(target * ABOUT_TOLERANCE) : 0) + slack;
  // Whoever leaves out the first day counts fewer, never more.
  const below = inWorkdays && !loose ? 0 : tolerance;
  if (comparator !== 'atMost' && longest < least - below) return 'shorter';
  if (comparator !== 'atLeast' && shortest > target + tolerance) return 'longer';
  return 'fits';
}

function interval(span: DateSpan): DayInterval {
  return { ...(span.start ? { lo: span.start } : {}), ...(span.end ? { hi: span.end } : {}) };
}

function apart(aLo?: PlainDate, aHi?: PlainDate, bLo?: PlainDate, bHi?: PlainDate): boolean {
  if (!aLo || !aHi || !bLo || !bHi) return false;
  return isBefore(aHi, bLo) || isBefore(bHi, aLo);
}

function isBefore(a: PlainDate | undefined, b: PlainDate | undefined): boolean {
  return a !== undefined && b !== undefined && compare(a, b) < 0;
}

/** `b` in the years in which it could be meant beside `a`: as it is, unless a year is unknown. */
function aligned(a: DateSpan, b: DateSpan): readonly DateSpan[] {
  if (a.yearKnown && b.yearKnown) return [b];
  const years = new Set<number>();
  const own = (b.start ?? b.end)?.year ?? 0;
  for (const day of [a.start, a.end]) {
    if (day) for (const shift of [-1, 0, 1]) years.add(day.year + shift - own);
  }
  return years.size === 0 ? [b] : [...years].map((by) => moved(b, by));
}

/** The span so many years later; 2月29日 becomes the last day of a shorter February. */
function moved(span: DateSpan, by: number): DateSpan {
  if (by === 0) return span;
  const move = (day: PlainDate): PlainDate => {
    const next = { ...day, year: day.year + by };
    return day.month === 2 && day.day >= 28 ? lastOfFebruary(day, next.year) : next;
  };
  const { start, end, bounds, ...rest } = span;
  const moveAll = (side: PlainDate | undefined, name: string) => (side ? { [name]: move(side) } : {});
  return {
    ...rest,
    ...moveAll(start, 'start'),
    ...moveAll(end, 'end'),
    ...(bounds
      ? {
          bounds: {
            ...moveAll(bounds.startLo, 'startLo'),
            ...moveAll(bounds.startHi, 'startHi'),
            ...moveAll(bounds.endLo, 'endLo'),
            ...moveAll(bounds.endHi, 'endHi'),
          },
        }
      : {}),
  };
}

/** The last day of February stays the last one, whichever the year. */
function lastOfFebruary(day: PlainDate, year: number): PlainDate {
  const wasLast = addDays(day, 1).month === 3;
  if (wasLast) return addDays({ year, month: 3, day: 1 }, -1);
  return { year, month: 2, day: day.day };
}

/** By how many days a time ends later than another one surely ends; 0 where it may not, and where a year is not known. */
export function daysLater(own: DateSpan, other: DateSpan): number {
  const { endLo } = fuzzyEnds(own);
  const { endHi } = fuzzyEnds(other);
  if (!own.yearKnown || !other.yearKnown || !endLo || !endHi) return 0;
  return Math.max(0, daysBetween(endHi, endLo));
}
