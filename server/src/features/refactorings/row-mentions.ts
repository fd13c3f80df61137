import { hanToNumber, numberToHan } from '../../numbering/han.ts';
import type { Line, Plan, PlanTable, TableRow } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Followed } from './own-references.ts';
import { ordinalIn } from './row-ordinals.ts';

const NUMERAL = '[1-9]\\d{0,2}|[一二三四五六七八九十]{1,3}';
/** 见上表第4项, 台账第4项, 清单中第4、5项; and 第4项问题. 表4 and 第4项工作 of no table are none. */
const mention = new RegExp(
  `(?:([上下本]表|台账|清单)(?:中|内|里|所列|列出)?的?第|第)[（(]?(${NUMERAL})[)）]?((?:[、至到—-](?:${NUMERAL})){0,6})[项条号行个]?(问题|任务)?`,
  'g',
);
/** 上表第4项和第6项 */
const further = new RegExp(`(?:[、，和及与]|以及)第[（(]?(${NUMERAL})[)）]?[项条号行]`, 'y');
/** The table of another paper: 《…》附表, 县级台账, 反馈清单. */
const theirs = /(?:[》”省市县区乡国级年度]|上级|督察|巡[视察]|反馈|下发|该|其)(?:的|组)?(?:问题|整改|任务|工作)?$/;
const units = /[项条号行个]|问题|任务/;

/**
 * The places of a plan that name a row of a table by its number, when the rows get other numbers.
 * @param numbers of the rows whose numbers change, the new ones
 */
export function followedRows(plan: Plan, table: PlanTable, numbers: ReadonlyMap<TableRow, number>): Followed {
  const moved = movedValues(table, numbers);
  const edits: Edit[] = [];
  const doubts = new Set<string>();
  if (moved.size === 0) return { edits, doubts: [] };
  for (const line of [...plan.lines, ...cellLines(plan)]) {
    if (line.place === 'quote' || !line.text.includes('第')) continue;
    for (const match of line.text.matchAll(mention)) {
      const [words, holder, numeral = '', list = '', kind] = match;
      if (
        !units.test(words.slice(words.lastIndexOf('第') + 1)) ||
        (holder === undefined && kind === undefined && !isIn(table, line))
      )
        continue;
      const meant = means(plan, table, line, match);
      if (meant === 'other') continue;
      const start = match.index + words.lastIndexOf('第') + 1;
      const at = line.text.indexOf(numeral, start);
      const named = [{ numeral, at }, ...furtherOf(line.text, match.index + words.length)];
      const values = [...named.map((one) => numeralValue(one.numeral)), ...list.split(/[、至到—-]/).map(numeralValue)];
      if (!values.some((value) => value !== undefined && moved.has(value))) continue;
      const own = meant === 'this' && list === '' ? editsOf(line, named, moved) : undefined;
      if (own) edits.push(...own);
      else doubts.add(words);
    }
  }
  return { edits, doubts: [...doubts] };
}

interface Named {
  readonly numeral: string;
  /** Index in the line. */
  readonly at: number;
}

/** Old numbers with their new ones; undefined for a number that several rows have. */
function movedValues(table: PlanTable, numbers: ReadonlyMap<TableRow, number>) {
  const moved = new Map<number, number | undefined>();
  const seen = new Set<number>();
  const again = new Set<number>();
  for (const row of table.rows) {
    const old = ordinalIn(table, row)?.value;
    if (old === undefined) continue;
    if (seen.has(old)) again.add(old);
    seen.add(old);
    const value = numbers.get(row);
    if (value !== undefined && value !== old) moved.set(old, value);
  }
  for (const value of again) if (moved.has(value)) moved.set(value, undefined);
  return moved;
}

function cellLines({ tables }: Plan): readonly Line[] {
  return tables.flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap(({ lines }) => lines)));
}

/** Whether the words mean a row of this table, that of another one, or may mean either. */
function means(plan: Plan, table: PlanTable, line: Line, match: RegExpMatchArray): 'this' | 'other' | 'maybe' {
  const [, holder, , , kind] = match;
  // A row that moves takes its words along: what stands in the table itself is for the author to look at.
  const isInside = isIn(table, line);
  const sure = isInside ? 'maybe' : 'this';
  if (holder === '本表') return isInside ? 'maybe' : 'other';
  if (holder === '上表') {
    return plan.tables.findLast(({ range }) => range.end <= line.range.start) === table ? sure : 'other';
  }
  if (holder === '下表')
    return plan.tables.find(({ range }) => range.start >= line.range.end) === table ? sure : 'other';
  const index = match.index ?? 0;
  if (theirs.test(line.text.slice(Math.max(0, index - 12), index))) return 'maybe';
  const numbered = plan.tables.filter((one) => one.rows.some((row) => ordinalIn(one, row)));
  if (numbered.length > 1) return 'maybe';
  const isWork = table.kind === 'ledger' || table.kind === 'taskBreakdown';
  if (holder !== undefined) return isWork || table.title?.value.includes(holder) ? sure : 'maybe';
  const field = kind === '问题' ? 'issue' : 'activity';
  const isKind = table.columns.some((column) => column.field === field);
  return isKind && !isListed(plan, kind ?? '') ? sure : 'maybe';
}

/** 同第2项 in a cell. */
function isIn({ range }: PlanTable, line: Line): boolean {
  return range.start <= line.range.start && line.range.end <= range.end;
}

/** The text lists them as well: 二、存在问题 with 1. 2. 3. below. */
function isListed({ sections }: Pick<Plan, 'sections'>, kind: string): boolean {
  return sections.some(
    (section) =>
      isListed(section, kind) || (section.title.value.includes(kind) && section.sections.some(({ number }) => number)),
  );
}

function furtherOf(text: string, from: number): readonly Named[] {
  const found: Named[] = [];
  for (let at = from; found.length < 10; ) {
    further.lastIndex = at;
    const next = further.exec(text);
    const numeral = next?.[1];
    if (!next || numeral === undefined) break;
    found.push({ numeral, at: at + next[0].indexOf(numeral, next[0].indexOf('第')) });
    at += next[0].length;
  }
  return found;
}

function numeralValue(numeral: string): number | undefined {
  return /^\d/.test(numeral) ? Number(numeral) : hanToNumber(numeral);
}

/** Undefined where one of them cannot be written. */
function editsOf(
  line: Line,
  named: readonly Named[],
  moved: ReadonlyMap<number, number | undefined>,
): readonly Edit[] | undefined {
  const edits: Edit[] = [];
  for (const { numeral, at } of named) {
    const old = numeralValue(numeral);
    if (old === undefined || !moved.has(old)) continue;
    const value = moved.get(old);
    const text = value === undefined ? undefined : /^\d/.test(numeral) ? String(value) : numberToHan(value);
    const range = line.at(at, at + numeral.length);
    if (text === undefined || range.end - range.start !== numeral.length) return undefined;
    edits.push({ range, text });
  }
  return edits;
}
