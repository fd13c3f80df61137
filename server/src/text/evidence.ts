import { SLOTS, slotOf } from './pair-slots.ts';
import { unitsOf } from './units.ts';

/** What a reader must find in a text, if it is to find anything: one bit of one of the words of `Evidence`. */
export interface Clue {
  readonly word: number;
  readonly bit: number;
}

/** The clues that a text has, one bit each. */
export type Evidence = readonly [number, number, number, number, number];

const WORDS = 5;
const BITS = 32;
const MOST = BITS * WORDS;
export const NO_EVIDENCE: Evidence = [0, 0, 0, 0, 0];
const SHARED = 0xffff;

/**
 * Tells by one pass over a text which of many clues it has, where each reader by itself would search it once or several
 * times. A few other pairs may share the slot of a pair: a text without a clue surely has none of what it stands for, a
 * text with it may.
 */
export class EvidenceTable {
  /** By unit, and by slot of a pair, the place of its clues in `#bits`; 0 for nearly all of them, which say nothing. */
  readonly #ofUnit = new Uint16Array(SLOTS);
  readonly #ofPair = new Uint16Array(SLOTS);
  /** The first unit of the pair that has the slot, by which other pairs with that slot are told; `SHARED` where two have it. */
  readonly #firsts = new Uint16Array(SLOTS);
  readonly #bits: number[] = [...NO_EVIDENCE];
  #clues = 0;
  #read = false;

  /**
   * Makes a clue of any of some units, and of any of some pairs of units that stand side by side. To be called when a
   * module is loaded, before any text is read.
   * @param pairs two units each
   */
  clue(units: string, pairs: readonly string[]): Clue {
    if (this.#read) throw new Error('a clue that comes after the first text was read');
    if (this.#clues === MOST) throw new Error('no room for another clue');
    const made = { word: Math.floor(this.#clues / BITS), bit: 1 << (this.#clues % BITS) };
    this.#clues++;
    for (let at = 0; at < units.length; at++) this.#note(this.#ofUnit, units.charCodeAt(at), made);
    for (const pair of pairs) {
      if (pair.length !== 2) throw new Error(`${pair} is no pair`);
      const first = pair.charCodeAt(0);
      const slot = slotOf(first, pair.charCodeAt(1));
      this.#firsts[slot] = this.#ofPair[slot] === 0 || this.#firsts[slot] === first ? first : SHARED;
      this.#note(this.#ofPair, slot, made);
    }
    return made;
  }

  #note(table: Uint16Array, slot: number, { word, bit }: Clue): void {
    let place = table[slot] ?? 0;
    if (place === 0) {
      place = this.#bits.length;
      if (place >= SLOTS) throw new Error('no room for another pair');
      this.#bits.push(...NO_EVIDENCE);
      table[slot] = place;
    }
    this.#bits[place + word] = (this.#bits[place + word] ?? 0) | bit;
  }

  /** The clues of a text. By hand, over numbers: it looks at every unit of every text. */
  read(text: string): Evidence {
    this.#read = true;
    const [ofUnit, ofPair, firsts, bits] = [this.#ofUnit, this.#ofPair, this.#firsts, this.#bits];
    let [a, b, c, d, e] = NO_EVIDENCE;
    let before = 0;
    const units = unitsOf(text);
    for (let at = 0; at < text.length; at++) {
      const unit = units[at] ?? 0;
      const own = ofUnit[unit] ?? 0;
      if (own !== 0) {
        a |= bits[own] ?? 0;
        b |= bits[own + 1] ?? 0;
        c |= bits[own + 2] ?? 0;
        d |= bits[own + 3] ?? 0;
        e |= bits[own + 4] ?? 0;
      }
      const slot = slotOf(before, unit);
      const pair = ofPair[slot] ?? 0;
      if (pair !== 0 && (firsts[slot] === before || firsts[slot] === SHARED)) {
        a |= bits[pair] ?? 0;
        b |= bits[pair + 1] ?? 0;
        c |= bits[pair + 2] ?? 0;
        d |= bits[pair + 3] ?? 0;
        e |= bits[pair + 4] ?? 0;
      }
      before = unit;
    }
    return (a | b | c | d | e) === 0 ? NO_EVIDENCE : [a, b, c, d, e];
  }
}

/** False when a text surely has none of what the clue stands for. */
export const mayHold = (evidence: Evidence, { word, bit }: Clue): boolean => ((evidence[word] ?? 0) & bit) !== 0;

/** All pairs of one of the first units with one of the second. */
export const pairsOf = (first: string, second: string): readonly string[] =>
  [...first].flatMap((one) => [...second].map((other) => one + other));

/** The two units in the middle of a word, which is rarer than its beginning. */
export function middleOf(word: string): string {
  const at = (word.length - 1) >> 1;
  return word.slice(at, at + 2);
}
