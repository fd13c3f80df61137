import type ExcelJS from 'exceljs';
import type { LedgerSheet } from '../ledger/sheet.ts';
import { cellText } from './cell-text.ts';

/** The hidden sheet that holds what was handed out. */
const baseName = '_fangan';
const mark = 'fangan-ledger';
const version = '1';

/** A ledger as it was handed out. */
export interface HandedOut {
  readonly title: string;
  readonly gathered: boolean;
  readonly headers: readonly string[];
  readonly added: readonly string[];
  /** By id of the row. */
  readonly rows: ReadonlyMap<string, HandedOutRow>;
}

export interface HandedOutRow {
  readonly texts: readonly string[];
  /** ISO 8601; behind ~ the day until when the row is to be done, for a cell that is no date. */
  readonly days: readonly string[];
}

/** Writes down what is handed out, so that what comes back can be compared with it. */
export function writeBase(book: ExcelJS.Workbook, sheets: readonly LedgerSheet[], made: string): void {
  const sheet = book.addWorksheet(baseName, { state: 'veryHidden' });
  sheet.addRow([mark, version, made]);
  for (const { id, title, gathered, columns, rows } of sheets) {
    sheet.addRow(['table', id, cellText(title), gathered ? '1' : '0']);
    sheet.addRow(['columns', id, ...columns.map(({ header }) => cellText(header))]);
    sheet.addRow(['added', id, ...columns.map(({ added }) => (added ? '1' : '0'))]);
    for (const row of rows) {
      sheet.addRow(['row', row.id, ...row.cells.map(({ text }) => cellText(text))]);
      sheet.addRow(['days', row.id, ...row.cells.map(({ day }) => day ?? (row.due ? `~${row.due}` : ''))]);
    }
  }
}

/** What was handed out, by id of the table; undefined where the workbook is none of ours. */
export function readBase(book: ExcelJS.Workbook): ReadonlyMap<string, HandedOut> | undefined {
  const sheet = book.getWorksheet(baseName);
  if (!sheet || sheet.getCell(1, 1).text !== mark || sheet.getCell(1, 2).text !== version) return undefined;
  const tables = new Map<string, HandedOut & { rows: Map<string, HandedOutRow> }>();
  const headers = new Map<string, readonly string[]>();
  const titles = new Map<string, { title: string; gathered: boolean }>();
  for (let number = 2; number <= sheet.rowCount; number++) {
    const row = sheet.getRow(number);
    const kind = row.getCell(1).text;
    const id = row.getCell(2).text;
    const rest = Array.from({ length: Math.max(0, row.cellCount - 2) }, (_, at) => row.getCell(at + 3).text);
    const table = tables.get(id.replace(/r\d+$/, ''));
    if (kind === 'table') titles.set(id, { title: rest[0] ?? '', gathered: rest[1] === '1' });
    else if (kind === 'columns') headers.set(id, rest);
    else if (kind === 'added') {
      const own = headers.get(id) ?? [];
      const { title = '', gathered = false } = titles.get(id) ?? {};
      const added = own.filter((_, at) => rest[at] === '1');
      tables.set(id, { title, gathered, headers: own, added, rows: new Map() });
    } else if (kind === 'row') table?.rows.set(id, { texts: rest, days: [] });
    else if (kind === 'days') {
      const own = table?.rows.get(id);
      if (own) table?.rows.set(id, { ...own, days: rest });
    }
  }
  return tables;
}
