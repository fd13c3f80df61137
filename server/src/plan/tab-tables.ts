import type { Range } from '../text/range.ts';
import { columnField } from './columns.ts';
import type { Line } from './model.ts';
import { knownColumns, type RawCell, type RawTable } from './tables.ts';
import { couldBeTitle } from './titles.ts';

interface SourceLine {
  readonly start: number;
  readonly end: number;
}

/** A cell that begins with a tab, with the source lines that go on with it. */
interface TabCell {
  readonly start: number;
  end: number;
}

const titleOfTable = /(?:表|图|台账|清单)$/;

/**
 * Tables pasted from a word processor: every cell stands on a line of its own that begins with a
 * tab, cells of merged columns are empty, and text without a tab goes on with the cell before it.
 * Found by their header: at least three cells in a row that name columns.
 *
 * @param text the whole source
 * @param lines all lines in order; those inside a table become its cells
 */
export function findTabTables(text: string, lines: readonly Line[]): readonly RawTable[] {
  if (!lines.some((line) => line.indent.includes('\t') && columnField(line.text) !== undefined)) return [];
  const source = sourceLines(text);
  const isTabbed = (at: number) => text.charCodeAt(source[at]?.start ?? -1) === 9;
  const content = (at: number) => {
    const line = source[at];
    return line ? text.slice(line.start, line.end).trim() : '';
  };
  const tables: RawTable[] = [];
  let at = 0;
  while (at < source.length) {
    const width = isTabbed(at) ? headerWidth(at, isTabbed, content) : 0;
    if (width === 0) {
      at++;
      continue;
    }
    const { cells, next } = readCells(at, width, source, isTabbed, content);
    const table = assemble(cells, width, lines);
    if (table) tables.push(withTitle(table, lines));
    at = next;
  }
  return tables;
}

function sourceLines(text: string): readonly SourceLine[] {
  const lines: SourceLine[] = [];
  let start = 0;
  while (start <= text.length) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}

/** Number of cells of the header that begins here; 0 when it is none. */
function headerWidth(at: number, isTabbed: (at: number) => boolean, content: (at: number) => string): number {
  const texts: string[] = [];
  while (isTabbed(at + texts.length) && content(at + texts.length) !== '') texts.push(content(at + texts.length));
  return texts.length >= 3 && knownColumns(texts) >= Math.max(3, texts.length - 1) ? texts.length : 0;
}

function readCells(
  from: number,
  width: number,
  source: readonly SourceLine[],
  isTabbed: (at: number) => boolean,
  content: (at: number) => string,
): { cells: readonly TabCell[]; next: number } {
  const cells: TabCell[] = [];
  let at = from;
  while (at < source.length) {
    const line = source[at];
    if (!line) break;
    const last = cells.at(-1);
    if (isTabbed(at)) {
      cells.push({ start: line.start, end: line.end });
    } else if (content(at) !== '' && last) {
      const complete = cells.length % width === 0;
      if (complete && endsTable(at, source, isTabbed, content)) break;
      last.end = line.end;
    }
    at++;
  }
  return { cells, next: at };
}

/**
 * Behind a complete row, text without a tab either goes on with the last cell or has left the
 * table: it has left it when no cell follows, or when what follows is the title of the next table.
 */
function endsTable(
  at: number,
  source: readonly SourceLine[],
  isTabbed: (at: number) => boolean,
  content: (at: number) => string,
): boolean {
  for (let next = at; next < source.length; next++) {
    const text = content(next);
    if (isTabbed(next)) return false;
    if (titleOfTable.test(text) || /^[一二三四五六七八九十]+、/.test(text)) return true;
    if (/(?:方案|办法|计划)$/.test(text) && text.length < 40) return true;
  }
  return true;
}

function assemble(cells: readonly TabCell[], width: number, lines: readonly Line[]): RawTable | undefined {
  const first = cells[0];
  const last = cells.at(-1);
  if (!first || !last) return undefined;
  let line = lowerBound(lines, first.start);
  const rows: { range: Range; cells: RawCell[] }[] = [];
  for (let at = 0; at < cells.length; at += width) {
    const row = cells.slice(at, at + width).map((cell) => {
      const own: Line[] = [];
      for (let next = lines[line]; next && next.range.start < cell.end; next = lines[++line]) own.push(next);
      const range = { start: own[0]?.range.start ?? cell.start + 1, end: own.at(-1)?.range.end ?? cell.start + 1 };
      return { lines: own, range };
    });
    rows.push({ cells: row, range: { start: row[0]?.range.start ?? 0, end: row.at(-1)?.range.end ?? 0 } });
  }
  return { rows, range: { start: first.start, end: last.end }, source: 'tabs' };
}

/** The lines in front of the table name it: 全镇…工作流程图, in one line or two, and its period in brackets. */
function withTitle(table: RawTable, lines: readonly Line[]): RawTable {
  const before = lowerBound(lines, table.range.start);
  for (let at = before - 1; at >= Math.max(0, before - 3); at--) {
    const line = lines[at];
    if (!line || !titleOfTable.test(line.text)) continue;
    const above = lines[at - 1];
    const first =
      above && above.indent === line.indent && couldBeTitle(above) && !titleOfTable.test(above.text) ? above : line;
    const value = first === line ? line.text : first.text + line.text;
    return { ...table, title: { value, range: { start: first.range.start, end: line.range.end } } };
  }
  return table;
}

/** Index of the first line that begins at or behind `offset`. */
function lowerBound(lines: readonly Line[], offset: number): number {
  let low = 0;
  let high = lines.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.range.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
