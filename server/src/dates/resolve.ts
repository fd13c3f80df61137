import { addDays, addMonths, compare, type PlainDate } from './civil.ts';
import type { DateExpression, DatePoint, DateSpan, FuzzyBounds, Precision } from './expression.ts';
import { holidayDate, holidayNamed } from './holidays.ts';
import { ownMonth, type SideDays, sideDays } from './side.ts';

/** What a date without a year or month takes from around it. */
export interface YearContext {
  readonly year?: number;
  /** Month of the last date before, for 月底 and 下旬 alone. */
  readonly month?: number;
  /** Issue date of the plan: anchor of 即日起 and 印发之日起N日内, and year of 今年. */
  readonly issued?: PlainDate;
}

/**
 * The days that an expression names, by design “How time expressions are read”.
 *
 * A missing year comes from the other side, then from the context; where there is none the span
 * keeps month and day and `yearKnown` is false (years are then 0, or 1 for an end in the next year).
 * A range that would end before it starts ends in the next year when its end names no year.
 * @returns undefined for expressions that name no days (durations, vague words, unknown anchors)
 */
export function resolveExpression(expression: DateExpression, context: YearContext): DateSpan | undefined {
  if (expression.kind === 'relative') return resolveRelative(expression, context);
  if (expression.kind !== 'span' && expression.kind !== 'malformed') return undefined;
  const { from, to } = expression;
  const written = from?.year ?? to?.year;
  const shifted = from?.yearShift ?? to?.yearShift;
  const now = context.issued?.year ?? context.year;
  const year = written ?? (shifted !== undefined && now !== undefined ? now + shifted : context.year);
  const fromYear =
    from?.year ?? (from?.yearShift !== undefined && now !== undefined ? now + from.yearShift : undefined);
  const base =
    fromYear ?? (from ? (to?.year !== undefined && from.year === undefined ? startYear(from, to) : year) : year);
  const start = from ? days(from, base ?? 0, context, undefined) : undefined;
  const endYear =
    (to === from ? base : to?.year) ??
    (to?.yearShift !== undefined ? shiftedYear(to.yearShift, fromYear ?? base, now, from) : (fromYear ?? base));
  let end = to ? days(to, endYear ?? 0, context, from) : undefined;
  if (
    start &&
    end &&
    to &&
    to !== from &&
    to.year === undefined &&
    to.yearShift === undefined &&
    compare(end.last, start.first) < 0
  ) {
    end = days(to, (endYear ?? 0) + 1, context, from);
  }
  if (!start && !end) return undefined;
  const yearKnown =
    base !== undefined || endYear !== undefined || (from?.anchor !== undefined && context.issued !== undefined);
  const side = to ?? from;
  const exact = expression.approximate ? undefined : 'exact';
  const bounds = fuzzyBounds(from, to, start, end);
  return {
    ...(start ? { start: start.first } : {}),
    ...(end ? { end: end.last } : {}),
    yearKnown,
    yearWritten: written !== undefined,
    raw: expression.raw,
    precision: coarser(from?.unit, side?.unit),
    approximate: exact === undefined,
    deadline: expression.deadline ?? false,
    range: expression.range,
    bounds,
  };
}

/** The start of a range whose end alone names a year: 11月至2010年2月 begins in 2009. */
function startYear(from: DatePoint, to: DatePoint): number | undefined {
  if (to.year === undefined) return undefined;
  const first = ownMonth(from) ?? 1;
  const last = ownMonth(to) ?? 12;
  return first > last ? to.year - 1 : to.year;
}

function shiftedYear(
  shift: number,
  base: number | undefined,
  now: number | undefined,
  from: DatePoint | undefined,
): number | undefined {
  // 次年 counts from the side before it, 明年 from the year of writing.
  const anchor = from?.year ?? base ?? now;
  return anchor === undefined ? undefined : anchor + shift;
}

function days(
  point: DatePoint,
  year: number,
  context: YearContext,
  before: DatePoint | undefined,
): SideDays | undefined {
  if (point.anchor) return context.issued ? { first: context.issued, last: context.issued } : undefined;
  if (point.holiday !== undefined) {
    const holiday = holidayNamed(point.holiday);
    const day = holiday && holidayDate(holiday, year);
    if (!day) return undefined;
    const meant = point.eve ? addDays(day, -1) : day;
    return { first: meant, last: meant };
  }
  const month = ownMonth(point) ?? before?.month ?? context.month ?? context.issued?.month;
  if (month === undefined) return undefined;
  return sideDays(point, year, month);
}

/** 自印发之日起30日内: the first day does not count (民法典 201). Other anchors have no day here. */
function resolveRelative(expression: DateExpression, context: YearContext): DateSpan | undefined {
  const { amount, anchor } = expression;
  if (!amount || anchor?.kind !== 'issued' || !context.issued) return undefined;
  const count = Math.ceil(amount.count);
  const end =
    amount.unit === 'month'
      ? addMonths(context.issued, count)
      : amount.unit === 'year'
        ? addMonths(context.issued, count * 12)
        : amount.unit === 'week'
          ? addDays(context.issued, count * 7)
          : amount.unit === 'day'
            ? addDays(context.issued, count)
            : undefined;
  if (!end) return undefined;
  return {
    start: context.issued,
    end,
    yearKnown: true,
    raw: expression.raw,
    precision: 'day',
    approximate: false,
    deadline: true,
    range: expression.range,
  };
}

const ranks: readonly Precision[] = ['day', 'week', 'xun', 'month', 'quarter', 'halfYear', 'year'];

function coarser(a: Precision | undefined, b: Precision | undefined): Precision {
  return ranks[Math.max(ranks.indexOf(a ?? 'day'), ranks.indexOf(b ?? 'day'), 0)] ?? 'day';
}

/**
 * A start written as a month or a part of it may be any of its days (从11月初开始), and so may an end
 * (到12月中旬结束); a day is exact.
 */
function fuzzyBounds(
  from: DatePoint | undefined,
  to: DatePoint | undefined,
  start: SideDays | undefined,
  end: SideDays | undefined,
): FuzzyBounds {
  return {
    ...(from && start ? { startLo: start.first, startHi: start.last } : {}),
    ...(to && end ? { endLo: end.first, endHi: end.last } : {}),
  };
}

/**
 * The context behind a date, for the dates that follow it: a date that names its year hands it on,
 * together with its month.
 */
export function followSpan(context: YearContext, expression: DateExpression, span: DateSpan): YearContext {
  if (expression.kind === 'relative') return context;
  const last = span.end ?? span.start;
  const month = expression.to?.month ?? expression.from?.month;
  const year = span.yearWritten && last ? (span.start?.year ?? last.year) : context.year;
  return { ...context, ...(year === undefined ? {} : { year }), ...(month === undefined ? {} : { month }) };
}
