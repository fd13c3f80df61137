import { skipBlanks, trimBlanksEnd } from '../text/blank.ts';
import { Prose } from '../text/prose.ts';
import type { TableBlock, TableBlockCell } from './blocks.ts';
import { isLineEnd, lineBehind, lineEnd, skipSpaces } from './lines.ts';

type TableRow = TableBlock['rows'][number];

/** A table, and where the line behind its last row starts. */
export interface PlainTable {
  readonly block: TableBlock;
  readonly end: number;
  /** Source lines that it takes. */
  readonly lines: number;
}

/** A row as cells of the delimiter row have it: hyphens, with a colon at either end or none. */
const DELIMITER = /^[ \t]*:?-{1,1000}:?[ \t]*$/;

/**
 * Reads a GFM table whose lines all begin with `|` at column 0 and end with `|`, without micromark, up to
 * an empty line or the end of the text. Undefined where any line may mean anything else.
 *
 * @param text without escapes and inline marks
 * @param start of the header row, which stands at the head of the text, behind an empty line or a heading
 */
export function readPlainTable(text: string, start: number): PlainTable | undefined {
  const header = readRow(text, start);
  const second = lineBehind(text, lineEnd(text, start));
  const delimiters = header && readDelimiters(text, second);
  if (!header || delimiters !== header.cells.length) return undefined;
  const rows: TableRow[] = [header];
  let lines = 2;
  let line = lineBehind(text, lineEnd(text, second));
  let rangeEnd = lineEnd(text, second);
  for (; line < text.length && !isLineEnd(text, skipSpaces(text, line)); lines++) {
    const row = readRow(text, line);
    if (!row) return undefined;
    const { cells } = row;
    while (cells.length < header.cells.length) {
      cells.push({ range: { start: row.range.end, end: row.range.end }, prose: Prose.plain('', row.range.end) });
    }
    rows.push(row);
    rangeEnd = row.range.end;
    line = lineBehind(text, lineEnd(text, line));
  }
  return { block: { kind: 'table', rows, range: { start, end: rangeEnd } }, end: line, lines };
}

/** The cells between the bars of a line; undefined where it does not begin and end with one, or has nothing between two. */
function readRow(text: string, start: number): (TableRow & { cells: TableBlockCell[] }) | undefined {
  if (text[start] !== '|') return undefined;
  const end = lineEnd(text, start);
  const cells: TableBlockCell[] = [];
  let from = start + 1;
  for (let bar = text.indexOf('|', from); bar >= 0 && bar < end; bar = text.indexOf('|', from)) {
    if (bar === from) return undefined;
    const first = skipBlanks(text, from, bar);
    const last = trimBlanksEnd(text, first, bar);
    const range = first === last ? { start: from, end: bar } : { start: first, end: last };
    cells.push({ range, prose: Prose.plain(text.slice(first, last), range.start) });
    from = bar + 1;
  }
  if (cells.length === 0 || skipSpaces(text, from) < end) return undefined;
  return { range: { start, end }, cells };
}

/** The number of cells of the delimiter row that starts at `start`; 0 where there is none. */
function readDelimiters(text: string, start: number): number {
  if (text[start] !== '|') return 0;
  const end = lineEnd(text, start);
  let count = 0;
  let from = start + 1;
  for (let bar = text.indexOf('|', from); bar >= 0 && bar < end; bar = text.indexOf('|', from)) {
    if (!DELIMITER.test(text.slice(from, bar))) return 0;
    count++;
    from = bar + 1;
  }
  return skipSpaces(text, from) < end ? 0 : count;
}
