import { addDays, daysBetween } from '../../dates/civil.ts';
import { compareLength } from '../../dates/compare.ts';
import type { Amount, DateSpan } from '../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../dates/workdays.ts';
import type { Dated, Line, Plan, Stage } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import { hasHeadedSpan } from '../../plan/stages/activity-span.ts';
import { defineRule, type Finding } from '../rule.ts';
import { campaignLengths } from './lengths/campaign-lengths.ts';
import { clockColumns, clockLengths } from './lengths/clock-lengths.ts';
import { tooLateAhead } from './lengths/days-ahead.ts';
import { isWindow, windowBeside } from './lengths/length-beside.ts';
import { columnFindings } from './lengths/length-columns.ts';
import { windowInSentence } from './lengths/length-in-sentence.ts';
import { hundredDays, nameSign, yearsOfName } from './lengths/named-lengths.ts';
import { noticeFindings } from './lengths/notice.ts';
import { noticeWindows } from './lengths/notice-windows.ts';
import { publicNoticeFindings } from './lengths/public-notice.ts';
import { splitWindowFindings } from './lengths/split-windows.ts';
import { mismatch, type Window, windowOf } from './lengths/window-lengths.ts';

export type DurationMessage = 'shorter' | 'longer' | 'years' | 'ahead' | 'publicNotice' | 'notice' | 'noticeFuzzy';

interface Options {
  /** Working days from the issue of the plan to a day on which something is due that are still enough. */
  readonly noticeDays: number;
}

/** A length of time that is not that of the window beside it, or that there is no room for. */
export const durationMismatch = defineRule<DurationMessage, Options>({
  id: 'duration-mismatch',
  family: 'dates',
  severity: 'warning',
  basis: ['条例-19', '条例-20'],
  faults: ['F21', 'F23'],
  fixes: [],
  summary: {
    zh: '所称时长与起止时间不符，公示期、准备时间不够',
    en: 'A stated length that is not that of its window; too little time for a public notice or after the issue',
  },
  messages: {
    shorter: {
      zh: '“{raw}”与起止时间“{window}”不符：起止时间只有{actual}，请核对。',
      en: '“{raw}” does not fit “{window}”, which is only {actual} long.',
    },
    longer: {
      zh: '“{raw}”与起止时间“{window}”不符：起止时间长达{actual}，请核对。',
      en: '“{raw}” does not fit “{window}”, which is {actual} long.',
    },
    years: {
      zh: '“{raw}”与“{window}”不符：{window}首尾共{actual}个年度，请核对。',
      en: '“{raw}” does not fit “{window}”, which are {actual} years.',
    },
    ahead: {
      zh: '“{raw}”离“{event}”只有{days}，不足所称的“{least}”，请核对。',
      en: '“{raw}” is only {days} ahead of “{event}”, and “{least}” is asked for.',
    },
    publicNotice: {
      zh: '“{raw}”排不下：前一步在“{before}”，后一步在“{after}”，中间至多{days}，请调整时间。',
      en: 'There is no room for “{raw}”: the step before is on “{before}”, the next one on “{after}”, {days} at most.',
    },
    notice: {
      zh: '“{raw}”离成文日期{issued}只有{days}个工作日，请核实执行单位是否来得及。',
      en: '“{raw}” is only {days} working days behind the issue of the plan ({issued}).',
    },
    noticeFuzzy: {
      zh: '方案{issued}成文时“{raw}”已经开始，留给执行单位的时间不够，请写明具体日期或适当推后。',
      en: 'When the plan was issued ({issued}), “{raw}” had already begun; name a day, or a later time.',
    },
  },
  options: { noticeDays: 3 },
  checkPlan({ document, plan, profile, options, report }) {
    const lines = linesInOrder(document, plan);
    const saysLength = plan.dates.some(({ expression }) => expression.kind === 'duration');
    if (saysLength) for (const finding of lengthFindings(plan)) report(finding);
    if (saysLength) for (const finding of campaignLengths(plan)) report(finding);
    for (const finding of columnFindings(plan)) report(finding);
    for (const finding of clockLengths(lines)) report(finding);
    for (const finding of clockColumns(plan)) report(finding);
    if (saysLength) for (const finding of splitWindowFindings(plan)) report(finding);
    const named = linesWith(lines, nameSign);
    for (const finding of hundredDays(plan, named)) report(finding);
    for (const finding of yearsOfName(named)) report(finding);
    for (const finding of tooLateAhead(plan)) report(finding);
    if (saysLength) for (const finding of publicNoticeFindings(plan)) report(finding);
    for (const { least, window } of noticeWindows(plan)) {
      // Beside its own window the length is compared in any case.
      const at = plan.dates.indexOf(least);
      const isBeside = (windowBeside(plan.dates, at) ?? windowInSentence(plan.dates, at))?.window === window;
      const found = isBeside ? undefined : compared(least, window, true, plan);
      if (found) report({ ...found, range: window.range });
    }
    // What a summary tells is done already.
    if (profile.id !== 'summary') for (const finding of noticeFindings(plan, options.noticeDays)) report(finding);
  },
});

function lengthFindings(plan: Plan): readonly Finding<DurationMessage>[] {
  const findings: Finding<DurationMessage>[] = [];
  let stages: ReadonlyMap<Line, Stage> | undefined;
  plan.dates.forEach((dated, at) => {
    const { expression, line } = dated;
    if (expression.kind !== 'duration' || !expression.amount || line.place === 'quote') return;
    const beside = windowBeside(plan.dates, at);
    if (beside) {
      const found = compared(dated, beside.window, beside.part, plan);
      if (found) findings.push(found);
      return;
    }
    const farther = windowInSentence(plan.dates, at);
    if (farther) {
      const found = compared(dated, farther.window, false, plan) ?? miscounted(dated, farther.window, plan);
      const isOpen = farther.part === 'perhaps' && found?.message === 'longer';
      if (found) findings.push(isOpen ? { ...found, severity: 'info' } : found);
      return;
    }
    const whole = ofWhole(plan, dated);
    if (whole) {
      const { amount, comparator, raw } = expression;
      const result = inWholeDays(whole.span, amount) ?? compareLength(whole.span, amount, comparator, plan.calendar);
      if (result === 'shorter' || result === 'longer')
        findings.push(mismatch(result, raw, dated, whole, amount, plan.calendar));
      return;
    }
    if (!ofStage.test(line.text.slice(Math.max(0, expression.range.start - 12), expression.range.start))) return;
    stages ??= stageLines(plan);
    const own = stages.get(line)?.schedules.filter(({ origin }) => origin !== 'table');
    const [only, more] = own ?? [];
    const window = only && !more && plan.dates.find(({ range }) => range.start === only.range.start);
    const found = window && isWindow(window) ? compared(dated, window, false, plan) : undefined;
    // 初检预选（9月至11月）: 时间约1天 is that of each who comes.
    const isOfEach =
      found?.message === 'longer' && expression.amount.unit === 'day' && only?.span.precision === 'month';
    if (found && !isOfEach) findings.push(found);
  });
  return findings;
}

/** 开展为期100天的攻坚行动 in the opening, and the days of the whole under 行动时间. */
function ofWhole(plan: Plan, { expression: { range: at }, line }: Dated): (Window & { span: DateSpan }) | undefined {
  const { span } = plan;
  if (!span?.yearKnown || span.precision !== 'day' || !plan.opening.includes(line)) return undefined;
  if (!/为期$/.test(line.text.slice(0, at.start)) && !line.text.startsWith('为期', at.start)) return undefined;
  if (!/^的[^，。；]{2,24}(?:行动|活动|整治|治理|检查)/.test(line.text.slice(at.end))) return undefined;
  return hasHeadedSpan(plan) ? { span, raw: span.raw, range: span.range } : undefined;
}

/** A campaign of 100 days has no days off; undefined for other lengths. */
function inWholeDays({ start, end }: DateSpan, { unit, count }: Amount): 'fits' | 'shorter' | 'longer' | undefined {
  if (unit !== 'day' || !start || !end) return undefined;
  const off = daysBetween(start, end) + 1 - count;
  return Math.abs(off) <= Math.max(2, count / 20) ? 'fits' : off > 0 ? 'longer' : 'shorter';
}

/** 本阶段时间两个月 in the first lines under （3月1日至4月30日）. */
const ofStage =
  /(?:^|[。；，,（(：:\s])(?:本阶段|该阶段|这一阶段|此阶段|阶段|活动)?(?:(?:集中|学习|工作)?(?:时间|为期|历时|时长|工期)|集中(?:整改|整治)(?:时间|期限))(?:为|是|约|大约|[：:])?\s?$/;

function stageLines({ stages }: Plan): ReadonlyMap<Line, Stage> {
  const lines = new Map<Line, Stage>();
  for (const stage of stages) {
    if (!stage.section) continue;
    for (const line of [stage.section.heading, ...stage.section.body.slice(0, 2)]) lines.set(line, stage);
  }
  return lines;
}

/** @param part 利用两个月时间: the window may be longer than what is used of it */
function compared(
  dated: Dated,
  window: Dated,
  part: boolean,
  { calendar }: Plan,
): Finding<DurationMessage> | undefined {
  const { amount, comparator, raw } = dated.expression;
  if (!amount || !window.span) return undefined;
  const result = compareLength(window.span, amount, comparator, calendar);
  if (result === 'fits' && isMiscounted(dated, window, calendar))
    return mismatch('longer', raw, dated, windowOf(window), amount, calendar);
  if (result === undefined || result === 'fits' || (part && result === 'longer')) return undefined;
  return mismatch(result, raw, dated, windowOf(window), amount, calendar);
}

/** 4月7日至16日 and 7天: neither its ten days nor its eight working days, of which the first might be left out of the former only. */
function miscounted(dated: Dated, window: Dated, { calendar }: Plan): Finding<DurationMessage> | undefined {
  const { amount, comparator, raw } = dated.expression;
  const { start, end, approximate } = window.span ?? {};
  if (amount?.unit !== 'day' || amount.low !== undefined || comparator || !start || !end || approximate)
    return undefined;
  const days = daysBetween(start, end) + 1;
  const fits = [days, days - 1, workdaysBetween(addDays(start, -1), end, calendar)];
  if (fits.includes(amount.count) || amount.count > days) return undefined;
  return mismatch('longer', raw, dated, windowOf(window), amount, calendar);
}

/** So few days are counted on the fingers. */
const FEW_DAYS = 15;
/** Behind 共 they are counted on the calendar, until they come near a month. */
const DAYS_IN_ALL = 25;

/** 3月16日至20日，共4天: whoever counts days so counts the first one as well. */
function isMiscounted(
  { expression, line }: Dated,
  { span, expression: { raw } }: Dated,
  calendar: WorkCalendar,
): boolean {
  const { amount, comparator, range } = expression;
  const before = line.text.slice(Math.max(0, range.start - raw.length - 6), range.start).trimEnd();
  if (!before.includes(raw) || !/(?:共|共计|为期|历时|会期|学制)$/.test(before)) return false;
  if (amount?.unit === 'month' && before.endsWith('共')) return isMonthShort(span, amount, comparator);
  const most = /共计?$/.test(before) ? DAYS_IN_ALL : FEW_DAYS;
  if (amount?.unit !== 'day' || amount.count > most || amount.low !== undefined || comparator) return false;
  if (!span?.start || !span.end || span.precision !== 'day' || span.approximate) return false;
  const worked = workdaysBetween(addDays(span.start, -1), span.end, calendar);
  return amount.count === daysBetween(span.start, span.end) && amount.count !== worked;
}

/** 2024年3月至12月，共9个月: told by its months, the window has one more. 3月至次年3月 is a year to everybody. */
function isMonthShort(
  span: DateSpan | undefined,
  { count, low }: Amount,
  comparator: Dated['expression']['comparator'],
): boolean {
  const { start, end, precision } = span ?? {};
  if (!start || !end || precision !== 'month' || low !== undefined || comparator) return false;
  const months = (end.year - start.year) * 12 + end.month - start.month + 1;
  return count === months - 1 && count > 1 && count % 12 !== 0;
}
