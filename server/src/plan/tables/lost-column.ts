import type { Plan, PlanTable } from '../model.ts';
import { hasField, limitFields } from './table-fields.ts';

/** So many headers that two tables have in common make them of one kind. */
const COMMON = 3;

/**
 * Whether a table has no column for the time limit, though another one of the plan with the same headers has: one list of tasks,
 * parted by its chapters, and the column was left out of a part.
 */
export function lacksLimitOfSiblings({ tables }: Plan, table: PlanTable): boolean {
  if (tables.length < 2 || hasField(table, limitFields)) return false;
  const own = headersOf(table);
  return tables.some((other) => {
    if (other === table || !hasField(other, limitFields)) return false;
    const others = headersOf(other);
    const common = own.filter((header) => others.includes(header));
    return common.length >= COMMON && common.length >= others.length - 1;
  });
}

const headersOf = ({ columns }: PlanTable): readonly string[] =>
  columns.map(({ header }) => header.text.replace(/[\s\u3000]+/g, '')).filter((text) => text !== '');
