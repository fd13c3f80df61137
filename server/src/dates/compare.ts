import { compare, type PlainDate } from './civil.ts';
import type { DateSpan } from './expression.ts';

/** True when the two spans share a day; an open side reaches without end. */
export function spansOverlap(a: DateSpan, b: DateSpan): boolean {
  return !(isBefore(a.end, b.start) || isBefore(b.end, a.start));
}

/** True when no day of `inner` certainly lies outside `outer`, fuzzy ends read in favour of the author. */
export function spanContains(outer: DateSpan, inner: DateSpan): boolean {
  const earliest = inner.bounds?.startHi ?? inner.start;
  const latest = inner.bounds?.endLo ?? inner.end;
  return !(isBefore(earliest, outer.start) || isBefore(outer.end, latest));
}

/** Which ends of two windows of the same thing cannot be the same day: 11月初 and 11月中旬, but not 11月初 and 11月上旬. */
export function conflictingEnds(a: DateSpan, b: DateSpan): readonly ('start' | 'end')[] {
  const ends: ('start' | 'end')[] = [];
  if (a.start && b.start && apart(lo(a, 'start'), hi(a, 'start'), lo(b, 'start'), hi(b, 'start'))) ends.push('start');
  if (a.end && b.end && apart(lo(a, 'end'), hi(a, 'end'), lo(b, 'end'), hi(b, 'end'))) ends.push('end');
  return ends;
}

function lo(span: DateSpan, side: 'start' | 'end'): PlainDate | undefined {
  return side === 'start' ? (span.bounds?.startLo ?? span.start) : (span.bounds?.endLo ?? span.end);
}

function hi(span: DateSpan, side: 'start' | 'end'): PlainDate | undefined {
  return side === 'start' ? (span.bounds?.startHi ?? span.start) : (span.bounds?.endHi ?? span.end);
}

function apart(
  aLo: PlainDate | undefined,
  aHi: PlainDate | undefined,
  bLo: PlainDate | undefined,
  bHi: PlainDate | undefined,
): boolean {
  return isBefore(aHi, bLo) || isBefore(bHi, aLo);
}

function isBefore(a: PlainDate | undefined, b: PlainDate | undefined): boolean {
  return a !== undefined && b !== undefined && compare(a, b) < 0;
}
