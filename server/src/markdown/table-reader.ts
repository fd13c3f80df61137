import { skipBlanks, trimBlanksEnd } from '../text/blank.ts';
import { Prose } from '../text/prose.ts';
import type { Range } from '../text/range.ts';
import type { TableBlock, TableBlockCell } from './blocks.ts';
import { LineReader } from './line-reader.ts';
import type { Token } from './pipeline.ts';

interface Row {
  readonly range: Range;
  readonly cells: TableBlockCell[];
}

/** Collects the rows of one GFM table, token by token. */
export class TableReader {
  readonly #source: string;
  readonly #base: number;
  readonly #rows: Row[] = [];
  #cell: LineReader | undefined;
  /** Stretch of the cell between its dividers. */
  #from = 0;
  #to = 0;

  constructor(source: string, base: number) {
    this.#source = source;
    this.#base = base;
  }

  enter(token: Token): void {
    switch (token.type as string) {
      case 'tableRow':
        this.#rows.push({ range: this.#range(token), cells: [] });
        break;
      case 'tableHeader':
      case 'tableData':
        this.#cell = new LineReader(this.#source, this.#base, 'cell');
        this.#from = token.start.offset + this.#base;
        this.#to = token.end.offset + this.#base;
        break;
      case 'tableCellDivider':
        if (token.start.offset + this.#base === this.#from) this.#from++;
        else this.#to = token.start.offset + this.#base;
        break;
      default:
        this.#cell?.enter(token);
    }
  }

  exit(token: Token): void {
    const type: string = token.type;
    if (type === 'tableHeader' || type === 'tableData') this.#endCell();
    else this.#cell?.exit(token);
  }

  /** The table; a row that is shorter than the header row is filled up with empty cells at its end. */
  take(token: Token): TableBlock {
    const width = this.#rows[0]?.cells.length ?? 0;
    for (const { range, cells } of this.#rows) {
      while (cells.length < width) cells.push(emptyCell(range.end, range.end));
    }
    return { kind: 'table', rows: this.#rows, range: this.#range(token) };
  }

  #endCell(): void {
    const prose = this.#cell?.takeProse();
    this.#cell = undefined;
    const start = skipBlanks(this.#source, this.#from, this.#to);
    const end = trimBlanksEnd(this.#source, start, this.#to);
    const range = start === end ? { start: this.#from, end: this.#to } : { start, end };
    this.#rows.at(-1)?.cells.push(prose ? { range, prose } : { range, prose: Prose.plain('', range.start) });
  }

  #range(token: Token): Range {
    return { start: token.start.offset + this.#base, end: token.end.offset + this.#base };
  }
}

function emptyCell(start: number, end: number): TableBlockCell {
  return { range: { start, end }, prose: Prose.plain('', start) };
}
