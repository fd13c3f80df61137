import type { Line, Plan, PlanDocument, TableCell } from './model.ts';

const known = new WeakMap<Plan, readonly Line[]>();

/** All lines of a plan in order of position, each once, with those of its table cells in their places. */
export function linesInOrder(document: PlanDocument, plan: Plan): readonly Line[] {
  let lines = known.get(plan);
  if (!lines) {
    let first = plan.lines[0]?.index ?? Number.POSITIVE_INFINITY;
    let last = plan.lines.at(-1)?.index ?? -1;
    for (const table of plan.tables) {
      first = Math.min(first, firstLine(table.columns.map(({ header }) => header)) ?? first);
      last = Math.max(last, lastLine(table.rows.at(-1)?.cells ?? []) ?? last);
    }
    const from = Math.min(first, last + 1);
    // Without cells they are the lines of the plan, and one list serves all.
    lines = last + 1 - from === plan.lines.length ? plan.lines : document.lines.slice(from, last + 1);
    known.set(plan, lines);
  }
  return lines;
}

function firstLine(cells: readonly TableCell[]): number | undefined {
  return cells.find((cell) => cell.lines.length > 0)?.lines[0]?.index;
}

function lastLine(cells: readonly TableCell[]): number | undefined {
  return cells.findLast((cell) => cell.lines.length > 0)?.lines.at(-1)?.index;
}
