import type { PlanTable, TableRow } from '../../plan/model.ts';

/** Rows that belong together: one with a number or name of its own, and those that go on from it. */
export interface RowBlock {
  readonly rows: readonly TableRow[];
  /** Indexes in the rows of the table, `end` exclusive. */
  readonly from: number;
  readonly end: number;
  /** It names the rows below it (一、政治建设方面) or sums up those above: it has its place in the table. */
  readonly stays: boolean;
}

/** The rows of a table in their blocks, in order. */
export function blocksOf(table: PlanTable): readonly RowBlock[] {
  const blocks: RowBlock[] = [];
  const isUsed = (at: number) => table.rows.some(({ cells }) => (cells[at]?.text ?? '').trim() !== '');
  const naming = table.columns.findIndex(({ field }, at) => field !== 'ordinal' && isUsed(at));
  const ordinal = table.columns.findIndex(({ field }, at) => field === 'ordinal' && isUsed(at));
  const hasDigits = table.rows.some(({ cells }) => /^[0-9０-９]/.test(cells[ordinal]?.text.trim() ?? ''));
  table.rows.forEach((row, at) => {
    const last = blocks.at(-1);
    const stays = isSum(row) || isCaption(row, hasDigits);
    if (last && !last.stays && !stays && goesOn(row, naming, ordinal)) {
      blocks[blocks.length - 1] = { ...last, rows: [...last.rows, row], end: at + 1 };
    } else blocks.push({ rows: [row], from: at, end: at + 1, stays });
  });
  return blocks;
}

/** Its number or its name is empty, as in a merged cell; what 〃 stands for can be written out. */
function goesOn({ cells }: TableRow, naming: number, ordinal: number): boolean {
  const isEmpty = (at: number) => at >= 0 && (cells[at]?.text ?? '').trim() === '';
  return (
    isEmpty(naming) ||
    isEmpty(ordinal) ||
    cells[ordinal]?.carried !== undefined ||
    cells.some((cell) => cell.carried && cell.text.trim() === '')
  );
}

function isSum({ cells }: TableRow): boolean {
  return cells.slice(0, 2).some(({ text }) => /^(?:合计|总计|小计|共计|总和)/.test(text.replace(/[\s\u3000]+/g, '')));
}

/** 一 | 政治建设方面 | | |, or one cell alone. */
function isCaption({ cells }: TableRow, hasDigits: boolean): boolean {
  const filled = cells.filter(({ text }) => text.trim() !== '');
  if (cells.length < 4 || filled.length > 2) return false;
  const first = filled[0]?.text.trim() ?? '';
  const isHan = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|第[一二三四五六七八九十]{1,3}[部类].?)/.test(
    first,
  );
  return isHan && (hasDigits || filled.length === 1) && cells[0]?.text.trim() !== '';
}
