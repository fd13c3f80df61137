import type { Plan, PlanTable } from '../../plan/model.ts';
import { hasField, limitCell } from '../../plan/tables/table-fields.ts';
import { genreOf } from '../../plan/titles.ts';

/** Fewer days with their weekdays may stand in any table. */
const leastWeekdays = 4;
/** 2026年3月7日（周六）, 2026-03-07 星期六 */
const dayOfWeek = /\d{4}\s?[年\-/.]\s?\d{1,2}\s?[月\-/.]\s?\d{1,2}\s?日?\s?[（(]?\s?(?:星期|周|礼拜)[一二三四五六日天]/;

/** Who writes the weekday to a day, row by row, tells others when to come: in whatever column, and called what it may. */
function namesWeekdays({ columns, rows }: PlanTable): boolean {
  if (rows.length < leastWeekdays || columns.length < 2) return false;
  return columns.some((_, at) => {
    let named = 0;
    for (const { cells } of rows) if (dayOfWeek.test(cells[at]?.text ?? '')) named++;
    return named >= leastWeekdays && 2 * named >= rows.length;
  });
}

/** Whether a text is a table of activities and their days, and little else. */
export function isTimetable(plan: Plan): boolean {
  const prose = plan.lines.reduce((length, line) => length + line.text.length, 0);
  return plan.tables.some((table) => {
    const words = table.rows.reduce(
      (sum, row) => sum + row.cells.reduce((inner, cell) => inner + cell.text.length, 0),
      0,
    );
    return words > 2 * prose && (tellsActivities(table) || namesWeekdays(table) || assigns(plan, table));
  });
}

/** Plan after plan with the unit that answers for it and its day, below a title that calls it a plan. */
function assigns({ title }: Plan, table: PlanTable): boolean {
  if (!planned.test(genreOf(title?.value ?? '') ?? '') || !hasField(table, ['responsibleUnit', 'leadUnit']))
    return false;
  const dated = table.rows.filter((row) =>
    limitCell(table, row)?.lines.some(({ facts }) =>
      facts.dates.some(({ from, to }) => (from ?? to)?.day !== undefined),
    ),
  );
  return dated.length >= leastAssigned && 2 * dated.length >= table.rows.length;
}
const planned = /(?:计划|安排|方案)$/;
const leastAssigned = 3;

/** Activity after activity with its day, under headers that say so. */
function tellsActivities(table: PlanTable): boolean {
  const has = (...fields: string[]) => table.columns.some(({ field }) => field && fields.includes(field));
  if (!has('activity', 'measure') || !has('time', 'deadline')) return false;
  const dated = table.rows.filter((row) =>
    /\d{4}年/.test((table.cell(row, 'time') ?? table.cell(row, 'deadline'))?.text ?? ''),
  );
  return dated.length >= 5 && 2 * dated.length >= table.rows.length;
}
