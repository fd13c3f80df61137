import { addDays, compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { DateExpression } from '../../../dates/expression.ts';
import type { Dated } from '../../../plan/model.ts';

/** Whether the end of a window lies before its start, as it is written. */
export function runsBackwards({ expression, span }: Dated): boolean {
  if (expression.fault) return expression.fault.kind === 'reversed';
  if (!span?.start || !span.end) return false;
  return compare(span.end, span.start) < 0 || takenForNextYear(expression, span.start, span.end);
}

/** 5月31日至4月16日 would last to the next spring; only a school year does, or a whole one. */
function takenForNextYear({ from, to }: DateExpression, start: PlainDate, end: PlainDate): boolean {
  if (from?.day === undefined || to?.day === undefined || from.month === undefined || to.month === undefined)
    return false;
  if (to.year !== undefined || to.yearShift !== undefined || end.year === start.year) return false;
  const next = addDays(end, 1);
  const wholeYear = next.month === start.month && next.day === start.day;
  const days = daysBetween(start, end) + 1;
  return days > longestCrossing && !wholeYear && !(start.month >= 8 && start.month <= 9 && end.month >= 6);
}

/** A window without a year at its end that lasts longer has its ends the wrong way round. */
const longestCrossing = 290;
