import { compare } from './civil.ts';
import type { DateExpression, DateFault, DatePoint } from './expression.ts';
import {
  type Connector,
  hasEnding,
  type Mark,
  readConnector,
  readMark,
  readPrefix,
  readVagueEnd,
  standsAlone,
} from './marks.ts';
import { readPoint } from './point.ts';
import type { PointReading, Side } from './reading.ts';
import { ownMonth, sideDays } from './side.ts';

/** Everything of an expression but its raw text. */
export type Draft = Omit<DateExpression, 'raw'>;

/**
 * Reads a date, a range, a deadline or a start whose first date stands at the index.
 * @param text in plain glyphs
 * @param floor prefixes (自, 截至) do not reach before this index
 * @param side `inMonth` and `second` where a day alone is enough, as behind 每月
 */
export function readWindow(text: string, at: number, floor: number, side: Side = 'first'): Draft | undefined {
  const first = readPoint(text, at, side);
  if (!first) return undefined;
  const prefix = readPrefix(text, at, floor);
  const start = prefix?.start ?? at;
  const range = first.to ? undefined : readRange(text, first, start);
  if (range) return range;
  const missing = first.to ? undefined : readMissingConnector(text, first, start);
  if (missing) return missing;
  const mark = readMark(text, first.end, first.from.unit === 'year' && first.from.portion === undefined);
  if (!mark && prefix === undefined && !acceptable(text, at, first)) return undefined;
  if (!mark && first.needs === 'holiday' && prefix?.kind !== 'to' && prefix?.kind !== 'deadline') return undefined;
  if (!mark && first.needs === 'within') return undefined;
  return finish(first, mark, prefix?.kind, start);
}

function acceptable(text: string, at: number, reading: PointReading): boolean {
  switch (reading.needs) {
    case undefined:
      return true;
    case 'day':
      return standsAlone(text, at, reading.end);
    case 'figures':
      return text[at - 1] === '(' && text[reading.end] === ')';
    default:
      return false;
  }
}

function finish(
  first: PointReading,
  mark: Mark | undefined,
  prefix: 'deadline' | 'from' | 'to' | undefined,
  start: number,
): Draft {
  const { from, to = from, fault } = first;
  const usable = mark && (mark.kind !== 'within' || from.unit !== 'day') ? mark : undefined;
  const end = usable?.end ?? first.end;
  const base = { kind: 'span', range: { start, end }, approximate: from.approximate || to.approximate } as const;
  const faulty = withFault(
    fault ?? (first.to ? reversed(from, to, { start: from.range.start, end: first.end }) : undefined),
  );
  switch (usable?.kind) {
    case 'before': {
      const side = to.holiday === undefined ? to : { ...to, eve: true };
      return { to: side, deadline: true, ...base, approximate: isFuzzyLimit(to), ...faulty };
    }
    case 'around':
      return {
        ...base,
        from: { ...from, approximate: true },
        to: { ...to, approximate: true },
        approximate: true,
        comparator: 'about',
        ...(from.unit === 'day' ? ({ strength: 'strong' } as const) : {}),
        ...(prefix === 'deadline' ? { deadline: true } : {}),
        ...faulty,
      };
    case 'from':
      return { from, ...base, ...faulty };
    case 'within':
      return { to, deadline: true, ...base, ...faulty };
    case 'during': {
      if (from.holiday === undefined) break;
      return { ...base, from, to: { ...to, during: true, approximate: true }, approximate: true, ...faulty };
    }
    case 'until':
      if (prefix === 'deadline' || prefix === 'to') break;
      return { from, to, ...base, ...faulty };
    default:
      break;
  }
  if (prefix === 'deadline' || prefix === 'to') return { to, deadline: true, ...base, ...faulty };
  if (prefix === 'from' && !first.to) return { from, ...base, ...faulty };
  return { from, to, ...base, ...faulty };
}

/** 12月底前 has a certain last day; 12月初前 and 12月5日左右 have none. */
function isFuzzyLimit(point: DatePoint): boolean {
  return point.approximate && point.portion !== 'last';
}

/**
 * Reads the rest of a range behind its first side: A至B, A起至B止, 从A开始，到B基本结束, A启动，B完成, A—期末.
 * @param start where the expression begins, its prefix included
 */
export function readRange(text: string, first: PointReading, start: number): Draft | undefined {
  const around = first.needs === 'holiday' ? readMark(text, first.end, false) : undefined;
  const beside = around?.kind === 'from' || around?.kind === 'before' ? around : undefined;
  // 春节后至“七一”前: what goes on from a holiday begins behind it, or in front of it.
  const connector = readConnector(text, beside?.end ?? first.end);
  if (!connector) return undefined;
  const second = readPoint(text, connector.end, 'second', first);
  if (!second || second.needs === 'within') return vagueRange(text, first, connector, start);
  if (connector.needsEnding && !hasEnding(text, second.end)) return undefined;
  const from = beside?.kind === 'before' ? { ...first.from, eve: true } : first.from;
  const last = second.to ?? second.from;
  const mark = readMark(text, second.end, false);
  const closes = mark && mark.kind !== 'from' && mark.kind !== 'within' ? mark : undefined;
  const eve = mark?.kind === 'before' && last.holiday !== undefined;
  const to: DatePoint = {
    ...last,
    ...(closes?.kind === 'around' ? { approximate: true } : {}),
    ...(eve ? { eve } : {}),
    ...second.last,
  };
  const end = closes?.end ?? second.end;
  const fault = first.fault ?? second.fault ?? reversed(from, to, { start: from.range.start, end: second.end });
  return {
    kind: 'span',
    range: { start, end },
    from: second.last ? weekdayOfRange(from, second) : from,
    to,
    ...(closes?.kind === 'before' ? { deadline: true } : {}),
    ...(closes?.kind === 'around' ? { comparator: 'about' } : {}),
    approximate: from.approximate || (closes?.kind === 'before' ? isFuzzyLimit(to) : to.approximate),
    ...withFault(fault),
  };
}

/** （周一至周五）behind a range: the first weekday is that of its start. */
function weekdayOfRange(from: DatePoint, second: PointReading): DatePoint {
  const { weekday, weekdayRange } = second.from;
  return weekday && weekdayRange ? { ...from, weekday, weekdayRange } : from;
}

function vagueRange(text: string, first: PointReading, connector: Connector, start: number): Draft | undefined {
  if (connector.needsEnding) return undefined;
  const until = readVagueEnd(text, connector.end, connector.dash);
  if (!until) return undefined;
  const { from, fault } = first;
  const range = { start: connector.end, end: until.end };
  return {
    kind: 'span',
    range: { start, end: until.end },
    from,
    until: { text: text.slice(range.start, range.end), range },
    approximate: from.approximate,
    ...withFault(fault),
  };
}

/** 9月初11月中旬, 9月18日23日, 3月11月: two dates side by side, where only 至 can have stood. */
function readMissingConnector(text: string, first: PointReading, start: number): Draft | undefined {
  const { from } = first;
  if (first.needs || from.month === undefined || first.end !== from.range.end) return undefined;
  if (!'0123456789一二三四五六七八九十'.includes(text[first.end] ?? '.')) return undefined;
  const second = readPoint(text, first.end, 'first');
  if (!second || second.to || second.fault) return undefined;
  const { from: to } = second;
  if (second.needs ? second.needs !== 'day' || !isLaterDay(text, from, to) : to.month === undefined) return undefined;
  const exact = from.day !== undefined || from.portion !== undefined;
  if (!exact && to.year === undefined && !isLaterMonth(text, from, to)) return undefined;
  const turns = isTurnOfMonth(from, to);
  const range = { start: from.range.start, end: to.range.end };
  const written = text.slice(from.range.start, from.range.end);
  const correction = `${written}至${text.slice(to.range.start, to.range.end)}`;
  const mark = readMark(text, second.end, false);
  const before = mark?.kind === 'before' ? mark : undefined;
  return {
    kind: turns ? 'span' : 'malformed',
    range: { start, end: before?.end ?? second.end },
    from,
    to,
    ...(before ? { deadline: true } : {}),
    approximate: from.approximate || to.approximate,
    ...(turns ? {} : { fault: { kind: 'missing-connector' as const, range, correction } }),
  };
}

/** 3月底4月初, 5月下旬6月上旬: the days around the turn of a month, and nothing is missing. */
function isTurnOfMonth(from: DatePoint, to: DatePoint): boolean {
  return from.portion === 'last' && to.portion === 'first' && to.month === ((from.month ?? 0) % 12) + 1;
}

/** The second of 9月18日23日; 9月18日20日内 counts days. */
function isLaterDay(text: string, from: DatePoint, to: DatePoint): boolean {
  return (to.day ?? 0) > (from.day ?? 31) && !/^(?:(?:之|以)?内|游)/.test(text.slice(to.range.end, to.range.end + 2));
}

/** The second of 3月11月, in figures; 1月2月3月 is a row of months. */
function isLaterMonth(text: string, from: DatePoint, to: DatePoint): boolean {
  const { start } = from.range;
  if (to.unit !== 'month' || (to.month ?? 0) <= (from.month ?? 12) || !/\d/.test(text.charAt(to.range.start)))
    return false;
  return (
    !/月 ?$/.test(text.slice(Math.max(0, start - 2), start)) &&
    !/^ ?\d{1,2} ?月/.test(text.slice(to.range.end, to.range.end + 5))
  );
}

/** A range that runs backwards as written: both years stand there, or both days in one month. */
function reversed(from: DatePoint, to: DatePoint, range: { start: number; end: number }): DateFault | undefined {
  const inMonth = to.month === undefined || (to.month === from.month && to.yearShift === undefined);
  const sameYear = to.year === undefined || (to.month !== undefined && from.year === undefined);
  const day = inMonth && to.day !== undefined && from.day !== undefined && sameYear;
  if (day) return (from.day ?? 0) > (to.day ?? 0) ? { kind: 'reversed', range } : undefined;
  if (from.year === undefined || to.year === undefined) return undefined;
  const start = sideDays(from, from.year, ownMonth(from) ?? 1).first;
  const end = sideDays(to, to.year, ownMonth(to) ?? ownMonth(from) ?? 12).last;
  return compare(start, end) > 0 ? { kind: 'reversed', range } : undefined;
}

/** A fault makes an expression malformed; only a wrong weekday leaves it readable. */
function withFault(
  fault: DateFault | undefined,
): { readonly kind?: 'malformed'; readonly fault?: DateFault } | undefined {
  if (!fault) return undefined;
  return fault.kind === 'weekday' ? { fault } : { kind: 'malformed', fault };
}
