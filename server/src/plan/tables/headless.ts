import type { SourceTable } from '../lines.ts';
import { knownColumns } from './tables.ts';

/** A row that names so many columns is a header. */
const fewestKnown = 2;

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
  return { rows: [head?.cells.length === width ? head : { range, cells: [] }, ...rows], range };
}
