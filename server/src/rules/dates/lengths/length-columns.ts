import { daysBetween } from '../../../dates/civil.ts';
import { compareLength } from '../../../dates/compare.ts';
import type { Amount, DateSpan } from '../../../dates/expression.ts';
import type { Plan } from '../../../plan/model.ts';
import { splitWindows } from '../../../plan/tables/split-windows.ts';
import type { Finding } from '../../rule.ts';
import { isWindow } from './length-beside.ts';
import { mismatch, type Window, windowOf } from './window-lengths.ts';

const LENGTH_HEADER = /^(?:时长|天数|工期|周期|历时|用时|持续时间|所需时间)(?:[（(]?(个月|月|天|日|周|工作日)[）)]?)?$/;
const UNITS: Readonly<Record<string, Amount['unit']>> = {
  个月: 'month',
  月: 'month',
  天: 'day',
  日: 'day',
  周: 'week',
  工作日: 'workday',
};

/** 24 days are 3周 in a column of weeks. */
function isRounded({ start, end }: DateSpan, { unit, count }: Amount): boolean {
  return unit === 'week' && !!start && !!end && Math.round((daysBetween(start, end) + 1) / 7) === count;
}

/** So many rows show how days are counted. */
const LIKE = 2;

/** The days of a window, first and last one included; undefined where it is counted in something else. */
function daysOf({ span }: Window, { unit }: Amount): number | undefined {
  return unit === 'day' && span?.precision === 'day' && span.start && span.end
    ? daysBetween(span.start, span.end) + 1
    : undefined;
}

/** Lengths in a column beside one of windows that do not fit them. */
export function columnFindings(plan: Plan): readonly Finding<'shorter' | 'longer'>[] {
  return plan.tables.flatMap((table) => {
    const at = table.columns.findIndex(
      ({ header: { text } }) => /[长数期历用续需]/.test(text) && LENGTH_HEADER.test(text.replace(/[\s\u3000]+/g, '')),
    );
    const timeAt = table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
    if (at < 0 || timeAt < 0 || timeAt === at) return [];
    const header = table.columns[at]?.header.text.replace(/[\s\u3000]+/g, '') ?? '';
    const unit = UNITS[LENGTH_HEADER.exec(header)?.[1] ?? (header === '天数' ? '天' : '')];
    const split = new Map(splitWindows(plan).map(({ row, span }) => [row, span]));
    const byLine = new Map(plan.dates.map((dated) => [dated.line, dated]));
    const rows = table.rows.flatMap((row) => {
      const line = row.cells[at]?.lines[0];
      const windowLine = row.cells[timeAt]?.lines[0];
      const dated = windowLine && byLine.get(windowLine);
      const ends = split.get(row);
      const window = ends
        ? { span: ends, raw: ends.raw, range: ends.range }
        : dated && isWindow(dated)
          ? windowOf(dated)
          : undefined;
      if (!line || !window?.span) return [];
      const number = /^\s*(\d{1,3}(?:\.5)?)\s*$/.exec(line.text)?.[1];
      const written = line.facts.dates.length === 1 ? line.facts.dates[0] : undefined;
      const amount =
        number !== undefined && unit
          ? { count: Number(number), unit }
          : written?.kind === 'duration'
            ? written.amount
            : undefined;
      if (!amount) return [];
      const { start, end } = window.span;
      // That the end is before the start is told by date-order.
      if (start && end && daysBetween(start, end) < 0) return [];
      return [{ line, window, amount, result: compareLength(window.span, amount, written?.comparator, plan.calendar) }];
    });
    // Where the others count the first day, so does this one.
    const countFirst = rows.filter(({ window, amount }) => daysOf(window, amount) === amount.count).length;
    return rows.flatMap(({ line, window, amount, result }) => {
      const isShort =
        daysOf(window, amount) === amount.count + 1 && countFirst >= LIKE && countFirst * 3 >= rows.length * 2;
      const found = result === 'fits' && isShort ? 'longer' : result;
      if (found === undefined || found === 'fits' || (window.span && isRounded(window.span, amount))) return [];
      return [mismatch(found, line.text.trim(), line, window, amount, plan.calendar)];
    });
  });
}
