import type { Range } from '../text/range.ts';
import type { Block, ListPosition, OpaqueBlock } from './blocks.ts';
import { LineReader } from './line-reader.ts';
import { lineBehind, lineEnd } from './lines.ts';
import type { SyntaxEvent, Token } from './pipeline.ts';
import { TableReader } from './table-reader.ts';

/** An open list and its current item. */
interface OpenList {
  readonly ordered: boolean;
  /** Number and mark of the item, until a paragraph takes them. */
  value: Token | undefined;
  marker: Token | undefined;
  /** True once the item has a block. */
  filled: boolean;
}

const OPAQUE: Readonly<Record<string, OpaqueBlock['kind']>> = {
  codeFenced: 'code',
  htmlFlow: 'html',
  definition: 'definition',
  thematicBreak: 'break',
  yaml: 'frontMatter',
};

/**
 * The blocks of a part, read from micromark's events: they know the source of every word, which the
 * mdast tree does not (entities, GFM autolinks).
 *
 * @param source text of the part; may go on behind the part.
 * @param end what starts at or behind this offset is left out.
 */
export function readBlocks(events: readonly SyntaxEvent[], source: string, end = Number.POSITIVE_INFINITY): Block[] {
  const reader = new BlockReader(source);
  for (const [kind, token] of events) {
    if (token.start.offset >= end) break;
    if (kind === 'enter') reader.enter(token);
    else reader.exit(token);
  }
  return reader.blocks;
}

class BlockReader {
  readonly blocks: Block[] = [];
  readonly #source: string;
  /** micromark does not count a byte order mark. */
  readonly #base: number;
  readonly #lists: OpenList[] = [];
  #quotes = 0;
  #lines: LineReader | undefined;
  #table: TableReader | undefined;
  #depth = 0;
  #checked: boolean | undefined;
  /** Where the marker of the paragraph starts, if it has one. */
  #markerStart: number | undefined;

  constructor(source: string) {
    this.#source = source;
    this.#base = source.startsWith('\uFEFF') ? 1 : 0;
  }

  enter(token: Token): void {
    const type: string = token.type;
    if (this.#table) {
      this.#table.enter(token);
      return;
    }
    switch (type) {
      case 'blockQuote':
        this.#quotes++;
        break;
      case 'listOrdered':
      case 'listUnordered':
        this.#endItem();
        this.#lists.push({ ordered: type === 'listOrdered', value: undefined, marker: undefined, filled: true });
        break;
      case 'listItemPrefix':
        this.#endItem();
        this.#startItem();
        break;
      case 'listItemValue':
        this.#noteMarker('value', token);
        break;
      case 'listItemMarker':
        this.#noteMarker('marker', token);
        break;
      case 'paragraph':
        this.#startLines();
        break;
      case 'atxHeading':
      case 'setextHeading':
        this.#startLines();
        this.#depth = 0;
        break;
      case 'atxHeadingSequence':
        this.#depth ||= token.end.offset - token.start.offset;
        break;
      case 'setextHeadingLineSequence':
        this.#depth = this.#source[token.start.offset + this.#base] === '=' ? 1 : 2;
        break;
      case 'taskListCheckValueChecked':
        this.#checked = true;
        break;
      case 'taskListCheckValueUnchecked':
        this.#checked = false;
        break;
      case 'table':
        this.#table = new TableReader(this.#source, this.#base);
        break;
      default:
    }
    this.#lines?.enter(token);
  }

  exit(token: Token): void {
    const type: string = token.type;
    if (type === 'table') {
      if (this.#table) this.#push(this.#table.take(token));
      this.#table = undefined;
      return;
    }
    if (this.#table) {
      this.#table.exit(token);
      return;
    }
    this.#lines?.exit(token);
    switch (type) {
      case 'blockQuote':
        this.#quotes--;
        break;
      case 'listOrdered':
      case 'listUnordered':
        this.#endItem();
        this.#lists.pop();
        break;
      case 'paragraph':
        this.#endParagraph(token);
        break;
      case 'atxHeading':
      case 'setextHeading': {
        const lines = this.#lines?.takeLines() ?? [];
        this.#lines = undefined;
        this.#push({ kind: 'heading', depth: this.#depth, lines, range: this.#withMarker(token) });
        break;
      }
      default: {
        const kind = OPAQUE[type];
        if (kind) this.#push({ kind, value: this.#value(kind, this.#range(token)), range: this.#range(token) });
      }
    }
  }

  #startItem(): void {
    const list = this.#lists.at(-1);
    if (!list) return;
    list.value = undefined;
    list.marker = undefined;
    list.filled = false;
  }

  #noteMarker(part: 'value' | 'marker', token: Token): void {
    const list = this.#lists.at(-1);
    if (list) list[part] = token;
  }

  /** An ordered item with nothing in it still is a number to the author. */
  #endItem(): void {
    const list = this.#lists.at(-1);
    if (!list || list.filled || !list.value || !list.marker) return;
    this.#checked = undefined;
    const reader = new LineReader(this.#source, this.#base, 'item');
    reader.readMarker(list.value, list.marker);
    const start = list.value.start.offset + this.#base;
    const range = { start, end: list.marker.end.offset + this.#base };
    const position = this.#listPosition();
    this.#push({ kind: 'paragraph', lines: reader.takeLines(), list: position, quoted: this.#quotes > 0, range });
  }

  #startLines(): void {
    const list = this.#lists.at(-1);
    const lines = new LineReader(this.#source, this.#base, list ? 'item' : 'elsewhere');
    this.#checked = undefined;
    this.#markerStart = undefined;
    if (list && !list.filled && list.value && list.marker) {
      lines.readMarker(list.value, list.marker);
      this.#markerStart = list.value.start.offset + this.#base;
    }
    this.#lines = lines;
  }

  #endParagraph(token: Token): void {
    const lines = this.#lines?.takeLines() ?? [];
    this.#lines = undefined;
    const block: Block = {
      kind: 'paragraph',
      lines,
      quoted: this.#quotes > 0,
      range: this.#withMarker(token),
      ...(this.#lists.length > 0 ? { list: this.#listPosition() } : {}),
    };
    if (lines.length > 0) this.#push(block);
    else this.#fillItem();
  }

  #withMarker(token: Token): Range {
    const { start, end } = this.#range(token);
    return { start: this.#markerStart ?? start, end };
  }

  #listPosition(): ListPosition {
    const list = this.#lists.at(-1);
    const position = { ordered: list?.ordered ?? false, depth: this.#lists.length, first: !list?.filled };
    return this.#checked === undefined ? position : { ...position, checked: this.#checked };
  }

  #push(block: Block): void {
    this.blocks.push(block);
    this.#fillItem();
  }

  #fillItem(): void {
    const list = this.#lists.at(-1);
    if (list) list.filled = true;
  }

  #value(kind: OpaqueBlock['kind'], { start, end }: Range): string {
    const raw = this.#source.slice(start, end);
    if (kind !== 'frontMatter') return raw;
    const from = lineBehind(raw, lineEnd(raw, 0));
    let to = raw.length;
    while (to > from && raw[to - 1] !== '\n' && raw[to - 1] !== '\r') to--;
    return raw.slice(from, Math.max(from, to));
  }

  #range(token: Token): Range {
    return { start: token.start.offset + this.#base, end: token.end.offset + this.#base };
  }
}
