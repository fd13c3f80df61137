import { lineMemo } from './facts.ts';
import type { Line } from './model.ts';
import { monthAlone } from './month-names.ts';

const NONE: ReadonlySet<Line> = new Set();
/** Fewer months on lines of their own may as well be cells of a table that was lost. */
const fewest = 3;

const monthOf = lineMemo(({ text }) => monthAlone(text));

/**
 * The lines of a calendar of works (行事历) that are nothing but a month: 九月, 十月份, 11月：. They head what is done in that
 * month where each of them has lines below it and they go on from month to month, once through the year at most.
 *
 * @param lines lines of one plan in order
 */
export function monthHeadings(lines: readonly Line[]): ReadonlySet<Line> {
  let found: Set<Line> | undefined;
  let before = 0;
  let passed = 0;
  for (const [at, line] of lines.entries()) {
    // To CommonMark, a line at the margin goes on with the item above it.
    if (line.place !== 'paragraph' && line.place !== 'item') continue;
    const month = monthOf(line.facts);
    if (month === 0) continue;
    const next = lines[at + 1];
    if (next === undefined || monthOf(next.facts) !== 0) return NONE;
    if (before > 0) passed += (month - before + 12) % 12 || 12;
    if (passed >= 12) return NONE;
    before = month;
    found ??= new Set();
    found.add(line);
  }
  return found && found.size >= fewest ? found : NONE;
}
