import { lineMemo } from '../../plan/facts.ts';
import { SLOTS, slotOf } from '../../text/pair-slots.ts';
import { unitsOf } from '../../text/units.ts';

/**
 * What a reader of wording must find in a text, if it is to find anything: one bit of one of the words of `Hints`. Signs
 * (`plan/signs.ts`) are few and for all readers of plans; these are many, and only the rules of this folder ask for them.
 */
export interface Hint {
  readonly word: number;
  readonly bit: number;
}

/** The hints of a text, one bit each. */
export type Hints = readonly [number, number, number];

const WORDS = 3;
const NONE: Hints = [0, 0, 0];

/** By slot the place of its hints in `bits`; 0 for the slots of nearly all pairs. */
const places = new Uint16Array(SLOTS);
/** The first unit of the pair that has the slot, or `SHARED` where two have it. */
const firsts = new Uint16Array(SLOTS);
const SHARED = 0xffff;
const bits: number[] = [0, 0, 0];
let hints = 0;
let read = false;

/**
 * Makes a hint: any of some pairs of units that stand side by side. A text without it surely has none of them, one with it
 * may. To be called when a module is loaded, before any text is read. One pass over a text tells its hints to all readers,
 * where each of them would search it with a pattern.
 *
 * @param pairs two units each
 */
export function hint(pairs: readonly string[]): Hint {
  if (read) throw new Error('a hint that comes after the first text was read');
  if (hints === 31 * WORDS) throw new Error('no room for another hint');
  const made = { word: Math.floor(hints / 31), bit: 1 << (hints % 31) };
  hints++;
  for (const pair of pairs) {
    if (pair.length !== 2) throw new Error(`${pair} is no pair`);
    const first = pair.charCodeAt(0);
    const slot = slotOf(first, pair.charCodeAt(1));
    let place = places[slot] ?? 0;
    if (place === 0) {
      place = bits.length;
      bits.push(0, 0, 0);
      places[slot] = place;
      firsts[slot] = first;
    } else if (firsts[slot] !== first) firsts[slot] = SHARED;
    bits[place + made.word] = (bits[place + made.word] ?? 0) | made.bit;
  }
  return made;
}

/** All pairs of one of the first units with one of the second. */
export const pairsOf = (first: string, second: string): readonly string[] =>
  [...first].flatMap((one) => [...second].map((other) => one + other));

/** False when a text surely has none of what the hint stands for. */
export const mayHold = (found: Hints, { word, bit }: Hint): boolean => ((found[word] ?? 0) & bit) !== 0;

/** The hints of a line. */
export const hintsOn = lineMemo(({ text }): Hints => hintsOf(text));

/** The hints of a text. By hand, over numbers: it looks at every unit. */
export function hintsOf(text: string): Hints {
  read = true;
  let [a, b, c] = NONE;
  let before = 0;
  const units = unitsOf(text);
  for (let at = 0; at < text.length; at++) {
    const unit = units[at] ?? 0;
    const slot = slotOf(before, unit);
    const place = places[slot] ?? 0;
    if (place !== 0 && (firsts[slot] === before || firsts[slot] === SHARED)) {
      a |= bits[place] ?? 0;
      b |= bits[place + 1] ?? 0;
      c |= bits[place + 2] ?? 0;
    }
    before = unit;
  }
  return (a | b | c) === 0 ? NONE : [a, b, c];
}
