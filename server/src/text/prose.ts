import type { Range } from './range.ts';

/** From `index` in the prose on, the text stands in the source at `offset`, unit for unit. */
export interface Piece {
  readonly index: number;
  readonly offset: number;
}

/**
 * What an author reads of a line: the text without its Markdown marks, with a map back to the
 * source. Offsets are counted from the start of the part (see markdown/), so that a prose can be
 * cached with its part.
 */
export class Prose {
  readonly text: string;
  readonly #pieces: readonly Piece[];
  /** Stretches of `text` that are no running prose (inline code, addresses): wording rules skip them. */
  readonly literals: readonly Range[];

  /** @param pieces in order; the first one starts at index 0. */
  constructor(text: string, pieces: readonly Piece[], literals: readonly Range[] = []) {
    this.text = text;
    this.#pieces = pieces;
    this.literals = literals;
  }

  /** Prose that stands in the source exactly as it is, from `offset` on. */
  static plain(text: string, offset: number): Prose {
    return new Prose(text, [{ index: 0, offset }]);
  }

  /** Source offset of the unit at `index`; an index at or past the end gives the offset behind the last unit. */
  offsetAt(index: number): number {
    if (index >= this.text.length && this.text.length > 0) return this.offsetAt(this.text.length - 1) + 1;
    const pieces = this.#pieces;
    if (pieces.length === 1) return (pieces[0]?.offset ?? 0) + index;
    let low = 0;
    let high = pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((pieces[middle]?.index ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    const piece = pieces[low];
    return piece ? piece.offset + index - piece.index : index;
  }

  /** Source range of the units `[start, end)` of the text. */
  range(start: number, end: number): Range {
    const from = this.offsetAt(start);
    return { start: from, end: end > start ? this.offsetAt(end - 1) + 1 : from };
  }

  /** The stretch `[start, end)` as a prose of its own. */
  slice(start: number, end: number): Prose {
    const text = this.text.slice(start, end);
    if (this.#pieces.length === 1 && this.literals.length === 0) return Prose.plain(text, this.offsetAt(start));
    const pieces: Piece[] = [{ index: 0, offset: this.offsetAt(start) }];
    for (const piece of this.#pieces) {
      if (piece.index > start && piece.index < end) pieces.push({ index: piece.index - start, offset: piece.offset });
    }
    const literals = this.literals
      .filter((literal) => literal.start < end && literal.end > start)
      .map((literal) => ({ start: Math.max(0, literal.start - start), end: Math.min(end, literal.end) - start }));
    return new Prose(text, pieces, literals);
  }
}
