import { isRange } from '../../dates/expression.ts';
import { readNumber } from '../../numbering/read.ts';
import { audienceIn } from '../constraints/audiences.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Line, PlanTable, Schedule, TimeLimit } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import { isOwnName } from './dated-sections.ts';
import type { DraftStage } from './draft-stage.ts';
import { timeOfItems } from './item-limits.ts';
import { ownStage } from './own-stage.ts';
import { saidSteps } from './said-steps.ts';
import { stagesOfSchedule } from './schedule-lines.ts';
import { stageKey } from './stage-key.ts';
import { asLimit, firstBodyLines, isAside, isAttribute, isBesideWindow, limitLine } from './stage-lines.ts';
import { isCounted, stageName } from './stage-name.ts';
import { stageSections } from './stage-sections.ts';
import { addAudienceTable, addNamedRows, addPhaseRows, addTable } from './stage-tables.ts';
import { timeLabel } from './stage-words.ts';
import { stagesInLines } from './stages-in-line.ts';
import { hasStepDaysOnly } from './step-days.ts';
import { withoutStepLimits } from './step-limits.ts';
import { addStepRows } from './step-rows.ts';
import { isPartOfGroup, tellGroupWindows } from './told-windows.ts';
import { clauseStart, firstClausesEnd, windowAudience } from './window-audience.ts';

/**
 * The stages of a plan in the order in which they are described. A section is a stage when it says
 * so (第一阶段, …阶段), or when it is one of several siblings that each carry a window; a plan that is
 * itself about one stage has its window in the opening; a workflow table names stages as well, and
 * adds its windows to the stages of the body that have the same name.
 */
export function readStages(
  sections: readonly DraftSection[],
  opening: readonly Line[],
  title: string,
  tables: readonly PlanTable[],
  timeline: Timeline,
): DraftStage[] {
  const found = stageSections(sections, timeline).map((section) => fromSection(section, timeline));
  const stages = found.filter((stage) => !isPartOfGroup(stage, found));
  for (const stage of stages) if (hasStepDaysOnly(stage, stages, timeline)) stage.schedules = [];
  const told = tellGroupWindows(stages, opening, sections, timeline);
  addListed(stages, opening, sections, timeline, told);
  if (stages.length === 0) stages.push(...saidSteps(sections, timeline));
  if (stages.length === 0) {
    const own = ownStage(opening, sections, title, timeline);
    if (own) stages.push(own);
  }
  for (const table of tables) {
    addTable(stages, table, timeline);
    addAudienceTable(stages, table, timeline);
    addPhaseRows(stages, table, timeline);
    addNamedRows(stages, table, timeline);
  }
  addStepRows(stages, tables, sections, timeline);
  for (const stage of stages) {
    // Beside a window of the stage, in the text or in a table, the last day of one of its works is none.
    if (stage.schedules.some(({ span }) => span.start))
      stage.schedules = [...withoutStepLimits(stage.schedules, stage.section)];
  }
  stages.forEach((stage, index) => {
    if (stage.ordinal === 0) stage.ordinal = index + 1;
  });
  return stages;
}

function fromSection(section: DraftSection, timeline: Timeline): DraftStage {
  const title = section.title.value;
  const token = isCounted(section.number) ? section.number : readNumber(title);
  return {
    ordinal: isCounted(token) ? token.value : 0,
    name: stageName(section),
    // What stands below 演练培训（贯穿全年） with a day of its own is one of many.
    schedules: isPerennial(section) ? [] : [...schedulesOf(section, timeline)],
    steps: [],
    section,
    tables: [],
    time: looseTime(section, timeline),
    range: section.range,
  };
}

/** All windows that a stage is given in its heading and the sentences right behind it. */
function schedulesOf(section: DraftSection, timeline: Timeline): readonly Schedule[] {
  const schedules: Schedule[] = [];
  const heading = section.heading;
  const bodyFrom = section.runIn ?? heading.text.length;
  for (const dated of timeline.on(heading)) {
    if (!dated.span || dated.expression.range.start >= bodyFrom || isAttribute(heading.text, dated)) continue;
    const audience = headingAudience(heading.text, dated.expression.range.start);
    if (schedules.some(isWhole) && isBesideWindow(heading.text, dated)) continue;
    schedules.push({ span: dated.span, origin: 'heading', range: dated.range, ...(audience ? { audience } : {}) });
  }
  const inHeading = schedules.length > 0;
  // Beside 完成时限：2025年12月 what the text of the step tells (2025年的项目) is no time of it.
  const limit = inHeading || isCounted(section.number) ? undefined : limitLine(section);
  if (limit) {
    return timeline.on(limit).flatMap((dated): readonly Schedule[] => {
      const { span, range } = dated;
      return span ? [{ span: asLimit(dated, span), origin: 'body', range }] : [];
    });
  }
  const add = (line: Line, from: number): void => {
    const end = firstClausesEnd(line.text, from);
    for (const dated of timeline.on(line)) {
      const { expression, span, range } = dated;
      if (expression.range.start > end) break;
      if (!span || expression.range.start < from) continue;
      // 每月5日前报送上月进展: what is reported on.
      if (/^上[个周月季]/.test(expression.raw)) continue;
      // Beside the window of the heading, a single day or limit in the text is that of a step.
      const isWindow = isRange(expression);
      if (inHeading && !isWindow && !timeLabel.test(line.text)) continue;
      const named = windowAudience(line.text, from, expression.range);
      if (named === undefined || (schedules.length > 0 && isAside(line.facts, expression.range.start))) continue;
      const audience = isOwnName(section, named) ? '' : named;
      // 6月10日至6月20日，各村摸底。6月13日上午召开推进会: behind the window of the stage, a single day is that of a step.
      if (
        !isWindow &&
        audience === '' &&
        schedules.some(isWhole) &&
        !saysOfStage(line.text, from, expression.range.start)
      )
        continue;
      // Another range in the text is of one activity (6月1日—2日举办开放日), unless it says that it is the stage's.
      if (inHeading && !saysOfStage(line.text, from, expression.range.start)) continue;
      schedules.push({ span, origin: 'body', range, ...(audience ? { audience } : {}) });
    }
  };
  if (bodyFrom < heading.text.length) add(heading, bodyFrom);
  for (const line of firstBodyLines(section)) add(line, 0);
  return schedules.length > 0 ? withoutYears(schedules) : timeOfItems(section, timeline);
}

/** 全面部署本年度禁烧工作 behind （5月30日—6月4日）: beside days of its own the year is no window of a stage. */
function withoutYears(schedules: readonly Schedule[]): readonly Schedule[] {
  const closer = schedules.filter(({ span: { precision, start, end } }) => precision !== 'year' || !start || !end);
  return closer.some(({ span: { start, end } }) => start && end) ? closer : schedules;
}

/** Whether a stage has a first and a last day already. */
const isWhole = ({ span, audience }: Schedule) => audience === undefined && Boolean(span.start && span.end);

/** Whom a window in the brackets of a heading is for: （社区3月16日至5月15日，街道机关3月2日至4月10日）. */
function headingAudience(text: string, at: number): string | undefined {
  const open = Math.max(text.lastIndexOf('（', at), text.lastIndexOf('(', at));
  if (open < 0) return undefined;
  const within = text.slice(open + 1, at);
  const words = within.slice(Math.max(...[...'，,；;)）'].map((sign) => within.lastIndexOf(sign))) + 1);
  return words === '' ? undefined : audienceIn(words);
}

const ofStage =
  /^[*\s]*(?:(?:截止|起止|完成|实施|活动|工作)?(?:时间|日期|时限|期限)|(?:本|这一|该|整个)阶段|第.{1,2}阶段)/;

/** Whether the clause with a window begins with a label of time or with the stage. */
function saysOfStage(text: string, from: number, at: number): boolean {
  return ofStage.test(text.slice(clauseStart(text, from, at), at));
}

/** 长期坚持 or 适时 where a window should stand. */
function looseTime(section: DraftSection, timeline: Timeline): TimeLimit {
  for (const dated of timeline.on(section.heading)) {
    if (dated.expression.kind === 'ongoing') return { kind: 'ongoing', range: dated.range };
  }
  return isPerennial(section) ? { kind: 'ongoing', range: section.title.range } : { kind: 'none' };
}

/** 源头劝阻（贯穿全年）, 日常监管（长期）: nothing but that it always goes on, in brackets behind the name. */
function isPerennial({ heading, runIn, titleAt }: DraftSection): boolean {
  const text = heading.text.slice(titleAt, runIn ?? heading.text.length);
  return /[（(]/.test(text) && perennial.test(text);
}
const perennial =
  /[（(](?:贯穿|持续|覆盖)?(?:于)?(?:全年(?:12个月)?|长年|常年|长期|全程|全过程|全周期|始终|日常|平时|平常|整个[一-龥]{2,4})(?:开展|进行|实施|坚持|推进|工作|持续)?[）)][。：:\s]*$/;

/** Windows that one sentence gives all stages: they join those of the sections, or are the stages of a plan that has none. */
function addListed(
  stages: DraftStage[],
  opening: readonly Line[],
  sections: readonly DraftSection[],
  timeline: Timeline,
  told: ReadonlySet<Line>,
): void {
  const own = new Set(stages.map(({ section }) => section));
  const lines = [...opening];
  const walk = (section: DraftSection): void => {
    if (own.has(section)) return;
    lines.push(section.heading, ...section.body);
    for (const inner of section.sections) walk(inner);
  };
  for (const section of sections) walk(section);
  const isAlone = stages.length === 0;
  const listed = stagesInLines(lines, timeline);
  const found = listed.length === 0 && isAlone ? stagesOfSchedule(sections, timeline) : listed;
  for (const { name, ordinal, line, at, dated } of found) {
    const { span, range } = dated;
    if (!span || told.has(line)) continue;
    const schedule: Schedule = { span, origin: 'body', range };
    if (!isAlone) {
      const isIt = (stage: DraftStage) =>
        (ordinal > 0 && stage.ordinal === ordinal) || stageKey(stage.name.value) === name;
      stages.find(isIt)?.schedules.push(schedule);
      continue;
    }
    stages.push({
      ordinal,
      name: { value: name, range: line.at(at, at + name.length) },
      schedules: [schedule],
      steps: [],
      tables: [],
      time: { kind: 'own', span, range },
      range: line.range,
      ...(listed.length === 0 ? { listed: true } : {}),
    });
  }
}
