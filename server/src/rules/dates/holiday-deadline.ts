import { addDays, compare, daysBetween, daysInMonth, type PlainDate } from '../../dates/civil.ts';
import { dayText, weekdayText } from '../../dates/format.ts';
import { dayOff, isWorkday, restText, type WorkCalendar } from '../../dates/workdays.ts';
import type { LineFacts } from '../../plan/facts.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { splitWindows } from '../../plan/tables/split-windows.ts';
import { defineRule, type Finding, type Fix } from '../rule.ts';
import { duesOf } from './due/due.ts';
import { ofFeast } from './due/feasts.ts';

type MessageId = 'holiday' | 'weekend' | 'away';

/** Who plans for the holidays or for being on duty in them. */
const ofHolidays = /节日|节假日|假期|两节|双节|春运|暑期|寒假|值班/;

const alsoDue = { zh: '同一天到期：“{raw}”', en: 'Due on the same day: “{raw}”' };

/** A deadline on a day on which nobody works. */
export const holidayDeadline = defineRule<MessageId>({
  id: 'holiday-deadline',
  family: 'dates',
  severity: 'info',
  ofCarriers: true,
  basis: ['practice'],
  faults: ['F29'],
  fixes: ['suggested'],
  summary: {
    zh: '截止日期落在节假日或周末',
    en: 'A deadline on a public holiday or a weekend',
  },
  messages: {
    holiday: {
      zh: '“{raw}”的截止日{date}（{weekday}）是{rest}，建议提前到{earlier}（{earlierWeekday}）。',
      en: '“{raw}”: {date} ({weekday}) is off ({rest}); {earlier} ({earlierWeekday}) is the last working day before it.',
    },
    weekend: {
      zh: '“{raw}”的截止日{date}是{weekday}，不上班，建议提前到{earlier}（{earlierWeekday}）。',
      en: '“{raw}”: {date} is on a weekend ({weekday}); {earlier} ({earlierWeekday}) is the last working day before it.',
    },
    away: {
      zh: '“{raw}”的截止日{date}（{weekday}）在“{holiday}”期间，上一个工作日是{earlier}，请确认届时有人办理，或者另定日期。',
      en: '“{raw}”: {date} ({weekday}) lies in “{holiday}”; the last working day before it is {earlier}. Make sure that somebody is there, or name another day.',
    },
  },
  checkPlan({ plan, report }) {
    const title = plan.title?.value ?? '';
    if (ofHolidays.test(title)) return;
    // What goes with one feast may fall on it; a weekend before it is one like any other.
    const isOfFeast = ofFeast.test(title);
    // The last day of a window may be any day: a move over the weekend ends on a Sunday.
    const ends = new Set(splitWindows(plan).map(({ end }) => end));
    const byDay = new Map<string, Late[]>();
    for (const { dated, deed } of duesOf(plan)) {
      if (ends.has(dated)) continue;
      const late = lateOn(dated, deed, plan);
      if (!late || (isOfFeast && late.message !== 'weekend')) continue;
      const key = `${late.message} ${JSON.stringify(late.day)}`;
      const same = byDay.get(key);
      if (same) same.push(late);
      else byDay.set(key, [late]);
    }
    for (const group of byDay.values()) {
      // One day for a whole table of tasks is one decision.
      if (group.length > FEW) report(findingOf(group));
      else for (const late of group) report(findingOf([late]));
    }
  },
});

/** A deadline on which nobody works. */
interface Late {
  readonly message: MessageId;
  readonly dated: Dated;
  readonly day: PlainDate;
  readonly earlier: PlainDate;
  readonly holiday: string | undefined;
}

/** Up to so many things due on one day are told one by one. */
const FEW = 3;

function lateOn(dated: Dated, deed: string, plan: Plan): Late | undefined {
  const day = deadlineDay(dated, plan);
  // 6月30日前完成 means the month; only who has to hand something in needs somebody at work.
  if (!day || (deed === 'finish' && isPeriodEnd(day))) return undefined;
  const off = dayOff(day, plan.calendar);
  if (!off?.off) return undefined;
  const earlier = workdayBefore(day, plan.calendar);
  // In the long holidays of the office nobody can be told to be weeks early, and much is meant to be done in them.
  const isFar = daysBetween(earlier, day) > farDays;
  if (isFar && deed === 'finish') return undefined;
  const { holiday } = off;
  return { message: isFar ? 'away' : holiday === undefined ? 'weekend' : 'holiday', dated, day, earlier, holiday };
}

/** @param group what is due on one and the same day */
function findingOf(group: readonly Late[]): Finding<MessageId> {
  const [first, ...others] = group as readonly [Late, ...Late[]];
  const { message, dated, day, earlier, holiday } = first;
  const fixes = message === 'away' ? [] : group.flatMap((late) => fixOf(late.dated, day, earlier).fix ?? []);
  const [fix] = fixes;
  return {
    message,
    params: {
      raw: dated.expression.raw,
      date: dayText(day),
      weekday: weekdayText(day),
      holiday: holiday ?? '',
      rest: holiday === undefined ? '' : { zh: restText(holiday), en: holiday },
      earlier: dayText(earlier, false),
      earlierWeekday: weekdayText(earlier),
    },
    range: dated.range,
    related: others.map((late) => ({
      message: alsoDue,
      params: { raw: late.dated.expression.raw },
      range: late.dated.range,
    })),
    ...(fix ? { fix: { ...fix, edits: fixes.flatMap(({ edits }) => edits) } } : {}),
  };
}

const movedUp =
  /(?:假期|假日|放假|节日|休息日|国庆|春节|五一|端午|中秋|清明|元旦|周末)[^。；]{0,24}(?:提前|顺延|推迟)[至到]/;
const weekendSign = sign({ words: ['星期', '周六', '周日', '周末'] });
/** Whether the sentence with the date names one; of 4月27日（星期日）in another one the author thought for that day. */
function namesWeekend(facts: LineFacts, at: number): boolean {
  if (!hasSign(facts, weekendSign)) return false;
  const { range } = facts.sentences.find((one) => one.range.start <= at && at < one.range.end) ?? { range: undefined };
  return /星期[六日天]|周[六日末]/.test(range ? facts.text.slice(range.start, range.end) : facts.text);
}

/** The one day on which it is due, when it is written as a day and lies behind the issue of the plan. */
function deadlineDay({ expression, span, line }: Dated, { issued }: Plan): PlainDate | undefined {
  const { to } = expression;
  if (!span?.end || !span.yearKnown || to?.day === undefined || to.approximate || expression.fault) return undefined;
  // An author who writes 星期六 beside the day, or 因假期提前至9月30日 on its line, knows what day it is.
  if (movedUp.test(line.text.slice(expression.range.end))) return undefined;
  if (to.weekday !== undefined || namesWeekend(line.facts, expression.range.start)) return undefined;
  if (issued?.start && compare(span.end, issued.start) < 0) return undefined;
  return span.end;
}

function isPeriodEnd({ year, month, day }: PlainDate): boolean {
  return day === daysInMonth(year, month);
}

/** Longer than any public holiday with the weekends around it. */
const farDays = 12;
/** The longest time off that a calendar can hold, and the weekends around it. */
const longestOff = 400;

function workdayBefore(day: PlainDate, calendar: WorkCalendar): PlainDate {
  let before = addDays(day, -1);
  for (let tries = 0; tries < longestOff && !isWorkday(before, calendar); tries++) before = addDays(before, -1);
  return before;
}

/** The working day before, written in the place of 10月12日; other ways of writing are left to the author. */
function fixOf({ expression, line }: Dated, day: PlainDate, earlier: PlainDate): { readonly fix?: Fix } {
  const { to } = expression;
  if (!to || to.month === undefined || earlier.year !== day.year) return {};
  const written = line.text.slice(to.range.start, to.range.end);
  const at = /(\d{1,2})(月)(\d{1,2})(日)/.exec(written);
  if (!at) return {};
  const start = to.range.start + at.index;
  const text = `${earlier.month}月${earlier.day}日`;
  const range = line.at(start, start + at[0].length);
  if (range.end - range.start !== at[0].length) return {};
  return {
    fix: {
      title: { zh: '提前到“{text}”', en: 'Write “{text}”' },
      params: { text },
      safety: 'suggested',
      edits: [{ range, text }],
    },
  };
}
