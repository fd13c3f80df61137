import type { Located, Range } from '../../text/range.ts';
import type { SourceTable } from '../lines.ts';
import type { ColumnField, Line, PlanTable, TableCell, TableColumn, TableKind, TableRow } from '../model.ts';
import { columnField } from './columns.ts';
import { withLostSpans } from './lost-spans.ts';

/** Rows of cells as they were found, before anything is known of their meaning; the first row is the header. */
export interface RawTable {
  readonly rows: readonly { readonly range: Range; readonly cells: readonly RawCell[] }[];
  readonly range: Range;
  readonly source: 'gfm' | 'tabs';
  readonly title?: Located<string>;
}

export interface RawCell {
  readonly lines: readonly Line[];
  readonly range: Range;
}

/** The Markdown table under the title, when the line in front of it is one. */
export function fromSource(table: SourceTable, title: Located<string> | undefined): RawTable {
  return { rows: table.rows, range: table.range, source: 'gfm', ...(title ? { title } : {}) };
}

/**
 * A table with the meaning of its columns, merged cells carried down and its kind told from the
 * columns: a ledger has issues or measures, a workflow stages with times, a task breakdown tasks with
 * someone responsible or a deadline.
 */
export function readTable(raw: RawTable): PlanTable {
  const [head, ...rest] = raw.rows;
  const joined = raw.source === 'gfm' ? joinedRows(rest, head?.cells.length ?? 0) : rest;
  const { rows: body, restored } = withLostSpans(head, joined);
  const columns: TableColumn[] = (head?.cells ?? []).map((cell) => {
    const header = tableCell(cell);
    const field = columnField(header.text);
    return field ? { header, field } : { header };
  });
  const headers = columns.map(({ header }) => squeeze(header.text));
  nameMilestones(columns, headers);
  nameUnitsOfMeasure(columns, headers);
  const [days] = columns;
  // 星期 above the days of a calendar.
  if (restored.size > 0 && days && !days.field) columns[0] = { header: days.header, field: 'time' };
  const carrying = carryingOf(columns);
  let above: readonly TableCell[] = [];
  const rows: TableRow[] = [];
  for (const row of body) {
    const cells = row.cells.map(tableCell);
    if (isRepeatedHeader(cells, headers)) continue;
    carryDown(cells, above, columns, carrying);
    if (restored.has(row)) carryLost(cells, above);
    rows.push({ cells, range: row.range });
    above = cells;
  }
  const at = new Map<ColumnField, number>();
  for (let index = 0; index < columns.length; index++) {
    const field = columns[index]?.field;
    if (field && !at.has(field)) at.set(field, index);
  }
  const audience = raw.title ? tableAudience(raw.title.value) : undefined;
  return {
    kind: tableKind(at, headers.some(isMoney)),
    ...(raw.title ? { title: raw.title } : {}),
    ...(audience ? { audience } : {}),
    columns,
    rows,
    source: raw.source,
    range: raw.range,
    cell: (row, field) => {
      const index = at.get(field);
      const cell = index === undefined ? undefined : row.cells[index];
      return cell?.carried ?? cell;
    },
  };
}

/** The columns whose cells may say what the cell above says. */
interface Carrying {
  /** -1 where the table has none, as with the time. */
  readonly stageAt: number;
  readonly timeAt: number;
  /** The columns of number and issue. */
  readonly itemAt: readonly number[];
}

function carryingOf(columns: readonly TableColumn[]): Carrying {
  const itemAt: number[] = [];
  let [stageAt, timeAt] = [-1, -1];
  for (let at = 0; at < columns.length; at++) {
    const field = columns[at]?.field;
    if (field === 'stage' && stageAt < 0) stageAt = at;
    if (field === 'time' && timeAt < 0) timeAt = at;
    if (itemFields.has(field)) itemAt.push(at);
  }
  return { stageAt, timeAt, itemAt };
}

/** Gives the cells of a row what those above them say, where they are empty or point at it. */
function carryDown(
  cells: TableCell[],
  above: readonly TableCell[],
  columns: readonly TableColumn[],
  carrying: Carrying,
): void {
  const goesOn = isContinued(cells, above, carrying.itemAt);
  for (let at = 0; at < cells.length; at++) {
    const cell = cells[at];
    const upper = above[at];
    if (!cell || !upper) continue;
    const { lines, text, range } = cell;
    const isSame =
      text === '' ? (goesOn && ofOneItem.has(columns[at]?.field)) || isCarried(at, cells, carrying) : isDitto(text);
    if (isSame) cells[at] = { lines, text, range, carried: upper.carried ?? upper };
  }
}

/** A row that lost cells which reach down from above has what those say. */
function carryLost(cells: TableCell[], above: readonly TableCell[]): void {
  cells.forEach((cell, at) => {
    const upper = above[at];
    if (upper && cell.text === '') cells[at] = { ...cell, carried: upper.carried ?? upper };
  });
}

/** Whether an empty cell goes on with the stage or the time above it. */
function isCarried(at: number, cells: readonly TableCell[], { stageAt, timeAt }: Carrying): boolean {
  // | 7:00 | 讲解 | above | | 清点人数 |: a time that opens the rows holds until the next one.
  if (at === timeAt && at === 0 && stageAt < 0) return true;
  // | 9月26日 | 13:30—14:00 | above | | 14:00—14:30 |: the hours go on with the day.
  if (at === timeAt && at === 0 && hours.test(cells[1]?.text ?? '')) return true;
  if (stageAt < 0) return false;
  // A time is only carried on with the stage that it belongs to.
  return at === stageAt || (at === timeAt && cells[stageAt]?.text === '');
}

type RawRow = RawTable['rows'][number];

/**
 * | 4 | 公寓安全 | 开展敲门行动， and below it 每学期4次 | 学工部 | 全年 |: a line break within a cell has made two rows of one. Told by
 * the cells of both, which make up a row with one to spare, and by the text that was going on.
 */
function joinedRows(rows: readonly RawRow[], width: number): readonly RawRow[] {
  if (!rows.some((row) => row.cells.length > writtenIn(row))) return rows;
  const joined: RawRow[] = [];
  for (const row of rows) {
    const above = joined.at(-1);
    const both = above && joinedRow(above, row, width);
    if (both) joined[joined.length - 1] = both;
    else joined.push(row);
  }
  return joined;
}

function joinedRow(above: RawRow, row: RawRow, width: number): RawRow | undefined {
  const [before, behind] = [above.cells.slice(0, writtenIn(above)), row.cells.slice(0, writtenIn(row))];
  const upper = before.pop();
  const [lower, ...others] = behind;
  if (!upper || !lower || others.length === 0 || before.length === 0) return undefined;
  if (before.length + behind.length !== width || !goesOnBelow(upper, lower)) return undefined;
  // No bar closes the first line, and none opens the second.
  if (upper.range.end !== above.range.end || lower.range.start !== row.range.start) return undefined;
  const lines = [...upper.lines, ...lower.lines];
  const cell: RawCell = { lines, range: { start: upper.range.start, end: lower.range.end } };
  return { range: { start: above.range.start, end: row.range.end }, cells: [...before, cell, ...others] };
}

/** Cells that the row has no mark for stand empty at its end. */
function writtenIn({ cells, range }: RawRow): number {
  let count = cells.length;
  while (count > 0 && cells[count - 1]?.lines.length === 0 && (cells[count - 1]?.range.start ?? 0) >= range.end)
    count--;
  return count;
}

const goesOnBelow = (upper: RawCell, lower: RawCell): boolean => {
  const [before, behind] = [upper.lines.at(-1)?.text.trimEnd() ?? '', lower.lines[0]?.text.trim() ?? ''];
  return before !== '' && behind !== '' && !/[。；！？]$/.test(before);
};

/** 项目 | 单位 | 数量: 单位 is the unit that is counted in, and nobody who answers. */
function nameUnitsOfMeasure(columns: TableColumn[], headers: readonly string[]): void {
  const at = headers.indexOf('单位');
  const column = columns[at];
  if (column && /^(?:数量|数|单价|工程量|规格)(?:[（(].{0,6}[）)])?$/.test(headers[at + 1] ?? ''))
    columns[at] = { header: column.header };
}

/** 里程碑 | 开始日期 | 结束日期: what begins and ends on days of its own is a stage, and not a task that is done by one. */
function nameMilestones(columns: TableColumn[], headers: readonly string[]): void {
  const at = headers.indexOf('里程碑');
  const column = columns[at];
  if (!column) return;
  const has = (one: ColumnField) => columns.some(({ field }) => field === one);
  if (has('start') && has('deadline') && !has('stage')) columns[at] = { header: column.header, field: 'stage' };
}

/** What is said once for an item holds for the rows on which its measures go on. */
const ofOneItem: ReadonlySet<ColumnField | undefined> = new Set([
  'ordinal',
  'issue',
  'cause',
  'goal',
  'responsibleLeader',
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'owner',
  'supervisor',
  'deadline',
] as const);
const itemFields: ReadonlySet<ColumnField | undefined> = new Set(['ordinal', 'issue'] as const);

const hours = /^\s*\d{1,2}\s?[:：]\s?\d{2}/;

/** 〃 and 同上: the cell says what the one above it says. */
function isDitto(text: string): boolean {
  return text.length > 0 && text.length < 6 && ditto.test(text);
}

const ditto = /^[\s\u3000—–-]*(?:[〃″〞”“"]|''|同[上前])[\s\u3000—–-]*$/;

/**
 * Number and issue of the row are empty: it is one more measure of the item above.
 * @param item the columns of number and issue
 */
function isContinued(cells: readonly TableCell[], above: readonly TableCell[], item: readonly number[]): boolean {
  if (item.length === 0 || above.length === 0) return false;
  const isBlank = (at: number) => (cells[at]?.text ?? '').trim() === '';
  if (!item.every(isBlank) || cells.every(({ text }) => text.trim() === '')) return false;
  return item.some((at) => (above[at]?.carried ?? above[at])?.text.trim() !== '');
}

function tableCell(cell: RawCell): TableCell {
  const { lines, range } = cell;
  const text = lines.length === 1 ? (lines[0]?.text ?? '') : lines.map((line) => line.text).join('');
  return { lines, text, range };
}

/** A table that goes on over the page repeats its header. */
function isRepeatedHeader(cells: readonly TableCell[], headers: readonly string[]): boolean {
  return headers.length > 0 && headers.every((header, at) => isHeader(cells[at]?.text ?? '', header));
}

/** Whether a cell says the header, which has no blanks. */
const isHeader = (text: string, header: string) => text.length >= header.length && squeeze(text) === header;

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

/** 金额（元）, 预算经费: what a budget is made of. */
const isMoney = (header: string) =>
  /^(?:预算|所需)?(?:金额|经费|费用|预算|单价|小计|总价)|[（(](?:万?元)[）)]$/.test(header);

function tableKind(fields: ReadonlyMap<ColumnField, number>, budget: boolean): TableKind {
  const has = (...names: ColumnField[]) => names.some((name) => fields.has(name));
  // Who looks after an item of a budget has no task with a time limit.
  if (budget && !has('measure', 'deadline', 'time', 'issue')) return 'other';
  if (has('issue') && has('measure', 'deadline', 'owner', 'responsibleUnit', 'status', 'goal')) return 'ledger';
  if (has('measure') && has('deadline', 'owner', 'responsibleUnit', 'leadUnit', 'responsibleLeader')) return 'ledger';
  if (has('stage') && has('time', 'start', 'activity', 'requirement')) return 'workflow';
  if (has('activity') && has('deadline', 'owner', 'responsibleUnit', 'leadUnit', 'responsibleLeader')) {
    return 'taskBreakdown';
  }
  if (has('time', 'deadline')) return 'schedule';
  return 'other';
}

const audienceInTitle =
  /^(?:全[市县区镇乡街校局]|各)?([\p{Script=Han}“”、（）()]{1,20}?)(?:党组织)?(?:深入)?(?:开展|关于|实施|学习|工作)/u;

/** 全区镇机关开展…流程图 → 镇机关; undefined when the title names nobody. */
function tableAudience(title: string): string | undefined {
  const audience = audienceInTitle.exec(title)?.[1];
  return audience && !/工作|任务|整改|问题|活动/.test(audience) ? audience : undefined;
}
