import type { Line, Plan, PlanTable, Section, TableRow } from '../../plan/model.ts';
import { looksLikePerson } from '../../plan/parties/words.ts';
import { linesWith } from '../../plan/signs.ts';
import { hasField } from '../../plan/tables/table-fields.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding, type Severity } from '../rule.ts';
import { dutySign, leadingSign, mayBeSeveral, namesLead, sharedDuties, unitsOf } from './shared-duties.ts';
import { twoLeaders, unledClauses, unledSiblings } from './unled-siblings.ts';

type MessageId = 'one' | 'several' | 'everywhere' | 'table' | 'sibling' | 'column';

interface Options {
  /** So many units named together need a lead unit among them. */
  readonly least: number;
}

interface Place {
  readonly units: string;
  readonly range: Range;
}

/** A label of its own: 牵头单位：县发改局. */
const leadLabel = /^[（(]?(?:牵头|主办|主责)(?:责任)?(?:单位|部门|领导)?[：:]/;
/** 责任领导：周海 beside 责任科室：医务科、质控科: one person answers for all of them. */
const onePerson = /^[（(]?(?:责任|分管|包抓|包保|主管|督办)(?:领导|人)[：:][^、，,；;和]{2,40}$/;
/** A task here and a task there, section after section, is how the whole plan is written. */
const EVERYWHERE = 4;
/** So many tasks in so many sections are a habit as well. */
const PARTS = 3;
const MANY = 8;
const alsoHere = { zh: '{units}，没有写明由谁牵头', en: '{units}: nobody leads' };

/** Several units named, none of them leading. */
export const missingLeadUnit = defineRule<MessageId, Options>({
  id: 'missing-lead-unit',
  family: 'responsibility',
  severity: 'warning',
  basis: ['条例-24'],
  faults: [],
  fixes: [],
  options: { least: 2 },
  summary: { zh: '几个单位共同负责，没有写明由谁牵头', en: 'Several units named, none of them leading' },
  messages: {
    one: {
      zh: '{units}共同负责，没有写明由哪个单位牵头。请写明牵头单位，其余列为配合单位。',
      en: '{units} answer together and none of them leads. Name the lead unit.',
    },
    several: {
      zh: '“{section}”有{count}项任务由几个单位共同负责，没有写明由哪个单位牵头（如{units}）。',
      en: 'In “{section}” {count # task names|# tasks name} several units and none that leads (such as {units}).',
    },
    everywhere: {
      zh: '全篇有{count}项任务由几个单位共同负责，没有写明由哪个单位牵头（如{units}）。请写明牵头单位，或者注明列首位的为牵头单位。',
      en: 'Throughout the plan {count # task names|# tasks name} several units and none that leads (such as {units}).',
    },
    table: {
      zh: '表中有{count}项工作由几个单位共同负责，没有写明由哪个单位牵头（如{units}）。请增设“牵头单位”一栏，或者注明列首位的为牵头单位。',
      en: 'In the table {count # task names|# tasks name} several units and none that leads (such as {units}).',
    },
    sibling: {
      zh: '其他各项都写明了由谁牵头，此处只列了{units}。请写明牵头单位。',
      en: 'The other items say who leads; here {units} only stand side by side.',
    },
    column: {
      zh: '“牵头单位”一栏列了{units}，没有分主次，配合单位又空着。请只留一个牵头单位，其余移到配合单位。',
      en: '{units} both stand below the lead unit, and nobody supports them. Keep one.',
    },
  },
  checkPlan({ plan, options, report }) {
    if (linesWith(plan.lines, leadingSign).some(({ facts }) => sharedDuties(facts).firstLeads)) return;
    const severity: Severity = binds(plan) ? 'warning' : 'info';
    const groups = inSections(plan, options.least);
    const all = groups.flatMap(({ places }) => places);
    const isHabit =
      (groups.length >= EVERYWHERE && all.length < 2 * groups.length) || (groups.length >= PARTS && all.length >= MANY);
    if (isHabit && all[0]) {
      const params = { units: all[0].units, count: all.length };
      report(findingOf('everywhere', params, all[0], all.slice(1), severity));
    }
    for (const { section, places } of isHabit ? [] : groups) {
      const [first, ...rest] = places;
      if (first) {
        const params = { units: first.units, count: places.length, section: section?.title.value ?? '' };
        report(findingOf(rest.length > 0 && section ? 'several' : 'one', params, first, rest, severity));
      }
    }
    for (const place of [...unledSiblings(plan, options.least), ...unledClauses(plan, options.least)]) {
      if (!all.some(({ range }) => overlaps(range, place.range)))
        report(findingOf('sibling', { units: place.units }, place, [], severity));
    }
    for (const table of plan.tables) {
      for (const place of twoLeaders(table, options.least))
        report(findingOf('column', { units: place.units }, place, [], 'info'));
      const [first, ...rest] = inTable(table, options.least);
      if (first) report(findingOf('table', { units: first.units, count: rest.length + 1 }, first, rest, severity));
    }
  },
});

/** 条例 binds Party and government bodies; within a school or a company the first office named leads by custom. */
function binds(plan: Plan): boolean {
  return plan.body?.kind === 'party' || plan.body?.kind === 'government';
}

function findingOf(
  message: MessageId,
  params: Readonly<Record<string, string | number>>,
  first: Place,
  rest: readonly Place[],
  severity: Severity,
): Finding<MessageId> {
  return {
    message,
    params,
    range: first.range,
    severity,
    related: rest.map(({ units, range }) => ({ message: alsoHere, params: { units }, range })),
  };
}

/** Duties of several units in running text, by outermost section. */
function inSections(plan: Plan, least: number): readonly { section?: Section; places: readonly Place[] }[] {
  const groups = new Map<Section | undefined, Place[]>();
  let at = 0;
  for (const line of linesWith(plan.lines, dutySign)) {
    const { duties, lead } = sharedDuties(line.facts);
    if (duties.length === 0 || lead || line.place === 'cell' || line.indent.includes('\t')) continue;
    // 牵头单位：… may stand on a line of its own beside it.
    const index = plan.lines.indexOf(line);
    const around = [plan.lines[index - 1], plan.lines[index + 1], plan.lines[index - 2], plan.lines[index + 2]];
    if (duties[0]?.labelled && around.some(leads)) continue;
    const { start } = line.range;
    while (plan.sections[at + 1] && (plan.sections[at + 1]?.range.start ?? 0) <= start) at++;
    const section = plan.sections[at];
    for (const { names, range } of duties) {
      if (names.length < least) continue;
      const place = { units: names.join('、'), range: line.at(range.start, range.end) };
      const list = groups.get(section);
      if (list) list.push(place);
      else groups.set(section, [place]);
    }
  }
  return [...groups].map(([section, places]) => ({ ...(section ? { section } : {}), places }));
}

const leads = (line: Line | undefined) =>
  line !== undefined && (leadLabel.test(line.text) || onePerson.test(line.text));

/** 14:50—15:10 | 警戒封控、人员疏散 | 警戒组、疏散组: in a programme or a drill by the clock each does its own part. */
const byTheClock = /^\s*\d{1,2}[:：]\d{2}/;

function runsByTheClock({ rows }: PlanTable): boolean {
  return rows.length > 0 && 2 * rows.filter(({ cells }) => byTheClock.test(cells[0]?.text ?? '')).length > rows.length;
}

/** “1．班主任会议2．英语口语竞赛 | 德育处 教学处”: a cell with several items, and beside it those who see to each. */
const secondItem = /(?<!\d)1\s?[．.、](?!\d).*?(?<!\d)2\s?[．.、](?!\d)/s;
const holdsSeveral = ({ cells }: TableRow): boolean => cells.some(({ text }) => secondItem.test(text));

function inTable(table: PlanTable, least: number): readonly Place[] {
  if (!hasField(table, ['responsibleUnit']) || hasField(table, ['leadUnit']) || runsByTheClock(table)) return [];
  return table.rows.flatMap((row) => {
    const cell = table.cell(row, 'responsibleUnit');
    // Most cells name one unit.
    if (
      !cell ||
      cell.text.length > 120 ||
      holdsSeveral(row) ||
      (least > 1 && !mayBeSeveral(cell.text)) ||
      row.cells.some(({ text }) => namesLead(text))
    )
      return [];
    const leader = (table.cell(row, 'responsibleLeader') ?? table.cell(row, 'owner'))?.text.trim() ?? '';
    // One person who answers for the row leads its units.
    if (leader.length >= 2 && !/[、，,；;\s]/.test(leader) && looksLikePerson(leader)) return [];
    const names = unitsOf(cell.text);
    return names.length < least ? [] : [{ units: names.join('、'), range: cell.range }];
  });
}
