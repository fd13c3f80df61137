import type { Heading, Paragraph, Root, RootContent } from 'mdast';
import type { Point } from 'unist';
import { isBlank, skipBlanks, trimBlanksEnd } from '../text/blank.ts';
import { Prose } from '../text/prose.ts';
import type { Block, BlockLine, TableBlock } from './blocks.ts';
import { isLineEnd, lineBehind, lineEnd, skipSpaces } from './lines.ts';
import { isListMarker } from './markers.ts';
import { readPlainTable } from './plain-table.ts';

/** One unit or word that may mean Markdown anywhere in a line: then micromark must look. Bars are looked at line by line. */
const MARKUP = /[\0\\`*_[<&@]|~~|[wW]{3}\.|:\/\//;

/** A line of a plain paragraph or a plain heading: offsets without the blanks of CommonMark around it. */
interface PlainLine {
  readonly start: number;
  /** Where the source line ends, and where its words do. */
  readonly end: number;
  readonly textEnd: number;
}

/** Consecutive lines that are one paragraph (`depth` 0), or one heading line. */
interface PlainProse {
  readonly depth: number;
  readonly lines: readonly PlainLine[];
  /** Zero-based line of the first line. */
  readonly row: number;
}

type PlainBlock = PlainProse | TableBlock;

/**
 * Reads a part in which nothing but plain paragraphs, plain ATX headings and plain tables can be, without
 * micromark. Undefined where any character or line start could mean anything else.
 */
export function readPlain(text: string): PlainText | undefined {
  if (MARKUP.test(text) || text.charCodeAt(0) === 0xfeff) return undefined;
  const blocks: PlainBlock[] = [];
  let open: PlainLine[] | undefined;
  let row = 0;
  let line = 0;
  let bar = text.indexOf('|');
  for (; line < text.length; row++) {
    const start = skipSpaces(text, line);
    const end = lineEnd(text, start);
    if (bar >= 0 && bar < start) bar = text.indexOf('|', start);
    if (bar >= 0 && bar < end) {
      const table = open || start > line ? undefined : readPlainTable(text, start);
      if (!table) return undefined;
      blocks.push(table.block);
      row += table.lines - 1;
      line = table.end;
      continue;
    }
    const depth = start === end ? 0 : plainDepth(text, start, end);
    if (depth === undefined) return undefined;
    if (start === end) open = undefined;
    else if (depth > 0) {
      open = undefined;
      const from = Math.min(skipSpaces(text, start + depth), end);
      blocks.push({ depth, row, lines: [{ start, end, textEnd: trimSpacesEnd(text, from, end) }] });
    } else {
      const found = { start, end, textEnd: trimSpacesEnd(text, start, end) };
      if (open) open.push(found);
      else {
        open = [found];
        blocks.push({ depth: 0, row, lines: open });
      }
    }
    line = lineBehind(text, end);
  }
  const endsLine = text.length === 0 || isLineEnd(text, text.length - 1);
  return new PlainText(text, blocks, endsLine ? row : row - 1);
}

/** 0 for a line of a paragraph, 1–6 for a heading; undefined for a line that may be anything else. */
function plainDepth(text: string, start: number, end: number): number | undefined {
  switch (text[start]) {
    case '#': {
      let depth = 1;
      while (text[start + depth] === '#') depth++;
      const behind = start + depth;
      if (depth > 6 || (skipSpaces(text, behind) === behind && behind < end)) return undefined;
      // A closing sequence is left to micromark.
      const closing = text.indexOf('#', behind);
      return closing >= 0 && closing < end ? undefined : depth;
    }
    // Lists, setext headings, thematic breaks, delimiter rows, quotations.
    case '-':
    case '+':
    case '=':
    case ':':
    case '>':
      return undefined;
    default:
      return isListMarker(text, start) ? undefined : 0;
  }
}

/** The text of a part read without micromark, as blocks and as mdast tree. */
export class PlainText {
  readonly #text: string;
  readonly #blocks: readonly PlainBlock[];
  readonly #lastRow: number;

  constructor(text: string, blocks: readonly PlainBlock[], lastRow: number) {
    this.#text = text;
    this.#blocks = blocks;
    this.#lastRow = lastRow;
  }

  blocks(): Block[] {
    const blocks: Block[] = [];
    for (const block of this.#blocks) {
      if ('rows' in block) {
        blocks.push(block);
        continue;
      }
      const { depth, lines } = block;
      const found: BlockLine[] = [];
      for (const line of lines) {
        const from = depth > 0 ? Math.min(skipSpaces(this.#text, line.start + depth), line.end) : line.start;
        const start = skipBlanks(this.#text, from, line.textEnd);
        const end = trimBlanksEnd(this.#text, start, line.textEnd);
        if (start === end) continue;
        const indent = this.#indent(line.start);
        found.push({ prose: Prose.plain(this.#text.slice(start, end), start), indent });
      }
      const range = { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 };
      if (depth > 0) blocks.push({ kind: 'heading', depth, lines: found, range });
      else if (found.length > 0) blocks.push({ kind: 'paragraph', lines: found, quoted: false, range });
    }
    return blocks;
  }

  /** The tree that remark would make; undefined for a table, and where a line ends in blanks, which may be a hard break. */
  tree(): Root | undefined {
    const children: RootContent[] = [];
    for (const block of this.#blocks) {
      if ('rows' in block) return undefined;
      const node = block.depth > 0 ? this.#heading(block) : this.#paragraph(block);
      if (!node) return undefined;
      children.push(node);
    }
    const text = this.#text;
    let lastLine = text.length;
    while (lastLine > 0 && !isLineEnd(text, lastLine - 1)) lastLine--;
    const end = { line: this.#lastRow + 1, column: text.length - lastLine + 1, offset: text.length };
    return { type: 'root', children, position: { start: { line: 1, column: 1, offset: 0 }, end } };
  }

  #heading({ depth, lines, row }: PlainProse): Heading | undefined {
    const line = lines[0];
    if (!line) return undefined;
    const lineStart = this.#lineStart(line.start);
    const point = (offset: number): Point => ({ line: row + 1, column: offset - lineStart + 1, offset });
    const from = Math.min(skipSpaces(this.#text, line.start + depth), line.end);
    const children: Heading['children'] = [];
    if (from < line.textEnd) {
      const value = this.#text.slice(from, line.textEnd);
      children.push({ type: 'text', value, position: { start: point(from), end: point(line.textEnd) } });
    }
    const position = { start: point(line.start), end: point(line.end) };
    return { type: 'heading', depth: depth as Heading['depth'], children, position };
  }

  #paragraph({ lines, row }: PlainProse): Paragraph | undefined {
    const first = lines[0];
    const last = lines.at(-1);
    if (!first || !last) return undefined;
    let value = '';
    for (const line of lines) {
      value += this.#text.slice(line.start, line.textEnd);
      if (line === last) break;
      if (line.textEnd < line.end) return undefined;
      value += this.#text.slice(line.end, lineBehind(this.#text, line.end));
    }
    const lastRow = row + lines.length;
    const lastStart = this.#lineStart(last.start);
    const start = { line: row + 1, column: first.start - this.#lineStart(first.start) + 1, offset: first.start };
    const end = { line: lastRow, column: last.end - lastStart + 1, offset: last.end };
    const textEnd = { line: lastRow, column: last.textEnd - lastStart + 1, offset: last.textEnd };
    return {
      type: 'paragraph',
      children: [{ type: 'text', value, position: { start: { ...start }, end: textEnd } }],
      position: { start, end },
    };
  }

  /** Offset of the line that `start`, behind nothing but spaces and tabs, stands in. */
  #lineStart(start: number): number {
    let index = start;
    while (index > 0 && !isLineEnd(this.#text, index - 1)) index--;
    return index;
  }

  #indent(start: number): string {
    let end = start;
    while (isBlank(this.#text.charCodeAt(end))) end++;
    return this.#text.slice(this.#lineStart(start), end);
  }
}

function trimSpacesEnd(text: string, from: number, end: number): number {
  let index = end;
  while (index > from && (text.charCodeAt(index - 1) === 0x20 || text.charCodeAt(index - 1) === 0x09)) index--;
  return index;
}
