import { readNumber } from '../../numbering/read.ts';
import type { DraftSection } from '../draft-section.ts';
import type { ColumnField, Line, PlanTable, Task } from '../model.ts';
import type { DraftStage } from '../stages/draft-stage.ts';
import { rowsByStage } from '../tables/stage-rows.ts';
import { isTotalRow } from '../tables/table-fields.ts';
import { sectionsOfTables } from '../tables/table-sections.ts';
import type { Timeline } from '../timeline.ts';
import { aroundSection, aroundTable, carriedOn, onPlanTerms, spreadAbove, surroundingsOf } from './inheritance.ts';
import { areAspects, hasTaskLabel } from './labelled-items.ts';
import {
  isAccount,
  isNextTitle,
  isOfRectificationStage,
  isRectification,
  isRectificationTitle,
  isWorkTitle,
  measureTitle,
  rectifying,
} from './rectification.ts';
import {
  bareSurroundings,
  linesOf,
  type StepLine,
  type Surroundings,
  taskOfLine,
  taskOfRow,
  taskOfSection,
  timeOn,
} from './tasks.ts';

/** Sections of a stage plan that hold no steps. */
const noSteps = /领导|保障|要求|目标|指导思想|意义|原则|认识|时间/;

/**
 * Gives every stage its steps: its child sections, or the rows of a table of tasks, or its
 * paragraphs where it has neither, or its rows of a workflow table. In a plan about one stage they are its 环节, or else the items of its sections.
 */
export function fillSteps(stages: readonly DraftStage[], sections: readonly DraftSection[], timeline: Timeline): void {
  // Of several that one sentence lists with their windows, nothing tells to which an item belongs.
  const inSentence = stages.filter(({ section, tables }) => !section && tables.length === 0).length > 1;
  for (const stage of stages) {
    if (stage.listed || (inSentence && !stage.section && stage.tables.length === 0)) continue;
    const around = surroundingsOf(stage, timeline);
    if (stage.section) {
      stage.steps.push(...stepsOfSection(stage.section, stage, around, timeline));
    } else if (stage.tables.length === 0) {
      const phases = phaseParts(sections);
      const holders = sections.filter((section) => !noSteps.test(section.title.value));
      if (phases.length > 0) stage.steps.push(...phases.map((one) => taskOfSection(one, stage, around, timeline)));
      else
        for (const { sections: items, tables } of holders) {
          if (items.length > 0) stage.steps.push(...items.map((one) => taskOfSection(one, stage, around, timeline)));
          else stage.steps.push(...rowsOfTasks(tables, stage, around, timeline));
        }
    } else {
      for (const table of stage.tables) stage.steps.push(...stepsOfTable(table, stage, around, timeline));
    }
  }
}

/** Sections that are 环节 of the stage, wherever they stand. */
function phaseParts(sections: readonly DraftSection[]): readonly DraftSection[] {
  return sections.flatMap((section) => {
    const isPhase = section.number?.kind === 'phasePart' || readNumber(section.title.value)?.kind === 'phasePart';
    return isPhase ? [section] : phaseParts(section.sections);
  });
}

function stepsOfSection(
  section: DraftSection,
  stage: DraftStage | undefined,
  around: Surroundings,
  timeline: Timeline,
): Task[] {
  if (section.sections.length > 0) {
    // What a part says in a ledger is told by its rows, which are measures in any case.
    const told = stage ? section.sections : itemsOf(section).filter((child) => !isLedgerOnly(child));
    return told.map((child) => taskOfSection(child, stage, around, timeline));
  }
  const rows = rowsOfTasks(section.tables, stage, around, timeline);
  // What stands beside a ledger speaks of its rows, which are measures in any case.
  if (rows.length > 0 || (!stage && isLedgerOnly(section))) return rows;
  const { heading, runIn } = section;
  const steps = stepLines(section.body);
  if (stage && runIn !== undefined && isRunInStep(heading.text.slice(runIn)))
    steps.unshift({ line: heading, from: runIn, below: [] });
  return steps.map((step) => taskOfLine(step, stage, around, timeline));
}

/** Lines that say what is done. Label lines (责任单位：…) are about the section, or the item that they stand below. */
function stepLines(body: readonly Line[]): StepLine[] {
  const steps: StepLine[] = [];
  body.forEach((line, at) => {
    const above = steps.at(-1);
    if (above?.below.includes(line) || !isStep(line)) return;
    const below = line.place === 'item' ? belowItem(body, at) : [];
    // Items that each say who answers are told one by one, below one that only names what they have in common.
    const own = below.filter((inner) => isStep(inner) && hasTaskLabel(inner));
    steps.push({ line, from: 0, below: own.length >= 2 && !hasTaskLabel(line) ? [] : below });
  });
  return steps.filter(({ line, below }, at) => {
    const next = steps[at + 1]?.line;
    return below.length > 0 || line.place !== 'item' || next?.place !== 'item' || next.depth <= line.depth;
  });
}

/** The lines of the list that stand within an item. */
function belowItem(body: readonly Line[], at: number): readonly Line[] {
  const depth = body[at]?.depth ?? 0;
  const end = body.findIndex((line, index) => index > at && (line.place !== 'item' || line.depth <= depth));
  return body.slice(at + 1, end < 0 ? body.length : end);
}

/** The items of a list of measures: those of its parts (党的建设方面) where each of them says who answers, until when. */
function itemsOf({ sections }: DraftSection): readonly DraftSection[] {
  return sections.flatMap((child) => (isPart(child) ? itemsOf(child) : [child]));
}

/** Its own lines have no label, and at least half of the items below it do. */
function isPart({ heading, body, sections }: DraftSection): boolean {
  if (
    sections.length === 0 ||
    [heading, ...body].some(hasTaskLabel) ||
    areAspects(sections.map((item) => item.heading))
  )
    return false;
  return sections.filter((item) => linesOf(item).some(hasTaskLabel)).length * 2 >= sections.length;
}

/** 责任人：, 完成时限：, 整改情况：: what is said about a thing to do. */
const sideLabel = /^[^。：:]{0,6}(?:人|单位|部门|领导|时限|时间|期限|日期|目标|情况)[：:]/;

/** 整改事项见下表（共9项）。 leads to the table: what is done stands there. */
const sendsToTable =
  /^[^，。；]{0,24}(?:[见如](?:下|附|后附)|见)(?:表|清单|台账)(?:所[示列])?(?:[（(，,][^。；]{0,16})?[。：:；]?$/;

/** 共征集意见47条，梳理为六个方面的问题，全部列入整改台账（见附件1）。 tells what was found and where it is listed. */
const listedElsewhere =
  /(?:征集|收集|查找|查摆|排查|梳理|反馈)[^。]{0,80}(?:列入|纳入|汇入|形成|建立)[^。，；]{0,10}(?:台账|清单|一览表)(?:[（(][^）)]{0,12}[）)])?。?$/;

/** - 完善制度: an item of a list says a thing to do in few words. */
function isStep({ text, place }: Line): boolean {
  if (sendsToTable.test(text) || listedElsewhere.test(text)) return false;
  return place === 'item'
    ? text.length >= 4 && !sideLabel.test(text)
    : text.length >= 12 && !/^[^。]{0,8}[：:]/.test(text);
}

/** （三）整改落实阶段。针对问题…: what is done stands behind the title, on its line. */
function isRunInStep(text: string): boolean {
  const words = text.trim();
  return words.length >= 12 && !sideLabel.test(words);
}

function isLedgerOnly({ sections, tables }: DraftSection): boolean {
  return sections.length === 0 && tables.some(({ kind }) => kind === 'ledger' || kind === 'taskBreakdown');
}

function rowsOfTasks(
  tables: readonly PlanTable[],
  stage: DraftStage | undefined,
  around: Surroundings,
  timeline: Timeline,
): Task[] {
  const tasks: Task[] = [];
  for (const table of tables) {
    if (!isOfTasks(table.kind, table.columns, stage !== undefined)) continue;
    for (const row of table.rows) {
      const task = taskOfRow(table, row, stage, around, timeline);
      if (task) tasks.push(task);
    }
  }
  return tasks;
}

/** A table that says what is done in the section. Those of tasks outside of stages are among the measures in any case. */
function isOfTasks(kind: PlanTable['kind'], columns: PlanTable['columns'], inStage: boolean): boolean {
  if (kind === 'taskBreakdown') return inStage;
  const has = (wanted: ColumnField) => columns.some(({ field }) => field === wanted);
  return kind === 'other' && has('activity') && (inStage || has('requirement'));
}

function stepsOfTable(table: PlanTable, stage: DraftStage, around: Surroundings, timeline: Timeline): Task[] {
  const tasks: Task[] = [];
  const { value: name } = stage.name;
  if (name === '') return tasks;
  for (const { words, rows } of rowsByStage(table)) {
    if (!words.includes(name)) continue;
    for (const row of rows) {
      const task = taskOfRow(table, row, stage, around, timeline);
      if (task) tasks.push(task);
    }
  }
  return tasks;
}

const answered = /(?:整改|改进|具体)?(?:措施|举措)[：:]/;
/** What had been done already needs no time limit: 整改情况：已…. */
const done =
  /(?:整改|完成|落实|进展)(?:情况|成效|结果)[：:]|已(?:经)?(?:全部|全面|基本)?(?:完成|整改|建立|修订|制定|印发|清退|到位)/;

/** Issues each of which goes on with its own measures: 1.学习不够系统。整改措施：…. */
function answersIssues({ sections }: DraftSection): boolean {
  if (sections.length < 2) return false;
  const texts = sections.map((section) => linesOf(section).map(({ text }) => text));
  const isAnswered = (lines: readonly string[]) =>
    lines.some((text) => answered.test(text)) && !lines.some((text) => done.test(text));
  return texts.filter(isAnswered).length * 3 >= sections.length * 2;
}

const issueTitle = /(?:问题|不到位|不够|不足|不强|不严|不实|不力|不高|滞后|缓慢|薄弱)$/;

/** 一、关于项目推进缓慢的问题, 二、…: a plan whose outermost sections are the issues, each with its measures. */
function issuesOf(sections: readonly DraftSection[]): readonly DraftSection[] {
  const issues = sections.filter(({ title }) => issueTitle.test(title.value));
  const texts = issues.map((section) => linesOf(section).map(({ text }) => text));
  const told = texts.filter((lines) => lines.some((text) => answered.test(text)));
  if (issues.length < 2 || told.length * 3 < issues.length * 2) return [];
  return texts.some((lines) => lines.some((text) => done.test(text))) ? [] : issues;
}

/**
 * The steps of a stage in which things are put right. What 集中整改（5月至7月）。按照清单逐项整改。 says in one line sums
 * up what a list holds; below 整改落实 it is all that is said of it.
 */
function stepsToPutRight({ name, section, steps }: DraftStage): readonly Task[] {
  const heading = section?.heading.range;
  if (!heading || isRectification(name.value)) return steps;
  return steps.filter(({ origin, range }) => origin !== 'paragraph' || range.start >= heading.end);
}

/** What is done in a plan whose title says that things are put right, where no heading says so: 重点任务, 工作措施. */
function worksOf(sections: readonly DraftSection[], title: string, timeline: Timeline): readonly Task[] {
  const isStage = isOfRectificationStage(title);
  return sections.flatMap((section) => {
    const { sections: items, title: name } = section;
    if (noSteps.test(name.value) || !(isStage || isWorkTitle(name.value))) return [];
    const around = aroundSection(section, timeline);
    return isStage && items.length === 0
      ? [taskOfSection(section, undefined, around, timeline)]
      : stepsOfSection(section, undefined, around, timeline);
  });
}

/**
 * The measures of a plan: rows of ledgers and task breakdowns, the steps of the stage in which
 * things are put right (整改落实), and the items of sections that list measures.
 */
export function readMeasures(
  sections: readonly DraftSection[],
  opening: readonly Line[],
  stages: readonly DraftStage[],
  tables: readonly PlanTable[],
  title: string,
  timeline: Timeline,
): readonly Task[] {
  const measures: Task[] = [];
  for (const stage of stages) if (rectifying.test(stage.name.value)) measures.push(...stepsToPutRight(stage));
  const inStages = new Set(stages.map((stage) => stage.section));
  const visit = (section: DraftSection): void => {
    if (inStages.has(section)) return;
    const name = section.title.value;
    const isList =
      (isRectification(name) && !isAccount(title)) ||
      (rectifying.test(title) && (measureTitle.test(name) || answersIssues(section)));
    if (isList || isNextTitle(name)) {
      measures.push(...stepsOfSection(section, undefined, aroundSection(section, timeline), timeline));
      return;
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  if (rectifying.test(title) && !isAccount(title)) {
    const issues = issuesOf(sections).filter(
      ({ range }) => !measures.some((task) => range.start <= task.range.start && task.range.end <= range.end),
    );
    measures.push(...issues.map((section) => taskOfSection(section, undefined, bareSurroundings, timeline)));
  }
  const holders = sectionsOfTables(sections);
  for (const table of tables) {
    if (table.kind !== 'ledger' && table.kind !== 'taskBreakdown') continue;
    const around = aroundTable(table, holders.get(table), stages, timeline);
    for (const row of table.rows) {
      if (isTotalRow(row)) continue;
      const task = taskOfRow(table, row, undefined, around, timeline);
      if (task) measures.push(task);
    }
  }
  if (measures.length === 0 && rectifying.test(title) && !isAccount(title))
    measures.push(...worksOf(sections, title, timeline));
  if (measures.length === 0 && isRectificationTitle(title)) {
    const around = { time: timeOn([...opening], timeline), parties: [] };
    const items = stepLines(opening.filter(({ place }) => place === 'item'));
    measures.push(
      ...sections
        .filter((section) => !noSteps.test(section.title.value))
        .map((section) => taskOfSection(section, undefined, around, timeline)),
      ...items.map((step) => taskOfLine(step, undefined, around, timeline)),
    );
  }
  return onPlanTerms(carriedOn(spreadAbove(measures)), sections, opening, title, timeline);
}
