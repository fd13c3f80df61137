import { addDays, compare, daysBetween, type PlainDate } from '../../dates/civil.ts';
import { spanContains, spansOverlap } from '../../dates/compare.ts';
import type { DateExpression, DateSpan } from '../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../dates/workdays.ts';
import { overallWindowsOf } from '../../plan/constraints/windows.ts';
import { isSheet } from '../../plan/labels.ts';
import type { Dated, Plan, Schedule, Section, Stage, Task } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { beforeIssue, dueBeforeYear } from './before-issue.ts';
import { itemsOutsideEvent } from './event-items.ts';
import { backwardHours, hoursOutOfOrder } from './hours.ts';
import { itemsBehindWhole, measuresBehindLimit } from './late-measure.ts';
import { overlappingHours } from './programme.ts';
import { registrationAfterEvent } from './registration.ts';
import { itemsOutOfOrder, rowsOutOfOrder } from './schedule-rows.ts';

type MessageId =
  | 'reversed'
  | 'overlap'
  | 'sameDay'
  | 'gap'
  | 'stageOrder'
  | 'outsideStage'
  | 'outsidePlan'
  | 'afterStart'
  | 'dueBeforeIssue'
  | 'dueBeforeYear'
  | 'stagesBeforeIssue'
  | 'rowOrder'
  | 'itemOrder'
  | 'hourOrder'
  | 'behindLimit'
  | 'behindWhole'
  | 'afterEvent'
  | 'outsideEvent'
  | 'clockOverlap';

interface Options {
  /** Days without any stage between two stages that are still no gap: a weekend. */
  readonly gapDays: number;
}

const otherStage = { zh: '另一阶段的时间“{raw}”', en: 'The window of the other stage, “{raw}”' };
const stageWindow = { zh: '所在阶段的时间“{raw}”', en: 'The window of its stage, “{raw}”' };
const planWindow = { zh: '整个活动的时间“{raw}”', en: 'The window of the whole activity, “{raw}”' };

/** Times that cannot all hold: a range that runs backwards, stages that overlap, a step outside its stage. */
export const dateOrder = defineRule<MessageId, Options>({
  id: 'date-order',
  family: 'dates',
  severity: 'warning',
  basis: ['条例-19', '条例-20'],
  faults: ['F19', 'F26', 'F28'],
  fixes: [],
  summary: {
    zh: '时间先后不合：止早于起、阶段重叠或脱节、步骤超出所在阶段',
    en: 'Times out of order: an end before its start, stages that overlap or leave a gap, a step outside its stage',
  },
  messages: {
    reversed: { zh: '“{raw}”的结束时间早于开始时间，请核对。', en: '“{raw}” ends before it starts.' },
    overlap: {
      zh: '“{stage}”的时间“{raw}”与“{other}”的“{otherRaw}”重叠，请明确两个阶段的分界。',
      en: 'The window “{raw}” of “{stage}” overlaps “{otherRaw}” of “{other}”.',
    },
    sameDay: {
      zh: '“{other}”到“{otherRaw}”为止，“{stage}”从同一天开始（“{raw}”），请明确这一天属于哪个阶段。',
      en: '“{stage}” (“{raw}”) begins on the very day on which “{other}” (“{otherRaw}”) ends.',
    },
    gap: {
      zh: '“{other}”到“{otherRaw}”为止，“{stage}”从“{raw}”开始，中间空出{days}天没有安排。',
      en: '“{stage}” (“{raw}”) begins {days} days after “{other}” (“{otherRaw}”) has ended.',
    },
    stageOrder: {
      zh: '“{stage}”排在“{other}”之后，时间“{raw}”却在其“{otherRaw}”之前，请核对。',
      en: '“{stage}” follows “{other}”, but its window “{raw}” lies before “{otherRaw}”.',
    },
    outsideStage: {
      zh: '“{raw}”不在所在阶段“{stage}”的时间“{otherRaw}”之内，请核对。',
      en: '“{raw}” lies outside the window “{otherRaw}” of its stage “{stage}”.',
    },
    outsidePlan: {
      zh: '“{stage}”的时间“{raw}”超出整个活动的时间“{otherRaw}”，请核对。',
      en: 'The window “{raw}” of “{stage}” lies outside that of the whole activity, “{otherRaw}”.',
    },
    afterStart: {
      zh: '这里是正式开始前的准备工作，其中“{raw}”却不早于开始时间“{otherRaw}”，请核对。',
      en: 'This is to be done before the start, but “{raw}” is not before “{otherRaw}”.',
    },
    dueBeforeIssue: {
      zh: '“{raw}”早于成文日期{issued}，到时间时方案还没有印发，请核对。',
      en: '“{raw}” lies before the issue of the plan ({issued}).',
    },
    dueBeforeYear: {
      zh: '“{raw}”早于标题所称的{year}年，请核对年份，是否套用了以前的方案。',
      en: '“{raw}” lies before {year}, the year in the title; check the year.',
    },
    stagesBeforeIssue: {
      zh: '各阶段的时间（“{raw}”等）都早于成文日期{issued}，请核对年份，是否套用了以前的方案。',
      en: 'All stages (“{raw}” …) had ended before the plan was issued ({issued}); check the years.',
    },
    rowOrder: {
      zh: '全表按时间排列，只有“{raw}”不在顺序中，请核对日期或调整行序。',
      en: 'The table goes by time, and only “{raw}” is out of its order; check the day, or move the row.',
    },
    itemOrder: {
      zh: '各项按时间排列，只有“{raw}”不在顺序中，请核对日期或调整次序。',
      en: 'The items go by time, and only “{raw}” is out of its order; check the day, or move the item.',
    },
    hourOrder: {
      zh: '各项按时间排列，“{raw}”却早于前一项，请核对时间或调整次序。',
      en: 'The items go by the clock, but “{raw}” is before the one above.',
    },
    behindLimit: {
      zh: '措施的时间“{raw}”晚于本项的时限“{limit}”，请核对。',
      en: 'The measure is due “{raw}”, behind the time limit of its item, “{limit}”.',
    },
    behindWhole: {
      zh: '“{raw}”晚于方案所定全部完成的时间“{limit}”，请核对。',
      en: '“{raw}” lies behind the day by which everything is to be done, “{limit}”.',
    },
    afterEvent: {
      zh: '报名时间“{raw}”晚于活动时间“{event}”，请核对。',
      en: 'Registration (“{raw}”) ends behind the event itself (“{event}”).',
    },
    outsideEvent: {
      zh: '“{raw}”不在活动时间“{event}”之内，请核对。',
      en: '“{raw}” is not within the days of the activity, “{event}”.',
    },
    clockOverlap: {
      zh: '“{raw}”与上一项“{otherRaw}”的时间重叠，请核对。',
      en: '“{raw}” begins before the item above, “{otherRaw}”, has ended.',
    },
  },
  options: { gapDays: 3 },
  checkLine({ line, report }) {
    for (const range of backwardHours(line.text)) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'reversed', params: { raw }, range, severity: 'error' });
    }
    if (!line.text.includes('周')) return;
    for (const { index, 0: raw, 1: from, 2: to } of line.text.matchAll(teachingWeeks)) {
      if (Number(from) > Number(to))
        report({
          message: 'reversed',
          params: { raw },
          range: { start: index, end: index + raw.length },
          severity: 'error',
        });
    }
  },
  checkPlan({ plan, profile, options, report }) {
    for (const dated of plan.dates) if (runsBackwards(dated)) report(reversedAt(dated));
    for (const finding of betweenStages(plan, options)) report(finding);
    for (const finding of outsidePlan(plan)) report(finding);
    const bound = boundDates(plan);
    for (const stage of plan.stages)
      for (const part of partsOf(stage)) for (const finding of outsideStage(stage, part, bound)) report(finding);
    for (const section of plan.sections) for (const finding of afterStart(section, plan)) report(finding);
    for (const finding of rowsOutOfOrder(plan)) report(finding);
    for (const finding of itemsOutOfOrder(plan)) report(finding);
    for (const finding of hoursOutOfOrder(plan)) report(finding);
    for (const finding of measuresBehindLimit(plan)) report(finding);
    for (const finding of itemsBehindWhole(plan)) report(finding);
    for (const finding of registrationAfterEvent(plan)) report(finding);
    for (const finding of itemsOutsideEvent(plan)) report(finding);
    for (const finding of overlappingHours(plan)) report(finding);
    // A summary tells of what lies behind it.
    if (profile.id === 'summary') return;
    for (const finding of beforeIssue(plan)) report(finding);
    for (const finding of dueBeforeYear(plan)) report(finding);
  },
});

/** 第8周至第5周 of a term: no days, but an order all the same. */
const teachingWeeks = /第(\d{1,2})周?\s?(?:[-—–－~～]{1,2}|至|到)\s?第?(\d{1,2})周/g;

function runsBackwards({ expression, span }: Dated): boolean {
  if (expression.fault) return expression.fault.kind === 'reversed';
  if (!span?.start || !span.end) return false;
  return compare(span.end, span.start) < 0 || takenForNextYear(expression, span.start, span.end);
}

/** 5月31日至4月16日 would last to the next spring; only a school year does, or a whole one. */
function takenForNextYear({ from, to }: DateExpression, start: PlainDate, end: PlainDate): boolean {
  if (from?.day === undefined || to?.day === undefined || from.month === undefined || to.month === undefined)
    return false;
  if (to.year !== undefined || to.yearShift !== undefined || end.year === start.year) return false;
  const next = addDays(end, 1);
  const wholeYear = next.month === start.month && next.day === start.day;
  const days = daysBetween(start, end) + 1;
  return days > longestCrossing && !wholeYear && !(start.month >= 8 && start.month <= 9 && end.month >= 6);
}

/** A window without a year at its end that lasts longer has its ends the wrong way round. */
const longestCrossing = 290;

function reversedAt({ expression, range }: Dated): Finding<MessageId> {
  return { message: 'reversed', params: { raw: expression.raw }, range, severity: 'error' };
}

/** Stages that follow one another, each pair for each audience; both places are marked, since either may be wrong. */
function betweenStages(plan: Plan, options: Options): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
  const said = new Set<string>();
  const unreadable = new Set(
    plan.dates
      .filter(
        (dated) =>
          dated.expression.fault || runsBackwards(dated) || hasBlankYear(dated.line.text, dated.expression.range.start),
      )
      .map(({ range }) => range.start),
  );
  const sheet = isSheet(plan);
  plan.stages.forEach((stage, at) => {
    const before = plan.stages[at - 1];
    // Stages that are told twice, in an overview and again below, do not follow one another.
    if (!before || stage.section?.parent !== before.section?.parent) return;
    // Events side by side (书画大赛, 征文活动) are in no order, whatever their days.
    if (isEvent(before) && isEvent(stage)) return;
    for (const later of stage.schedules) {
      for (const earlier of before.schedules) {
        if (!comparable(earlier, later)) continue;
        // A stage that was copied stands there twice: its number says so.
        if (stage.name.value === before.name.value && later.span.raw === earlier.span.raw) continue;
        // A day that does not exist is a fault of its own, and says nothing about the neighbours.
        if (unreadable.has(earlier.range.start) || unreadable.has(later.range.start)) continue;
        const relation = relate(earlier.span, later.span, options, plan.calendar);
        if (!relation || (sheet && isBesides(relation, stage))) continue;
        // Where body and table differ, date-conflict says so; the gap is only in one of them.
        if (relation.message === 'gap' && isClosedElsewhere(before.schedules, earlier, later, options, plan)) continue;
        const key = `${earlier.range.start} ${later.range.start}`;
        if (said.has(key)) continue;
        said.add(key);
        findings.push(between(relation, stage, later, before, earlier));
        if (relation.message === 'overlap') findings.push(between(relation, before, earlier, stage, later));
      }
    }
  });
  // Around a stage in the wrong place, nothing that seems to be left out is.
  const disordered = findings.some(({ message }) => message === 'stageOrder');
  return disordered ? findings.filter(({ message }) => message !== 'gap') : findings;
}

/** 12月到20xx年1月: of which year the day in front of `at` speaks is still to be filled in. */
function hasBlankYear(text: string, at: number): boolean {
  return text.charAt(at - 1) === '年' && /[xX×＊*_＿○〇]/.test(text.charAt(at - 2));
}

const event =
  /(?:活动|比赛|大赛|竞赛|联赛|征文|讲座|晚会|展演|汇演|论坛|沙龙|运动会|艺术节|读书节|文化节)(?:总?决赛)?$/;
/** Words of what comes one after the other, even where it ends in 活动: 集中整治活动, 报名活动. */
const ofProcess =
  /阶段|步骤|动员|部署|宣传|发动|启动|准备|筹备|报名|征集|海选|初赛|复赛|预赛|整治|整改|自查|排查|检查|督查|验收|评选|评比|评审|总结|表彰|学习教育|巩固|实施|开展/;

/** What an activity offers (好书推荐, 读书征文) may run side by side and need not follow one another. */
function isBesides({ message }: Relation, { name }: Stage): boolean {
  return message === 'gap' || !(ofProcess.test(name.value) || ofSelection.test(name.value));
}

const ofSelection = /推荐|申报|初审|审核|评审|评议|复评|公示|颁奖|结业|闭幕/;

/** An event of its own among others, and no part of a process. */
function isEvent({ name, section }: Stage): boolean {
  if (section?.number?.kind === 'stage') return false;
  return name.value.length > 5 && event.test(name.value) && !ofProcess.test(name.value);
}

/** Another place gives the stage before a window that ends where the next one begins. */
function isClosedElsewhere(
  schedules: readonly Schedule[],
  earlier: Schedule,
  later: Schedule,
  options: Options,
  { calendar }: Plan,
): boolean {
  return schedules.some(
    (other) =>
      other !== earlier &&
      other.origin !== earlier.origin &&
      sameAudience(other.audience, later.audience) &&
      relate(other.span, later.span, options, calendar) === undefined,
  );
}

type Relation = { readonly message: 'overlap' | 'sameDay' | 'stageOrder' | 'gap'; readonly days: number };

const longestHoliday = 12;

function comparable(a: Schedule, b: Schedule): boolean {
  if (a.table !== b.table) return false;
  return a.table ? a.audience === b.audience : sameAudience(a.audience, b.audience);
}

function relate(earlier: DateSpan, later: DateSpan, options: Options, calendar: WorkCalendar): Relation | undefined {
  if (!earlier.start || !earlier.end || !later.start || earlier.yearKnown !== later.yearKnown) return undefined;
  // A window that runs backwards is a fault of its own and says nothing about its neighbours.
  if ([earlier, later].some(({ start, end }) => start && end && compare(end, start) < 0)) return undefined;
  // Without years, what follows a window over the turn of the year belongs to the new one.
  if (!earlier.yearKnown && earlier.end.year > earlier.start.year) return undefined;
  if (later.end && compare(later.end, earlier.start) < 0) return { message: 'stageOrder', days: 0 };
  const days = daysBetween(earlier.end, later.start) - 1;
  // Two stages may meet in the same ten days (到11月初, 从11月初); in the same month or day they may not.
  const fuzzy = earlier.approximate || later.approximate || earlier.precision === 'xun' || later.precision === 'xun';
  if (days < 0) {
    const overlapFor = fuzzy
      ? daysBetween(later.bounds?.startHi ?? later.start, earlier.bounds?.endLo ?? earlier.end)
      : 1;
    // The closing day of one may be the opening day of the next, which day belongs where is then left open.
    if (!fuzzy && days === -1 && earlier.precision === 'day' && later.precision === 'day') {
      const longer = [earlier, later].every(({ start, end }) => start && end && compare(start, end) < 0);
      return longer ? { message: 'sameDay', days: 0 } : undefined;
    }
    return overlapFor > 0 ? { message: 'overlap', days: 0 } : undefined;
  }
  const [last, next] = [earlier.bounds?.endHi ?? earlier.end, later.bounds?.startLo ?? later.start];
  const least = daysBetween(last, next) - 1;
  if (least <= options.gapDays) return undefined;
  // A week of holidays is no gap, nor are the school holidays of the office's own calendar.
  const counted = least <= longestHoliday || calendar.own.size > 0;
  const worked = counted ? workdaysBetween(last, addDays(next, -1), calendar) : least;
  return worked > options.gapDays ? { message: 'gap', days: least } : undefined;
}

function between(
  relation: Relation,
  stage: Stage,
  own: Schedule,
  otherOne: Stage,
  other: Schedule,
): Finding<MessageId> {
  return {
    message: relation.message,
    params: {
      stage: stage.name.value,
      raw: own.span.raw,
      other: otherOne.name.value,
      otherRaw: other.span.raw,
      days: relation.days,
    },
    range: own.range,
    related: [{ message: otherStage, params: { raw: other.span.raw }, range: other.range }],
    ...(relation.message === 'gap' || relation.message === 'sameDay' ? { severity: 'info' as const } : {}),
  };
}

/** What is done before and after the days of an activity (活动时间：5月6日至10日) is not outside of it. */
const aroundIt = /准备|筹备|报名|动员|宣传|发动|部署|总结|评比|评选|表彰|颁奖|归档/;

/** Of an activity that lasts so many days, preparation and summing up are parts where they begin or end in it. */
const longActivity = 45;

/** Begins inside of a long activity and ends behind it, or begins before it and ends inside. */
function straddles(whole: DateSpan, { start, end }: DateSpan): boolean {
  if (!whole.start || !whole.end || !start || !end || daysBetween(whole.start, whole.end) < longActivity) return false;
  const inside = (day: PlainDate) => compare(day, whole.start ?? day) >= 0 && compare(day, whole.end ?? day) <= 0;
  return inside(start) !== inside(end);
}

/** Stages outside the window of the plan; when most lie outside, that window was of something else. */
function outsidePlan(plan: Plan): readonly Finding<MessageId>[] {
  // A window of some is no limit for all.
  const whole = plan.span && overallWindowsOf(plan).general;
  if (!whole?.start || !whole.end) return [];
  const all = plan.stages.flatMap((stage) => stage.schedules.map((schedule) => ({ stage, schedule })));
  const dated = all.filter(({ schedule }) => schedule.span.yearKnown === whole.yearKnown);
  const inSection = plan.sections.some((section) => section.range.start <= whole.range.start);
  const outside = dated.filter(
    ({ stage, schedule }) =>
      !(inSection && aroundIt.test(stage.name.value) && !straddles(whole, schedule.span)) &&
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

const doneBehind = /^(?:前|之前|以前)?[^，。；]{0,10}(?:完成|召开|开展|举行|举办|组织|上?报|报送|结束|启动|进行)/;

/** 时间：6月1日, in the text of a step. */
const labelBefore = /(?:时间|日期)[：:][\s\u3000]*$/;

type StagePart = Pick<Task, 'range' | 'table'>;

/** The text of a stage as a whole, whether or not steps are told apart in it, and its rows of tables. */
function partsOf({ section, steps }: Stage): readonly StagePart[] {
  return section ? [{ range: section.range }, ...steps.filter(({ table }) => table)] : steps;
}

/** Days by which, or on which, something is done: few, so that every step can look among them. */
function boundDates({ dates }: Plan): readonly Dated[] {
  return dates.filter(
    ({ expression, line }) =>
      expression.kind === 'span' &&
      // 截至5月31日，已接待… tells how things stood.
      !/^截[至止](?!时间|日期)/.test(expression.raw) &&
      (expression.deadline === true ||
        labelBefore.test(line.text.slice(Math.max(0, expression.range.start - 8), expression.range.start)) ||
        doneBehind.test(line.text.slice(expression.range.end, expression.range.end + 20))),
  );
}

/** Days set for a step that certainly lie outside every window of its stage. */
function outsideStage(stage: Stage, step: StagePart, bound: readonly Dated[]): readonly Finding<MessageId>[] {
  if (stage.schedules.length === 0) return [];
  const schedules = step.table ? stage.schedules.filter(({ table }) => table === step.table) : stage.schedules;
  const windows = schedules.map((schedule) => schedule.span);
  const own = new Set(stage.schedules.map((schedule) => schedule.range.start));
  const first = windows[0];
  if (!first || windows.some((window) => !window.start || !window.end)) return [];
  return within(bound, step.range)
    .filter(({ expression, span, range, line }) => {
      // Rows of a table have windows of their own.
      if (!step.table && line.place === 'cell') return false;
      // 到2025年 is an aim of years, not a day of the stage.
      if (span?.precision === 'year' || span?.precision === 'halfYear') return false;
      if (own.has(range.start) || !span || span.yearKnown !== first.yearKnown) return false;
      if (span.yearWritten && span.end && first.start && span.end.year < first.start.year) return false;
      return !windows.some((window) => (isCoarse(expression, span) ? spansOverlap : spanContains)(window, span));
    })
    .map(({ expression, range }) => ({
      message: 'outsideStage' as const,
      params: { raw: expression.raw, stage: stage.name.value, otherRaw: first.raw },
      range,
      related: [{ message: stageWindow, params: { raw: first.raw }, range: first.range }],
    }));
}

/** 二季度、四季度各开展一次: some day of it, and that may lie in the stage. */
function isCoarse({ from, to, deadline }: DateExpression, { precision }: DateSpan): boolean {
  return from === to && deadline !== true && (precision === 'quarter' || precision === 'month');
}

const beforeStart = /[^。；，]{0,16}正式(?:开始|启动|开展)(?:之|以)?前/;

/** Preparations for 正式开始前 that are dated on or behind the first day. */
function afterStart(section: Section, plan: Plan): readonly Finding<MessageId>[] {
  const start = plan.stages[0]?.schedules[0]?.span ?? plan.span;
  if (!start?.start) return [];
  for (const line of [section.heading, ...section.body]) {
    const match = beforeStart.exec(line.text);
    if (!match) continue;
    const late = within(plan.dates, section.range).find(({ expression, span }) => {
      if (expression.kind !== 'span' || !span?.start || !start.start || span.yearKnown !== start.yearKnown)
        return false;
      return span.precision === 'day' && span.raw !== start.raw && compare(span.start, start.start) >= 0;
    });
    if (!late) return [];
    return [
      {
        message: 'afterStart',
        params: { raw: late.expression.raw, otherRaw: start.raw },
        range: line.at(match.index, match.index + match[0].length),
        related: [
          {
            message: { zh: '准备工作的时间“{raw}”', en: 'The date of the preparation, “{raw}”' },
            params: { raw: late.expression.raw },
            range: late.range,
          },
          { message: stageWindow, params: { raw: start.raw }, range: start.range },
        ],
        severity: 'info',
      },
    ];
  }
  return [];
}

function within(dates: readonly Dated[], range: Range): readonly Dated[] {
  return dates.filter((dated) => dated.range.start >= range.start && dated.range.end <= range.end);
}
