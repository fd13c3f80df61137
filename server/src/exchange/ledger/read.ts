import { toIso } from '../../dates/civil.ts';
import type { Plan, PlanDocument, PlanTable, TableRow } from '../../plan/model.ts';
import { limitFields } from '../../plan/tables/table-fields.ts';
import { oneLine, titleText, type WorkItem, workItemsOf } from '../../plan/tasks/work-items.ts';
import { plainCell } from './cell-text.ts';
import { dayOfCell, numberFormat } from './day-cell.ts';
import type { LedgerSheet, SheetCell, SheetColumn, SheetRow } from './sheet.ts';
import words from './words.yaml';

const { statusHeader, progressHeader, statuses, progress } = words as {
  readonly statusHeader: string;
  readonly progressHeader: string;
  readonly statuses: readonly string[];
  readonly progress: readonly string[];
};

/** A sheet with the table that it was made from. */
export interface TableSheet {
  readonly sheet: LedgerSheet;
  readonly plan: Plan;
  /** Absent for what was gathered from the text. */
  readonly table?: PlanTable;
}

/**
 * The tables of work of a file, plan by plan: ledgers and task breakdowns first, then workflows and
 * schedules. A plan without ledger and task breakdown gives its measures and steps as one too.
 */
export function ledgerSheets(document: PlanDocument, plans: readonly Plan[], fileName: string): readonly TableSheet[] {
  const { text } = document.markdown;
  const sheets: TableSheet[] = [];
  const id = () => `t${sheets.length + 1}`;
  for (const plan of plans) {
    const name = plan.title ? oneLine(plan.title.value) : fileName;
    const items = workItemsOf(plan);
    const tables = plan.tables.filter(({ kind, rows }) => kind !== 'other' && rows.length > 0);
    const isLedger = ({ kind }: PlanTable) => kind === 'ledger' || kind === 'taskBreakdown';
    for (const table of [...tables.filter(isLedger), ...tables.filter((one) => !isLedger(one))]) {
      sheets.push({ sheet: sheetOfTable(text, table, items, name, id()), plan, table });
    }
    if (!tables.some(isLedger)) {
      const sheet = gatheredSheet(items, name, id());
      if (sheet) sheets.push({ sheet, plan });
    }
  }
  return sheets;
}

const kindNames = {
  ledger: '整改台账',
  taskBreakdown: '任务分解表',
  workflow: '工作流程表',
  schedule: '日程安排表',
  other: '表格',
} as const;

function sheetOfTable(
  text: string,
  table: PlanTable,
  items: readonly WorkItem[],
  plan: string,
  id: string,
): LedgerSheet {
  const own = table.columns.map(({ header, field }): SheetColumn => {
    const column = { header: oneLine(header.text), ...(field ? { field } : {}), added: false };
    return field === 'status' || field === 'progress' ? { ...column, ...choicesOf(field, table) } : column;
  });
  const byRow = new Map(items.map((item) => [item.row, item]));
  const isWork = table.kind === 'ledger' || table.kind === 'taskBreakdown';
  const columns = [...own, ...(isWork ? standing(own) : [])];
  const rows = table.rows.map((row, at): SheetRow => {
    const span = byRow.get(row)?.time.span;
    const due = span?.yearKnown ? (span.end ?? span.start) : undefined;
    const cells = columns.map((column, place): SheetCell => {
      const cell = row.cells[place];
      if (column.added || !cell) return { text: '' };
      const words = plainCell(text, cell.carried ?? cell, table.source, column.field);
      return isLimit(column) ? dayCell(words, due?.year) : { text: words };
    });
    return { id: `${id}r${at + 1}`, cells, ...(due ? { due: toIso(due) } : dueInCells(cells)) };
  });
  return {
    id,
    title: table.title
      ? titleText(table.title.value.replace(/^附件[\d一二三四五六七八九十]{0,2}[:：\s]{0,2}/, ''))
      : kindNames[table.kind],
    plan,
    gathered: false,
    columns,
    rows,
  };
}

const isLimit = ({ field }: SheetColumn) => field !== undefined && limitFields.includes(field);

/** A day as a date of the spreadsheet, where the cell says nothing else. */
function dayCell(text: string, year: number | undefined): SheetCell {
  const day = dayOfCell(text, year);
  const format = day && numberFormat(text);
  return day && format ? { text, day: toIso(day), format } : { text };
}

function dueInCells(cells: readonly SheetCell[]): { due?: string } {
  const day = cells.find((cell) => cell.day !== undefined)?.day;
  return day === undefined ? {} : { due: day };
}

/** What may be chosen: the usual words, and those that the table has already. */
function choicesOf(field: 'status' | 'progress', table: PlanTable) {
  const usual = field === 'status' ? statuses : progress;
  const used = table.rows.map((row) => oneLine(table.cell(row, field)?.text ?? '')).filter((word) => word !== '');
  // Sentences are told, not chosen.
  const short = used.filter((word) => [...word].length <= 12);
  const strict = field === 'status' && short.length === used.length;
  return { choices: [...new Set([...short, ...usual])].slice(0, 40), strict };
}

/** The columns that say how things stand, where a table has none. */
function standing(columns: readonly SheetColumn[]): readonly SheetColumn[] {
  const has = (field: 'status' | 'progress') => columns.some((column) => column.field === field);
  return [
    ...(has('progress')
      ? []
      : [{ header: progressHeader, field: 'progress' as const, added: true, choices: progress, strict: false }]),
    ...(has('status')
      ? []
      : [{ header: statusHeader, field: 'status' as const, added: true, choices: statuses, strict: true }]),
  ];
}

/** The measures and steps of the text as a ledger; undefined where there are none. */
function gatheredSheet(items: readonly WorkItem[], plan: string, id: string): LedgerSheet | undefined {
  const work = items.filter(({ row }) => !row);
  if (work.length === 0) return undefined;
  const hasStages = work.some(({ stage }) => stage);
  const plain = (header: string, field: SheetColumn['field']): SheetColumn => ({
    header,
    ...(field ? { field } : {}),
    added: false,
  });
  const columns = [
    plain('序号', 'ordinal'),
    ...(hasStages ? [plain('阶段', 'stage')] : []),
    plain('工作任务', 'activity'),
    plain('责任单位', 'responsibleUnit'),
    plain('责任人', 'owner'),
    plain('完成时限', 'deadline'),
  ];
  const all = [...columns, ...standing(columns)];
  const rows = work.map((item, at): SheetRow => {
    const { span } = item.time;
    const due = span?.yearKnown ? (span.end ?? span.start) : undefined;
    const raw = oneLine(item.dated?.expression.raw ?? span?.raw ?? '');
    const texts = [
      String(at + 1),
      ...(hasStages ? [item.stage?.name.value ?? ''] : []),
      item.title,
      item.units.join('、'),
      item.persons.join('、'),
    ];
    const cells = [
      ...texts.map((text) => ({ text })),
      dayCell(raw, due?.year),
      ...standing(columns).map(() => ({ text: '' })),
    ];
    return { id: `${id}r${at + 1}`, cells, ...(due ? { due: toIso(due) } : {}) };
  });
  return { id, title: '任务台账', plan, gathered: true, columns: all, rows };
}

/** The row of a table, by the id that its sheet gave it. */
export function rowAt(table: PlanTable, id: string): TableRow | undefined {
  return table.rows[Number(/r(\d{1,5})$/.exec(id)?.[1] ?? 0) - 1];
}
