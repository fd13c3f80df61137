import type { Dated, Line, PlanTable, TableRow } from './model.ts';
import { limitCell } from './tables/table-fields.ts';

/** The dated statements of each line that has some, in order. */
export function datedByLine(dates: readonly Dated[]): ReadonlyMap<Line, readonly Dated[]> {
  const found = new Map<Line, Dated[]>();
  for (const dated of dates) {
    const list = found.get(dated.line);
    if (list) list.push(dated);
    else found.set(dated.line, [dated]);
  }
  return found;
}

/** The dated statements in the cell that holds the time limit of a row. */
export function datedLimits(table: PlanTable, row: TableRow, byLine: ReturnType<typeof datedByLine>): readonly Dated[] {
  return limitCell(table, row)?.lines.flatMap((line) => byLine.get(line) ?? []) ?? [];
}
