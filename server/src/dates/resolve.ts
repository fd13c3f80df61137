import { addDays, compare, type PlainDate } from './civil.ts';
import { isTurnedRound } from './crossing.ts';
import { addAmount } from './deadline.ts';
import {
  type DateExpression,
  type DatePoint,
  type DateSpan,
  type FuzzyBounds,
  isRange,
  type Precision,
} from './expression.ts';
import { inheritedYear, monthOf, nextOccurrence, type YearContext } from './inherit.ts';
import { pointDays } from './point-days.ts';
import type { SideDays } from './side.ts';
import { publicCalendar } from './workdays.ts';

export type { YearContext } from './inherit.ts';
export { followSpan, newSection } from './inherit.ts';

/** Days on either side of a day with 左右 that may still be meant. */
const AROUND_DAYS = 3;

/**
 * The days that an expression names, by the design (dates).
 *
 * A missing year comes from the other side of the range, then from the context (inherit.ts). Where there
 * is none, the span keeps month and day and `yearKnown` is false: years are then 0, and 1 for an end in
 * the next year. A range that would end before it starts ends in the next year when its end names no
 * year; with both years written it stays as it is, backwards, and so does one that would last for most of a year. A day that its month does not have is
 * taken as the last one of the month, so that a malformed plan can still be read.
 * @returns undefined for expressions that name no days (durations, vague words, repeating times) and for
 *   those whose anchor, month or – with lunar holidays – year is not known
 */
export function resolveExpression(expression: DateExpression, context: YearContext): DateSpan | undefined {
  if (expression.kind === 'relative') return resolveRelative(expression, context);
  if (expression.kind !== 'span' && expression.kind !== 'malformed') return undefined;
  const { from, to } = expression;
  const sides = isRange(expression)
    ? rangeSides(expression.from, expression.to, expression, context)
    : oneSide(from ?? to, context);
  if (!sides) return undefined;
  const start = from ? sides.start : undefined;
  const end = to ? sides.end : undefined;
  const { raw, approximate, deadline = false, range } = expression;
  const { yearKnown } = sides;
  const yearWritten = from?.year !== undefined || to?.year !== undefined;
  const precision = coarser(from, to);
  const bounds = fuzzyBounds(start, end, from, to);
  const first = start?.first;
  const last = end?.last;
  // Written out, since copying keys from one object into another is dear: a plan resolves hundreds of dates.
  if (first && last)
    return { start: first, end: last, yearKnown, yearWritten, raw, precision, approximate, deadline, range, bounds };
  if (first) return { start: first, yearKnown, yearWritten, raw, precision, approximate, deadline, range, bounds };
  if (last) return { end: last, yearKnown, yearWritten, raw, precision, approximate, deadline, range, bounds };
  return undefined;
}

interface Sides {
  readonly start: SideDays | undefined;
  readonly end: SideDays | undefined;
  readonly yearKnown: boolean;
}

function oneSide(point: DatePoint | undefined, context: YearContext): Sides | undefined {
  if (!point) return undefined;
  const year = writtenYear(point, context) ?? inheritedYear(point, context);
  let days = pointDays(point, year ?? 0, context);
  if (days && year !== undefined && point.holiday !== undefined && point.year === undefined) {
    const next = nextOccurrence(days.last, context);
    if (next) days = pointDays(point, next, context);
  }
  if (!days) return undefined;
  return { start: days, end: days, yearKnown: year !== undefined || countsFromNow(point) };
}

function rangeSides(
  from: DatePoint,
  to: DatePoint,
  expression: DateExpression,
  context: YearContext,
): Sides | undefined {
  const startWritten = writtenYear(from, context);
  const endWritten = writtenYear(to, context, startWritten ?? (from.anchor ? context.issued?.year : undefined));
  const fromMonth = monthOf(from) ?? monthOf(to);
  const month = monthOf(to) ?? fromMonth;
  if (startWritten === undefined && endWritten !== undefined && !to.yearShift) {
    // The year of the range it closes: 9月至2010年2月 begins in 2009, 11月至今年2月 in the year before.
    const end = pointDays(to, endWritten, context, fromMonth);
    const same = pointDays(from, endWritten, context, month);
    const start =
      same && end && compare(same.first, end.last) > 0 ? pointDays(from, endWritten - 1, context, month) : same;
    return { start, end, yearKnown: true };
  }
  const base = startWritten ?? inheritedYear(from, context, month);
  const start = pointDays(from, base ?? 0, context, month);
  const anchored = from.anchor ? start?.first.year : undefined;
  const endYear =
    writtenYear(to, context, startWritten ?? base) ?? anchored ?? base ?? inheritedYear(to, context, fromMonth);
  const startMonth = from.anchor ? start?.first.month : fromMonth;
  // Where no year is known, 次年 is still the one behind that of the start.
  let end = pointDays(to, endYear ?? Math.max(0, to.yearShift ?? 0), context, startMonth);
  const crosses = to.year === undefined && !to.yearShift && expression.fault?.kind !== 'reversed';
  if (start && end && crosses && compare(end.last, start.first) < 0) {
    const next = pointDays(to, (endYear ?? 0) + 1, context, startMonth);
    // The year of what follows is not that of a slip.
    if (next && !isTurnedRound(from, to, start.first, next.last)) end = next;
  }
  const yearKnown = base !== undefined || endYear !== undefined || countsFromNow(from);
  return { start, end, yearKnown };
}

/** The year that a side names: written out, or counted from the year of writing or of the side before it. */
function writtenYear(point: DatePoint, context: YearContext, before?: number): number | undefined {
  if (point.year !== undefined) return point.year;
  if (point.yearShift === undefined) return undefined;
  const base = before ?? context.issued?.year ?? context.last?.year ?? context.year;
  return base === undefined ? undefined : base + point.yearShift;
}

function countsFromNow(point: DatePoint): boolean {
  return point.anchor !== undefined || point.weekShift !== undefined || point.monthShift !== undefined;
}

function resolveRelative(expression: DateExpression, context: YearContext): DateSpan | undefined {
  const { amount, anchor } = expression;
  const start = anchor?.kind === 'issued' ? context.issued : context.anchor;
  if (!amount || !anchor || !start) return undefined;
  const end = addAmount(start, amount, context.calendar ?? publicCalendar);
  return {
    start,
    end,
    yearKnown: true,
    raw: expression.raw,
    precision: 'day',
    approximate: expression.approximate,
    deadline: true,
    range: expression.range,
    bounds: { startLo: start, startHi: start, endLo: end, endHi: end },
  };
}

const RANKS: readonly Precision[] = ['day', 'week', 'xun', 'month', 'quarter', 'halfYear', 'year'];

function coarser(from: DatePoint | undefined, to: DatePoint | undefined): Precision {
  const a = precisionOf(from ?? to);
  const b = precisionOf(to ?? from);
  return RANKS.indexOf(a) >= RANKS.indexOf(b) ? a : b;
}

/** 年底 is a month of the year, 年中 two: not as coarse as the year. */
function precisionOf(point: DatePoint | undefined): Precision {
  if (!point) return 'day';
  return point.unit === 'year' && point.portion !== undefined ? 'month' : point.unit;
}

/** Each end may be any day that its side covers: 从11月初开始 starts on one of the first ten days. */
function fuzzyBounds(
  start: SideDays | undefined,
  end: SideDays | undefined,
  from: DatePoint | undefined,
  to: DatePoint | undefined,
): FuzzyBounds {
  if (start && end)
    return {
      startLo: around(start.first, from, -1),
      startHi: around(start.last, from, 1),
      endLo: around(end.first, to, -1),
      endHi: around(end.last, to, 1),
    };
  if (start) return { startLo: around(start.first, from, -1), startHi: around(start.last, from, 1) };
  return end ? { endLo: around(end.first, to, -1), endHi: around(end.last, to, 1) } : {};
}

function around(day: PlainDate, point: DatePoint | undefined, direction: 1 | -1): PlainDate {
  const nearly = point?.day !== undefined && point.approximate;
  return nearly ? addDays(day, direction * AROUND_DAYS) : day;
}
