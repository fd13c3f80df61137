import { halfWidthDigits, hanToNumber, numberToHan } from '../../numbering/han.ts';
import type { PlanTable, TableCell } from '../../plan/model.ts';
import type { Finding } from '../rule.ts';

const previousRow = { zh: '前一行的序号', en: 'The number of the row before it' };

/**
 * What is wrong with the bare numbers in the 序号 column of a table. Rows that begin again at one
 * begin a new group; rows without number, sums and numbers with letters are passed over.
 */
export function ordinalColumns(table: PlanTable): readonly Finding<'skipped' | 'repeated'>[] {
  const column = table.columns.findIndex(({ field }) => field === 'ordinal');
  if (column < 0) return [];
  const findings: Finding<'skipped' | 'repeated'>[] = [];
  let last: { readonly value: number; readonly cell: TableCell } | undefined;
  for (const row of table.rows) {
    const cell = row.cells[column];
    const value = cell ? ordinalOf(cell) : undefined;
    if (!cell || value === undefined) continue;
    const by = last ? value - last.value : 1;
    if (last && value !== 1 && (by === 0 || by === 2 || by === 3)) {
      findings.push({
        message: by === 0 ? 'repeated' : 'skipped',
        params: {
          previous: last.cell.text.trim(),
          number: cell.text.trim(),
          missing: isHan.test(cell.text.trim()) ? (numberToHan(last.value + 1) ?? '') : last.value + 1,
        },
        range: cell.range,
        related: [{ message: previousRow, range: last.cell.range }],
      });
    }
    last = { value, cell };
  }
  return findings;
}

function ordinalOf(cell: TableCell): number | undefined {
  const text = halfWidthDigits(cell.text.trim());
  if (isHan.test(text)) return hanToNumber(text);
  return /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : undefined;
}

const isHan = /^[一二三四五六七八九十]{1,3}$/;
