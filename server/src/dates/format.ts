import { compare, type PlainDate, toChinese, weekday } from './civil.ts';
import type { DateSpan } from './expression.ts';

/**
 * A span in words, for hovers and messages: `2009年9月1日至11月10日（约）`, `截至2009年12月31日`,
 * `2009年10月起`; in English `1 September – 10 November 2009 (approx.)`. A year or month that both ends
 * share is written once. A span without any day gives an empty text.
 */
export function describeSpan(span: DateSpan, language: 'zh' | 'en' = 'zh'): string {
  const days = language === 'zh' ? chineseDays(span) : englishDays(span);
  if (days === '') return '';
  const notes = [
    ...(span.approximate ? [language === 'zh' ? '约' : 'approx.'] : []),
    ...(span.yearKnown ? [] : [language === 'zh' ? '年份不详' : 'year unknown']),
  ];
  if (notes.length === 0) return days;
  return language === 'zh' ? `${days}（${notes.join('，')}）` : `${days} (${notes.join(', ')})`;
}

function chineseDays({ start, end, yearKnown }: DateSpan): string {
  if (start && end) {
    const first = chineseDay(start, yearKnown);
    return compare(start, end) === 0 ? first : `${first}至${chineseEnd(start, end, yearKnown)}`;
  }
  if (end) return `截至${chineseDay(end, yearKnown)}`;
  return start ? `${chineseDay(start, yearKnown)}起` : '';
}

function chineseDay(day: PlainDate, yearKnown: boolean): string {
  return toChinese(yearKnown ? day : { ...day, year: 0 });
}

function chineseEnd(start: PlainDate, end: PlainDate, yearKnown: boolean): string {
  if (start.year !== end.year) return yearKnown ? toChinese(end) : `次年${chineseDay(end, false)}`;
  return start.month === end.month ? `${end.day}日` : chineseDay(end, false);
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

function englishDays({ start, end, yearKnown }: DateSpan): string {
  if (start && end) {
    const last = englishDay(end, yearKnown);
    if (compare(start, end) === 0) return last;
    if (start.year !== end.year) {
      return `${englishDay(start, yearKnown)} – ${last}${yearKnown ? '' : ' of the next year'}`;
    }
    const first = start.month === end.month ? String(start.day) : englishDay(start, false);
    return start.month === end.month ? `${first}–${last}` : `${first} – ${last}`;
  }
  if (end) return `until ${englishDay(end, yearKnown)}`;
  return start ? `from ${englishDay(start, yearKnown)}` : '';
}

/** A day in both languages: 2026年5月4日, 4 May 2026. @param withYear whether the year is said */
export function dayText(day: PlainDate, withYear = true): { readonly zh: string; readonly en: string } {
  return { zh: chineseDay(day, withYear), en: englishDay(day, withYear) };
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];
const ENGLISH_WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];

/** The weekday of a day in both languages: 星期一, Monday. */
export function weekdayText(day: PlainDate): { readonly zh: string; readonly en: string } {
  const at = weekday(day) - 1;
  return { zh: `星期${WEEKDAYS[at] ?? ''}`, en: ENGLISH_WEEKDAYS[at] ?? '' };
}

function englishDay({ year, month, day }: PlainDate, yearKnown: boolean): string {
  return `${day} ${MONTHS[month - 1] ?? ''}${yearKnown ? ` ${year}` : ''}`;
}
