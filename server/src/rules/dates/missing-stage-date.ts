import type { Plan, Stage } from '../../plan/model.ts';
import type { Profile } from '../../profiles/profile.ts';
import { defineRule, type Fix } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { blankDay, hasBlankDate } from './blank-date.ts';

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
    const { described, without, inTable } = stagesWithoutWindow(plan, profile);
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
        });
      }
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
    (stage) => stage.section && !unneeded.has(stage.name.value) && !rounds.test(stage.name.value),
  );
  // Where the others have a last day only, it is a deadline that is missing (see missing-deadline).
  if (hasLimitsOnly(described)) return { described, without: [], inTable: [] };
  const headed = described.filter(hasHeadedWindow);
  const most = headed.length >= 2 && headed.length * 2 >= described.length;
  const isBare = (stage: Stage) => stage.schedules.length === 0 || (most && hasStepLimitsOnly(stage));
  return {
    described,
    without: described.filter(
      (stage) =>
        isBare(stage) &&
        stage.time.kind !== 'ongoing' &&
        !hasBlankDate(plan, stage.range) &&
        !(isItem(stage) && tellsItsDay(plan, stage)),
    ),
    inTable: described.filter((stage) => !dated(stage) && stage.schedules.length > 0),
  };
}

/** 第一阶段分组循环，第二阶段单淘汰: how a contest is played. */
const rounds = /循环|淘汰|胜制|抽签|[，,]第[一二三四五六]阶段/;

function hasHeadedWindow({ schedules }: Stage): boolean {
  return schedules.some(({ origin, span }) => origin === 'heading' && span.start && span.end);
}

/**
 * Where the other stages have their windows in the heading, a last day further on in the text (由党群办负责，
 * 12月31日前完成) is that of a step. One with which the text begins is the stage's.
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

/** One of several things to do below 报送、彩排时间安排: no stage by its number, and not below 实施步骤. */
function isItem({ section }: Stage): boolean {
  if (!section || section.number?.kind === 'stage') return false;
  return !/步骤|阶段/.test(`${section.title.value} ${section.parent?.title.value ?? ''}`);
}

/** Further on in its text a day or month stands by which it is done (自由排练。1月18日前预演), or when it is done again: 每周五. */
function tellsItsDay(plan: Plan, { range }: Stage): boolean {
  return plan.dates.some(
    ({ span, range: at, expression }) =>
      at.start >= range.start &&
      at.end <= range.end &&
      (span?.precision === 'day' || span?.precision === 'month' || expression.kind === 'recurring'),
  );
}

const stageTitle = /步骤|阶段|时间安排/;

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
