import type { Located } from '../../text/range.ts';
import type { Line, Plan, Schedule, Section, Stage } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { linesWith } from '../signs.ts';
import { stageKey } from '../stages/stage-key.ts';
import { withoutStepLimits } from '../stages/step-limits.ts';
import { actionsOf, itemsOf, type RequiredAction, type Work, workOf } from './actions.ts';
import { type Amounted, amountsOn, countsOn, placedAmounts } from './amounts.ts';
import { audienceOf, thoseNamedOn } from './audiences.ts';
import { everyLine } from './lines.ts';
import { type RegularReport, type ReportDuty, regularReportsOn, regularSign, reportDutiesOf } from './reports.ts';
import {
  type Allotment,
  allotmentSign,
  allotmentsOn,
  type Placed,
  placedOn,
  type Term,
  termSign,
  termsOn,
} from './statements.ts';
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
  readonly steps: readonly StepConstraint[];
  /** Its steps and whatever else it lists as to be done, by their first words. */
  readonly works: readonly Work[];
  /** Those above do it themselves, as far as it says: 考核验收, and nothing of 各单位 in it. */
  readonly isFromAbove: boolean;
}

export interface StepConstraint extends Located<string> {
  /** Somebody is named who answers for it, or it is a check that those above make. */
  readonly isFromAbove: boolean;
  /** Those below who are told to do it with 各 or 每个: 镇, 学校. */
  readonly audiences: readonly string[];
}

/**
 * What a plan demands of the plans under it. Read from the plan alone, each part when it is first asked for, as plain
 * values with source ranges of its own text.
 */
export interface Constraints {
  /** Windows of the whole activity, for all and by audience. */
  readonly overall: OverallWindows;
  /** Whom the plan as a whole is for. */
  readonly audience: string | undefined;
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
  readonly regularReports: readonly Placed<RegularReport>[];
  /** Until when papers are to be made or handed in, and steps to be done. */
  readonly times: StepTimes;
  /** The measures outside of the stages, by their titles. */
  readonly measures: readonly Work[];
}

/** The constraints of a plan. Most are never asked for: only those that the plan above it, or below it, has as well. */
export const constraintsOf = versionMemo((plan) =>
  readWhenAsked<Constraints>({
    overall: () => overallWindowsOf(plan),
    audience: () => audienceOf(plan),
    stages: () => plan.stages.map(stageOf),
    amounts: () => placedAmounts(plan, everyLine(plan), amountsOn),
    counts: () => placedAmounts(plan, everyLine(plan), countsOn),
    actions: () => actionsOf(plan),
    allotments: () => placedOn(linesWith(everyLine(plan), allotmentSign), allotmentsOn),
    wordings: () => wordingsOf(plan, everyLine(plan)),
    terms: () => placedOn(linesWith(everyLine(plan), termSign), termsOn),
    reports: () => reportDutiesOf(plan),
    regularReports: () => placedOn(linesWith(everyLine(plan), regularSign), regularReportsOn),
    times: () => stepTimesOf(plan),
    measures: () => measuresOf(plan),
  }),
);

/** An object each of whose values is worked out when it is first asked for, and kept. */
function readWhenAsked<T extends object>(readers: { readonly [Key in keyof T]: () => T[Key] }): T {
  const made = {} as T;
  for (const key of Object.keys(readers) as (keyof T)[]) {
    Object.defineProperty(made, key, {
      configurable: true,
      enumerable: true,
      get: () => {
        const value = readers[key]();
        Object.defineProperty(made, key, { value, enumerable: true });
        return value;
      },
    });
  }
  return made;
}

/** Most of it is asked of few stages: the steps of those that both plans have, the works where a report is held against its plan. */
function stageOf(stage: Stage): StageConstraint {
  const { name, ordinal, schedules, section, steps } = stage;
  return readWhenAsked<StageConstraint>({
    key: () => stageKey(name.value),
    name: () => name,
    ordinal: () => ordinal,
    schedules: () => withoutStepLimits(schedules, section),
    steps: () => stepsOf(stage),
    works: () => shortTitles([...steps.map(({ title }) => asWork(title)), ...(section ? itemsOf(section) : [])]),
    isFromAbove: () => isCheck.test(name.value) && !textsOf(stage).some((text) => below.test(text)),
  });
}

const works = /(?:任务|措施|重点工作|工作重点|主要工作|工作内容|活动内容)$/;
/** 保障措施, 组织措施 tell how the work is secured. */
const notWorks = /保障|组织|要求|纪律|注意/;

/** The measures of a rectification; of other plans what stands under 主要任务 and the like. */
function measuresOf(plan: Plan): readonly Work[] {
  const measures = plan.measures.filter(({ stage }) => !stage).map(({ title }) => title);
  if (measures.length > 0) return shortTitles(measures.map(workOf));
  const sections = plan.sections.filter(({ title: { value } }) => works.test(value) && !notWorks.test(value));
  return shortTitles(sections.flatMap(itemsOf));
}

/** A title is short: 减材料, 开展调研走访; whole sentences are none. */
const shortestTitle = 3;
const longestTitle = 24;

/** What one level does for the other to pass. */
const isCheck = /考核|考评|验收|督导|督查|督办|抽查|评审|评估|通报|命名|表彰/;
/** 各镇, 各单位: those who are to do it. */
const below = /(?:各|所有)(?!类|项|种|级|阶段|方面|环节|自)\p{Script=Han}{1,8}|基层|下级/u;

function stepsOf({ steps }: Stage): readonly StepConstraint[] {
  if (steps.length === 0) return [];
  const byPlace = new Map(steps.map((step) => [step.title.range.start, step]));
  return shortTitles(steps.map(({ title }) => title)).map(({ value, range }) => {
    const { parties, section } = byPlace.get(range.start) ?? {};
    return {
      value,
      range,
      // Asked of those steps alone that the other plan leaves out.
      get isFromAbove() {
        const isOwned = parties?.some(({ name, vague }) => !vague && !/^(?:各|所有|全体)/.test(name)) ?? false;
        return isOwned || isCheck.test(value);
      },
      get audiences() {
        return section ? audiencesIn(section) : [];
      },
    };
  });
}

function audiencesIn(section: Section): readonly string[] {
  const found: string[] = [];
  const visit = ({ heading, body, sections }: Section): void => {
    found.push(...thoseNamedOn(heading.facts));
    for (const { facts } of body) found.push(...thoseNamedOn(facts));
    sections.forEach(visit);
  };
  visit(section);
  return found;
}

function textsOf({ section, tables, steps }: Stage): readonly string[] {
  const rows = tables.flatMap((table) => steps.flatMap(({ row }) => (row && table.rows.includes(row) ? [row] : [])));
  const cells = rows.flatMap((row) => row.cells.flatMap(({ lines }) => lines));
  return [...(section ? linesOf(section) : []), ...cells].map(({ text }) => text);
}

const linesOf = (section: Section): readonly Line[] => [
  section.heading,
  ...section.body,
  ...section.sections.flatMap(linesOf),
];

/** A title that is taken as it stands. */
const asWork = (title: Located<string>): Work => ({ ...title, clauses: [title.value] });

function shortTitles<Title extends Located<string>>(titles: readonly Title[]): readonly Title[] {
  const seen = new Set<string>();
  const short: Title[] = [];
  for (const title of titles) {
    const value = plainTitle(title.value);
    if (value.length < shortestTitle || value.length > longestTitle || /[。；，]/.test(value) || seen.has(value))
      continue;
    seen.add(value);
    short.push({ ...title, value });
  }
  return short;
}

const plainTitle = (title: string) => title.replace(/[\s\u3000“”]/g, '').replace(/[。；：，]$/, '');
