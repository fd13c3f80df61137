import { compare, type PlainDate } from '../../dates/civil.ts';
import { halfWidthDigits } from '../../numbering/han.ts';
import type { ColumnField, PlanTable, TableRow } from '../../plan/model.ts';
import { tasksOf } from '../../plan/named-parties.ts';
import type { Edit } from '../../rules/rule.ts';
import { touches } from '../ranges.ts';
import type { Refactoring, Spot } from './refactoring.ts';
import { lineEnd, lineStart, newline } from './source-lines.ts';

export const insertRow: Refactoring = {
  kind: 'refactor.rewrite.fangan.insertRow',
  title: { zh: '在下方插入一行', en: 'Insert a row below' },
  edits: insertedRow,
};

export const sortByOrdinal: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByOrdinal',
  title: { zh: '表格按序号排序', en: 'Sort the rows by number' },
  edits: (spot) => sorted(spot, 'ordinal'),
};

export const sortByDeadline: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByDeadline',
  title: { zh: '表格按时限排序', en: 'Sort the rows by time limit' },
  edits: (spot) => sorted(spot, 'deadline'),
};

export const sortByUnit: Refactoring = {
  kind: 'refactor.rewrite.fangan.sortByUnit',
  title: { zh: '表格按责任单位排序', en: 'Sort the rows by unit' },
  edits: (spot) => sorted(spot, 'unit'),
};

type Order = 'ordinal' | 'deadline' | 'unit';

/** A row with the line of the source that it stands on. */
interface RowLine {
  readonly row: TableRow;
  readonly start: number;
  readonly text: string;
}

function tableAt({ recognised: { plan }, offset }: Spot): PlanTable | undefined {
  return plan.tables.find((table) => table.source === 'gfm' && touches(table.range, offset));
}

function rowLines(text: string, table: PlanTable): readonly RowLine[] {
  return table.rows.map((row) => {
    const start = lineStart(text, row.range.start);
    return { row, start, text: text.slice(start, lineEnd(text, row.range.start)) };
  });
}

/** An empty row behind that of the cursor (behind the last one when it stands in the header), and the numbers below counted on. */
function insertedRow(spot: Spot): readonly Edit[] {
  const table = tableAt(spot);
  if (!table || table.columns.length === 0) return [];
  const { text } = spot.open;
  const at = table.rows.findIndex(({ range }) =>
    touches({ start: lineStart(text, range.start), end: range.end }, spot.offset),
  );
  const before = at < 0 ? table.rows.length - 1 : at;
  const line = table.rows[before]?.range.end ?? table.range.end;
  const place = lineEnd(text, line);
  const numbers = plainOrdinals(table);
  const next = numbers && before >= 0 ? (numbers[before] ?? 0) + 1 : undefined;
  const cells = table.columns.map(({ field }) => (field === 'ordinal' && next !== undefined ? ` ${next} ` : '  '));
  return [
    { range: { start: place, end: place }, text: `${newline(text)}|${cells.join('|')}|` },
    ...(numbers ? ordinalEdits(table, (row) => (row > before ? (numbers[row] ?? 0) + 1 : (numbers[row] ?? 0))) : []),
  ];
}

/**
 * The rows in another order; those without a time or unit come last, and rows that are alike stay as
 * they stood. Where the rows are numbered 1, 2, 3, they are again afterwards. A table with merged
 * cells is left: what a row takes from the one above it would change.
 */
function sorted(spot: Spot, order: Order): readonly Edit[] {
  const table = tableAt(spot);
  const { text } = spot.open;
  if (!table || table.rows.length < 2 || table.kind === 'workflow' || table.kind === 'other' || isMerged(table))
    return [];
  const rank = rankOf(spot, table, order);
  if (!rank) return [];
  const lines = rowLines(text, table);
  const wanted = lines
    .map((line, at) => ({ line, at, key: rank(line.row) }))
    .sort((a, b) => compareKeys(a.key, b.key) || a.at - b.at);
  if (wanted.every(({ at }, place) => at === place)) return [];
  const numbers = order === 'ordinal' ? undefined : plainOrdinals(table);
  const isCounted = numbers?.every((value, at) => value === (numbers[0] ?? 1) + at);
  return lines.flatMap(({ start, text: old }, place) => {
    const { line } = wanted[place] ?? {};
    if (!line) return [];
    const next = isCounted && numbers ? withOrdinal(line, table, numbers[place] ?? 0) : line.text;
    return next === old ? [] : [{ range: { start, end: start + old.length }, text: next }];
  });
}

type Key = number | string | PlainDate | undefined;

function compareKeys(a: Key, b: Key): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  if (typeof a === 'object' && typeof b === 'object') return compare(a, b);
  if (typeof a === 'string' && typeof b === 'string') return collator.compare(a, b);
  return Number(a) - Number(b);
}

const collator = new Intl.Collator('zh-CN');

/** What the rows are ordered by; undefined where the table does not have it. */
function rankOf({ recognised: { plan } }: Spot, table: PlanTable, order: Order): ((row: TableRow) => Key) | undefined {
  const has = (...fields: ColumnField[]) =>
    fields.find((field) => table.columns.some((column) => column.field === field));
  if (order === 'ordinal') return has('ordinal') ? (row) => ordinalOf(table, row) : undefined;
  if (order === 'unit') {
    const field = has('responsibleUnit', 'leadUnit', 'owner', 'responsibleLeader');
    return field ? (row) => table.cell(row, field)?.text.trim() || undefined : undefined;
  }
  if (!has('deadline', 'time')) return undefined;
  const spans = new Map(tasksOf(plan).map((task) => [task.row, task.time.kind === 'own' ? task.time.span : undefined]));
  const ends = new Map(
    table.rows.map((row) => {
      const field = has('deadline') ?? 'time';
      const range = table.cell(row, field)?.range;
      const dated = range && plan.dates.find((date) => date.span && touches(range, date.range.start));
      const span = dated?.span ?? spans.get(row);
      return [row, span?.end ?? span?.start] as const;
    }),
  );
  return (row) => ends.get(row);
}

/** Cells of other rows are part of the meaning: an empty cell in a column of names may stand for the one above it. */
function isMerged(table: PlanTable): boolean {
  const naming = table.columns.findIndex(({ field }) => field !== 'ordinal');
  return table.rows.some(
    ({ cells }) => cells.some((cell) => cell.carried) || (cells[naming]?.text ?? '').trim() === '',
  );
}

/** The numbers of all rows where every one has a plain one. */
function plainOrdinals(table: PlanTable): readonly number[] | undefined {
  const numbers = table.rows.map((row) => ordinalOf(table, row));
  return numbers.every((value) => value !== undefined) && numbers.length > 0 ? numbers : undefined;
}

function ordinalOf(table: PlanTable, row: TableRow): number | undefined {
  const text = halfWidthDigits(table.cell(row, 'ordinal')?.text.trim() ?? '');
  return /^[1-9]\d{0,3}$/.test(text) ? Number(text) : undefined;
}

function ordinalEdits(table: PlanTable, value: (row: number) => number): readonly Edit[] {
  return table.rows.flatMap((row, at) => {
    const cell = table.cell(row, 'ordinal');
    const line = cell?.lines[0];
    if (!cell || !line || ordinalOf(table, row) === value(at)) return [];
    return [{ range: line.range, text: String(value(at)) }];
  });
}

function withOrdinal({ row, start, text }: RowLine, table: PlanTable, value: number): string {
  const line = table.cell(row, 'ordinal')?.lines[0];
  if (!line) return text;
  return text.slice(0, line.range.start - start) + String(value) + text.slice(line.range.end - start);
}
