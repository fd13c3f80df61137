import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { differenceOf } from '../../../../text/difference.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 第一次全国自然灾害综合风险普查: a survey of state with its number. */
const survey = /第([一二三四五六七八九十]{1,3})次([一-龥]{4,16}?(?:普查|清查|详查))/g;
/** Where it is held is left away as one likes. */
const extent = /^(?:全[国省市县区镇乡]|我[国省市县区])/;
const LONGEST_LOSS = 4;

interface Survey {
  readonly number: string;
  readonly name: string;
  readonly range: Range;
}

const surveysOn = lineMemo(({ text }): readonly Survey[] => {
  return matchesOf(text, survey).map(({ 0: raw, 1: number = '', 2: name = '', index }) => ({
    number,
    name: name.replace(extent, ''),
    range: { start: index, end: index + raw.length },
  }));
});

/** One survey that has a word less at one place: 自然灾害综合风险普查 and 自然灾害风险普查, both the first. */
export const surveyVariants: NameReader<TwoNames> = {
  sign: sign({ words: ['普查', '清查', '详查'] }),
  find: surveysIn,
};

function surveysIn(lines: readonly Line[]): readonly TwoNames[] {
  const byNumber = new Map<string, Map<string, Range[]>>();
  for (const line of lines) {
    for (const { number, name, range } of surveysOn(line.facts)) {
      const names = byNumber.get(number) ?? new Map<string, Range[]>();
      byNumber.set(number, names);
      placesByName(names, name, line.at(range.start, range.end));
    }
  }
  return [...byNumber.values()].flatMap((names): readonly TwoNames[] => {
    const [a, b, ...more] = [...names];
    if (!a || !b || more.length > 0) return [];
    const { first, second } = differenceOf(a[0], b[0]);
    if ((first !== '' && second !== '') || first.length + second.length > LONGEST_LOSS) return [];
    return rarer({ name: a[0], places: a[1] }, { name: b[0], places: b[1] });
  });
}
