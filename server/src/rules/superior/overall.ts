import { compare, type PlainDate } from '../../dates/civil.ts';
import { fuzzyEnds, spanContains } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { groupsOf, saidFor } from '../../plan/constraints/audiences.ts';
import type { OverallWindows } from '../../plan/constraints/windows.ts';
import type { Schedule } from '../../plan/model.ts';

type Window = Pick<Schedule, 'audience' | 'span' | 'range'>;

/**
 * The overall window of a superior plan that should hold a window and does not: that of the same people, else the
 * one of all. Of several windows for others, and where it is not known for whom, all together are the limit.
 *
 * @param audience whom the window is for; undefined where that is not known
 */
export function overallMissed(
  span: DateSpan,
  audience: string | undefined,
  overall: OverallWindows,
): Window | undefined {
  const windows = windowsFor(overall, audience);
  return missed(span, windows, audience === undefined || groupsOf(audience).length !== 1);
}

/** The overall windows that can hold one for somebody: for the same people, else for all; where it is not known for whom, any. */
export function windowsFor({ general, byAudience }: OverallWindows, audience: string | undefined): readonly Window[] {
  const isKnown = audience !== undefined && groupsOf(audience).length > 0;
  const named = isKnown ? saidFor(byAudience, audience) : [];
  if (named.length > 0) return named;
  if (general) return [{ span: general, range: general.range }];
  return isKnown ? [] : byAudience;
}

/** Windows as the limit of the whole, for whomever: what lies outside of it is of quite another time. */
export function wholeOf({ general, byAudience }: OverallWindows): DateSpan | undefined {
  return general ?? hullOf(byAudience);
}

function missed(span: DateSpan, windows: readonly Window[], together: boolean): Window | undefined {
  if (windows.some((window) => spanContains(window.span, span))) return undefined;
  const hull = together ? hullOf(windows) : undefined;
  return hull && spanContains(hull, span) ? undefined : windows[0];
}

/** From the first start to the last end; open where one of them is. */
export function hullOf(windows: readonly Window[]): DateSpan | undefined {
  const first = windows[0]?.span;
  if (!first) return undefined;
  const ends = windows.map(({ span }) => fuzzyEnds(span));
  const startLo = extreme(
    ends.map((one) => one.startLo),
    -1,
  );
  const endHi = extreme(
    ends.map((one) => one.endHi),
    1,
  );
  const { start: _, end: __, bounds: ___, ...rest } = first;
  return {
    ...rest,
    ...(startLo ? { start: startLo } : {}),
    ...(endHi ? { end: endHi } : {}),
    yearKnown: windows.every(({ span }) => span.yearKnown),
  };
}

function extreme(days: readonly (PlainDate | undefined)[], direction: 1 | -1): PlainDate | undefined {
  return days.reduce((best, day) =>
    best && day && compare(day, best) * direction > 0 ? day : best && day ? best : undefined,
  );
}
