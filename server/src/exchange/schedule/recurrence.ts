import { addDays, compare, daysInMonth, type PlainDate, weekday } from '../../dates/civil.ts';
import type { DateExpression, DatePoint } from '../../dates/expression.ts';

/** A duty that returns, as RFC 5545 says it; `first` and `last` are its first and the last possible day. */
export interface Recurrence {
  /** The parts of an RRULE without UNTIL: `FREQ=MONTHLY;BYMONTHDAY=25`. */
  readonly rule: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
}

const weekdayNames = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;

/**
 * The rule of a repeating time where its day is certain: 每月25日前, 每月底前, 每周五, 每季度末前, 每年12月20日前.
 * @param window within which it repeats
 * @returns undefined where the day is left open (每月一次, 每月上旬) or does not come in the window
 */
export function recurrenceOf(
  expression: DateExpression,
  window: { readonly start: PlainDate; readonly end: PlainDate },
): Recurrence | undefined {
  const { amount, to, from, deadline } = expression;
  // A range inside the period (每月1日至5日) ends on a certain day, but does not begin on it.
  if (expression.kind !== 'recurring' || !amount || !to || (from && from !== to)) return undefined;
  const isQuarterEnd = /季度?末(?:之?以?前)?$/.test(expression.raw);
  if (to.unit === 'quarter' && !isQuarterEnd) return undefined;
  const rule = ruleOf(amount.unit === 'month' && amount.count === 3 ? 'quarter' : amount, to, deadline === true);
  if (!rule) return undefined;
  for (
    let day = window.start, count = 0;
    compare(day, window.end) <= 0 && count < 800;
    day = addDays(day, 1), count++
  ) {
    if (rule.falls(day)) return { rule: rule.text, first: day, last: window.end };
  }
  return undefined;
}

interface Rule {
  readonly text: string;
  falls(day: PlainDate): boolean;
}

function ruleOf(
  period: 'quarter' | { count: number; unit: string },
  to: DatePoint,
  isLimit: boolean,
): Rule | undefined {
  const last = (day: PlainDate) => day.day === daysInMonth(day.year, day.month);
  if (period === 'quarter') {
    if (!isLimit || to.unit !== 'quarter' || to.day !== undefined) return undefined;
    return {
      text: 'FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1',
      falls: (day) => day.month % 3 === 0 && last(day),
    };
  }
  if (period.count !== 1) return undefined;
  if (period.unit === 'week' && to.weekday !== undefined) {
    const wanted = to.weekday;
    return { text: `FREQ=WEEKLY;BYDAY=${weekdayNames[wanted - 1]}`, falls: (day) => weekday(day) === wanted };
  }
  if (to.approximate && !(isLimit && to.portion === 'last')) return undefined;
  if (period.unit === 'month') {
    if (to.day !== undefined && to.month === undefined) return inMonth(to.day);
    if (isLimit && to.portion === 'last') return { text: 'FREQ=MONTHLY;BYMONTHDAY=-1', falls: last };
    return undefined;
  }
  if (period.unit !== 'year' || to.month === undefined || to.day === undefined) return undefined;
  const { month, day: wanted } = to;
  return {
    text: `FREQ=YEARLY;BYMONTH=${month};BYMONTHDAY=${wanted}`,
    falls: (day) => day.month === month && day.day === wanted,
  };
}

/** The 30th falls on the last day of a shorter month, where a plain BYMONTHDAY would leave February out. */
function inMonth(wanted: number): Rule {
  const falls = (day: PlainDate) => day.day === Math.min(wanted, daysInMonth(day.year, day.month));
  if (wanted <= 28) return { text: `FREQ=MONTHLY;BYMONTHDAY=${wanted}`, falls };
  const days = [28, 29, 30, 31].filter((day) => day <= wanted).join(',');
  return { text: `FREQ=MONTHLY;BYMONTHDAY=${days};BYSETPOS=-1`, falls };
}
