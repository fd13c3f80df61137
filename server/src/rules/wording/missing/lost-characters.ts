import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { planMemo } from '../../../plan/plan-memo.ts';
import { type Range, shift } from '../../../text/range.ts';
import { unitsOf } from '../../../text/units.ts';
import { quotedIn } from '../quotations.ts';
import { wordBoundaries } from '../segments.ts';
import lists from './missing-words.yaml';

/** A word that has lost one of its two characters within words that the plan has whole elsewhere: 消防全标准化. */
export interface LostCharacter {
  /** In the source. */
  readonly range: Range;
  readonly words: string;
  /** The same words as they stand elsewhere, and how often. */
  readonly whole: string;
  readonly count: number;
  readonly missing: string;
  /** Where it would stand in the source. */
  readonly at: number;
}

/** So many characters are compared, of which one within is missing at the other place. */
const WHOLE = 6;
const SHORT = WHOLE - 1;
const LOST = [2, 3] as const;
/** So often the words must stand there whole. */
const OFTEN = 3;

const { standAlone } = lists as unknown as { readonly standAlone: string };
/** Characters that say by themselves what the word of two says: 对 for 对于, 病 for 疾病. */
const alone = new Set(standAlone);

/** Counts go by hashes in tables of this size; what they tell is looked at again by its words. */
const SLOTS = 1 << 16;

/** The stretches of a line that are all Han, and the slots of what stands in them. */
interface Grams {
  /** Where each stretch begins and ends. */
  readonly runs: readonly number[];
  /** Stretch by stretch the slots of all five characters in a row, and then those of all six. */
  readonly slots: Uint16Array;
}

const NO_GRAMS: Grams = { runs: [], slots: new Uint16Array(0) };

const gramsOf = lineMemo(({ text }): Grams => {
  if (text.length < SHORT) return NO_GRAMS;
  const units = unitsOf(text);
  const runs: number[] = [];
  let start = 0;
  let count = 0;
  for (let at = 0; at <= text.length; at++) {
    const unit = units[at] ?? 0;
    if (unit >= 0x4e00 && unit <= 0x9fff) continue;
    if (at - start >= SHORT) {
      runs.push(start, at);
      count += 2 * (at - start - SHORT) + 1;
    }
    start = at + 1;
  }
  if (count === 0) return NO_GRAMS;
  const slots = new Uint16Array(count);
  let place = 0;
  for (let run = 0; run < runs.length; run += 2) {
    const [first = 0, end = 0] = [runs[run], runs[run + 1]];
    const shorts = end - first - SHORT + 1;
    let five = hashOfFive(units, first, 1, 2, 3, 4);
    for (let by = 0; by < shorts; by++) {
      slots[place + by] = slotOf(five);
      if (by === shorts - 1) break;
      const six = (Math.imul(five, PRIME) + (units[first + by + SHORT] ?? 0)) | 0;
      slots[place + shorts + by] = slotOf(six);
      // Without its first unit it is the five characters one place further on.
      five = (six - Math.imul(units[first + by] ?? 0, PRIME_5)) | 0;
    }
    place += 2 * shorts - 1;
  }
  return { runs, slots };
});

const PRIME = 0x01000193;
const [PRIME_2, PRIME_3, PRIME_4, PRIME_5] = [powerOf(2), powerOf(3), powerOf(4), powerOf(5)] as const;

function powerOf(power: number): number {
  let product = 1;
  for (let at = 0; at < power; at++) product = Math.imul(product, PRIME);
  return product;
}

/** Of the unit at `at`, and of those that stand so far behind it: a sum, so that the next one follows from it. */
function hashOfFive(units: Uint16Array, at: number, b: number, c: number, d: number, e: number): number {
  const front = Math.imul(units[at] ?? 0, PRIME_4) + Math.imul(units[at + b] ?? 0, PRIME_3);
  const behind = Math.imul(units[at + c] ?? 0, PRIME_2) + Math.imul(units[at + d] ?? 0, PRIME);
  return (front + behind + (units[at + e] ?? 0)) | 0;
}

const slotOf = (hash: number): number => (hash ^ (hash >>> 15)) & (SLOTS - 1);

/** The places of a plan where words that it has whole at least three times stand once with a character less. */
export const lostCharacters = planMemo(findLost, (found, by) =>
  found.map((one) => ({ ...one, range: shift(one.range, by), at: one.at + by })),
);

/** How often six and five characters with a slot stand in the plan at hand. */
const wholes = new Uint8Array(SLOTS);
const shorts = new Uint8Array(SLOTS);
const MANY = 255;
/** In place of a count: five characters that may be six with one lost. */
const WANTED = MANY;

function findLost(plan: Plan): readonly LostCharacter[] {
  const lines = plan.lines.filter(({ place, text }) => place !== 'quote' && text.length >= SHORT);
  if (!count(lines)) return NONE;
  const wanted = wantedShorts(lines);
  if (wanted.size === 0) return NONE;
  const found: LostCharacter[] = [];
  for (const line of lines) {
    const findAt = (at: number): LostCharacter | undefined => {
      const asked = wanted.get(line.text.slice(at, at + SHORT));
      return asked && bestOf(asked, line, at, plan);
    };
    const { runs, slots } = gramsOf(line.facts);
    let behind = 0;
    let place = 0;
    for (let run = 0; run < runs.length; run += 2) {
      const [start = 0, end = 0] = [runs[run], runs[run + 1]];
      const last = end - SHORT;
      for (let at = Math.max(start, behind); at <= last; at++) {
        if (shorts[slots[place + at - start] ?? 0] !== WANTED) continue;
        const first = findAt(at);
        if (!first) continue;
        // Of windows around one place the one that begins with a word is shown: 消防全标准, not 所消防全标.
        const begins = wordBoundaries(line.text, at, 1)?.has(at) ?? true;
        found.push((begins ? undefined : findAt(at + 1)) ?? first);
        at += WHOLE;
        behind = at + 1;
      }
      place += 2 * (last - start) + 1;
    }
  }
  return found;
}

const NONE: readonly LostCharacter[] = [];

/** Counts what stands in the lines. @returns whether any six characters may stand there often */
function count(lines: readonly Line[]): boolean {
  wholes.fill(0);
  shorts.fill(0);
  let often = false;
  for (const { facts } of lines) {
    const { runs, slots } = gramsOf(facts);
    let place = 0;
    for (let run = 0; run < runs.length; run += 2) {
      const shortsEnd = place + (runs[run + 1] ?? 0) - (runs[run] ?? 0) - SHORT + 1;
      const wholesEnd = 2 * shortsEnd - place - 1;
      for (; place < shortsEnd; place++) {
        const slot = slots[place] ?? 0;
        const before = shorts[slot] ?? 0;
        if (before < MANY) shorts[slot] = before + 1;
      }
      for (; place < wholesEnd; place++) {
        const slot = slots[place] ?? 0;
        const before = wholes[slot] ?? 0;
        if (before < MANY) wholes[slot] = before + 1;
        if (before === OFTEN - 1) often = true;
      }
    }
  }
  return often;
}

/** By the five characters that are left the six that stand there often. */
function wantedShorts(lines: readonly Line[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const wanted = new Map<string, Map<string, number>>();
  const places: number[] = [];
  for (const { text, facts } of lines) {
    const { runs, slots } = gramsOf(facts);
    let place = 0;
    for (let run = 0; run < runs.length; run += 2) {
      const [start = 0, end = 0] = [runs[run], runs[run + 1]];
      place += end - start - SHORT + 1;
      for (let at = start; at + WHOLE <= end; at++, place++) {
        if ((wholes[slots[place] ?? 0] ?? 0) < OFTEN) continue;
        const units = unitsOf(text);
        const withoutThird = slotOf(hashOfFive(units, at, 1, 3, 4, 5));
        const withoutFourth = slotOf(hashOfFive(units, at, 1, 2, 4, 5));
        for (const lost of LOST) {
          const slot = lost === 2 ? withoutThird : withoutFourth;
          if (shorts[slot] !== 1) continue;
          places.push(slot);
          const left = text.slice(at, at + lost) + text.slice(at + lost + 1, at + WHOLE);
          const known = wanted.get(left) ?? new Map<string, number>();
          wanted.set(left, known.set(text.slice(at, at + WHOLE), lost));
        }
      }
    }
  }
  for (const slot of places) shorts[slot] = WANTED;
  return wanted;
}

function bestOf(asked: ReadonlyMap<string, number>, line: Line, at: number, plan: Plan): LostCharacter | undefined {
  for (const [whole, lost] of asked) {
    const missing = whole.charAt(lost);
    if (!hasLostHalf(line.text, at + lost, missing) || quotedIn(line.text)({ start: at, end: at + SHORT })) continue;
    const count = plan.lines.reduce((sum, { text }) => sum + text.split(whole).length - 1, 0);
    if (count < OFTEN) continue;
    const range = { start: at, end: at + SHORT };
    return {
      range: line.at(range.start, range.end),
      words: line.text.slice(range.start, range.end),
      whole,
      count,
      missing,
      at: line.at(at + lost, at + lost).start,
    };
  }
  return undefined;
}

/** With the character there is a word of two at this place, without it one character that means nothing by itself. */
export function hasLostHalf(text: string, at: number, missing: string): boolean {
  if (alone.has(missing)) return false;
  const whole = text.slice(0, at) + missing + text.slice(at);
  const word = wordAt(whole, at);
  if (!word || word.end - word.start !== 2) return false;
  const rest = word.start === at ? at : at - 1;
  const half = wordAt(text, rest);
  // 全 says what 全部 and 全面 say, not what 安全 says.
  if (text.charAt(rest) === '全' && word.start < at) return false;
  return half !== undefined && half.end - half.start === 1 && !alone.has(text.charAt(rest));
}

/** The word of which the character is a part; undefined where there is no dictionary. */
function wordAt(text: string, at: number): Range | undefined {
  const boundaries = wordBoundaries(text, at, 1);
  if (!boundaries) return undefined;
  let [start, end] = [at, at + 1];
  while (start > 0 && !boundaries.has(start)) start--;
  while (end < text.length && !boundaries.has(end)) end++;
  return { start, end };
}
