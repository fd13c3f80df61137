import { withValue } from '../../numbering/format.ts';
import { readNumber } from '../../numbering/read.ts';
import type { PlanTable, TableRow } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';

/** The number of a row as it is written. */
export interface RowOrdinal {
  readonly value: number;
  readonly text: string;
  readonly range: Range;
  /** The same with another value; undefined when its form cannot carry it. */
  write(value: number): string | undefined;
}

/** 1, ０1, 1., （一）, 一、 in the column of numbers. */
export function ordinalIn(table: PlanTable, row: TableRow | undefined): RowOrdinal | undefined {
  const at = table.columns.findIndex(({ field }) => field === 'ordinal');
  const cell = row?.cells[at];
  const line = cell?.lines[0];
  if (!cell || !line || cell.carried || cell.lines.length > 1) return undefined;
  const text = line.text.trim();
  const range = line.at(line.text.indexOf(text), line.text.indexOf(text) + text.length);
  // A number alone is none to the reader of numbers: it needs its mark.
  const isBare = /^(?:[0-9０-９]{1,3}|[一二三四五六七八九十百]{1,5})$/.test(text);
  const token = readNumber(isBare ? `${text}、` : text);
  if (!token || token.multi || token.raw.length !== text.length + (isBare ? 1 : 0)) return undefined;
  if (range.end - range.start !== text.length) return undefined;
  const width = /^0\d/.test(text) ? text.length : 0;
  return {
    value: token.value,
    text,
    range,
    write: (value) => {
      const written = withValue(token, value);
      return isBare ? written?.slice(0, -1).padStart(width, '0') : written;
    },
  };
}

/** A row with another number. */
export interface NewNumber {
  readonly row: TableRow;
  readonly value: number;
  readonly edit: Edit;
}

/** The rows that have numbers, counted on from a value. */
export function renumbered(table: PlanTable, rows: readonly TableRow[], first: number): readonly NewNumber[] {
  let value = first;
  const found: NewNumber[] = [];
  for (const [at, row] of rows.entries()) {
    const ordinal = ordinalIn(table, row);
    if (!ordinal) continue;
    // Where a part of the table begins again at one, it keeps its own count.
    if (ordinal.value === 1 && at > 0) break;
    const text = ordinal.write(value);
    if (text !== undefined && text !== ordinal.text) found.push({ row, value, edit: { range: ordinal.range, text } });
    value++;
  }
  return found;
}
