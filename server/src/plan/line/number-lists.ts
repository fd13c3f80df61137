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
  const nested = nestedLines(plan.lines);
  const open: OpenList[] = [];
  for (const line of plan.lines) if (line.place !== 'quote') collect(line, open, lists, undefined, nested.has(line));
  for (const table of plan.tables) {
    for (const column of columnsOf(table)) if (column) for (const list of column.lists) lists.push(list);
  }
  return lists;
}

/** The lists of a column, and those of them that may still go on. */
interface Column {
  readonly lists: NumberList[];
  readonly open: OpenList[];
}

/** The columns with lists. Read row by row, as the cells lie in memory: most of them have no number. */
function columnsOf(table: PlanTable): readonly (Column | undefined)[] {
  const found: (Column | undefined)[] = [];
  const read = ({ lines }: TableCell, at: number): void => {
    for (const line of lines) {
      let column = found[at];
      if (!column && numbersOn(line.facts) === NONE) continue;
      if (!column) {
        column = { lists: [], open: [] };
        found[at] = column;
      }
      collect(line, column.open, column.lists, table, false);
    }
  };
  for (const [at, { header }] of table.columns.entries()) read(header, at);
  for (const { cells } of table.rows) cells.forEach(read);
  return found;
}

/** 附件：1.人员名单: what is counted below it goes on from its 1, not from a list of the text above it. */
const note = /^附\s*[件表]\s*[：:]/u;
const isNote = ({ text }: Line): boolean => text.startsWith('附') && note.test(text);

/**
 * Adds the lists that begin on the next line of a text, or of a column of a table, and what goes on there to those before it.
 * @param open lists of the lines in front that may still go on
 * @param isNested whether the 一、 of the line counts what stands below a （一）: a list of its own
 */
function collect(
  line: Line,
  open: OpenList[],
  lists: NumberList[],
  table: PlanTable | undefined,
  isNested: boolean,
): void {
  const depth = line.place === 'heading' ? line.depth : 0;
  const { row, families, apart } = numbersOn(line.facts);
  if (open.length > 0) {
    if (isNote(line)) open.length = 0;
    if (depth > 0) leave(open, depth, row.length > 0);
  }
  for (let index = 0; index < row.length; index++) {
    const token = row[index];
    const own = families[index];
    if (!token || own === undefined) continue;
    const place = placeOf(line);
    const family = isNested ? `nested/${own}` : own;
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

function belongs(value: number, last: number): boolean {
  // One step back is two items that changed places.
  return value !== 1 && value >= last - 1 && value <= last + FARTHEST;
}

/** What goes on in an outer list closes the inner ones; articles are counted through all chapters. */
function cut(open: OpenList[], length: number, kind: NumberToken['kind']): void {
  if (open.length === length) return;
  const holds = holdsArticles.has(kind);
  keep(open, length, (list) => holds && isOfArticles(list));
}

const holdsArticles: ReadonlySet<NumberToken['kind']> = new Set(['part', 'chapter', 'section'] as const);
const isOfArticles = ({ family }: OpenList): boolean => family.startsWith('article/');

/** A heading closes the lists of deeper headings and of ordinary lines; one without number those of its depth too. */
function leave(open: OpenList[], depth: number, numbered: boolean): void {
  keep(
    open,
    0,
    (list) =>
      (list.depth > 0 && (list.depth < depth || (numbered && list.depth === depth))) ||
      (numbered && isOfArticles(list)),
  );
}

/** Takes out the lists from one place on that do not stay. */
function keep(open: OpenList[], from: number, stays: (list: OpenList) => boolean): void {
  let kept = from;
  for (let at = from; at < open.length; at++) {
    const list = open[at];
    if (list && stays(list)) open[kept++] = list;
  }
  open.length = kept;
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
  if (multi) return `${kind}/${multi.slice(0, -1).join('.')}`;
  if (saidOtherwise.has(kind)) return `${raw.replace(/[一二三四五六七八九十0-9０-９]+|[：:，,、]/g, '')}/`;
  let family = ofOneLevel.get(kind);
  if (family === undefined) {
    family = `${kind}/`;
    ofOneLevel.set(kind, family);
  }
  return family;
}

/** One and the same text for all numbers of a kind, so that it is compared at a glance. */
const ofOneLevel = new Map<NumberToken['kind'], string>();

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
  if (inline.length === 0) return head ? rowOf([head], NO_RUNS) : NONE;
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

const NO_RUNS: LineNumbers['apart'] = [];

function rowOf(row: readonly NumberToken[], apart: LineNumbers['apart']): LineNumbers {
  return { row, families: row.map(familyOf), apart };
}
