import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import { spanContains, spansOverlap } from '../../../dates/compare.ts';
import { type DateExpression, type DateSpan, isRange } from '../../../dates/expression.ts';
import { overallWindowsOf } from '../../../plan/constraints/windows.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { partStart, sentenceTo } from '../../../plan/line/sentences.ts';
import type { Dated, Line, Plan, Section, Stage, Task } from '../../../plan/model.ts';
import { isScheduleItem } from '../../../plan/stages/schedule-item.ts';
import { isNextTitle } from '../../../plan/tasks/rectification.ts';
import { liesWithin } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';
import { turnedRound } from './backwards.ts';
import { within } from './within.ts';

type MessageId = 'outsideStage' | 'outsidePlan';

export const stageWindow = { zh: '所在阶段的时间“{raw}”', en: 'The window of its stage, “{raw}”' };
const planWindow = { zh: '整个活动的时间“{raw}”', en: 'The window of the whole activity, “{raw}”' };

/** What is done before and after the days of an activity (活动时间：5月6日至10日) is not outside of it. */
const aroundIt = /准备|筹备|报名|动员|宣传|发动|部署|总结|评比|评选|表彰|颁奖|归档/;

/** Also every stage below 筹备步骤. */
const isAround = ({ name, section }: Stage): boolean =>
  aroundIt.test(name.value) || /准备|筹备/.test(section?.parent?.title.value ?? '');

/** Of an activity that lasts so many days, preparation and summing up are parts where they begin or end in it. */
const longActivity = 45;

/** Begins inside of a long activity and ends behind it, or begins before it and ends inside. */
function straddles(whole: DateSpan, { start, end }: DateSpan): boolean {
  if (!whole.start || !whole.end || !start || !end || daysBetween(whole.start, whole.end) < longActivity) return false;
  const inside = (day: PlainDate) => compare(day, whole.start ?? day) >= 0 && compare(day, whole.end ?? day) <= 0;
  return inside(start) !== inside(end);
}

/** 准备阶段（10月22日至31日） of what lasts from November 1st on: it ends where the activity begins. */
function isInFront({ name }: Stage, { end }: DateSpan, { start }: DateSpan): boolean {
  return /准备|筹备/.test(name.value) && end !== undefined && start !== undefined && daysBetween(end, start) === 1;
}

/** Stages outside the window of the plan; when most lie outside, that window was of something else. */
export function outsidePlan(plan: Plan): readonly Finding<MessageId>[] {
  if (plan.stages.length === 0) return [];
  // A window of some is no limit for all.
  const whole = plan.span && overallWindowsOf(plan).general;
  if (!whole?.start || !whole.end || isOfRounds(plan, whole)) return [];
  const all = plan.stages.flatMap((stage) => stage.schedules.map((schedule) => ({ stage, schedule })));
  const dated = all.filter(({ schedule }) => schedule.span.yearKnown === whole.yearKnown);
  const inSection = plan.sections.some((section) => section.range.start <= whole.range.start);
  const outside = dated.filter(
    ({ stage, schedule }) =>
      !isInFront(stage, schedule.span, whole) &&
      !(inSection && isAround(stage) && !straddles(whole, schedule.span)) &&
      !spanContains(whole, schedule.span) &&
      schedule.range.start !== whole.range.start,
  );
  // Where the first stage begins with the whole, it is the whole of them all the same.
  const first = dated[0]?.schedule.span.start;
  const isOfStages = first !== undefined && compare(first, whole.start) === 0 && outside.length < dated.length;
  if (outside.length * 2 > dated.length && !isOfStages) return [];
  return outside.map(({ stage, schedule }) => ({
    message: 'outsidePlan',
    params: { stage: stage.name.value, raw: schedule.span.raw, otherRaw: whole.raw },
    range: schedule.range,
    related: [{ message: planWindow, params: { raw: whole.raw }, range: whole.range }],
  }));
}

/** 初赛（4月6日—10日）, 决赛（5月8日） below 比赛时间: the first window there is that of a round, and not of all. */
function isOfRounds({ stages, sections }: Plan, { range }: DateSpan): boolean {
  const lines = stages.filter(({ listed, section, tables }) => listed && !section && tables.length === 0);
  const holds = (one: Section): boolean =>
    liesWithin(range, one.range) &&
    (one.sections.some((inner) => liesWithin(range, inner.range))
      ? one.sections.some(holds)
      : lines.some((stage) => liesWithin(stage.range, one.range)));
  return lines.some((stage) => liesWithin(range, stage.range)) || (lines.length > 0 && sections.some(holds));
}

/** 第二阶段自5月6日至9月30日，分两步推进：, right above the parts. */
const leads = /分[两二三四五六2-6]个?(?:阶段|步|步骤|批次?|环节|轮次?|层次)|(?:如下|安排)[：:]$|[：:]$/;

/**
 * Parts that do not keep to the window which the line right above them states for all of them. One of them has to begin or
 * end with it, else it was said of something else.
 */
export function partsOutsideLead(plan: Plan): readonly Finding<MessageId>[] {
  const parts = plan.stages.flatMap((stage) => {
    const [schedule, more] = stage.schedules;
    return schedule && !more && stage.section ? [{ stage, schedule, heading: stage.section.heading }] : [];
  });
  const [first] = parts;
  if (!first || parts.length < 2 || parts.length < plan.stages.length) return [];
  const at = plan.lines.indexOf(first.heading);
  const lead = plan.lines[at - 1];
  if (!lead || lead.place === 'cell' || lead.place === 'quote' || !leads.test(lead.text)) return [];
  const [window, more] = (datedByLine(plan.dates).get(lead) ?? []).filter(
    ({ expression }) => expression.kind === 'span',
  );
  const whole = window?.span;
  if (!window || more || !isRange(window.expression) || !whole?.start || !whole.end) return [];
  // What the plan states of itself is told already.
  if (overallWindowsOf(plan).general?.range.start === whole.range.start) return [];
  const last = parts.at(-1)?.schedule.span.end;
  const [begin, end] = [first.schedule.span.start, last];
  const agrees = (a: PlainDate | undefined, b: PlainDate | undefined) => a && b && compare(a, b) === 0;
  if (!agrees(begin, whole.start) && !agrees(end, whole.end)) return [];
  const outside = parts.filter(
    ({ schedule: { span } }) => span.yearKnown === whole.yearKnown && !spanContains(whole, span),
  );
  if (outside.length * 2 > parts.length) return [];
  return outside.map(({ stage, schedule }) => ({
    message: 'outsidePlan',
    params: { stage: stage.name.value, raw: schedule.span.raw, otherRaw: whole.raw },
    range: schedule.range,
    related: [{ message: planWindow, params: { raw: whole.raw }, range: window.range }],
  }));
}

const doneBehind = /^(?:前|之前|以前)?[^，。；]{0,10}(?:完成|召开|开展|举行|举办|组织|上?报|报送|结束|启动|进行)/;

/** 3.5月16日，组织一次演练: the item opens with its day. */
const opensItem = /^，(?:组织|开展|举行|举办|召开|进行|完成)/;
const isOpening = ({ text, number }: LineFacts, { range }: DateExpression) =>
  number !== undefined && range.start - number.range.end <= 1 && opensItem.test(text.slice(range.end, range.end + 3));

/** 时间：6月1日, in the text of a step. */
const labelBefore = /(?:时间|日期)[：:][\s\u3000]*$/;

/** 1.查看资料（12月9日—13日）: in the brackets that close the heading of an item stands when it is done. */
function isTimeOfItem({ text, number }: LineFacts, { range, from, to }: DateExpression): boolean {
  if (text.length > longestItem || !from || !to || !(number || ofWeek.test(text))) return false;
  return (
    /[（(][ \u3000]{0,4}$/.test(text.slice(0, range.start)) &&
    /^[ \u3000]{0,4}[)）][：:。；;]?$/.test(text.slice(range.end))
  );
}
const longestItem = 40;
/** Week 3-4（3月2日—15日）, 第五周（…）: a part of a stage that has no number. */
const ofWeek = /^(?:Week|W)\s?\d|^第[\d一二三四五六七八九十—–~至-]{1,6}周/i;

/** 对在本阶段难以全部完成的，……并于12月31日前完成: the plan says itself that it takes longer than the stage. */
const goesBeyond =
  /(?:难以|不能|无法|未能)[^。]{0,10}(?:完成|解决|整改|到位)|(?:暂时|一时|短期内)(?:难以|不能|无法)|条件不(?:具备|成熟)/;

type StagePart = Pick<Task, 'range' | 'table'>;

/** The text of a stage as a whole, whether or not steps are told apart in it, and its rows of tables. */
export function partsOf({ section, steps }: Stage): readonly StagePart[] {
  // What a summary of the stage has still to be done lies behind it.
  return section
    ? [{ range: section.range }, ...steps.filter(({ table }) => table)]
    : steps.filter((step) => !isNext(step) && !isOver(step));
}

/** 学习调研阶段工作总结, in front of the stage that a speech opens: what is told there lies before it. */
function isOver({ section }: Task): boolean {
  for (let around = section; around; around = around.parent) if (over.test(around.title.value)) return true;
  return false;
}
const over = /阶段.{0,8}(?:总结|回顾|小结|情况|成效)$|^(?:前.阶段|前期|上一?阶段)/;

function isNext({ section }: Task): boolean {
  for (let around = section; around; around = around.parent) if (isNextTitle(around.title.value)) return true;
  return false;
}

/** Whether it is a day by which, or on which, something is done. */
function isBound({ expression, line, span }: Dated, stages: readonly Stage[]): boolean {
  if (boundOn(line.facts).includes(expression)) return true;
  return isDay(expression) && line.text.startsWith('正式', expression.range.end) && isOfNone(span, stages);
}

/** Those of a line of which its words tell that; several stages ask. */
const boundOn = lineMemo((facts: LineFacts): readonly DateExpression[] => {
  const { text, dates } = facts;
  return dates.filter((expression) => {
    const { start, end } = expression.range;
    return (
      isDay(expression) &&
      !isAttributeFeast(expression, text) &&
      (expression.deadline === true ||
        isTimeOfItem(facts, expression) ||
        isOpening(facts, expression) ||
        labelBefore.test(text.slice(Math.max(0, start - 8), start)) ||
        doneBehind.test(text.slice(end, end + 20)))
    );
  });
});

/** 对“七一”前表彰的先进, “五一”前完成的任务: tells which ones, and is no limit. */
const isAttributeFeast = ({ from, to, range: { end } }: DateExpression, text: string): boolean =>
  (to ?? from)?.holiday !== undefined &&
  /^[之以]?前?(?:\p{Script=Han}{2,3}|全部完成)的\p{Script=Han}/u.test(text.slice(end, end + 9));

/** 截至5月31日，已接待… tells how things stood. */
const isDay = ({ kind, raw }: DateExpression): boolean => kind === 'span' && !/^截[至止](?!时间|日期)/.test(raw);

/** 6月1日正式上线 may be told where the stage in front of it ends; a day that lies in no stage at all is a slip. */
function isOfNone(span: DateSpan | undefined, stages: readonly Stage[]): boolean {
  return (
    span !== undefined &&
    !stages.some(({ schedules }) => schedules.some((one) => spansOverlap(one.span, span))) &&
    stages.some(({ schedules }) =>
      schedules.some(({ span: { start } }) => start && span.end && compare(start, span.end) > 0),
    )
  );
}

/** Days set for a step that certainly lie outside every window of its stage. */
export function outsideStage(stage: Stage, step: StagePart, plan: Plan): readonly Finding<MessageId>[] {
  // 盲审（3月9日前定稿）: what has to be done for a work is told beside the days of the work.
  if (stage.schedules.length === 0 || isScheduleItem(stage)) return [];
  const { dates, stages } = plan;
  const inside = within(dates, step.range);
  if (inside.length === 0) return [];
  const schedules = step.table ? stage.schedules.filter(({ table }) => table === step.table) : stage.schedules;
  const windows = schedules.map((schedule) => schedule.span);
  const own = new Set(stage.schedules.map((schedule) => schedule.range.start));
  const first = windows[0];
  // Nothing lies within a window that runs backwards, of which is told by itself.
  const turned = turnedRound(plan);
  if (schedules.some(({ range }) => turned.has(range.start))) return [];
  if (!first || windows.some(({ start, end }) => !start || !end || compare(end, start) < 0)) return [];
  return inside
    .filter((dated) => {
      const { expression, span, range, line } = dated;
      // Rows of a table have windows of their own.
      if (!step.table && line.place === 'cell') return false;
      // 到2025年 is an aim of years, not a day of the stage.
      if (span?.precision === 'year' || span?.precision === 'halfYear') return false;
      if (own.has(range.start) || !span || span.yearKnown !== first.yearKnown) return false;
      const keeps = isCoarse(expression, span) ? spansOverlap : spanContains;
      if (!isBound(dated, stages) || windows.some((window) => keeps(window, span))) return false;
      if (goesBeyond.test(sentenceTo(line.text, expression.range.start))) return false;
      if (goesOn(line, stage, expression.range.start)) return false;
      if (span.yearWritten)
        return !isBefore(span, first) && !(isBehind(span, first) && isMeantLater(line.text, expression.range));
      // 于2023年8月25日前报送，8月31日前汇总: the year left over stands at the first of them, which is told.
      const former = dates.findLast(
        (one) => one.line === line && one.range.start < range.start && isBound(one, stages),
      );
      return !(former?.span?.yearWritten && isBefore(former.span, first));
    })
    .map((dated) => ({
      message: 'outsideStage' as const,
      ...(isReportedSoon(dated, windows) ? { severity: 'info' as const } : {}),
      params: { raw: dated.expression.raw, stage: stage.name.value, otherRaw: first.raw },
      range: dated.range,
      related: [{ message: stageWindow, params: { raw: first.raw }, range: first.range }],
    }));
}

const reports = /^(?:前|之前|以前)?[，,]?[^，。；]{0,24}(?:报|提交|上交|汇总|反馈)/;
/** Days within which the figures of a stage go up when it is over. */
const SOON = 15;

/** 摸底（8月6日至20日）……8月22日前报局办公室: what came out of a stage is told shortly behind it, and many mean it so. */
function isReportedSoon({ expression, line, span }: Dated, windows: readonly DateSpan[]): boolean {
  if (!span?.end || !reports.test(line.text.slice(expression.range.end, expression.range.end + 40))) return false;
  const { end } = span;
  return windows.some((window) => {
    const days = window.end ? daysBetween(window.end, end) : 0;
    return days > 0 && days <= SOON;
  });
}

/** 1月4日至10日及11日白天: the window goes on behind 及, and what follows belongs to it. */
function goesOn(line: Line, { schedules }: Stage, at: number): boolean {
  const before = line.facts.dates.findLast(({ range }) => range.end <= at);
  if (!before || !/^(?:内|期间)?[及和与、](?:其中)?$/.test(line.text.slice(before.range.end, at))) return false;
  const { start } = line.at(before.range.start, before.range.end);
  return schedules.some(({ range }) => range.start === start);
}

const isBehind = ({ end }: DateSpan, { end: last }: DateSpan) =>
  end !== undefined && last !== undefined && end.year > last.year;

/** 半年后（2027年2月底前）验收合格再拨30%, 质保金于2027年7月31日前付清: with a year of its own, what is paid or looked at again later. */
function isMeantLater(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  const sentence = text.slice(partStart(text, start), start) + (/^[^。；]{0,40}/.exec(text.slice(end))?.[0] ?? '');
  return paidLater.test(sentence);
}
const paidLater =
  /质保|质量保证金|保修|缺陷责任|尾款|余款|尾金|再拨|再付|付清|结清|[年月]后|后评价|后评估|回访|管护期|试用期/;

const isBefore = ({ end }: DateSpan, { start }: DateSpan) =>
  end !== undefined && start !== undefined && end.year < start.year;

/** 二季度、四季度各开展一次: some day of it, and that may lie in the stage. */
function isCoarse({ from, to, deadline }: DateExpression, { precision }: DateSpan): boolean {
  return from === to && deadline !== true && (precision === 'quarter' || precision === 'month');
}
