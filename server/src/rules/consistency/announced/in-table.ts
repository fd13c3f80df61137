import { readCount } from '../../../numbering/han.ts';
import { mostIn } from '../../../plan/announcements/several.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import { hasField, isTotalRow, ownerFields } from '../../../plan/tables/table-fields.ts';
import type { Range } from '../../../text/range.ts';
import type { Miscount } from './issues.ts';
import { areNear, issuesToldBefore, type Told } from './told.ts';

const FEWEST = 3;

/** The only ledger of issues, and how many of them the text in front of it tells. */
const ledgerOf = versionMemo((plan): Partial<{ readonly ledger: PlanTable; readonly told: Told }> => {
  const ledger = onlyLedger(plan);
  const told = ledger ? issuesToldBefore(plan, ledger.range.start) : undefined;
  return ledger && told ? { ledger, told } : NOTHING;
});
const NOTHING = {};

function onlyLedger({ tables }: Plan): PlanTable | undefined {
  let only: PlanTable | undefined;
  for (const table of tables) {
    if (table.kind !== 'ledger' || !hasField(table, ['issue'])) continue;
    if (only) return undefined;
    only = table;
  }
  return only;
}

/** So many issues found, and a ledger with other many rows. One that is far off lists something else. */
export function unequalRows(plan: Plan): readonly Miscount[] {
  const { ledger, told } = ledgerOf(plan);
  if (!ledger || !told) return [];
  const cells = ledger.rows.flatMap((row) => {
    const cell = isTotalRow(row) ? undefined : ledger.cell(row, 'issue');
    return cell && cell.text.trim() !== '' ? [cell] : [];
  });
  const listed = new Set(cells.map(({ range }) => range.start)).size;
  // An issue that is written once more for its second measure is still one.
  const different = new Set(cells.map(({ text }) => squeeze(text))).size;
  if (told.count === listed || told.count === different || listed < FEWEST || !areNear(told.count, listed)) return [];
  return [{ written: told.numeral, listed, range: placeOf(told), announced: told.count }];
}

const placeOf = ({ line, range }: Told): Range => line.at(range.start, range.end);

export const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');

/** 4个方面9个问题, 3类9个问题 */
const aspects = /(?<![\d.第])(\d{1,2}|[两二三四五六七八九十])(?:个?大?方面|大?类)(?:的|、|，|共|共计|和)?$/;
const aspectHeader = /^(?:问题|反馈|整改)?(?:所属)?(?:方面|类别|类型|分类)$/;

/** 反馈的4个方面9个问题, and a column 方面 with three of them. */
export function unequalAspects(plan: Plan): readonly Miscount[] {
  const { ledger: table, told } = ledgerOf(plan);
  if (!table || !told) return [];
  const { line, range } = told;
  const at = table.columns.findIndex(({ header }) => aspectHeader.test(squeeze(header.text)));
  const before = line.text.slice(0, range.start);
  const match = at < 0 ? null : aspects.exec(before);
  const count = match ? readCount(match[1] ?? '') : undefined;
  if (!match || count === undefined) return [];
  const listed = valuesOf(table.rows, at).size;
  if (listed < 2 || listed === count || Math.abs(listed - count) > 1) return [];
  const end = match.index + match[0].search(/[面类]/) + 1;
  const written = line.text.slice(match.index, end);
  return [{ written, listed, range: line.at(match.index, end) }];
}

/** 归并梳理为六个方面的问题，列入整改台账 */
const gathered =
  /(?:归纳|归并|梳理|归类|汇总|整理|概括)(?:为|成|出)(([两二三四五六七八九十]|\d{1,2})个?(?:方面|大类|类)的?(?:突出|主要)?问题)(?=[^。；]{0,10}(?:列入|纳入|建立|形成|见|详见)[^。；]{0,8}(?:台账|清单|附件))/;

const NONE: readonly Miscount[] = [];

/** Each side of the issues has a row of the ledger at least. */
export function unequalSides(plan: Plan): readonly Miscount[] {
  const ledger = onlyLedger(plan);
  if (!ledger) return [];
  return plan.lines.flatMap((line): readonly Miscount[] => {
    const match = line.place !== 'cell' && /[个类面]的?.{0,2}问题/.test(line.text) ? gathered.exec(line.text) : null;
    if (!match) return NONE;
    const [words, written = '', numeral = ''] = match;
    const count = readCount(numeral);
    if (count === undefined || line.range.start > ledger.range.start) return [];
    const cells = ledger.rows.flatMap((row) => (isTotalRow(row) ? [] : (ledger.cell(row, 'issue')?.text ?? [])));
    const listed = cells.filter((text) => text.trim() !== '').length;
    if (listed < 2 || listed >= count || !areNear(count, listed)) return [];
    // 责任不明；人员不足 in one cell may be two of them.
    if (cells.reduce((sum, text) => sum + mostIn(text), 0) >= count) return [];
    const start = match.index + words.length - written.length;
    return [{ written, listed, range: line.at(start, start + written.length) }];
  });
}

/** What stands in a column, each value once. */
export function valuesOf(rows: readonly TableRow[], at: number): ReadonlySet<string> {
  return new Set(
    rows.flatMap((row) => {
      const cell = row.cells[at];
      const text = squeeze((cell?.carried ?? cell)?.text ?? '');
      return text === '' || isTotalRow(row) ? [] : [text];
    }),
  );
}

const COUNT = '(\\d{1,3}|[两二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)';
const OF_PARTS = '(?:[两二三四五六七八九十\\d]{1,2}个?(?:大类|大?方面|类|大?板块|领域)(?:的|、|，|共)?)?';
const TASKS = '(?:个|项|条)(?:重点|具体|主要|年度|工作|目标)?(?:任务|工作|措施|事项|举措|项目)';
/** 分解为12项任务, 细化为四大类26项具体措施, 梳理出15项重点工作, 共安排10项任务, 本表共涉及16项任务 */
const divided = new RegExp(
  `(?:(?:分解|细化|量化|梳理|归纳|整理|列)(?:为|成|出)|共安排|(?:本|此|该|下|附)表(?:共|共计|共有)?(?:涉及|包括|包含|列入|列有)?)(?:以下|如下)?${OF_PARTS}(${COUNT}${TASKS})(?!.{0,20}(?:其中|涉及|承担|剩余|已完成|我[县市区镇乡校局]))(?<!(?:县|市|省|区|上级|去年|上年|方案|要点).{0,12}共安排.{1,8})`,
);
/** 现将全年4大类14项重点任务分解如下 */
const dividedSo = new RegExp(
  `将[^，。；]{0,24}?(?<![\\d第])${OF_PARTS}(${COUNT}${TASKS})(?:责任)?(?:分解|细化|分工|安排|部署|明确|公布|印发)(?:如下|于后)`,
);

/** 分解为, 梳理出, 共安排, 本表, 分解如下 */
const dividedSign = sign({
  words: [
    ...[...'解化理纳列整'].flatMap((verb) => [`${verb}为`, `${verb}成`, `${verb}出`]),
    '共安',
    '表共',
    '表涉',
    '表包',
    '表列',
    '如下',
  ],
});

const tasksOn = lineMemo(({ text }): Omit<Told, 'line'> | null => {
  const match = divided.exec(text) ?? (text.includes('如下') ? dividedSo.exec(text) : null);
  if (!match) return null;
  const [words, written = '', numeral = ''] = match;
  const count = readCount(numeral);
  if (count === undefined) return null;
  const start = match.index + words.lastIndexOf(written);
  return { range: { start, end: start + written.length }, written, numeral, count };
});

/** A table of what was told: 重点任务 in its header, or 任务分解表 above it. Others may list who goes where to look on. */
function isOfTasks(table: PlanTable, written: string): boolean {
  if (table.columns.some(({ header }) => header.text.includes(written.slice(-2)))) return true;
  return (
    hasField(table, ['activity', 'measure']) &&
    /(?:任务|分解|措施).{0,8}(?:表|清单|台账)$/.test(table.title?.value ?? '')
  );
}

/** 全年工作分解为12项任务, and a table of eleven. */
export function unequalTasks(plan: Plan): readonly Miscount[] {
  const told: Told[] = [];
  for (const line of linesWith(plan.lines, dividedSign)) {
    const found = line.place === 'cell' || line.place === 'quote' ? null : tasksOn(line.facts);
    if (found) told.push({ line, ...found });
  }
  const [first] = told;
  if (!first || told.some(({ count }) => count !== first.count)) return [];
  const tables = plan.tables.filter((one) => hasField(one, ownerFields) && isOfTasks(one, first.written));
  const [table, more] = tables;
  if (!table || table.range.start < first.line.range.start) return [];
  const counted = countedThrough(plan, tables);
  if (more) return counted !== undefined && differs(first, counted) ? [miscounted(first, counted)] : [];
  const rows = filledRows(table);
  const columns = table.columns.map((_, at) => at);
  // Rows may be parts of a task, and tasks may go over several rows: whatever agrees excuses the others.
  const listed = rows.length;
  if (!differs(first, listed) || counted === first.count) return [];
  if (columns.some((at) => valuesOf(rows, at).size === first.count)) return [];
  // 整治消防、整治燃气 in one row may be two; 成立机构，印发方案 is one where the rows are numbered.
  const most = counted === undefined ? mostIn : mostBeside;
  if (
    listed < first.count &&
    columns.some((at) => isOf(table, at, first.written) && mostOf(rows, at, most) >= first.count)
  )
    return [];
  return [miscounted(first, counted ?? listed)];
}

const miscounted = (told: Told, listed: number): Miscount => ({ written: told.written, listed, range: placeOf(told) });

const differs = ({ count }: Told, listed: number): boolean =>
  listed !== count && listed >= FEWEST && areNear(count, listed);

export const filledRows = ({ rows }: PlanTable): readonly TableRow[] =>
  rows.filter((row) => !isTotalRow(row) && row.cells.some(({ text }) => text.trim() !== ''));

/** Up to where the rows of tables are numbered one by one, on from table to table, and the paragraphs behind them. */
function countedThrough({ lines }: Plan, tables: readonly PlanTable[]): number | undefined {
  let last = 0;
  for (const table of tables) {
    for (const row of filledRows(table)) {
      const number = table.cell(row, 'ordinal')?.text.trim() ?? '';
      if (number !== String(last + 1)) return undefined;
      last++;
    }
  }
  const end = tables.at(-1)?.range.end ?? 0;
  for (const { range, facts, place } of lines) {
    if (range.start < end || place === 'cell' || facts.number?.kind !== 'arabic') continue;
    if (last > 0 && facts.number.value === last + 1) last++;
  }
  return last;
}

const isOf = ({ columns }: PlanTable, at: number, written: string): boolean =>
  /任务|工作|事项|举措|项目/.test(columns[at]?.header.text ?? '') ||
  (columns[at]?.header.text ?? '').includes(written.slice(-2));

/** As many things as the cells of a column may hold. */
const mostOf = (rows: readonly TableRow[], at: number, most: (item: string) => number): number =>
  rows.reduce((sum, { cells }) => sum + most(cells[at]?.text ?? ''), 0);

/** 整治消防、整治燃气 may be two; 简化流程，压缩时限 and 汇聚政策、精准推送 belong together. */
function mostBeside(item: string): number {
  const parts = item.split(/[、；;]/).map((one) => one.trim().slice(0, 2));
  return parts.every((one) => one === parts[0]) ? mostIn(item.replace(/[，,]/g, '')) : 1;
}
