import { lineMemo } from '../../plan/facts.ts';
import type { Line, PlanTable, Section } from '../../plan/model.ts';
import { linesWith, sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { exact, sumOf, value } from './sums/amounts.ts';

/** A total of money behind a numbered list whose items do not add up to it. */
export interface ListTotalFault {
  readonly line: Line;
  /** The total, in the text of the line. */
  readonly range: Range;
  readonly written: string;
  readonly sum: string;
}

const total =
  /^(?:以上|上述)?[^，。；：:\d]{0,12}(?:合计|共计|总计)[^，。；\d]{0,8}?(\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)\s*(万?元)(?:人民币)?(?=$|[，。；）)])/u;
const amount = /(\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)\s*(万?元)(?!\s*\/|每|一)/gu;
/** 费用约为2000；: the unit was left out. */
const bareAmount = /(?:费用?|经费|预算|金额|需)(?:约|为|约为|共|计)?(\d{2,9})(?=$|[，。；])/u;
/** Prices and numbers that do not add up: 每人50元, 单价. */
const unsummed = /每|\/|单价|以内|以下|不超过|其中|至|[—－~～]\s*\d/;

interface Money {
  readonly value: number;
  /** Absent where the item leaves it out. */
  readonly unit?: string;
}

/** 以上四组共投入安保力量85人: a number of heads or things, said of what is listed above. */
const headTotal =
  /^(?:以上|上述)[^，。；\d]{0,14}?(?:共计|合计|总计|共)[^，。；\d]{0,10}?(\d{1,6})(人|名|辆|台|户|个|项|家|学时|课时|分)(?=$|[，。；）)])/u;
/** 共计32学时。 right behind a list says it of the list as well. */
const bareTotal = /^(?:共计|合计|总计|共)(\d{1,6})(学时|课时|分)(?=$|[，。；）)])/u;
/** 加上指挥部6人，参演人员共88人: one more part, told in front of the sum. */
const withOneMore =
  /^(?:加上|连同)[^，。；\d]{1,12}(?<more>\d{1,4})(?<own>人|名|辆|台|户|个|项|家)[，,][^，。；\d]{0,10}?(?:共计|合计|总计|共)[^，。；\d]{0,4}(\d{1,6})(\k<own>)(?=$|[，。；）)])/u;
const headTotalOn = lineMemo(({ text }) => {
  if (/^(?:以上|上述)/.test(text)) return headTotal.exec(text);
  if (/^[加连]/.test(text)) return withOneMore.exec(text);
  return /^[共合总]/.test(text) ? bareTotal.exec(text) : null;
});

/** The one number of such a unit in an item. */
function countOn(text: string, unit: string): number | undefined {
  const found = [...text.matchAll(/(?<![\d.])(\d{1,6})(人|名|辆|台|户|个|项|家|学时|课时|分)(?![次钟])/gu)].filter(
    ([, , one]) => one === unit,
  );
  return found.length === 1 && !/约|余|左右|每|以上|至少|不少于/.test(text) ? Number(found[0]?.[1]) : undefined;
}

const totalOn = lineMemo(({ text }) => (text.includes('元') && /合计|共计|总计/.test(text) ? total.exec(text) : null));

/** The one amount of an item; null when there is none, or more than one. */
const moneyOn = lineMemo(({ text }): Money | null => {
  if (!/\d/.test(text) || unsummed.test(text)) return null;
  const found = [...text.matchAll(amount)];
  const [first] = found;
  if (found.length > 1) return null;
  if (first) return { value: value(first[1]), unit: first[2] ?? '' };
  const bare = bareAmount.exec(text);
  return bare ? { value: value(bare[1]) } : null;
});

const NONE: readonly ListTotalFault[] = [];
/** Whatever tells a total. */
const totalSign = sign({ units: '共', words: ['合计', '总计'] });

/** Totals that stand right behind the list that they sum up. */
export function listTotalFaults(lines: readonly Line[]): readonly ListTotalFault[] {
  return linesWith(lines, totalSign).flatMap((line) => {
    if (line.place === 'cell' || line.place === 'quote') return NONE;
    const at = line.index - (lines[0]?.index ?? 0);
    const heads = headTotalOn(line.facts);
    if (heads) {
      const [digits = '', unit = ''] = heads.slice(-2);
      const counts = itemsBefore(lines, at).map(({ text }) => countOn(text, unit));
      const sum = counts.reduce<number>((all, one) => all + (one ?? 0), Number(heads.groups?.more ?? 0));
      if (counts.length < 2 || counts.includes(undefined) || sum === Number(digits)) return [];
      const start = heads[0].lastIndexOf(digits);
      return [{ line, range: { start, end: heads[0].length }, written: digits + unit, sum: `${sum}${unit}` }];
    }
    const match = totalOn(line.facts);
    if (!match) return NONE;
    const items = itemsBefore(lines, at);
    const amounts = items.map(({ facts }) => moneyOn(facts));
    const [, digits = '', unit = ''] = match;
    const counted = amounts.flatMap((one) => (one && (one.unit ?? unit) === unit ? one.value : []));
    if (items.length < 2 || counted.length < items.length) return [];
    const sum = sumOf(counted);
    if (Math.abs(sum - value(digits)) < 1e-6) return [];
    const start = match[0].lastIndexOf(digits);
    const written = match[0].slice(start);
    return [{ line, range: { start, end: start + written.length }, written, sum: `${exact(sum)}${unit}` }];
  });
}

/** 三、参会人员（共186人）, 三、督查内容（满分100分） */
const headedTotal =
  /[（(](?:(?:共|共计|合计)?(\d{1,6})(人|名|辆|台|户|个|项|家|件|篇)|(?:满分|总分|共|共计|合计|计)?(\d{2,4})(分))[)）]$/u;
const headedPart = /[（(](?:共|共计|满分|总分|计)?(\d{1,6})(人|名|辆|台|户|个|项|家|件|篇|分)[)）]/gu;
/** What comes on top of the full marks, or off them. */
const extraMarks = /加分|扣分|减分|附加|一票否决|奖励/;

/** 三、参会人员（共186人） above 1.市领导（3人）, 2.市直部门（25人）: each item says its number, and so does the heading. */
export function headedTotalFaults(sections: readonly Section[]): readonly ListTotalFault[] {
  return sections.flatMap((section) => {
    const inner = section.sections.length > 0 ? headedTotalFaults(section.sections) : NONE;
    const { heading, titleAt, title } = section;
    const match = /\d/.test(title.value) ? headedTotal.exec(title.value) : null;
    if (!match) return inner;
    const [digits = '', unit = ''] = match.slice(1).filter((group) => group !== undefined);
    const lines = section.sections.length > 0 ? section.sections.map((item) => item.heading) : section.body;
    const counts = lines.map(({ text }) => {
      const found = [...text.matchAll(headedPart)].filter(([, , one]) => one === unit);
      if (unit === '分' && extraMarks.test(title.value + text)) return undefined;
      return found.length === 1 ? Number(found[0]?.[1]) : undefined;
    });
    const sum = counts.reduce<number>((all, one) => all + (one ?? 0), 0);
    if (counts.length < 2 || counts.includes(undefined) || sum === Number(digits)) return inner;
    const start = titleAt + match.index + match[0].indexOf(digits);
    const range = { start, end: start + digits.length + unit.length };
    return [{ line: heading, range, written: digits + unit, sum: `${sum}${unit}` }, ...inner];
  });
}

/** The numbered lines of one kind that end right in front of `at`, as far as they count down to one. */
function itemsBefore(lines: readonly Line[], at: number): readonly Line[] {
  const items: Line[] = [];
  const kind = lines[at - 1]?.facts.number?.kind;
  if (kind === undefined || lines[at]?.facts.number?.kind === kind) return items;
  for (let index = at - 1; index >= 0; index--) {
    const line = lines[index];
    const number = line?.facts.number;
    if (!line || number?.kind !== kind) return [];
    items.push(line);
    if (number.value === 1) return items;
  }
  return [];
}

/** 预算共6800元，明细如下：, 经费合计2.4万元，具体见下表。 */
const toldTotal =
  /(?:预算|经费|费用|资金)[^，。；：\d]{0,8}?(?:共计|合计|总计|共需|共|总额为?|为)(\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)(万?元)(?=[，。；：（(])(?=.{0,16}(?:明细|如下|下表|具体))(?!.{0,10}(?:首批|首期|第[一二三四]|部分|主要|其余|已|先行|本期|本次))/u;
const toldTotalOn = lineMemo(({ text }) => (text.includes('元') ? toldTotal.exec(text) : null));
const amountHeader = /^(?:金额|小计|总价|费用|预算|预算金额)[（(](万?元)[)）]$/;
const apart = /[ \u3000]{2,}|\t+/;

/** The column of amounts in a table: 金额（元） and what stands below it. */
interface AmountColumn {
  readonly unit: string;
  readonly values: readonly string[];
}

/**
 * A total that is told above a table of money without a row for the sum: 预算共6800元，明细如下：. The table may also be lines whose
 * cells blanks hold apart.
 */
export function tableTotalFaults(lines: readonly Line[], tables: readonly PlanTable[]): readonly ListTotalFault[] {
  return linesWith(lines, totalSign).flatMap((line): readonly ListTotalFault[] => {
    const match = line.place === 'cell' || line.place === 'quote' ? null : toldTotalOn(line.facts);
    if (!match) return NONE;
    const [, digits = '', unit = ''] = match;
    const at = lines.indexOf(line);
    const next = lines[at + 1];
    const table = next && tables.find(({ range }) => range.start >= line.range.end && range.start <= next.range.start);
    const column = table ? columnOf(table) : columnOfLines(lines.slice(at + 1, at + 1 + MOST_ROWS));
    if (!column || column.unit !== unit || column.values.length < 2) return NONE;
    if (column.values.some((value) => !/^\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?$/.test(value))) return NONE;
    const sum = exact(sumOf(column.values.map((one) => value(one))));
    if (sum === value(digits)) return NONE;
    const end = match.index + match[0].length;
    return [
      { line, range: { start: end - digits.length - unit.length, end }, written: digits + unit, sum: `${sum}${unit}` },
    ];
  });
}
const MOST_ROWS = 30;
/** A row that sums up is told by itself, and a part of one would be counted twice. */
const sumRow = /计|其中/;

function columnOf({ columns, rows }: PlanTable): AmountColumn | undefined {
  const found = columns.flatMap(({ header }, at) => {
    const unit = amountHeader.exec(header.text.replace(/[\s\u3000]+/g, ''))?.[1];
    return unit === undefined ? [] : [{ at, unit }];
  });
  const [only, more] = found;
  if (!only || more || rows.some(({ cells }) => cells.slice(0, 3).some(({ text }) => sumRow.test(text))))
    return undefined;
  return { unit: only.unit, values: rows.map(({ cells }) => cells[only.at]?.text.trim() ?? '') };
}

/** 项目　　单价（元）　　金额（元） and the lines of so many cells below it. */
function columnOfLines([header, ...below]: readonly Line[]): AmountColumn | undefined {
  const heads = header?.text.trim().split(apart) ?? [];
  const unit = amountHeader.exec(heads.at(-1) ?? '')?.[1];
  if (heads.length < 2 || unit === undefined) return undefined;
  const end = below.findIndex(({ text }) => text.trim().split(apart).length !== heads.length);
  const rows = (end < 0 ? below : below.slice(0, end)).map(({ text }) => text.trim().split(apart));
  if (rows.some(([name = '']) => sumRow.test(name))) return undefined;
  return { unit, values: rows.map((cells) => cells.at(-1) ?? '') };
}
