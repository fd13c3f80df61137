import { lineMemo } from '../../../../plan/facts.ts';
import { sign } from '../../../../plan/signs.ts';

const CONJUNCTIONS = '和与及';
/** Lines without it join no words. */
export const conjunctionSign = sign({ units: CONJUNCTIONS });
const conjunction = new RegExp(`[${CONJUNCTIONS}]`, 'g');

/** Where 和, 与, 及 stand in a line, also as a part of a word: 普及, 参与. */
export const conjunctionsOn = lineMemo(({ text }): readonly number[] => {
  const found: number[] = [];
  for (conjunction.lastIndex = 0; conjunction.test(text); ) found.push(conjunction.lastIndex - 1);
  return found;
});

export const FIRST_HAN = 0x4e00;
const LAST_HAN = 0x9fa5;

/** A unit of [一-龥]. */
export function isHan(unit: number): boolean {
  return unit >= FIRST_HAN && unit <= LAST_HAN;
}
