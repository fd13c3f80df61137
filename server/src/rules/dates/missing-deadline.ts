import type { Plan, Section, Stage, Task } from '../../plan/model.ts';
import { blanksAreTold } from '../../plan/tables/blank-note.ts';
import { lacksLimitOfSiblings } from '../../plan/tables/lost-column.ts';
import { hasField, isUntimed, limitCell, limitFields } from '../../plan/tables/table-fields.ts';
import type { LabelledItem } from '../../plan/tasks/item-forms.ts';
import { lackingLabels } from '../../plan/tasks/label-sets.ts';
import { bareLabels, type UnevenItems, withoutLimit } from '../../plan/tasks/labelled-items.ts';
import { proseGaps } from '../../plan/tasks/prose-items.ts';
import { measureGroups, type TaskGroup } from '../../plan/tasks/task-groups.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { areStepsOfOne, hasLimitsOnly, isItem, isTimedInText } from './missing-stage-date.ts';
import { blankDay, hasBlankDate, hasBlankDateCell } from './undated/blank-date.ts';
import { undatedEntries, undatedHandIns, undatedPayments } from './undated/undated-hand-in.ts';
import { undatedSteps } from './undated/undated-step.ts';

type MessageId =
  | 'all'
  | 'only'
  | 'some'
  | 'row'
  | 'rows'
  | 'next'
  | 'stage'
  | 'uneven'
  | 'bare'
  | 'step'
  | 'tail'
  | 'handIn'
  | 'entry';

const alsoMissing = { zh: '“{task}”没有时限', en: '“{task}” has no time limit' };

/** A measure, ledger row or task without a time limit of its own or inherited. */
export const missingDeadline = defineRule<MessageId>({
  id: 'missing-deadline',
  family: 'dates',
  severity: 'warning',
  basis: ['条例-24', 'practice'],
  faults: ['F04'],
  fixes: ['suggested'],
  summary: {
    zh: '整改措施、台账事项、任务没有完成时限',
    en: 'A measure, ledger row or task without a time limit',
  },
  messages: {
    all: {
      zh: '“{name}”的{count}项措施都没有完成时限，所在部分也没有可依据的时间：{tasks}。',
      en: 'None of the {count # measure|# measures} of “{name}” has a time limit, own or inherited: {tasks}.',
    },
    only: {
      zh: '“{name}”没有完成时限，所在部分也没有可依据的时间：{tasks}。',
      en: '“{name}” has no time limit, own or inherited: {tasks}.',
    },
    some: {
      zh: '“{name}”中有{count}项措施没有完成时限：{tasks}。',
      en: 'In “{name}” {count # measure has|# measures have} no time limit: {tasks}.',
    },
    row: { zh: '“{tasks}”没有填写完成时限。', en: '“{tasks}” has no time limit.' },
    rows: { zh: '{count}项没有填写完成时限：{tasks}。', en: '{count # row has|# rows have} no time limit: {tasks}.' },
    next: {
      zh: '“{name}”各项都没有写明完成时间。',
      en: 'None of the items of “{name}” names a time.',
    },
    stage: {
      zh: '其他各项都写明了截止时间，“{name}”没有。',
      en: 'All others have a last day; “{name}” has none.',
    },
    step: {
      zh: '其余各步都写明了时间，“{name}”没有。',
      en: 'The steps beside it name their time; “{name}” does not.',
    },
    tail: {
      zh: '前面各步都写明了时间，“{name}”没有。',
      en: 'The steps in front of it name their time; “{name}” does not.',
    },
    handIn: {
      zh: '“{words}”没有写明哪一天前交，全文也没有写。',
      en: '“{words}”: nothing says by which day, here or elsewhere.',
    },
    entry: {
      zh: '“{name}”没有写明起止时间，全文也没有。',
      en: '“{name}” does not say from when until when, nor does any other part.',
    },
    bare: {
      zh: '“{label}”后面空着，请填写。',
      en: 'Nothing stands behind “{label}”.',
    },
    uneven: {
      zh: '其余各项都写明了完成时限，“{name}”没有。',
      en: 'The items beside it have time limits; “{name}” has none.',
    },
  },
  checkPlan({ plan, report }) {
    const told: { readonly range: Range }[] = [];
    const isNew = ({ range }: LabelledItem) => !told.some((one) => overlaps(one.range, range));
    const [open, ...more] = stagesWithoutLimit(plan);
    // Where two are open, it is the way of the plan.
    for (const stage of open && more.length === 0 ? [open] : []) {
      told.push(stage);
      report({
        message: 'stage',
        params: { name: stage.name.value },
        range: stage.name.range,
        ...(isItem(stage) ? { severity: 'info' as const } : {}),
      });
    }
    for (const group of measureGroups(plan)) {
      const without = tasksWithoutLimit(plan, group);
      told.push(...without);
      if (without.length > 0) report(findingOf(group, without));
    }
    for (const { what, label, filled, range } of bareLabels(plan)) {
      if (what === 'limit' && !filled) report({ message: 'bare', params: { label }, range });
    }
    for (const { step, isTail } of undatedSteps(plan)) {
      told.push(step);
      report({
        message: isTail ? 'tail' : 'step',
        params: { name: shortTitle(step) },
        range: step.heading.at(0, firstClauseEnd(step)),
        severity: 'info',
      });
    }
    for (const handIn of undatedHandIns(plan)) {
      told.push(handIn);
      report({ message: 'handIn', params: { words: handIn.words }, range: handIn.range, severity: 'info' });
    }
    for (const { words, range } of undatedPayments(plan)) {
      report({ message: 'handIn', params: { words }, range, severity: 'info' });
    }
    for (const { title } of undatedEntries(plan)) {
      report({ message: 'entry', params: { name: title.value }, range: title.range, severity: 'info' });
    }
    for (const items of withoutLimit(plan)) {
      told.push(...items.without);
      const finding = unevenFinding(plan, items);
      if (finding) report(finding);
    }
    for (const { what, item, like } of lackingLabels(plan)) {
      if (what !== 'limit' || !isNew(item)) continue;
      const finding = unevenFinding(plan, { like, without: [item] });
      told.push(item);
      if (finding) report(finding);
    }
    for (const items of proseGaps(plan).limit) {
      const finding = unevenFinding(plan, { ...items, without: items.without.filter(isNew) });
      if (finding) report({ ...finding, severity: 'info' });
    }
  },
});

/** Where the first clause of a step ends. */
function firstClauseEnd({ heading: { text }, titleAt, title }: Section): number {
  const end = text.slice(titleAt).search(/[，。；：]/);
  return end < 0 ? titleAt + title.value.length : titleAt + end;
}

/** The tasks of a group that have no time limit, own or inherited, and no blank that waits for one. */
export function tasksWithoutLimit(plan: Plan, group: TaskGroup): readonly Task[] {
  if (group.table && blanksAreTold(plan).told) return [];
  const bare = bareLabels(plan).filter(({ what }) => what === 'limit');
  const without = group.tasks.filter(
    (task) =>
      isUntimed(task) &&
      !(task.row && costRow.test(task.title.value.trim())) &&
      !hasBlankDateCell(task.row) &&
      !waitsForEvent(group, task) &&
      !hasBlankDate(plan, task.range) &&
      !bare.some(({ range }) => overlaps(task.range, range)),
  );
  // A table without the column, and without a time in any row, is missing-column's.
  if (!group.table || hasField(group.table, limitFields)) return without;
  const isLost = without.length * 2 >= group.tasks.length && lacksLimitOfSiblings(plan, group.table);
  return without.length === group.tasks.length || isLost ? [] : without;
}

/** 预备费, 工程建设其他费用, 总投资 among the works of an investment plan: money, and nothing that is done by a day. */
const costRow =
  /^(?:(?:项目|工程)?总投资|投资(?:合计|总额)|[一-龥]{0,12}(?:预备费|预备金|费用|独立费|设计费|监理费|勘察费|利息|流动资金|税费))(?:[（(][^（()）]{1,30}[)）])?$/;

/** 出发前, 活动结束后, 最后一天: the end of the words of a limit that an event sets. */
const setByEvent = /(?:[前后]|之前|以前|之后|以后|前夕|当[天日晚]|期间|同时|(?:最后|前|后|第)[一二三两]?[天日周])$/;
/** 会前 has no more words. */
const shortestEvent = 2;

/**
 * Whether the cell for the limit is filled in with an event, or with figures that nobody reads as a day: 第3—4周, T+7, 3-1. In
 * a calendar, it is filled with what a merged cell has moved there: 星期一, 晚上, 教师会议.
 */
function waitsForEvent({ table }: TaskGroup, { row }: Task): boolean {
  if (!table || !row) return false;
  const cell = limitCell(table, row);
  const words = cell?.text.trim() ?? '';
  if (words.length < shortestEvent) return false;
  if (/\d/.test(words) || setByEvent.test(words)) return true;
  const header = table.columns.find((_, at) => row.cells[at] === cell)?.header.text ?? '';
  return calendarHeader.test(header.replace(/[\s\u3000]+/g, ''));
}
/** Of a column of days or hours, and not of limits. */
const calendarHeader = /^(?:日期|时间|星期|时段|日期[（(]星期[）)])$/;

/** Parts of a schedule that have no last day while the others have nothing else. */
export function stagesWithoutLimit(plan: Plan): readonly Stage[] {
  const described = plan.stages.filter((stage) => stage.section);
  const schedules = described.flatMap((stage) => stage.schedules);
  if (schedules.length < 2 || !hasLimitsOnly(described) || areStepsOfOne(described, plan)) return [];
  return described.filter(
    (stage) =>
      stage.schedules.length === 0 &&
      stage.time.kind === 'none' &&
      !goesWithOthers.test(stage.name.value) &&
      !isTimedInText(plan, stage),
  );
}

/** 监督评估, 督导检查 behind steps with their last days: it goes on while they do. */
const goesWithOthers = /^(?:监督|督导|督查)(?:检查|评估|指导|抽查|通报)?$/;

function findingOf(group: TaskGroup, without: readonly Task[]): Finding<MessageId> {
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
    const first = without[0];
    return {
      message: without.length === 1 ? 'row' : 'rows',
      params,
      range: first ? cellOf(first) : group.name.range,
      related: related.slice(1),
    };
  }
  const all = without.length === group.tasks.length;
  const isNext = group.section !== undefined && !/整改/.test(group.name.value);
  const range = placeOf(group, without);
  return {
    message: !all ? 'some' : isNext ? 'next' : without.length === 1 ? 'only' : 'all',
    params,
    range,
    // What is pointed at itself is not named again.
    related: related.filter((one) => one.range.start !== range.start),
    fix: insertLimits(without),
  };
}

/**
 * Measures without any time have been told already; what only has a rhythm, or the last day of the whole plan, is worth
 * a word beside others with days of their own. Within a stage that has a window, its last day holds for
 * what has none of its own: that is worth a word only.
 */
function unevenFinding({ measures }: Plan, { like, without }: UnevenItems): Finding<MessageId> | undefined {
  const known = new Set(measures.flatMap(({ range, time }) => (time.kind === 'none' ? [range.start] : [])));
  const inherits = new Set(measures.map(({ range }) => range.start));
  const items = without.filter(({ range }) => !known.has(range.start));
  const [first, ...others] = items;
  if (!first) return undefined;
  return {
    message: 'uneven',
    params: { name: items.slice(0, 5).map(shortTitle).join('”“') },
    range: first.title.range,
    related: others.map((item) => ({
      message: alsoMissing,
      params: { task: shortTitle(item) },
      range: item.title.range,
    })),
    ...((like.around.stage?.schedules.length ?? 0) > 0 || inherits.has(first.range.start)
      ? { severity: 'info' as const }
      : {}),
  };
}

/** The empty cell where the time belongs, or the title of the row. */
function cellOf(task: Task) {
  for (const field of limitFields) {
    const cell = task.row && task.table?.cell(task.row, field);
    if (cell && cell.range.end > cell.range.start) return cell.range;
  }
  return task.title.range;
}

/** Where it is told that tasks of a group lack something: one among others is pointed at itself. */
export function placeOf({ name, tasks }: TaskGroup, without: readonly Task[]): Range {
  const [only, more] = without;
  return only && !more && tasks.length > 1 ? only.title.range : name.range;
}

/** Shortened for a list in a message. */
export function shortTitle(task: Pick<Task, 'title'>): string {
  const title = task.title.value.replace(/[。；\s]+$/, '').trim();
  return title.length > 20 ? `${title.slice(0, 20)}…` : title;
}

function insertLimits(tasks: readonly Task[]): Fix {
  return {
    title: { zh: '补上完成时限', en: 'Insert time limits' },
    safety: 'suggested',
    edits: tasks.map((task, at) => {
      const { end } = task.section ? task.section.title.range : task.title.range;
      return { range: { start: end, end }, text: `（完成时限：${tabStop(at + 1, blankDay)}前）`, snippet: true };
    }),
  };
}
