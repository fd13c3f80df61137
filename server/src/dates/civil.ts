/**
 * Days of the calendar as plain numbers. Nothing here knows a clock or a time zone: a plan that says
 * 10月12日 means the same day wherever it is read.
 */

/** A day of the proleptic Gregorian calendar; `month` 1–12, `day` 1–31. No time zone. */
export interface PlainDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];

/** Whether the year has 366 days. Year 0, which stands for "year unknown", is one of them: 2月29日 stays possible. */
export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Days in the month, 28–31. A month outside 1–12 gives 0. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  if (month === 4 || month === 6 || month === 9 || month === 11) return 30;
  return month >= 1 && month <= 12 && Number.isInteger(month) ? 31 : 0;
}

/** Whether such a day exists. */
export function isValid(date: PlainDate): boolean {
  return (
    Number.isInteger(date.year) &&
    Number.isInteger(date.day) &&
    date.day >= 1 &&
    date.day <= daysInMonth(date.year, date.month)
  );
}

/** Negative when `a` is earlier, 0 when equal, positive when `a` is later. Fit for sorting. */
export function compare(a: PlainDate, b: PlainDate): number {
  return a.year - b.year || a.month - b.month || a.day - b.day;
}

/** The earlier of two days. */
export function earlier(a: PlainDate, b: PlainDate): PlainDate {
  return compare(a, b) <= 0 ? a : b;
}

/** The later of two days. */
export function later(a: PlainDate, b: PlainDate): PlainDate {
  return compare(a, b) >= 0 ? a : b;
}

/** Days since 0000-01-01 (which is day 0); the same day number back gives {@link fromDayNumber}. */
export function dayNumber(date: PlainDate): number {
  const before = date.year - 1;
  const leapDays = Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  const inYear = (DAYS_BEFORE_MONTH[date.month - 1] ?? 0) + (date.month > 2 && isLeapYear(date.year) ? 1 : 0);
  // Year 0 is a leap year of 366 days, hence the 366 that `before = -1` leaves out.
  return before * 365 + leapDays + 366 + inYear + date.day - 1;
}

/** The day with that number; fractions are cut off. */
export function fromDayNumber(number: number): PlainDate {
  const days = Math.floor(number);
  let year = Math.floor(days / 365.2425);
  while (dayNumber({ year: year + 1, month: 1, day: 1 }) <= days) year += 1;
  while (dayNumber({ year, month: 1, day: 1 }) > days) year -= 1;
  let rest = days - dayNumber({ year, month: 1, day: 1 });
  let month = 1;
  while (rest >= daysInMonth(year, month)) {
    rest -= daysInMonth(year, month);
    month += 1;
  }
  return { year, month, day: rest + 1 };
}

/** The day `count` days later; earlier when negative. */
export function addDays(date: PlainDate, count: number): PlainDate {
  const day = date.day + count;
  if (day >= 1 && day <= 28) return { year: date.year, month: date.month, day };
  return fromDayNumber(dayNumber(date) + count);
}

/**
 * The corresponding day `count` months later (earlier when negative), the last day of that month when
 * there is none: 1月31日 + 1 → 2月28日. Source: 民法典 202.
 */
export function addMonths(date: PlainDate, count: number): PlainDate {
  const months = date.year * 12 + (date.month - 1) + Math.trunc(count);
  const year = Math.floor(months / 12);
  const month = months - year * 12 + 1;
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) };
}

/** Days from `a` to `b`: 0 for the same day, negative when `b` is earlier. */
export function daysBetween(a: PlainDate, b: PlainDate): number {
  return dayNumber(b) - dayNumber(a);
}

/** 1 Monday … 7 Sunday. */
export function weekday(date: PlainDate): number {
  // 0000-01-01 is a Saturday.
  return ((((dayNumber(date) + 5) % 7) + 7) % 7) + 1;
}

/** The last day of the month. */
export function endOfMonth(year: number, month: number): PlainDate {
  return { year, month, day: daysInMonth(year, month) };
}

/** `2009-09-01` (ISO 8601 / GB/T 7408.1). Years outside 0–9999 take the expanded form `+012009-…`, `-000001-…`. */
export function toIso(date: PlainDate): string {
  const digits = String(Math.abs(date.year));
  const year =
    date.year >= 0 && date.year <= 9999
      ? digits.padStart(4, '0')
      : (date.year < 0 ? '-' : '+') + digits.padStart(6, '0');
  return `${year}-${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
}

/** Reads what {@link toIso} writes; undefined for another shape or a day that does not exist. */
export function parseIso(text: string): PlainDate | undefined {
  const match = /^(\d{4}|[+-]\d{6})-(\d{2})-(\d{2})$/.exec(text);
  if (!match) return undefined;
  const date = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
  return isValid(date) ? date : undefined;
}

/** `2009年9月1日`, without leading zeros (GB/T 9704-2012 7.3.5.3); an unknown year (0) is left out. */
export function toChinese(date: PlainDate): string {
  return `${date.year === 0 ? '' : `${date.year}年`}${date.month}月${date.day}日`;
}
