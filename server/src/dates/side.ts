import { daysInMonth, type PlainDate } from './civil.ts';
import type { DatePoint } from './expression.ts';

/** First and last day that a side may mean. */
export interface SideDays {
  readonly first: PlainDate;
  readonly last: PlainDate;
}

const THIRDS = { first: [1, 10], middle: [11, 20], last: [21, 31] } as const;
/** 年初 January, 年中 June and July, 年底 December. */
const YEAR_PARTS = { first: [1, 1], middle: [6, 7], last: [12, 12] } as const;

/**
 * The days that a side covers once its year and month are given, by the table in dates.md: 上旬 1–10,
 * 月底 21 to the last day, 年底 December. A day that the month does not have becomes its last day.
 * Holidays, anchors and weeks from now are not for this function: they need more than a month.
 */
export function sideDays(point: DatePoint, year: number, month: number): SideDays {
  const { portion } = point;
  const number = typeof portion === 'number' ? portion : undefined;
  const third = typeof portion === 'string' ? portion : undefined;
  if (point.day !== undefined) {
    const date = { year, month, day: Math.min(Math.max(point.day, 1), daysInMonth(year, month)) };
    return { first: date, last: date };
  }
  switch (point.unit) {
    case 'year': {
      const [from, to] = third ? YEAR_PARTS[third] : [1, 12];
      return monthSpan(year, from, to);
    }
    case 'halfYear':
      return number === 2 ? monthSpan(year, 7, 12) : monthSpan(year, 1, 6);
    case 'quarter': {
      const quarter = number ?? Math.ceil(month / 3);
      return monthSpan(year, quarter * 3 - 2, quarter * 3);
    }
    case 'week': {
      const week = number ?? 1;
      return dayRange(year, month, week * 7 - 6, week * 7);
    }
    default:
      return third ? dayRange(year, month, THIRDS[third][0], THIRDS[third][1]) : monthSpan(year, month, month);
  }
}

function monthSpan(year: number, from: number, to: number): SideDays {
  return { first: { year, month: from, day: 1 }, last: { year, month: to, day: daysInMonth(year, to) } };
}

function dayRange(year: number, month: number, from: number, to: number): SideDays {
  const last = daysInMonth(year, month);
  return {
    first: { year, month, day: Math.min(from, last) },
    last: { year, month, day: Math.min(to, last) },
  };
}

/** The month in which a side lies, when it says so itself: 12 for 年底, 4 for 第二季度, 7 for 下半年. */
export function ownMonth(point: DatePoint): number | undefined {
  if (point.month !== undefined) return point.month;
  const { portion, unit } = point;
  if (unit === 'year') return typeof portion === 'string' ? YEAR_PARTS[portion][0] : 1;
  if (unit === 'halfYear') return portion === 2 ? 7 : 1;
  if (unit === 'quarter' && typeof portion === 'number') return portion * 3 - 2;
  return undefined;
}
