import type { PlanTable, TableCell, TableRow } from '../../plan/model.ts';
import { exact, sumOf } from './sums/amounts.ts';

/**
 * A cell of a 合计 row that is not the sum of the cells above it.
 * @property at its place in the row
 * @property off how much what is written is more than what was worked out
 */
export interface TotalFault {
  readonly row: TableRow;
  readonly at: number;
  readonly off: number;
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

/** All that is wrong with the totals of a table, each slip told once, where it was made. */
export interface TableFaults {
  /** Rows in which number times price is not the amount. */
  readonly products: readonly TotalFault[];
  /** Cells that neither the total of their row nor that of their column agrees with. */
  readonly crossings: readonly TotalFault[];
  readonly rows: readonly TotalFault[];
  readonly columns: readonly TotalFault[];
}

export function tableFaults(table: PlanTable): TableFaults {
  const products = productFaults(table);
  const totals = totalFaults(table);
  const ofRows = rowFaults(table);
  // The total was worked out with the true amount: 400 × 1.5 written as 640.
  const isTold = (fault: TotalFault): boolean =>
    products.some((product) => product.at === fault.at && product.off === -fault.off);
  const columns = totals.filter((fault) => !isTold(fault));
  const crossings = ofRows.flatMap((ofRow) => {
    const { row, off } = ofRow;
    const [only, more] = columns.filter((one) => one.off === off);
    const cell = only && !more && row.cells[only.at];
    const written = cell && amountOf(cell);
    if (!written || cell === ofRow.cell) return [];
    const { at, column } = only;
    // A part lacks what the two totals are too much.
    const sum = exact(written.value + off);
    return [{ row, at, off: -off, cell, column, written: cell.text.trim(), sum: String(sum), of: [ofRow, only] }];
  });
  const crossed = crossings.flatMap(({ of }) => of);
  const isLeft = (fault: TotalFault): boolean => !crossed.includes(fault);
  const left = columns.filter(isLeft);
  return {
    products,
    crossings,
    columns: left,
    rows: ofRows.filter((fault) => isLeft(fault) && !left.some(({ cell }) => cell === fault.cell)),
  };
}

interface Amount {
  readonly value: number;
  readonly decimals: number;
}

/** The sum of several amounts as a total of them is written, and by how much the total may differ, as each part may be rounded. */
function addedUp(parts: readonly Amount[], written: Amount): { readonly sum: number; readonly tolerance: number } {
  const decimals = Math.max(written.decimals, ...parts.map((part) => part.decimals));
  const sum = Number(sumOf(parts.map(({ value }) => value)).toFixed(decimals));
  return { sum, tolerance: (decimals === 0 ? 0 : parts.length * 0.5 * 10 ** -decimals) + 1e-6 };
}

/** 合计（万元）, 全年: the column that sums up those in front of it. */
const totalColumn = /^(?:合\s*计|总\s*计|小\s*计|全年|全年合计|年度合计)(?:[（(].{1,6}[)）])?$/;
/** So many rows agree before one that does not is a slip. */
const AGREEING = 2;

/** Rows whose columns do not make their last one, where most rows of the table do: 300 | 400 | 600 | 400 | 1600. */
function rowFaults({ columns, rows }: PlanTable): readonly TotalFault[] {
  const at = columns.findIndex(({ header: { text } }) => /[计年]/.test(text) && totalColumn.test(text.trim()));
  if (at < 2) return [];
  const isPart = (column: number): boolean =>
    !unsummed.test(columns[column]?.header.text.replace(/\s+/g, '') ?? '') &&
    rows.every(({ cells }) => {
      const cell = cells[column];
      return !cell || nothing.test(cell.text) || amountOf(cell) !== undefined;
    });
  let from = at;
  while (from > 0 && isPart(from - 1)) from--;
  const read = rows.flatMap((row) => {
    const cell = row.cells[at];
    const written = cell && amountOf(cell);
    const parts = row.cells.slice(from, at).flatMap((one) => amountOf(one) ?? []);
    if (!cell || !written || parts.length < 2) return [];
    const { sum, tolerance } = addedUp(parts, written);
    const off = exact(written.value - sum);
    const column = row.cells.find(({ text }) => /\p{Script=Han}/u.test(text))?.text.trim() ?? '';
    const found = { row, at, off, cell, column, written: cell.text.trim(), sum: String(sum) };
    return [{ ...found, isWrong: Math.abs(sum - written.value) > tolerance }];
  });
  const wrong = read.filter(({ isWrong }) => isWrong);
  const right = read.length - wrong.length;
  return right < AGREEING || wrong.length * 2 > right ? [] : wrong;
}
const nothing = /^[-—–/\s]*$/;

/**
 * | 柯桥区 | 中学 | 216 |, and below it | 小学 | 180 | |: the row lacks a cell that reaches down from above, and its number stands
 * one column too far left, where others have words.
 */
function standsAside({ cells }: TableRow, column: number, rows: readonly TableRow[]): boolean {
  const beside = cells[column - 1];
  if (!beside || !amountOf(beside)) return false;
  return rows.some((other) => /\p{Script=Han}/u.test(other.cells[column - 1]?.text ?? ''));
}

/** Totals of a table that do not agree with its rows. A table with subtotals is left alone. */
function totalFaults(table: PlanTable): readonly TotalFault[] {
  const at = table.rows.findIndex(isTotal);
  if (at < 2 || at < table.rows.length - 1) return [];
  const rows = table.rows.slice(0, at);
  const total = table.rows[at];
  if (
    !total ||
    isOfAll(total, rows, table.columns.length) ||
    rows.some((row) => row.cells.some((cell) => subtotal.test(cell.text.slice(0, 12))))
  )
    return [];
  return table.columns.flatMap(({ header }, column) => {
    const name = header.text.replace(/\s+/g, '');
    const cell = total.cells[column];
    const written = cell ? amountOf(cell) : undefined;
    if (!cell || !written || unsummed.test(name)) return [];
    const parts = rows.map((row) => row.cells[column]);
    const amounts = parts.map((part) => (part ? amountOf(part) : undefined));
    // Empty cells and dashes count for nothing; words make it no column of numbers.
    if (parts.some((part, index) => !amounts[index] && !nothing.test(part?.text ?? ''))) return [];
    const counted = amounts.filter((amount) => amount !== undefined);
    if (counted.length < 2 || rows.some((row, index) => !amounts[index] && standsAside(row, column, rows))) return [];
    if (standing.test(name) && (counted.at(-1)?.value === written.value || rows.every(isOfPeriod))) return [];
    const { sum, tolerance } = addedUp(counted, written);
    if (Math.abs(sum - written.value) <= tolerance) return [];
    if (Math.abs(sum - 2 * written.value) <= 2 * tolerance && isInTwo(counted, written.value, tolerance)) return [];
    const off = exact(written.value - sum);
    return [{ row: total, at: column, off, cell, column: name, written: cell.text.trim(), sum: String(sum) }];
  });
}

/** 合计 | 166 below several columns of numbers is what all of them make; 总计 | 5年 | 2500 is what the years make. */
function isOfAll({ cells }: TableRow, rows: readonly TableRow[], columns: number): boolean {
  if (cells.some(({ text }) => /^\d{1,2}年$/.test(text.trim()))) return true;
  const amounts = cells.filter((cell) => amountOf(cell) !== undefined).length;
  if (amounts !== 1 || columns <= MANY_COLUMNS || cells.slice(2).some(({ text }) => text.trim() !== '')) return false;
  // 项目 | 金额 | 责任单位 | 备注: of one column of numbers it is the plain sum.
  return new Set(rows.flatMap((row) => row.cells.flatMap((cell, at) => (amountOf(cell) ? [at] : [])))).size > 1;
}
const MANY_COLUMNS = 3;

const isOfPeriod = ({ cells }: TableRow): boolean => cells.slice(0, 2).some(({ text }) => period.test(text.trim()));

/** Where the money comes from, and below it what it is spent on: each of the two makes the total. */
function isInTwo(amounts: readonly Amount[], total: number, tolerance: number): boolean {
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
function productFaults({ columns, rows }: PlanTable): readonly TotalFault[] {
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
    const a = countOf(row.cells[many]);
    const [b, c] = [row.cells[each], cell].map((one) => (one ? amountOf(one) : undefined));
    if (!cell || !a || !b || !c || isTotal(row)) return [];
    return [{ row, cell, real: (a.value * b.value) / scale, written: c.value, slack: 0.5 * 10 ** -c.decimals + 1e-6 }];
  });
  const wrong = read.filter(({ real, written, slack }) => Math.abs(real - written) > slack);
  if (read.length < 2 || wrong.length * 2 > read.length) return [];
  return wrong.map(({ row, cell, real, written }) => ({
    row,
    at: all,
    off: exact(written - exact(real)),
    cell,
    column: names[all] ?? '',
    written: cell.text.trim(),
    sum: String(exact(real)),
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

/** 400瓶, 180套: whatever is counted, one number of it. */
function countOf(cell: TableCell | undefined): Amount | undefined {
  const plain = cell && counted.exec(cell.text.trim())?.[1];
  return plain === undefined ? cell && amountOf(cell) : { value: Number(plain), decimals: 0 };
}
const counted = /^(\d{1,9})\s*\p{Script=Han}{1,2}$/u;

/** What a cell says its own sum is: 200/间/天，共400. */
const ownSum = /(?:共|合计|共计)[：:]?\s*(\d{1,12}(?:,\d{3})*(?:\.\d{1,6})?)\s*(?:元|万元)?$/;

/** 1,200.5 or 36人, and the sum that a cell works out itself; undefined for words and for shares. */
function amountOf(cell: TableCell): Amount | undefined {
  const text = cell.text.trim();
  const match = /^(\d{1,12}(?:,\d{3})*)(?:\.(\d{1,6}))?\s*(?:个|人|名|项|件|户|元|万元|亩|公里|台|次|所|家)?$/.exec(
    /^\d/.test(text) ? (ownSum.exec(text)?.[1] ?? text) : text,
  );
  if (!match) return undefined;
  const decimals = match[2] ?? '';
  return { value: Number(`${(match[1] ?? '').replaceAll(',', '')}.${decimals || '0'}`), decimals: decimals.length };
}
