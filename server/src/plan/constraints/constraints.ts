import type { Located } from '../../text/range.ts';
import type { Plan, Schedule, Task } from '../model.ts';
import { stageKey } from '../stages/stage-key.ts';
import { withoutStepLimits } from '../stages/step-limits.ts';
import { actionsOf, itemsOf, type RequiredAction } from './actions.ts';
import { type Amounted, amountsOn, countsOn, placedAmounts } from './amounts.ts';
import { audienceOf } from './audiences.ts';
import { everyLine } from './lines.ts';
import { type ReportDuty, reportDutiesOf } from './reports.ts';
import { type Allotment, allotmentsOn, type Placed, place, type Term, termsOn } from './statements.ts';
import { type StepTimes, stepTimesOf } from './step-times.ts';
import { type OverallWindows, overallWindowsOf } from './windows.ts';
import { type Wordings, wordingsOf } from './wordings.ts';

/** A stage that a superior plan lays down, with its windows by audience. */
export interface StageConstraint {
  /** As given by `stageKey`; empty for 第二阶段 without a name. */
  readonly key: string;
  readonly name: Located<string>;
  readonly ordinal: number;
  readonly schedules: readonly Schedule[];
  /** What is to be done in it, by the headings and topics of its steps. */
  readonly steps: readonly Located<string>[];
}

/**
 * What a plan demands of the plans under it. Read from the plan alone, as plain values with source
 * ranges of its own text.
 */
export interface Constraints {
  /** Windows of the whole activity, for all and by audience. */
  readonly overall: OverallWindows;
  /** Whom the plan as a whole is for. */
  readonly audience?: string;
  readonly stages: readonly StageConstraint[];
  /** 最低要求 and other amounts: 不少于48个小时, 不少于4个月. */
  readonly amounts: readonly Placed<Amounted>[];
  /** Numbers without a limit: 举办1场政策宣讲会. */
  readonly counts: readonly Placed<Amounted>[];
  /** 规定动作, those of a stage with it. */
  readonly actions: readonly RequiredAction[];
  /** 安排2个月时间做好整改落实工作. */
  readonly allotments: readonly Placed<Allotment>[];
  readonly wordings: Wordings;
  /** Coined terms: 捆绑联动责任机制. */
  readonly terms: readonly Placed<Term>[];
  readonly reports: readonly ReportDuty[];
  /** Until when papers are to be made or handed in, and steps to be done. */
  readonly times: StepTimes;
  /** The measures outside of the stages, by their titles. */
  readonly measures: readonly Located<string>[];
}

const known = new WeakMap<Plan, Constraints>();

/** The constraints of a plan; each is read once for a version of the plan. */
export function constraintsOf(plan: Plan): Constraints {
  let constraints = known.get(plan);
  if (!constraints) {
    constraints = read(plan);
    known.set(plan, constraints);
  }
  return constraints;
}

function read(plan: Plan): Constraints {
  const lines = everyLine(plan);
  const audience = audienceOf(plan);
  return {
    overall: overallWindowsOf(plan),
    ...(audience === undefined ? {} : { audience }),
    stages: plan.stages.map((stage) => ({
      key: stageKey(stage.name.value),
      name: stage.name,
      ordinal: stage.ordinal,
      schedules: withoutStepLimits(stage.schedules, stage.section),
      steps: titlesOf(stage.steps),
    })),
    amounts: placedAmounts(plan, lines, amountsOn),
    counts: placedAmounts(plan, lines, countsOn),
    actions: actionsOf(plan),
    allotments: lines.flatMap((line) => place(line, allotmentsOn(line.facts))),
    wordings: wordingsOf(plan, lines),
    terms: lines.flatMap((line) => place(line, termsOn(line.facts))),
    reports: reportDutiesOf(plan),
    times: stepTimesOf(plan),
    measures: measuresOf(plan),
  };
}

const works = /(?:任务|措施|重点工作|工作重点|主要工作|工作内容|活动内容)$/;
/** 保障措施, 组织措施 tell how the work is secured. */
const notWorks = /保障|组织|要求|纪律|注意/;

/** The measures of a rectification; of other plans what stands under 主要任务 and the like. */
function measuresOf(plan: Plan): readonly Located<string>[] {
  const measures = plan.measures.filter(({ stage }) => !stage).map(({ title }) => title);
  if (measures.length > 0) return shortTitles(measures);
  const sections = plan.sections.filter(({ title: { value } }) => works.test(value) && !notWorks.test(value));
  return shortTitles(sections.flatMap(itemsOf));
}

/** A title is short: 开展调研走访; whole sentences are none. */
const longestTitle = 24;

const titlesOf = (tasks: readonly Task[]) => shortTitles(tasks.map(({ title }) => title));

function shortTitles(titles: readonly Located<string>[]): readonly Located<string>[] {
  const seen = new Set<string>();
  return titles.flatMap((title) => {
    const value = title.value.replace(/[\s\u3000“”]/g, '').replace(/[。；：，]$/, '');
    if (value.length < 4 || value.length > longestTitle || /[。；，]/.test(value) || seen.has(value)) return [];
    seen.add(value);
    return [{ value, range: title.range }];
  });
}
