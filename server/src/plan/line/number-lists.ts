import { findInlineNumbers } from '../../numbering/inline.ts';
import type { NumberToken } from '../../numbering/token.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, PlanTable, TableCell } from '../model.ts';

/** A number in its list: at the head of a line, or running on within one. */
export interface ListedNumber {
  readonly token: NumberToken;
  readonly line: Line;
}

/** Numbers that count on from one another, as their author meant them: siblings in order, right or wrong. */
export interface NumberList {
  readonly numbers: readonly ListedNumber[];
  /** The table in one of whose columns the list stands. */
  readonly table?: PlanTable;
  /** True when the list runs on within one line and does not begin at its head. */
  readonly inline: boolean;
}

/** A list that may still go on. */
interface OpenList {
  readonly key: string;
  /** Depth of the Markdown headings that carry it; 0 for other lines. */
  readonly depth: number;
  readonly numbers: ListedNumber[];
}

/** A number that is farther from the last one than this belongs to another list. */
const FARTHEST = 3;

const known = new WeakMap<Plan, readonly NumberList[]>();

/**
 * The numbered lists of a plan, those of its text and those of each table column. A list ends where a
 * number of its kind begins again at one, where an outer number goes on, and where a heading
 * without number begins something new. Lists of one member are among them.
 */
export function numberLists(plan: Plan): readonly NumberList[] {
  let lists = known.get(plan);
  if (!lists) {
    lists = readLists(plan);
    known.set(plan, lists);
  }
  return lists;
}

function readLists(plan: Plan): readonly NumberList[] {
  const lists = collect(
    plan.lines.filter((line) => line.place !== 'quote' && mayCount(line)),
    undefined,
  );
  for (const table of plan.tables) {
    for (const column of columnsOf(table)) lists.push(...collect(column, table));
  }
  return lists;
}

/** True for a line that has a number, or ends lists as a heading or as the note on the attachments. */
function mayCount(line: Line): boolean {
  return line.place === 'heading' || numbersOn(line.facts) !== NONE || isNote(line);
}

/** 附件：1.人员名单: what is counted below it goes on from its 1, not from a list of the text above it. */
const note = /^附\s*[件表]\s*[：:]/u;
const isNote = ({ text }: Line): boolean => text.startsWith('附') && note.test(text);

/** The lines with numbers, column by column. */
function columnsOf({ columns, rows }: PlanTable): readonly (readonly Line[])[] {
  const found: Line[][] = [];
  const add = (cell: TableCell, at: number): void => {
    for (const line of cell.lines) {
      if (!mayCount(line)) continue;
      const column = found[at];
      if (column) column.push(line);
      else found[at] = [line];
    }
  };
  columns.forEach(({ header }, at) => {
    add(header, at);
  });
  for (const { cells } of rows) cells.forEach(add);
  return found.filter(Boolean);
}

function collect(lines: readonly Line[], table: PlanTable | undefined): NumberList[] {
  const lists: NumberList[] = [];
  const open: OpenList[] = [];
  const begin = (key: string, depth: number, number: ListedNumber): void => {
    const numbers = [number];
    lists.push({ numbers, ...(table ? { table } : {}), inline: false });
    open.push({ key, depth, numbers });
  };
  for (const line of lines) {
    const depth = line.place === 'heading' ? line.depth : 0;
    const { row, apart } = numbersOn(line.facts);
    if (isNote(line)) open.length = 0;
    if (depth > 0) leave(open, depth, row.length > 0);
    for (const token of row) {
      const key = keyOf(token, line, open);
      const at = open.findLastIndex((list) => list.key === key);
      const last = open[at]?.numbers.at(-1)?.token.value;
      if (at >= 0) cut(open, at + 1, token.kind);
      if (at >= 0 && last !== undefined && belongs(token.value, last)) open[at]?.numbers.push({ token, line });
      else {
        if (at >= 0) cut(open, at, token.kind);
        begin(key, depth, { token, line });
      }
    }
    for (const run of apart) {
      lists.push({ numbers: run.map((token) => ({ token, line })), ...(table ? { table } : {}), inline: true });
    }
  }
  return lists;
}

function belongs(value: number, last: number): boolean {
  // One step back is two items that changed places.
  return value !== 1 && value >= last - 1 && value <= last + FARTHEST;
}

/** What goes on in an outer list closes the inner ones; articles are counted through all chapters. */
function cut(open: OpenList[], length: number, kind: NumberToken['kind']): void {
  const articles = holdsArticles.has(kind) ? open.slice(length).filter(isOfArticles) : [];
  open.length = length;
  open.push(...articles);
}

const holdsArticles: ReadonlySet<NumberToken['kind']> = new Set(['part', 'chapter', 'section'] as const);
const isOfArticles = ({ key }: OpenList): boolean => key.includes('/article/');

/** A heading closes the lists of deeper headings and of ordinary lines; one without number those of its depth too. */
function leave(open: OpenList[], depth: number, numbered: boolean): void {
  const kept = open.filter(
    (list) =>
      (list.depth > 0 && (list.depth < depth || (numbered && list.depth === depth))) ||
      (numbered && isOfArticles(list)),
  );
  open.splice(0, open.length, ...kept);
}

/**
 * What makes two numbers siblings. The mark tells an outer `1、` from an inner `1.`, but a list that
 * goes on with another mark goes on all the same.
 */
function keyOf(token: NumberToken, line: Line, open: readonly OpenList[]): string {
  const place = line.place === 'heading' ? `#${line.depth}` : line.place === 'item' && line.depth > 1 ? line.depth : '';
  const kind =
    token.kind === 'hanIs' || token.kind === 'first' || token.kind === 'thing'
      ? token.raw.replace(/[一二三四五六七八九十0-9０-９]+|[：:，,、]/g, '')
      : token.kind;
  const base = `${place}/${kind}/${token.multi?.slice(0, -1).join('.') ?? ''}/`;
  const exact = base + token.mark;
  if (open.some((list) => list.key === exact)) return exact;
  const sameKind = open.findLast(
    (list) => list.key.startsWith(base) && list.numbers.at(-1)?.token.value === token.value - 1,
  );
  return sameKind?.key ?? exact;
}

interface LineNumbers {
  /** The number at the head of the line, and those within it that count on from there. */
  readonly row: readonly NumberToken[];
  /** Lists of their own within the line. */
  readonly apart: readonly (readonly NumberToken[])[];
}

const NONE: LineNumbers = { row: [], apart: [] };

const numbersOn = lineMemo(readNumbers);

function readNumbers(facts: LineFacts): LineNumbers {
  const head = facts.number;
  const inline = findInlineNumbers(facts.text);
  if (inline.length === 0) return head ? { row: [head], apart: [] } : NONE;
  const runs = new Map<string, NumberToken[]>();
  for (const token of inline) {
    const run = runs.get(token.kind);
    if (run && token.value > 1) run.push(token);
    else runs.set(run ? `${token.kind}${token.range.start}` : token.kind, [token]);
  }
  const all = [...runs.values()];
  const own = all.find((run) => head !== undefined && run[0]?.range.start === head.range.start);
  return { row: head ? [head, ...(own?.slice(1) ?? [])] : [], apart: all.filter((run) => run !== own) };
}
