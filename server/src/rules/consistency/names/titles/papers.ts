import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import type { NameReader, TwoNames } from '../reader.ts';

const words = source as {
  readonly makes: readonly string[];
  readonly speeches: readonly string[];
  readonly speechPapers: readonly string[];
};
const written = new RegExp(
  `(?:${words.makes.join('|')})([一-龥]{0,6}?(?:${words.speeches.join('|')}))(${words.speechPapers.join('|')})`,
  'g',
);
const paperSign = sign({
  words: words.speeches.flatMap((speech) => words.speechPapers.map((paper) => speech.slice(-1) + paper.charAt(0))),
});

/** What is said of the papers that somebody has to write: 撰写|发言|提纲. */
const papersOn = lineMemo(({ text }) =>
  matchesOf(text, written).map(({ 0: raw, 1: about = '', 2: kind = '', index }) => {
    const end = index + raw.length;
    return { about, kind, range: { start: end - about.length - kind.length, end } };
  }),
);

/**
 * A paper that is to be written under one name here and under another there: 撰写发言提纲 and 撰写发言材料.
 * Who is to hand in what cannot be told then. Only kinds that are taken for one another are compared.
 */
export const paperVariants: NameReader<TwoNames> = { sign: paperSign, find: papersIn };

function papersIn(lines: readonly Line[]): readonly TwoNames[] {
  const known = new Map<string, Map<string, Range[]>>();
  for (const line of lines) {
    for (const { about, kind, range } of papersOn(line.facts)) {
      const kinds = known.get(about) ?? new Map<string, Range[]>();
      const place = line.at(range.start, range.end);
      kinds.set(kind, [...(kinds.get(kind) ?? []), place]);
      known.set(about, kinds);
    }
  }
  return [...known].flatMap(([about, kinds]): readonly TwoNames[] => {
    if (kinds.size !== 2) return [];
    const [first, second] = [...kinds];
    if (!first || !second) return [];
    // Of two that are as frequent, the one that is read first counts as rare.
    const [[rare, places], [usual, others]] = first[1].length <= second[1].length ? [first, second] : [second, first];
    const [range] = places;
    const [place] = others;
    return range && place ? [{ written: about + rare, other: about + usual, range, elsewhere: place }] : [];
  });
}
