import { skipBlanks } from '../../text/blank.ts';
import type { Range } from '../../text/range.ts';
import type { Line } from '../model.ts';
import { couldBeTitle } from '../titles.ts';
import { columnField, knownColumns } from './columns.ts';
import type { RawCell, RawTable } from './tables.ts';

/** A cell that begins with a tab, with the source lines that go on with it. */
interface TabCell {
  readonly start: number;
  end: number;
}

const titleOfTable = /(?:表|图|台账|清单)$/;

/** A tab-led table whose place is known; `read` reads its rows. */
export interface TabTable {
  readonly range: Range;
  read(): RawTable;
}

/** The lines of the source, by number. */
class SourceLines {
  readonly #text: string;
  readonly #starts: readonly number[];

  constructor(text: string) {
    const starts: number[] = [];
    for (let start = 0; start >= 0; ) {
      starts.push(start);
      const newline = text.indexOf('\n', start);
      start = newline < 0 ? -1 : newline + 1;
    }
    this.#text = text;
    this.#starts = starts;
  }

  get count(): number {
    return this.#starts.length;
  }
  start(at: number): number {
    return this.#starts[at] ?? this.#text.length;
  }
  end(at: number): number {
    const next = this.#starts[at + 1];
    return next === undefined ? this.#text.length : next - 1;
  }
  isTabbed(at: number): boolean {
    return at < this.#starts.length && this.#text.charCodeAt(this.start(at)) === 9;
  }
  /** The line without the blanks around it; empty behind the last one. */
  content(at: number): string {
    return at < this.#starts.length ? this.#text.slice(this.start(at), this.end(at)).trim() : '';
  }
  isEmpty(at: number): boolean {
    const end = this.end(at);
    const first = skipBlanks(this.#text, this.start(at), end);
    return first >= end || (first === end - 1 && this.#text.charCodeAt(first) === 13);
  }
}

/**
 * Tables pasted from a word processor: every cell stands on a line of its own that begins with a
 * tab, cells of merged columns are empty, and text without a tab goes on with the cell before it.
 * Found by their header: at least three cells in a row that name columns.
 *
 * @param text the whole source
 * @param lines all lines in order; those inside a table become its cells
 */
export function findTabTables(text: string, lines: readonly Line[]): readonly TabTable[] {
  if (!lines.some((line) => line.indent.includes('\t') && columnField(line.text) !== undefined)) return [];
  const source = new SourceLines(text);
  const tables: TabTable[] = [];
  let at = 0;
  while (at < source.count) {
    const width = source.isTabbed(at) ? headerWidth(at, source) : 0;
    if (width === 0) {
      at++;
      continue;
    }
    const { cells, next } = readCells(at, width, source);
    const first = cells[0];
    const last = cells.at(-1);
    if (first && last) {
      const range = { start: first.start, end: last.end };
      tables.push({ range, read: () => withTitle(assemble(cells, width, range, lines), lines) });
    }
    at = next;
  }
  return tables;
}

/** Number of cells of the header that begins here; 0 when it is none. */
function headerWidth(at: number, source: SourceLines): number {
  const texts: string[] = [];
  for (let next = at; source.isTabbed(next); next++) {
    const text = source.content(next);
    if (text === '') break;
    texts.push(text);
  }
  return texts.length >= 3 && knownColumns(texts) >= Math.max(3, texts.length - 1) ? texts.length : 0;
}

function readCells(from: number, width: number, source: SourceLines): { cells: readonly TabCell[]; next: number } {
  const cells: TabCell[] = [];
  let at = from;
  for (; at < source.count; at++) {
    const last = cells.at(-1);
    if (source.isTabbed(at)) {
      cells.push({ start: source.start(at), end: source.end(at) });
    } else if (last && !source.isEmpty(at)) {
      const complete = cells.length % width === 0;
      if (complete && endsTable(at, source)) break;
      last.end = source.end(at);
    }
  }
  return { cells, next: at };
}

/**
 * Behind a complete row, text without a tab either goes on with the last cell or has left the
 * table: it has left it when no cell follows, or when what follows is the title of the next table.
 */
function endsTable(at: number, source: SourceLines): boolean {
  for (let next = at; next < source.count; next++) {
    if (source.isTabbed(next)) return false;
    const text = source.content(next);
    if (titleOfTable.test(text) || /^[一二三四五六七八九十]+、/.test(text)) return true;
    if (/(?:方案|办法|计划)$/.test(text) && text.length < 40) return true;
  }
  return true;
}

function assemble(cells: readonly TabCell[], width: number, range: Range, lines: readonly Line[]): RawTable {
  let line = lowerBound(lines, range.start);
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
  return { rows, range, source: 'tabs' };
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
