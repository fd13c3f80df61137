import type { Line, Plan, PlanDocument, PlanTable, Task } from '../../plan/model.ts';
import { lacksLimitOfSiblings } from '../../plan/tables/lost-column.ts';
import { hasField, isAnswered, isUntimed, limitFields, ownerFields } from '../../plan/tables/table-fields.ts';
import { sectionsOfTables } from '../../plan/tables/table-sections.ts';
import { divided } from '../../plan/tasks/inheritance.ts';
import { headerRange, measureGroups, type TaskGroup } from '../../plan/tasks/task-groups.ts';
import type { Profile } from '../../profiles/profile.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { hasBlankDate } from '../dates/undated/blank-date.ts';
import { defineRule } from '../rule.ts';

type MessageId = 'owner' | 'limit' | 'both' | 'workflow' | 'chart';

const alsoLacks = { zh: '这张表也没有：{name}', en: 'This table lacks it as well: {name}' };

/** A workflow with fewer steps is an overview beside the text. */
const fewestSteps = 4;
/** Duties that have no end: what a unit does, who is in a group. */
const standingDuties = /职责|(?<!任务)分工|联系|成员|名单|分组|机构|岗位|值班|通讯录/;

/** A task table or ledger without its 责任 or 时限 column. */
export const missingColumn = defineRule<MessageId>({
  id: 'missing-column',
  family: 'components',
  severity: 'warning',
  basis: ['条例-24', 'practice'],
  faults: ['F13'],
  fixes: [],
  summary: {
    zh: '任务表、台账、流程表缺少“责任”“时限”一栏',
    en: 'A task table or ledger without its column for who answers or until when',
  },
  messages: {
    owner: {
      zh: '表中没有“责任单位”“责任人”一栏，{count}项工作都没有写明由谁负责。',
      en: 'The table has no column for who is responsible, and none of its {count #row|# rows} names anybody.',
    },
    limit: {
      zh: '表中没有“完成时限”一栏，{count}项工作都没有写明完成时间。',
      en: 'The table has no column for the time limit, and none of its {count #row|# rows} names one.',
    },
    both: {
      zh: '表中没有“责任单位”“完成时限”两栏，{count}项工作由谁负责、何时完成都没有写明。',
      en: 'The table has no columns for who is responsible and until when, and none of its {count #row|# rows} says so.',
    },
    workflow: {
      zh: '表中没有“责任单位”“责任人”一栏，{count}个步骤由谁负责不明，请增设（全文此类表{tables}张）。',
      en: 'The table has no column for who answers for its {count #step|# steps} ({tables # such table|# such tables} in the text).',
    },
    chart: {
      zh: '题为“流程图”，实为表格，且没有“责任单位”“责任人”一栏，{count}个步骤由谁负责不明，请增设（全文此类表{tables}张）。',
      en: 'Called a chart, this is a table, and it has no column for who answers for its {count #step|# steps} ({tables # such table|# such tables} in the text).',
    },
  },
  checkDocument({ document, plans, report }) {
    const lacking = plans.flatMap(({ plan, profile }) => lackingIn(profile)(document, plan));
    for (const message of ['both', 'owner', 'limit'] as const) {
      for (const { count, range } of lacking.filter((found) => found.message === message)) {
        report({ message, params: { count }, range });
      }
    }
    const workflows = lacking.filter((found) => found.message === 'workflow');
    const [first, ...others] = workflows;
    if (!first) return;
    report({
      message: /图$/.test(first.title) ? 'chart' : 'workflow',
      params: { count: first.count, tables: workflows.length },
      range: first.range,
      related: others.map(({ title, headers, range }) => ({
        message: alsoLacks,
        params: { name: title === '' ? headers : title },
        range,
      })),
    });
  },
});

interface Lacking {
  readonly message: 'owner' | 'limit' | 'both' | 'workflow';
  readonly count: number;
  /** Empty where the table has none. */
  readonly title: string;
  readonly headers: string;
  /** The header row; for workflows the title, where there is one. */
  readonly range: Range;
}

const known = new WeakMap<Profile, (document: PlanDocument, plan: Plan) => readonly Lacking[]>();

/** What the tables of a plan lack, kept with the plan. */
function lackingIn(profile: Profile): (document: PlanDocument, plan: Plan) => readonly Lacking[] {
  let read = known.get(profile);
  if (!read) {
    read = gatheredByPlan((_, plan) => ofPlan(plan, profile));
    known.set(profile, read);
  }
  return read;
}

function ofPlan(plan: Plan, profile: Profile): readonly Lacking[] {
  if (plan.tables.length === 0) return [];
  let groups: readonly TaskGroup[] | undefined;
  const lackingOf = (table: PlanTable): Found | undefined => {
    if (table.kind === 'workflow') return ofWorkflow(plan, table) ?? ofDrill(plan, table);
    if (table.kind === 'schedule') return ofDrill(plan, table);
    if (table.kind === 'other') return ofBare(plan, table);
    groups ??= measureGroups(plan);
    return ofTasks(plan, profile, table, groups.findLast((group) => group.table === table)?.tasks ?? []);
  };
  return plan.tables.flatMap((table) => {
    const found = lackingOf(table);
    if (!found) return [];
    const title = table.title?.value ?? '';
    const headers = table.columns.map(({ header }) => header.text).join('、');
    return [{ title, headers, range: found.message === 'workflow' ? placeOf(table) : headerRange(table), ...found }];
  });
}

type Found = Pick<Lacking, 'message' | 'count'>;

function ofTasks(plan: Plan, profile: Profile, table: PlanTable, tasks: readonly Task[]): Found | undefined {
  if (tasks.length < 2) return undefined;
  const owner = !hasField(table, ownerFields) && !tasks.some(isAnswered) && !namesGroups(table);
  const untimed = tasks.filter(isUntimed).length;
  const limit =
    !hasField(table, limitFields) &&
    (untimed === tasks.length || (untimed * 2 >= tasks.length && lacksLimitOfSiblings(plan, table))) &&
    !isByClock(table) &&
    !isStanding(table, profile) &&
    !tasks.some((task) => hasBlankDate(plan, task.range));
  if (!owner && !limit) return undefined;
  if (owner) return { message: limit ? 'both' : 'owner', count: tasks.length };
  return { message: 'limit', count: untimed };
}

/** 组别 | 机电组, 闸门组: the groups that do the work. */
function namesGroups({ columns, rows }: PlanTable): boolean {
  return columns.some(
    ({ header }, at) =>
      groupHeader.test(header.text.trim()) && rows.every(({ cells }) => /[组班队]$/.test(cells[at]?.text.trim() ?? '')),
  );
}
const groupHeader = /^(?:组别|组名|小组|工作组|班组)$/;

/** 7:30前 | 13:30前 | 考务人员到岗: the hours of a day, in a column for each half of it. */
function isByClock({ columns, rows }: PlanTable): boolean {
  return columns.some((_, at) => rows.every(({ cells }) => clock.test(cells[at]?.text.trim() ?? '')));
}
const clock = /^\d{1,2}[:：]\d{2}/;

/** Who does what, without an end: a time limit would be out of place. */
function isStanding(table: PlanTable, profile: Profile): boolean {
  if (table.kind === 'ledger' || profile.id === 'rectification-plan') return false;
  return [table.title?.value ?? '', ...table.columns.map(({ header }) => header.text)].some((text) =>
    standingDuties.test(text),
  );
}

function ofWorkflow(plan: Plan, table: PlanTable): Found | undefined {
  if (hasField(table, [...ownerFields, 'supervisor']) || table.rows.length < fewestSteps) return undefined;
  if (!hasField(table, ['activity', 'measure']) || !hasField(table, ['requirement', 'time', 'deadline']))
    return undefined;
  if (isMostlyNamed(table) || divided(plan.sections).length > 0) return undefined;
  return { message: 'workflow', count: table.rows.length };
}

/** 时间、科目、处置动作 of a drill: somebody has to do each of them. */
function ofDrill(plan: Plan, table: PlanTable): Found | undefined {
  const headers = table.columns.map(({ header }) => header.text);
  if (table.rows.length < fewestSteps || !headers.some((text) => /处置|动作|演练(?:内容|科目|步骤)/.test(text)))
    return undefined;
  if (hasField(table, [...ownerFields, 'supervisor', 'supportUnits'])) return undefined;
  if (headers.some((text) => /人|组|单位|部门|角色|岗位|谁|指挥/.test(text)) || isMostlyNamed(table)) return undefined;
  const title = table.title?.value ?? sectionsOfTables(plan.sections).get(table)?.title.value ?? '';
  return /流程|程序|步骤/.test(title) ? { message: 'workflow', count: table.rows.length } : undefined;
}

/** Half of the rows or more name somebody. */
function isMostlyNamed({ rows }: PlanTable): boolean {
  let named = 0;
  for (const { cells } of rows) {
    if (cells.some((cell) => cell.lines.some(namesOwner)) && ++named * 2 >= rows.length) return true;
  }
  return false;
}

/** Called a list of tasks or a ledger. */
const taskTable =
  /(?:任务|责任|工作)(?:分解|清单)|整改(?:台账|清单|任务|措施|工作表)|任务分工|重点(?:任务|工作)(?:表|一览表|安排表)?$/;

/** Tasks or measures in a table that says neither who nor when, and around which nobody says it either. */
function ofBare(plan: Plan, table: PlanTable): Found | undefined {
  if (table.rows.length < 2 || !hasField(table, ['activity', 'measure'])) return undefined;
  if (hasField(table, [...ownerFields, ...limitFields, 'stage', 'supervisor', 'supportUnits'])) return undefined;
  const section = sectionsOfTables(plan.sections).get(table);
  const called = [table.title?.value, section?.title.value].some((name) => name !== undefined && taskTable.test(name));
  const isOnly = plan.tables.length === 1 && taskTable.test(plan.title?.value ?? '');
  if (!called && !isOnly) return undefined;
  const says = (line: Line) => namesOwner(line) || line.facts.dates.some(({ kind }) => kind !== 'vague');
  if (table.rows.some((row) => row.cells.some((cell) => cell.lines.some(says)))) return undefined;
  if (section && [section.heading, ...section.body].some(says)) return undefined;
  return divided(plan.sections).length > 0 ? undefined : { message: 'both', count: table.rows.length };
}

function namesOwner(line: Line): boolean {
  return line.facts.parties.some((party) => !party.vague);
}

/** The title of the table, or its header row. */
function placeOf(table: PlanTable): Range {
  return table.title?.range ?? headerRange(table);
}
