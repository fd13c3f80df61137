import { isFigure } from '../../../text/figures.ts';
import type { Range } from '../../../text/range.ts';

/** A year in front of a month that has a figure too many or too few, or 月 in the place of 年. */
export interface MalformedYear {
  readonly range: Range;
  /** What it should be, where only one reading is left. */
  readonly correction?: string;
}

const NO_YEARS: readonly MalformedYear[] = [];
const NO_MONTHS: readonly Range[] = [];

const figures = /(?<![\d〔[（(第])(?:20\d|20\d{3}|21\d\d)年(?=\d{1,2}月)/g;
const doubled = /(?<!\d)((?:19|20)\d{2})(?:年年|月)(?=\d{1,2}月)/g;

/** 20252026学年: the dash between the years was lost. */
const gluedSchoolYear = /(?<!\d)(20\d\d)(20\d\d) ?学年/g;

const hanMonth =
  /(?<![一二三四五六七八九十百〇零第])(?:十[三四五六七八九]|[二三四五六七八九]十[一二三四五六七八九]?)月(?![龄大嫂经光])/g;

/** 十三月: there are twelve. */
export function malformedMonths(text: string): readonly Range[] {
  if (!/十[一二三四五六七八九]?月/.test(text)) return NO_MONTHS;
  return [...text.matchAll(hanMonth)].map(({ index, 0: raw }) => ({ start: index, end: index + raw.length }));
}

const longDay = /(?<![\d.])(?:1[0-2]|0?[1-9])月\d{3,4}日/g;

/** 6月411日: a figure too many, and nobody knows which. */
export function longDays(text: string): readonly Range[] {
  if (!/月\d{3,4}日/.test(text)) return NO_MONTHS;
  return [...text.matchAll(longDay)].map(({ index, 0: raw }) => ({ start: index, end: index + raw.length }));
}

/**
 * Whether any run of figures in front of 年, 月 or 日, or between 月 and 日, is of another length than those of dates are:
 * one pass over the figures in front of the patterns that look for it.
 */
export function hasOddFigures(text: string): boolean {
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isFigure(unit)) {
      if (start < 0) start = at;
    } else if (start >= 0) {
      const length = at - start;
      if (
        unit === YEAR &&
        (length === 3 || length > 4 || text.startsWith('21', at - 4) || text.charCodeAt(at + 1) === YEAR)
      )
        return true;
      if (unit === MONTH && length > 3) return true;
      if (unit === DAY && length > 2) return true;
      if (length === 8 && /^ ?学年/.test(text.slice(at, at + 3))) return true;
      start = -1;
    }
  }
  return false;
}

const [YEAR, MONTH, DAY] = [...'年月日'].map((unit) => unit.charCodeAt(0));

/** 20226年6月, 202年6月, 2026月5月, 2026年年5月; 2109年10月, as no plan lays down the months of another century. */
export function malformedYears(text: string): readonly MalformedYear[] {
  if (!/(?:^|\D)20\d年|20\d{3}年|21\d\d年|\d年年|\d{4}月|\d{8} ?学年/.test(text)) return NO_YEARS;
  const found: MalformedYear[] = [];
  for (const { index, 0: raw } of text.matchAll(figures)) {
    found.push({ range: { start: index, end: index + raw.length } });
  }
  for (const { index, 0: raw, 1: year } of text.matchAll(doubled)) {
    found.push({ range: { start: index, end: index + raw.length }, correction: `${year}年` });
  }
  for (const { index, 0: raw, 1: first, 2: second } of text.matchAll(gluedSchoolYear)) {
    if (Number(second) === Number(first) + 1)
      found.push({ range: { start: index, end: index + raw.length }, correction: `${first}—${second}学年` });
  }
  return found;
}

const glued = /(?<![\d.])(20[0-3]\d)(\d{2,4})日/g;

/**
 * 2019920日: the marks of year and month were lost, and with them where the one ends and the other begins.
 * @returns with the day as it should be, where the figures leave one reading only
 */
export function gluedDays(text: string): readonly MalformedYear[] {
  if (!/20[0-3]\d{3,5}日/.test(text)) return NO_YEARS;
  return [...text.matchAll(glued)].flatMap(
    ({ index, 0: raw, 1: year = '', 2: rest = '' }): readonly MalformedYear[] => {
      const range = { start: index, end: index + raw.length };
      const readings = [1, 2].flatMap((cut) => {
        const month = rest.slice(0, cut);
        const day = rest.slice(cut);
        const plain = rest.length === 4 || (!/^0|^$/.test(month) && !/^0|^$/.test(day));
        const fits =
          Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31 && day.length <= 2;
        return plain && fits ? [`${year}年${Number(month)}月${Number(day)}日`] : [];
      });
      if (readings.length === 0) return [];
      return [readings.length === 1 && readings[0] ? { range, correction: readings[0] } : { range }];
    },
  );
}

/** Where a day is told, and not for how long something lasts. */
const gluedToMonth =
  /(?<=(?<!距[^，。]{0,2})(?:[初复决预半]赛|截止|定于|日期)(?:时间|日期)?(?:为|于|[：:])? ?)(\d{3,9})日(?!内|以内|行动|攻坚|会战|冲刺|倒计时|[历均])/g;

/**
 * 决赛629日, 初赛6131415日: the mark of the month was lost, and the marks between days with it.
 * @returns with the day as it should be, where the figures leave one reading only
 */
export function daysGluedToMonth(text: string): readonly MalformedYear[] {
  if (!/\d{3}日/.test(text)) return NO_YEARS;
  return [...text.matchAll(gluedToMonth)].flatMap(({ index, 0: raw, 1: digits = '' }): readonly MalformedYear[] => {
    if (/^20[0-3]\d{3}/.test(digits)) return [];
    const range = { start: index, end: index + raw.length };
    const readings = [1, 2].flatMap((cut) => {
      const month = Number(digits.slice(0, cut));
      if (digits.startsWith('0') || month < 1 || month > 12) return [];
      return daysIn(digits.slice(cut)).map((days) => `${month}月${days.join('日、')}日`);
    });
    const [only, other] = readings;
    return only === undefined ? [] : [other === undefined ? { range, correction: only } : { range }];
  });
}

/** All ways to read figures as days that follow one another. */
function daysIn(digits: string, after = 0): readonly (readonly number[])[] {
  if (digits === '') return after > 0 ? [[]] : [];
  return [1, 2].flatMap((length) => {
    const day = Number(digits.slice(0, length));
    if (digits.length < length || digits.startsWith('0') || day <= after || day > 31) return [];
    return daysIn(digits.slice(length), day).map((rest) => [day, ...rest]);
  });
}

/** 2025年1O月15日, 6月3O日, 1l月: letters that look like figures; one true figure has to stand beside them. */
const lookalike =
  /(?<![\dA-Za-z])(?:\d{4}年)?(?:\d[OoＯlI]|[OoＯlI]\d|\d{1,2})月(?:(?:\d[OoＯlI]|[OoＯlI]\d|\d{1,2})日)?/g;

/** Days with a letter in the place of a 0 or a 1, as they should be. */
export function lettersInDays(text: string): readonly MalformedYear[] {
  if (!/[OoＯlI]\d?[月日]/.test(text)) return NO_YEARS;
  return [...text.matchAll(lookalike)].flatMap(({ index, 0: raw }): readonly MalformedYear[] => {
    const correction = raw.replace(/[OoＯ]/g, '0').replace(/[lI]/g, '1');
    const [, month = '1', day = '1'] = /(\d\d?)月(?:(\d\d?)日)?$/.exec(correction) ?? [];
    const isDay =
      correction !== raw && Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
    return isDay ? [{ range: { start: index, end: index + raw.length }, correction }] : [];
  });
}
