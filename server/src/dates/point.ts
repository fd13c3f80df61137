import type { DateFault, DatePoint } from './expression.ts';
import { matchAt, numeral, skipBlanks } from './glyphs.ts';
import { holidayAt } from './holidays.ts';
import { type MonthPart, readMonth, readMonthRest } from './month.ts';
import { readNumeric, readNumericMonth } from './numeric.ts';
import { readYear } from './year.ts';

/** One or two sides read from one stretch of text: 10月12日, 7月上、中旬. */
export interface PointReading {
  readonly from: DatePoint;
  readonly to: DatePoint;
  readonly end: number;
  readonly fault?: DateFault;
  /** Separator of a date in figures. */
  readonly separator?: string;
}

const YEAR_PART =
  / {0,2}(?:(初)|(底|末(?![端尾位])|终(?!于|究))|(中(?![国央心小学期等级型文共]))|(上半年)|(下半年)|(?:第)?([一二三四1-4])季度|(内))/y;
const HALF = /([上下])半年(?!的度)/y;
const QUARTER = /第?([一二三四1-4])季度/y;
const BARE_YEAR_PART = /年(?:(初)|(底|末(?![端尾位])|终)|(中(?=[前完之旬，。、；]|$))|(内))/y;
const BARE_MONTH_PART = /(?:本|当|次|每)?月(?:(初)|(底|末)|(中)(?=[前旬完之，。、；]|$)|([上中下])旬)/y;
const BARE_XUN = /([上中下])旬/y;
const WEEKDAY = / {0,2}\( {0,2}(?:星期|周|礼拜)([一二三四五六日天])[^()]{0,6}\)/y;
const DAY_TIME =
  / {0,2}(?:上午|下午|中午|早上|晚上|晚|凌晨|早)(?![级年])(?: {0,2}\d{1,2}(?::\d{2}|[点时](?:\d{1,2}分|半)?(?![期间段候限]))?)?/y;
const WEEKDAYS = '一二三四五六日';

/** Reads one side of a time expression at the index of a text in plain glyphs. */
export function readPoint(text: string, at: number, listed: boolean): PointReading | undefined {
  const numeric = readNumeric(text, at) ?? readNumericMonth(text, at);
  if (numeric) {
    if (numeric.point.day === undefined && !numericMonthMarked(text, at, numeric.end)) return undefined;
    const { point, end, fault, separator } = numeric;
    return finish(text, point, point, end, fault, separator);
  }
  const year = readYear(text, at);
  if (year) {
    const month = readMonth(text, skipBlanks(text, year.end), year.year, true);
    const fault = year.correction
      ? ({ kind: 'digits', range: { start: at, end: year.end }, correction: year.correction } as const)
      : undefined;
    if (month) return fromMonth(text, at, month, year.year, year.shift, fault);
    const part = matchAt(YEAR_PART, text, year.end);
    const written = yearOf(year.year, year.shift);
    if (part) {
      const end = year.end + part[0].length;
      const range = { start: at, end };
      const point = yearPart(part, range, written);
      return finish(text, point, point, end, fault);
    }
    if (year.needsRest) return undefined;
    const point: DatePoint = { range: { start: at, end: year.end }, ...written, unit: 'year', approximate: false };
    return finish(text, point, point, year.end, fault);
  }
  const month = readMonth(text, at, undefined, listed);
  if (month && month.start === at) return fromMonth(text, at, month, undefined, undefined, undefined);
  return bareReading(text, at);
}

function yearOf(year: number | undefined, shift: number | undefined): Pick<DatePoint, 'year' | 'yearShift'> {
  if (year !== undefined) return { year };
  return shift === undefined ? {} : { yearShift: shift };
}

function yearPart(
  part: RegExpExecArray,
  range: DatePoint['range'],
  written: Pick<DatePoint, 'year' | 'yearShift'>,
): DatePoint {
  if (part[1]) return { range, ...written, unit: 'year', portion: 'first', approximate: true };
  if (part[2]) return { range, ...written, unit: 'year', portion: 'last', approximate: true };
  if (part[3]) return { range, ...written, unit: 'year', portion: 'middle', approximate: true };
  if (part[4]) return { range, ...written, unit: 'halfYear', portion: 1, approximate: false };
  if (part[5]) return { range, ...written, unit: 'halfYear', portion: 2, approximate: false };
  if (part[6]) return { range, ...written, unit: 'quarter', portion: quarter(part[6]), approximate: false };
  return { range, ...written, unit: 'year', approximate: false };
}

function quarter(written: string): 1 | 2 | 3 | 4 {
  const value = numeral(written);
  return value === 2 ? 2 : value === 3 ? 3 : value === 4 ? 4 : 1;
}

/** Holidays and parts of a year or month that stand without it: 月底, 年底, 上半年, 一季度, 春节. */
function bareReading(text: string, at: number): PointReading | undefined {
  const half = matchAt(HALF, text, at);
  if (half)
    return single(text, at, half[0].length, {
      unit: 'halfYear',
      portion: half[1] === '上' ? 1 : 2,
      approximate: false,
    });
  const inQuarter = matchAt(QUARTER, text, at);
  if (inQuarter)
    return single(text, at, inQuarter[0].length, {
      unit: 'quarter',
      portion: quarter(inQuarter[1] ?? ''),
      approximate: false,
    });
  const year = matchAt(BARE_YEAR_PART, text, at);
  if (year) {
    const portion = year[1] ? 'first' : year[2] ? 'last' : year[3] ? 'middle' : undefined;
    return single(text, at, year[0].length, {
      unit: 'year',
      ...(portion ? { portion } : {}),
      approximate: portion !== undefined,
    });
  }
  const month = matchAt(BARE_MONTH_PART, text, at);
  if (month && !/[0-9一二三四五六七八九十个数几]/.test(text.charAt(at - 1))) {
    const third = month[4];
    const portion = month[1] || third === '上' ? 'first' : month[2] || third === '下' ? 'last' : 'middle';
    return single(text, at, month[0].length, { unit: 'xun', portion, approximate: third === undefined });
  }
  const holiday = holidayAt(text, at);
  if (holiday && /^(?:节|假期|期间)?(?:之|以)?(?:前|后)/.test(text.slice(holiday.end, holiday.end + 5))) {
    return single(text, at, holiday.end - at, { unit: 'day', holiday: holiday.holiday.name, approximate: false });
  }
  return undefined;
}

function single(text: string, at: number, length: number, point: Omit<DatePoint, 'range'>): PointReading {
  const side = { range: { start: at, end: at + length }, ...point };
  return finish(text, side, side, at + length, undefined);
}

function fromMonth(
  text: string,
  at: number,
  month: MonthPart & { readonly start: number },
  year: number | undefined,
  shift: number | undefined,
  yearFault: DateFault | undefined,
): PointReading {
  const written = yearOf(year, shift);
  const from = pointOf(month, { start: at, end: month.end }, written);
  const second = month.second;
  const to = second
    ? pointOf({ month: month.month ?? 1, ...second }, { start: second.start, end: second.end }, {})
    : from;
  const fault = month.fault;
  const partFault: DateFault | undefined = fault
    ? {
        kind: fault.kind,
        range: { start: fault.at, end: month.end },
        ...(fault.correction === undefined ? {} : { correction: fault.correction }),
      }
    : yearFault;
  return finish(text, from, to, month.end, partFault);
}

function pointOf(
  part: MonthPart,
  range: DatePoint['range'],
  written: Pick<DatePoint, 'year' | 'yearShift'>,
): DatePoint {
  return {
    range,
    ...written,
    ...(part.month === undefined ? {} : { month: part.month }),
    ...(part.day === undefined ? {} : { day: part.day }),
    unit: part.unit,
    ...(part.portion === undefined ? {} : { portion: part.portion }),
    approximate: part.approximate,
  };
}

/** The second side of a range, which may leave out year and month: 29日, 15日, 下旬, 月底. */
export function readSecond(text: string, at: number, from: DatePoint): PointReading | undefined {
  const point = readPoint(text, at, false);
  if (point) return point;
  const rest = readMonthRest(text, at, undefined, undefined);
  if (rest && rest.unit !== 'week') {
    const side = pointOf(rest, { start: at, end: rest.end }, {});
    return finish(text, side, side, rest.end, undefined);
  }
  const xun = matchAt(BARE_XUN, text, at);
  if (xun && from.month !== undefined) {
    const portion = xun[1] === '上' ? 'first' : xun[1] === '中' ? 'middle' : 'last';
    return single(text, at, xun[0].length, { unit: 'xun', portion, approximate: false });
  }
  return undefined;
}

/** Takes the weekday and the time of day behind a day with it. */
function finish(
  text: string,
  from: DatePoint,
  to: DatePoint,
  end: number,
  fault: DateFault | undefined,
  separator?: string,
): PointReading {
  let last = end;
  let weekday: number | undefined;
  if (to.day !== undefined) {
    const named = matchAt(WEEKDAY, text, last);
    if (named) {
      weekday = WEEKDAYS.indexOf(named[1] === '天' ? '日' : (named[1] ?? '')) + 1;
      last += named[0].length;
    }
    const hour = matchAt(DAY_TIME, text, last);
    if (hour) last += hour[0].length;
  }
  const ended = weekday === undefined ? to : { ...to, weekday };
  return {
    from: from === to ? ended : from,
    to: ended,
    end: last,
    ...(fault ? { fault } : {}),
    ...(separator === undefined ? {} : { separator }),
  };
}

/** 2009.9 is a month only where something says so: a second side, 前, or nothing else around it. */
function numericMonthMarked(text: string, at: number, end: number): boolean {
  const behind = text.slice(end, end + 6);
  if (/^ ?(?:-{1,4}|~|至|到) ?[12]\d{3}[./-]\d/.test(behind + text.slice(end + 6, end + 10))) return true;
  const before = text.slice(Math.max(0, at - 3), at);
  return (
    /(?:至|到|-|~)\s?$/.test(before) &&
    /[12]\d{3}[./-]\d{1,2}\s?(?:至|到|-{1,4}|~)\s?$/.test(text.slice(Math.max(0, at - 12), at))
  );
}
