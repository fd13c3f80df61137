import { weekdayOf } from './clock.ts';
import type { DatePoint } from './expression.ts';
import { opened } from './glyphs.ts';
import { readMonthRest } from './month.ts';
import type { PointReading } from './reading.ts';

const MONTH = opened('本当这上下次翌', /(?:(本|当|这个)|(上)个?|(下|次|翌)个?)月(?!龄|饼|球)/y);
const WEEK = opened(
  '本这上下',
  /(?:(本|这)|(上)|(下))个?(?:周(?![期边年岁密到全转])|星期|礼拜)([一二三四五六日天])?(?:末)?/y,
);
const AT_ONCE = opened('即', /即日(?=起|至|到)/y);

/** Reads 本月, 下月底, 次月5日, 本周五, 即日: dates that count from the day of writing. */
export function readFromNow(text: string, at: number): PointReading | undefined {
  const month = MONTH(text, at);
  if (month && !(text[at] === '上' && text[at - 1] === '以') && !(text[at] === '下' && text[at - 1] === '以')) {
    const head = at + month[0].length;
    const monthShift = month[2] ? -1 : month[3] ? 1 : 0;
    const rest = readMonthRest(text, head, undefined, undefined);
    const end = rest?.end ?? head;
    const from: DatePoint = {
      range: { start: at, end },
      unit: rest?.unit ?? 'month',
      approximate: rest?.approximate ?? false,
      monthShift,
      ...(rest?.day === undefined ? {} : { day: rest.day }),
      ...(rest?.portion === undefined ? {} : { portion: rest.portion }),
    };
    return { from, end };
  }
  const week = WEEK(text, at);
  if (week) {
    const end = at + week[0].length;
    const weekday = weekdayOf(week[4]);
    const weekShift = week[2] ? -1 : week[3] ? 1 : 0;
    const base = { range: { start: at, end }, weekShift, approximate: false } as const;
    return { from: weekday ? { ...base, unit: 'day', weekday } : { ...base, unit: 'week' }, end };
  }
  const now = AT_ONCE(text, at);
  if (!now) return undefined;
  const range = { start: at, end: at + 2 };
  const from: DatePoint = { range, unit: 'day', approximate: false, anchor: { kind: 'issued', text: '即日', range } };
  return { from, end: range.end };
}
