import type { LineFacts } from '../../plan/facts.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import { isFigure } from '../../text/figures.ts';
import { tableOfUnits } from '../../text/units.ts';
import type { SumFault } from './sums/amounts.ts';
import { partsBehind, partsOfSentence, partsOfYears, sumsBehind, sumsOfThings, sumsOfYears } from './sums/behind.ts';
import { wrongChanges } from './sums/changes.ts';
import { wrongComplements } from './sums/complements.ts';
import { doneAndLeft } from './sums/done-and-left.ts';
import { indivisible, thingsOfTotal } from './sums/mixed-units.ts';
import { partsOfTotals } from './sums/parts.ts';
import { wrongPrizeMoney } from './sums/prize-money.ts';
import { wrongProducts } from './sums/products.ts';
import { unequalRhythms } from './sums/rhythm.ts';
import { sumsOfSexes } from './sums/sexes.ts';
import { wrongShares } from './sums/shares.ts';
import { partsSpread } from './sums/spread-over.ts';
import { wrongTeams } from './sums/teams.ts';
import { weightsOf, weightsOfMarks } from './sums/weights.ts';

export type { SumFault } from './sums/amounts.ts';

/** What shares, weights, ranks, products and sexes cannot do without; everything else is told of two amounts at least. */
const otherSign = sign({ units: '%％第=＝男', words: ['百分制', '满分', '总分', '权重', '德、', '德占'] });
/** The characters that the unit of an amount begins with. */
const beginsUnit = tableOfUnits(
  '人工万千亿公立课学株棵册块个名项条件户家所辆处起次场篇份台套部栋幢座间批班面口艘头架门根段期节盏箱瓶包平亩元吨只支张把本副度轮',
);

/** Whether a figure with a unit behind it stands there twice. */
function hasTwoAmounts(text: string): boolean {
  let found = false;
  let before = text.charCodeAt(0);
  for (let at = 1; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    // A blank may stand between the two.
    if (unit === 0x20 && isFigure(before)) continue;
    if (beginsUnit[unit] === 1 && isFigure(before)) {
      if (found) return true;
      found = true;
    }
    before = unit;
  }
  return false;
}

const NONE: readonly SumFault[] = [];

/** Finds sums and shares on a line that contradict themselves. Linear in the length of the text. */
export function findSumFaults(line: LineFacts): readonly SumFault[] {
  if (!hasSign(line, otherSign) && !hasTwoAmounts(line.text)) return NONE;
  const plain = withoutNumber(line.text);
  if (!plain.includes(' ') || !gap.test(plain)) return faultsOf(line, plain);
  const { text: close, at } = withoutGaps(plain);
  return faultsOf(line, close).map((fault) => ({
    ...fault,
    range: { start: at(fault.range.start), end: at(fault.range.end - 1) + 1 },
  }));
}

/** The number of an item is none of its amounts: 2. 设一等奖3名… */
function withoutNumber(text: string): string {
  const number = /^\s{0,8}\d{1,2}(?=[.．](?!\d)|[、)）])/.exec(text)?.[0];
  return number === undefined ? text : ' '.repeat(number.length) + text.slice(number.length);
}

const gap = /\d \p{Script=Han}|\p{Script=Han} \d/u;

/** 420 人天 as 420人天, with the index in the text of each unit that is left. */
function withoutGaps(text: string): { readonly text: string; readonly at: (index: number) => number } {
  const kept: number[] = [];
  let close = '';
  for (let index = 0; index < text.length; index++) {
    const beside = text.slice(Math.max(0, index - 1), index + 2);
    if (text.charAt(index) === ' ' && gap.test(beside)) continue;
    kept.push(index);
    close += text.charAt(index);
  }
  return { text: close, at: (index) => kept[index] ?? text.length };
}

/** 满分, 得分, 成绩, 总评, 权重, 德占: without it nothing is weighed. */
const markSign = sign({ units: '分绩评权德' });
const eachSign = sign({ units: '每' });

/** @param line the line whose words these are; taking out numbers and gaps leaves its signs as they are */
function faultsOf(line: LineFacts, text: string): readonly SumFault[] {
  const found: SumFault[] = [...partsOfTotals(text)];
  const weighs = hasSign(line, markSign);
  const saysEach = hasSign(line, eachSign);
  const saysYear = text.includes('年');
  if (/[（(，,][共合总]/.test(text)) found.push(...sumsBehind(text), ...sumsOfThings(text));
  if (weighs && /百分制|满分|权重|总分|德[、占]/.test(text)) found.push(...weightsOf(text));
  if (
    /\d万?[个人名项条件户家所辆处起次部台套元吨亩]，(?:.{1,30}?\d万?[个人名项条件户家所辆处起次部台套元吨亩]){2}/.test(
      text,
    )
  )
    found.push(...partsBehind(text));
  if (text.includes('其中') && /[共计有]\d{1,6}[处个项家座户]/.test(text)) found.push(...thingsOfTotal(text));
  if (text.includes('男') && text.includes('女')) found.push(...sumsOfSexes(text));
  if (text.includes('其中') && /[。；]其中/.test(text)) found.push(...partsOfSentence(text));
  if (saysYear && /20\d\d年.{1,40}20\d\d年/.test(text)) found.push(...partsOfYears(text), ...sumsOfYears(text));
  if (/[不未没]/.test(text)) found.push(...wrongComplements(text));
  if (/[：:]/.test(text) && /[，,].{0,2}[分设安布编划].{0,14}[：:]/.test(text)) found.push(...partsSpread(text));
  if (weighs && /得分|成绩|评分|满分|总分|百分制|分值|总评/.test(text)) found.push(...weightsOfMarks(text, found));
  if (text.includes('已') && /正在|未|尚|剩余|其余|仍有|基本完成/.test(text)) found.push(...doneAndLeft(text));
  if (saysEach && saysYear && /全年|每年|一年/.test(text)) found.push(...unequalRhythms(text));
  if (/[=＝]/.test(text) && /[×xX*✕]/.test(text)) found.push(...wrongProducts(text));
  if (/[由从]/.test(text) && /[升增提进跃扩降减退滑缩压]/.test(text)) found.push(...wrongChanges(text));
  if (saysEach && /每.{1,12}[人名]/.test(text) && /[支个所家]/.test(text)) found.push(...wrongTeams(text));
  if (saysEach && /[共计]\d{1,5}[人名]/.test(text))
    found.push(...indivisible(text).filter(({ range }) => !found.some((one) => one.range.start === range.start)));
  if (/奖[金励].{0,4}[总合共]/.test(text)) found.push(...wrongPrizeMoney(text));
  found.push(...wrongShares(text));
  return found;
}
