import { daysInMonth } from './civil.ts';
import type { DateFault, DatePoint } from './expression.ts';
import { matchAt, plainGlyphs } from './glyphs.ts';

/** A date in figures alone: 2009-10-12, 2009.10.12, 2009/10/12, and 2009.9 where something marks it as a date. */
export interface NumericDate {
  readonly point: DatePoint;
  readonly end: number;
  /** The sign between the parts, which a shortened second side repeats: 2009.9.1-9.15. */
  readonly separator: string;
  readonly fault?: DateFault;
}

const FULL =
  /([12]\d{3})([.\-/])(\d{1,2})\2(\d{1,2})(?!\d|[./]\d)(?: ?日)?(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?/y;
const MONTH = /([12]\d{3})([.\-/])(\d{1,2})(?!\d|\2\d|[元万亿%‰])/y;
const SHORT = /(\d{1,2})([./])(\d{1,2})(?!\d|[./]\d)(?: ?日)?/y;

/** Reads a full date in figures at the index; undefined when the figures cannot be one (2009.45.3, 4009-1-1). */
export function readNumeric(text: string, at: number): NumericDate | undefined {
  const match = matchAt(FULL, text, at);
  if (!match) return undefined;
  const year = Number(match[1]);
  const month = Number(match[3]);
  const day = Number(match[4]);
  const separator = match[2] ?? '-';
  const end = at + match[0].length;
  // The same hyphen goes on: a number of several groups, not a date.
  if (separator === '-' && /^-\d/.test(text.slice(end, end + 2)) && !/^-\d{4}-/.test(text.slice(end, end + 6))) {
    return undefined;
  }
  if (year < 1800 || year > 2199 || day < 1 || day > 31 || month < 1 || month > 31) return undefined;
  const range = { start: at, end };
  if (month > 12) {
    if (day > 12) return undefined;
    const correction = [match[1], match[4], match[3]].join(separator);
    return {
      point: { range, year, unit: 'month', approximate: false },
      end,
      separator,
      fault: { kind: 'impossible-month', range, correction },
    };
  }
  const point: DatePoint = { range, year, month, day, unit: 'day', approximate: false };
  const last = daysInMonth(year, month);
  if (day <= last) return { point, end, separator };
  const correction = [match[1], match[3], String(last)].join(separator);
  return { point, end, separator, fault: { kind: 'impossible-day', range, correction } };
}

/** Reads 2009.9 or 2009-09. Alone it is a number; the caller asks for a mark or a second side. */
export function readNumericMonth(text: string, at: number): NumericDate | undefined {
  const match = matchAt(MONTH, text, at);
  const year = Number(match?.[1]);
  const month = Number(match?.[3]);
  if (!match || year < 1800 || year > 2199 || month < 1 || month > 12) return undefined;
  const end = at + match[0].length;
  return {
    point: { range: { start: at, end }, year, month, unit: 'month', approximate: false },
    end,
    separator: match[2] ?? '-',
  };
}

const DAY = /(\d{1,2})([./-])(\d{1,2})(?!\d|[./]\d)/y;
const MONTH_DAY = '(?:0?[1-9]|1[0-2])[./](?:0?[1-9]|[12]\\d|3[01])';
const TO = ' {0,2}(?:-{1,2}|~{1,2}|至|到) {0,2}';
/** 03/11-03/31 and no more in a cell: nothing but days is written like that. */
const PADDED_DAYS = new RegExp(`^(?:0[1-9]|1[0-2])([./])[0-3]\\d${TO}(?:0[1-9]|1[0-2])\\1[0-3]\\d$`);
/** 3.2 — 3.8, 06.26 and no more: days where the column says so, figures of any kind elsewhere. */
const BARE_DAYS = new RegExp(`^ {0,2}${MONTH_DAY}(?:${TO}${MONTH_DAY})? {0,2}$`);
/** The longest that bare days are. */
const BARE_LENGTH = 20;

const opensWithFigure = /^[\s\u3000]{0,2}[0-9０-９]/;

/** Whether a text is nothing but bare days: what they are its column has to say. */
export function isBareDays(text: string): boolean {
  if (text.length > BARE_LENGTH || !opensWithFigure.test(text)) return false;
  const plain = plainGlyphs(text);
  return BARE_DAYS.test(plain) && !PADDED_DAYS.test(plain);
}

/** 3/21(周六), 3.21 星期六: behind a stop or a hyphen 周六 needs its brackets, for 3.1 周一 may be the number of an item. */
const WEEKDAY_BEHIND = / {0,2}(?:\( {0,2}(?:星期|礼拜|周)|星期|礼拜)[一二三四五六日天]/y;
const WEEK_BEHIND =
  /(?:周[一二三四五六日天](?!次|常|期|篇|个|刊|报|记|程|至|到|[-~])| {1,2}周[一二三四五六日天](?=$|[ ,;.()|\d]|[上下]午|中午|晚上|早上|全天))/y;

/** 11/19下午: a part of the day stands behind no fraction. */
const HOUR_BEHIND = / ?(?:[上下]午|中午|晚上|早上|凌晨|全天)/y;
const LIMIT_BEHIND = / ?[之以]?前/y;

/** What stands behind 11/19 and makes it a day; 前 does so behind 于 and 在 alone, for 1/2前 may be a half. */
function dayBehind(text: string, at: number, end: number): RegExpExecArray | null {
  return (
    matchAt(WEEK_BEHIND, text, end) ??
    matchAt(HOUR_BEHIND, text, end) ??
    (at > 0 && '于在'.includes(text.charAt(at - 1)) ? matchAt(LIMIT_BEHIND, text, end) : null)
  );
}

/** 测试时间：12.5前, 时间：11.23-12.4: the label says that they are days. */
const LABEL_AHEAD = /(?:时间|日期|[时期]限) {0,2}: {0,2}$/;
const longestLabel = 8;
const LABELLED = new RegExp(
  ` ?[之以]?前(?!\\d)|${TO}(?<second>${MONTH_DAY})(?!\\d|[./]\\d| {0,2}(?:小?时|分|秒|h|个|米|元))`,
  'y',
);

/** What stands behind 12.5 and makes it a day behind a label; an hour has two figures for its minutes: 8.30前, 8.30-11.30. */
function labelledBehind(text: string, at: number, end: number, day: string): RegExpExecArray | null {
  const match = matchAt(LABELLED, text, end);
  if (!match || !LABEL_AHEAD.test(text.slice(Math.max(0, at - longestLabel), at))) return null;
  const second = match.groups?.second;
  return day.length === 1 || (second !== undefined && /[./]\d$/.test(second)) ? match : null;
}

/** 预赛（10.22-10.25）, 队内赛（12.4-12.8）, 决赛（11.29）: what a round of a contest or a stage has in brackets behind its name are its days. */
const ROUND_AHEAD = /(?:[初预复内决]赛|阶段)\($/;
const longestRound = 3;
const IN_BRACKETS = new RegExp(`(?:${TO}(?<second>${MONTH_DAY}))?(?=\\))`, 'y');
/** 8.30-9.00 may as well be hours. */
const likeMinutes = /[05]$/;

function bracketedBehind(text: string, at: number, end: number, day: string): RegExpExecArray | null {
  const match = matchAt(IN_BRACKETS, text, end);
  const ahead = text.slice(Math.max(0, at - longestRound), at);
  const second = match?.groups?.second;
  // 阶段（3.2） may point at a part of the text.
  if (!match || !ROUND_AHEAD.test(ahead) || (second === undefined && !ahead.endsWith('赛('))) return null;
  // 第一阶段（1.1-1.3） are chapters of a handbook.
  if (!ahead.endsWith('赛(') && day.length < 2 && !/[./]\d\d$/.test(second ?? '')) return null;
  return [day, second ?? ''].some((one) => one !== '' && !likeMinutes.test(one)) ? match : null;
}

/** Reads a month and a day in figures where the weekday behind them or the whole of the text says that they are a day. */
export function readNumericDay(text: string, at: number): NumericDate | undefined {
  const match = matchAt(DAY, text, at);
  if (!match) return undefined;
  const [raw, monthWritten = '', separator = '/', dayWritten = ''] = match;
  const month = Number(monthWritten);
  const day = Number(dayWritten);
  if (month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  const end = at + raw.length;
  if (separator === '-' && (monthWritten.length < 2 || dayWritten.length < 2)) return undefined;
  const behind =
    matchAt(WEEKDAY_BEHIND, text, end) ??
    (separator === '/'
      ? dayBehind(text, at, end)
      : (labelledBehind(text, at, end, dayWritten) ?? bracketedBehind(text, at, end, dayWritten)));
  if (!behind && !(text.length <= BARE_LENGTH && /^ {0,2}$/.test(text.slice(0, at)) && BARE_DAYS.test(text)))
    return undefined;
  return dayOf(at, end, month, day, match);
}

function dayOf(start: number, end: number, month: number, day: number, written: RegExpExecArray): NumericDate {
  const range = { start, end };
  const separator = written[2] ?? '/';
  const point: DatePoint = { range, month, day, unit: 'day', approximate: false };
  const last = daysInMonth(0, month);
  if (day <= last) return { point, end, separator };
  const correction = `${written[1] ?? month}${separator}${last}`;
  return { point, end, separator, fault: { kind: 'impossible-day', range, correction } };
}

/** Reads the second side of 2009.9.1-9.15: month and day with the separator of the first side. */
export function readNumericShort(text: string, at: number, separator: string): NumericDate | undefined {
  const match = matchAt(SHORT, text, at);
  const month = Number(match?.[1]);
  const day = Number(match?.[3]);
  if (!match || match[2] !== separator || month < 1 || month > 12 || day < 1 || day > 31) return undefined;
  return dayOf(at, at + match[0].length, month, day, match);
}
