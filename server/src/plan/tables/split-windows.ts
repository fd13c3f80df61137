import type { DateSpan } from '../../dates/expression.ts';
import type { Dated, Line, Plan, PlanTable, TableRow } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { hasField } from './table-fields.ts';

/** A window whose ends stand in two columns: 开始时间 | 结束时间. */
export interface SplitWindow {
  readonly row: TableRow;
  readonly start: Dated;
  readonly end: Dated;
  readonly span: DateSpan;
}

/** The rows of all tables with a column for the first day and one for the last. */
export const splitWindows = versionMemo(read);

function read(plan: Plan): readonly SplitWindow[] {
  const tables = plan.tables.filter(isSplit);
  if (tables.length === 0) return [];
  const byLine = new Map<Line, Dated>();
  for (const dated of plan.dates) if (dated.span && !byLine.has(dated.line)) byLine.set(dated.line, dated);
  return tables.flatMap((table) =>
    table.rows.flatMap((row): readonly SplitWindow[] => {
      const at = (field: 'start' | 'deadline') => {
        const line = table.cell(row, field)?.lines[0];
        return line && byLine.get(line);
      };
      const [start, end] = [at('start'), at('deadline')];
      const span = start?.span && end?.span && joined(start.span, end.span);
      return span ? [{ row, start, end, span }] : [];
    }),
  );
}

/** Whether a table has a column for the first day and one for the last. */
const isSplit = (table: PlanTable): boolean => hasField(table, ['start']) && hasField(table, ['deadline']);

/** The window from the beginning of one span to the end of another; undefined where their years cannot be compared. */
export function joined(from: DateSpan, to: DateSpan): DateSpan | undefined {
  const start = from.start ?? from.end;
  const end = to.end ?? to.start;
  if (!start || !end || from.yearKnown !== to.yearKnown) return undefined;
  const { startLo = start, startHi = start } = from.bounds ?? {};
  const { endLo = end, endHi = end } = to.bounds ?? {};
  return {
    start,
    end,
    yearKnown: to.yearKnown,
    raw: `${from.raw}至${to.raw}`,
    precision: to.precision,
    approximate: from.approximate || to.approximate,
    deadline: false,
    range: { start: Math.min(from.range.start, to.range.start), end: Math.max(from.range.end, to.range.end) },
    bounds: { startLo, startHi, endLo, endHi },
  };
}
