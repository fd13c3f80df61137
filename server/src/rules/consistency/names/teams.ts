import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import { sign } from '../../../plan/signs.ts';
import { differingUnits } from '../../../text/difference.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import type { TwoNames } from './papers.ts';
import { areAlike } from './places.ts';
import { placesByName } from './rare.ts';
import type { NameReader } from './reader.ts';

/** 银龄志愿服务队: the two characters in front tell one team from another. */
const team = /([一-龥]{2})[”"]?(志愿服务队|志愿者服务队|志愿者协会|服务队|突击队|宣讲团|宣讲队|艺术团|合唱团|工作室)/gu;

const teamsOn = lineMemo(({ text }) =>
  matchesOf(text, team).map(({ 0: raw, 1: own = '', 2: kind = '', index }) => ({
    name: own + kind,
    range: { start: index, end: index + raw.length },
  })),
);

/** A team whose name stands once with a character that sounds or looks like the right one: 银铃志愿服务队. */
export const teamVariants: NameReader<TwoNames> = {
  sign: sign({ words: ['务队', '击队', '讲队', '讲团', '术团', '唱团', '作室', '协会'] }),
  find: teamsIn,
};

function teamsIn(lines: readonly Line[]): readonly TwoNames[] {
  const places = new Map<string, Range[]>();
  const lineOf = new Map<string, Line[]>();
  for (const line of lines) {
    for (const { name, range } of teamsOn(line.facts)) {
      placesByName(places, name, line.at(range.start, range.end));
      lineOf.set(name, [...(lineOf.get(name) ?? []), line]);
    }
  }
  return [...places].flatMap(([name, own]): readonly TwoNames[] => {
    const [range, second] = own;
    if (!range || second) return [];
    const others = [...places].filter(
      ([other, all]) =>
        other.length === name.length && all.length > 1 && differingUnits(name, other) === 1 && areAlike(name, other),
    );
    const [usual] = others;
    const elsewhere = usual?.[1][0];
    if (!usual || !elsewhere || others.length > 1) return [];
    if (lineOf.get(usual[0])?.some((line) => lineOf.get(name)?.includes(line))) return [];
    return [{ written: name, other: usual[0], range, elsewhere }];
  });
}
