import * as z from 'zod';
import { compare, dayNumber, daysBetween, fromDayNumber, type PlainDate, parseIso } from '../dates/civil.ts';
import { type DayOff, publicCalendar, publicDay, type WorkCalendar } from '../dates/workdays.ts';
import type { Fault } from '../profiles/yaml-source.ts';

/** Said in our own words when it is wrong, see `spanOf`; the pattern is for the editors that go by the schema. */
const day = z.string().max(40).meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}$' });
const entry = z.strictObject({
  name: z.string().min(1).max(40).optional().describe('What it is called. 名称，如校庆日、调休、暑假。'),
  date: day.optional().describe('One day, YYYY-MM-DD. 某一天。'),
  from: day.optional().describe('First of several days, YYYY-MM-DD. 第一天。'),
  to: day.optional().describe('Last of several days, YYYY-MM-DD. 最后一天。'),
});
const entries = z.array(entry).max(200).optional();

/** `calendar` of fangan.yaml; the public holidays and worked weekends are known without it. */
export const calendarSchema = z.strictObject({
  holidays: entries.describe('Holidays of the office beside the public ones. 公休之外本单位的假日。'),
  workdays: entries.describe('Days that are worked although they would be off. 调休上班等应上班的日子。'),
  daysOff: entries.describe(
    'Days on which nobody works: school holidays, a stoppage; working days can lie between them. 寒暑假、停工等休息日，其间可以另有上班日。',
  ),
});

export type CalendarEntry = z.infer<typeof entry>;
type CalendarList = keyof z.infer<typeof calendarSchema>;

/** What one place of a configuration says of days; later days of the list count more. */
export type OwnDays = readonly (readonly [number, DayOff])[];

/** Days that one entry can hold. */
const longest = 400;

/**
 * The days that a calendar speaks of. What is wrong is left out and listed: a day that does not exist, an end
 * in front of its start, a day that is called both a holiday and a working day.
 * @param at the place of a value below `calendar`
 */
export function readCalendar(
  calendar: z.infer<typeof calendarSchema>,
  at: (path: readonly PropertyKey[]) => Fault['range'],
): { readonly days: OwnDays; readonly faults: readonly Fault[] } {
  const faults: Fault[] = [];
  const spans = (list: CalendarList) =>
    (calendar[list] ?? []).flatMap((one, index) => {
      const span = spanOf(one, (zh, en, key) => {
        faults.push({ value: { zh, en }, range: at([list, index, ...(key ? [key] : [])]) });
      });
      return span ? [{ ...span, index, name: one.name }] : [];
    });
  const numbers = ({ start, end }: Span) =>
    Array.from({ length: daysBetween(start, end) + 1 }, (_, by) => dayNumber(start) + by);
  const days: (readonly [number, DayOff])[] = [];
  for (const span of spans('daysOff')) {
    for (const number of numbers(span)) {
      // A public holiday within a longer time off keeps its name.
      const known = publicDay(fromDayNumber(number));
      const holiday = (known?.off ? known.holiday : undefined) ?? span.name ?? '休息日';
      days.push([number, { off: true, holiday, own: true }]);
    }
  }
  const holidays = spans('holidays');
  for (const span of holidays) {
    const off: DayOff = { off: true, holiday: span.name ?? '假日', own: true };
    for (const number of numbers(span)) days.push([number, off]);
  }
  for (const span of spans('workdays')) {
    const both = holidays.find(({ start, end }) => compare(start, span.end) <= 0 && compare(span.start, end) <= 0);
    if (both) {
      const name = both.name ?? '';
      const zh = `与 holidays 中的假日${name ? `“${name}”` : ''}是同一天，不能既放假又上班`;
      const en = `The holiday${name ? ` “${name}”` : ''} is on the same day: it cannot be worked as well`;
      faults.push({ value: { zh, en }, range: at(['workdays', span.index]) });
      continue;
    }
    const worked: DayOff = { off: false, holiday: span.name ?? '调休', own: true };
    for (const number of numbers(span)) days.push([number, worked]);
  }
  return { days, faults };
}

interface Span {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

function spanOf(
  { date, from, to }: CalendarEntry,
  fault: (zh: string, en: string, key?: 'date' | 'from' | 'to') => void,
): Span | undefined {
  const read = (key: 'date' | 'from' | 'to', text: string): PlainDate | undefined => {
    // ISO 8601 knows longer years as well.
    const found = text.length === 10 ? parseIso(text) : undefined;
    if (!found) fault(`“${text}”没有这一天，应写作 2026-05-04 的样子`, `“${text}” is no day; write 2026-05-04`, key);
    return found;
  };
  if (date !== undefined) {
    if (from !== undefined || to !== undefined) {
      fault('写了 date，就不能再写 from、to', 'Write either date, or from and to', from === undefined ? 'to' : 'from');
    }
    const start = read('date', date);
    return start && { start, end: start };
  }
  if (from === undefined || to === undefined) {
    fault('应写明 date，或者 from 和 to', 'Write date, or both from and to');
    return undefined;
  }
  const [start, end] = [read('from', from), read('to', to)];
  if (!start || !end) return undefined;
  if (compare(end, start) < 0) {
    fault(`结束“${to}”早于开始“${from}”`, `The end ${to} is earlier than the start ${from}`, 'to');
    return undefined;
  }
  if (daysBetween(start, end) >= longest) {
    fault(`不得长于 ${longest} 天`, `Must not be longer than ${longest} days`, 'to');
    return undefined;
  }
  return { start, end };
}

/** The calendar that several places of a configuration make together, later ones counting more. */
export function calendarOf(all: readonly OwnDays[]): WorkCalendar {
  if (all.every((days) => days.length === 0)) return publicCalendar;
  const own = new Map<number, DayOff>();
  for (const days of all) for (const [number, said] of days) own.set(number, said);
  return { own };
}
