import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { differingUnits } from '../../../../text/difference.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { NamesInText } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { areAlike } from './places.ts';

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

/** So often the team must have its usual name. */
const OFTEN = 2;

function teamsIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  for (const line of lines) for (const { name, range } of teamsOn(line.facts)) names.note(name, line, range);
  return names.all.flatMap((name): readonly TwoNames[] => {
    if (names.placesOf(name).length > 1) return [];
    const [other, more] = names.all.filter(
      (one) =>
        one.length === name.length &&
        names.placesOf(one).length >= OFTEN &&
        differingUnits(name, one) === 1 &&
        areAlike(name, one),
    );
    return other === undefined || more !== undefined || names.areOnOneLine(name, other)
      ? []
      : names.onlyOnce(name, other, OFTEN);
  });
}
