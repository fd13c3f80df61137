import { findInlineNumbers } from '../../numbering/inline.ts';
import type { NumberToken } from '../../numbering/token.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Line, Plan, PlanTable, TableCell } from '../model.ts';
import { nestedLines } from '../nested.ts';
import { versionMemo } from '../plan-memo.ts';

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
  /** Where its numbers stand and of what kind they are: those of one list agree in both. */
  readonly place: number;
  readonly family: string;
  readonly mark: string;
  /** Depth of the Markdown headings that carry it; 0 for other lines. */
  readonly depth: number;
  readonly numbers: ListedNumber[];
}

/** A number that is farther from the last one than this belongs to another list. */
const FARTHEST = 3;

/**
 * The numbered lists of a plan, those of its text and those of each table column. A list ends where a
 * number of its kind begins again at one, where an outer number goes on, and where a heading
 * without number begins something new. Lists of one member are among them.
 */
export const numberLists = versionMemo(readLists);

function readLists(plan: Plan): readonly NumberList[] {
  const lists: NumberList[] = [];
  collect(
    plan.lines.filter((line) => line.place !== 'quote' && mayCount(line)),
    undefined,
    lists,
    nestedLines(plan.lines),
  );
  for (const table of plan.tables) {
    for (const column of columnsOf(table)) if (column) collect(column, table, lists);
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
function columnsOf({ columns, rows }: PlanTable): readonly (readonly Line[] | undefined)[] {
  const found: (Line[] | undefined)[] = [];
  const add = (cell: TableCell | undefined, at: number): void => {
    for (const line of cell?.lines ?? []) {
      if (!mayCount(line)) continue;
      const column = found[at];
      if (column) column.push(line);
      else found[at] = [line];
    }
  };
  for (let at = 0; at < columns.length; at++) add(columns[at]?.header, at);
  for (const { cells } of rows) for (let at = 0; at < cells.length; at++) add(cells[at], at);
  return found;
}

/**
 * Adds the lists that the lines of a text, or of a column of a table, make.
 * @param nested lines whose 一、 counts what stands below a （一）: a list of its own
 */
function collect(
  lines: readonly Line[],
  table: PlanTable | undefined,
  lists: NumberList[],
  nested?: ReadonlySet<Line>,
): void {
  const open: OpenList[] = [];
  for (const line of lines) {
    const depth = line.place === 'heading' ? line.depth : 0;
    const { row, families, apart } = numbersOn(line.facts);
    if (open.length > 0 && isNote(line)) open.length = 0;
    if (depth > 0) leave(open, depth, row.length > 0);
    const place = placeOf(line);
    for (let index = 0; index < row.length; index++) {
      const token = row[index];
      const family = nested?.has(line) ? `nested/${families[index]}` : families[index];
      if (!token || family === undefined) continue;
      const number = { token, line };
      const at = siblingsOf(open, token, family, place);
      const same = open[at];
      const last = same?.numbers.at(-1)?.token.value;
      if (same && last !== undefined && belongs(token.value, last)) {
        cut(open, at + 1, token.kind);
        same.numbers.push(number);
        continue;
      }
      if (at >= 0) cut(open, at, token.kind);
      const numbers = [number];
      lists.push(table ? { numbers, table, inline: false } : { numbers, inline: false });
      open.push({ place, family, mark: same?.mark ?? token.mark, depth, numbers });
    }
    for (const run of apart) {
      const numbers = run.map((token) => ({ token, line }));
      lists.push(table ? { numbers, table, inline: true } : { numbers, inline: true });
    }
  }
}

function belongs(value: number, last: number): boolean {
  // One step back is two items that changed places.
  return value !== 1 && value >= last - 1 && value <= last + FARTHEST;
}

/** What goes on in an outer list closes the inner ones; articles are counted through all chapters. */
function cut(open: OpenList[], length: number, kind: NumberToken['kind']): void {
  if (open.length === length) return;
  const articles = holdsArticles.has(kind) ? open.slice(length).filter(isOfArticles) : [];
  open.length = length;
  open.push(...articles);
}

const holdsArticles: ReadonlySet<NumberToken['kind']> = new Set(['part', 'chapter', 'section'] as const);
const isOfArticles = ({ family }: OpenList): boolean => family.startsWith('article/');

/** A heading closes the lists of deeper headings and of ordinary lines; one without number those of its depth too. */
function leave(open: OpenList[], depth: number, numbered: boolean): void {
  const kept = open.filter(
    (list) =>
      (list.depth > 0 && (list.depth < depth || (numbered && list.depth === depth))) ||
      (numbered && isOfArticles(list)),
  );
  open.splice(0, open.length, ...kept);
}

/** Headings by their depth, items within items by theirs, and all other lines. */
function placeOf({ place, depth }: Line): number {
  if (place === 'heading') return -depth;
  return place === 'item' && depth > 1 ? depth : 0;
}

/**
 * The place among the open lists of the one that a number goes on in; -1 where there is none. The mark tells an
 * outer `1、` from an inner `1.`, but a list that goes on with another mark goes on all the same.
 */
function siblingsOf(open: readonly OpenList[], token: NumberToken, family: string, place: number): number {
  let goesOn = -1;
  for (let at = open.length - 1; at >= 0; at--) {
    const list = open[at];
    if (list?.place !== place || list.family !== family) continue;
    if (list.mark === token.mark) return at;
    if (goesOn < 0 && list.numbers.at(-1)?.token.value === token.value - 1) goesOn = at;
  }
  return goesOn;
}

/** What siblings agree in: their kind, and the numbers of the levels above. */
function familyOf({ kind, raw, multi }: NumberToken): string {
  const own = saidOtherwise.has(kind) ? raw.replace(/[一二三四五六七八九十0-9０-９]+|[：:，,、]/g, '') : kind;
  return `${own}/${multi?.slice(0, -1).join('.') ?? ''}`;
}

/** 一是, 首先, 问题一：: of one list are those that say so in the same words. */
const saidOtherwise: ReadonlySet<NumberToken['kind']> = new Set(['hanIs', 'first', 'thing'] as const);

interface LineNumbers {
  /** The number at the head of the line, and those within it that count on from there. */
  readonly row: readonly NumberToken[];
  /** The family of each of them. */
  readonly families: readonly string[];
  /** Lists of their own within the line. */
  readonly apart: readonly (readonly NumberToken[])[];
}

const NONE: LineNumbers = { row: [], families: [], apart: [] };

const numbersOn = lineMemo(readNumbers);

/** The numbers that run on within a line, see findInlineNumbers. */
export const inlineNumbersOn = lineMemo(({ text, number }) => findInlineNumbers(text, number));

function readNumbers(facts: LineFacts): LineNumbers {
  const head = facts.number;
  const inline = inlineNumbersOn(facts);
  if (inline.length === 0) return head ? rowOf([head], []) : NONE;
  const runs = new Map<string, NumberToken[]>();
  for (const token of inline) {
    const run = runs.get(token.kind);
    if (run && token.value > 1) run.push(token);
    else runs.set(run ? `${token.kind}${token.range.start}` : token.kind, [token]);
  }
  const all = [...runs.values()];
  const own = all.find((run) => head !== undefined && run[0]?.range.start === head.range.start);
  return rowOf(
    head ? [head, ...(own?.slice(1) ?? [])] : [],
    all.filter((run) => run !== own),
  );
}

function rowOf(row: readonly NumberToken[], apart: LineNumbers['apart']): LineNumbers {
  return { row, families: row.map(familyOf), apart };
}
