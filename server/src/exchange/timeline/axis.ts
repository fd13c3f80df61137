import { scaleUtc } from 'd3-scale';
import {
  addDays,
  addMonths,
  compare,
  dayNumber,
  daysBetween,
  fromDayNumber,
  type PlainDate,
} from '../../dates/civil.ts';
import type { Chart, Row } from './model.ts';

/** Days that the axis shows, both ends included. */
export interface Domain {
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** A line across the rows, with what is written at its head. */
export interface Tick {
  readonly day: PlainDate;
  /** Days up to the next tick of its tier. */
  readonly until: PlainDate;
  readonly kind: 'year' | 'month' | 'third' | 'day';
}

/** Free room at either end into which a bar can be dragged: this part of the whole, and so many days at least. */
const margin = { part: 0.05, days: 5 } as const;
/** Steps and measures may lie so far outside of plan and stages; what is further away is cut off. */
const reach = 120;

/**
 * The days to be shown: those of the plans, stages and superior plans, and of tasks that lie near them. A
 * date far away (a founding year, a slip of the pen) would press all others together: its bar is cut.
 */
export function domainOf(chart: Chart): Domain {
  const rows = chart.plans.flatMap((plan) => plan.rows);
  const frame = daysOf(rows.filter(({ kind }) => kind !== 'task'));
  const tasks = daysOf(rows.filter(({ kind }) => kind === 'task'));
  const [first] = frame;
  const last = frame.at(-1);
  const far = first && last ? Math.max(reach, daysBetween(first, last)) : 0;
  const near =
    first && last
      ? tasks.filter((day) => compare(day, addDays(first, -far)) >= 0 && compare(day, addDays(last, far)) <= 0)
      : middle(tasks);
  const days = [...frame, ...near].sort(compare);
  const start = days[0] ?? addMonths({ ...chart.today, day: 1 }, 0);
  const end = days.at(-1) ?? addMonths(start, 3);
  const room = Math.max(margin.days, Math.round(daysBetween(start, end) * margin.part));
  return { start: addDays(start, -room), end: addDays(end, room) };
}

/** Of days without a frame those within two years around the one in the middle. */
function middle(days: readonly PlainDate[]): readonly PlainDate[] {
  const centre = days[Math.floor(days.length / 2)];
  return centre ? days.filter((day) => Math.abs(daysBetween(centre, day)) <= 730) : [];
}

function daysOf(rows: readonly Row[]): PlainDate[] {
  return rows
    .flatMap(({ bars, backdrops }) => [
      ...bars.flatMap(({ start, end, fuzzyStart, fuzzyEnd }) => [start, end, fuzzyStart?.[0], fuzzyEnd?.[1]]),
      ...backdrops.flatMap(({ start, end }) => [start, end]),
    ])
    .filter((day) => day !== undefined)
    .sort(compare);
}

/** Turns days into places and back. */
export interface Scale {
  readonly domain: Domain;
  /** Where the day begins. */
  x(day: PlainDate): number;
  /** The first day number of the axis, where it begins, and the width of a day: what a pointer needs. */
  readonly origin: { readonly day: number; readonly x: number; readonly perDay: number };
}

export function scaleOf(domain: Domain, left: number, right: number): Scale {
  const behind = addDays(domain.end, 1);
  const scale = scaleUtc()
    .domain([utc(domain.start), utc(behind)])
    .range([left, right]);
  return {
    domain,
    x: (day) => scale(utc(day)),
    origin: {
      day: dayNumber(domain.start),
      x: left,
      perDay: (right - left) / daysBetween(domain.start, behind),
    },
  };
}

function utc({ year, month, day }: PlainDate): Date {
  const date = new Date(0);
  // Date.UTC takes years below 100 for those of the twentieth century.
  date.setUTCFullYear(year, month - 1, day);
  return date;
}

/** Least width of a month, of a third of one and of a day that are named on the axis. */
const widths = { month: 30, third: 24, day: 17 } as const;

/**
 * The ticks of the axis: years, months – every second, third or sixth where there is no room –, thirds of
 * months (旬) and days as far as they have room.
 */
export function ticksOf({ domain, origin: { perDay } }: Scale): readonly Tick[] {
  const ticks: Tick[] = [];
  const month = perDay * 30;
  const step = [1, 2, 3, 6, 12].find((count) => count * month >= widths.month) ?? 12;
  let at: PlainDate = { ...domain.start, day: 1 };
  while ((at.month - 1) % step !== 0) at = addMonths(at, -1);
  for (; compare(at, domain.end) <= 0; at = addMonths(at, step)) {
    ticks.push({ day: at, until: addMonths(at, step), kind: 'month' });
    if (perDay >= widths.day || perDay * 10 < widths.third) continue;
    for (const [from, to] of [
      [1, 11],
      [11, 21],
      [21, undefined],
    ] as const) {
      ticks.push({ day: { ...at, day: from }, until: to ? { ...at, day: to } : addMonths(at, 1), kind: 'third' });
    }
  }
  if (perDay >= widths.day) {
    const last = dayNumber(domain.end);
    for (let day = dayNumber(domain.start); day <= last; day++) {
      ticks.push({ day: fromDayNumber(day), until: fromDayNumber(day + 1), kind: 'day' });
    }
  }
  for (let year = domain.start.year; year <= domain.end.year; year++) {
    ticks.push({ day: { year, month: 1, day: 1 }, until: { year: year + 1, month: 1, day: 1 }, kind: 'year' });
  }
  return ticks;
}
