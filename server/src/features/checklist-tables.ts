import type { Plan, PlanTable, TableRow } from '../plan/model.ts';
import { limitFields, ownerFields } from '../plan/tables/table-fields.ts';
import { headerRange } from '../plan/tasks/task-groups.ts';
import type { ChecklistItem } from '../protocol.ts';
import { counted } from '../text/counted.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { toLspRange } from './ranges.ts';
import { tableName } from './work-tables.ts';

/** What a row of a table of work has to say; where a table has no such column, that is for the rules to say once. */
const needed = [
  { fields: limitFields, zh: '时限', en: 'time limit' },
  {
    fields: ownerFields,
    zh: '责任单位或责任人',
    en: 'anyone responsible',
  },
] as const;

/** The ledgers, task breakdowns, workflows and schedules of a plan with the rows that lack something. */
export function tableItems(open: OpenPlan, plan: Plan): readonly ChecklistItem[] {
  const zh = open.language === 'zh';
  return plan.tables
    .filter(({ kind, rows }) => kind !== 'other' && rows.length > 0)
    .map((table) => {
      const rows = table.rows.flatMap((row, at) => rowItem(open, table, row, at) ?? []);
      return {
        label: table.title?.value ?? capital(tableName(plan, table)[open.language]),
        detail: zh ? `${table.rows.length} 行` : counted(table.rows.length, 'row'),
        state: rows.length > 0 ? ('incomplete' as const) : ('present' as const),
        lacks: rows.map(({ label, lacks }) =>
          zh ? `“${label}”${lacks.join('、')}` : `“${label}”: ${lacks.join(', ')}`,
        ),
        range: toLspRange(open.document, headerRange(table)),
        children: rows,
      };
    });
}

/** A row in which a cell of a needed column is empty. */
function rowItem(open: OpenPlan, table: PlanTable, row: TableRow, at: number): ChecklistItem | undefined {
  const zh = open.language === 'zh';
  const empty = needed.filter(({ fields }) => {
    const cells = fields.flatMap((field) => table.cell(row, field) ?? []);
    return cells.length > 0 && cells.every(({ text }) => text.trim() === '');
  });
  if (empty.length === 0) return undefined;
  const named = (['issue', 'activity', 'measure', 'goal', 'requirement'] as const)
    .map((field) => table.cell(row, field)?.text.trim())
    .find((text) => text);
  return {
    label: named?.slice(0, 30) || (zh ? `第 ${at + 1} 行` : `row ${at + 1}`),
    detail: '',
    state: 'incomplete',
    lacks: empty.map((need) => (zh ? `缺${need.zh}` : `no ${need.en}`)),
    range: toLspRange(open.document, row.range),
    children: [],
  };
}

/** Ledger, as it begins a line. */
function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1);
}
