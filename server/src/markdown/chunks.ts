import { isLineEnd, lineBehind, lineEnd, skipSpaces } from './lines.ts';
import { isListMarker } from './markers.ts';
import { mayHoldOpaque } from './openings.ts';

/**
 * A long list or table cut into pieces that micromark reads alike when it reads each alone; on the
 * whole it would spend time that grows with the square of their length.
 */
export interface Chunks {
  readonly kind: 'list' | 'table';
  /** End of the lines that every chunk of a table needs before it: header row and delimiter row; 0 for a list. */
  readonly headEnd: number;
  /** Offsets of the chunks; the first is `headEnd`. */
  readonly starts: readonly number[];
}

/** Shorter parts are read at once. */
const LONG = 3000;
/** Units that a chunk has at least, but for the last one. */
const CHUNK = 1200;

const DELIMITER_ROW = /^\|(?:[ \t]*:?-{1,1000}:?[ \t]*\|){1,1000}[ \t]*$/;

/** The chunks of a part that is one long list or one long table; undefined for any other. */
export function findChunks(part: string, long = LONG, chunk = CHUNK): Chunks | undefined {
  if (part.length < long) return undefined;
  const found = part[skipSpaces(part, 0)] === '|' ? tableChunks(part, chunk) : listChunks(part, chunk);
  return found && found.starts.length > 1 ? found : undefined;
}

/**
 * Lines of a table, each behind a `|`: a row depends on no other row but the header row. Whether
 * the first two lines make a table is for the reader of the chunks to see.
 */
function tableChunks(part: string, chunk: number): Chunks | undefined {
  const second = lineBehind(part, lineEnd(part, 0));
  const secondEnd = lineEnd(part, second);
  if (!DELIMITER_ROW.test(part.slice(skipSpaces(part, second), secondEnd))) return undefined;
  const headEnd = lineBehind(part, secondEnd);
  const starts = [headEnd];
  let ended = false;
  for (let line = headEnd; line < part.length; line = lineBehind(part, lineEnd(part, line))) {
    const first = skipSpaces(part, line);
    if (isLineEnd(part, first)) ended = true;
    else if (ended || part[first] !== '|') return undefined;
    else if (line - (starts.at(-1) ?? 0) >= chunk) starts.push(line);
  }
  return { kind: 'table', headEnd, starts };
}

/**
 * Items at column 0 that have the same kind of marker as the first line. No fence and no HTML block
 * can reach from one into the next, no definition either; and nothing ends the list between two of
 * them, so that a number is no mere word in the middle of a paragraph.
 */
function listChunks(part: string, chunk: number): Chunks | undefined {
  const kind = markerKind(part, 0);
  if (kind === undefined || mayHoldOpaque(part) || part.includes(']:')) return undefined;
  const starts = [0];
  let item: Item = { content: Number.POSITIVE_INFINITY, empty: false, inParagraph: false };
  let behindBlankLine = false;
  for (let line = 0; line < part.length; line = lineBehind(part, lineEnd(part, line))) {
    const first = skipSpaces(part, line);
    if (isLineEnd(part, first)) {
      if (item.empty) item = { content: Number.POSITIVE_INFINITY, empty: false, inParagraph: false };
      behindBlankLine = true;
      continue;
    }
    const column = columnOf(part, line, first);
    if (column >= item.content) item = { content: item.content, empty: false, inParagraph: false };
    else if (markerKind(part, first) === kind) {
      item = itemAt(part, first, column);
      if (first === line && line - (starts.at(-1) ?? 0) >= chunk) starts.push(line);
    } else if (behindBlankLine || !item.inParagraph || !isPlainStart(part, first)) return undefined;
    behindBlankLine = false;
  }
  return { kind: 'list', headEnd: 0, starts };
}

interface Item {
  /** Column at which a line must start to belong to the item. */
  readonly content: number;
  /** True as long as nothing but the marker is there: then a blank line ends the item. */
  readonly empty: boolean;
  /** True as long as a line that does not belong to the item still continues its paragraph. */
  readonly inParagraph: boolean;
}

function itemAt(text: string, marker: number, column: number): Item {
  const behind = behindMarker(text, marker);
  const markerEnd = column + behind - marker;
  const first = skipSpaces(text, behind);
  if (isLineEnd(text, first)) return { content: markerEnd + 1, empty: true, inParagraph: false };
  // With indented code off, all blanks belong to the marker.
  const content = columnOf(text, behind, first, markerEnd);
  return { content, empty: false, inParagraph: isPlainStart(text, first) };
}

/** The mark of the list item that starts at `index`: a bullet, or what stands behind the number. */
function markerKind(text: string, index: number): string | undefined {
  if (!isListMarker(text, index)) return undefined;
  const behind = behindMarker(text, index);
  const mark = text[behind - 1];
  // The same mark again: may be a thematic break.
  return text[skipSpaces(text, behind)] === mark ? undefined : mark;
}

function behindMarker(text: string, index: number): number {
  let mark = index;
  while (text.charCodeAt(mark) >= 0x30 && text.charCodeAt(mark) <= 0x39) mark++;
  return mark + 1;
}

/** True where a line starts that can be nothing but text of a paragraph. */
function isPlainStart(text: string, index: number): boolean {
  return !isListMarker(text, index) && !/[-+*=>#_|:`~<[&\\]/.test(text[index] ?? '');
}

/** Column of `index` when `from` is at column `start`: a tab leads to the next multiple of four. */
function columnOf(text: string, from: number, index: number, start = 0): number {
  let column = start;
  for (let at = from; at < index; at++) column += text[at] === '\t' ? 4 - (column % 4) : 1;
  return column;
}
