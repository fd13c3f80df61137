import { daysBetween, type PlainDate, toChinese, toIso } from '../dates/civil.ts';
import type { Amount, DateExpression, DateFault, DateSpan } from '../dates/expression.ts';
import type { Language } from '../rules/messages.ts';

/**
 * The days of a span in words: `2009年11月11日至20日`, `2009-11-11 – 2009-11-20`. An open side gives
 * “起” or “前（含当日）”; a span that names no day at all gives an empty text.
 */
export function spanText(span: DateSpan, language: Language): string {
  const { start, end } = span;
  const from = start && dayText(start, span.yearKnown, language);
  const to = end && dayText(end, span.yearKnown, language);
  const zh = language === 'zh';
  if (start && end && from && to) {
    if (sameDay(start, end)) return from;
    return zh ? `${from}至${shortened(start, end, span.yearKnown)}` : `${from} – ${to}`;
  }
  if (to) return zh ? `${to}前（含当日）` : `until ${to} (included)`;
  if (from) return zh ? `${from}起` : `from ${from}`;
  return '';
}

/** 自印发之日起30日内 is read as the last day of its time: that is the deadline. Other spans stay as they are. */
export function asDeadline({ kind }: DateExpression, span: DateSpan): DateSpan {
  if (kind !== 'relative' || !span.start || !span.end) return span;
  const { start: _, ...rest } = span;
  return rest;
}

/** Calendar days that a closed span covers, both ends included; undefined for an open one. */
export function daysIn(span: DateSpan): number | undefined {
  return span.start && span.end ? daysBetween(span.start, span.end) + 1 : undefined;
}

/** `约1.5个月`, `at least 4 months`: a length as written by a duration or a relative deadline. */
export function amountText(
  { count, low, unit }: Amount,
  comparator: DateExpression['comparator'],
  language: Language,
): string {
  const number = low === undefined ? `${count}` : `${low}–${count}`;
  const length =
    language === 'zh' ? `${number}${units[unit].zh}` : `${number} ${units[unit].en}${count === 1 ? '' : 's'}`;
  return `${comparator ? comparators[comparator][language] : ''}${length}`;
}

/** What is wrong with a malformed date, as one sentence, with the correction where there is one. */
export function faultText({ kind, correction }: DateFault, language: Language): string {
  const text = faults[kind][language];
  if (correction === undefined) return language === 'zh' ? `${text}。` : `${text}.`;
  return language === 'zh' ? `${text}，是否应为“${correction}”？` : `${text}; should it be “${correction}”?`;
}

/** What a statement that names no days means: `ongoing`, `immediate`, `vague`, `recurring`. */
export function kindText(expression: DateExpression, language: Language): string {
  const texts = kinds[expression.kind];
  const period = expression.amount && amountText(expression.amount, undefined, language);
  if (expression.kind === 'recurring' && expression.amount && period) {
    const { count, unit } = expression.amount;
    if (language === 'zh') return `每${count === 1 ? units[unit].zh.replace('个', '') : period}重复一次`;
    return `repeats every ${count === 1 ? units[unit].en : period}`;
  }
  return texts?.[language] ?? '';
}

function dayText(day: PlainDate, yearKnown: boolean, language: Language): string {
  if (language === 'zh') return toChinese(yearKnown ? day : { ...day, year: 0 });
  return yearKnown ? toIso(day) : `${String(day.month).padStart(2, '0')}-${String(day.day).padStart(2, '0')}`;
}

/** The end without the year and month that it shares with the start. */
function shortened(start: PlainDate, end: PlainDate, yearKnown: boolean): string {
  if (start.year !== end.year) return yearKnown ? toChinese(end) : `次年${toChinese({ ...end, year: 0 })}`;
  return start.month === end.month ? `${end.day}日` : toChinese({ ...end, year: 0 });
}

function sameDay(a: PlainDate, b: PlainDate): boolean {
  return a.year === b.year && a.month === b.month && a.day === b.day;
}

const units: Readonly<Record<Amount['unit'], { zh: string; en: string }>> = {
  day: { zh: '日', en: 'day' },
  workday: { zh: '个工作日', en: 'working day' },
  week: { zh: '周', en: 'week' },
  month: { zh: '个月', en: 'month' },
  year: { zh: '年', en: 'year' },
  hour: { zh: '小时', en: 'hour' },
};

const comparators = {
  about: { zh: '约', en: 'about ' },
  atLeast: { zh: '不少于', en: 'at least ' },
  atMost: { zh: '不超过', en: 'at most ' },
} as const;

const kinds: Readonly<Partial<Record<DateExpression['kind'], { zh: string; en: string }>>> = {
  recurring: { zh: '按周期重复的时间', en: 'a recurring time' },
  ongoing: { zh: '长期事项，没有截止日', en: 'ongoing, without an end' },
  immediate: { zh: '立即办理', en: 'at once' },
  vague: { zh: '没有说明期限，读不出完成日期', en: 'names no time limit' },
};

const faults: Readonly<Record<DateFault['kind'], { zh: string; en: string }>> = {
  'missing-year-mark': { zh: '年份后面缺“年”字', en: 'the mark 年 is missing behind the year' },
  'missing-month-mark': { zh: '月份后面缺“月”字', en: 'the mark 月 is missing behind the month' },
  'missing-day-mark': { zh: '日期后面缺“日”字', en: 'the mark 日 is missing behind the day' },
  'missing-connector': { zh: '起止时间之间缺“至”字', en: 'the word 至 is missing between start and end' },
  'impossible-day': { zh: '该月没有这一天', en: 'that month has no such day' },
  'impossible-month': { zh: '没有这个月份', en: 'there is no such month' },
  weekday: { zh: '星期与日期不符', en: 'the weekday does not belong to that day' },
  reversed: { zh: '结束早于开始', en: 'it ends before it starts' },
  digits: { zh: '数字写法有误', en: 'the digits are malformed' },
};
