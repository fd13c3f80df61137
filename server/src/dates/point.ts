import { isFigure } from '../text/figures.ts';
import { type DayTail, readDayTail } from './clock.ts';
import type { DateFault, DatePoint } from './expression.ts';
import { readFromNow } from './from-now.ts';
import { isToldAsDay, readGluedDay } from './glued-day.ts';
import { matchAt, numeral, opened, skipBlanks, skipFigures } from './glyphs.ts';
import { holidayAt, type NamedHoliday } from './holidays.ts';
import { readMark } from './marks.ts';
import { type MonthPart, type PartFault, readMonth, readMonthRest } from './month.ts';
import { readNumeric, readNumericDay, readNumericMonth, readNumericShort } from './numeric.ts';
import type { PointReading, Side } from './reading.ts';
import { readFraction, readQuarterEnd, readYearPart, type YearFraction } from './season.ts';
import { readYear, type YearPart } from './year.ts';

const YEARS = /([12]\d{3}) {0,2}(?:-{1,4}|~{1,2}|至|到|、|和) {0,2}(?=[12]\d{3} {0,2}年)/y;
const PLAN_PERIOD = opened('“"‘「『十', /[“"‘「『]?十([一二三四五六])五["”’』」]?(?:规划)?(?:期间|时期)/y);

/**
 * Reads one date at the index of a text in plain glyphs.
 * @param side `second` behind a connector and `inMonth` behind 每月 also take a day or a part of a month alone
 * @param before the first side of a range, from which a second one takes its month
 */
export function readPoint(text: string, at: number, side: Side, before?: PointReading): PointReading | undefined {
  if (isFigure(text.charCodeAt(at))) {
    const end = skipFigures(text, at);
    if ('./-'.includes(text[end] ?? '年')) {
      // Behind another group of digits it is the middle of a longer number.
      const inside = side === 'first' && /\d[.\-/]/.test(text.slice(Math.max(0, at - 2), at));
      const figures = inside ? undefined : readFigures(text, at, side, before);
      if (figures) return figures;
    }
    if ('-~至到、和'.includes(text[skipBlanks(text, end)] ?? '年')) {
      const years = readYears(text, at);
      if (years) return years;
    }
  }
  const year = readYear(text, at);
  if (year) return withYear(text, at, year);
  const listed = side === 'first' && opensItem(text, at);
  const month = side === 'inMonth' ? undefined : readMonth(text, at, undefined, listed);
  if (month) return fromMonth(text, at, month, undefined);
  const fraction = readFraction(text, at);
  if (fraction) return fromFraction(at, fraction, {});
  return readWithoutNumber(text, at, side) ?? readBareDay(text, at, side, before);
}

/** 2023—2025年. */
function readYears(text: string, at: number): PointReading | undefined {
  const years = matchAt(YEARS, text, at);
  const second = years ? readYear(text, at + years[0].length) : undefined;
  if (!years || second?.year === undefined || second.year <= Number(years[1])) return undefined;
  const part = readMonth(text, skipBlanks(text, second.end), second.year, false);
  if (part || readYearPart(text, second.end)) return undefined;
  const range = { start: at, end: at + 4 };
  const last = { start: at + years[0].length, end: second.end };
  return {
    from: { range, year: Number(years[1]), unit: 'year', approximate: false },
    to: { range: last, year: second.year, unit: 'year', approximate: false },
    end: second.end,
  };
}

function readFigures(text: string, at: number, side: Side, before: PointReading | undefined): PointReading | undefined {
  const short = side === 'second' && before?.separator ? readNumericShort(text, at, before.separator) : undefined;
  const found = short ?? readNumeric(text, at) ?? (side === 'first' ? readNumericDay(text, at) : undefined);
  if (found) {
    const tail = readDayTail(text, found.end);
    const from = { ...found.point, range: { start: at, end: tail.end }, ...weekdayIn(tail) };
    const reading = { from, end: tail.outer, separator: found.separator };
    return found.fault ? { ...reading, fault: found.fault } : reading;
  }
  const month = readNumericMonth(text, at);
  if (!month) return undefined;
  const reading = { from: month.point, end: month.end, separator: month.separator };
  const sure = side === 'second' && before?.needs === 'figures' && before.separator === month.separator;
  return sure ? reading : { ...reading, needs: 'figures' };
}

function withYear(text: string, at: number, year: YearPart): PointReading | undefined {
  const base: Partial<DatePoint> = year.year === undefined ? { yearShift: year.shift ?? 0 } : { year: year.year };
  const reading = yearWithRest(text, at, year, base);
  if (!reading || year.correction === undefined) return reading;
  const { range } = reading.from;
  return {
    ...reading,
    fault: {
      kind: year.unmarked ? 'missing-year-mark' : 'digits',
      range,
      correction: year.correction + text.slice(year.end, range.end),
    },
  };
}

function yearWithRest(text: string, at: number, year: YearPart, base: Partial<DatePoint>): PointReading | undefined {
  const next = skipBlanks(text, year.end);
  const month = readMonth(text, next, year.year, false);
  if (month) return fromMonth(text, at, month, base);
  // 2009年年底 says 年 twice.
  const partAt = text[next] === '年' ? next + 1 : year.end;
  const fraction = readFraction(text, next) ?? readYearPart(text, partAt);
  if (fraction) return fromFraction(at, fraction, base);
  const holiday = holidayAt(text, next);
  if (holiday && readMark(text, holiday.end, false)) return fromHoliday(at, holiday, base);
  const end = partAt > year.end && text.startsWith('内', partAt) ? partAt : year.end;
  const glued =
    year.year !== undefined && text[year.end - 1] === '年' ? readGluedDay(text, next, year.year) : undefined;
  if (glued && !countedBehind.test(text.slice(glued.end, glued.end + 4))) return fromMonth(text, at, glued, base);
  const whole = { from: point(at, end, { unit: 'year', approximate: false, ...base }), end };
  if (!year.needsRest) return whole;
  // 当年内: the year alone counts as a limit.
  return year.shift !== undefined && text.startsWith('内', year.end) ? { ...whole, needs: 'within' } : undefined;
}

/** 2025年10日内, 2026年15日游: so many days, and no day. */
const countedBehind = /^ ?(?:之|以)?(?:内|上|下|攻坚|行动|会战|冲刺|游|集中|专项|大|年?休假|公休|带薪|公示|工期)/;

function fromMonth(
  text: string,
  at: number,
  part: MonthPart & { readonly start: number },
  base: Partial<DatePoint> | undefined,
): PointReading {
  const { second } = part;
  const last = second?.second ?? second;
  const unit = last?.unit ?? part.unit;
  const tail: DayTail = unit === 'day' ? readDayTail(text, part.end) : { end: part.end, outer: part.end };
  const faulty = partFault(text, at, part.end, part.fault);
  if (second && last) {
    const ofRange = tail.lastWeekday !== undefined;
    const end = Math.max(at + 1, Math.min(second.start, part.end));
    const from = point(at, end, fields(part), base, ofRange ? weekdayIn(tail) : undefined);
    // The end of a pair takes the year from its start.
    const weekday = ofRange ? lastWeekdayIn(tail) : weekdayIn(tail);
    const to = point(last.start, tail.end, fields(second), fields(last), weekday);
    return { from, to, end: tail.outer, ...faulty };
  }
  return {
    from: point(at, tail.end, fields(part), base, weekdayIn(tail)),
    end: tail.outer,
    ...faulty,
    ...(tail.lastWeekday ? { last: lastWeekdayIn(tail) } : {}),
  };
}

function weekdayIn({ weekday, weekdayRange }: DayTail): Pick<DatePoint, 'weekday' | 'weekdayRange'> | undefined {
  return weekday && weekdayRange ? { weekday, weekdayRange } : undefined;
}

function lastWeekdayIn({ lastWeekday, lastWeekdayRange }: DayTail): Pick<DatePoint, 'weekday' | 'weekdayRange'> {
  return lastWeekday && lastWeekdayRange ? { weekday: lastWeekday, weekdayRange: lastWeekdayRange } : {};
}

function partFault(text: string, start: number, end: number, fault: PartFault | undefined): { fault?: DateFault } {
  if (!fault) return {};
  const { kind, correction } = fault;
  const range = { start, end };
  if (correction === undefined) return { fault: { kind, range } };
  return { fault: { kind, range, correction: text.slice(start, fault.at) + correction } };
}

function fields(part: MonthPart): Pick<DatePoint, 'unit' | 'approximate' | 'month' | 'day' | 'portion'> {
  const { month, day, portion, unit, approximate } = part;
  if (portion !== undefined)
    return month === undefined ? { unit, approximate, portion } : { unit, approximate, month, portion };
  if (day !== undefined) return month === undefined ? { unit, approximate, day } : { unit, approximate, month, day };
  return month === undefined ? { unit, approximate } : { unit, approximate, month };
}

function fromHoliday(at: number, { holiday, end }: NamedHoliday, base: Partial<DatePoint>): PointReading {
  const from = point(at, end, { unit: 'day', approximate: false, holiday: holiday.name }, base);
  return { from, end, needs: 'holiday' };
}

function fromFraction(at: number, { side, second, end }: YearFraction, base: Partial<DatePoint>): PointReading {
  const from = point(at, end, side, base);
  return second ? { from, to: point(at, end, second), end } : { from, end };
}

/** 上旬, 月底, 年底, 年内, 季度末, 本月, 本周五, 国庆节, “十四五”期间: no number before them. */
function readWithoutNumber(text: string, at: number, side: Side): PointReading | undefined {
  const period = PLAN_PERIOD(text, at);
  if (period) {
    const first = 2006 + (numeral(period[1] ?? '') - 1) * 5;
    const end = at + period[0].length;
    const year = { unit: 'year', approximate: false } as const;
    return { from: point(at, end, { ...year, year: first }), to: point(at, end, { ...year, year: first + 4 }), end };
  }
  const holiday = holidayAt(text, at);
  if (holiday) return fromHoliday(at, holiday, {});
  const sign = text.charAt(at);
  const other = readFromNow(text, at) ?? (sign === '季' ? quarterEnd(text, at) : undefined);
  if (other) return other;
  if (sign === '年') {
    const part = isPartOfYears(text, at) ? undefined : readYearPart(text, at + 1);
    if (part) return fromFraction(at, part, {});
    if (!text.startsWith('内', at + 1) || isPartOfYears(text, at)) return undefined;
    return { from: point(at, at + 1, { unit: 'year', approximate: false }), end: at + 1, needs: 'within' };
  }
  if (sign === '月' && side !== 'inMonth' && /[\d一二两三四五六七八九十个半几数每]/.test(text.charAt(at - 1)))
    return undefined;
  const portion = sign === '月' ? at + 1 : '上中下'.includes(sign) || side !== 'first' ? at : -1;
  const rest = portion < 0 ? undefined : readMonthRest(text, portion, undefined, undefined);
  if (!rest || ((rest.unit === 'day' || rest.unit === 'week') && side !== 'inMonth')) return undefined;
  // 中 and 底 alone are common signs: without 月 before them only 旬 makes a part of a month.
  if (side === 'first' && sign !== '月' && rest.approximate) return undefined;
  return fromMonth(text, at, { ...rest, start: at }, undefined);
}

function quarterEnd(text: string, at: number): PointReading | undefined {
  const found = readQuarterEnd(text, at);
  return found ? fromFraction(at, found, {}) : undefined;
}

/** 学年初, 三年内, 一年中: the year is not the calendar's. */
function isPartOfYears(text: string, at: number): boolean {
  return /[学几数多近百千每周\d〇一二两三四五六七八九十半]/.test(text.charAt(at - 1));
}

/** 15日 alone: the month comes from the side before it or from the context. */
function readBareDay(text: string, at: number, side: Side, before: PointReading | undefined): PointReading | undefined {
  const opening = side === 'second' ? (before?.to ?? before?.from) : undefined;
  const glued = readGluedDay(text, at, undefined);
  const isDay =
    opening?.month === undefined ? side === 'first' && glued && isToldAsDay(text, glued) : side === 'second';
  if (glued && isDay && (side === 'first' || glued.end - at > 3)) return fromMonth(text, at, glued, undefined);
  // Han days need a second side with a mark of its own: 三日 may be three days.
  if (side === 'first' && !/^\d/.test(text.charAt(at))) return undefined;
  const part = readMonthRest(text, at, opening?.month, opening?.year);
  if (part?.unit !== 'day' || part.fault?.kind === 'missing-day-mark') return undefined;
  if (opening?.month === undefined && part.fault) return undefined;
  const reading = fromMonth(text, at, { ...part, start: at }, undefined);
  return side === 'first' ? { ...reading, needs: 'day' } : reading;
}

/** Whether a number at the index may be the number of an item: at the head, or behind a mark that ends a clause. */
function opensItem(text: string, at: number): boolean {
  let index = at - 1;
  while (index >= 0 && at - index < 8 && text.charCodeAt(index) === 32) index -= 1;
  return index < 0 || '。；;：:！？)）、．. '.includes(text.charAt(index));
}

/** What is read later wins. */
function point(
  start: number,
  end: number,
  first: Omit<DatePoint, 'range'>,
  second?: Partial<DatePoint>,
  third?: Partial<DatePoint>,
): DatePoint {
  const range = { start, end };
  if (third) return { range, ...first, ...second, ...third };
  return second ? { range, ...first, ...second } : { range, ...first };
}
