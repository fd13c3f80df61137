import type { PlanTable, TableCell, TableRow } from '../../plan/model.ts';

/** A cell of a 合计 row that is not the sum of the cells above it. */
export interface TotalFault {
  readonly cell: TableCell;
  readonly column: string;
  readonly written: string;
  readonly sum: string;
}

const totalLabel = /^(?:合|总)\s*计(?:[（(].{1,6}[)）])?$/;
const subtotal = /小\s*计|其中|累计|分计/;
/** Columns whose numbers do not add up by nature. */
const unsummed =
  /序号|编号|率|比|占|均|单价|年份|年限|年龄|年级|年制|工龄|^年度?$|出生|得分|分数|名次|排名|时间|日期|电话|等级|同比|环比|增幅|%/;

/** Totals of a table that do not agree with its rows. A table with subtotals is left alone. */
export function totalFaults(table: PlanTable): readonly TotalFault[] {
  const at = table.rows.findIndex(isTotal);
  if (at < 2 || at < table.rows.length - 1) return [];
  const rows = table.rows.slice(0, at);
  const total = table.rows[at];
  if (!total || rows.some((row) => row.cells.some((cell) => subtotal.test(cell.text.slice(0, 12))))) return [];
  return table.columns.flatMap(({ header }, column) => {
    const name = header.text.replace(/\s+/g, '');
    const cell = total.cells[column];
    const written = cell ? amountOf(cell) : undefined;
    if (!cell || !written || unsummed.test(name)) return [];
    const parts = rows.map((row) => row.cells[column]);
    const amounts = parts.map((part) => (part ? amountOf(part) : undefined));
    // Empty cells and dashes count for nothing; words make it no column of numbers.
    if (parts.some((part, index) => !amounts[index] && !/^[-—–/\s]*$/.test(part?.text ?? ''))) return [];
    const counted = amounts.filter((amount) => amount !== undefined);
    if (counted.length < 2) return [];
    const sum = counted.reduce((all, { value }) => all + value, 0);
    const decimals = Math.max(written.decimals, ...counted.map((amount) => amount.decimals));
    const tolerance = decimals === 0 ? 1e-6 : counted.length * 0.5 * 10 ** -decimals + 1e-6;
    if (Math.abs(sum - written.value) <= tolerance) return [];
    return [{ cell, column: name, written: cell.text.trim(), sum: String(Number(sum.toFixed(decimals))) }];
  });
}

function isTotal(row: TableRow): boolean {
  return row.cells.slice(0, 3).some((cell) => totalLabel.test(cell.text.trim()));
}

/** What a cell says its own sum is: 200/间/天，共400. */
const ownSum = /(?:共|合计|共计)[：:]?\s*(\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?)\s*(?:元|万元)?$/;

/** 1,200.5 or 36人, and the sum that a cell works out itself; undefined for words and for shares. */
function amountOf(cell: TableCell): { value: number; decimals: number } | undefined {
  const text = cell.text.trim();
  const match = /^(\d{1,12}(?:,\d{3})*)(?:\.(\d{1,6}))?\s*(?:个|人|名|项|件|户|元|万元|亩|公里|台|次|所|家)?$/.exec(
    /^\d/.test(text) ? (ownSum.exec(text)?.[1] ?? text) : text,
  );
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  return { value: Number(`${(match[1] ?? '').replaceAll(',', '')}.${decimals || '0'}`), decimals: decimals.length };
}
