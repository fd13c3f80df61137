import type { SumFault } from './sums/amounts.ts';
import { partsBehind, partsOfSentence, partsOfYears, sumsBehind } from './sums/behind.ts';
import { doneAndLeft } from './sums/done-and-left.ts';
import { partsOfTotals } from './sums/parts.ts';
import { wrongProducts } from './sums/products.ts';
import { unequalRhythms } from './sums/rhythm.ts';
import { sumsOfSexes } from './sums/sexes.ts';
import { wrongShares } from './sums/shares.ts';
import { weightsOf } from './sums/weights.ts';

export type { SumFault } from './sums/amounts.ts';

/** Finds sums and shares on a line that contradict themselves. Linear in the length of the text. */
export function findSumFaults(text: string): readonly SumFault[] {
  const found: SumFault[] = [...partsOfTotals(text)];
  if (/[（(，,][共合总]/.test(text)) found.push(...sumsBehind(text));
  if (/百分制|满分|权重|总分|德[、占]/.test(text)) found.push(...weightsOf(text));
  if (
    /\d万?[个人名项条件户家所辆处起次部台套元吨亩]，(?:.{1,30}?\d万?[个人名项条件户家所辆处起次部台套元吨亩]){2}/.test(
      text,
    )
  )
    found.push(...partsBehind(text));
  if (text.includes('男') && text.includes('女')) found.push(...sumsOfSexes(text));
  if (/[。；]其中/.test(text)) found.push(...partsOfSentence(text));
  if (/20\d\d年.{1,40}20\d\d年/.test(text)) found.push(...partsOfYears(text));
  if (text.includes('已') && /正在|未|尚|剩余|其余|仍有/.test(text)) found.push(...doneAndLeft(text));
  if (/全年|每年|一年/.test(text) && text.includes('每')) found.push(...unequalRhythms(text));
  if (/[×xX*✕]/.test(text) && /[=＝]/.test(text)) found.push(...wrongProducts(text));
  found.push(...wrongShares(text));
  return found;
}
