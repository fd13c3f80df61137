import { isSheet, labelOn } from '../../plan/labels.ts';
import type { Party, Plan, PlanTable, Section, Stage, TableCell, Task } from '../../plan/model.ts';
import { blanksAreTold } from '../../plan/tables/blank-note.ts';
import { hasField, isAnswered, ownerCells, ownerFields } from '../../plan/tables/table-fields.ts';
import { unheldItems } from '../../plan/tasks/held-items.ts';
import { lackingLabels } from '../../plan/tasks/label-sets.ts';
import { bareLabels, hasOwnerLabel, type UnevenItems, withoutOwner } from '../../plan/tasks/labelled-items.ts';
import { proseGaps } from '../../plan/tasks/prose-items.ts';
import { measureGroups, type TaskGroup } from '../../plan/tasks/task-groups.ts';
import { actorsOn } from '../../plan/tasks/tasks.ts';
import type { Profile } from '../../profiles/profile.ts';
import { sectionKeys } from '../../profiles/sections.ts';
import { liesWithin, overlaps, type Range } from '../../text/range.ts';
import { placeOf, shortTitle } from '../dates/missing-deadline.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { hasBlankOwner } from './blank-owner.ts';
import { headlessGroups } from './headless-groups.ts';
import { openRows } from './open-cells.ts';
import { namesSomebody } from './somebody.ts';
import { hasGroup, unownedStages } from './unowned-stage.ts';
import { isOpen } from './vague-responsible.ts';

type MessageId = 'all' | 'only' | 'some' | 'row' | 'rows' | 'uneven' | 'label' | 'bare' | 'plan' | 'sheet';

const alsoMissing = { zh: '“{task}”没有落实到单位或人', en: 'Nobody answers for “{task}”' };

const saysSo = { zh: '“{task}”写明了', en: '“{task}” says so' };

/** A measure, ledger row, task or plan that nobody answers for. */
export const missingResponsible = defineRule<MessageId>({
  id: 'missing-responsible',
  family: 'responsibility',
  severity: 'warning',
  basis: ['条例-24', 'practice'],
  faults: ['F05'],
  fixes: ['suggested'],
  summary: {
    zh: '整改措施、台账事项、任务没有责任单位或责任人',
    en: 'A measure, ledger row or task that nobody answers for',
  },
  messages: {
    all: {
      zh: '“{name}”的{count}项措施都没有责任单位或责任人：{tasks}。',
      en: 'Nobody answers for {count the measure|any of the # measures} of “{name}”: {tasks}.',
    },
    only: {
      zh: '“{name}”没有写明责任单位或责任人：{tasks}。',
      en: 'Nobody answers for “{name}”: {tasks}.',
    },
    some: {
      zh: '“{name}”中有{count}项措施没有责任单位或责任人：{tasks}。',
      en: 'Nobody answers for {count # measure|# measures} of “{name}”: {tasks}.',
    },
    row: { zh: '“{tasks}”没有填写责任单位或责任人。', en: 'Nobody answers for “{tasks}”.' },
    rows: {
      zh: '{count}项没有填写责任单位或责任人：{tasks}。',
      en: 'Nobody answers for {count # row|# rows}: {tasks}.',
    },
    bare: {
      zh: '“{label}”后面空着，请填写。',
      en: 'Nothing stands behind “{label}”.',
    },
    uneven: {
      zh: '其余各项都写明了责任单位或责任人，“{tasks}”没有。',
      en: 'The items beside it say who answers for them; “{tasks}” does not.',
    },
    label: {
      zh: '其余各项都写明了“{label}”，“{tasks}”没有。',
      en: 'All other items have “{label}”; “{tasks}” has none.',
    },
    plan: {
      zh: '全篇没有领导小组、责任单位或责任人，各项工作由谁负责不明。',
      en: 'The plan names no leading group, unit or person that answers for its work.',
    },
    sheet: {
      zh: '没有写明活动由谁负责：请写上主办单位、负责人或者联系人。',
      en: 'It does not say who sees to the activity: name the unit, the person or a contact.',
    },
  },
  checkPlan({ plan, profile, report }) {
    if (tellsOfOneself.test(plan.title?.value ?? '')) return;
    const told: { readonly range: Range }[] = [];
    const isNew = ({ range }: { readonly range: Range }) => !told.some((one) => overlaps(one.range, range));
    for (const group of measureGroups(plan)) {
      const without = tasksWithoutOwner(plan, profile, group);
      if (isToldInTable(plan, group, without)) continue;
      told.push(...without);
      if (without.length > 0) report(findingOf(plan, group, without));
    }
    for (const { stage, step } of unownedStages(plan)) {
      told.push(step);
      const params = { name: stage.name.value, count: 1, tasks: shortTitle(step) };
      report({ message: 'only', params, range: stage.name.range, fix: insertOwners([step]) });
    }
    for (const { what, label, filled, range } of bareLabels(plan)) {
      if (what === 'owner' && !filled) report({ message: 'bare', params: { label }, range });
    }
    for (const { what, range } of openRows(plan)) {
      if (isNew({ range }))
        report({ message: 'row', params: { tasks: shortTitle({ title: { value: what, range } }) }, range });
    }
    for (const items of withoutOwner(plan)) {
      told.push(...items.without);
      const finding = unevenFinding(plan, items);
      if (finding) report(finding);
    }
    for (const { what, label, item, like, told: answered } of lackingLabels(plan)) {
      if (what !== 'owner' || !isNew(item)) continue;
      if (bareLabels(plan).some(({ range }) => liesWithin(range, item.range))) continue;
      report({
        message: 'label',
        params: { label, tasks: shortTitle(item) },
        range: item.title.range,
        related: [{ message: saysSo, params: { task: shortTitle(like) }, range: like.title.range }],
        ...(answered ? { severity: 'info' as const } : {}),
      });
      told.push(item);
    }
    for (const items of headlessGroups(plan)) {
      const finding = unevenFinding(plan, { ...items, without: items.without.filter(isNew) });
      if (finding) report({ ...finding, severity: 'info' });
      told.push(...items.without);
    }
    for (const items of [...proseGaps(plan).owner, ...unheldItems(plan)]) {
      const finding = unevenFinding(plan, { ...items, without: items.without.filter(isNew) });
      if (finding) report({ ...finding, severity: 'info' });
    }
    if (isSheet(plan)) {
      if (plan.title && nobodyOnSheet(plan)) report({ message: 'sheet', severity: 'info', range: plan.title.range });
      return;
    }
    const place = nobodyAtAll(plan, profile);
    if (place) report({ message: 'plan', range: place.heading.at(0, place.titleAt + place.title.value.length) });
  },
});

/** 述职述廉报告: who writes it answers for what he means to do; 述职评议考核工作方案 is a plan like others. */
const tellsOfOneself = /述(?:职|廉).{0,8}报告$/;

/** A stage told in a paragraph (每周一调度、每月一通报), where a table of the tasks says who sees to each of them. */
function isToldInTable({ tables }: Plan, { stage, table }: TaskGroup, without: readonly Task[]): boolean {
  if (!stage || table || without.length === 0 || without.some(({ origin }) => origin !== 'paragraph')) return false;
  return tables.some(
    (one) =>
      one.rows.length > 1 &&
      hasField(one, ['measure', 'activity']) &&
      one.rows.every((row) => ownerFields.some((field) => (one.cell(row, field)?.text.trim() ?? '') !== '')),
  );
}

/** 各科室, 有关部门: somebody answers, and vague-responsible asks who. */
const isVaguelyAnswered = ({ parties }: Task): boolean => parties.some(({ vague, name }) => vague && !isOpen(name));

/** The cell for the unit that leads was left empty: those below 配合单位 only help. */
function isOnlySupported({ parties, row, table }: Task): boolean {
  if (!row || !table || parties.length === 0 || parties.some(({ role }) => role !== 'supportUnits')) return false;
  const cells = ownerCells(table, row);
  return cells.length > 0 && cells.every(({ text }) => text.trim() === '');
}

/** The tasks of a group that nobody answers for, and that have no blank that waits for somebody. */
export function tasksWithoutOwner(plan: Plan, profile: Profile, group: TaskGroup): readonly Task[] {
  // What comes next in a summary needs a time; who does it is for the plan of that work to say.
  if (profile.id === 'summary' && !group.table && !/整改/.test(group.name.value)) return [];
  if (group.table && blanksAreTold(plan).told) return [];
  const bare = bareLabels(plan).filter(({ what }) => what === 'owner');
  const without = group.tasks.filter(
    (task) =>
      (!isAnswered(task) || isOnlySupported(task)) &&
      !isVaguelyAnswered(task) &&
      !hasBlankOwner(plan, task) &&
      !(group.table && isPause.test(task.title.value)) &&
      !bare.some(({ range }) => overlaps(task.range, range)),
  );
  if (group.table && isShifted(without)) return [];
  // A table without the column, and without anybody in any row, is missing-column's.
  return group.table && without.length === group.tasks.length && !hasField(group.table, ownerFields) ? [] : without;
}

/**
 * 国庆放假, 午餐, 师生休息, 全校正常上课, 上周四的课: a row of a programme in which nothing is to be done. 护送学生放学 is a task.
 */
const isPause =
  /^(?!.*(?:组织|护送|检查|安排|引导|督促)).*(?:放假|休息|放学|离校|午休|午睡|就餐|用餐|早餐|午\s?餐|晚餐)$|^放\s学$|^(?:全校|全体师生|学生)?(?:正常|照常)(?:上课|行课|上班)$|^[上补]周[一二三四五六日天]的?课(?:程|表)?$/;

/** A time or a room where the task should stand: the cells of the row have moved, since one that spans rows was lost. */
const noTask =
  /^\d{1,2}\s?[:：.]\s?\d{2}|(?:会议室|报告厅|操场|体育馆|宿舍|餐厅|食堂|教官|班主任|中学)$|^[^\d\s]{1,2}[处室办]$/;
/** A single one may be what the row is about. */
const FEWEST_MOVED = 2;

function isShifted(tasks: readonly Task[]): boolean {
  const moved = tasks.filter(({ title }) => noTask.test(title.value.trim())).length;
  return moved >= FEWEST_MOVED && 2 * moved >= tasks.length;
}

/** A plan in which so many sentences are about what 各村, 各科室 do says who does what; one unit with a name is enough. */
const enoughGroups = 3;

function findingOf({ lines }: Plan, group: TaskGroup, without: readonly Task[]): Finding<MessageId> {
  const params = {
    name: group.name.value,
    count: without.length,
    tasks: without.slice(0, 5).map(shortTitle).join('；') + (without.length > 5 ? '……' : ''),
  };
  const related = without.map((task) => ({
    message: alsoMissing,
    params: { task: shortTitle(task) },
    range: task.title.range,
  }));
  if (group.table) {
    // Nobody is named in any row: the column is told, and the rows beside it.
    const header = without.length === group.tasks.length && without.length > 1 ? ownerHeader(group.table) : undefined;
    return {
      message: without.length === 1 ? 'row' : 'rows',
      params,
      range: header?.range ?? without[0]?.title.range ?? group.name.range,
      related: header ? related : related.slice(1),
    };
  }
  const all = without.length === group.tasks.length;
  const range = placeOf(group, without);
  return {
    message: !all ? 'some' : without.length === 1 ? 'only' : 'all',
    // In a stage of a campaign a step in running text is often everybody's; beside 责任单位：… it is nobody's.
    ...(group.stage && !all && !isLabelled(lines, group) ? { severity: 'info' as const } : {}),
    params,
    range,
    // What is pointed at itself is not named again.
    related: related.filter((one) => one.range.start !== range.start),
    fix: insertOwners(without),
  };
}

function ownerHeader({ columns }: PlanTable): TableCell | undefined {
  return columns.find(({ field }) => field !== undefined && ownerFields.includes(field))?.header;
}

/** Whether one of the tasks says by a label who answers for it. */
function isLabelled(lines: Plan['lines'], { tasks }: TaskGroup): boolean {
  return lines.some((line) => hasOwnerLabel(line) && tasks.some(({ range }) => overlaps(range, line.range)));
}

/** Measures have been looked at already, one by one. */
function unevenFinding(plan: Plan, { like, without }: UnevenItems): Finding<MessageId> | undefined {
  const known = new Set(plan.measures.map(({ range }) => range.start));
  // A label that was left open is told where it stands.
  const open = bareLabels(plan).filter(({ what, filled }) => what === 'owner' && !filled);
  const items = without.filter(
    ({ range, title }) =>
      !known.has(range.start) && !frames.test(title.value) && !open.some((label) => liesWithin(label.range, range)),
  );
  const [first, ...others] = items;
  if (!first) return undefined;
  return {
    message: 'uneven',
    params: { tasks: items.slice(0, 5).map(shortTitle).join('”“') },
    range: first.title.range,
    related: [
      ...others.map((item) => ({
        message: alsoMissing,
        params: { task: shortTitle(item) },
        range: item.title.range,
      })),
      { message: saysSo, params: { task: shortTitle(like) }, range: like.title.range },
    ],
  };
}

/**
 * A plan with stages in which no unit, office or person is made responsible for anything. Its place
 * is the section that should have said so.
 */
function nobodyAtAll(plan: Plan, profile: Profile): Section | undefined {
  if (plan.stages.every(isOfProcedure) || plan.measures.length > 0 || profile.id === 'summary') return undefined;
  if (/报告|总结|小结|汇报|通报/.test(plan.title?.value ?? '')) return undefined;
  // Of an activity it is enough to know whom to ask.
  const contact = profile.id.includes('activity');
  if (plan.parties.some((party) => !party.vague && (contact || party.role !== 'contact'))) return undefined;
  if (plan.tables.some((table) => hasField(table, ownerFields))) return undefined;
  if (hasGroup(plan) || namesSomebody(plan)) return undefined;
  const bodies = plan.lines.flatMap((line) => actorsOn(line)).filter(isBody);
  if (bodies.length >= enoughGroups || bodies.some(({ name }) => isNamedUnit(name, plan))) return undefined;
  const keys = ['organisation', 'safeguards'];
  return (
    plan.sections.findLast((section) => sectionKeys(section.title.value, profile).some((key) => keys.includes(key))) ??
    plan.sections.at(-1)
  );
}

/** What is read from a list or a 选拔程序 (报名, 笔试, 面试) is how something goes on, and no work that somebody has to answer for. */
const isOfProcedure = ({ listed, section }: Stage): boolean =>
  listed === true || (section?.number?.kind !== 'stage' && /程序/.test(section?.parent?.title.value ?? ''));

/** One of the units of those whose plan it is: 总务处, 县住建局. That the school, the county or its organs act says nothing. */
function isNamedUnit(name: string, { title, issuer }: Plan): boolean {
  if (/^[各逐]|机关$|委$|政府$/.test(name)) return false;
  return !title?.value.includes(name) && !issuer?.value.includes(name);
}

/** The sheet of a single activity that names nobody at all: a unit, a person, whom to ask. */
function nobodyOnSheet({ issuer, lines, parties, tables }: Plan): boolean {
  if (issuer || parties.some((party) => !party.vague)) return false;
  if (lines.some(({ facts }) => labelOn(facts)?.groups.includes('lead'))) return false;
  if (tables.some((table) => hasField(table, ownerFields))) return false;
  return !lines.flatMap((line) => actorsOn(line)).some(isBody);
}

/** 全体党员, 广大教师, 校领导 act as well, but as a group that answers for nothing. */
function isBody(actor: Party): boolean {
  return !actor.vague && !/^(?:全体|广大|所有|每)|(?:成员|领导|干部|党员|职工|教师|群众)$/.test(actor.name);
}

/** 结题验收范围, 参评条件: says what the work is about, and is none. */
const frames = /(?:范围|对象|条件|时间|地点|标准|说明|原则|名额)[：:]?$/;

function insertOwners(tasks: readonly Task[]): Fix {
  return {
    title: { zh: '补上责任单位、责任人', en: 'Insert who answers for it' },
    safety: 'suggested',
    edits: tasks.map((task, at) => {
      const { end } = task.section ? task.section.title.range : task.title.range;
      return {
        range: { start: end, end },
        text: `（责任单位：${tabStop(2 * at + 1, '单位')}；责任人：${tabStop(2 * at + 2, '姓名')}）`,
        snippet: true,
      };
    }),
  };
}
