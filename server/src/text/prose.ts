import { withHan } from './han-radicals.ts';
import type { Range } from './range.ts';

/** From `index` in the prose on, the text stands in the source at `offset`, unit for unit. */
export interface Piece {
  readonly index: number;
  readonly offset: number;
  /**
   * Set where the source is written differently (`&amp;` for &): the whole piece stands for this
   * many units of source, and every unit of it is at `offset`.
   */
  readonly span?: number;
}

const NO_LITERALS: readonly Range[] = [];
const NOTHING: Piece = { index: 0, offset: 0 };
/** No-break and thin spaces, as web pages and word processors leave them: to a reader each is a space. One unit each. */
const otherSpaces = /[\u00a0\u1680\u2000-\u200a\u202f\u205f]/g;

/**
 * What an author reads of a line: the text without its Markdown marks, with a map back to the
 * source. Offsets are counted from the start of the part (see markdown/), so that a prose can be
 * cached with its part.
 */
export class Prose {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** What is added to the offsets of the pieces. */
  readonly #base: number;
  /** Stretches of `text` that are no running prose (inline code, addresses): wording rules skip them. */
  readonly literals: readonly Range[];

  /** @param pieces in order; the first one starts at index 0. */
  constructor(text: string, pieces: readonly Piece[], literals: readonly Range[] = NO_LITERALS, base = 0) {
    this.text = withHan(text.search(otherSpaces) < 0 ? text : text.replace(otherSpaces, ' '));
    this.#pieces = pieces;
    this.literals = literals;
    this.#base = base;
  }

  /** Prose that stands in the source exactly as it is, from `offset` on. */
  static plain(text: string, offset: number): Prose {
    return new Prose(text, [{ index: 0, offset }]);
  }

  /** Source offset of the unit at `index`; an index at or past the end gives the offset behind the last unit. */
  offsetAt(index: number): number {
    if (index >= this.text.length && this.text.length > 0) return this.#behind(this.text.length - 1);
    const piece = this.#pieceAt(index);
    return this.#base + piece.offset + (piece.span === undefined ? index - piece.index : 0);
  }

  /** The same prose in a source where all of it stands `units` further on. */
  moved(units: number): Prose {
    return new Prose(this.text, this.#pieces, this.literals, this.#base + units);
  }

  /** Source range of the units `[start, end)` of the text. */
  range(start: number, end: number): Range {
    const from = this.offsetAt(start);
    return { start: from, end: end > start ? this.#behind(Math.min(end, this.text.length) - 1) : from };
  }

  /** The stretch `[start, end)` as a prose of its own. */
  slice(start: number, end: number): Prose {
    const text = this.text.slice(start, end);
    const first = this.#pieceAt(start);
    const head: Piece =
      first.span === undefined || start >= this.text.length
        ? { index: 0, offset: this.offsetAt(start) - this.#base }
        : { index: 0, offset: first.offset, span: first.span };
    if (this.#pieces.length === 1 && this.literals.length === 0) {
      return new Prose(text, [head], NO_LITERALS, this.#base);
    }
    const pieces: Piece[] = [head];
    for (const piece of this.#pieces) {
      if (piece.index > start && piece.index < end) pieces.push({ ...piece, index: piece.index - start });
    }
    const literals = this.literals
      .filter((literal) => literal.start < end && literal.end > start)
      .map((literal) => ({ start: Math.max(0, literal.start - start), end: Math.min(end, literal.end) - start }));
    return new Prose(text, pieces, literals, this.#base);
  }

  /** This prose with `next` directly behind it: a sentence that a line break had cut in two. */
  concat(next: Prose): Prose {
    const by = this.text.length;
    return new Prose(
      this.text + next.text,
      [...this.#placed(0), ...next.#placed(by)],
      [...this.literals, ...next.literals.map((literal) => ({ start: literal.start + by, end: literal.end + by }))],
    );
  }

  /** The pieces with nothing left to add to their offsets, `by` units further on in the text. */
  #placed(by: number): readonly Piece[] {
    if (by === 0 && this.#base === 0) return this.#pieces;
    return this.#pieces.map((piece) => ({ ...piece, index: piece.index + by, offset: piece.offset + this.#base }));
  }

  /** Source offset behind the unit at `index`. */
  #behind(index: number): number {
    const piece = this.#pieceAt(index);
    return this.#base + piece.offset + (piece.span ?? index - piece.index + 1);
  }

  #pieceAt(index: number): Piece {
    const pieces = this.#pieces;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.index ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return pieces[low] ?? NOTHING;
  }
}
