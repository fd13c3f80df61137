import { compare, type PlainDate } from '../../dates/civil.ts';
import type { Dated, Line, Plan } from '../../plan/model.ts';
import type { Finding } from '../rule.ts';

/** A schedule shorter than this has no order to speak of. */
const leastRows = 6;

const rowBefore = { zh: '上一行为“{raw}”', en: 'The row above: “{raw}”' };

/**
 * Rows that stand alone against the order of their table: all others go up, or all go down, and their own
 * neighbours agree without them. Tables that begin anew or are sorted by something else have more of them.
 */
export function rowsOutOfOrder(plan: Plan): readonly Finding<'rowOrder'>[] {
  return plan.tables.flatMap((table): readonly Finding<'rowOrder'>[] => {
    const timeAt = table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
    if (timeAt < 0 || table.rows.length < leastRows) return [];
    const byLine = new Map<Line, Dated>();
    for (const dated of plan.dates)
      if (dated.line.place === 'cell' && !byLine.has(dated.line)) byLine.set(dated.line, dated);
    const rows = table.rows.flatMap((row) => {
      const line = row.cells[timeAt]?.lines[0];
      const dated = line && byLine.get(line);
      const day = dated?.span?.start;
      return dated && day && dated.span?.precision === 'day' ? [{ dated, day, known: dated.span.yearKnown }] : [];
    });
    if (rows.length < leastRows || rows.some(({ known }) => known !== rows[0]?.known)) return [];
    const steps = rows.slice(1).map(({ day }, at) => Math.sign(compare(day, rows[at]?.day ?? day)));
    const direction = steps.filter((step) => step > 0).length > steps.filter((step) => step < 0).length ? 1 : -1;
    const against = (a: PlainDate, b: PlainDate) => Math.sign(compare(b, a)) === -direction;
    const wrong = rows.filter(({ day }, at) => {
      const above = rows[at - 1];
      const below = rows[at + 1];
      if (!above || !below || against(above.day, below.day)) return false;
      return against(above.day, day) || against(day, below.day);
    });
    const breaks = steps.filter((step) => step === -direction).length;
    const [only, more] = wrong;
    if (!only || more || breaks !== 1) return [];
    const above = rows[rows.indexOf(only) - 1];
    return [
      {
        message: 'rowOrder',
        params: { raw: only.dated.expression.raw },
        range: only.dated.range,
        ...(above
          ? { related: [{ message: rowBefore, params: { raw: above.dated.expression.raw }, range: above.dated.range }] }
          : {}),
        severity: 'info',
      },
    ];
  });
}
