import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const posts = '书记|校长|园长|院长|主任|局长|处长|部长|科长|县长|区长|市长|镇长|乡长|主席|会长|经理';
/** 李明华副书记: the post behind the name. */
const deputy = new RegExp(`副(${posts})`, 'g');
/** 党委副书记、纪委书记: who is both is called by either. */
const ofOtherBodies = /(?:纪委|支部|总支|团委|工委|党组)书记|(?:办公室|工会|人大)主[任席]|兼/;

interface Held {
  readonly name: string;
  readonly post: string;
  readonly start: number;
  readonly end: number;
}
const NONE: readonly Held[] = [];
/** 党政办 of 党政办副主任 has a surname at its head as well. */
const office = /[办处科部室委会院局校团]$/;
const isPerson = (name: string): boolean => isLikelyPerson(name) && !office.test(name);

const deputiesOn = lineMemo(({ text }): readonly Held[] => {
  const found = matchesOf(text, deputy).flatMap(({ 0: raw, 1: post = '', index }): readonly Held[] => {
    const name = [3, 2].map((length) => text.slice(Math.max(0, index - length), index)).find(isPerson);
    return name === undefined ? [] : [{ name, post, start: index - name.length, end: index + raw.length }];
  });
  return found.length === 0 ? NONE : found;
});

/** 李明华副书记 presides and 李明华书记 sums up: one of the two is not his post. */
export const deputyPosts: NameReader<TwoNames> = {
  sign: sign({ words: [...posts.split('|').map((post) => `副${post.charAt(0)}`)] }),
  find: deputiesIn,
};

function deputiesIn(lines: readonly Line[], all: readonly Line[]): readonly TwoNames[] {
  const told = new Set<string>();
  return lines.flatMap((line) =>
    deputiesOn(line.facts).flatMap(({ name, post, start, end }): readonly TwoNames[] => {
      const written = name + post;
      if (told.has(written) || all.some(({ text }) => text.includes(name) && ofOtherBodies.test(text))) return [];
      told.add(written);
      const there = all.find(({ text, place }) => place !== 'quote' && text.includes(written));
      if (!there) return [];
      const at = there.text.indexOf(written);
      const range = there.at(at, at + written.length);
      return [{ written, other: `${name}副${post}`, range, elsewhere: line.at(start, end) }];
    }),
  );
}
