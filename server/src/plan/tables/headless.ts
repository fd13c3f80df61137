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

const textsOf = (row: SourceTable['rows'][number] | undefined): readonly string[] =>
  row?.cells.map(({ lines }) => lines.map(({ text }) => text).join('')) ?? [];

/** With the header. */
const fewestRows = 4;
const name = /^\p{Script=Han}{1,8}$/u;

/** 片区 | 村名 | 包村干部: one known column will do where all cells are names and no row below names any column. */
function namesOne(first: readonly string[], rows: SourceTable['rows']): boolean {
  if (rows.length < fewestRows || knownColumns(first) === 0 || !first.every((text) => name.test(text))) return false;
  return rows.slice(1).every((row) => knownColumns(textsOf(row)) === 0);
}

/**
 * Rows without a header below them get the one that they belong to: that of the table in front of them, where it has
 * as many columns (one table cut in parts by headings: 第一季度, 第二季度), or their own first row, where that names columns.
 * @param before the table in front of them, with its header
 */
export function withHeader(table: SourceTable, before: SourceTable | undefined): SourceTable {
  if (!table.headless) return table;
  const { rows, range } = table;
  const first = textsOf(rows[0]);
  if (knownColumns(first) >= fewestKnown && !first.some((text) => /\d/.test(text))) return { rows, range };
  if (namesOne(first, rows)) return { rows, range };
  const head = before?.rows[0];
  const width = first.length;
  return { rows: [head?.cells.length === width && fits(head, rows) ? head : { range, cells: [] }, ...rows], range };
}
