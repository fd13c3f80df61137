import { type Range, shift } from '../text/range.ts';
import type { Block, BlockLine, TableBlock } from './blocks.ts';
import type { Chunks } from './chunks.ts';

type TableRow = TableBlock['rows'][number];

/**
 * The blocks of a part, put together from those of its chunks; undefined when the chunks turn out to
 * be no table after all.
 *
 * @param read gives the blocks of a text that is parsed alone.
 */
export function readChunks(
  part: string,
  { kind, headEnd, starts }: Chunks,
  read: (text: string) => readonly Block[],
): readonly Block[] | undefined {
  const head = part.slice(0, headEnd);
  const blocks: Block[] = [];
  for (const [index, start] of starts.entries()) {
    const chunk = read(head + part.slice(start, starts[index + 1]));
    for (const block of chunk) blocks.push(moveBlock(block, start - headEnd));
  }
  return kind === 'list' ? blocks : joinTables(blocks, starts.length);
}

function joinTables(blocks: readonly Block[], count: number): readonly Block[] | undefined {
  const rows: TableRow[] = [];
  for (const block of blocks) {
    if (block.kind !== 'table') return undefined;
    for (const row of rows.length === 0 ? block.rows : block.rows.slice(1)) rows.push(row);
  }
  const first = blocks[0];
  const last = blocks.at(-1);
  if (!first || !last || blocks.length !== count) return undefined;
  return [{ kind: 'table', rows, range: { start: first.range.start, end: last.range.end } }];
}

function moveBlock(block: Block, units: number): Block {
  if (units === 0) return block;
  const range = shift(block.range, units);
  switch (block.kind) {
    case 'heading':
    case 'paragraph':
      return { ...block, range, lines: block.lines.map((line) => moveLine(line, units)) };
    case 'table':
      return { ...block, range, rows: block.rows.map((row) => moveRow(row, units)) };
    default:
      return { ...block, range };
  }
}

function moveLine({ prose, indent }: BlockLine, units: number): BlockLine {
  return { prose: prose.moved(units), indent };
}

function moveRow({ range, cells }: TableRow, units: number): TableRow {
  const move = (from: Range): Range => shift(from, units);
  return {
    range: move(range),
    cells: cells.map((cell) => ({ range: move(cell.range), prose: cell.prose.moved(units) })),
  };
}
