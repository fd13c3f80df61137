import { addDays, compare, type PlainDate } from '../../dates/civil.ts';
import type { Dated, Line, Plan, TableRow } from '../../plan/model.ts';
import type { RecognisedPlan } from '../../rules/rule.ts';
import { isReport } from '../../rules/superior/stages.ts';
import { overlaps, type Range } from '../../text/range.ts';
import type { BarMaker } from './bars.ts';
import type { Row } from './model.ts';
import { bare, shortened } from './rows.ts';

/** Dates so many days before the plan begins or is issued are those of its grounds, not of its schedule. */
const past = 60;
const label = { zh: '文中其他时间', en: 'Other dates' };

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
  const tableRows = rowsByLine(plan);
  const groups = new Map<object | string, { readonly dated: Dated[]; readonly title: string; readonly range: Range }>();
  for (const dated of plan.dates) {
    if (!isOfSchedule(dated, plan, earliest) || known.some((range) => overlaps(range, dated.range))) continue;
    const { line, expression } = dated;
    const row = tableRows.get(line);
    const sentence = row ? undefined : sentenceAround(line.text, expression.range);
    const key = row ?? `${line.index} ${sentence?.start}`;
    const title = row ? titleOfRow(row, line) : titleOf(line.text, sentence ?? expression.range, expression.range);
    const group = groups.get(key);
    if (group) group.dated.push(dated);
    else
      groups.set(key, {
        dated: [dated],
        title,
        range: row ? row.range : sentence ? line.at(sentence.start, sentence.end) : line.range,
      });
  }
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

function rowsByLine(plan: Plan): ReadonlyMap<Line, TableRow> {
  return new Map(
    plan.tables.flatMap(({ rows }) =>
      rows.flatMap((row) =>
        row.cells.flatMap((cell) => (cell.carried ? [] : cell.lines.map((line) => [line, row] as const))),
      ),
    ),
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

/** The sentence in which a date stands, as indexes of the line. */
function sentenceAround(text: string, { start, end }: Range): Range {
  let from = start;
  while (from > 0 && start - from < longest && !breaks.test(text.charAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < longest && !breaks.test(text.charAt(to))) to++;
  return { start: from, end: to };
}

/** What is to be done by then: the words behind the date, or those before it where nothing follows. */
function titleOf(text: string, sentence: Range, date: Range): string {
  const behind = trimmed(text.slice(date.end, sentence.end));
  const before = trimmed(text.slice(sentence.start, date.start));
  return behind.length >= 4 ? behind : `${before}${before && behind ? ' ' : ''}${behind}`;
}

const trimmed = (words: string) => words.replace(/^[\s，,、：:）)（(—-]+|[\s，,、：:（(从自于在—-]+$/g, '');
