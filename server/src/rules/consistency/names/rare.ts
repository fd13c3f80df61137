import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import type { TwoNames } from './reader.ts';

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

/** The names of one kind that a text has, each with its places and its lines, in the order of the text. */
export class NamesInText {
  readonly #places = new Map<string, Range[]>();
  readonly #lines = new Map<string, Set<Line>>();

  /** @param range of the name in the text of the line */
  note(name: string, line: Line, { start, end }: Range): void {
    placesByName(this.#places, name, line.at(start, end));
    const lines = this.#lines.get(name);
    if (lines) lines.add(line);
    else this.#lines.set(name, new Set([line]));
  }

  get all(): readonly string[] {
    return [...this.#places.keys()];
  }

  placesOf(name: string): readonly Range[] {
    return this.#places.get(name) ?? NOWHERE;
  }

  /** What stands beside one another on a line is known to be two. */
  areOnOneLine(name: string, other: string): boolean {
    const lines = this.#lines.get(other);
    return lines !== undefined && [...(this.#lines.get(name) ?? [])].some((line) => lines.has(line));
  }

  /** The rarer of two names, where the text has both. */
  rarerOf(name: string, other: string): readonly TwoNames[] {
    return rarer({ name, places: this.placesOf(name) }, { name: other, places: this.placesOf(other) });
  }

  /**
   * Names that end in the first word of a pair, and stand with the second one in its place as well.
   * @param areTwo says that both are meant
   */
  variantsByEnd(
    pairs: readonly (readonly [string, string])[],
    areTwo: (name: string, other: string) => boolean = () => false,
  ): readonly TwoNames[] {
    return pairs.flatMap(([a, b]) =>
      this.all.flatMap((name): readonly TwoNames[] => {
        if (!name.endsWith(a)) return [];
        const other = name.slice(0, -a.length) + b;
        return areTwo(name, other) ? [] : this.rarerOf(name, other);
      }),
    );
  }

  /** A name that stands once where another one stands at least so often. */
  onlyOnce(written: string, other: string, often: number): readonly TwoNames[] {
    const [range, more] = this.placesOf(written);
    const usual = this.placesOf(other);
    const [elsewhere] = usual;
    return range && !more && elsewhere && usual.length >= often ? [{ written, other, range, elsewhere }] : [];
  }
}
const NOWHERE: readonly Range[] = [];

/** Of each word of the pairs, the other one. */
export const partnersOf = (pairs: readonly (readonly [string, string])[]): ReadonlyMap<string, string> =>
  new Map(pairs.flatMap(([a, b]) => [[a, b] as const, [b, a] as const]));
