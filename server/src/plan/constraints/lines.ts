import type { Line, Plan } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';

/** The lines of a plan and those of its table cells, quotations left out. */
export const everyLine = versionMemo((plan): readonly Line[] => {
  if (plan.tables.length > 0) return withCells(plan);
  return plan.lines.some(isQuoted) ? plan.lines.filter((line) => !isQuoted(line)) : plan.lines;
});

const isQuoted = ({ place }: Line) => place === 'quote';

function withCells(plan: Plan): readonly Line[] {
  const seen = new Set<number>();
  const own: Line[] = [];
  const add = (line: Line): void => {
    if (line.place === 'quote' || seen.has(line.index)) return;
    seen.add(line.index);
    own.push(line);
  };
  plan.lines.forEach(add);
  for (const table of plan.tables) {
    for (const row of table.rows) for (const cell of row.cells) cell.lines.forEach(add);
  }
  return own;
}

/** All that a plan says, without blanks: for looking whether something is mentioned at all. */
export const textOf = versionMemo((plan): string => plainTextOf(everyLine(plan)));

/** The text of some lines, without blanks. */
export const plainTextOf = (lines: readonly Line[]): string =>
  lines
    .map(({ text }) => text)
    .join('\n')
    .replace(/[ \t\u3000]/g, '');
