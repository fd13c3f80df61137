import { mayBeHan, unitsOf } from '../../../text/units.ts';

/**
 * What of a text may stand in it twice, as bits; told by the pairs of units that have stood in it before. Nearly every line has
 * little of it, and is not searched for words, items and clauses that were typed twice.
 */

/** 在在, 止止: a Han character twice in a row. */
export const DOUBLED_UNIT = 1;
/** 工作工作, 5天5天: as many pairs in a row as their distance asks for have stood so far in front of themselves. */
export const DOUBLED_WORD = 2;
/** 方案 with one word between two of them. */
export const DOUBLED_PLAN = 4;
/** Three units in a row have stood in the text before. */
export const THREE_UNITS = 8;
/** Ten have. */
export const TEN_UNITS = 16;

/** Longest word that is looked for right behind itself. */
export const LONGEST_WORD = 12;

/** Where each pair stood last, by its slot. Places go on from text to text, so that nothing has to be cleared. */
const SLOTS = 8192;
const lastAt = new Int32Array(SLOTS);
const MANY = 2 ** 30;
let origin = 1;

const [PLAN, PLAN_END] = ['方'.charCodeAt(0), '案'.charCodeAt(0)];

/** By hand, over numbers: it looks at every unit of every text. */
export function repeatsIn(text: string): number {
  if (origin > MANY) {
    lastAt.fill(0);
    origin = 1;
  }
  const units = unitsOf(text);
  let kinds = 0;
  let most = 0;
  /** Behind the last pair that had not stood before, and behind the last one that had not stood near: there the runs begin. */
  let fresh = 0;
  let apart = 0;
  let nearest = LONGEST_WORD;
  let before = units[0] ?? 0;
  for (let at = 1; at < text.length; at++) {
    const unit = units[at] ?? 0;
    const slot = ((before * 31) ^ unit) & (SLOTS - 1);
    const far = origin + at - (lastAt[slot] ?? 0);
    lastAt[slot] = origin + at;
    if (unit === before && mayBeHan(unit)) kinds |= DOUBLED_UNIT;
    if (far > at) fresh = at;
    else {
      if (at - fresh > most) most = at - fresh;
      if (far > LONGEST_WORD) apart = at;
      else {
        const run = at - Math.max(fresh, apart);
        if (run === 1) nearest = LONGEST_WORD;
        // Of one unit in a row, as of ……, no word is doubled. Another pair may share the slot, and seem to stand nearer.
        if (unit !== before && far < nearest) nearest = Math.max(2, far);
        // 2020 is no word: what is doubled ends with a Han character.
        if (run + 1 >= nearest && mayBeHan(unit)) kinds |= DOUBLED_WORD;
        if (far <= 4 && unit === PLAN_END && before === PLAN) kinds |= DOUBLED_PLAN;
      }
    }
    before = unit;
  }
  origin += text.length;
  if (most >= 2) kinds |= THREE_UNITS;
  return most >= 9 ? kinds | TEN_UNITS : kinds;
}
