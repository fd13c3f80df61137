import { compare } from '../../../dates/civil.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Line, Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import { hasField } from '../../../plan/tables/table-fields.ts';
import type { Finding } from '../../rule.ts';

const before = { zh: '同一行的“{raw}”', en: '“{raw}” in the same row' };
/** Fewer rows show no order of their columns. */
const LEAST = 4;

/** 出刊时间 | 评比时间: in all rows but one the second day is not before the first. */
export function columnsOutOfOrder(plan: Plan): readonly Finding<'columnOrder'>[] {
  const tables = plan.tables.filter(
    ({ rows, columns }) => rows.length >= LEAST && columns.filter(({ header }) => namesDays(header.text)).length >= 2,
  );
  if (tables.length === 0) return [];
  const byLine = datedByLine(plan.dates);
  return tables.flatMap((table) => ofTable(table, byLine));
}

const isTime = (header: string) => /时间|日期|日$/.test(header.replace(/[\s\u3000]+/g, ''));
/** Until when something is to be done; done it may be well before. */
const isLimit = (header: string) => /时限|期限/.test(header.replace(/[\s\u3000]+/g, ''));
/** 验收时间: what nobody can look at before it is done. */
const isCheck = (header: string) => /^[\s\u3000]*(?:验收|核查|复查|核验|评估|复核|复验)/.test(header);
const namesDays = (header: string) => /[时日期]/.test(header) && (isTime(header) || isLimit(header));

function ofTable(table: PlanTable, byLine: ReadonlyMap<Line, readonly Dated[]>): readonly Finding<'columnOrder'>[] {
  const times = table.columns.flatMap(({ header }, at) => (namesDays(header.text) ? [at] : []));
  return times.slice(1).flatMap((at, index): readonly Finding<'columnOrder'>[] => {
    const first = times[index] ?? at;
    // First and last day of one thing have a message of their own.
    if (hasField(table, ['start']) && table.columns[first]?.field === 'start') return [];
    const headerOf = (column: number) => table.columns[column]?.header.text ?? '';
    const ofLimit = isLimit(headerOf(first)) || isLimit(headerOf(at));
    if (ofLimit && !isCheck(headerOf(at))) return [];
    const pairs = table.rows.flatMap((row) => {
      // What was done early was looked at early.
      if (ofLimit && row.cells.some(({ text }) => /已|完成$/.test(text))) return [];
      const [a, b] = [dayIn(row, first, byLine), dayIn(row, at, byLine)];
      return a?.span?.start && b?.span?.start && a.span.yearKnown === b.span.yearKnown
        ? [{ a, b, wrong: compare(b.span.start, a.span.start) < 0 }]
        : [];
    });
    const [wrong, more] = pairs.filter((pair) => pair.wrong);
    if (!wrong || more || pairs.length < LEAST) return [];
    return [
      {
        message: 'columnOrder',
        params: { raw: wrong.b.expression.raw, first: wrong.a.expression.raw },
        range: wrong.b.range,
        related: [{ message: before, params: { raw: wrong.a.expression.raw }, range: wrong.a.range }],
      },
    ];
  });
}

/** The one day that a cell names. */
function dayIn({ cells }: TableRow, at: number, byLine: ReadonlyMap<Line, readonly Dated[]>): Dated | undefined {
  const lines = cells[at]?.lines ?? [];
  const dates = lines.flatMap((line) => byLine.get(line) ?? []);
  const [only, more] = dates;
  return only && !more && only.span?.precision === 'day' && only.expression.from === only.expression.to
    ? only
    : undefined;
}
