import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 市编委办 and 市编办: the office of a committee, with the 委 of its name and without it. */
const office =
  /(?<![一-龥][市县区]|[全我本各该])([省市县区])([编安减文禁防双创食爱综]{1,2}|文明|消安|森防|道安|减灾)(委?)办(?![公法理事好学案结])/gu;

const officesOn = lineMemo(({ text }) =>
  matchesOf(text, office).map(({ 0: raw, 1: level = '', 2: field = '', 3: word = '', index }) => ({
    key: level + field,
    whole: word !== '',
    range: { start: index, end: index + raw.length },
  })),
);

/** One short name of an office in two ways: 市编委办 and 市编办. Side by side they would be two. */
export const officeShortNames: NameReader<TwoNames> = { sign: sign({ words: ['委办'] }), find: officesIn };

function officesIn(lines: readonly Line[], all: readonly Line[]): readonly TwoNames[] {
  if (!lines.some(({ facts }) => officesOn(facts).some(({ whole }) => whole))) return [];
  const wholes = new Map<string, Range[]>();
  const shorts = new Map<string, Range[]>();
  for (const line of all) {
    if (line.place === 'quote' || !line.text.includes('办')) continue;
    for (const { key, whole, range } of officesOn(line.facts))
      placesByName(whole ? wholes : shorts, key, line.at(range.start, range.end));
  }
  return [...wholes].flatMap(([key, places]) =>
    rarer({ name: `${key}委办`, places }, { name: `${key}办`, places: shorts.get(key) ?? [] }),
  );
}
