import { skipBlanks } from '../text/blank.ts';
import type { Prose } from '../text/prose.ts';
import { ProseBuilder } from '../text/prose-builder.ts';
import type { BlockLine } from './blocks.ts';
import { decodeCharacterReference } from './character-reference.ts';
import { isLineEnd, skipSpaces } from './lines.ts';
import type { Token } from './pipeline.ts';

/** Inline tokens that have text in them which is not read as a piece of the line. */
const UNREAD = new Set(['resource', 'reference', 'image', 'gfmFootnoteCall', 'taskListCheck']);

/** Inline tokens whose text stands in the line as it is. */
const READ = new Set([
  'data',
  'taskListCheck',
  'characterEscapeValue',
  'literalAutolinkHttp',
  'literalAutolinkWww',
  'literalAutolinkEmail',
]);

/** Inline tokens whose text stands in the line but is no running prose. */
const LITERAL = new Set(['codeTextData', 'autolinkProtocol', 'autolinkEmail']);

const LINE_BREAK_TAG = /^<br[\s/>]/i;

/** A cell is one line: `<br>` in it is a blank. */
export type Place = 'cell' | 'item' | 'elsewhere';

/** Collects the lines of one paragraph or heading, or the prose of one table cell, token by token. */
export class LineReader {
  readonly #source: string;
  readonly #base: number;
  readonly #place: Place;
  readonly #builder = new ProseBuilder();
  readonly #lines: BlockLine[] = [];
  /** Undefined until the first token of a source line. */
  #indent: string | undefined;
  #unread = 0;
  #behindCheck = false;

  /**
   * @param base what must be added to the offset of a token to have its place in `source`.
   */
  constructor(source: string, base: number, place: Place) {
    this.#source = source;
    this.#base = base;
    this.#place = place;
  }

  enter(token: Token): void {
    const type: string = token.type;
    if (type === 'lineEnding') this.breakLine(undefined);
    else if (this.#isUnread(type)) this.#unread++;
    else if (this.#unread === 0) this.#read(type, token);
  }

  exit(token: Token): void {
    const type: string = token.type;
    if (!this.#isUnread(type)) return;
    this.#unread--;
    if (type === 'taskListCheck') this.#behindCheck = true;
  }

  /** Reads the marker of an ordered item, from `value` to `marker`, and the blanks behind it. */
  readMarker(value: Token, marker: Token): void {
    this.#noteIndent(value);
    const start = value.start.offset + this.#base;
    const end = skipSpaces(this.#source, marker.end.offset + this.#base);
    this.#builder.append(this.#source.slice(start, end), start);
    if (isLineEnd(this.#source, end)) this.breakLine(undefined);
  }

  /** Ends a line; the next one starts with `indent`, or where its source line starts. */
  breakLine(indent: string | undefined): void {
    const prose = this.#builder.take();
    if (prose) this.#lines.push({ prose, indent: this.#indent ?? '' });
    this.#indent = indent;
    this.#behindCheck = false;
  }

  /** All lines that have words; ends the last one. */
  takeLines(): BlockLine[] {
    this.breakLine(undefined);
    return this.#lines;
  }

  /** The words of a cell; undefined when it has none. */
  takeProse(): Prose | undefined {
    return this.#builder.take();
  }

  /** Outside of an item, `[ ]` is no task mark, whatever micromark says. */
  #isUnread(type: string): boolean {
    return UNREAD.has(type) && (this.#place === 'item' || type !== 'taskListCheck');
  }

  #read(type: string, token: Token): void {
    const start = token.start.offset + this.#base;
    const text = this.#source.slice(start, token.end.offset + this.#base);
    if (READ.has(type)) {
      this.#noteIndent(token);
      // The blank behind `[x]` belongs to the mark.
      const from = this.#behindCheck ? skipBlanks(text, 0, text.length) : 0;
      this.#behindCheck = false;
      this.#builder.append(text.slice(from), start + from);
    } else if (LITERAL.has(type)) {
      this.#noteIndent(token);
      this.#builder.appendLiteral(text, start);
    } else if (type === 'characterReference') {
      this.#noteIndent(token);
      this.#builder.appendWritten(decodeCharacterReference(text), start, text.length);
    } else if (type === 'htmlText' && LINE_BREAK_TAG.test(text)) {
      if (this.#place === 'cell') this.#builder.appendWritten(' ', start, text.length);
      else this.breakLine('');
    }
  }

  /** The blanks at the head of the source line that `token` stands in, once a line. */
  #noteIndent(token: Token): void {
    if (this.#indent !== undefined || this.#place === 'cell') return;
    const lineStart = token.start.offset - token.start.column + 1 + this.#base;
    this.#indent = this.#source.slice(lineStart, skipBlanks(this.#source, lineStart, this.#source.length));
  }
}
