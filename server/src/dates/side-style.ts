import { daysInMonth, type PlainDate, weekday } from './civil.ts';
import type { DatePoint } from './expression.ts';
import { plainGlyphs } from './glyphs.ts';
import { sideDays } from './side.ts';

/** How one side of a time expression is written, so that another day can be written the same way. */
export interface SideStyle {
  readonly point: DatePoint;
  /** The words of the side, without a connector that a pair shares (3月10—15日). */
  readonly raw: string;
  /** 2009-10-12: the sign between the parts, and 日 where it stands behind the figures. */
  readonly figures?: { readonly separator: string; readonly suffix: string };
  readonly year: 'none' | 'four' | 'two' | 'han' | 'word';
  readonly han: boolean;
  /** Months and days of one figure have a zero in front. */
  readonly padded: boolean;
  /** Full-width digits. */
  readonly wide: boolean;
  /** Blank between a number and its sign, as in 10 月 12 日. */
  readonly gap: string;
  readonly zero: string;
  readonly hasMonth: boolean;
  /** 日, 号; empty where a pair shares the mark of its second side. */
  readonly dayMark: string;
  /** 旬 or 初, 中, 底, 末. */
  readonly third: 'xun' | 'edge';
  /** The sign that stands for the end of a month: 底 or 末. */
  readonly lastSign: string;
  /** What stands behind the day and belongs to it: （星期二）. */
  readonly tail: string;
}

/** Which parts of a date are to be written. */
export interface Parts {
  readonly year: boolean;
  readonly month: boolean;
  /** Marks that a pair has left out are written. */
  readonly marks?: boolean;
  /** A day is written even where a coarser unit would do. */
  readonly exact?: boolean;
  /** It is the last day for something: 12月底 is one, 12月初 is none. */
  readonly limit?: boolean;
}

const CONNECTOR = / {0,2}(?:、|-{1,4}|~{1,2}|至|到|和|及) {0,2}$/;
const FIGURES = /^(?:([12]\d{3})([.\-/]))?(\d{1,2})(?:([.\-/])(\d{1,2}))?( ?日)?$/;
const HAN_YEAR = /^[一二][〇零0Oo一二三四五六七八九]{3} {0,3}年/;

/** The style of a side whose words stand in the text of its line; works on every point that the readers give. */
export function sideStyle(text: string, point: DatePoint): SideStyle {
  const whole = text.slice(point.range.start, point.range.end);
  const connector = CONNECTOR.exec(plainGlyphs(whole));
  const raw = connector ? whole.slice(0, connector.index) : whole;
  const plain = plainGlyphs(raw);
  const dayAt = /(\d{1,2}|[一二三四五六七八九十廿卅]+) {0,3}([日号])/.exec(plain);
  const dayEnd = dayAt ? dayAt.index + dayAt[0].length : raw.length;
  const figures = /年|月/.test(plain) ? null : FIGURES.exec(plain);
  const separator = figures?.[2] ?? figures?.[4];
  const numbers = plain.replace(/^\d{4}/, '');
  return {
    point,
    raw,
    ...(separator ? { figures: { separator, suffix: figures?.[6] ?? '' } } : {}),
    year: yearStyle(plain, point),
    han: !/\d/.test(plain) && /[一二三四五六七八九十廿卅](?: {0,3}[年月日号]|$)/.test(plain),
    padded: /(?:^|\D)0\d/.test(numbers) || (separator === '-' && !/(?:^|\D)\d(?!\d)/.test(numbers)),
    wide: /[０-９]/.test(raw),
    gap: /\d([ \u3000]+)[年月日号]/.exec(raw)?.[1] ?? '',
    zero: /[○◯零]/.exec(raw)?.[0] ?? '〇',
    hasMonth: point.month !== undefined && (separator !== undefined || plain.includes('月') || point.unit === 'month'),
    dayMark: dayAt?.[2] ?? (point.day === undefined ? '日' : ''),
    third: /[初底末]|[月年]中(?!旬)/.test(plain) ? 'edge' : 'xun',
    lastSign: plain.includes('末') ? '末' : '底',
    tail: point.day === undefined || separator ? '' : raw.slice(dayEnd),
  };
}

function yearStyle(plain: string, point: DatePoint): SideStyle['year'] {
  if (point.yearShift !== undefined) return 'word';
  if (point.year === undefined) return 'none';
  if (HAN_YEAR.test(plain)) return 'han';
  return /^\d{2} {0,2}年/.test(plain) ? 'two' : 'four';
}

/**
 * A day in the style of a side. Where the day begins or ends the unit that was written, the unit is
 * written again (11月中旬 → 11月下旬), else the day (11月25日).
 * @param side whether the day is to be the first or the last one of what is written
 * @returns undefined where the style cannot say it: a day without its month that is no day of the month
 */
export function writeSide(style: SideStyle, day: PlainDate, side: 'start' | 'end', parts: Parts): string | undefined {
  if (style.figures) return inFigures(style, style.figures, day, side, parts);
  const { point } = style;
  const isDay = point.unit === 'day' || parts.exact === true;
  const rest = isDay ? dayText(style, day, parts) : unitText(style, day, side, parts.limit);
  const head = parts.year ? yearText(style, day.year, parts.marks || rest.month === undefined) : '';
  if (rest.year !== undefined) return `${head}${rest.year}`;
  if (rest.month === '') return head !== '' && day.year !== 0 ? head : undefined;
  if (!parts.month && (parts.year || rest.rest === '' || !(isDay || point.unit === 'xun'))) return undefined;
  const monthMark =
    parts.marks || rest.rest !== '' || style.raw.includes('月') || !style.hasMonth ? `${style.gap}月` : '';
  const month = parts.month ? `${number(style, day.month)}${monthMark}` : '';
  const between =
    style.gap !== '' && month !== '' && rest.rest !== '' && /^\d/.test(plainGlyphs(rest.rest)) ? style.gap : '';
  return `${head}${head !== '' ? style.gap : ''}${month}${between}${rest.rest}`;
}

interface Rest {
  /** What stands behind the month. */
  readonly rest: string;
  /** '' where the year alone says it. */
  readonly month?: '';
  /** What stands behind the year in the place of the month: 底, 第三季度. */
  readonly year?: string;
}

function dayText(style: SideStyle, day: PlainDate, parts: Parts): Rest {
  const mark = style.dayMark === '' && parts.marks ? '日' : style.dayMark;
  return { rest: `${number(style, day.day)}${mark === '' ? '' : style.gap}${mark}${tailFor(style, day)}` };
}

/** The weekday behind a day is that of the new day. */
function tailFor({ tail, point }: SideStyle, day: PlainDate): string {
  const { weekdayRange, range } = point;
  if (!weekdayRange || day.year <= 1 || tail === '') return tail;
  const at = tail.length - (range.end - weekdayRange.end) - 1;
  return `${tail.slice(0, at)}${'一二三四五六日'.charAt(weekday(day) - 1)}${tail.slice(at + 1)}`;
}

function unitText(style: SideStyle, day: PlainDate, side: 'start' | 'end', limit?: boolean): Rest {
  const { point } = style;
  const exact = { rest: `${number(style, day.day)}日` };
  const monthEdge = side === 'start' ? day.day === 1 : day.day === daysInMonth(day.year, day.month);
  switch (point.unit) {
    case 'xun':
      return thirdText(style, day, side, limit) ?? exact;
    case 'month':
      // 一季度末 is a month without its number.
      return monthEdge ? { rest: '' } : exact;
    case 'year': {
      if (point.portion !== undefined) {
        if (isEdgeOf(point, day, side))
          return { rest: '', year: style.raw.slice(-1) === '终' ? '终' : portionSign(style) };
        return thirdText(style, day, side, limit) ?? exact;
      }
      if (monthEdge && day.month === (side === 'start' ? 1 : 12)) return { rest: '', month: '' };
      return monthEdge ? { rest: '' } : exact;
    }
    default:
      return monthEdge ? { rest: '' } : exact;
  }
}

function isEdgeOf(point: DatePoint, day: PlainDate, side: 'start' | 'end'): boolean {
  const { first, last } = sideDays(point, day.year, day.month);
  const edge = side === 'start' ? first : last;
  return edge.month === day.month && edge.day === day.day;
}

/** The sign of 年初, 年中, 年底 with the 年 that a year of its own does not bring. */
function portionSign({ raw, year }: SideStyle): string {
  const sign = raw.slice(-1);
  return year === 'none' ? `年${sign}` : sign;
}

/** 上旬 or 初 where the day begins or ends a third of its month. */
function thirdText(style: SideStyle, day: PlainDate, side: 'start' | 'end', limit?: boolean): Rest | undefined {
  const last = daysInMonth(day.year, day.month);
  const edges = side === 'start' ? [1, 11, 21] : [10, 20, last];
  const third = edges.indexOf(day.day);
  if (third < 0 || (limit && style.third === 'edge' && third < 2)) return undefined;
  // Nobody writes 11月中 where 11月中旬 can stand.
  if (style.third === 'xun' || third === 1) return { rest: `${'上中下'.charAt(third)}旬` };
  return { rest: third === 0 ? '初' : style.lastSign };
}

function inFigures(
  style: SideStyle,
  { separator, suffix }: { readonly separator: string; readonly suffix: string },
  day: PlainDate,
  side: 'start' | 'end',
  parts: Parts,
): string | undefined {
  const edge = side === 'start' ? day.day === 1 : day.day === daysInMonth(day.year, day.month);
  const wholeMonth = style.point.unit === 'month' && edge && parts.exact !== true;
  if (!parts.month) return undefined;
  const numbers = [number(style, day.month), ...(wholeMonth ? [] : [number(style, day.day)])];
  if (parts.year) numbers.unshift(digits(style, String(day.year).padStart(4, '0')));
  return `${numbers.join(wideSeparator(style, separator))}${suffix}`;
}

/** The separator as it was written, full-width forms included. */
function wideSeparator({ raw }: SideStyle, separator: string): string {
  return [...raw].find((sign) => plainGlyphs(sign) === separator) ?? separator;
}

/** @param marked 年 is written where a pair has left it out: 2023—2025年 */
function yearText(style: SideStyle, year: number, marked: boolean | undefined): string {
  switch (style.year) {
    case 'word':
    case 'none':
      return style.han ? `${hanYear(year, style.zero)}年` : `${digits(style, String(year))}${style.gap}年`;
    case 'han':
      return `${hanYear(year, style.zero)}年`;
    case 'two':
      return `${digits(style, String(year).slice(-2))}${style.gap}年`;
    case 'four':
      return `${digits(style, String(year))}${marked || style.raw.includes('年') ? `${style.gap}年` : ''}`;
    default:
      return '';
  }
}

function number(style: SideStyle, value: number): string {
  if (style.han) return hanNumber(value);
  return digits(style, String(value).padStart(style.padded ? 2 : 1, '0'));
}

function digits({ wide }: SideStyle, written: string): string {
  return wide ? written.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : written;
}

const HAN = '〇一二三四五六七八九';

function hanYear(year: number, zero: string): string {
  return [...String(year)].map((digit) => (digit === '0' ? zero : HAN.charAt(Number(digit)))).join('');
}

/** 1–31 as offices write days: 十, 十二, 二十, 三十一. */
function hanNumber(value: number): string {
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  return `${tens === 0 ? '' : `${tens === 1 ? '' : HAN.charAt(tens)}十`}${ones === 0 ? '' : HAN.charAt(ones)}`;
}
