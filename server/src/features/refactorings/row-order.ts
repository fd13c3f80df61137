import type { PlainDate } from '../../dates/civil.ts';
import type { ColumnField, PlanTable, TableRow } from '../../plan/model.ts';
import { tasksOf } from '../../plan/parties/named-parties.ts';
import { touches } from '../ranges.ts';
import type { Spot } from './refactoring.ts';
import { ordinalIn } from './row-ordinals.ts';

export type Order = 'ordinal' | 'deadline' | 'unit';

/** The place of a row in an order, lower first; undefined for one without number, unit or time. */
type Rank = (row: TableRow) => number | undefined;

/** What the rows are ordered by; undefined where the table does not have it. */
export function rankOf(spot: Spot, table: PlanTable, order: Order): Rank | undefined {
  const has = (...fields: ColumnField[]) =>
    fields.find((field) => table.columns.some((column) => column.field === field));
  if (order === 'ordinal') return has('ordinal') ? (row) => ordinalIn(table, row)?.value : undefined;
  if (order === 'unit') {
    const field = has('responsibleUnit', 'leadUnit', 'owner', 'responsibleLeader');
    return field && byUnit(table, field);
  }
  const field = has('deadline', 'time');
  return field && byEnd(spot, table, field);
}

const collator = new Intl.Collator('zh-CN');

function byUnit(table: PlanTable, field: ColumnField): Rank {
  const unitOf = (row: TableRow) => table.cell(row, field)?.text.trim() ?? '';
  const units = [...new Set(table.rows.map(unitOf))].filter((unit) => unit !== '').sort(collator.compare);
  const places = new Map(units.map((unit, at) => [unit, at]));
  return (row) => places.get(unitOf(row));
}

function byEnd({ recognised: { plan } }: Spot, table: PlanTable, field: ColumnField): Rank {
  const spans = new Map(tasksOf(plan).map((task) => [task.row, task.time.kind === 'own' ? task.time.span : undefined]));
  const ends = new Map(
    table.rows.map((row) => {
      const range = table.cell(row, field)?.range;
      const dated = range && plan.dates.find((date) => date.span && touches(range, date.range.start));
      const span = dated?.span ?? spans.get(row);
      return [row, dayNumber(span?.end ?? span?.start)] as const;
    }),
  );
  return (row) => ends.get(row);
}

function dayNumber(date: PlainDate | undefined): number | undefined {
  return date && (date.year * 13 + date.month) * 32 + date.day;
}
