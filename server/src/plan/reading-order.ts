import type { Line, Plan } from './model.ts';

const known = new WeakMap<Plan, readonly Line[]>();

/** All lines of a plan, those of its table cells included, in order of position and each once. */
export function linesInOrder(plan: Plan): readonly Line[] {
  let lines = known.get(plan);
  if (!lines) {
    const cells = plan.tables.flatMap((table) => [
      ...table.columns.flatMap((column) => column.header.lines),
      ...table.rows.flatMap((row) => row.cells.flatMap((cell) => cell.lines)),
    ]);
    lines = cells.length === 0 ? plan.lines : [...new Set([...plan.lines, ...cells])].sort((a, b) => a.index - b.index);
    known.set(plan, lines);
  }
  return lines;
}
