import { knownColumns } from '../../plan/tables/columns.ts';
import { tableText } from './markdown.ts';

/** Fewest columns of a table, and of those the ones that have to be known by their header. */
const fewestColumns = 3;

/**
 * Tables pasted from a spreadsheet: one row a line, tabs between its cells. They become GFM tables; tables whose cells
 * stand on lines of their own are the reader's (plan/tab-tables.ts).
 * @param lines of the text
 * @returns lines, those of a table replaced by those of its Markdown
 */
export function withRowTables(lines: readonly string[]): readonly string[] {
  if (!lines.some((line) => line.includes('\t'))) return lines;
  const result: string[] = [];
  for (let at = 0; at < lines.length; at++) {
    const header = cellsOf(lines[at] ?? '');
    if (!isHeader(lines[at] ?? '', header)) {
      result.push(lines[at] ?? '');
      continue;
    }
    const { rows, next } = rowsFrom(lines, at, header.length);
    if (rows.length < 2) {
      result.push(lines[at] ?? '');
      continue;
    }
    result.push('', ...tableText(rows).split('\n'), '');
    at = next - 1;
  }
  return result;
}

function isHeader(line: string, cells: readonly string[]): boolean {
  if (line.startsWith('\t') || cells.length < fewestColumns) return false;
  return knownColumns(cells) >= 2 && cells.every((cell) => cell.length <= 16);
}

/** Rows of as many cells; a cell with line feeds stands in quotation marks. */
function rowsFrom(lines: readonly string[], from: number, width: number) {
  const rows: string[][] = [];
  let at = from;
  while (at < lines.length) {
    let text = lines[at] ?? '';
    let to = at + 1;
    while (isOpen(text) && to < lines.length && to - at < 50) text += `\n${lines[to++] ?? ''}`;
    if (isOpen(text)) {
      text = lines[at] ?? '';
      to = at + 1;
    }
    const cells = cellsOf(text);
    if (cells.length < 2 || cells.length > width + 1) break;
    rows.push(cells.slice(0, Math.max(width, cells.length)).map(unquoted));
    at = to;
  }
  return { rows, next: at };
}

/** A cell that begins with a quotation mark and has none at its end. */
function isOpen(text: string): boolean {
  const last = text.slice(text.lastIndexOf('\t') + 1);
  return last.startsWith('"') && (last.match(/"/g)?.length ?? 0) % 2 === 1;
}

const cellsOf = (line: string) => line.split('\t').map((cell) => cell.trim());
const unquoted = (cell: string) =>
  cell.length > 1 && cell.startsWith('"') && cell.endsWith('"') ? cell.slice(1, -1).replaceAll('""', '"') : cell;
