import type { BlockLine } from '../../markdown/blocks.ts';
import type { Range } from '../../text/range.ts';
import { trimmed } from './trimmed.ts';

/** Fewer rows, or cells in them, may be anything that has bars in it. */
const fewestRows = 2;
const fewestCells = 3;
const row = /^\|.*\|\s*$/;
const delimiter = /^[\s|:\-—]*$/;

/**
 * The cells of lines that are rows of a table for their author, and none for Markdown: the row of hyphens below
 * the header is missing, or the rows were parted from their table by a heading of their own.
 * @returns for each line where its cells stand, without the blanks around them; undefined where the lines are no rows
 */
export function pipeRows(lines: readonly Pick<BlockLine, 'prose'>[]): readonly (readonly Range[])[] | undefined {
  if (lines.length < fewestRows || !lines.every(({ prose: { text } }) => text.startsWith('|') && row.test(text)))
    return undefined;
  const rows = lines.map(({ prose: { text } }) => cellsOf(text));
  const count = rows[0]?.length ?? 0;
  if (count < fewestCells || rows.some((cells) => cells.length !== count)) return undefined;
  return lines.some(({ prose: { text } }) => delimiter.test(text)) ? undefined : rows;
}

function cellsOf(text: string): readonly Range[] {
  const bars = [...text.matchAll(/\|/g)].map(({ index }) => index);
  return bars.slice(0, -1).map((bar, at) => trimmed(text, bar + 1, bars[at + 1] ?? text.length));
}
