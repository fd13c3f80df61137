import calendar from 'chinese-days';
import { addDays, dayNumber, daysBetween, fromDayNumber, type PlainDate, weekday } from './civil.ts';

/** What the State Council's holiday notice says about a day. */
export interface DayOff {
  readonly off: boolean;
  /** The holiday, when the day is off or worked because of one: 国庆节. */
  readonly holiday?: string;
}

const covered = new Map<number, boolean>();

/** Whether the holiday notice of that year is known; the list ends with the last notice published. */
export function hasCalendar(year: number): boolean {
  let known = covered.get(year);
  if (known === undefined) {
    known = year >= 2000 && year < 2200 && detail({ year, month: 10, day: 1 }).includes(',');
    covered.set(year, known);
  }
  return known;
}

/** `National Day,国庆节,3` for days of the notice, `Monday` for others. */
function detail(date: PlainDate): string {
  return calendar.getDayDetail(noon(date)).name;
}

/** Noon of a local day: the library asks a Date for its local day, and reads strings as UTC. */
function noon({ year, month, day }: PlainDate): Date {
  return new Date(year, month - 1, day, 12);
}

/**
 * Whether a day is off: weekends and holidays, without the weekends that are worked instead (调休).
 * @returns undefined in years without a calendar, about which nothing can be said
 */
export function dayOff(date: PlainDate): DayOff | undefined {
  if (!hasCalendar(date.year)) return undefined;
  const number = dayNumber(date);
  let day = days.get(number);
  if (!day) {
    const { work, name } = calendar.getDayDetail(noon(date));
    const holiday = name.split(',')[1];
    day = holiday === undefined ? { off: !work } : { off: !work, holiday };
    days.set(number, day);
  }
  return day;
}

/** By day number: the library formats dates anew for every question, and two hundred years have few days. */
const days = new Map<number, DayOff>();

/** Whether one works on the day with that number. Without a calendar, Monday to Friday are worked. */
function isWorked(number: number): boolean {
  const known = days.get(number);
  if (known) return !known.off;
  const date = fromDayNumber(number);
  return !(dayOff(date)?.off ?? weekday(date) > 5);
}

/** The nth working day behind the day, which itself does not count. Without a calendar, Monday to Friday are worked. */
export function addWorkdays(date: PlainDate, count: number): PlainDate {
  let day = date;
  let left = Math.max(0, Math.min(Math.ceil(count), 2000));
  while (left > 0) {
    day = addDays(day, 1);
    if (!(dayOff(day)?.off ?? weekday(day) > 5)) left -= 1;
  }
  return day;
}

/** Days to count at most; longer periods are not written in working days. */
const LONGEST = 800;

/**
 * Working days behind `from` up to and including `to`; 0 when `to` is not later. Without a calendar, Monday to
 * Friday are worked.
 */
export function workdaysBetween(from: PlainDate, to: PlainDate): number {
  const length = Math.min(daysBetween(from, to), LONGEST);
  const start = dayNumber(from);
  let count = 0;
  for (let by = 1; by <= length; by++) if (isWorked(start + by)) count += 1;
  return count;
}
