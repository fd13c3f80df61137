import type { Line } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';

/** A number with its forerunner still in front of it: 23. for 3., as accepted corrections leave them. */
export interface Residue {
  readonly line: Line;
  readonly range: Range;
  readonly number: string;
  readonly meant: string;
}

/** The smallest number that can be two: 1 and 2. */
const SMALLEST = 12;

/**
 * Numbers that join the number before them with their own: 1. 2. 23. 34. Told only where the list
 * counted properly up to there.
 */
export function residues(lines: readonly Line[]): readonly Residue[] {
  const found: Residue[] = [];
  let last = 0;
  let mark = '';
  for (const line of lines) {
    const number = line.facts.number;
    if (number?.kind !== 'arabic' || number.brackets !== '' || number.multi) continue;
    const joined = number.value >= SMALLEST && last > 0 && number.mark === mark;
    if (joined && number.value !== last + 1 && String(number.value) === `${last}${last + 1}`) {
      const start = number.range.start;
      const raw = number.raw.trim();
      found.push({
        line,
        range: { start, end: start + raw.length },
        number: raw,
        meant: raw.replace(String(number.value), String(last + 1)),
      });
      last++;
    } else {
      last = number.value;
      mark = number.mark;
    }
  }
  return found;
}
