import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { NamesInText } from '../rare.ts';
import type { TwoNames } from '../reader.ts';

/** 五个不准, 五不准: what must not be done or be so, with or without its measure. */
const counted =
  /^([两二三四五六七八九十]{1,2})([个项条])?((?:不准|严禁|禁止|不得|必须|一律|坚持|服务|到位|确保|带头)\p{Script=Han}{0,2})$/u;

interface Counted {
  readonly name: string;
  readonly start: number;
}
const NONE: readonly Counted[] = [];

const countedOn = lineMemo(({ quotations }): readonly Counted[] => {
  const found = quotations.flatMap(({ words, range }): readonly Counted[] =>
    counted.test(words) ? [{ name: words, start: range.start }] : [],
  );
  return found.length === 0 ? NONE : found;
});

/** “五个不准” in a paper that says “五不准” elsewhere: the same rule, with and without the measure of its number. */
export function lostMeasures(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  for (const line of linesWith(lines, quotationSign)) {
    if (line.place === 'quote') continue;
    for (const { name, start } of countedOn(line.facts)) names.note(name, line, { start, end: start + name.length });
  }
  return names.all.flatMap((name): readonly TwoNames[] => {
    const [, numeral = '', measure, what = ''] = counted.exec(name) ?? [];
    return measure === undefined ? [] : names.rarerOf(name, numeral + what);
  });
}
