import { addDays, daysBetween, type PlainDate } from './civil.ts';
import type { DatePoint } from './expression.ts';

/**
 * Whether a range that would end in the next year has its ends the wrong way round instead: 5月31日至4月16日 would last to the
 * next spring; only a school year does, or a whole one.
 *
 * @param end the day in the next year
 */
export function isTurnedRound(from: DatePoint, to: DatePoint, start: PlainDate, end: PlainDate): boolean {
  if (from.month === undefined || to.month === undefined) return false;
  // 5月至4月 is no year either: that would be 5月至次年4月. From autumn on it may be one of schools, or of accounts.
  if (from.day === undefined && to.day === undefined)
    return from.month < AUTUMN && daysBetween(start, end) + 1 > longestCrossing;
  if (from.day === undefined || to.day === undefined) return false;
  const next = addDays(end, 1);
  const wholeYear = next.month === start.month && next.day === start.day;
  const days = daysBetween(start, end) + 1;
  return days > longestCrossing && !wholeYear && !(start.month >= 8 && start.month <= 9 && end.month >= 6);
}

const AUTUMN = 8;

/** A window without a year at its end that lasts longer has its ends the wrong way round. */
const longestCrossing = 290;
