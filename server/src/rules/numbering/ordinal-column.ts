import { halfWidthDigits, hanToNumber, numberToHan } from '../../numbering/han.ts';
import type { PlanTable, TableCell } from '../../plan/model.ts';
import type { Finding } from '../rule.ts';

const previousRow = { zh: '前一行的序号', en: 'The number of the row before it' };

/**
 * What is wrong with the bare numbers in the 序号 column of a table. Rows that begin again at one
 * begin a new group; rows without number, sums and numbers with letters are passed over.
 */
export function ordinalColumns(table: PlanTable): readonly Finding<'skipped' | 'repeated'>[] {
  const column = table.columns.findIndex(
    ({ field, header }) => field === 'ordinal' || (header.text.length >= 2 && isCountedHeader(header.text)),
  );
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
          missing: isHan.test(counted.exec(cell.text.trim())?.[1] ?? cell.text.trim())
            ? (numberToHan(last.value + 1) ?? '')
            : last.value + 1,
        },
        range: cell.range,
        related: [{ message: previousRow, range: last.cell.range }],
      });
    }
    last = { value, cell };
  }
  return findings;
}

/** 第二十三期: nothing longer is a bare number. */
const LONGEST = 5;

function ordinalOf(cell: TableCell): number | undefined {
  const trimmed = cell.text.trim();
  if (trimmed.length > LONGEST) return undefined;
  const written = halfWidthDigits(trimmed);
  // 第五期 in a column 期数
  const text = counted.exec(written)?.[1] ?? written;
  if (isHan.test(text)) return hanToNumber(text);
  return /^[1-9][0-9]{0,2}$/.test(text) ? Number(text) : undefined;
}

/** What comes one after another; weeks may be left out. */
const isCountedHeader = (text: string): boolean =>
  /[期场讲课批轮]/.test(text) && countedHeader.test(text.replace(/[\s\u3000]+/g, ''));
const countedHeader = /^(?:期数|期次|场次|讲次|课次|批次|轮次)$/;
const counted = /^第([一二三四五六七八九十]{1,3}|[0-9]{1,3})[期次讲课场批轮]$/;

const isHan = /^[一二三四五六七八九十]{1,3}$/;
