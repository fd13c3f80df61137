import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import { isTotalRow } from '../../plan/tables/table-fields.ts';
import type { Range } from '../../text/range.ts';

/** A whole of points or shares that the rows of a table do not make. */
export interface WeightFault {
  readonly range: Range;
  readonly written: string;
  readonly sum: string;
}

/** 总分100分, 满分为100分, 实行百分制 */
const told = /(?:总分值?|满分值?)(?:为|是|共|计|共计|合计|设)?(\d{2,4})分|百分制/;
/** 每项满分10分, 加分项总分10分: not the whole of the table. */
const ofEach = /(?:每|单项|各项|加分|扣分|附加|折合|折算|换算)[^，。；]*$/;
const points = /^(?:分值|标准分值?|分数|满分|配分|赋分|基本分|考核分值?|权重分值?|标准分数)(?:[（(]分[)）])?$/;
const shares = /^(?:所占)?(?:权重|权重比例|分值权重|指标权重)(?:[（(][%％][)）])?$/;
const FEWEST = 3;
/** What is farther from the whole was not meant to make it. */
const FAR = 0.15;

/** 总分100分 in the text and a column 分值 that adds up to 105; a column 权重 that makes 95%. */
export function wrongWeights(plan: Plan): readonly WeightFault[] {
  return [...pointsOf(plan), ...plan.tables.flatMap(sharesOf)];
}

function pointsOf({ lines, tables }: Plan): readonly WeightFault[] {
  const scored = tables.flatMap((table) => {
    const at = onlyColumn(table, points, '分');
    return at === undefined ? [] : [{ table, at }];
  });
  const [only, more] = scored;
  if (!only || more) return [];
  const sum = sumOf(only.table, only.at);
  const all = lines.flatMap((line) => {
    const match = line.place === 'cell' || !/[总满]分|百分制/.test(line.text) ? null : told.exec(line.text);
    return match ? [{ line, match, whole: Number(match[1] ?? 100) }] : [];
  });
  const [first] = all;
  if (!first || sum === undefined || all.some(({ whole }) => whole !== first.whole)) return [];
  if (all.some(({ line, match }) => ofEach.test(line.text.slice(0, match.index)))) return [];
  const { line, match, whole } = first;
  if (sum === whole || Math.abs(sum - whole) > whole * FAR || isToldElsewhere(lines, sum, whole)) return [];
  const written = match[1] === undefined ? match[0] : `${whole}分`;
  const end = match.index + match[0].length;
  return [{ range: line.at(end - written.length, end), written, sum: `${sum}分` }];
}

/** 量化考核90分（见附表），民主测评10分; 日常考评（15%）和年终考核: the table is a part, and the text says so. */
function isToldElsewhere(lines: readonly Line[], sum: number, whole: number): boolean {
  const words = new RegExp(`(?<![\\d.])(?:${sum}分|${sum}[%％]|${Math.abs(whole - sum)}(?:分|[%％]))`);
  return lines.some(({ text, place }) => place !== 'cell' && words.test(text));
}

function sharesOf(table: PlanTable): readonly WeightFault[] {
  const at = onlyColumn(table, shares, '重');
  const header = at === undefined ? undefined : table.columns[at]?.header;
  if (at === undefined || !header) return [];
  const isPercent = /[%％]/.test(header.text) || table.rows.every((row) => /[%％]|^$/.test(row.cells[at]?.text ?? ''));
  const sum = sumOf(table, at);
  if (!isPercent || sum === undefined || sum === 100 || Math.abs(sum - 100) > 100 * FAR) return [];
  return [{ range: header.range, written: '100%', sum: `${sum}%` }];
}

/** @param sign a character that all of the headers have which the pattern takes */
function onlyColumn({ columns }: PlanTable, pattern: RegExp, sign: string): number | undefined {
  const found = columns.flatMap(({ header: { text } }, at) =>
    text.includes(sign) && pattern.test(text.replace(/[\s\u3000]+/g, '')) ? [at] : [],
  );
  return found.length === 1 ? found[0] : undefined;
}

const cellNumber = /^(\d{1,3}(?:\.\d{1,2})?)\s*(?:分|[%％])?$/;
const extra = /加分|扣分|附加|一票否决|奖励分|小\s*计/;

/** The sum of a column whose cells are all numbers, merged ones once; undefined where they are not, or a total row says another. */
function sumOf({ rows }: PlanTable, at: number): number | undefined {
  let sum = 0;
  let counted = 0;
  for (const row of rows) {
    const cell = row.cells[at];
    if (row.cells.slice(0, 3).some(({ text }) => extra.test(text.slice(0, 12)))) return undefined;
    const text = cell?.text.trim() ?? '';
    // A total row that says another sum is looked at with its own table.
    if (isTotalRow(row)) {
      if (Number(cellNumber.exec(text)?.[1]) === sum) continue;
      return undefined;
    }
    if (text === '' || cell?.carried) continue;
    const written = cellNumber.exec(text)?.[1];
    if (written === undefined) return undefined;
    sum += Number(written);
    counted++;
  }
  return counted < FEWEST ? undefined : Math.round(sum * 100) / 100;
}
