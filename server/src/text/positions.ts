import type { Range } from './range.ts';

/** A place in a text; all three count from zero, characters and offset in UTF-16 units, as in LSP. */
export interface Position {
  readonly line: number;
  readonly character: number;
  readonly offset: number;
}

export interface Place {
  readonly start: Position;
  readonly end: Position;
}

/** Finds lines in a text. A line ends with LF, CR LF or CR. */
export class Positions {
  readonly text: string;
  readonly #starts: number[] = [0];

  constructor(text: string) {
    this.text = text;
    for (const match of text.matchAll(/\r\n|\n|\r/g)) this.#starts.push(match.index + match[0].length);
  }

  /** An offset outside the text is moved to its nearest end. */
  position(offset: number): Position {
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low, character: at - (this.#starts[low] ?? 0), offset: at };
  }

  place(range: Range): Place {
    return { start: this.position(range.start), end: this.position(range.end) };
  }

  /** The line without its end; empty for a line that does not exist. */
  line(number: number): string {
    const start = this.#starts[number];
    if (start === undefined) return '';
    return this.text.slice(start, this.#starts[number + 1] ?? this.text.length).replace(/[\r\n]+$/, '');
  }
}
