import type { ColumnField, Plan, PlanTable, TableRow } from '../plan/model.ts';
import { hasField, ownerFields } from '../plan/tables/table-fields.ts';
import type { Message } from '../rules/rule.ts';
import { blocksOf } from './refactorings/row-blocks.ts';

const kinds = {
  workflow: { zh: '流程表', en: 'workflow' },
  ledger: { zh: '台账', en: 'ledger' },
  taskBreakdown: { zh: '任务分解表', en: 'task breakdown' },
  schedule: { zh: '日程表', en: 'schedule' },
} as const;

const others = {
  responsibilities: { zh: '责任分工表', en: 'table of responsibilities' },
  limits: { zh: '时限表', en: 'table of time limits' },
} as const;

/** 占道摊点清理清单, 清理台账见下表。 A longer line says more than what the table is. */
const namedSo =
  /(台账|清单|(?:责任|分工|一览|明细|登记|统计|日程|计划|安排|进度|时限|任务|推进)表)(?:见下表|如下)?[：:。]?$/;

/**
 * What a table of work is called: by its columns, and where these leave it open by the last word above it.
 * 摊点 | 清理时限 | 责任单位 gives no days of a programme: it says who clears which stall until when.
 */
export function tableName(plan: Plan, table: PlanTable): Message {
  if (table.kind === 'other') return { zh: '表格', en: 'table' };
  if (table.kind !== 'schedule' || hasField(table, ['time'])) return kinds[table.kind];
  const name = hasField(table, ownerFields) ? others.responsibilities : others.limits;
  const above = table.title?.value ?? plan.lines.findLast(({ range }) => range.end <= table.range.start)?.text ?? '';
  const own = above.length <= longestTitle ? namedSo.exec(above.trim())?.[1] : undefined;
  return own ? { zh: own, en: name.en } : name;
}

const longestTitle = 30;

/** The rows in which all cells of these columns are empty; blank rows, sums and captions have nothing to say. */
export function rowsWithout(table: PlanTable, fields: readonly ColumnField[]): readonly TableRow[] {
  const rows = blocksOf(table).flatMap((block) => (block.stays ? [] : block.rows));
  return rows.filter((row) => {
    const isWritten = row.cells.some(({ text }, at) => text.trim() !== '' && table.columns[at]?.field !== 'ordinal');
    const cells = fields.flatMap((field) => table.cell(row, field) ?? []);
    return isWritten && cells.length > 0 && cells.every(({ text }) => text.trim() === '');
  });
}
