import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import type { TwoNames } from './papers.ts';

/** A name with its places, in the order of the text. */
export interface PlacedName {
  readonly name: string;
  readonly places: readonly Range[];
}

/** The rarer of two names of one thing, told beside the commoner; of two as frequent, the one that comes later. */
export function rarer(a: PlacedName, b: PlacedName): readonly TwoNames[] {
  const [first, second] = [a.places[0], b.places[0]];
  if (!first || !second) return [];
  const isA = a.places.length === b.places.length ? first.start > second.start : a.places.length < b.places.length;
  return [
    isA
      ? { written: a.name, other: b.name, range: first, elsewhere: second }
      : { written: b.name, other: a.name, range: second, elsewhere: first },
  ];
}

/** How often a name stands in the text. */
export const timesSaid = (name: string, lines: readonly Line[]): number =>
  lines.reduce((sum, { text }) => sum + text.split(name).length - 1, 0);

/** Notes one more place of a name. */
export function placesByName(places: Map<string, Range[]>, name: string, range: Range): void {
  const known = places.get(name);
  if (known) known.push(range);
  else places.set(name, [range]);
}
