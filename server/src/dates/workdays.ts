import calendar from 'chinese-days';
import { addDays, dayNumber, daysBetween, fromDayNumber, type PlainDate, weekday } from './civil.ts';

/** What the State Council's holiday notice, or the office's own calendar, says about a day. */
export interface DayOff {
  readonly off: boolean;
  /** The holiday, when the day is off or worked because of one: 国庆节, 暑假. */
  readonly holiday?: string;
  /** Said by the office for itself. */
  readonly own?: true;
}

/** On which days an office works. */
export interface WorkCalendar {
  /** Its own days, by day number; all others are as the public calendar has them. */
  readonly own: ReadonlyMap<number, DayOff>;
}

/** The public holidays and nothing else. */
export const publicCalendar: WorkCalendar = { own: new Map() };

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
 * Whether a day is off: weekends and holidays, without the weekends that are worked instead (调休), and whatever
 * the office says for itself.
 * @returns undefined in years without a calendar, about which nothing can be said
 */
export function dayOff(date: PlainDate, { own }: WorkCalendar): DayOff | undefined {
  return (own.size > 0 ? own.get(dayNumber(date)) : undefined) ?? publicDay(date);
}

/** 国庆节放假, 暑假, 休息日: the name of a holiday as the reason for which nobody works. */
export function restText(holiday: string): string {
  return /(?:假|假期|假日|休息日)$/.test(holiday) ? holiday : `${holiday}放假`;
}

/** What the holiday notice says of a day; undefined in years without one. */
export function publicDay(date: PlainDate): DayOff | undefined {
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

/** Whether one works on the day. Without a calendar, Monday to Friday are worked. */
export function isWorkday(date: PlainDate, calendar: WorkCalendar): boolean {
  return !(dayOff(date, calendar)?.off ?? weekday(date) > 5);
}

function isWorked(number: number, calendar: WorkCalendar): boolean {
  const known = (calendar.own.size > 0 ? calendar.own.get(number) : undefined) ?? days.get(number);
  return known ? !known.off : isWorkday(fromDayNumber(number), calendar);
}

/** The nth working day behind the day, which itself does not count. Without a calendar, Monday to Friday are worked. */
export function addWorkdays(date: PlainDate, count: number, calendar: WorkCalendar): PlainDate {
  let day = date;
  let left = Math.max(0, Math.min(Math.ceil(count), 2000));
  // An own calendar may call years of days off: they end.
  for (let tries = 0; left > 0 && tries < LONGEST_SEARCH; tries++) {
    day = addDays(day, 1);
    if (isWorkday(day, calendar)) left -= 1;
  }
  return day;
}

/** Days that are looked through for working days. */
const LONGEST_SEARCH = 6000;

/** Days to count at most; longer periods are not written in working days. */
const LONGEST = 800;

/**
 * Working days behind `from` up to and including `to`; 0 when `to` is not later. Without a calendar, Monday to
 * Friday are worked.
 * @param enough where this many are as good as more, the others are not counted
 */
export function workdaysBetween(from: PlainDate, to: PlainDate, calendar: WorkCalendar, enough = LONGEST): number {
  const length = Math.min(daysBetween(from, to), LONGEST);
  const start = dayNumber(from);
  let count = 0;
  for (let by = 1; by <= length && count < enough; by++) if (isWorked(start + by, calendar)) count += 1;
  return count;
}
