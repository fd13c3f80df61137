import { compare } from '../../../dates/civil.ts';
import type { Plan } from '../../../plan/model.ts';
import { splitWindows } from '../../../plan/tables/split-windows.ts';
import type { Finding } from '../../rule.ts';

const startsHere = { zh: '同一行的开始时间“{raw}”', en: 'The start in the same row, “{raw}”' };

/** Rows of a table with a column for each end, whose last day is before the first one. */
export function rowsEndingFirst(plan: Plan): readonly Finding<'rowReversed'>[] {
  return splitWindows(plan).flatMap(({ start, end, span }): readonly Finding<'rowReversed'>[] => {
    if (!span.start || !span.end || compare(span.end, span.start) >= 0) return [];
    return [
      {
        message: 'rowReversed',
        params: { raw: end.expression.raw, start: start.expression.raw },
        range: end.range,
        related: [{ message: startsHere, params: { raw: start.expression.raw }, range: start.range }],
        severity: 'error',
      },
    ];
  });
}
