import ExcelJS from 'exceljs';
import type { Message } from '../../rules/rule.ts';
import { dayLike } from '../ledger/day-cell.ts';
import { fingerprint, squeezed } from '../ledger/fingerprint.ts';
import type { BaseCell, ReturnedLedger, ReturnedRow } from '../ledger/sheet.ts';
import { type HandedOut, readBase } from './ledger-base.ts';
import { dueHeader, idHeader } from './ledger-workbook.ts';
import { damagedWorkbook, safeWorkbook } from './safe-workbook.ts';

/** Rows in which the header is looked for: somebody may have put lines above it. */
const headerReach = 20;

const notOurs: Message = {
  zh: '不是本工具导出的台账，或其中隐藏的对照页、行标识列已丢失。请用 fangan export 重新导出后再填写',
  en: 'is no ledger that was exported from a plan, or has lost the hidden sheet by which rows are found again; export it again',
};

/** The ledgers of a workbook that came back; what is wrong with it otherwise. */
export async function readLedger(bytes: Uint8Array): Promise<readonly ReturnedLedger[] | { readonly fault: Message }> {
  const safe = safeWorkbook(bytes);
  if ('fault' in safe) return safe;
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.load(safe.bytes.slice().buffer);
  } catch {
    return { fault: damagedWorkbook };
  }
  const base = readBase(book);
  if (!base) return { fault: notOurs };
  const ledgers = book.worksheets.flatMap((sheet) => ledgersOf(sheet, base));
  return ledgers.length === 0 ? { fault: notOurs } : ledgers;
}

function ledgersOf(sheet: ExcelJS.Worksheet, base: ReadonlyMap<string, HandedOut>): readonly ReturnedLedger[] {
  if (sheet.state === 'veryHidden') return [];
  const head = headerOf(sheet);
  if (!head) return [];
  const tables = new Map<string, ReturnedRow[]>();
  let table = '';
  // A column that was formatted as a whole has a million rows, but only few that hold something.
  sheet.eachRow((row, number) => {
    if (number <= head.row) return;
    const id = textOf(row.getCell(head.idAt)).trim();
    const known = /^(t\d{1,4})r\d{1,5}$/.exec(id)?.[1];
    if (known !== undefined && base.has(known)) table = known;
    const handed = base.get(known ?? table);
    const before = handed?.rows.get(id);
    const cells = new Map<string, string>();
    for (const [header, at] of head.columns) {
      const place = handed?.headers.findIndex((one) => squeezed(one) === squeezed(header)) ?? -1;
      cells.set(header, textOf(row.getCell(at), before?.texts[place], before?.days[place]));
    }
    if (id === '' && [...cells.values()].every((text) => text.trim() === '')) return;
    const returned: ReturnedRow = {
      number,
      ...(before ? { id, base: baseCells(handed, before.texts, head.columns) } : {}),
      cells,
    };
    const rows = tables.get(known ?? table);
    if (rows) rows.push(returned);
    else tables.set(known ?? table, [returned]);
  });
  return [...tables].flatMap(([id, rows]): readonly ReturnedLedger[] => {
    const handed = base.get(id);
    if (!handed) return [];
    const back = new Set(rows.map((row) => row.id));
    return [
      {
        title: handed.title,
        gathered: handed.gathered,
        headers: [...head.columns.keys()],
        baseHeaders: handed.headers,
        added: handed.added,
        rows,
        lost: [...handed.rows]
          .filter(([rowId]) => !back.has(rowId))
          .map(([rowId, { texts }]) => ({ id: rowId, base: baseCells(handed, texts, head.columns) })),
      },
    ];
  });
}

function headerOf(sheet: ExcelJS.Worksheet) {
  for (let number = 1; number <= Math.min(headerReach, sheet.rowCount); number++) {
    const row = sheet.getRow(number);
    const columns = new Map<string, number>();
    let idAt = 0;
    row.eachCell((cell, at) => {
      const text = textOf(cell).trim();
      if (text === idHeader) idAt = at;
      else if (text !== '' && text !== dueHeader && !columns.has(text)) columns.set(text, at);
    });
    if (idAt > 0) return { row: number, idAt, columns };
  }
  return undefined;
}

function baseCells(
  handed: HandedOut | undefined,
  texts: readonly string[],
  columns: ReadonlyMap<string, number>,
): ReadonlyMap<string, BaseCell> {
  const base = new Map<string, BaseCell>();
  const byName = new Map([...columns.keys()].map((header) => [squeezed(header), header]));
  handed?.headers.forEach((header, at) => {
    const text = texts[at] ?? '';
    base.set(byName.get(squeezed(header)) ?? header, { text, fingerprint: fingerprint(text) });
  });
  return base;
}

/**
 * What a cell says as the plan would write it: a date in the way in which it was handed out.
 * @param before the words that were handed out, and the day when they name one
 */
function textOf(cell: ExcelJS.Cell, before = '', day = ''): string {
  const value = plainValue(cell.value);
  if (value instanceof Date) {
    if (Number.isNaN(value.getTime())) return '';
    const iso = value.toISOString().slice(0, 10);
    const year = /\d{4}/.exec(day)?.[0];
    return iso === day ? before : dayLike(before, iso, year === undefined ? undefined : Number(year));
  }
  if (typeof value === 'number' && /%/.test(cell.numFmt ?? '')) return `${Number((value * 100).toFixed(4))}%`;
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'number' ? String(value) : value.replace(/\r\n?/g, '\n');
}

function plainValue(value: ExcelJS.CellValue): string | number | boolean | Date {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'object' || value instanceof Date) return value;
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return plainValue(value.text as ExcelJS.CellValue);
  if ('error' in value) return '';
  if ('formula' in value || 'sharedFormula' in value) return plainValue(value.result as ExcelJS.CellValue);
  return '';
}
