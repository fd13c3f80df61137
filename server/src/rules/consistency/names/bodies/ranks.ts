import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** Offices that are 局 in one place and 委 in another: 县卫生健康局, 县卫健委. */
const ranked =
  /([县区])(卫生健康|卫健|卫生计生|卫计|发展和?改革|发改|住房(?:和|与)?城乡建设|住建|交通运输|农业农村)(局|委员会|委)(?![属员机])/gu;

interface Ranked {
  readonly key: string;
  readonly end: string;
  readonly range: Range;
  readonly words: string;
}

const rankedOn = lineMemo(({ text }): readonly Ranked[] => {
  const found = matchesOf(text, ranked).map(({ 0: words, 1: at = '', 2: core = '', 3: end = '', index }) => ({
    key: at + core,
    end: end === '局' ? '局' : '委',
    range: { start: index, end: index + words.length },
    words,
  }));
  return found.length === 0 ? none : found;
});
const none: readonly Ranked[] = [];

/** 县卫生健康局 and 县卫生健康委 in one plan: a county has one of them. */
export const rankVariants: NameReader<TwoNames> = {
  sign: sign({ words: [...'康健生计革改设建输村'].flatMap((last) => [`${last}局`, `${last}委`]) }),
  find: ranksIn,
};

function ranksIn(lines: readonly Line[]): readonly TwoNames[] {
  const byKey = new Map<string, Map<string, { readonly name: string; readonly places: Range[] }>>();
  for (const line of lines) {
    for (const { key, end, range, words } of rankedOn(line.facts)) {
      const ends = byKey.get(key) ?? new Map<string, { readonly name: string; readonly places: Range[] }>();
      byKey.set(key, ends);
      const known = ends.get(end) ?? { name: words, places: [] };
      ends.set(end, known);
      known.places.push(line.at(range.start, range.end));
    }
  }
  return [...byKey.values()].flatMap((ends): readonly TwoNames[] => {
    const [a, b] = [...ends.values()];
    return a && b ? rarer(a, b) : [];
  });
}
