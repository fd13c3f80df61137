import { type Hints, hint, matchesIn, pairsOf } from '../hints.ts';
import type { MissingWord } from './missing-words.ts';
import missing from './missing-words.yaml';

const { halves, firsts, seconds } = missing as unknown as {
  readonly halves: {
    readonly adverbs: readonly string[];
    readonly verbs: Readonly<Record<string, { readonly lost: string; readonly behind: string }>>;
  };
  readonly firsts: readonly string[];
  readonly seconds: readonly string[];
};

/** What is left of a word at the head of a clause, what it has lost, and what follows, as alternatives. */
type Half = readonly [left: string, lost: string, behind: string];
const halfOf = (entry: string): Half => {
  const [left = '', lost = '', behind = ''] = entry.split(' ');
  return [left, lost, behind];
};

/** Where one of the words may stand: what is left of it, and the first character of what follows. */
const pairsFor = (list: readonly Half[]): readonly string[] =>
  list.flatMap(([left, , behind]) => behind.split('|').map((word) => left.slice(-1) + word.charAt(0)));
const anyHalf = (list: readonly Half[]): string => list.map(([left, , behind]) => `${left}(?=${behind})`).join('|');

/** The first character is lost: ，入学习贯彻, ，极参与. */
const leftSeconds = seconds.map(halfOf);
const lostFirst = new RegExp(`(?<=[，,。；]|^)(?:${anyHalf(leftSeconds)})`, 'g');
const firstHint = hint(pairsFor(leftSeconds));

/** The second one is lost, at the head of a clause, and no part of 主要高 or 需要密: 各单位要高重视. */
const leftFirsts = firsts.map(halfOf);
/** Of a verb behind how it is done, in front of what it is done to: 切实提公司整体法治意识. */
const verbs = Object.entries(halves.verbs);
const lostSeconds = [
  new RegExp(
    `(?:${halves.adverbs.join('|')})(?:${verbs.map(([left, { behind }]) => `${left}(?![${behind}])`).join('|')})(?=[一-龥]{5})`,
    'g',
  ),
  new RegExp(`(?<=^|[，。；：]|(?<![主需重必])要)(?:${anyHalf(leftFirsts)})`, 'g'),
];
const secondHint = hint([
  ...pairsOf(halves.adverbs.map((adverb) => adverb.slice(-1)).join(''), Object.keys(halves.verbs).join('')),
  ...pairsFor(leftFirsts),
]);

/** By what is left of a word, what it has lost. */
const firstOf = new Map(leftSeconds.map(([left, lost]) => [left, lost]));
const secondOf = new Map([
  ...leftFirsts.map(([left, lost]) => [left, lost] as const),
  ...verbs.map(([left, { lost }]) => [left, lost] as const),
]);

/** The words of a text of two characters, verbs and how things are done, of which one is lost. */
export function findLostHalves(text: string, hints: Hints): readonly MissingWord[] {
  const where = matchesIn(text, hints);
  let found: MissingWord[] | undefined;
  for (const { 0: left, index } of where(firstHint, lostFirst)) {
    const range = { start: index, end: index + left.length + 2 };
    found ??= [];
    found.push({
      kind: 'cut',
      range,
      words: text.slice(range.start, range.end),
      missing: firstOf.get(left) ?? '',
      at: index,
      ...(index === 0 ? { first: true as const } : {}),
    });
  }
  for (const pattern of lostSeconds) {
    for (const { 0: words, index } of where(secondHint, pattern)) {
      const end = index + words.length;
      const lost = secondOf.get(words.slice(-1)) ?? '';
      found ??= [];
      found.push({
        kind: 'cut',
        range: { start: index, end },
        words,
        missing: lost,
        ...(lost.length === 1 ? { at: end } : {}),
      });
    }
  }
  return found ?? NONE;
}
const NONE: readonly MissingWord[] = [];
