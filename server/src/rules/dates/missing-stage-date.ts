import type { DateExpression } from '../../dates/expression.ts';
import type { Line, Plan, Section, Stage, TableRow } from '../../plan/model.ts';
import { isWeek } from '../../plan/stages/dated-sections.ts';
import { isStageName, periodNames } from '../../plan/stages/stage-words.ts';
import { hasField } from '../../plan/tables/table-fields.ts';
import { lackingLabels } from '../../plan/tasks/label-sets.ts';
import { linesOf } from '../../plan/tasks/tasks.ts';
import type { Profile } from '../../profiles/profile.ts';
import type { Located } from '../../text/range.ts';
import { defineRule, type Fix } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { blankDay, hasBlankDate } from './undated/blank-date.ts';
import { tellsTimeOtherwise, toldByEvent } from './undated/by-event.ts';
import { isNoStep } from './undated/no-step.ts';
import { undatedInSentences } from './undated/stages-in-sentence.ts';
import { isCap, isOtherwise, undatedSteps } from './undated/undated-step.ts';
import { nameOfPart, unwindowedParts } from './undated/unwindowed-part.ts';

type MessageId = 'one' | 'unnamed' | 'all' | 'tableOnly';

/** Where no stage has a window, more of them are told together. */
const mostSingly = 3;

const alsoMissing = { zh: '“{stage}”也没有写起止时间', en: '“{stage}” has no window either' };

/** A stage without a time window. */
export const missingStageDate = defineRule<MessageId>({
  id: 'missing-stage-date',
  family: 'dates',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F08'],
  fixes: ['suggested'],
  summary: { zh: '阶段没有写明起止时间', en: 'A stage without a time window' },
  messages: {
    one: { zh: '“{stage}”阶段没有写明起止时间。', en: 'The stage “{stage}” has no time window.' },
    // 第二阶段 is called nothing else.
    unnamed: { zh: '“{stage}”没有写明起止时间。', en: '“{stage}” has no time window.' },
    all: {
      zh: '{count}个阶段都没有写明起止时间：{stages}。',
      en: 'None of the {count # stage|# stages} has a time window: {stages}.',
    },
    tableOnly: {
      zh: '正文各阶段没有写明起止时间，只在附表中列出：{stages}。请在正文中一并写明，并与附表一致。',
      en: 'Only the table gives windows for the stages {stages}; give them in the body as well.',
    },
  },
  checkPlan({ plan, profile, report }) {
    const { described, without: undated, inTable } = stagesWithoutWindow(plan, profile);
    // 前期准备, 活动中期, 活动后期 tell when they are by the time of the activity.
    const without = undated.filter(({ name }) => !periodNames.some((period) => period.test(name.value)));
    const first = without[0];
    if (first && without.length === described.length && without.length > mostSingly) {
      report({
        message: 'all',
        params: { count: without.length, stages: names(without) },
        range: placeOf(first),
        related: without
          .slice(1)
          .map((stage) => ({ message: alsoMissing, params: { stage: stage.name.value }, range: stage.name.range })),
        fix: insertWindows(without),
      });
    } else {
      for (const stage of without) {
        report({
          message: stage.name.value.endsWith('阶段') ? 'unnamed' : 'one',
          params: { stage: stage.name.value },
          range: placeOf(stage),
          fix: insertWindows([stage]),
          ...(isItem(stage) ? { severity: 'info' as const } : {}),
        });
      }
    }
    for (const stage of [...dashedRows(plan), ...undatedParts(plan), ...undatedInSentences(plan)]) {
      report({
        message: /^第.(?:阶段|步|环节|时段)/.test(stage.value) ? 'unnamed' : 'one',
        params: { stage: stage.value },
        range: stage.range,
        severity: 'info',
      });
    }
    for (const part of unwindowedParts(plan)) {
      const stage = nameOfPart(part);
      report({ message: 'unnamed', params: { stage }, range: part.heading.at(0, part.titleAt + stage.length) });
    }
    const tabled = inTable[0];
    if (tabled) {
      report({
        message: 'tableOnly',
        params: { stages: names(inTable) },
        range: placeOf(tabled),
        related: inTable.flatMap((stage) =>
          stage.schedules.map((schedule) => ({
            message: { zh: '附表中“{stage}”为“{raw}”', en: 'In the table “{stage}” is “{raw}”' },
            params: { stage: stage.name.value, raw: schedule.span.raw },
            range: schedule.range,
          })),
        ),
      });
    }
  },
});

interface StagesWithoutWindow {
  readonly described: readonly Stage[];
  /** No window anywhere. */
  readonly without: readonly Stage[];
  /** A window in the table only. */
  readonly inTable: readonly Stage[];
}

/** The described stages of a plan, and those of them that have no window in the body. */
export function stagesWithoutWindow(plan: Plan, profile: Profile): StagesWithoutWindow {
  const unneeded = new Set(profile.stages.filter((stage) => !stage.windowRequired).map((stage) => stage.label.zh));
  const described = plan.stages.filter(
    (stage) =>
      stage.section &&
      !unneeded.has(stage.name.value) &&
      !rounds.test(stage.name.value) &&
      !isWeek(stage.section.title.value),
  );
  // Where the others have a last day only, it is a deadline that is missing (see missing-deadline).
  if (hasLimitsOnly(described) || areStepsOfOne(described, plan)) return { described, without: [], inTable: [] };
  const headed = described.filter(hasHeadedWindow);
  const most = headed.length >= 2 && headed.length * 2 >= described.length;
  const isBare = (stage: Stage) => stage.schedules.length === 0 || (most && hasStepLimitsOnly(stage));
  return {
    described,
    without: described.filter(
      (stage) =>
        isBare(stage) &&
        !isOngoing(plan, stage) &&
        !tellsTimeOtherwise(stage.section) &&
        !hasBlankDate(plan, stage.range) &&
        !isTimedInText(plan, stage),
    ),
    inTable: described.filter((stage) => !dated(stage) && stage.schedules.length > 0 && !lacksLabel(plan, stage)),
  };
}

/** Of the only one without 截止日期： missing-deadline speaks. */
const lacksLabel = (plan: Plan, { section }: Stage): boolean =>
  lackingLabels(plan).some(({ what, item }) => what === 'limit' && item.range.start === section?.range.start);

/** 第一阶段分组循环，第二阶段单淘汰: how a contest is played. */
const rounds = /循环|淘汰|胜制|抽签|[，,]第[一二三四五六]阶段/;

function hasHeadedWindow({ schedules }: Stage): boolean {
  return schedules.some(({ origin, span }) => origin === 'heading' && span.start && span.end);
}

/**
 * Where the other stages have their windows in the heading, a last day further on in the text (由党群办负责，
 * 12月31日前完成) is that of a step. One with which the text begins is the stage's. (The reader of stages, `hasStepDaysOnly`, drops
 * such days for all rules, but only where every other stage has its window there and nothing but single days stands here.)
 */
function hasStepLimitsOnly({ schedules, section }: Stage): boolean {
  if (!section) return false;
  const line = section.runIn === undefined ? section.body[0] : section.heading;
  const begin = line?.at(section.runIn ?? 0, section.runIn ?? 0).start ?? 0;
  return schedules.every(
    ({ origin, span, range, audience }) =>
      origin === 'body' && audience === undefined && !span.start && range.start > begin + opening,
  );
}

/** A mark or a word may stand in front of the window with which a text begins: 。于3月底前. */
const opening = 3;

/** 长期坚持, 与自查同步进行. Where the works of a stage are done together (补焊、喷漆同步进行) the stage has its window all the same. */
function isOngoing(plan: Plan, { time, section }: Stage): boolean {
  if (time.kind !== 'ongoing') return false;
  const dated = plan.dates.find(({ range }) => range.start === time.range?.start);
  if (!section || !dated?.expression.raw.startsWith('同步')) return true;
  const { line, expression } = dated;
  const before = line.text.slice(section.heading === line ? section.titleAt : 0, expression.range.start);
  const clause = before.slice(before.search(/[^，。；：]*$/));
  return !clause.includes('、') || /[与和同跟]/.test(clause);
}

/** Whether a part of a schedule that has no window tells in its text when it is done: on a day, or with something else. */
export const isTimedInText = (plan: Plan, stage: Stage): boolean =>
  isItem(stage) && (tellsItsDay(plan, stage) || isOtherwise(stage.section));

/** One of several things to do below 报送、彩排时间安排: no stage by its number, and not below 实施步骤. */
export function isItem(stage: Stage): stage is Stage & { readonly section: Section } {
  const { section } = stage;
  if (!section || section.number?.kind === 'stage') return false;
  if (/\p{Script=Han}{2}期$/u.test(section.title.value)) return false;
  return !/步骤|阶段/.test(`${section.title.value} ${section.parent?.title.value ?? ''}`);
}

/** Further on in its text a day or month stands by which it is done (自由排练。1月18日前预演), or when it is done again: 每周五. */
function tellsItsDay(plan: Plan, { range }: Stage): boolean {
  return plan.dates.some((dated) => {
    const { span, range: at, expression } = dated;
    if (at.start < range.start || at.end > range.end) return false;
    if (expression.kind === 'recurring') return !isCap(dated);
    return span?.precision === 'day' || span?.precision === 'month';
  });
}

/** So many rows or parts beside the one without a time have theirs. */
const OTHERS = 2;

/** Rows of stages with / or — where the others have their windows. */
function dashedRows({ stages }: Plan): readonly Located<string>[] {
  const tables = new Set(stages.flatMap((stage) => stage.tables));
  return [...tables].flatMap((table) => {
    const field = (['time', 'deadline'] as const).find((one) => hasField(table, [one]));
    if (!field || !hasField(table, ['stage'])) return [];
    const cellsOf = (row: TableRow) => ({ name: table.cell(row, 'stage'), time: table.cell(row, field) });
    const rows = table.rows.map(cellsOf);
    const dashed = rows.filter(({ name, time }) => name && name.text !== '' && dash.test(time?.text ?? ''));
    if (dashed.length !== 1) return [];
    const timed = rows.filter(({ time }) => time?.lines.some(({ facts }) => facts.dates.some(isSpan)));
    if (timed.length < OTHERS || timed.length + dashed.length < rows.length) return [];
    return dashed.flatMap(({ name }) => (name ? [{ value: name.text.trim(), range: name.range }] : []));
  });
}
const dash = /^[\s\u3000]*(?:[/／]|[-—–－]{1,4})[\s\u3000]*$/;
const isSpan = ({ kind }: DateExpression): boolean => kind === 'span' || kind === 'malformed';

/** 活动安排, 评选程序: what follows one another there begins with its days. */
const ofParts = /(?:活动|赛事|比赛|评选|评审|赛程|日程|进程|培训)(?:安排|程序|流程|环节|步骤)/;
/** The same, and what goes on or comes again. */
const byEvent = new RegExp(`${toldByEvent.source}|长期|日内|每[天日周月季年次]|及时`);

/** The only one of several parts of an activity without any time, between others that begin with their days. */
function undatedParts(plan: Plan): readonly Located<string>[] {
  const isStage = (part: Section) => plan.stages.some(({ section }) => section === part);
  const found: Located<string>[] = [];
  const visit = (section: Section): void => {
    section.sections.forEach(visit);
    const { sections: parts, title } = section;
    if (parts.length <= OTHERS + 1 || !ofParts.test(title.value) || parts.some(isStage)) return;
    const begun = parts.map(beginsWithDay);
    const without = parts.filter((_, at) => !begun[at]);
    const [only, more] = without;
    const at = only ? parts.indexOf(only) : 0;
    if (!only || more || at === 0 || at === parts.length - 1 || undatedSteps(plan).some(({ step }) => step === only))
      return;
    const text = linesOf(only);
    if (text.some(({ facts }) => facts.dates.length > 0 || byEvent.test(facts.text))) return;
    if (!isNoStep(only.title.value)) found.push(only.title);
  };
  plan.sections.forEach(visit);
  return found;
}
/** A number, a title and a word may stand in front of the day. */
const NEAR = 24;

function beginsWithDay({ heading, body: [first], titleAt }: Section): boolean {
  const starts = (line: Line | undefined, from: number) =>
    line?.facts.dates.some((date) => isSpan(date) && date.range.start - from < NEAR) ?? false;
  return starts(heading, titleAt) || starts(first, 0);
}

/**
 * 1.制定方案（5月31日前）, 2.落实措施, 3.开展测评 below 整改落实阶段（5月21日至7月31日）, the only stage that is set out: its
 * steps, some of them with limits of their own; the others have the window of the stage.
 */
export function areStepsOfOne(described: readonly Stage[], plan: Plan): boolean {
  const [first] = described;
  const parent = first?.section?.parent;
  if (!parent || described.some(({ section }) => section?.parent !== parent || section.number?.kind !== 'arabic'))
    return false;
  if (!described.every(({ schedules }) => schedules.every(({ span }) => span.deadline || !span.start))) return false;
  const above = [parent.heading, ...parent.body];
  return plan.dates.some(
    ({ line, span, expression }) =>
      span?.start !== undefined &&
      span.end !== undefined &&
      above.includes(line) &&
      namesStage(line.text.slice(line.facts.number?.range.end ?? 0, expression.range.start)),
  );
}

/** 整改落实（, 整改落实阶段从: one stage, and not all of them. */
function namesStage(before: string): boolean {
  const words = /^[\s\u3000]*(?<name>[一-龥“”]{4,10}?)(?<called>阶段)?(?:时间)?[从自为：:（(\s\u3000]{0,3}$/.exec(
    before,
  )?.groups;
  return (
    words?.name !== undefined && (words.called !== undefined ? !/[各个]$/.test(words.name) : isStageName(words.name))
  );
}

const stageTitle = /步骤|阶段|时间安排|工作进度/;

/**
 * Whether the parts of a schedule are given their last days only, so that a part without one lacks a time limit
 * (see missing-deadline). 第二阶段 and what stands below 实施步骤 lacks its time all the same, where most others have theirs.
 */
export function hasLimitsOnly(described: readonly Stage[]): boolean {
  const others = described.flatMap((stage) => stage.schedules);
  if (others.length === 0 || !others.every(({ span }) => span.deadline || !span.start)) return false;
  if (described.filter(({ schedules }) => schedules.length > 0).length * 2 <= described.length) return true;
  return !described.some(
    ({ section }) =>
      section?.number?.kind === 'stage' || stageTitle.test(`${section?.title.value} ${section?.parent?.title.value}`),
  );
}

/** A window in the body, or a word that says why there is none (长期坚持). */
function dated(stage: Stage): boolean {
  // A table that gives each group a window of its own stands for the text, which could only say it again.
  return (
    stage.time.kind === 'ongoing' ||
    stage.schedules.some(
      ({ origin, audience, table }) =>
        // Rows of milestones (Phase 1: 基础建设 | 5月29日) are the body of the plan, and no 附表.
        origin !== 'table' || audience !== table?.audience || table?.kind !== 'workflow',
    )
  );
}

function names(stages: readonly Stage[]): string {
  return stages.map((stage) => stage.name.value).join('、');
}

/** Number and name of the stage, where its window belongs. */
function placeOf(stage: Stage) {
  const { section } = stage;
  return section ? section.heading.at(0, section.titleAt + section.title.value.length) : stage.name.range;
}

function insertWindows(stages: readonly Stage[]): Fix {
  return {
    title: { zh: '补上起止时间', en: 'Insert the time window' },
    safety: 'suggested',
    edits: stages.map((stage, at) => {
      const end = stage.section?.title.range.end ?? stage.name.range.end;
      return {
        range: { start: end, end },
        text: `（${tabStop(2 * at + 1, blankDay)}至${tabStop(2 * at + 2, blankDay)}）`,
        snippet: true,
      };
    }),
  };
}
