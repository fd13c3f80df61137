import type { Plan, TableRow } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

/** What the fixes of missing dates put where the author has to fill in a day. */
export const blankDay = '×月×日';
export const blankYear = '××××';

/** ×月×日前, 20××年, __月__日, （ 月  日）: the author knows that a date belongs here, and the rule placeholder says that it is open. */
const blank = /[×✕xXＸｘ_＿]\s?[年月日]|[（(：:—－–~～至到-][ \u3000]{0,12}月[ \u3000]{1,12}日/;

/** Whether a date still to be filled in stands in the lines of that part of the plan; then it is not missing as well. */
export function hasBlankDate(plan: Plan, range: Range): boolean {
  return plan.lines.some(
    (line) => line.range.start >= range.start && line.range.end <= range.end && blank.test(line.text),
  );
}

/** The same for a row of a table, whose cells are no lines of the plan. */
export function hasBlankDateCell(row: TableRow | undefined): boolean {
  return row?.cells.some((cell) => blank.test(cell.text)) === true;
}

/** Whether the words end with a year still to be filled in: 20××年. */
export function endsInBlankYear(words: string): boolean {
  return /[×✕xXＸｘ_＿]\s?年[\s\u3000]?$/.test(words);
}
