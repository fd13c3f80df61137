import type { PlanTable, TableRow } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import { touches } from '../ranges.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { blocksOf, type RowBlock } from './row-blocks.ts';
import { followedRows } from './row-mentions.ts';
import { type Order, rankOf } from './row-order.ts';
import { ordinalIn, renumbered } from './row-ordinals.ts';
import { cellRange, cellSource, lineEnd, lineStart, newline } from './source-lines.ts';

export const insertRow: Refactoring = {
  kind: 'refactor.rewrite.fangan.insertRow',
  title: { zh: '在下方插入一行', en: 'Insert a row below' },
  edits: (spot) => followedIn(spot, insertedRow(spot)),
  doubts: (spot) => doubtsIn(spot, insertedRow(spot)),
};

export const sortByOrdinal: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByOrdinal',
  title: { zh: '表格按序号排序', en: 'Sort the rows by number' },
  edits: (spot) => sorted(spot, 'ordinal').edits,
};

export const sortByDeadline: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByDeadline',
  title: { zh: '表格按时限排序', en: 'Sort the rows by time limit' },
  edits: (spot) => followedIn(spot, sorted(spot, 'deadline')),
  doubts: (spot) => doubtsIn(spot, sorted(spot, 'deadline')),
};

export const sortByUnit: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByUnit',
  title: { zh: '表格按责任单位排序', en: 'Sort the rows by unit' },
  edits: (spot) => followedIn(spot, sorted(spot, 'unit')),
  doubts: (spot) => doubtsIn(spot, sorted(spot, 'unit')),
};

/** What is done to a table, and the new numbers of those rows that get one. */
interface Changed {
  readonly table?: PlanTable;
  readonly edits: readonly Edit[];
  readonly numbers: ReadonlyMap<TableRow, number>;
}

interface RowNumber {
  readonly value: number;
  readonly text: string;
}

const unchanged: Changed = { edits: [], numbers: new Map() };

/** The edits, and those of the places that name rows by their numbers. */
function followedIn({ recognised: { plan } }: Spot, { table, edits, numbers }: Changed): readonly Edit[] {
  return table ? [...edits, ...followedRows(plan, table, numbers).edits] : edits;
}

function doubtsIn({ recognised: { plan } }: Spot, { table, numbers }: Changed): readonly string[] {
  return table ? followedRows(plan, table, numbers).doubts : [];
}

function tableAt({ recognised: { plan }, offset }: Spot): PlanTable | undefined {
  return plan.tables.find((table) => table.source === 'gfm' && touches(table.range, offset));
}

/**
 * An empty row behind that of the cursor (behind the last one when it stands in the header), or behind
 * the rows that go on from it, so that it does not come between them. The numbers below count on from there.
 */
function insertedRow(spot: Spot): Changed {
  const table = tableAt(spot);
  if (!table || table.columns.length === 0) return unchanged;
  const { text } = spot.open;
  const under = table.rows.findIndex(({ range }) =>
    touches({ start: lineStart(text, range.start), end: range.end }, spot.offset),
  );
  const blocks = blocksOf(table);
  const block =
    under < 0
      ? (blocks.findLast(({ stays }) => !stays) ?? blocks.at(-1))
      : blocks.find(({ from, end }) => from <= under && under < end);
  const before = (block?.end ?? 0) - 1;
  const place = lineEnd(text, table.rows[before]?.range.end ?? table.range.end);
  const below = table.rows.slice(before + 1);
  const counting = blocks.filter(({ stays }) => !stays).flatMap(({ rows }) => rows);
  const counted = (rows: readonly TableRow[]) => rows.filter((row) => counting.includes(row) && ordinalIn(table, row));
  // Behind a row that names a part of the table, it is the first of this part.
  const [next] = counted(below);
  const last = block?.stays ? undefined : counted(table.rows.slice(0, before + 1)).at(-1);
  const ordinal = (last ?? next) && ordinalIn(table, last ?? next ?? table.rows[0]);
  const value = ordinal && ordinal.value + (last ? 1 : 0);
  const number = value === undefined ? undefined : ordinal?.write(value);
  const cells = table.columns.map(({ field }) => (field === 'ordinal' && number !== undefined ? ` ${number} ` : '  '));
  const marks = parted(below[0], undefined, text);
  const numbers = value !== undefined && number !== undefined ? renumbered(table, counted(below), value + 1) : [];
  return {
    table,
    edits: [
      { range: { start: place, end: place }, text: `${newline(text)}|${cells.join('|')}|` },
      ...numbers.map(({ edit }) => edit),
      ...marks,
    ],
    numbers: new Map(numbers.map(({ row, value: next }) => [row, next])),
  };
}

/**
 * The rows in another order; those without a time or unit come last, and rows that are alike stay as
 * they stood. What goes on from the row above it moves with that row, and 〃 gives way to what it
 * stands for where the row above is another one. Rows that name a part of the table, and sums, stay in
 * their places. Where the rows are numbered 1, 2, 3, they are again afterwards.
 */
function sorted(spot: Spot, order: Order): Changed {
  const table = tableAt(spot);
  const { text } = spot.open;
  if (!table || table.rows.length < 2 || table.kind === 'workflow' || table.kind === 'other') return unchanged;
  const rank = rankOf(spot, table, order);
  if (!rank) return unchanged;
  const blocks = inOrder(blocksOf(table), (block) => block.rows.map(rank));
  const rows = blocks.flatMap((block) => block.rows);
  if (rows.every((row, at) => row === table.rows[at])) return unchanged;
  const numbers = order === 'ordinal' ? new Map<TableRow, RowNumber>() : numbersInOrder(table, blocks);
  const edits = table.rows.flatMap((old, place) => {
    const row = rows[place];
    if (!row) return [];
    const next = rowText(text, table, row, rows[place - 1], numbers.get(row)?.text);
    const range = { start: lineStart(text, old.range.start), end: lineEnd(text, old.range.start) };
    return next === text.slice(range.start, range.end) ? [] : [{ range, text: next }];
  });
  return { table, edits, numbers: new Map([...numbers].map(([row, { value }]) => [row, value])) };
}

/** The blocks between two that stay, each stretch by itself. */
function inOrder(
  blocks: readonly RowBlock[],
  keys: (block: RowBlock) => readonly (number | undefined)[],
): readonly RowBlock[] {
  const found: RowBlock[] = [];
  let stretch: RowBlock[] = [];
  const close = (): void => {
    const ranked = stretch.map((block) => ({ block, key: keys(block).find((key) => key !== undefined) ?? Infinity }));
    found.push(...ranked.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ block }) => block));
    stretch = [];
  };
  for (const block of blocks) {
    if (!block.stays) stretch.push(block);
    else {
      close();
      found.push(block);
    }
  }
  close();
  return found;
}

/** The numbers that the table has, for the rows in their new order; none where they do not count on from one another. */
function numbersInOrder(table: PlanTable, blocks: readonly RowBlock[]): ReadonlyMap<TableRow, RowNumber> {
  const numbers = new Map<TableRow, RowNumber>();
  let from = 0;
  const rows = blocks.flatMap((block) => block.rows.map((row) => ({ row, stays: block.stays })));
  while (from < rows.length) {
    let end = from;
    while (end < rows.length && !rows[end]?.stays) end++;
    const old = table.rows.slice(from, end).flatMap((row) => ordinalIn(table, row) ?? []);
    const counted = old.every(({ value }, at) => value === (old[0]?.value ?? 0) + at);
    let at = 0;
    for (const { row } of rows.slice(from, end)) {
      const own = ordinalIn(table, row);
      const value = own && old[at++]?.value;
      const written = value === undefined ? undefined : own?.write(value);
      if (counted && value !== undefined && written !== undefined) numbers.set(row, { value, text: written });
    }
    from = end + 1;
  }
  return numbers;
}

/** The source of a row below another one, with another number. */
function rowText(
  text: string,
  table: PlanTable,
  row: TableRow,
  above: TableRow | undefined,
  number: string | undefined,
): string {
  const start = lineStart(text, row.range.start);
  let line = text.slice(start, lineEnd(text, row.range.start));
  const ordinal = number === undefined ? undefined : ordinalIn(table, row);
  const edits = [
    ...parted(row, above, text),
    ...(ordinal && number !== undefined && ordinal.text !== number ? [{ range: ordinal.range, text: number }] : []),
  ];
  for (const edit of edits.sort((a, b) => b.range.start - a.range.start)) {
    line = line.slice(0, edit.range.start - start) + edit.text + line.slice(edit.range.end - start);
  }
  return line;
}

/** 〃 and 同上 of a row, written out where the row above it says something else. */
function parted(row: TableRow | undefined, above: TableRow | undefined, text: string): readonly Edit[] {
  return (row?.cells ?? []).flatMap((cell, at) => {
    if (!cell.carried || cell.text === '') return [];
    const upper = above?.cells[at];
    const said = cellSource(text, cell.carried);
    if (upper && cellSource(text, upper.carried ?? upper) === said) return [];
    return [{ range: cellRange(text, cell), text: said.replaceAll('|', '\\|') }];
  });
}
