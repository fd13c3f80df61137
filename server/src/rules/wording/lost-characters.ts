import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { planMemo } from '../../plan/plan-memo.ts';
import { type Range, shift } from '../../text/range.ts';
import lists from './missing-words.yaml';
import { quotedIn } from './quotations.ts';
import { wordBoundaries } from './segments.ts';

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
const LOST = [2, 3] as const;
/** So often the words must stand there whole. */
const OFTEN = 3;

const { standAlone } = lists as unknown as { readonly standAlone: string };
/** Characters that say by themselves what the word of two says: 对 for 对于, 病 for 疾病. */
const alone = new Set(standAlone);

/** Counts go by hashes in tables of this size; what they tell is looked at again by its words. */
const SLOTS = 1 << 16;

interface Grams {
  /** By index in the line the slot of the six and of the five characters that begin there; -1 where they are not all Han. */
  readonly wholes: Int32Array;
  readonly shorts: Int32Array;
}

const gramsOf = lineMemo(({ text }): Grams => {
  const wholes = new Int32Array(text.length).fill(-1);
  const shorts = new Int32Array(text.length).fill(-1);
  let run = 0;
  for (let end = 0; end < text.length; end++) {
    const unit = text.charCodeAt(end);
    run = unit >= 0x4e00 && unit <= 0x9fff ? run + 1 : 0;
    if (run >= WHOLE) wholes[end - WHOLE + 1] = slotOf(text, end - WHOLE + 1, WHOLE);
    if (run >= WHOLE - 1) shorts[end - WHOLE + 2] = slotOf(text, end - WHOLE + 2, WHOLE - 1);
  }
  return { wholes, shorts };
});

/** The slot of some characters; the one at `without` is passed over. */
function slotOf(text: string, from: number, length: number, without = -1): number {
  let hash = 0;
  for (let at = from; at < from + length; at++) {
    if (at !== without) hash = Math.imul(hash, 0x01000193) ^ text.charCodeAt(at);
  }
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}

/** The places of a plan where words that it has whole at least three times stand once with a character less. */
export const lostCharacters = planMemo(findLost, (found, by) =>
  found.map((one) => ({ ...one, range: shift(one.range, by), at: one.at + by })),
);

function findLost(plan: Plan): readonly LostCharacter[] {
  const lines = plan.lines.filter(({ place, text }) => place !== 'quote' && text.length >= WHOLE - 1);
  const wholes = counted(lines, 'wholes');
  const shorts = counted(lines, 'shorts');
  const wanted = wantedShorts(lines, wholes, shorts);
  if (wanted.size === 0) return NONE;
  const found: LostCharacter[] = [];
  for (const line of lines) {
    const slots = gramsOf(line.facts).shorts;
    const findAt = (at: number): LostCharacter | undefined => {
      const slot = slots[at] ?? -1;
      const asked = slot >= 0 && shorts[slot] === 1 ? wanted.get(line.text.slice(at, at + WHOLE - 1)) : undefined;
      return asked && bestOf(asked, line, at, plan);
    };
    for (let at = 0; at < slots.length; at++) {
      const first = findAt(at);
      if (!first) continue;
      // Of windows around one place the one that begins with a word is shown: 消防全标准, not 所消防全标.
      const begins = wordBoundaries(line.text, at, 1)?.has(at) ?? true;
      found.push((begins ? undefined : findAt(at + 1)) ?? first);
      at += WHOLE;
    }
  }
  return found;
}

const NONE: readonly LostCharacter[] = [];

function counted(lines: readonly Line[], key: keyof Grams): Uint8Array {
  const counts = new Uint8Array(SLOTS);
  for (const line of lines) {
    const slots = gramsOf(line.facts)[key];
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? -1;
      const before = slot < 0 ? 255 : (counts[slot] ?? 255);
      if (before < 255) counts[slot] = before + 1;
    }
  }
  return counts;
}

/** By the five characters that are left the six that stand there often. */
function wantedShorts(
  lines: readonly Line[],
  wholes: Uint8Array,
  shorts: Uint8Array,
): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const wanted = new Map<string, Map<string, number>>();
  for (const { text, facts } of lines) {
    const slots = gramsOf(facts).wholes;
    for (let at = 0; at < slots.length; at++) {
      const slot = slots[at] ?? -1;
      if (slot < 0 || (wholes[slot] ?? 0) < OFTEN) continue;
      for (const lost of LOST) {
        if (shorts[slotOf(text, at, WHOLE, at + lost)] !== 1) continue;
        const left = text.slice(at, at + lost) + text.slice(at + lost + 1, at + WHOLE);
        const known = wanted.get(left) ?? new Map<string, number>();
        wanted.set(left, known.set(text.slice(at, at + WHOLE), lost));
      }
    }
  }
  return wanted;
}

function bestOf(asked: ReadonlyMap<string, number>, line: Line, at: number, plan: Plan): LostCharacter | undefined {
  for (const [whole, lost] of asked) {
    const missing = whole.charAt(lost);
    if (!hasLostHalf(line.text, at + lost, missing) || quotedIn(line.text)({ start: at, end: at + WHOLE - 1 }))
      continue;
    const count = plan.lines.reduce((sum, { text }) => sum + text.split(whole).length - 1, 0);
    if (count < OFTEN) continue;
    const range = { start: at, end: at + WHOLE - 1 };
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
function hasLostHalf(text: string, at: number, missing: string): boolean {
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
