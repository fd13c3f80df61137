import { conflictingEnds } from '../../../dates/compare.ts';
import { datedByLine, datedLimits } from '../../../plan/dated-lines.ts';
import type { Dated, Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import { hasField, limitFields } from '../../../plan/tables/table-fields.ts';
import { sharePair } from '../../../text/pairs.ts';
import type { TaskConflict } from './task-limits.ts';

/** Words in a row: so many that follow one another in a sentence as well name one thing. */
const NAMED = 6;
/** In any other row so many are too many: the sentence may speak of it. */
const SHARED = 4;
/** 必须在9月26日前全部完工并通水: the whole of it, not a step on the way. */
const finished = /^[^，。；]{0,6}(?:完成|完工|竣工|办结|到位|完毕|通水|通车|投用|建成|销号)(?=[，。；并]|$)/;
/** 旧管网更换工程招标: a step of what the row is about. */
const step = /招标|设计|方案|勘[察测]|征[地收]|采购|开工|启动|主体|前期|首批|部分/;
const clauseMark = /[，。；：]/;

interface Row {
  readonly table: PlanTable;
  readonly row: TableRow;
  readonly words: string;
}

/**
 * What a sentence says must be done by a day, held against the one row of a table of tasks that names the same thing:
 * 石桥村、上湾村旧管网更换必须在9月26日前全部完工 beside 石桥村、上湾村管网漏损 | 更换管网 | 10月17日.
 */
export function toldConflicts(plan: Plan): readonly TaskConflict[] {
  const tables = plan.tables.filter(({ kind }) => kind === 'ledger' || kind === 'taskBreakdown');
  if (tables.length === 0) return [];
  let rows: readonly Row[] | undefined;
  let words = '';
  const limits = datedByLine(plan.dates);
  return plan.dates.flatMap((told): readonly TaskConflict[] => {
    const subject = isDue(told) ? subjectOf(told) : '';
    if (subject.length < SHARED || !told.span || step.test(subject)) return NONE;
    if (!rows) {
      rows = tables.filter((table) => hasField(table, limitFields)).flatMap(rowsOf);
      words = rows.map((row) => row.words).join('\n');
    }
    // Nearly everything that is told to be done stands in no row at all.
    if (!sharesAny(subject, words)) return NONE;
    const found = rows.flatMap((row) => {
      const name = longestShared(subject, row.words);
      return name.length >= SHARED ? [{ ...row, name }] : [];
    });
    const [only, more] = found;
    if (!only || more || !isNamed(told, subject, only)) return [];
    const [own, second] = datedLimits(only.table, only.row, limits);
    if (!own?.span || second || own.span.yearKnown !== told.span.yearKnown) return [];
    return conflictingEnds(told.span, own.span).includes('end') ? [{ name: only.name, row: own, told }] : [];
  });
}

const NONE: readonly TaskConflict[] = [];

function rowsOf(table: PlanTable): readonly Row[] {
  return table.rows.map((row) => ({
    table,
    row,
    words: (['issue', 'activity', 'measure'] as const).map((field) => table.cell(row, field)?.text ?? '').join('|'),
  }));
}

function isDue({ expression: { deadline, range }, line: { place, text }, span }: Dated): boolean {
  const exact = span?.precision === 'day' || span?.precision === 'xun';
  return deadline === true && exact && place !== 'cell' && finished.test(text.slice(range.end));
}

/** The clause in front of the day; where the day opens its own, the one before: 新建泵站6座，6月底前全部建成. */
function subjectOf({ expression: { range }, line: { text } }: Dated): string {
  const to = /[，,]/.test(text.charAt(range.start - 1)) ? range.start - 1 : range.start;
  let from = to;
  while (from > 0 && !clauseMark.test(text.charAt(from - 1))) from--;
  return text.slice(from, to);
}

/** The row says much of what is told in front of the day, or less and the words behind it as well: 建成并接入平台. */
function isNamed(
  { expression, line }: Dated,
  subject: string,
  { name, words }: Row & { readonly name: string },
): boolean {
  if (name.length >= NAMED && saysSame(subject, words, name)) return true;
  const deed = /^[^，。；]*/.exec(line.text.slice(expression.range.end, expression.range.end + 20))?.[0] ?? '';
  return longestShared(deed, words).length >= SHARED;
}

function sharesAny(a: string, b: string): boolean {
  for (let from = 0; from + SHARED <= a.length; from++) if (b.includes(a.slice(from, from + SHARED))) return true;
  return false;
}

function longestShared(a: string, b: string): string {
  let best = '';
  for (let from = 0; from + best.length < a.length; from++) {
    while (from + best.length < a.length && b.includes(a.slice(from, from + best.length + 1)))
      best = a.slice(from, from + best.length + 1);
  }
  return best;
}

/** Beside the name, two characters more that both say: 更换, 管网. */
function saysSame(subject: string, words: string, name: string): boolean {
  const rest = subject.replace(name, '|');
  const others = words.replace(name, '|');
  return sharePair(rest, others, (pair) => /^[\u4e00-\u9fff]{2}$/.test(pair));
}
