import { readCount } from '../../../numbering/han.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan, PlanTable } from '../../../plan/model.ts';
import { linesWith } from '../../../plan/signs.ts';
import { pointedSign } from './count-signs.ts';
import { filledRows, valuesOf } from './in-table.ts';
import type { Miscount } from './issues.ts';
import { areNear } from './told.ts';

/** 整改事项见下表（共9项）, 详见下表，共9项; 整改台账（共9项） above the table. */
const counted =
  /(?:[见如](?:下|附)表|(?:台账|清单|分解表|一览表|安排表|汇总表|明细表)(?=[（(]))(?:所列|所示)?\s?[（(，,]\s?(?<words>(?:共计?|总计|合计)(?<count>\d{1,3}|[两二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:项|条|个|件|处|户|家|起|类)[^，。；、（）()其]{0,8})(?=[）)。：:]|$)/u;
/** 重点整治以下9项具体问题： right above the table. */
const pointed =
  /(?:以下|下列|如下)(?<words>(?<count>\d{1,3}|[两二三四五六七八九]|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:项|条|个|件|处|家|户|起)(?!月|工作日|小时|方面|阶段)[^，。；、（）()\d]{0,10})(?:[，,（(][^。；：:\d]{0,16})?[：:。]$/u;
const FEWEST = 3;

interface Counted {
  readonly words: string;
  readonly count: number;
  readonly start: number;
}

const countedOn = lineMemo(({ text }): Counted | null => {
  const whole = /[（(，,]\s?[共总合]/.test(text) ? counted.exec(text) : null;
  const match = whole ?? (/[下列][\d两二三四五六七八九十].*[：:。]$/.test(text) ? pointed.exec(text) : null);
  const { words, count: numeral = '' } = match?.groups ?? {};
  const count = match ? readCount(numeral) : undefined;
  return match && words && count !== undefined ? { words, count, start: text.indexOf(words, match.index) } : null;
});
const NONE: readonly Miscount[] = [];

/** So many are said to stand in the table below, and it has other many rows. */
export function unequalBelow(plan: Plan): readonly Miscount[] {
  return linesWith(plan.lines, pointedSign).flatMap((line): readonly Miscount[] => {
    const told = line.place === 'cell' || line.place === 'quote' ? null : countedOn(line.facts);
    if (!told) return NONE;
    const { words, count, start } = told;
    const table = tableBelow(plan, line);
    if (!table) return [];
    const rows = filledRows(table);
    const listed = rows.length;
    // Rows of one item may be told apart by its measures: whatever column agrees excuses the others.
    const agrees = table.columns.some((_, at) => valuesOf(rows, at).size === count);
    if (addsUp(table, rows, count)) return [];
    if (listed === count || listed < FEWEST || !areNear(count, listed) || (agrees && listed > count)) return [];
    return [{ written: words, listed, range: line.at(start, start + words.length) }];
  });
}

/** What is counted stands in a column of numbers, or several of it in one cell; not so those who answer for it. */
function addsUp({ columns }: PlanTable, rows: PlanTable['rows'], count: number): boolean {
  return columns.some(({ header }, at) => {
    const cells = rows.map(({ cells: own }) => own[at]?.text.trim() ?? '');
    const sum = cells.reduce((all, text) => all + (/^\d{1,4}/.test(text) ? Number.parseInt(text, 10) : 0), 0);
    const parts = cells.reduce((all, text) => all + text.split(/[、，；]/).length, 0);
    return sum === count || (parts === count && !answering.test(header.text));
  });
}
const answering = /责任|牵头|配合|负责|联系人/;

/** The table right behind a line; nothing but its title stands between them. */
function tableBelow({ tables, lines }: Plan, line: Line): PlanTable | undefined {
  const table = tables.find(({ range }) => range.start >= line.range.end);
  if (!table) return undefined;
  const between = lines.filter(
    ({ range, place }) => place !== 'cell' && range.start >= line.range.end && range.end <= table.range.start,
  );
  return between.length <= 1 && between.every(({ text }) => /表|单位[：:]/.test(text)) ? table : undefined;
}
