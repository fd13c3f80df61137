import { addDays, addMonths, type PlainDate } from './civil.ts';
import type { Amount } from './expression.ts';
import { addWorkdays, type WorkCalendar } from './workdays.ts';

/** Days counted for half a month. */
const HALF_MONTH = 15;

/**
 * The last day of a period that begins on `start`. The first day does not count; months end on the
 * corresponding day, or on the last one of the month; hours make whole days.
 * Source: 民法典 200–202 (by analogy).
 */
export function addAmount(start: PlainDate, { count, unit }: Amount, calendar: WorkCalendar): PlainDate {
  switch (unit) {
    case 'year':
      return addMonths(start, Math.round(count * 12));
    case 'month': {
      const whole = addMonths(start, Math.floor(count));
      return Number.isInteger(count) ? whole : addDays(whole, HALF_MONTH);
    }
    case 'week':
      return addDays(start, Math.ceil(count * 7));
    case 'workday':
      return addWorkdays(start, count, calendar);
    case 'hour':
      return addDays(start, Math.ceil(count / 24));
    default:
      return addDays(start, Math.ceil(count));
  }
}
