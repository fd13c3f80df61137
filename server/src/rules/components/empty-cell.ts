import type { ColumnField, PlanTable, TableCell, TableColumn, TableRow } from '../../plan/model.ts';
import { limitFields, ownerFields } from '../../plan/tables/table-fields.ts';
import type { Range } from '../../text/range.ts';
import { mayBeHan, tableOfUnits } from '../../text/units.ts';
import { defineRule } from '../rule.ts';

type MessageId = 'empty' | 'empties' | 'column' | 'cut';

const alsoEmpty = { zh: '“{column}”也空着', en: '“{column}” is empty as well' };

/** Columns that every row has to fill in. The others (备注, 进展, 配合单位) may stay empty. */
const filled: ReadonlySet<ColumnField> = new Set([
  'issue',
  'measure',
  'activity',
  'requirement',
  'goal',
  'time',
  'deadline',
  ...ownerFields,
]);
/** Of so many rows at least three quarters have to be filled before an empty one stands out. */
const rareShare = 4;

/** A cell that was left empty or breaks off. */
export const emptyCell = defineRule<MessageId>({
  id: 'empty-cell',
  family: 'components',
  severity: 'warning',
  basis: ['practice'],
  faults: ['F12'],
  fixes: [],
  summary: {
    zh: '表格单元格空缺，或者内容没有写完',
    en: 'A cell of a table is empty or breaks off',
  },
  messages: {
    empty: {
      zh: '“{row}”的“{column}”一栏空着，请填写；没有内容的，写明“无”或“—”。',
      en: 'The cell “{column}” of “{row}” is empty.',
    },
    empties: {
      zh: '表中有{count}个单元格空着：{cells}。请填写；没有内容的，写明“无”或“—”。',
      en: '{count # cell of the table is|# cells of the table are} empty: {cells}.',
    },
    column: {
      zh: '“{column}”一栏{count}行全部空着，请填写，或者删去这一栏。',
      en: 'The column “{column}” is empty in {count # row|all of its # rows}: fill it in, or remove it.',
    },
    cut: {
      zh: '这一格以“{end}”收尾，内容像是没有写完，请补全或者改正。',
      en: 'The cell ends with “{end}”: its text seems to break off.',
    },
  },
  checkPlan({ plan, report }) {
    for (const table of plan.tables) {
      const empty = gapsOf(table);
      const first = empty[0];
      if (first) {
        report({
          message: empty.length === 1 ? 'empty' : 'empties',
          params: {
            row: first.row,
            column: first.column,
            count: empty.length,
            cells: empty.map(({ row, column }) => `“${row}”的“${column}”`).join('、'),
          },
          range: first.range,
          related: empty.slice(1).map(({ column, range }) => ({ message: alsoEmpty, params: { column }, range })),
        });
      }
      for (const column of emptyColumns(table))
        report({
          message: 'column',
          params: { column: clean(column.header.text), count: table.rows.length },
          range: column.header.range,
        });
      for (const { cell, from } of cutCells(table)) {
        const line = cell.lines.at(-1);
        const end = cell.text.trimEnd().slice(from - cell.text.trimEnd().length);
        if (!line) continue;
        const length = line.text.trimEnd().length;
        const lead = Math.max(0, length - end.length - shownBefore);
        report({ message: 'cut', params: { end }, range: line.at(lead, length) });
      }
    }
  },
});

interface Empty {
  readonly row: string;
  readonly column: string;
  readonly range: Range;
}

/** Most tables have no empty cell at all. */
function gapsOf(table: PlanTable): readonly Empty[] {
  if (!table.rows.some(({ cells }) => cells.some(isEmpty)) || isMisaligned(table)) return [];
  const found = emptyCells(table);
  return found.length > 0 ? found : onlyGap(table);
}

/** Cells that stand out as empty: their column is filled elsewhere, and no merge can cover them. */
function emptyCells(table: PlanTable): readonly Empty[] {
  const plain = table.kind === 'other' && !ofBudget(table);
  const isAsked = (field: ColumnField | undefined) =>
    field !== undefined && (plain ? ownerFields.includes(field) : filled.has(field));
  if (table.rows.length < (plain ? LONG_TABLE : 2)) return [];
  if (!table.columns.some(({ field }, at) => isAsked(field) && table.rows.some(({ cells }) => isEmpty(cells[at]))))
    return [];
  if (isForm(table)) return [];
  const rows = table.rows.filter((row) => !isTotal(row) && !isFreeDay(row));
  return table.columns.flatMap((column, at) => {
    const { field } = column;
    if (!field || !isAsked(field) || column.header.text.trim() === '') return [];
    const empty = rows.filter((row) => isEmpty(row.cells[at]) && !isElsewhere(table, row, field));
    if (empty.length === 0 || empty.length > Math.max(1, Math.floor(rows.length / rareShare))) return [];
    return empty.flatMap((row) => {
      const named = nameOf(table, row, at);
      if (!named || isCovered(table, row, at) || isShifted(table, row, at)) return [];
      return [emptyOf(row, at, named, column.header.text)];
    });
  });
}

/** Told in the cell itself; one written || has no place of its own. */
function emptyOf({ cells }: TableRow, at: number, named: { name: string; cell: TableCell }, header: string): Empty {
  const own = cells[at]?.range;
  const range = own && own.end > own.start ? own : named.cell.range;
  return { row: named.name, column: clean(header), range };
}

/** Who answers, for none of many rows of a table that is filled in otherwise: it was made ready and forgotten. */
function emptyColumns(table: PlanTable): readonly TableColumn[] {
  const { rows, columns } = table;
  if (rows.length < FEWEST_ROWS || columns.length < FEWEST_ROWS || isMisaligned(table)) return NO_COLUMNS;
  const isOpen = columns.map((_, at) => rows.every(({ cells }) => cells[at] !== undefined && isEmpty(cells[at])));
  const open = columns.filter((_, at) => isOpen[at]);
  const asked = open.filter(({ field }) => field !== undefined && ownerFields.includes(field));
  const [only, more] = asked;
  if (!only || more || open.some(({ field }) => field !== 'remark' && !asked.some((one) => one.field === field)))
    return NO_COLUMNS;
  // Of the others every cell has its words, or those of a merge.
  const others = columns.flatMap(({ header, field }, at) =>
    isOpen[at] || field === 'remark' || optional.test(header.text) ? [] : [at],
  );
  const isFilled = ({ cells }: TableRow) => others.filter((at) => isEmpty(cells[at])).length <= 1;
  return others.length >= 2 && rows.every(isFilled) ? [only] : NO_COLUMNS;
}
const NO_COLUMNS: readonly TableColumn[] = [];

/** What may be left open by its nature. */
const optional =
  /备注|说明|配合|协办|协助|参与|其他|其它|签|实际|验收|销号|更新|备用|副|候补|如有|可选|特殊|附加|附件|加分|扣分|得分|单价/;

/** 茶歇, 乘车返回, 3号车（自驾）, 南村（未派驻）: nobody is asked for in such a row. */
const needsNobody = /茶歇|休息|用餐|就餐|午餐|晚餐|午休|合影|乘车|返程|返回|集合|自习|自驾|自由|未|不|无|停/;

/** Of a table of any kind all is filled in but for one cell: | 第三组 | 韩东 | 南坡、石门 | |. */
function onlyGap(table: PlanTable): readonly Empty[] {
  if (table.rows.length < FEWEST_ROWS || table.columns.length < FEWEST_ROWS) return [];
  const gap = soleGap(table);
  if (!gap || (gap.at === 0 && !(isUnmerged(table, gap.row, 0) && isRowOfData(table, gap.row)))) return [];
  if (ofBudget(table) || table.rows.filter((row) => !isTotal(row)).length < FEWEST_ROWS) return [];
  const { row, at } = gap;
  const { header, field } = gap.column;
  if (row.cells.some(({ text }) => needsNobody.test(text))) return [];
  if (header.text.trim() === '' || isFreeDay(row) || isShifted(table, row, at)) return [];
  if ((field && isElsewhere(table, row, field)) || isCovered(table, row, at)) return [];
  const named = nameOf(table, row, 1) ?? nameOf(table, row, at);
  return named ? [emptyOf(row, at, named, header.text)] : [];
}

/** The empty cell of a table that has only one where something is asked for. */
function soleGap({
  rows,
  columns,
}: PlanTable): { readonly row: TableRow; readonly at: number; readonly column: TableColumn } | undefined {
  let gap: { readonly row: TableRow; readonly at: number; readonly column: TableColumn } | undefined;
  for (const row of rows) {
    for (let at = 0; at < columns.length; at++) {
      const column = columns[at];
      if (!column || !isEmpty(row.cells[at]) || column.field === 'remark' || optional.test(column.header.text))
        continue;
      if (isTotal(row)) break;
      if (gap) return undefined;
      gap = { row, at, column };
    }
  }
  return gap;
}

/** So many rows and columns make a table of which one cell stands out. */
const FEWEST_ROWS = 3;

/** In a table of no known kind of so many rows, who answers for one of them was forgotten. */
const LONG_TABLE = 4;

/** Who looks after an item of a budget is filled in for all of them, or for none. */
const ofBudget = ({ columns }: PlanTable) => columns.some(({ header }) => /金额|经费|费用|预算/.test(header.text));

/** The row that adds up has nobody of its own. */
const isTotal = (row: TableRow) =>
  row.cells.some(({ text }) => /^[\s\u3000]*(?:[合总小共]\s*计|总(?:人|户|个)?数|总和)/.test(text));

/** 9.19 | 星期六: the day stands in the list of its week, and nothing is planned for it. */
function isFreeDay({ cells }: TableRow): boolean {
  const words = cells.flatMap(({ text }) => (text.trim() === '' ? [] : [text.trim()]));
  return words.some((word) => weekday.test(word)) && words.every((word) => weekday.test(word) || dayOnly.test(word));
}
const weekday = /^(?:星期|周|礼拜)?[一二三四五六日天]$/;

/** 单元 | 分值 | (empty) below 项目 | 内容 | 分值: a merge was lost, and the row stands one column too far to the left. */
function isShifted({ rows }: PlanTable, row: TableRow, at: number): boolean {
  const isFigure = (one: TableRow, index: number) => /^\d/.test(one.cells[index]?.text ?? '');
  const others = rows.filter((other) => other !== row && other.cells[at]?.text.trim());
  if (others.length === 0 || !isFigure(row, at - 1)) return false;
  return others.every((other) => isFigure(other, at) && !isFigure(other, at - 1));
}

/** A column more in the header than in the rows, whose last cells are all empty: each stands below a wrong name. */
function isMisaligned({ columns, rows }: PlanTable): boolean {
  const [first] = columns;
  const last = columns.length - 1;
  // 备注 may be empty in every row.
  if (columns[last]?.field === 'remark' || /备注|说明/.test(columns[last]?.header.text ?? '')) return false;
  return first?.header.text.trim() === '' && rows.every(({ cells }) => !isEmpty(cells[0]) && isEmpty(cells[last]));
}

/**
 * What missing-deadline and missing-responsible say of ledgers and task tables. Where 责任单位 is filled in and
 * 责任人 is not, somebody answers for the row, and the empty cell is told here.
 */
function isElsewhere(table: PlanTable, row: TableRow, field: ColumnField): boolean {
  if (table.kind !== 'ledger' && table.kind !== 'taskBreakdown') return false;
  // 日期 | 时间: of two columns for the time, the other one is filled in.
  if (limitFields.includes(field))
    return row.cells.every((cell, at) => !isLimit(table.columns[at]) || cell.text.trim() === '');
  if (!ownerFields.includes(field)) return false;
  return ownerFields.every((one) => {
    const cell = table.cell(row, one);
    return cell === undefined || cell.text.trim() === '';
  });
}

const isLimit = (column: TableColumn | undefined): boolean =>
  column?.field !== undefined && limitFields.includes(column.field);

/** A form to be filled in later: half of it or more is empty. */
function isForm(table: PlanTable): boolean {
  let empty = 0;
  let all = 0;
  for (const row of table.rows) {
    for (const cell of row.cells) {
      all++;
      if (isEmpty(cell)) empty++;
    }
  }
  return empty * 2 >= all;
}

function isEmpty(cell: TableCell | undefined): boolean {
  if (cell === undefined || cell.carried !== undefined) return false;
  const { text } = cell;
  return text === '' || (!mayBeHan(text.charCodeAt(0)) && text.trim() === '');
}

/**
 * Whether a merge or a caption may cover the cell: everything in front of it is empty as well (the row goes on
 * with the step above), or it stands in the first columns, where stages and groups are merged.
 */
function isCovered(table: PlanTable, row: TableRow, at: number): boolean {
  if (isUnmerged(table, row, at) && isRowOfData(table, row)) return false;
  if (isNamelessItem(table, row, at)) return false;
  const before = row.cells.slice(0, at).filter((_, index) => table.columns[index]?.field !== 'ordinal');
  if (before.every((cell) => cell.text.trim() === '')) return true;
  // A row of which only one cell is filled is a caption between rows.
  if (row.cells.filter((cell, index) => table.columns[index]?.field !== 'ordinal' && !isEmpty(cell)).length < 2)
    return true;
  // A row without number goes on with the one above.
  const ordinal = table.columns.findIndex(({ field }) => field === 'ordinal');
  return ordinal >= 0 && row.cells[ordinal]?.text.trim() === '';
}

/**
 * Whether no cell above can reach down to it: it stands in the first row, and every other row has words of its own; or
 * the column says again what the row above said, where a merge would have left it out.
 */
function isUnmerged({ rows }: PlanTable, row: TableRow, at: number): boolean {
  const others = rows.filter((other) => other !== row && !isTotal(other));
  if (others.length < FEWEST_ROWS - 1 || others.some(({ cells }) => !hasOwnWords(cells[at]))) return false;
  if (rows[0] === row) return true;
  return rows.some(({ cells }, index) => {
    const text = cells[at]?.text.trim() ?? '';
    return index > 0 && text !== '' && text === rows[index - 1]?.cells[at]?.text.trim();
  });
}
const hasOwnWords = (cell: TableCell | undefined): boolean =>
  cell !== undefined && cell.carried === undefined && cell.text.trim() !== '';

/** A row with a number of its own, and nothing in the only column that says what is to be done, where all others have it. */
function isNamelessItem({ columns, rows }: PlanTable, row: TableRow, at: number): boolean {
  const ordinal = columns.findIndex(({ field }) => field === 'ordinal');
  if (ordinal < 0 || !isContent(columns[at]) || columns.filter(isContent).length > 1) return false;
  if (rows.length < FEWEST_ROWS || !/\d|[一二三四五六七八九十]/.test(row.cells[ordinal]?.text ?? '')) return false;
  return rows.every(({ cells }) => hasOwnWords(cells[ordinal]) && (cells === row.cells || hasOwnWords(cells[at])));
}
const isContent = (column: TableColumn | undefined): boolean =>
  column?.field !== undefined && ['activity', 'measure', 'requirement', 'issue', 'goal'].includes(column.field);

/** A second line of headers names columns in few words, and has no figures where the rows below have theirs. */
function isRowOfData({ rows }: PlanTable, row: TableRow): boolean {
  const others = rows.filter((other) => other !== row && !isTotal(other));
  return row.cells.some(
    ({ text }, at) =>
      text.length > longestHeader || (/\d/.test(text) && others.every(({ cells }) => /\d/.test(cells[at]?.text ?? ''))),
  );
}

const longestHeader = 10;

/** What the row is about: its last filled cell in front of the empty one, else the first behind it. */
function nameOf(table: PlanTable, row: TableRow, at: number): { name: string; cell: TableCell } | undefined {
  const cells = row.cells.map((cell, index) => ({ cell, field: table.columns[index]?.field, index }));
  const titled = cells.filter(({ cell, field }) => cell.text.trim() !== '' && field !== 'ordinal' && !cell.carried);
  const best = titled.find(({ field }) => field === 'activity' || field === 'measure' || field === 'issue');
  const before = titled.filter(({ index, cell }) => index < at && !dayOnly.test(cell.text));
  // 北片 is said of several rows, 陈堂、官路 of this one only.
  const isOwn = ({ cell, index }: (typeof before)[number]) =>
    table.rows.every(({ cells }) => cells === row.cells || cells[index]?.text !== cell.text);
  const found = best ?? before.find(isOwn) ?? before[0] ?? titled[0];
  if (!found) return undefined;
  const text = clean(found.cell.text);
  return { name: text.length > 20 ? `${text.slice(0, 20)}…` : text, cell: found.cell };
}

/** 7月 names no row. */
const dayOnly = /^[\d年月日上中下旬底初\s.．—至-]+$/;

const clean = (text: string) => text.replace(/[\s\u3000]+/g, '');

/** Words shown in front of the end that breaks off. */
const shownBefore = 6;
/** 集中研讨， breaks off; shorter ones are marks of a form. */
const SHORTEST_CUT = 4;
const openMark = /[，、,]$/;
/** Words that need something behind them, when they are not part of a word that ends a sentence. */
const openWord =
  /(?:(?:压缩|缩短|缩减|[下上]降|降低|提高|提升|增加|减少|延长|扩大|控制|稳定|保持)(?:至|到|在)|不(?:少于|低于|超过|高于|多于)|(?<![温总饱缓之中柔平祥谐人共调随应])和|(?<![涉普顾触波提危论遍])及|(?<![参给赠授])与|(?<![以])并|以及|或者|并且|包括|例如|对于|关于|根据|按照|通过)$/;

/** 设窗口6个，配齐: a verb alone behind a comma that tells nothing without its object; 缺员的，配齐 has it in front. */
const openVerb =
  /(?<=[^的者，；][，；])(?:配齐|配备|制定|建立|健全|编制|成立|设立|增设|开展|做好|抓好|形成|确保|实现|签订|出具|推进|推动|加强|强化)$/;
/** 按标段归: 档 was lost. */
const openFiling = /(?<=(?:按|分|统一|整理|收集|立卷)[^，。；]{0,8})(?<![回复当来荣总])归$/;

/** What one of them ends with. */
const openEnds = tableOfUnits('，、,和及与并者且括如于据照过至到在齐备定立全制设展好成保现订具进动强化归');

/** Cells whose text breaks off, unless the next row goes on with it. */
function cutCells(table: PlanTable): readonly { cell: TableCell; from: number }[] {
  const found: { cell: TableCell; from: number }[] = [];
  for (let index = 0; index < table.rows.length; index++) {
    const cells = table.rows[index]?.cells ?? [];
    for (let at = 0; at < cells.length; at++) {
      const cell = cells[at];
      const text = cell?.text.trimEnd() ?? '';
      if (!cell || text.length < SHORTEST_CUT || openEnds[text.charCodeAt(text.length - 1)] !== 1) continue;
      if (table.columns[at]?.field === 'ordinal') continue;
      const end =
        openMark.exec(text) ??
        openVerb.exec(text) ??
        openFiling.exec(text) ??
        (text.length > 10 ? openWord.exec(text) : null);
      if (end && !goesOn(table, table.rows[index + 1], at)) found.push({ cell, from: end.index });
    }
  }
  return found;
}

/** The row below continues the one above: its number and name are empty or carried down. */
function goesOn(table: PlanTable, next: TableRow | undefined, at: number): boolean {
  const below = next?.cells[at];
  if (!next || !below || below.text.trim() === '') return false;
  return next.cells
    .slice(0, at)
    .every(
      (cell, index) =>
        cell.text.trim() === '' || table.columns[index]?.field === 'stage' || table.columns[index]?.field === 'time',
    );
}
