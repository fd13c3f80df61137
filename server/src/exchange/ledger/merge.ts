import type { Message } from '../../rules/rule.ts';
import { canonical } from './day-cell.ts';
import { fingerprint, squeezed } from './fingerprint.ts';
import { matchRows } from './match-rows.ts';
import type { LedgerSheet, ReturnedLedger, ReturnedRow } from './sheet.ts';

/** A cell that was changed in the ledger alone: it goes into the plan. */
export interface CellChange {
  readonly kind: 'cell';
  readonly table: string;
  /** Index of the row in the table of the plan. */
  readonly row: number;
  readonly header: string;
  /** What the row is about. */
  readonly name: Message;
  readonly from: string;
  readonly to: string;
}

/** A cell that was changed on both sides: the author has to say. */
export interface CellConflict extends Omit<CellChange, 'kind'> {
  readonly kind: 'conflict';
  /** What it was when the ledger was made; unknown from a CSV. */
  readonly base?: string;
}

/** A row that was put into the ledger, to be put into the plan behind `after` (−1: in front of all). */
export interface AddedRow {
  readonly kind: 'row';
  readonly table: string;
  readonly after: number;
  readonly name: Message;
  /** By header of the table of the plan. */
  readonly cells: ReadonlyMap<string, string>;
}

export type LedgerChange = CellChange | CellConflict | AddedRow;

export interface LedgerMerge {
  readonly changes: readonly LedgerChange[];
  /** What the author is told: rows and columns that came, went or moved. */
  readonly notices: readonly Message[];
}

/**
 * Three-way merge of a ledger into the table of a plan: base is what was handed out, one side what came
 * back, the other what the plan says now. What only the ledger changed is a change; what both changed, and
 * not to the same words, is a conflict; nothing of the plan is ever taken away.
 */
export function mergeLedger(returned: ReturnedLedger, plan: LedgerSheet): LedgerMerge {
  const changes: LedgerChange[] = [];
  const columns = new Map(plan.columns.map((column, at) => [squeezed(column.header), { ...column, at }]));
  const { headers, notices } = comparedHeaders(returned, columns);
  const found = matchRows(returned, plan);
  const kept: number[] = [];
  const isTaken = new Set<number>();
  let above = -1;
  for (const row of returned.rows) {
    const at = found.get(row);
    if (at === undefined || isTaken.has(at)) {
      const added = row.id === undefined || at !== undefined ? addedRow(row, plan, headers, above) : undefined;
      if (added) changes.push(added);
      else if (row.id !== undefined) notices.push(gone(row));
      continue;
    }
    isTaken.add(at);
    kept.push(at);
    above = at;
    for (const header of headers) {
      const column = columns.get(squeezed(header));
      const base = row.base?.get(header);
      if (!column || !base) continue;
      const ours = plan.rows[at]?.cells[column.at]?.text ?? '';
      const theirs = row.cells.get(header) ?? '';
      const change = compared(base, ours, theirs);
      if (!change) continue;
      const cell = { table: plan.id, row: at, header: column.header, name: nameOf(plan, at), from: ours, to: theirs };
      if (change === 'theirs') changes.push({ kind: 'cell', ...cell });
      else changes.push({ kind: 'conflict', ...cell, ...(base.text === undefined ? {} : { base: base.text }) });
    }
  }
  notices.push(...movedNotice(kept), ...lostNotices(returned, plan, isTaken));
  return { changes, notices };
}

function compared(base: { readonly fingerprint: string }, ours: string, theirs: string): 'theirs' | 'both' | undefined {
  const theirMark = fingerprint(theirs);
  if (theirMark === base.fingerprint || canonical(theirs) === canonical(ours)) return undefined;
  return fingerprint(ours) === base.fingerprint ? 'theirs' : 'both';
}

/** The headers that can be compared, and what is to be said of the others. */
function comparedHeaders(
  { headers, baseHeaders, added }: ReturnedLedger,
  columns: ReadonlyMap<string, { readonly added: boolean }>,
): { readonly headers: readonly string[]; readonly notices: Message[] } {
  const notices: Message[] = [];
  const now = new Set(headers.map(squeezed));
  const before = new Set(baseHeaders.map(squeezed));
  const names = (list: readonly string[]) => list.map((one) => `“${one}”`).join('、');
  const unknown = headers.filter((header) => !before.has(squeezed(header)));
  if (unknown.length > 0) {
    notices.push({
      zh: `台账中的${names(unknown)}列导出时没有，未写回方案；如需要，请先在方案的表格中加上这一列再重新导出`,
      en: `Columns ${names(unknown)} were put into the ledger; they do not return`,
    });
  }
  const missing = baseHeaders.filter((header) => !now.has(squeezed(header)) && !added.includes(header));
  if (missing.length > 0) {
    notices.push({
      zh: `台账中的${names(missing)}列已删除或改名，方案中的这些列保持不变`,
      en: `Columns ${names(missing)} were removed from the ledger or renamed; the plan keeps its own`,
    });
  }
  const usable = headers.filter((header) => before.has(squeezed(header)));
  const foreign = usable.filter((header) => !columns.has(squeezed(header)));
  if (foreign.length > 0) {
    notices.push({
      zh: `方案的表格中已没有${names(foreign)}列，台账中的这些内容未写回`,
      en: `The table of the plan has no columns ${names(foreign)} any more; they do not return`,
    });
  }
  return { headers: usable.filter((header) => columns.has(squeezed(header))), notices };
}

/** What a row is about, for lists of changes: 第3行“排水不畅”, row 3 “排水不畅”. */
function nameOf(plan: LedgerSheet, at: number): Message {
  const row = plan.rows[at];
  const order = ['issue', 'activity', 'measure', 'goal', 'requirement', 'stage'] as const;
  const named = order
    .map((field) => row?.cells[plan.columns.findIndex((column) => column.field === field)]?.text)
    .find((text) => text);
  const words = [...(named ?? '').replace(/\s+/g, '')];
  const name = words.length > 20 ? `${words.slice(0, 19).join('')}…` : words.join('');
  const quoted = name === '' ? '' : `“${name}”`;
  return { zh: `第${at + 1}行${quoted}`, en: `row ${at + 1} ${quoted}`.trimEnd() };
}

function addedRow(
  row: ReturnedRow,
  plan: LedgerSheet,
  headers: readonly string[],
  after: number,
): AddedRow | undefined {
  const cells = new Map<string, string>();
  for (const header of headers) {
    const column = plan.columns.find((one) => squeezed(one.header) === squeezed(header));
    const text = (row.cells.get(header) ?? '').trim();
    if (column && text !== '') cells.set(column.header, text);
  }
  const isNumberOnly = [...cells.keys()].every((header) =>
    plan.columns.some((column) => column.header === header && column.field === 'ordinal'),
  );
  if (isNumberOnly) return undefined;
  const name = { zh: `台账第${row.number}行（新增）`, en: `row ${row.number} of the ledger (new)` };
  return { kind: 'row', table: plan.id, after, name, cells };
}

function gone({ number, cells }: ReturnedRow): Message {
  const words = [...cells.values()]
    .filter((text) => [...text].length > 2)
    .slice(0, 2)
    .join('｜')
    .slice(0, 40);
  return {
    zh: `台账第${number}行在方案的表格中已找不到（可能已删除或改写），未写回：${words}`,
    en: `Row ${number} of the ledger is no longer in the table of the plan and does not return: ${words}`,
  };
}

function movedNotice(kept: readonly number[]): readonly Message[] {
  const isSorted = kept.every((at, place) => place === 0 || at > (kept[place - 1] ?? -1));
  if (isSorted) return [];
  return [
    {
      zh: '台账的行序与方案不同，已按行标识逐行对应，方案中的行序不变',
      en: 'The rows of the ledger stand in another order; they were matched one by one, the plan keeps its order',
    },
  ];
}

/** Rows of the plan that the ledger had and no longer has, and rows that came to the plan since. */
function lostNotices(returned: ReturnedLedger, plan: LedgerSheet, taken: ReadonlySet<number>): readonly Message[] {
  const lost = returned.lost.length;
  const left = plan.rows.flatMap((_, at) => (taken.has(at) ? [] : [nameOf(plan, at)]));
  if (left.length === 0) return [];
  const shown = left.slice(0, 5);
  const zh = shown.map((row) => row.zh).join('、') + (left.length > 5 ? '等' : '');
  const en = shown.map((row) => row.en).join(', ') + (left.length > 5 ? ' …' : '');
  return [
    lost > 0
      ? {
          zh: `台账中已没有以下各行（或为导出后新增），方案中保留不动：${zh}`,
          en: `Rows that the ledger does not have stay in the plan: ${en}`,
        }
      : {
          zh: `方案中的以下各行不在台账内（导出后新增，或台账中已删除），保持不变：${zh}`,
          en: `Rows of the plan that are not in the ledger stay as they are: ${en}`,
        },
  ];
}
