import { addDays, addMonths, type PlainDate, weekday } from './civil.ts';
import type { DatePoint } from './expression.ts';
import { holidayDate, holidayNamed } from './holidays.ts';
import { monthOf, type YearContext } from './inherit.ts';
import { type SideDays, sideDays } from './side.ts';

/**
 * The days of one side in a year.
 * @param year 0 when unknown
 * @param month for a day or a part of a month that names none; else the context's
 * @returns undefined when the month, the anchor or the day of a lunar holiday is not known
 */
export function pointDays(point: DatePoint, year: number, context: YearContext, month?: number): SideDays | undefined {
  if (point.anchor) return only(point.anchor.kind === 'issued' ? context.issued : context.anchor);
  if (point.holiday !== undefined) return holidayDays(point, year);
  if (point.weekShift !== undefined) return weekDays(point, context, point.weekShift);
  if (point.monthShift !== undefined) {
    const now = context.issued ?? context.last;
    if (!now) return undefined;
    const shifted = addMonths({ ...now, day: 1 }, point.monthShift);
    return sideDays(point, shifted.year, shifted.month);
  }
  // 13月: a month that could not be read is none.
  if (point.unit === 'month' && point.month === undefined) return undefined;
  const own = monthOf(point) ?? month ?? context.last?.month ?? context.month ?? context.issued?.month;
  return own === undefined ? undefined : sideDays(point, year, own);
}

function only(date: PlainDate | undefined): SideDays | undefined {
  return date && { first: date, last: date };
}

function holidayDays(point: DatePoint, year: number): SideDays | undefined {
  const holiday = point.holiday === undefined ? undefined : holidayNamed(point.holiday);
  const day = holiday && holidayDate(holiday, year);
  if (!holiday || !day) return undefined;
  if (point.eve) return only(addDays(day, -1));
  return { first: day, last: point.during ? addDays(day, holiday.days - 1) : day };
}

/** Weeks run from Monday to Sunday (GB/T 7408.1). */
function weekDays(point: DatePoint, context: YearContext, shift: number): SideDays | undefined {
  if (!context.issued) return undefined;
  const monday = addDays(context.issued, 1 - weekday(context.issued) + shift * 7);
  if (point.weekday !== undefined) return only(addDays(monday, point.weekday - 1));
  return { first: monday, last: addDays(monday, 6) };
}
