import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 篮球场对应位置, 篮球场地对应位置: with what is said of the place behind it, for 篮球场地 may be what the ground is made of. */
const ground = /((?:篮球|足球|排球|网球|羽毛球|乒乓球|门球)场)(地?)([东南西北中对][一-龥])/g;

interface Ground {
  readonly name: string;
  readonly behind: string;
  readonly range: Range;
}

const groundsOn = lineMemo(({ text }): readonly Ground[] =>
  matchesOf(text, ground).map(({ 1: court = '', 2: more = '', 3: behind = '', index }) => {
    const name = court + more;
    return { name, behind, range: { start: index, end: index + name.length } };
  }),
);

/** 到达篮球场北侧 in a paper that has 到达篮球场地北侧. */
export const groundVariants: NameReader<TwoNames> = { sign: sign({ words: ['球场'] }), find: groundsIn };

function groundsIn(lines: readonly Line[]): readonly TwoNames[] {
  const places = new Map<string, Range[]>();
  const behindOf = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const { name, behind, range } of groundsOn(line.facts)) {
      placesByName(places, name, line.at(range.start, range.end));
      behindOf.set(name, (behindOf.get(name) ?? new Set()).add(behind));
    }
  }
  return [...behindOf].flatMap(([name, behind]): readonly TwoNames[] => {
    const long = `${name}地`;
    if (![...(behindOf.get(long) ?? [])].some((words) => behind.has(words))) return [];
    const [short, other] = [name, long].map((one) => ({ name: one, places: places.get(one) ?? [] }));
    return short && other ? rarer(short, other) : [];
  });
}
