import type { BlockLine } from '../../markdown/blocks.ts';
import type { Range } from '../../text/range.ts';
import { trimmed } from './trimmed.ts';

/** Fewer rows, or cells in them, may be anything that has bars in it. */
const fewestRows = 2;
const fewestCells = 3;
const row = /^\|.*\|\s*$/;
const delimiter = /^[\s|:\-—]*$/;

/** Between lines of prose, fewer rows may be a figure of speech. */
const fewestAmongProse = 3;

/** Rows among the lines of a paragraph. */
interface PipeRows {
  /** Index of the first line that is a row, and of the line behind the last one. */
  readonly from: number;
  readonly to: number;
  /** For each row where its cells stand, without the blanks around them. */
  readonly rows: readonly (readonly Range[])[];
}

/**
 * The cells of lines that are rows of a table for their author, and none for Markdown: the row of hyphens below
 * the header is missing, or the rows were parted from their table by a heading of their own. The heading of the
 * table may stand on the line above, as in plain texts that have no empty lines: 五、日程安排⏎| 日期 | 内容 | 单位 |.
 * @returns undefined where the lines have no rows
 */
export function pipeRows(lines: readonly Pick<BlockLine, 'prose'>[]): PipeRows | undefined {
  const from = lines.findIndex(isRow);
  if (from < 0) return undefined;
  const length = lines.slice(from).findIndex((line) => !isRow(line));
  const to = length < 0 ? lines.length : from + length;
  const isWhole = from === 0 && to === lines.length;
  if (to - from < (isWhole ? fewestRows : fewestAmongProse) || lines.slice(to).some(isRow)) return undefined;
  const own = lines.slice(from, to);
  const rows = own.map(({ prose: { text } }) => cellsOf(text));
  const count = rows[0]?.length ?? 0;
  if (count < fewestCells || rows.some((cells) => cells.length !== count)) return undefined;
  return own.some(({ prose: { text } }) => delimiter.test(text)) ? undefined : { from, to, rows };
}

function isRow({ prose: { text } }: Pick<BlockLine, 'prose'>): boolean {
  return text.startsWith('|') && row.test(text);
}

function cellsOf(text: string): readonly Range[] {
  const bars = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, at) => trimmed(text, bar + 1, bars[at + 1] ?? text.length));
}
