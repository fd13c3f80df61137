import { addMonths, compare, endOfMonth, type PlainDate } from '../../dates/civil.ts';
import { addWorkdays, isWorkday, type WorkCalendar } from '../../dates/workdays.ts';
import type { Plan } from '../../plan/model.ts';
import type { Place } from './place.ts';

/** A day that may be meant, and why. */
export interface Choice {
  readonly date: PlainDate;
  readonly zh: string;
  readonly en: string;
}

/** The year that is written, else that of the plan, else this one. */
export function yearOf(written: string | undefined, { today, recognised: { plan } }: Place): number {
  return Number(written ?? (plan.span?.yearKnown ? plan.span.start?.year : undefined) ?? today.year);
}

/** The days that an author sets limits to, the likeliest first. */
export function choicesOf({ recognised: { plan }, stage, today }: Place): readonly Choice[] {
  const choices: Choice[] = [];
  const add = (date: PlainDate | undefined, zh: string, en: string) => {
    if (date && date.year > 0) choices.push({ date, zh, en });
  };
  const windows = stage?.schedules.flatMap(({ span }) => (span.yearKnown ? [span] : [])) ?? [];
  for (const { start, end } of windows) {
    add(end, '本阶段结束', 'end of the stage');
    if (start && end) for (const day of tensWithin(start, end)) add(day, tenText(day).zh, tenText(day).en);
    add(start, '本阶段开始', 'beginning of the stage');
  }
  const issued = plan.issued?.yearKnown ? plan.issued.end : undefined;
  const whole = wholeOf(plan);
  add(whole?.end, '整个活动结束', 'end of the whole');
  if (windows.length === 0) {
    for (const { name, schedules } of plan.stages.slice(0, mostStages)) {
      const end = schedules.findLast(({ span }) => span.yearKnown)?.span.end;
      add(end, `“${name.value.slice(0, 8)}”结束`, `end of “${name.value.slice(0, 8)}”`);
    }
    const isOver = whole?.end !== undefined && compare(today, whole.end) > 0;
    const base = issued && (isOver || compare(issued, today) > 0) ? issued : today;
    // What a plan sets lies in the time that it is about, not in that of its author.
    const from = whole?.start && compare(base, whole.start) < 0 ? whole.start : base;
    const last = endOfMonth(from.year, from.month);
    add(last, '本月底', 'end of the month');
    const worked = lastWorkday(last, plan.calendar);
    if (compare(worked, last) !== 0) add(worked, '本月最后一个工作日', 'last working day of the month');
    const next = from.month === 12 ? endOfMonth(from.year + 1, 1) : endOfMonth(from.year, from.month + 1);
    for (const day of tensWithin(from, next)) add(day, tenText(day).zh, tenText(day).en);
    add({ year: from.year, month: 12, day: 31 }, '本年底', 'end of the year');
  }
  const base = issued ?? today;
  for (const count of [5, 10, 15, 20, 30]) {
    const zh = `${issued ? '成文日期' : '今天'}后 ${count} 个工作日`;
    add(
      addWorkdays(base, count, plan.calendar),
      zh,
      `${count} working days from ${issued ? 'the day of issue' : 'today'}`,
    );
  }
  add(today, '今天', 'today');
  return choices;
}

const mostStages = 6;

/** The time of the whole: as the plan says it, else from its first stage to its last. */
function wholeOf({ span, stages }: Plan): { readonly start?: PlainDate; readonly end?: PlainDate } | undefined {
  if (span?.yearKnown) return span;
  const spans = stages.flatMap(({ schedules }) => schedules.flatMap((one) => (one.span.yearKnown ? [one.span] : [])));
  const start = spans.flatMap((one) => one.start ?? []).sort(compare)[0];
  const end = spans
    .flatMap((one) => one.end ?? [])
    .sort(compare)
    .at(-1);
  return start || end ? { ...(start ? { start } : {}), ...(end ? { end } : {}) } : undefined;
}

/** The last day of the ten-day period that was begun: 4月下. */
export function tensChoice(typed: string, place: Place): Choice | undefined {
  const part = /月([上中下])$/.exec(typed)?.[1];
  return part === undefined ? undefined : monthChoices(typed.slice(0, -1), place)['上中下'.indexOf(part)];
}

/** The ten-day periods of the month that was typed: 2026年5, 5月. */
export function monthChoices(typed: string, place: Place): readonly Choice[] {
  const match = /^(?:(\d{4})年)?(\d{1,2})月?\d{0,2}$/.exec(typed);
  const month = Number(match?.[2] ?? 0);
  if (!match || month < 1 || month > 12) return [];
  const year = yearOf(match[1], place);
  return tensWithin({ year, month, day: 1 }, endOfMonth(year, month)).map((date) => ({ date, ...tenText(date) }));
}

/** The last days of 上旬, 中旬 and 下旬 in a window; of a long one the first twelve. */
function tensWithin(start: PlainDate, end: PlainDate): readonly PlainDate[] {
  const days: PlainDate[] = [];
  for (let month = 0; month < 12 && days.length < 12; month++) {
    const first = addMonths({ ...start, day: 1 }, month);
    if (compare(first, end) > 0) break;
    for (const day of [{ ...first, day: 10 }, { ...first, day: 20 }, endOfMonth(first.year, first.month)]) {
      if (compare(day, start) >= 0 && compare(day, end) <= 0) days.push(day);
    }
  }
  return days;
}

function tenText({ month, day }: PlainDate): { readonly zh: string; readonly en: string } {
  const part = day === 10 ? ['上旬', 'first'] : day === 20 ? ['中旬', 'middle'] : ['下旬', 'last'];
  return { zh: `${month}月${part[0]}末`, en: `end of the ${part[1]} ten days of month ${month}` };
}

function lastWorkday(day: PlainDate, calendar: WorkCalendar): PlainDate {
  for (let at = day; at.day > 1; at = { ...at, day: at.day - 1 }) if (isWorkday(at, calendar)) return at;
  return day;
}
