import { addDays, compare, daysInMonth, type PlainDate, toChinese, weekday } from '../../dates/civil.ts';
import { type DayOff, dayOff } from '../../dates/workdays.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import { defineRule, type Fix } from '../rule.ts';
import { duesOf } from './due.ts';

type MessageId = 'holiday' | 'weekend';

const WEEKDAYS = '一二三四五六日';

/** A deadline on a day on which nobody works. */
export const holidayDeadline = defineRule<MessageId>({
  id: 'holiday-deadline',
  family: 'dates',
  severity: 'info',
  basis: ['practice'],
  faults: ['F29'],
  fixes: ['suggested'],
  summary: {
    zh: '截止日期落在节假日或周末',
    en: 'A deadline on a public holiday or a weekend',
  },
  messages: {
    holiday: {
      zh: '“{raw}”的截止日{date}（{weekday}）是{holiday}放假，建议提前到{earlier}（{earlierWeekday}）。',
      en: '“{raw}”: {date} ({weekday}) is off for a holiday ({holiday}); {earlier} ({earlierWeekday}) is the last working day before it.',
    },
    weekend: {
      zh: '“{raw}”的截止日{date}是{weekday}，不上班，建议提前到{earlier}（{earlierWeekday}）。',
      en: '“{raw}”: {date} is on a weekend ({weekday}); {earlier} ({earlierWeekday}) is the last working day before it.',
    },
  },
  checkPlan({ plan, report }) {
    for (const { dated, deed } of duesOf(plan)) {
      const day = deadlineDay(dated, plan);
      // 6月30日前完成 means the month; only who has to hand something in needs somebody at work.
      if (!day || (deed === 'finish' && isPeriodEnd(day))) continue;
      const off = dayOff(day);
      if (!off?.off) continue;
      const earlier = workdayBefore(day);
      report({
        message: off.holiday === undefined ? 'weekend' : 'holiday',
        params: {
          raw: dated.expression.raw,
          date: toChinese(day),
          weekday: nameOf(day),
          holiday: off.holiday ?? '',
          earlier: toChinese({ ...earlier, year: 0 }),
          earlierWeekday: nameOf(earlier),
        },
        range: dated.range,
        ...fixOf(dated, day, earlier),
      });
    }
  },
});

/** The one day on which it is due, when it is written as a day and lies behind the issue of the plan. */
function deadlineDay({ expression, span, line }: Dated, { issued }: Plan): PlainDate | undefined {
  const { to } = expression;
  if (!span?.end || !span.yearKnown || to?.day === undefined || to.approximate || expression.fault) return undefined;
  // An author who writes 星期六 beside the day knows what day it is.
  if (to.weekday !== undefined || /星期[六日天]|周[六日末]/.test(line.text)) return undefined;
  if (issued?.start && compare(span.end, issued.start) < 0) return undefined;
  return span.end;
}

function isPeriodEnd({ year, month, day }: PlainDate): boolean {
  return day === daysInMonth(year, month);
}

function workdayBefore(day: PlainDate): PlainDate {
  let before = addDays(day, -1);
  for (let tries = 0; tries < 15; tries++) {
    const off: DayOff | undefined = dayOff(before);
    if (!(off?.off ?? weekday(before) > 5)) return before;
    before = addDays(before, -1);
  }
  return before;
}

function nameOf(day: PlainDate): string {
  return `星期${WEEKDAYS.charAt(weekday(day) - 1)}`;
}

/** The working day before, written in the place of 10月12日; other ways of writing are left to the author. */
function fixOf({ expression, line }: Dated, day: PlainDate, earlier: PlainDate): { readonly fix?: Fix } {
  const { to } = expression;
  if (!to || to.month === undefined || earlier.year !== day.year) return {};
  const written = line.text.slice(to.range.start, to.range.end);
  const at = /(\d{1,2})(月)(\d{1,2})(日)/.exec(written);
  if (!at) return {};
  const start = to.range.start + at.index;
  const text = `${earlier.month}月${earlier.day}日`;
  const range = line.at(start, start + at[0].length);
  if (range.end - range.start !== at[0].length) return {};
  return {
    fix: {
      title: { zh: '提前到“{text}”', en: 'Write “{text}”' },
      params: { text },
      safety: 'suggested',
      edits: [{ range, text }],
    },
  };
}
