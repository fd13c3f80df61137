import { SLOTS, slotOf } from '../text/pair-slots.ts';
import { unitsOf } from '../text/units.ts';
import { type LineFacts, lineMemo } from './facts.ts';
import type { Line } from './model.ts';

/** What a reader must find in a text, if it is to find anything: one bit of one of the words of `Signs`. */
export interface Sign {
  readonly word: number;
  readonly bit: number;
}

/** The signs of a text, one bit each. */
type Signs = readonly [number, number, number, number];

const WORDS = 4;
const NONE: Signs = [0, 0, 0, 0];

/** The signs that a unit, or a pair of units, is evidence of; by the class of the unit or the slot of the pair. */
const classes: [number, number, number, number][] = [[0, 0, 0, 0]];
/** Nearly all units and pairs are of class 0 and say nothing. */
const ofUnit = new Uint16Array(SLOTS);
const ofPair = new Uint16Array(SLOTS);
/** The first unit of the pair that has the slot, by which other pairs with that slot are told; `SHARED` where two have it. */
const firstOfPair = new Uint16Array(SLOTS);
const SHARED = 0xffff;
let signs = 0;
let read = false;

/**
 * Makes a sign: any of some single units, or any of some words. Of a word only two units that stand side by
 * side are looked at, and a few other pairs may share their slot: a text without the sign surely holds none of
 * the words, a text with it may. To be called when a module is loaded, before any text is read.
 *
 * One pass over a text tells all its signs, where each reader by itself would search it once or several times.
 */
export function sign({
  units = '',
  words = [],
}: {
  readonly units?: string;
  readonly words?: readonly string[];
}): Sign {
  if (read) throw new Error('a sign that comes after the first text was read');
  if (signs === 31 * WORDS) throw new Error('no room for another sign');
  const made = { word: Math.floor(signs / 31), bit: 1 << (signs % 31) };
  signs++;
  for (let at = 0; at < units.length; at++) note(ofUnit, units.charCodeAt(at), made);
  for (const word of words) {
    if (word.length < 2) note(ofUnit, word.charCodeAt(0), made);
    else {
      // The middle of a word is rarer than its beginning.
      const at = (word.length - 1) >> 1;
      const [first, second] = [word.charCodeAt(at), word.charCodeAt(at + 1)];
      const slot = slotOf(first, second);
      firstOfPair[slot] = ofPair[slot] === 0 || firstOfPair[slot] === first ? first : SHARED;
      note(ofPair, slot, made);
    }
  }
  return made;
}

/** False when a text surely has none of what the sign stands for. */
export function hasSign(facts: LineFacts, { word, bit }: Sign): boolean {
  return ((signsOf(facts)[word] ?? 0) & bit) !== 0;
}

/** By the lines of a plan: the signs of each, one behind the other. */
const ofLines = new WeakMap<readonly Line[], Int32Array>();
const NO_LINES: readonly Line[] = [];

/**
 * The lines that have a sign, in order. The signs of all lines of a plan are gathered once, so that whoever asks for
 * another sign looks at no line without it.
 *
 * @param lines the same list for all who ask, as `linesInOrder` gives it
 */
export function linesWith(lines: readonly Line[], { word, bit }: Sign): readonly Line[] {
  let all = ofLines.get(lines);
  if (!all) {
    all = gathered(lines);
    ofLines.set(lines, all);
  }
  let found: Line[] | undefined;
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at];
    if (((all[at * WORDS + word] ?? 0) & bit) === 0 || !line) continue;
    found ??= [];
    found.push(line);
  }
  return found ?? NO_LINES;
}

function gathered(lines: readonly Line[]): Int32Array {
  const all = new Int32Array(lines.length * WORDS);
  let at = 0;
  for (const { facts } of lines) {
    const [a, b, c, d] = signsOf(facts);
    all[at++] = a;
    all[at++] = b;
    all[at++] = c;
    all[at++] = d;
  }
  return all;
}

function note(table: Uint16Array, slot: number, { word, bit }: Sign): void {
  const before = classes[table[slot] ?? 0] ?? NONE;
  const after: [number, number, number, number] = [...before];
  after[word] = (after[word] ?? 0) | bit;
  table[slot] = classes.length;
  classes.push(after);
}

const signsOf = lineMemo(({ text }): Signs => readSigns(text));

/** By hand, over numbers: it looks at every unit of every text. */
function readSigns(text: string): Signs {
  read = true;
  let [a, b, c, d] = NONE;
  let before = 0;
  const units = unitsOf(text);
  for (let at = 0; at < text.length; at++) {
    const unit = units[at] ?? 0;
    const own = ofUnit[unit] ?? 0;
    if (own !== 0) {
      const found = classes[own] ?? NONE;
      a |= found[0];
      b |= found[1];
      c |= found[2];
      d |= found[3];
    }
    const slot = slotOf(before, unit);
    const pair = ofPair[slot] ?? 0;
    if (pair !== 0 && (firstOfPair[slot] === before || firstOfPair[slot] === SHARED)) {
      const found = classes[pair] ?? NONE;
      a |= found[0];
      b |= found[1];
      c |= found[2];
      d |= found[3];
    }
    before = unit;
  }
  return (a | b | c | d) === 0 ? NONE : [a, b, c, d];
}
