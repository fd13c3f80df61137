import { middleOf } from '../../../text/evidence.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { type Hints, hint, hintsOf, matchesIn, mayHold, pairsOf } from '../hints.ts';
import patterns from './redundant.yaml';

/** Words that say the same thing twice. */
export interface Redundancy {
  readonly range: Range;
  readonly words: string;
  /** What is left when one of the two goes. */
  readonly right: string;
}

interface Frame {
  readonly first: string;
  readonly second: string;
  /** Regular expression of what may stand between the two. */
  readonly between: string;
  /** Which of the two is too much. */
  readonly drop: 'first' | 'second';
}

/** What stands behind or in front of a pair that is none: 按期按时|间节点, 签|约近20家. */
interface Meeting {
  readonly behind?: string;
  readonly front?: string;
}

const { pairs, meets, frames } = patterns as unknown as {
  readonly pairs: Readonly<Record<string, string>>;
  readonly meets: Readonly<Record<string, Meeting>>;
  readonly frames: readonly Frame[];
};

const pair = new RegExp(
  Object.keys(pairs)
    .map((words) => {
      const { behind, front } = meets[words] ?? {};
      return `${front ? `(?<!${front})` : ''}${words}${behind ? `(?!${behind})` : ''}`;
    })
    .join('|'),
  'g',
);
const frameRegexps = frames.map(({ first, second, between, drop }) => ({
  drop,
  regexp: new RegExp(`(${first})(${between})(${second})`, 'g'),
}));
/** Of these the middle is a common word; the other end is none. */
const rareEnds: Readonly<Record<string, string>> = {
  更加进一步: '加进',
  相结合起来: '相结',
  务必要: '务必',
  的中的: '的中',
};

const pairHint = hint(Object.keys(pairs).map((words) => rareEnds[words] ?? middleOf(words)));
/** What every frame has in its second part or as its first one, or what stands in front of a number: 近300, 近三百. */
const frameHint = hint([
  ...['左右', '上下', '格执', '为止', '以上', '以下', '以内', '之内', '再发', '提前', '止时', '止日', '名请', '有能'],
  ...pairsOf('近', '123456789一二两三四五六七八九'),
  ...pairsOf('可应须已均一律', '为'),
]);

const NONE: readonly Redundancy[] = [];

/** The redundancies of a text: 分别都, 大约…左右, 截止到…为止. */
export function findRedundancies(text: string, hints: Hints = hintsOf(text)): readonly Redundancy[] {
  const found: Redundancy[] = [];
  for (const { 0: words, index } of matchesIn(text, hints)(pairHint, pair)) {
    found.push({ range: { start: index, end: index + words.length }, words, right: pairs[words] ?? words });
  }
  if (!mayHold(hints, frameHint)) return found.length === 0 ? NONE : found;
  for (const { regexp, drop } of frameRegexps) {
    for (const { 0: words, 1: first = '', 2: middle = '', 3: second = '', index } of matchesOf(text, regexp)) {
      const right = drop === 'first' ? middle + second : first + middle;
      found.push({ range: { start: index, end: index + words.length }, words, right });
    }
  }
  return found.sort((a, b) => a.range.start - b.range.start);
}
