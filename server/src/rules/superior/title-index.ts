import { functionWords, isSlip, plainTitle, rememberedTitle } from '../consistency/names/titles/title-slips.ts';
import { activitiesIn, activityOfWhole, isPartTitle } from './kin.ts';

const none: readonly number[] = [];

/**
 * Titles of many papers, to find those that a citation or another title means without comparing each with each.
 *
 * Positions are those of the list that it was made of. Of several papers with the very same title only one is meant:
 * the last one in front of whoever asks, else the first one behind.
 */
export class TitleIndex {
  readonly titles: readonly (string | undefined)[];
  /** By plain title, in order. */
  readonly #exact = new Map<string, number[]>();
  /** Plain titles by hashes that those have of which they can be slips; made when it is asked for. */
  #likely: ReadonlyMap<number, readonly string[]> | undefined;
  /** Plain titles by what is remembered of them. */
  readonly #remembered = new Map<string, string[]>();
  /** Titles of whole plans by their activity. */
  readonly #activities = new Map<string, Set<string>>();
  /** Different titles as they stand, in order. */
  readonly #written = new Map<string, number[]>();
  readonly #meant = new Map<string, readonly (readonly number[])[]>();
  readonly #wholes = new Map<string, readonly (readonly number[])[]>();

  constructor(titles: readonly (string | undefined)[]) {
    this.titles = titles;
    for (const [at, title] of titles.entries()) {
      if (title === undefined) continue;
      pushTo(this.#exact, plainTitle(title), at);
      pushTo(this.#written, title, at);
    }
    for (const title of this.#exact.keys()) {
      const left = rememberedTitle(title);
      if (left !== '') pushTo(this.#remembered, left, title);
    }
    for (const title of this.#written.keys()) {
      const activity = activityOfWhole(title);
      if (activity === undefined) continue;
      const known = this.#activities.get(activity);
      if (known) known.add(title);
      else this.#activities.set(activity, new Set([title]));
    }
  }

  /** The papers that a cited title means: those of that title, with a slip in it, or quoted from memory. @param asking position of who cites it */
  meant(cited: string, asking: number): readonly number[] {
    let groups = this.#meant.get(cited);
    if (!groups) {
      const plain = plainTitle(cited);
      const remembered = this.#remembered.get(rememberedTitle(plain)) ?? [];
      groups = [...new Set([plain, ...this.#slips(plain), ...remembered])].flatMap((title) => {
        const group = this.#exact.get(title);
        return group ? [group] : [];
      });
      this.#meant.set(cited, groups);
    }
    return nearestOf(groups, asking);
  }

  /** The plans of which the paper at a position is a stage, or on which it reports. */
  wholesOf(asking: number): readonly number[] {
    const title = this.titles[asking];
    if (title === undefined) return none;
    let groups = this.#wholes.get(title);
    if (!groups) {
      const wholes = activitiesIn(title)
        .flatMap((activity) => [...(this.#activities.get(activity) ?? [])])
        .filter((whole) => isPartTitle(title, whole));
      groups = wholes.map((whole) => this.#written.get(whole) ?? none);
      this.#wholes.set(title, groups);
    }
    return nearestOf(groups, asking);
  }

  /** The plain titles that differ from that one by a slip. */
  #slips(plain: string): readonly string[] {
    this.#likely ??= likelySlips(this.#exact.keys());
    const hashes = new Hashes(plain);
    const likely = new Set<string>();
    for (const hash of [...shortenings(plain, hashes), ...swaps(plain, hashes)]) {
      for (const title of this.#likely.get(hash) ?? []) likely.add(title);
    }
    return [...likely].filter((title) => isSlip(plain, title));
  }
}

/** Titles by the hashes of themselves and of what is left when a character or word is taken out. */
function likelySlips(titles: Iterable<string>): ReadonlyMap<number, readonly string[]> {
  const likely = new Map<number, string[]>();
  for (const title of titles) for (const hash of shortenings(title, new Hashes(title))) pushTo(likely, hash, title);
  return likely;
}

/** Hashes of the title as it is, without each of its characters (pairs of them where it is a charter), and without words that say nothing. */
function shortenings(title: string, hashes: Hashes): ReadonlySet<number> {
  const { length } = title;
  const shorter = new Set([hashes.of(0, length)]);
  const without = (at: number, count: number) =>
    shorter.add(join(hashes.of(0, at), hashes.of(at + count, length), length - at - count));
  for (let at = 0; at < length; at++) without(at, 1);
  if (title.endsWith('章程')) for (let at = 0; at + 2 <= length; at++) without(at, 2);
  for (const word of functionWords) {
    for (let at = title.indexOf(word); at >= 0; at = title.indexOf(word, at + 1)) without(at, word.length);
  }
  return shorter;
}

/** Longest words that change places. */
const longestSwapped = 3;

/** Hashes of the title with each two neighbouring words of one length in each other's place. */
function swaps({ length }: string, hashes: Hashes): readonly number[] {
  const swapped: number[] = [];
  for (let half = 1; half <= longestSwapped; half++) {
    for (let at = 0; at + 2 * half <= length; at++) {
      const [middle, end] = [at + half, at + 2 * half];
      const words = join(hashes.of(middle, end), hashes.of(at, middle), half);
      swapped.push(join(join(hashes.of(0, at), words, 2 * half), hashes.of(end, length), length - end));
    }
  }
  return swapped;
}

const factor = 0x01_00_01_93;
const powers: number[] = [1];

const powerOf = (exponent: number): number => {
  while (powers.length <= exponent) powers.push(Math.imul(powers.at(-1) ?? 1, factor));
  return powers[exponent] ?? 1;
};

/** Hash of two texts behind one another. @param length of the second one */
const join = (first: number, second: number, length: number) => (Math.imul(first, powerOf(length)) + second) | 0;

/** Hashes of the pieces of a text, each of them in no time. */
class Hashes {
  readonly #upTo: Int32Array;

  constructor(text: string) {
    this.#upTo = new Int32Array(text.length + 1);
    for (let at = 0; at < text.length; at++) {
      this.#upTo[at + 1] = (Math.imul(this.#upTo[at] ?? 0, factor) + text.charCodeAt(at)) | 0;
    }
  }

  of(start: number, end: number): number {
    return ((this.#upTo[end] ?? 0) - Math.imul(this.#upTo[start] ?? 0, powerOf(end - start))) | 0;
  }
}

/** One of each group, in order; never the one that asks. */
function nearestOf(groups: readonly (readonly number[])[], asking: number): readonly number[] {
  if (groups.length === 0) return none;
  const found = groups.flatMap((group) => nearest(group, asking) ?? []);
  return found.length > 1 ? [...new Set(found)].sort((a, b) => a - b) : found;
}

/** The last one in front of the position, else the first one behind it. */
function nearest(group: readonly number[], asking: number): number | undefined {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((group[middle] ?? 0) < asking) low = middle + 1;
    else high = middle;
  }
  return group[low - 1] ?? (group[low] === asking ? group[low + 1] : group[low]);
}

function pushTo<K, T>(map: Map<K, T[]>, key: K, value: T): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
