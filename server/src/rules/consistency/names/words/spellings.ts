import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import source from '../../name-variant.yaml';
import { NamesInText } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const { spellings } = source as { readonly spellings: readonly (readonly [string, string])[] };
const words = spellings.flat();
/** 文艺会演: with what is performed in front. */
const spelt = new RegExp(`([一-龥]{2})(${anyOf(words)})`, 'g');

const speltOn = lineMemo(({ text }) =>
  matchesOf(text, spelt).map(({ 0: name, index }) => ({ name, range: { start: index, end: index + name.length } })),
);

/** One thing in two spellings that are both in use: 文艺会演 here and 文艺汇演 there. */
export const spellingVariants: NameReader<TwoNames> = {
  sign: sign({ words: words.map((word) => word.slice(-2)) }),
  find: spellingsIn,
};

function spellingsIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  for (const line of lines) for (const { name, range } of speltOn(line.facts)) names.note(name, line, range);
  return names.variantsByEnd(spellings);
}
