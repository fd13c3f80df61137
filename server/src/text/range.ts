/** A stretch of source text in UTF-16 units, `end` exclusive: the position type of every fact. */
export interface Range {
  readonly start: number;
  readonly end: number;
}

/** A value together with the words that it was read from. */
export interface Located<T> {
  readonly value: T;
  readonly range: Range;
}

/** True when the two ranges share at least one unit. */
export function overlaps(a: Range, b: Range): boolean {
  return a.start < b.end && b.start < a.end;
}

/** True when all of one range lies in the other. */
export function liesWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The range moved by `by` units. */
export function shift(range: Range, by: number): Range {
  return by === 0 ? range : { start: range.start + by, end: range.end + by };
}
