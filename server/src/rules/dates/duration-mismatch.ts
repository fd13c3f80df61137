import { addDays, daysBetween } from '../../dates/civil.ts';
import { compareLength } from '../../dates/compare.ts';
import type { Amount, DateSpan } from '../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../dates/workdays.ts';
import type { Dated, Line, Plan, Stage } from '../../plan/model.ts';
import { hasHeadedSpan } from '../../plan/stages/activity-span.ts';
import { splitWindows } from '../../plan/tables/split-windows.ts';
import { counted } from '../../text/counted.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding, type Message } from '../rule.ts';
import { daysText } from './days-text.ts';
import { isWindow, windowBeside } from './length-beside.ts';
import { noticeFindings } from './notice.ts';
import { noticeWindows } from './notice-windows.ts';
import { publicNoticeFindings } from './public-notice.ts';

export type DurationMessage = 'shorter' | 'longer' | 'publicNotice' | 'notice' | 'noticeFuzzy';

interface Options {
  /** Working days from the issue of the plan to a day on which something is due that are still enough. */
  readonly noticeDays: number;
}

const windowHere = { zh: '所说的时间“{raw}”', en: 'The window that it describes, “{raw}”' };

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
  checkPlan({ plan, profile, options, report }) {
    for (const finding of lengthFindings(plan)) report(finding);
    for (const finding of columnFindings(plan)) report(finding);
    for (const finding of publicNoticeFindings(plan)) report(finding);
    for (const { least, window } of noticeWindows(plan)) {
      // Beside its own window the length is compared in any case.
      const isBeside = windowBeside(plan.dates, plan.dates.indexOf(least))?.window === window;
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
    if (found) findings.push(found);
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
  /(?:^|[。；，,（(：:\s])(?:本阶段|该阶段|这一阶段|此阶段|阶段|活动)?(?:集中|学习|工作)?(?:时间|为期|历时|时长|工期)(?:为|是|约|大约|[：:])?\s?$/;

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

/** So few days are counted on the fingers. */
const FEW_DAYS = 15;

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
  if (amount?.unit !== 'day' || amount.count > FEW_DAYS || amount.low !== undefined || comparator) return false;
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

/** A window as it is written, in one place or in two columns. */
interface Window {
  readonly span: DateSpan | undefined;
  readonly raw: string;
  readonly range: Range;
}

const windowOf = ({ span, expression: { raw }, range }: Dated): Window => ({ span, raw, range });

function mismatch(
  result: 'shorter' | 'longer',
  raw: string,
  { range }: Pick<Dated, 'range'>,
  window: Window,
  amount: Amount,
  calendar: WorkCalendar,
): Finding<DurationMessage> {
  return {
    message: result,
    params: { raw, window: window.raw, actual: actualLength(window, amount, calendar) },
    range,
    related: [{ message: windowHere, params: { raw: window.raw }, range: window.range }],
  };
}

/** The length of the window as its author would put it; days up to two months, else months to a half. */
function actualLength({ span }: Window, { unit }: Amount, calendar: WorkCalendar): Message {
  const { start, end } = span ?? {};
  if (!start || !end) return { zh: '', en: '' };
  if (unit === 'workday') return daysText(workdaysBetween(addDays(start, -1), end, calendar), 'workday');
  const days =
    Math.round(
      (Date.UTC(end.year, end.month - 1, end.day) - Date.UTC(start.year, start.month - 1, start.day)) / 86_400_000,
    ) + 1;
  if (days <= 62) return daysText(days, 'day');
  const months = Math.round((days / 30.44) * 2) / 2;
  return { zh: `约${months}个月`, en: `about ${counted(months, 'month')}` };
}

const LENGTH_HEADER = /^(?:时长|天数|工期|周期|历时|用时|持续时间|所需时间)(?:[（(]?(个月|月|天|日|周|工作日)[）)]?)?$/;
const UNITS: Readonly<Record<string, Amount['unit']>> = {
  个月: 'month',
  月: 'month',
  天: 'day',
  日: 'day',
  周: 'week',
  工作日: 'workday',
};

/** 24 days are 3周 in a column of weeks. */
function isRounded({ start, end }: DateSpan, { unit, count }: Amount): boolean {
  return unit === 'week' && !!start && !!end && Math.round((daysBetween(start, end) + 1) / 7) === count;
}

/** So many rows show how days are counted. */
const LIKE = 2;

/** The days of a window, first and last one included; undefined where it is counted in something else. */
function daysOf({ span }: Window, { unit }: Amount): number | undefined {
  return unit === 'day' && span?.precision === 'day' && span.start && span.end
    ? daysBetween(span.start, span.end) + 1
    : undefined;
}

/** Tables with a column of windows and one of lengths. */
function columnFindings(plan: Plan): readonly Finding<DurationMessage>[] {
  const split = new Map(splitWindows(plan).map(({ row, span }) => [row, span]));
  return plan.tables.flatMap((table) => {
    const at = table.columns.findIndex(({ header }) => LENGTH_HEADER.test(header.text.replace(/[\s\u3000]+/g, '')));
    const timeAt = table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
    if (at < 0 || timeAt < 0 || timeAt === at) return [];
    const header = table.columns[at]?.header.text.replace(/[\s\u3000]+/g, '') ?? '';
    const unit = UNITS[LENGTH_HEADER.exec(header)?.[1] ?? (header === '天数' ? '天' : '')];
    const byLine = new Map(plan.dates.map((dated) => [dated.line, dated]));
    const rows = table.rows.flatMap((row) => {
      const line = row.cells[at]?.lines[0];
      const windowLine = row.cells[timeAt]?.lines[0];
      const dated = windowLine && byLine.get(windowLine);
      const ends = split.get(row);
      const window = ends
        ? { span: ends, raw: ends.raw, range: ends.range }
        : dated && isWindow(dated)
          ? windowOf(dated)
          : undefined;
      if (!line || !window?.span) return [];
      const number = /^\s*(\d{1,3}(?:\.5)?)\s*$/.exec(line.text)?.[1];
      const written = line.facts.dates.length === 1 ? line.facts.dates[0] : undefined;
      const amount =
        number !== undefined && unit
          ? { count: Number(number), unit }
          : written?.kind === 'duration'
            ? written.amount
            : undefined;
      if (!amount) return [];
      const { start, end } = window.span;
      // That the end is before the start is told by date-order.
      if (start && end && daysBetween(start, end) < 0) return [];
      return [{ line, window, amount, result: compareLength(window.span, amount, written?.comparator, plan.calendar) }];
    });
    // Where the others count the first day, so does this one.
    const countFirst = rows.filter(({ window, amount }) => daysOf(window, amount) === amount.count).length;
    return rows.flatMap(({ line, window, amount, result }) => {
      const isShort =
        daysOf(window, amount) === amount.count + 1 && countFirst >= LIKE && countFirst * 3 >= rows.length * 2;
      const found = result === 'fits' && isShort ? 'longer' : result;
      if (found === undefined || found === 'fits' || (window.span && isRounded(window.span, amount))) return [];
      return [mismatch(found, line.text.trim(), line, window, amount, plan.calendar)];
    });
  });
}
