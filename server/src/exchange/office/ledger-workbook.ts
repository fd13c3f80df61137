import ExcelJS from 'exceljs';
import type { LedgerSheet, SheetColumn } from '../ledger/sheet.ts';
import words from '../ledger/words.yaml';
import { cellText } from './cell-text.ts';
import { writeBase } from './ledger-base.ts';

/** Headers of the two columns that a ledger has beyond its own; see ledger-reading.ts. */
export const idHeader = '行标识';
export const dueHeader = '截止日';
/** Rows of a sheet: its title, its header, and the first one of its own. */
const titleRow = 1;
export const headerRow = 2;
const firstRow = 3;
/** Rows below the last one that have the lists of choices too, for what is put in. */
const spareRows = 50;
/** A day that comes within so many days is coloured before it is over. */
const soonDays = 7;
const listsName = '选项';
const { finished } = words as { readonly finished: readonly string[] };

const colours = {
  head: 'FFD9E2F3',
  added: 'FFE2EFDA',
  line: 'FFBFBFBF',
  overdue: 'FFFFC7CE',
  overdueText: 'FF9C0006',
  soon: 'FFFFEB9C',
} as const;

/**
 * Ledgers as an Excel workbook: a sheet each, the header frozen and filtered, choices for how things
 * stand, days as dates, what is overdue in colour. Two hidden sheets hold the choices and what was handed out.
 * @param made the day of making, ISO 8601
 */
export async function writeLedger(sheets: readonly LedgerSheet[], made: string): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  book.creator = 'fangan';
  book.created = new Date(`${made}T00:00:00Z`);
  book.modified = book.created;
  const names = new Set([listsName]);
  const lists = new Lists();
  for (const sheet of sheets) addSheet(book, sheet, sheetName(sheet, names), lists);
  lists.write(book.addWorksheet(listsName, { state: 'veryHidden' }));
  writeBase(book, sheets, made);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

function addSheet(book: ExcelJS.Workbook, ledger: LedgerSheet, name: string, lists: Lists): void {
  const { columns, rows } = ledger;
  const dueAt = columns.length + 1;
  const idAt = columns.length + 2;
  const lastRow = firstRow + Math.max(rows.length, 1) - 1;
  const sheet = book.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: headerRow, xSplit: columns[0]?.field === 'ordinal' ? 1 : 0 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${titleRow}:${headerRow}`,
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
  });
  writeHead(sheet, ledger, dueAt, idAt);
  const limitAt = columns.findIndex(isLimit);
  rows.forEach((row, place) => {
    const number = firstRow + place;
    columns.forEach((column, at) => {
      const cell = sheet.getCell(number, at + 1);
      const { text, day, format } = row.cells[at] ?? { text: '' };
      if (day !== undefined && format !== undefined) {
        cell.value = new Date(`${day}T00:00:00Z`);
        cell.numFmt = format;
      } else if (column.field === 'ordinal' && /^[1-9]\d{0,5}$/.test(text)) cell.value = Number(text);
      else {
        if (text !== '') cell.value = cellText(text);
        // A day that is typed in the place of words is one at once; a cell of text keeps 3/4 and 2026.4 as they are.
        if (isLimit(column)) cell.numFmt = 'yyyy"年"m"月"d"日"';
        else if (text.length <= 255) cell.numFmt = '@';
      }
      frame(cell, column);
    });
    writeDue(sheet, number, limitAt, row.due, dueAt, row.cells[limitAt]);
    sheet.getCell(number, idAt).value = row.id;
  });
  columns.forEach((column, at) => {
    const list = column.choices && lists.rangeOf(column.choices);
    if (!list) return;
    for (let number = firstRow; number <= lastRow + spareRows; number++) {
      sheet.getCell(number, at + 1).dataValidation = {
        type: 'list',
        allowBlank: true,
        formulae: [list],
        showErrorMessage: column.strict === true,
        errorStyle: 'stop',
        errorTitle: column.header,
        error: '请从下拉列表中选择',
      };
    }
  });
  sheet.autoFilter = { from: { row: headerRow, column: 1 }, to: { row: lastRow, column: idAt } };
  colourDue(sheet, columns, dueAt, lastRow, lists);
}

const isLimit = ({ field }: SheetColumn) => field === 'deadline' || field === 'time';

function writeHead(sheet: ExcelJS.Worksheet, { title, plan, columns, rows }: LedgerSheet, dueAt: number, idAt: number) {
  const name =
    title.includes(plan) || plan.includes(title) ? (title.length > plan.length ? title : plan) : `${plan}${title}`;
  const head = sheet.getCell(titleRow, 1);
  head.value = cellText(name);
  if (columns.length > 1) sheet.mergeCells(titleRow, 1, titleRow, columns.length);
  head.font = { bold: true, size: 16 };
  head.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
  sheet.getRow(titleRow).height = 36;
  columns.forEach((column, at) => {
    const cell = sheet.getCell(headerRow, at + 1);
    cell.value = cellText(column.header);
    cell.font = { bold: true };
    cell.fill = solid(column.added ? colours.added : colours.head);
    frame(cell, column);
    cell.alignment = { horizontal: 'center', vertical: 'middle', wrapText: true };
    sheet.getColumn(at + 1).width = widthOf(
      column,
      rows.map(({ cells }) => cells[at]?.text ?? ''),
    );
  });
  for (const [at, text] of [
    [dueAt, dueHeader],
    [idAt, idHeader],
  ] as const) {
    sheet.getCell(headerRow, at).value = text;
    sheet.getColumn(at).hidden = true;
  }
}

/** When the limit is a date the day follows it; when its words are changed to a date, that counts. */
function writeDue(
  sheet: ExcelJS.Worksheet,
  number: number,
  limitAt: number,
  due: string | undefined,
  dueAt: number,
  limit: { readonly text: string } | undefined,
): void {
  const cell = sheet.getCell(number, dueAt);
  cell.numFmt = 'yyyy-mm-dd';
  const day = due === undefined ? undefined : new Date(`${due}T00:00:00Z`);
  if (limitAt < 0) {
    if (day) cell.value = day;
    return;
  }
  const place = sheet.getCell(number, limitAt + 1).address;
  const [year, month, date] = (due ?? '').split('-').map(Number);
  const known = due === undefined ? '""' : `DATE(${year},${month},${date})`;
  const text = (limit?.text ?? '').replaceAll('"', '""').replaceAll('\n', '"&CHAR(10)&"');
  // A text of a formula has room for 255 characters.
  const kept = text.length <= 200 ? `IF(${place}&""="${text}",${known},"")` : known;
  cell.value = { formula: `IF(ISNUMBER(${place}),${place},${kept})`, result: day ?? '' } as ExcelJS.CellFormulaValue;
}

/** Over and not finished is red, soon over yellow: held against the day on which the workbook is looked at. */
function colourDue(
  sheet: ExcelJS.Worksheet,
  columns: readonly SheetColumn[],
  dueAt: number,
  lastRow: number,
  lists: Lists,
): void {
  const due = `$${letterOf(sheet, dueAt)}${firstRow}`;
  const done = columns.flatMap(({ field }, at) => {
    if (field !== 'status' && field !== 'progress') return [];
    return [`COUNTIF(${lists.rangeOf(finished)},$${letterOf(sheet, at + 1)}${firstRow})=0`];
  });
  const open = ['', ...done].join(',');
  const ref = `A${firstRow}:${letterOf(sheet, columns.length)}${lastRow}`;
  sheet.addConditionalFormatting({
    ref,
    rules: [
      {
        type: 'expression',
        priority: 1,
        formulae: [`AND(ISNUMBER(${due}),${due}<TODAY()${open})`],
        style: {
          fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: colours.overdue } },
          font: { color: { argb: colours.overdueText } },
        },
      },
      {
        type: 'expression',
        priority: 2,
        formulae: [`AND(ISNUMBER(${due}),${due}>=TODAY(),${due}<=TODAY()+${soonDays}${open})`],
        style: { fill: { type: 'pattern', pattern: 'solid', bgColor: { argb: colours.soon } } },
      },
    ],
  });
}

/** Lists of choices, a column each in a hidden sheet: a list in the rule itself has room for 255 characters. */
class Lists {
  readonly #lists: (readonly string[])[] = [];

  rangeOf(list: readonly string[]): string {
    const key = list.join('\n');
    let at = this.#lists.findIndex((one) => one.join('\n') === key);
    if (at < 0) at = this.#lists.push(list) - 1;
    const letter = String.fromCharCode(65 + (at % 26));
    const column = at < 26 ? letter : `${String.fromCharCode(64 + Math.floor(at / 26))}${letter}`;
    return `'${listsName}'!$${column}$1:$${column}$${list.length}`;
  }

  write(sheet: ExcelJS.Worksheet): void {
    this.#lists.forEach((list, at) => {
      list.forEach((text, row) => {
        sheet.getCell(row + 1, at + 1).value = cellText(text);
      });
    });
  }
}

function letterOf(sheet: ExcelJS.Worksheet, column: number): string {
  return sheet.getColumn(column).letter;
}

function frame(cell: ExcelJS.Cell, { field }: SheetColumn): void {
  const line = { style: 'thin' as const, color: { argb: colours.line } };
  cell.border = { top: line, left: line, bottom: line, right: line };
  const isShort = field === 'ordinal' || field === 'deadline' || field === 'status' || field === 'owner';
  cell.alignment = { vertical: 'middle', horizontal: isShort ? 'center' : 'left', wrapText: true };
}

function solid(argb: string): ExcelJS.Fill {
  return { type: 'pattern', pattern: 'solid', fgColor: { argb } };
}

/** As wide as its longest line, within bounds: a Han character is two wide. */
function widthOf({ header, field }: SheetColumn, texts: readonly string[]): number {
  if (field === 'ordinal') return 6;
  const width = (text: string) =>
    Math.max(...text.split('\n').map((line) => [...line].reduce((sum, sign) => sum + (sign > '\u2e7f' ? 2 : 1), 0)));
  const longest = Math.max(width(header) + 4, ...texts.map(width));
  const least = field === 'progress' ? 24 : 10;
  return Math.min(46, Math.max(least, longest + 2));
}

/** A name of a sheet has 31 characters and none of `: \ / ? * [ ]`; two are never alike. */
function sheetName({ title, plan }: LedgerSheet, taken: Set<string>): string {
  const clean = (text: string) => text.replace(/[:\\/?*[\]：'‘’\0-\x1f]/g, '').trim();
  const base = (clean(title) || clean(plan) || '台账').slice(0, 31);
  let name = base;
  for (let count = 2; taken.has(name.toLowerCase()) || name === 'History'; count++) {
    name = `${base.slice(0, 31 - `（${count}）`.length)}（${count}）`;
  }
  taken.add(name.toLowerCase());
  return name;
}
