import { compare, type PlainDate } from '../../dates/civil.ts';
import type { MovedEnd } from '../../dates/reword.ts';
import type { Scale } from './axis.ts';
import type { Bar } from './model.ts';

/** A stretch of a bar from left to right. */
export interface Piece {
  readonly from: number;
  readonly to: number;
  /** Somewhere in here it begins or ends. */
  readonly fuzzy: boolean;
  /** Below 1 where it fades into an open side. */
  readonly opacity?: number;
}

/** The outline of a bar, in places of the axis. */
export interface BarShape {
  readonly from: number;
  readonly to: number;
  readonly pieces: readonly Piece[];
  /** The middle of a single day that is too narrow to be seen. */
  readonly diamond?: number;
  /** Where a limit without a beginning ends. */
  readonly limit?: number;
  /** Ends that lie outside of the axis. */
  readonly cuts: readonly (readonly ['start' | 'end', number])[];
  /** Where an end can be taken hold of. */
  readonly handles: readonly (readonly [MovedEnd, number])[];
}

const fading = [0.2, 0.4, 0.65] as const;
const fadeWidth = 8;
/** Narrower than this a day is drawn as a diamond. */
const leastWidth = 9;

/**
 * The shape of a bar between the two edges of the axis: solid where it certainly runs, fuzzy where it
 * begins or ends some time, fading where a side is open.
 */
export function shapeOf(bar: Bar, scale: Scale, left: number, right: number): BarShape {
  const begin = (day: PlainDate) => scale.x(day);
  const behind = (day: PlainDate) => scale.x(day) + scale.origin.perDay;
  const { start, end, fuzzyStart, fuzzyEnd } = bar;
  const first = fuzzyStart?.[0] ?? start;
  const last = fuzzyEnd?.[1] ?? end;
  let from = first ? begin(first) : behind(last ?? scale.domain.start) - fading.length * fadeWidth;
  let to = last ? behind(last) : begin(first ?? scale.domain.end) + fading.length * fadeWidth;
  const cuts: (readonly ['start' | 'end', number])[] = [];
  if (from < left) {
    if (first) cuts.push(['start', left]);
    from = Math.min(left, right - leastWidth);
  }
  if (to > right) {
    if (last) cuts.push(['end', right]);
    to = right;
  }
  // Wholly outside: a sign at the edge.
  if (from >= right) {
    from = right - leastWidth;
    cuts.splice(0, cuts.length, ['end', right]);
  }
  if (to <= left) {
    to = left + leastWidth;
    cuts.splice(0, cuts.length, ['start', left]);
  }
  const handles = handlesOf(bar, scale).filter(([, x]) => x >= left - 1 && x <= right + 1);
  if (!first || !last) {
    return { from, to, pieces: open(from, to, first !== undefined), cuts, handles, ...(first ? {} : { limit: to }) };
  }
  const solidFrom = fuzzyStart ? Math.max(from, Math.min(to, behind(fuzzyStart[1]))) : from;
  const solidTo = fuzzyEnd ? Math.min(to, Math.max(from, begin(fuzzyEnd[0]))) : to;
  const isDay = !fuzzyStart && !fuzzyEnd && to - from < leastWidth && cuts.length === 0;
  if (isDay) {
    const middle = (from + to) / 2;
    return { from: middle - leastWidth / 2, to: middle + leastWidth / 2, pieces: [], diamond: middle, cuts, handles };
  }
  const pieces =
    solidFrom < solidTo
      ? [
          { from, to: solidFrom, fuzzy: true },
          { from: solidFrom, to: solidTo, fuzzy: false },
          { from: solidTo, to, fuzzy: true },
        ]
      : [{ from, to, fuzzy: true }];
  // 10月20日左右: the day itself stands in the middle of those that it may be.
  const isAround = start && fuzzyStart && fuzzyEnd && compare(fuzzyStart[0], start) < 0;
  return {
    from,
    to,
    pieces: pieces.filter((piece) => piece.to - piece.from > 0.2),
    cuts,
    handles,
    ...(isAround && start ? { diamond: begin(start) + scale.origin.perDay / 2 } : {}),
  };
}

function handlesOf({ start, end, ends }: Bar, scale: Scale): readonly (readonly [MovedEnd, number])[] {
  const { perDay } = scale.origin;
  if (ends.includes('day') && end) return [['day', scale.x(end) + perDay / 2]];
  return [
    ...(start ? [['start', scale.x(start)] as const] : []),
    ...(end ? [['end', scale.x(end) + perDay] as const] : []),
  ];
}

/** A side that is not written fades away. */
function open(from: number, to: number, toTheRight: boolean): readonly Piece[] {
  const opacities = toTheRight ? [...fading].reverse() : fading;
  const width = (to - from) / fading.length;
  return opacities.map((opacity, at) => ({
    from: from + at * width,
    to: from + (at + 1) * width,
    fuzzy: false,
    opacity,
  }));
}
