import { addDays, compare, type PlainDate } from '../../dates/civil.ts';
import type { Dated, Line, Plan, TableRow } from '../../plan/model.ts';
import { hasField } from '../../plan/tables/table-fields.ts';
import type { RecognisedPlan } from '../../rules/rule.ts';
import { isReport } from '../../rules/superior/stages.ts';
import { overlaps, type Range } from '../../text/range.ts';
import type { BarMaker } from './bars.ts';
import type { Row } from './model.ts';
import { bare, shortened } from './rows.ts';

/** Dates so many days before the plan begins or is issued are those of its grounds, not of its schedule. */
const past = 60;
const label = { zh: '文中其他时间', en: 'Other dates' };

interface Group {
  readonly dated: Dated[];
  readonly title: string;
  readonly range: Range;
}

/**
 * The dates of a plan that belong to no stage, step or measure: many plans name their limits in running
 * text and in tables of their own (6月底前完成…, 报名时间：…). A row for each sentence or table row with one.
 * @param rows what has been read already; its dates are not shown again
 */
export function otherRows(
  { plan, profile }: RecognisedPlan,
  bars: BarMaker,
  rows: readonly Row[],
  id: string,
): readonly Row[] {
  if (isReport(profile)) return [];
  const known = rows.flatMap((row) => row.bars.flatMap(({ places }) => places.map(({ range }) => range)));
  const earliest = earliestDay(plan);
  const tables = rowsByLine(plan);
  const others = plan.dates.filter(
    (dated) =>
      isOfSchedule(dated, plan, earliest) &&
      tables.get(dated.line) !== 'window' &&
      !known.some((range) => overlaps(range, dated.range)),
  );
  const groups = new Map<object, Group>();
  let last: Group | undefined;
  others.forEach((dated, at) => {
    const row = tables.get(dated.line);
    const isCell = row !== undefined && row !== 'window';
    const [before, behind] = [others[at - 1], others[at + 1]].map((one) =>
      one?.line === dated.line ? one : undefined,
    );
    const group = isCell ? groups.get(row) : undefined;
    const clause = isCell ? undefined : clauseOf(dated, before, behind);
    if (group) group.dated.push(dated);
    else if (clause?.title === '' && before && last) last.dated.push(dated);
    else {
      last = {
        dated: [dated],
        title: clause ? clause.title : isCell ? titleOfRow(row, dated.line) : '',
        range: clause ? dated.line.at(clause.start, clause.end) : isCell ? row.range : dated.range,
      };
      groups.set(isCell ? row : dated, last);
    }
  });
  const found = [...groups.values()].filter(({ title }) => title !== '');
  const [first] = found;
  if (!first) return [];
  return [
    {
      ...bare(`${id}.o`, 'group', 0, first.range, { start: first.range.start, end: first.range.start }),
      label: label.zh,
      caption: label,
    },
    ...found.map(({ dated, title, range }, at): Row => {
      const own = `${id}.o.t${at}`;
      return {
        ...bare(own, 'task', 1, dated[0]?.range ?? range, range),
        label: shortened(title),
        bars: dated.flatMap(({ span, range: place }, index) =>
          span ? bars.ofTask(`${own}.w${index}`, { kind: 'own', span, range: place }, range) : [],
        ),
      };
    }),
  ];
}

/** Days of the plan's future; neither its signature nor the dates of its grounds, nor a year alone. */
function isOfSchedule({ span, range, line, expression }: Dated, plan: Plan, earliest: PlainDate | undefined): boolean {
  if (!span || expression.kind === 'relative' || !(span.start || span.end)) return false;
  if (span.precision === 'year' && !span.deadline) return false;
  if (plan.title && overlaps(plan.title.range, line.range)) return false;
  if (plan.issued && overlaps(plan.issued.range, range)) return false;
  // A line that is nothing but a date is that of a signature or of a heading.
  if (line.place !== 'cell' && line.text.trim().length - expression.raw.length < 3) return false;
  const last = span.end ?? span.start;
  return !(earliest && last && span.yearKnown && compare(last, earliest) < 0);
}

function earliestDay({ span, issued }: Plan): PlainDate | undefined {
  const days = [span, issued].flatMap((one) => (one?.yearKnown && one.start ? [one.start] : [])).sort(compare);
  return days[0] && addDays(days[0], -past);
}

/** The rows of the lines that stand in cells; `window` for cells that give the windows of stages. */
function rowsByLine(plan: Plan): ReadonlyMap<Line, TableRow | 'window'> {
  return new Map(
    plan.tables.flatMap((table) => {
      const ofStages = hasField(table, ['stage']);
      return table.rows.flatMap((row) =>
        row.cells.flatMap((cell, at) => {
          const isWindow = ofStages && table.columns[at]?.field === 'time';
          return cell.carried ? [] : cell.lines.map((line) => [line, isWindow ? 'window' : row] as const);
        }),
      );
    }),
  );
}

/** The first words of the row that are neither the cell of the date nor a number. */
function titleOfRow(row: TableRow, line: Line): string {
  const cell = row.cells.find(
    (one) => !one.lines.includes(line) && /[\p{Script=Han}A-Za-z]{2}/u.test((one.carried ?? one).text),
  );
  return (cell?.carried ?? cell)?.text ?? '';
}

const breaks = /[。；;！？!?\n]/;
const longest = 120;
const isLabel = /^(?:完成|截止|办结|整改)?(?:时限|时间|期限|日期)$/;

interface Clause extends Range {
  readonly title: string;
}

/**
 * What is to be done by a date: the words behind it, or those before it where nothing follows, up to the
 * end of the sentence and to the dates beside it. As indexes of the line.
 */
export function clauseOf(
  { line: { text }, expression }: Dated,
  before: Dated | undefined,
  behind: Dated | undefined,
): Clause {
  const { start, end } = expression.range;
  const lowest = Math.max(start - longest, before?.expression.range.end ?? 0);
  const highest = Math.min(end + longest, behind?.expression.range.start ?? text.length);
  let from = start;
  while (from > lowest && !breaks.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < highest && !breaks.test(text.charAt(to))) to++;
  const after = trimmed(text.slice(end, to));
  const ahead = trimmed(text.slice(from, start));
  const title = after.length >= 4 ? after : `${ahead}${ahead && after ? ' ' : ''}${after}`;
  // 1.复查。（完成时限：5月20日前）: the label says nothing of what is meant.
  const named = isLabel.test(title) ? trimmed(text.slice(0, start).split(/[。；;（(]/)[0] ?? '') : '';
  return { start: from, end: to, title: named.length >= 2 ? named : title };
}

const trimmed = (words: string) => words.replace(/^[\s，,、：:）)（(—-]+|[\s，,、：:（(从自于在—-]+$/g, '');
