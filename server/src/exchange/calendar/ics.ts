import ical, { type ICalCalendar, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { addDays, type PlainDate, toIso } from '../../dates/civil.ts';
import { cutTo } from '../plain-words.ts';
import type { PlanSchedule, ScheduledItem } from '../schedule/items.ts';
import { stableId } from './stable-id.ts';
import { withoutDays } from './without-days.ts';

/** What of an item is put in front of its title. */
const prefixes: Readonly<Record<ScheduledItem['kind'], string>> = {
  stage: '阶段：',
  deadline: '截止：',
  span: '',
  event: '',
  duty: '例行：',
};

const categories: Readonly<Record<ScheduledItem['kind'], string>> = {
  stage: '阶段',
  deadline: '时限',
  span: '工作',
  event: '会议活动',
  duty: '例行工作',
};

/** Most names that a summary has room for. */
const namesShown = 3;
/** Longest title in a summary, in characters; the whole of it stands in the description. */
const titleLength = 60;
/** Shortest title that says enough once its days are taken out, in characters. */
const shortestName = 4;

/**
 * The schedules of plans as an iCalendar file (RFC 5545): events of whole days, without any time zone,
 * the end exclusive as the standard has it. The identity of an event comes from plan, stage, place and
 * title without the days in them, so that a calendar that takes the file again moves the event instead of doubling it.
 * @param stamp the day of making, for DTSTAMP
 */
export function calendarText(schedules: readonly PlanSchedule[], stamp: PlainDate): string {
  const [first] = schedules;
  const calendar = ical({
    name: schedules.length === 1 && first ? first.name : `${first?.name ?? '方案'}等${schedules.length}个方案`,
    prodId: { company: 'fangan', product: 'fangan', language: 'ZH' },
    method: ICalCalendarMethod.PUBLISH,
    scale: 'GREGORIAN',
  });
  const used = new Map<string, number>();
  for (const { name, items } of schedules) for (const item of items) addEvent(calendar, name, item, stamp, used);
  // The library leaves the last line open, which RFC 5545 does not.
  return `${calendar.toString().trimEnd()}\r\n`;
}

function addEvent(
  calendar: ICalCalendar,
  plan: string,
  item: ScheduledItem,
  stamp: PlainDate,
  used: Map<string, number>,
): void {
  const { kind, title, owners, start, end, recurrence } = item;
  const key = [plan, kind === 'stage' ? 'stage' : 'task', item.stage?.name.value ?? '', item.place, title]
    .map(withoutDays)
    .join('\n');
  const named = withoutDays(title);
  const shown = cutTo([...named].length >= shortestName ? named : title, titleLength);
  // Two rows that say the same are told apart by their order; nothing else could.
  const count = used.get(key) ?? 0;
  used.set(key, count + 1);
  const event = calendar.createEvent({
    id: `${stableId(count === 0 ? key : `${key}\n${count}`)}@fangan`,
    stamp: midnight(stamp),
    start: midnight(start),
    end: midnight(addDays(end, 1)),
    allDay: true,
    summary: `${prefixes[kind]}${shown}${names(owners)}${item.approximate ? '（约）' : ''}`,
    description: description(plan, item, shown),
    categories: [{ name: categories[kind] }],
    // A deadline does not make anybody busy.
    transparency: ICalEventTransparency.TRANSPARENT,
  });
  if (recurrence) {
    // All-day events want a date as UNTIL, which the library would write with an hour.
    event.repeating(`RRULE:${recurrence.rule};UNTIL=${toIso(recurrence.last).replaceAll('-', '')}`);
  }
  for (const days of kind === 'deadline' || kind === 'duty' ? [3, 1] : [1]) {
    event.createAlarm({ trigger: nineOClock(days), description: title });
  }
}

/** Seconds before midnight at which it is nine o'clock, so many days before. */
function nineOClock(days: number): number {
  return (days * 24 - 9) * 3600;
}

function midnight({ year, month, day }: PlainDate): Date {
  return new Date(Date.UTC(year, month - 1, day));
}

function names(owners: readonly string[]): string {
  if (owners.length === 0) return '';
  const shown = owners.slice(0, namesShown).join('、');
  return `（${owners.length > namesShown ? `${shown}等` : shown}）`;
}

function description(plan: string, { title, owners, stage, place, raw }: ScheduledItem, shown: string): string {
  const lines = [
    `方案：${plan}`,
    ...(stage ? [`阶段：${stage.name.value}`] : []),
    ...(place !== '' && place !== stage?.name.value ? [`位置：${place}`] : []),
    ...(title !== shown ? [`事项：${title}`] : []),
    ...(owners.length > 0 ? [`责任：${owners.join('、')}`] : []),
    ...(raw === '' ? [] : [`方案中的时间：${raw}`]),
  ];
  return lines.join('\n');
}
