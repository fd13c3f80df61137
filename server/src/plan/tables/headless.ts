import type { SourceTable } from '../lines.ts';
import { columnField, knownColumns } from './columns.ts';

/** A row that names so many columns is a header. */
const fewestKnown = 2;

/** Where the header names a time, the rows have theirs in that column: a list of goods is no part of a table of tasks. */
function fits(head: SourceTable['rows'][number], rows: SourceTable['rows']): boolean {
  const at = head.cells.findIndex(({ lines }) => {
    const field = columnField(lines.map(({ text }) => text).join(''));
    return field === 'time' || field === 'start' || field === 'deadline';
  });
  const dated = rows.filter(({ cells }) => cells[at]?.lines.some(({ facts }) => facts.dates.length > 0));
  return at >= 0 && dated.length * 2 >= rows.length;
}

/**
 * Rows without a header below them get the one that they belong to: that of the table in front of them, where it has
 * as many columns (one table cut in parts by headings: 第一季度, 第二季度), or their own first row, where that names columns.
 * @param before the table in front of them, with its header
 */
export function withHeader(table: SourceTable, before: SourceTable | undefined): SourceTable {
  if (!table.headless) return table;
  const { rows, range } = table;
  const first = rows[0]?.cells.map(({ lines }) => lines.map(({ text }) => text).join('')) ?? [];
  if (knownColumns(first) >= fewestKnown && !first.some((text) => /\d/.test(text))) return { rows, range };
  const head = before?.rows[0];
  const width = first.length;
  return { rows: [head?.cells.length === width && fits(head, rows) ? head : { range, cells: [] }, ...rows], range };
}
