import { fingerprint, squeezed } from './fingerprint.ts';
import type { LedgerSheet, ReturnedLedger, ReturnedRow } from './sheet.ts';

/** What a row is about weighs more than who does it. */
const weights: Readonly<Record<string, number>> = {
  issue: 4,
  activity: 4,
  measure: 4,
  goal: 2,
  requirement: 2,
  ordinal: 1,
  stage: 1,
};

/**
 * Which row of the plan each row of a ledger was made from, whatever order they stand in now on either
 * side and whatever was changed in them: by what the row said when the ledger was made. A row of the plan
 * may be found twice, when a row of the ledger was copied with its id.
 */
export function matchRows(returned: ReturnedLedger, plan: LedgerSheet): ReadonlyMap<ReturnedRow, number> {
  const marks = plan.rows.map(({ cells }) => cells.map(({ text }) => fingerprint(text)));
  const blank = fingerprint('');
  const columnOf = new Map(plan.columns.map((column, at) => [squeezed(column.header), at]));
  /** For each base cell, the rows of the plan that hold its words now. */
  const holders = new Map<string, number[]>();
  marks.forEach((row, at) => {
    row.forEach((mark, column) => {
      if (mark === blank) return;
      const key = `${column} ${mark}`;
      const list = holders.get(key);
      if (list) list.push(at);
      else holders.set(key, [at]);
    });
  });
  const candidates: { row: ReturnedRow; at: number; score: number; distance: number }[] = [];
  for (const row of returned.rows) {
    if (row.id === undefined || !row.base) continue;
    const scores = new Map<number, number>();
    let whole = 0;
    for (const [header, base] of row.base) {
      const column = columnOf.get(squeezed(header));
      if (column === undefined || base.fingerprint === blank) continue;
      const weight = weights[plan.columns[column]?.field ?? ''] ?? 1;
      whole += weight;
      for (const at of holders.get(`${column} ${base.fingerprint}`) ?? []) {
        scores.set(at, (scores.get(at) ?? 0) + weight);
      }
    }
    const place = Number(/r(\d+)$/.exec(row.id)?.[1] ?? 0) - 1;
    for (const [at, score] of scores) {
      if (score * 2 >= whole) candidates.push({ row, at, score, distance: Math.abs(at - place) });
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.distance - b.distance);
  const found = new Map<ReturnedRow, number>();
  const owners = new Map<number, string>();
  for (const { row, at } of candidates) {
    if (found.has(row)) continue;
    const owner = owners.get(at);
    // Copies of one row share its id; two different rows never share a row of the plan.
    if (owner !== undefined && owner !== row.id) continue;
    found.set(row, at);
    owners.set(at, row.id ?? '');
  }
  return found;
}

/** How many rows of a ledger are found in a table. */
export function likeness(returned: ReturnedLedger, plan: LedgerSheet): number {
  return new Set(matchRows(returned, plan).values()).size;
}
