import type { Dated, Line, PlanTable, TableRow } from './model.ts';
import { limitCell } from './tables/table-fields.ts';

const NONE: readonly Dated[] = [];
const known = new WeakMap<readonly Dated[], ReadonlyMap<Line, readonly Dated[]>>();

/** The dated statements of each line that has some, in order; those of a plan are sorted once for all that ask. */
export function datedByLine(dates: readonly Dated[]): ReadonlyMap<Line, readonly Dated[]> {
  const before = known.get(dates);
  if (before) return before;
  const found = new Map<Line, Dated[]>();
  for (const dated of dates) {
    const list = found.get(dated.line);
    if (list) list.push(dated);
    else found.set(dated.line, [dated]);
  }
  known.set(dates, found);
  return found;
}

/** The dated statements in the cell that holds the time limit of a row. */
export function datedLimits(table: PlanTable, row: TableRow, byLine: ReturnType<typeof datedByLine>): readonly Dated[] {
  return datedOn(limitCell(table, row)?.lines ?? [], byLine);
}

/** The dated statements on some lines. */
export function datedOn(lines: readonly Line[], byLine: ReturnType<typeof datedByLine>): readonly Dated[] {
  const [line] = lines;
  // Most cells are of one line.
  if (line && lines.length === 1) return byLine.get(line) ?? NONE;
  return lines.flatMap((one) => byLine.get(one) ?? NONE);
}
