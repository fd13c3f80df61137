import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import source from '../../name-variant.yaml';
import { exchangedSign } from '../bodies/exchanged-sign.ts';
import { NamesInText } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const { posts } = source as { readonly posts: readonly (readonly [string, string])[] };
/** Four characters in front tell whose it is. */
const post = new RegExp(`([一-龥]{4})(${anyOf(posts.flat())})`, 'g');
const verbs = /[的和与及或为由任请派设各名个]/;

const postsOn = lineMemo(({ text }) =>
  matchesOf(text, post).flatMap(({ 0: name, 1: front = '', index }) =>
    verbs.test(front) ? [] : [{ name, front, range: { start: index, end: index + name.length } }],
  ),
);

/** One post by two words: 维修人员助手, and below it 维修人员助理. A line that has both knows of two. */
export const exchangedPosts: NameReader<TwoNames> = {
  sign: exchangedSign,
  find: postsIn,
};

function postsIn(lines: readonly Line[]): readonly TwoNames[] {
  const names = new NamesInText();
  for (const line of lines) {
    for (const { name, range } of postsOn(line.facts)) names.note(name, line, range);
  }
  return names.variantsByEnd(posts, (name, other) => names.areOnOneLine(name, other));
}
