import type { ColumnField, PlanTable, TableCell, TableRow, Task } from '../model.ts';

/** Columns that say who answers. */
export const ownerFields: readonly ColumnField[] = ['owner', 'responsibleUnit', 'leadUnit', 'responsibleLeader'];
/** Columns that say until when. */
export const limitFields: readonly ColumnField[] = ['deadline', 'time'];

/** Whether the table has a column for one of the fields. */
export function hasField(table: PlanTable, fields: readonly ColumnField[]): boolean {
  return table.columns.some(({ field }) => field !== undefined && fields.includes(field));
}

/** The cell of a row that says until when, in the first column for it. */
export function limitCell(table: PlanTable, row: TableRow): TableCell | undefined {
  for (const field of limitFields) {
    const cell = table.cell(row, field);
    if (cell) return cell;
  }
  return undefined;
}

/** The cells of a row that say who answers. */
export const ownerCells = (table: PlanTable, row: TableRow): readonly TableCell[] =>
  ownerFields.flatMap((field) => table.cell(row, field) ?? []);

/** Columns of units that answer for something or help with it, and of those who do. */
const answering: readonly ColumnField[] = ['leadUnit', 'responsibleUnit', 'supportUnits', 'owner'];

/** The cells of some tables that say who answers for something or helps with it, a merged one once. */
export function answeringCells(tables: readonly PlanTable[]): readonly TableCell[] {
  return tables.flatMap(({ columns, rows }) =>
    columns.flatMap(({ field }, at) => {
      if (!field || !answering.includes(field)) return [];
      return rows.flatMap(({ cells }) => {
        const cell = cells[at];
        return cell && !cell.carried ? [cell] : [];
      });
    }),
  );
}

const total = /^[\s\u3000]*(?:合|总|小|共)\s*计/;

/** A row that adds up the others: 合计, 小计 in its first cell that is filled in. */
export function isTotalRow({ cells }: TableRow): boolean {
  return total.test(cells.find(({ text }) => text.trim() !== '')?.text ?? '');
}

/** Somebody answers for the task: not only 专人 or 有关部门. */
export function isAnswered(task: Task): boolean {
  return task.parties.some((party) => !party.vague);
}

/** No day, no window around it, no word such as 长期坚持 that stands for one. A vague word is vague-deadline's. */
export function isUntimed(task: Task): boolean {
  return task.time.kind === 'none';
}
