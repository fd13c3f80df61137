import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { isLikelyPerson } from '../../../../plan/parties/words.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

const posts = '书记|校长|园长|院长|主任|局长|处长|部长|科长|县长|区长|市长|镇长|乡长|主席|会长|经理';
/** The post ends there, and no 院长助理, 主席团, 局长信箱 or 主任医师 begins. */
const ends = '(?=$|[，。；：、！？（）()\\s]|主持|[作做]|总结|讲话|致辞|宣布|简单介绍|介绍|对)';
/** 李明华副书记, 李明华书记: the post behind the name. */
const held = new RegExp(`(副?)(${posts})${ends}`, 'g');
/** 党委副书记、纪委书记: who is both is called by either. */
const ofOtherBodies = /(?:纪委|支部|总支|团委|工委|党组)书记|(?:办公室|工会|人大)主[任席]|兼/;
/** 选举产生李明华会长: he was the deputy before; 请李伟市长讲话 is how one speaks to him. */
const becomesOrIsAsked = /(?:选举|当选|任命|推选|聘任|[请谢迎])[^，。；]*$/;

interface Held {
  readonly name: string;
  readonly post: string;
  readonly isDeputy: boolean;
  readonly range: Range;
}
const NONE: readonly Held[] = [];
/** 党政办 of 党政办副主任 has a surname at its head as well. */
const office = /[办处科部室委会院局校团]$/;
const isPerson = (name: string): boolean => isLikelyPerson(name) && !office.test(name);

/** So far in front of a name the words stand that make it no slip. */
const FRONT = 24;

const postsOn = lineMemo(({ text }): readonly Held[] => {
  const found = matchesOf(text, held).flatMap(({ 0: raw, 1: deputy, 2: post = '', index }): readonly Held[] => {
    const name = [3, 2].map((length) => text.slice(Math.max(0, index - length), index)).find(isPerson);
    if (name === undefined) return [];
    const start = index - name.length;
    if (becomesOrIsAsked.test(text.slice(Math.max(0, start - FRONT), start))) return [];
    return [{ name, post, isDeputy: deputy !== '', range: { start, end: index + raw.length } }];
  });
  return found.length === 0 ? NONE : found;
});

/** 李明华副书记 presides and 李明华书记 sums up: one of the two is not his post. */
export const deputyPosts: NameReader<TwoNames> = {
  sign: sign({ words: posts.split('|').map((post) => `副${post.charAt(0)}`) }),
  find: deputiesIn,
};

function deputiesIn(lines: readonly Line[], all: readonly Line[]): readonly TwoNames[] {
  const deputies = firstsOf(lines, true);
  if (deputies.size === 0) return [];
  const full = firstsOf(all, false);
  const found = [...deputies].flatMap(([written, { name, post, place }]): readonly (TwoNames & { name: string })[] => {
    const other = full.get(written);
    return other ? [{ name, written, other: `${name}副${post}`, range: other.place, elsewhere: place }] : [];
  });
  if (found.length === 0) return [];
  const elsewhere = wordsBesideOtherBodies(all);
  return found.filter(({ name }) => !elsewhere.has(name));
}

/** By name and full post, where each stands first. */
function firstsOf(lines: readonly Line[], deputies: boolean): ReadonlyMap<string, Held & { readonly place: Range }> {
  const firsts = new Map<string, Held & { readonly place: Range }>();
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (const one of postsOn(line.facts)) {
      const key = one.name + one.post;
      if (one.isDeputy !== deputies || firsts.has(key)) continue;
      firsts.set(key, { ...one, place: line.at(one.range.start, one.range.end) });
    }
  }
  return firsts;
}

/** All that may be a name on the lines that tell of posts in other bodies. */
function wordsBesideOtherBodies(lines: readonly Line[]): ReadonlySet<string> {
  const words = new Set<string>();
  for (const { text } of lines) {
    if (!ofOtherBodies.test(text)) continue;
    for (let at = 0; at < text.length; at++) words.add(text.slice(at, at + 2)).add(text.slice(at, at + 3));
  }
  return words;
}
