import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** 城区街道党工委, 城区党工委: the committee or office of a street, with and without the word. */
const street = /(?<!公司|银行|集团|联社|[局所会社院])([一-龥]{2})(街道)?(党工委|办事处)/g;
/** Those of a zone, of several streets, and what is no name. */
const general = /[各本该我全个县市区镇乡道的](?<!城区)$|^(?:街道|社区|乡镇|园区|新区|开发|经开|高新|工委)/;

interface Street {
  readonly place: string;
  readonly whole: boolean;
  readonly end: string;
  readonly range: Range;
}

const streetsOn = lineMemo(({ text }): readonly Street[] =>
  matchesOf(text, street).flatMap(({ 0: raw, 1: place = '', 2: word, 3: end = '', index }) =>
    general.test(place)
      ? []
      : [{ place, whole: word !== undefined, end, range: { start: index, end: index + raw.length } }],
  ),
);

/** 城区街道党工委 here and 城区党工委 there: a committee of a zone has no street in its name, so both are one. */
export const streetVariants: NameReader<TwoNames> = { sign: sign({ words: ['工委', '事处'] }), find: streetsIn };

function streetsIn(lines: readonly Line[]): readonly TwoNames[] {
  const wholes = new Map<string, Range>();
  const shorts = new Map<string, Range[]>();
  for (const line of lines) {
    for (const { place, whole, end, range } of streetsOn(line.facts)) {
      const at = line.at(range.start, range.end);
      if (!whole) placesByName(shorts, place + end, at);
      else if (!wholes.has(place + end)) wholes.set(place + end, at);
    }
  }
  return [...shorts].flatMap(([name, places]): readonly TwoNames[] => {
    const [elsewhere, range] = [wholes.get(name), places[0]];
    if (!elsewhere || !range || places.length > 2) return [];
    return [{ written: name, other: `${name.slice(0, 2)}街道${name.slice(2)}`, range, elsewhere }];
  });
}
