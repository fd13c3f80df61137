import { round, type SumFault, value } from './amounts.ts';

const factor = '\\d{1,7}(?:\\.\\d{1,3})?';
const unit = '[^\\d，。；、=×xX*✕]{0,6}';
/** 35人×5天×180元=31500元 */
const product = new RegExp(
  `(?<![\\d.×xX*✕])(${factor}${unit}(?:[×xX*✕]\\s{0,2}${factor}${unit}){1,4})[=＝]\\s{0,2}(\\d{1,10}(?:,\\d{3})*(?:\\.\\d{1,2})?)(万?)`,
  'gu',
);

/** Products that do not come to what is written behind them; those in 万 are rounded and not looked at. */
export function wrongProducts(text: string): readonly SumFault[] {
  return [...text.matchAll(product)].flatMap((match): readonly SumFault[] => {
    const [words, factors = '', written = '', tens = ''] = match;
    if (tens !== '' || /[%％万÷+＋]/.test(factors)) return [];
    const real = (factors.match(/\d+(?:\.\d+)?/g) ?? []).reduce((all, one) => all * Number(one), 1);
    if (Math.abs(real - value(written)) < 1) return [];
    const end = match.index + words.length;
    return [{ kind: 'share', range: { start: end - written.length, end }, written, found: round(real) }];
  });
}
