import { compare, isValid, type PlainDate, weekday } from './civil.ts';
import type { DateExpression, DatePoint, DateSpan } from './expression.ts';
import { holidayDate, holidayNamed } from './holidays.ts';
import { ownMonth } from './side.ts';
import type { WorkCalendar } from './workdays.ts';

/** What a date without a year or month takes from around it; every part may be unknown. */
export interface YearContext {
  /** Year that the plan as a whole gives: of the title, else of the issue date or the front matter. */
  readonly year?: number | undefined;
  /** Month for 月底前 and a day alone, where no date stands before them. */
  readonly month?: number | undefined;
  /** Issue date of the plan: 即日起, 印发之日起N日内, 今年, 本月. */
  readonly issued?: PlainDate | undefined;
  /** Day of the event that relative deadlines count from (会后5日内), when it is known. */
  readonly anchor?: PlainDate | undefined;
  /** Span of the stage or of the whole plan, both ends known. */
  readonly window?: DateSpan | undefined;
  /** The days of the last span before in the same section that writes its year; kept by {@link followSpan}. */
  readonly full?: Pick<DateSpan, 'start' | 'end' | 'yearKnown'> | undefined;
  /** The last day before in the same section, its year written or inherited; kept by {@link followSpan}. */
  readonly last?: PlainDate | undefined;
  /** On which days the office works: N个工作日内. The public calendar where it is absent. */
  readonly calendar?: WorkCalendar | undefined;
}

/** So many months on, a date without a year still follows the one before it. */
const NEAR_MONTHS = 3;
/** A stretch of so many years more hands on none of them. */
const LONG_YEARS = 2;
/** Years further from the year of issue are history (1921年建党), not part of a schedule. */
const SCHEDULE_YEARS = 5;

/**
 * The year of a date that names none, in the order of the design (dates, “The year”): the last full date
 * before it in the section; the stage's or plan's window; the title; the issue date or front matter.
 *
 * A window over two years decides between them. A January or February behind a November or December is
 * that of the next year.
 * @param month for a day alone
 */
export function inheritedYear(point: DatePoint, context: YearContext, month?: number): number | undefined {
  const own = monthOf(point) ?? month;
  const { full, window, issued } = context;
  if (own === undefined)
    return context.last?.year ?? spanYear(full) ?? spanYear(window) ?? context.year ?? issued?.year;
  const inWindow = yearInside(window, own);
  if (full?.yearKnown) {
    const year = yearInside(full, own) ?? following(context.last, own) ?? crossing(full.end ?? full.start, own);
    if (year !== undefined) return inWindow !== undefined && yearOutside(window, year, own) ? inWindow : year;
  }
  if (window?.yearKnown) return inWindow ?? nearestYear(window, own);
  if (context.year !== undefined) return following(context.last, own) ?? issueYear(point, context) ?? context.year;
  return crossing(issued, own);
}

/**
 * The year of issue for a day at its end that its weekday puts there: 12月30日（周六） in a roster for 2024 issued on 26
 * December 2023.
 */
function issueYear({ month, day, weekday: named }: DatePoint, { year, issued }: YearContext): number | undefined {
  if (named === undefined || month === undefined || day === undefined || !issued || issued.year + 1 !== year)
    return undefined;
  const then = { year: issued.year, month, day };
  if (!isValid(then) || compare(then, issued) < 0) return undefined;
  return weekday(then) === named && weekday({ ...then, year }) !== named ? issued.year : undefined;
}

/** The month in which a side lies, when it says so; holidays by the month they mostly fall in. */
export function monthOf(point: DatePoint): number | undefined {
  if (point.holiday === undefined) return ownMonth(point);
  const holiday = holidayNamed(point.holiday);
  // Any ordinary year tells the month; 2010 has 春节 in the middle of its range.
  return holiday && holidayDate(holiday, 2010)?.month;
}

/** The year after the one given, when a holiday of an inherited year had already passed on the issue date. */
export function nextOccurrence(day: PlainDate, context: YearContext): number | undefined {
  const { issued, window } = context;
  if (window?.yearKnown || !issued || day.year === 0) return undefined;
  return compare(day, issued) < 0 ? day.year + 1 : undefined;
}

function spanYear(span: YearContext['full']): number | undefined {
  return span?.yearKnown ? (span.end ?? span.start)?.year : undefined;
}

/** The one year in which the month lies inside the span, month by month. */
function yearInside(span: YearContext['full'], month: number): number | undefined {
  const { start, end, yearKnown } = span ?? {};
  if (!yearKnown || !start || !end) return undefined;
  for (let year = start.year; year <= Math.min(end.year, start.year + SCHEDULE_YEARS); year++) {
    const at = year * 12 + month;
    if (at >= start.year * 12 + start.month && at <= end.year * 12 + end.month) return year;
  }
  return undefined;
}

function yearOutside(span: DateSpan | undefined, year: number, month: number): boolean {
  const { start, end } = span ?? {};
  const at = year * 12 + month;
  return (start && at < start.year * 12 + start.month) || (end && at > end.year * 12 + end.month) || false;
}

/** The year of the month, when it comes within a few months behind the day. */
function following(last: PlainDate | undefined, month: number): number | undefined {
  if (!last || last.year === 0) return undefined;
  const ahead = (month - last.month + 12) % 12;
  if (ahead > NEAR_MONTHS) return undefined;
  return month < last.month ? last.year + 1 : last.year;
}

function crossing(day: PlainDate | undefined, month: number): number | undefined {
  if (!day) return undefined;
  return day.month >= 11 && month <= 2 ? day.year + 1 : day.year;
}

/** The year that brings the month closest to the window. */
function nearestYear(window: DateSpan, month: number): number | undefined {
  const { start, end } = window;
  if (!start || !end) return crossing(start ?? end, month);
  const before = start.month - month;
  const behind = month - end.month;
  const beforeGap = before >= 0 ? before : before + 12;
  const behindGap = behind >= 0 ? behind : behind + 12;
  if (beforeGap < behindGap) return before >= 0 ? start.year : start.year - 1;
  return behind >= 0 ? end.year : end.year + 1;
}

/**
 * The context behind a date, for the dates that follow it on the same line and below. A date that writes its
 * year hands it on, and so does a year alone (tables put 2009年 and 9月初 on lines of their own); one that
 * inherited it is remembered only as the day before. Years far from that of the plan hand on nothing, and a
 * date without a year nothing but its month.
 */
export function followSpan(context: YearContext, expression: DateExpression, span: DateSpan): YearContext {
  if (expression.kind === 'relative') return context;
  const last = span.end ?? span.start;
  if (!last) return context;
  if (!span.yearKnown) return handingOn(context, last.month, context.full, context.last);
  const year = context.issued?.year ?? context.window?.start?.year ?? context.year;
  if (year !== undefined && Math.abs(last.year - year) > SCHEDULE_YEARS) return context;
  // “十四五”期间, 2024—2026年: which of its years is meant further on, the plan as a whole tells.
  if (span.precision === 'year' && last.year - (span.start ?? last).year >= LONG_YEARS) return context;
  // A year alone says nothing about the month that follows: 今年 no more than 2009年.
  if (span.precision === 'year')
    return span.yearWritten ? handingOn(context, context.month, daysOf(span), context.last) : context;
  return handingOn(context, context.month, span.yearWritten ? daysOf(span) : context.full, last);
}

/** Without its words: a context is kept longer than the text that they were cut from. */
const daysOf = ({ start, end, yearKnown }: DateSpan): YearContext['full'] => ({
  yearKnown,
  ...(start ? { start } : {}),
  ...(end ? { end } : {}),
});

/** Written out, since copying keys from one object into another is dear: nearly every date hands something on. */
function handingOn(
  { year, issued, anchor, window, calendar }: YearContext,
  month: number | undefined,
  full: YearContext['full'],
  last: PlainDate | undefined,
): YearContext {
  return { year, month, issued, anchor, window, full, last, calendar };
}

/** The context at the head of a new section: what the plan as a whole gives stays, dates before are forgotten. */
export function newSection(context: YearContext, window?: DateSpan): YearContext {
  const { year, issued, anchor } = context;
  const span = window ?? context.window;
  return {
    ...(year === undefined ? {} : { year }),
    ...(issued ? { issued } : {}),
    ...(anchor ? { anchor } : {}),
    ...(span ? { window: span } : {}),
  };
}
