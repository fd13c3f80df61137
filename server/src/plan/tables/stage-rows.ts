import type { PlanTable, TableCell, TableRow } from '../model.ts';
import { stageKey } from '../stages/stage-key.ts';

/** The rows beside one cell of the column for the stage: a merged cell stands in front of many. */
export interface StageRows {
  readonly cell: TableCell;
  /** What the cell says, without blanks. */
  readonly words: string;
  /** As given by `stageKey`. */
  readonly key: string;
  readonly rows: readonly TableRow[];
}

const known = new WeakMap<PlanTable, readonly StageRows[]>();

/** The rows of a table by the cells that say of which stage they are, in order: every stage asks for its own. */
export function rowsByStage(table: PlanTable): readonly StageRows[] {
  let found = known.get(table);
  if (!found) {
    found = read(table);
    known.set(table, found);
  }
  return found;
}

function read(table: PlanTable): readonly StageRows[] {
  const found: (StageRows & { readonly rows: TableRow[] })[] = [];
  let above: TableCell | undefined;
  for (const row of table.rows) {
    const cell = table.cell(row, 'stage');
    if (cell && cell === above) found.at(-1)?.rows.push(row);
    else if (cell) found.push({ cell, words: cell.text.replace(/\s+/g, ''), key: stageKey(cell.text), rows: [row] });
    above = cell;
  }
  return found;
}
