import { readCount } from '../../../../numbering/han.ts';
import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import type { NameReader, TwoNames } from '../reader.ts';

const { numberedHouses } = source as { readonly numberedHouses: readonly string[] };
/** 1号教学楼, 三号报告厅; not the hall of 5月1号报告厅. */
const house = new RegExp(
  `(?<![\\d月日第.．〇零一二三四五六七八九十百])(\\d{1,2}|[一二三四五六七八九十]{1,3})(号(?:${anyOf(numberedHouses)}))`,
  'gu',
);

interface House {
  readonly name: string;
  /** Its number and what it is, however the number is written. */
  readonly key: string;
  /** 号教学楼 */
  readonly kind: string;
  readonly isHan: boolean;
  readonly range: Range;
}
const NONE: readonly House[] = [];

const housesOn = lineMemo(({ text }): readonly House[] => {
  const found = matchesOf(text, house).map(({ 0: name, 1: number = '', 2: kind = '', index }) => ({
    name,
    key: `${readCount(number) ?? number}${kind}`,
    kind,
    isHan: !/\d/.test(number),
    range: { start: index, end: index + name.length },
  }));
  return found.length === 0 ? NONE : found;
});

/** 1号教学楼 in one place and 一号教学楼 in another: the houses of one sort have their numbers in one way. */
export const numberedHouseVariants: NameReader<TwoNames> = {
  sign: sign({ words: numberedHouses.map((kind) => `号${kind.charAt(0)}`) }),
  find: housesIn,
};

function housesIn(lines: readonly Line[]): readonly TwoNames[] {
  const byKind = new Map<string, House[]>();
  for (const line of lines) {
    for (const one of housesOn(line.facts)) {
      const placed = { ...one, range: line.at(one.range.start, one.range.end) };
      byKind.set(one.kind, [...(byKind.get(one.kind) ?? []), placed]);
    }
  }
  return [...byKind.values()].flatMap(inTwoWays);
}

/** Told once for houses of one sort, where the same house has its number in both ways; neither is wrong, and the later one departs. */
function inTwoWays(houses: readonly House[]): readonly TwoNames[] {
  const [first] = houses;
  const [usual, others] = [
    houses.filter(({ isHan }) => isHan === first?.isHan),
    houses.filter(({ isHan }) => isHan !== first?.isHan),
  ];
  const odd = others.find(({ key }) => usual.some((one) => one.key === key));
  const same = usual.find(({ key }) => key === odd?.key);
  if (!odd || !same) return [];
  return [
    {
      written: odd.name,
      other: same.name,
      range: odd.range,
      elsewhere: same.range,
      others: others.filter((one) => one !== odd).map(({ range }) => range),
    },
  ];
}
