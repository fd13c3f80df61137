import { addDays } from '../../../dates/civil.ts';
import type { Amount, DateSpan } from '../../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../../dates/workdays.ts';
import type { Dated } from '../../../plan/model.ts';
import { counted } from '../../../text/counted.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding, Message } from '../../rule.ts';
import { daysText } from './days-text.ts';

const windowHere = { zh: '所说的时间“{raw}”', en: 'The window that it describes, “{raw}”' };

/** A window as it is written, in one place or in two columns. */
export interface Window {
  readonly span: DateSpan | undefined;
  readonly raw: string;
  readonly range: Range;
}

export const windowOf = ({ span, expression: { raw }, range }: Dated): Window => ({ span, raw, range });

/** A length that its window does not have. */
export function mismatch(
  result: 'shorter' | 'longer',
  raw: string,
  { range }: Pick<Dated, 'range'>,
  window: Window,
  amount: Amount,
  calendar: WorkCalendar,
): Finding<'shorter' | 'longer'> {
  return {
    message: result,
    params: { raw, window: window.raw, actual: actualLength(window, amount, calendar) },
    range,
    related: [{ message: windowHere, params: { raw: window.raw }, range: window.range }],
  };
}

/** The length of the window as its author would put it; days up to two months, else months to a half. */
function actualLength({ span }: Window, { unit }: Amount, calendar: WorkCalendar): Message {
  const { start, end } = span ?? {};
  if (!start || !end) return { zh: '', en: '' };
  if (unit === 'workday') return daysText(workdaysBetween(addDays(start, -1), end, calendar), 'workday');
  const days =
    Math.round(
      (Date.UTC(end.year, end.month - 1, end.day) - Date.UTC(start.year, start.month - 1, start.day)) / 86_400_000,
    ) + 1;
  if (days <= 62) return daysText(days, 'day');
  const months = Math.round((days / 30.44) * 2) / 2;
  return { zh: `约${months}个月`, en: `about ${counted(months, 'month')}` };
}
