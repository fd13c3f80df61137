import { findAddresses } from './address.ts';
import { skipBlanks, trimBlanksEnd } from './blank.ts';
import { type Piece, Prose } from './prose.ts';
import type { Range } from './range.ts';

/** Puts a prose together from the stretches of source that it is read from, in order. */
export class ProseBuilder {
  #text = '';
  #pieces: Piece[] = [];
  #literals: Range[] = [];
  /** Source offset that the next unit must have to continue the last piece; -1 where it cannot. */
  #next = -1;

  /** Text that stands in the source at `offset`, unit for unit. */
  append(text: string, offset: number): void {
    if (text.length === 0) return;
    if (offset !== this.#next) this.#pieces.push({ index: this.#text.length, offset });
    this.#text += text;
    this.#next = offset + text.length;
  }

  /** Text that the source writes differently, in `span` units from `offset` on. */
  appendWritten(text: string, offset: number, span: number): void {
    if (text.length === 0) return;
    this.#pieces.push({ index: this.#text.length, offset, span });
    this.#text += text;
    this.#next = -1;
  }

  /** Like `append`, for text that is no running prose. */
  appendLiteral(text: string, offset: number): void {
    const start = this.#text.length;
    this.append(text, offset);
    if (text.length > 0) this.#literals.push({ start, end: this.#text.length });
  }

  /** The prose so far without blanks at its ends; addresses in it are literals. Starts afresh. */
  take(): Prose | undefined {
    const text = this.#text;
    const start = skipBlanks(text, 0, text.length);
    const end = trimBlanksEnd(text, start, text.length);
    const pieces = this.#pieces;
    const literals = this.#literals;
    this.#text = '';
    this.#pieces = [];
    this.#literals = [];
    this.#next = -1;
    if (start === end) return undefined;
    const prose = new Prose(text, pieces, inOrder([...literals, ...findAddresses(text)]));
    return start === 0 && end === text.length ? prose : prose.slice(start, end);
  }
}

/** The ranges in order, those that overlap united. */
function inOrder(ranges: Range[]): Range[] {
  if (ranges.length < 2) return ranges;
  const united: Range[] = [];
  for (const range of ranges.sort((a, b) => a.start - b.start)) {
    const last = united.at(-1);
    if (last && range.start < last.end) {
      united[united.length - 1] = { start: last.start, end: Math.max(last.end, range.end) };
    } else united.push(range);
  }
  return united;
}
