import type { PlanTable, TableCell, TableRow } from '../../plan/model.ts';

/** A cell of a 合计 row that is not the sum of the cells above it. */
export interface TotalFault {
  readonly cell: TableCell;
  readonly column: string;
  readonly written: string;
  readonly sum: string;
}

const totalLabel = /^(?:合|总)\s*计(?:[（(](?!.{0,4}(?:去重|重复|剔除|扣除|平均)).{1,6}[)）])?$/;
/** 减：暂列金, 税费（已含在上述费用中）: a row that is taken off, or that another one holds already. */
const subtotal = /小\s*计|其中|累计|分计|^减[：:]|^(?:扣|核)减|[（(](?:已|均)?(?:含|包含|计入|列入)/;
/** What stands there at the end of each period, and is in the next one as well. */
const standing = /累计|存栏|结存|结余|余额|[期年月季]末|[年月]底|保有|存量|在册/;
const period =
  /^第?[一二三四1-4]季度|^(?:20\d\d年)?\d{1,2}月|^[一二三四五六七八九十]{1,2}月|^[上下]半年|^20\d\d年?度?$|^第.{1,2}[阶年季月周批期轮]/;
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
    if (standing.test(name) && (counted.at(-1)?.value === written.value || rows.every(isOfPeriod))) return [];
    const sum = counted.reduce((all, { value }) => all + value, 0);
    const decimals = Math.max(written.decimals, ...counted.map((amount) => amount.decimals));
    const tolerance = decimals === 0 ? 1e-6 : counted.length * 0.5 * 10 ** -decimals + 1e-6;
    if (Math.abs(sum - written.value) <= tolerance) return [];
    if (Math.abs(sum - 2 * written.value) <= 2 * tolerance && isInTwo(counted, written.value, tolerance)) return [];
    return [{ cell, column: name, written: cell.text.trim(), sum: String(Number(sum.toFixed(decimals))) }];
  });
}

const isOfPeriod = ({ cells }: TableRow): boolean => cells.slice(0, 2).some(({ text }) => period.test(text.trim()));

/** Where the money comes from, and below it what it is spent on: each of the two makes the total. */
function isInTwo(amounts: readonly { readonly value: number }[], total: number, tolerance: number): boolean {
  let sum = 0;
  return amounts.some(({ value }) => {
    sum += value;
    return Math.abs(sum - total) <= tolerance;
  });
}

const quantity = /^(?:数量|人数|次数|场次|天数|台数|份数|课时|学时|长度|面积|里程|工程量)(?:[（(].{1,4}[)）])?$/;
const price = /^(?:单价|标准|费用标准|补助标准)(?:[（(](.{1,8})[)）])?$/;
const product = /^(?:金额|小计|总价|合计|费用|预算|预算金额|合计金额)(?:[（(](.{1,8})[)）])?$/;

/** Rows in which number times price is not the amount: 3 | 100 | 320. Where most rows differ, something else counts as well. */
export function productFaults({ columns, rows }: PlanTable): readonly TotalFault[] {
  if (!columns.some(({ header }) => /[价准]/.test(header.text))) return [];
  const names = columns.map(({ header }) => header.text.replace(/\s+/g, ''));
  const [many, each, all] = [quantity, price, product].map((pattern) => names.findIndex((name) => pattern.test(name)));
  if (many === undefined || each === undefined || all === undefined || Math.min(many, each, all) < 0) return [];
  // 单价（元） beside 金额（万元）
  const scale = scaleOf(unitIn(price, names[each]), unitIn(product, names[all]));
  if (scale === undefined) return [];
  if (columns.length !== names.length || names.filter((name) => quantity.test(name)).length > 1) return [];
  const read = rows.flatMap((row) => {
    const cell = row.cells[all];
    const amounts = [row.cells[many], row.cells[each], cell].map((one) => (one ? amountOf(one) : undefined));
    const [a, b, c] = amounts;
    if (!cell || !a || !b || !c || isTotal(row)) return [];
    return [{ cell, real: (a.value * b.value) / scale, written: c.value, slack: 0.5 * 10 ** -c.decimals + 1e-6 }];
  });
  const wrong = read.filter(({ real, written, slack }) => Math.abs(real - written) > slack);
  if (read.length < 2 || wrong.length * 2 > read.length) return [];
  return wrong.map(({ cell, real }) => ({
    cell,
    column: names[all] ?? '',
    written: cell.text.trim(),
    sum: String(Math.round(real * 10000) / 10000),
  }));
}

/** 单价（元） beside 金额（万元）: what the product is divided by; undefined where the two do not go together. */
function scaleOf(own: string, other: string): number | undefined {
  if (own === other) return 1;
  return own === '元' && other === '万元' ? 10_000 : undefined;
}

function unitIn(pattern: RegExp, name = ''): string {
  return (pattern.exec(name)?.[1] ?? '').replace(/[/／每].*$/, '');
}

/** The label of a row stands in one of its first cells. */
const LABELS = 3;

function isTotal(row: TableRow): boolean {
  for (let at = 0; at < LABELS; at++) {
    const text = row.cells[at]?.text;
    if (text?.includes('计') && totalLabel.test(text.trim())) return true;
  }
  return false;
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
