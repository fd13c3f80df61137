import type { Block, BlockLine, ParagraphBlock } from '../markdown/blocks.ts';
import type { MarkdownDocument, PartSyntax } from '../markdown/document.ts';
import type { Prose } from '../text/prose.ts';
import { type Range, shift } from '../text/range.ts';
import { dayColumns } from './day-columns.ts';
import type { FactStore, LineFacts } from './facts.ts';
import type { Line, LinePlace } from './model.ts';
import { joinWrapped, splitRunTogether } from './restore.ts';
import { pipeRows } from './tables/pipe-rows.ts';
import { type TabbedRow, tabbedRows } from './tables/tabbed-rows.ts';
import { unspacedHeading } from './unspaced-heading.ts';

/** Most lines of a heading that is underlined. */
const headingLines = 3;

/** A Markdown table as it stands in the stream of a document: its cells are lines too. */
export interface SourceTable {
  readonly rows: readonly { readonly range: Range; readonly cells: readonly SourceCell[] }[];
  readonly range: Range;
  /** No row is marked as its header: it may stand above other rows, be the first one, or be missing. */
  readonly headless?: boolean;
}

export interface SourceCell {
  readonly lines: readonly Line[];
  readonly range: Range;
}

export type StreamItem = { readonly line: Line } | { readonly table: SourceTable };

/** The lines of a document, and the order in which lines and tables stand. */
export interface LineStream {
  readonly lines: readonly Line[];
  readonly items: readonly StreamItem[];
}

/** What a line is made of before it has its place in a document; cached with its part. */
interface Template {
  readonly prose: Prose;
  readonly facts: LineFacts;
  readonly place: LinePlace;
  readonly depth: number;
  readonly indent: string;
  readonly restored: boolean;
  readonly marked: boolean;
  readonly block: number;
}

/** Neither brought back from a paragraph that was lost, nor marked as a whole. */
const plain = { restored: false, marked: false } as const;

interface TableTemplate {
  readonly rows: readonly { readonly range: Range; readonly cells: readonly { range: Range; lines: Template[] }[] }[];
  readonly range: Range;
  readonly headless?: boolean;
}

class PlacedLine implements Line {
  readonly index: number;
  readonly block: number;
  readonly #template: Template;
  readonly #offset: number;
  #range: Range | undefined;

  constructor(index: number, block: number, template: Template, offset: number) {
    this.index = index;
    this.block = block;
    this.#template = template;
    this.#offset = offset;
  }

  get text(): string {
    return this.#template.prose.text;
  }
  get place(): LinePlace {
    return this.#template.place;
  }
  get depth(): number {
    return this.#template.depth;
  }
  get indent(): string {
    return this.#template.indent;
  }
  get restored(): boolean {
    return this.#template.restored;
  }
  get marked(): boolean {
    return this.#template.marked;
  }
  get facts(): LineFacts {
    return this.#template.facts;
  }
  get literals(): readonly Range[] {
    return this.#template.prose.literals;
  }
  get range(): Range {
    this.#range ??= this.at(0, this.text.length);
    return this.#range;
  }
  at(start: number, end: number): Range {
    return shift(this.#template.prose.range(start, end), this.#offset);
  }
}

/** Whether a paragraph begins and ends with `**` or more. */
function isMarked({ start, end }: Range, prose: Prose): boolean {
  const words = prose.range(0, prose.text.length);
  return words.start - start >= strongMark && end - words.end >= strongMark;
}
const strongMark = 2;

/** The rows of a table that its author set between bars or tabs, and Markdown does not read as one. */
function rowsAmong(lines: ParagraphBlock['lines']): ReturnType<typeof tabbedRows> {
  const piped = pipeRows(lines);
  return piped ? { ...piped, rows: piped.rows.map((cells) => ({ cells, open: 0, more: 0 })) } : tabbedRows(lines);
}

/** The lines of a part at its place in a document. */
interface PlacedPart {
  readonly syntax: PartSyntax;
  readonly offset: number;
  /** Number of its first line, and of its first block. */
  readonly line: number;
  readonly block: number;
  readonly lines: readonly Line[];
  readonly items: readonly StreamItem[];
  readonly blocks: number;
}

/**
 * Reads the lines of documents. Lines of an unchanged part keep their facts; in front of an edit they
 * are the very same lines.
 */
export class LineReader {
  readonly #facts: FactStore;
  readonly #templates = new WeakMap<PartSyntax, readonly (Template | TableTemplate)[]>();
  #last: readonly PlacedPart[] = [];

  constructor(facts: FactStore) {
    this.#facts = facts;
  }

  read(markdown: MarkdownDocument): LineStream {
    const lines: Line[] = [];
    const items: StreamItem[] = [];
    const placed: PlacedPart[] = [];
    let block = 0;
    for (const { syntax, offset } of markdown.parts) {
      const before = this.#last[placed.length];
      const line = lines.length;
      const stays =
        before?.syntax === syntax && before.offset === offset && before.line === line && before.block === block;
      const part = stays ? before : this.#place(syntax, offset, line, block);
      for (const one of part.lines) lines.push(one);
      for (const item of part.items) items.push(item);
      block += part.blocks;
      placed.push(part);
    }
    this.#last = placed;
    return { lines, items };
  }

  #place(syntax: PartSyntax, offset: number, first: number, block: number): PlacedPart {
    const lines: Line[] = [];
    const items: StreamItem[] = [];
    let last = 0;
    const place = (template: Template): Line => {
      const line = new PlacedLine(first + lines.length, block + template.block, template, offset);
      lines.push(line);
      return line;
    };
    for (const template of this.#ofPart(syntax)) {
      if ('rows' in template) {
        const rows = template.rows.map((row) => ({
          range: shift(row.range, offset),
          cells: row.cells.map((cell) => ({ range: shift(cell.range, offset), lines: cell.lines.map(place) })),
        }));
        const { headless } = template;
        items.push({ table: { range: shift(template.range, offset), rows, ...(headless ? { headless } : {}) } });
      } else {
        items.push({ line: place(template) });
        last = Math.max(last, template.block);
      }
    }
    return { syntax, offset, line: first, block, lines, items, blocks: last + 1 };
  }

  #ofPart(syntax: PartSyntax): readonly (Template | TableTemplate)[] {
    let templates = this.#templates.get(syntax);
    if (!templates) {
      const found: (Template | TableTemplate)[] = [];
      for (const [index, block] of syntax.blocks.entries()) this.#addBlock(found, block, index);
      this.#templates.set(syntax, found);
      templates = found;
    }
    return templates;
  }

  #addBlock(found: (Template | TableTemplate)[], block: Block, index: number): void {
    switch (block.kind) {
      case 'heading':
        // A line of hyphens below the last paragraph makes all its lines a heading: no author means that.
        if (block.lines.length > headingLines) {
          this.#addParagraph(
            found,
            { kind: 'paragraph', range: block.range, lines: block.lines, quoted: false },
            index,
          );
          return;
        }
        for (const line of block.lines) found.push(this.#template(line, 'heading', block.depth, index));
        return;
      case 'paragraph':
        this.#addParagraph(found, block, index);
        return;
      case 'table': {
        const ofDays = dayColumns(block.rows.map(({ cells }) => cells.map(({ prose }) => prose.text)));
        found.push({
          range: block.range,
          rows: block.rows.map((row) => ({
            range: row.range,
            cells: row.cells.map(({ range, prose }, at) => ({
              range,
              lines: prose.text === '' ? [] : [this.#cell(prose, index, ofDays.has(at))],
            })),
          })),
        });
        return;
      }
    }
  }

  /** A paragraph, or what stands between the lines in it that are headings to their author. */
  #addParagraph(found: (Template | TableTemplate)[], block: ParagraphBlock, index: number): void {
    let rest = block;
    let from = 0;
    const addUpTo = (to: number): void => {
      const lines = block.lines.slice(from, to);
      if (lines.length > 0) this.#addLines(found, { ...rest, lines }, index);
    };
    for (const [at, line] of block.lines.entries()) {
      // What begins at the margin goes on with an item to CommonMark alone.
      const atMargin = !block.quoted && (!block.list || (at > 0 && line.indent === ''));
      const heading = atMargin ? unspacedHeading(line) : undefined;
      if (!heading) continue;
      addUpTo(at);
      found.push(this.#template(heading.line, 'heading', heading.depth, index));
      rest = { kind: 'paragraph', range: block.range, lines: block.lines, quoted: false };
      from = at + 1;
    }
    if (from === 0) this.#addLines(found, block, index);
    else addUpTo(block.lines.length);
  }

  #addLines(found: (Template | TableTemplate)[], block: ParagraphBlock, index: number): void {
    const among = block.quoted || block.list ? undefined : rowsAmong(block.lines);
    if (among) {
      const { from, to, rows } = among;
      const part = (start: number, end?: number) => ({ ...block, lines: block.lines.slice(start, end) });
      if (from > 0) this.#addLines(found, part(0, from), index);
      found.push(this.#ofRows(part(from, to), rows, index, from === 0));
      if (to < block.lines.length) this.#addLines(found, part(to), index);
      return;
    }
    const place = block.quoted ? 'quote' : block.list ? 'item' : 'paragraph';
    const depth = block.list?.depth ?? 0;
    const [only] = block.lines;
    const marked = only !== undefined && block.lines.length === 1 && isMarked(block.range, only.prose);
    for (const line of joinWrapped(block.lines)) {
      for (const [at, prose] of splitRunTogether(line.prose).entries()) {
        const own = { prose, indent: at === 0 ? line.indent : '' };
        found.push(this.#template(own, place, depth, index, { restored: at > 0, marked: at === 0 && marked }));
      }
    }
  }

  #ofRows(block: ParagraphBlock, rows: readonly TabbedRow[], index: number, isWhole = true): TableTemplate {
    const { lines } = block;
    // Marks of Markdown around the first cell belong to the table.
    const range = {
      start: isWhole ? block.range.start : (lines[0]?.prose.range(0, 0).start ?? block.range.start),
      end: lines.at(-1)?.prose.range(0, Number.POSITIVE_INFINITY).end ?? block.range.end,
    };
    const cellOf = (prose: Prose): Template => this.#template({ prose, indent: '' }, 'cell', 0, index);
    let next = 0;
    const placed = rows.flatMap(({ cells, open, more }) => {
      const prose = lines[next]?.prose;
      const below = lines.slice(next + 1, next + 1 + more).map((line) => line.prose);
      next += 1 + more;
      if (!prose) return [];
      const end = (below.at(-1) ?? prose).range(0, Number.POSITIVE_INFINITY).end;
      return [
        {
          range: { start: prose.range(0, 0).start, end },
          cells: cells.map(({ start, end: stop }, at) => {
            const own = start < stop ? [prose.slice(start, stop)] : [];
            const all = at === open ? [...own, ...below] : own;
            const { start: from, end: to } = prose.range(start, stop);
            return { range: { start: from, end: at === open && more > 0 ? end : to }, lines: all.map(cellOf) };
          }),
        },
      ];
    });
    return { range, headless: true, rows: placed };
  }

  #cell(prose: Prose, block: number, ofDays: boolean): Template {
    const template = this.#template({ prose, indent: '' }, 'cell', 0, block);
    return ofDays ? { ...template, facts: this.#facts.ofDays(prose.text) } : template;
  }

  #template(
    { prose, indent }: BlockLine,
    place: LinePlace,
    depth: number,
    block: number,
    { restored, marked }: Pick<Template, 'restored' | 'marked'> = plain,
  ): Template {
    return { prose, facts: this.#facts.of(prose.text), place, depth, indent, restored, marked, block };
  }
}
