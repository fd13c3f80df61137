import type { Dated, Plan } from '../../../plan/model.ts';

/** The least length of a public notice that a plan lays down, and a window of one. */
export interface NoticeWindow {
  readonly least: Dated;
  readonly window: Dated;
}

const isNotice = /公示(?![栏牌板墙])/;
/** 公示不少于5个工作日, 不少于5个工作日的公示. */
const ahead = /公示(?:期|期限|时间)?(?:为|是|[：:])?\s?$/;
const behind = /^的?公示/;
/** 10月9日—14日进行校内公示. */
const toldBehind = /^[^。；\d]{0,20}公示(?![栏牌板墙期])/;

/**
 * Windows of public notices, in the text and in the rows of tables, where the plan says how long
 * a notice lasts at least. Of several such lengths none is sure to be meant.
 */
export function noticeWindows(plan: Plan): readonly NoticeWindow[] {
  const lengths = plan.dates.filter(isLeast);
  const [least] = lengths;
  if (!least) return [];
  const amount = ({ expression }: Dated) => `${expression.amount?.count} ${expression.amount?.unit}`;
  if (lengths.some((one) => amount(one) !== amount(least))) return [];
  const inRows = plan.tables.flatMap((table) =>
    table.rows.flatMap((row) => {
      const time = table.cell(row, 'time') ?? table.cell(row, 'deadline');
      return time && row.cells.some(({ text }) => isNotice.test(text)) ? [time.range] : [];
    }),
  );
  return plan.dates
    .filter((dated) => {
      const { expression, line, span, range } = dated;
      const { from, to } = expression;
      if (!span?.start || !span.end || span.precision !== 'day' || !from || !to || from === to) return false;
      if (line.place === 'cell') return inRows.some(({ start, end }) => range.start >= start && range.end <= end);
      return toldBehind.test(line.text.slice(expression.range.end, expression.range.end + 30));
    })
    .map((window) => ({ least, window }));
}

function isLeast({ expression, line }: Dated): boolean {
  const { kind, comparator, amount, range } = expression;
  if (kind !== 'duration' || comparator !== 'atLeast') return false;
  if (amount?.unit !== 'day' && amount?.unit !== 'workday') return false;
  return (
    ahead.test(line.text.slice(Math.max(0, range.start - 8), range.start)) ||
    behind.test(line.text.slice(range.end, range.end + 4))
  );
}
