import { looksLikePerson } from '../../../plan/parties/words.ts';
import { mayBeHan } from '../../../text/units.ts';
import { isWord, wordBoundaries } from '../segments.ts';
import lists from './common-words.yaml';
import gaps from './platform-gaps.yaml';
import { takenFor } from './taken-for.ts';
import type { FoundWord } from './word.ts';

const { first, last, good, others } = lists as unknown as Readonly<
  Record<'first' | 'last' | 'good' | 'others', readonly string[]>
>;
const wordsOf = (lines: readonly string[]) => lines.flatMap((line) => line.split(' '));

/** By the character that calls for the other one, the words, the commonest first. */
const byFirst = byCharacter(first, 0);
const byLast = byCharacter(last, 1);
const unknown = (gaps as { readonly words: readonly string[] }).words;
const words: ReadonlySet<string> = new Set([first, last, others, unknown].flatMap(wordsOf));
const fine: ReadonlySet<string> = new Set([...words, ...wordsOf(good)]);

/** Two bits for every pair that is a bent word, by two hashes: hardly a pair of a text that is none has both. */
const bits = new Uint8Array(1 << 17);
const hashOf = (one: number, other: number): number => (Math.imul(one, 40_503) ^ Math.imul(other, 10_007)) & 0xf_ffff;
const secondHash = (one: number, other: number): number =>
  (Math.imul(one, 7919) ^ Math.imul(other, 65_063) ^ (other >> 3)) & 0xf_ffff;
const isSet = (hash: number): boolean => (((bits[hash >> 3] ?? 0) >> (hash & 7)) & 1) !== 0;
for (const list of byFirst.values()) {
  for (const word of list) for (const other of takenFor(word.charAt(1))) mark(word.charAt(0) + other);
}
for (const list of byLast.values()) {
  for (const word of list) for (const other of takenFor(word.charAt(0))) mark(other + word.charAt(1));
}

function byCharacter(lines: readonly string[], at: 0 | 1): ReadonlyMap<string, readonly string[]> {
  const grouped = new Map<string, string[]>();
  for (const word of wordsOf(lines)) {
    const group = grouped.get(word.charAt(at));
    if (group) group.push(word);
    else grouped.set(word.charAt(at), [word]);
  }
  return grouped;
}

function mark(pair: string): void {
  if (fine.has(pair)) return;
  const [one, other] = [pair.charCodeAt(0), pair.charCodeAt(1)];
  for (const hash of [hashOf(one, other), secondHash(one, other)])
    bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
}

/** 大甸子镇, 坪台社区: the name of a place, whatever it is made of. 深人社区 is no such name. */
const place = /^(?:[县镇乡](?![镇村级城区])|村(?![民里级干务庄镇居])|街道|社区|[屯庄]|嘎查)/;
/** 泰字〔2026〕3号: the characters in front are the office's own. */
const numbered = /^[字号]?\s{0,2}[〔[［【（(]\d/;

/** False for nearly all pairs of units: those that are surely no bent word. */
export function mayBeBent(one: number, other: number): boolean {
  return isSet(hashOf(one, other)) && isSet(secondHash(one, other));
}

/**
 * The common word of two characters at this place of which one was typed as another of the same sound or shape: 隐换,
 * 反溃. Where the platform has no dictionary nothing is found: it tells where two words meet.
 */
export function bentWordAt(text: string, at: number): FoundWord | undefined {
  const wrong = text.slice(at, at + 2);
  const right = fine.has(wrong) ? undefined : wordFor(wrong);
  if (right === undefined || (right !== '深入' && place.test(text.slice(at + 2, at + 5)))) return undefined;
  if (!standsAlone(text, at)) return undefined;
  return {
    range: { start: at, end: at + 2 },
    word: { wrong, right, kind: 'slip', source: '现代汉语词典', apart: false },
  };
}

/** The word that is meant by a bent one. */
function wordFor(wrong: string): string | undefined {
  const one = wrong.charAt(0);
  const other = wrong.charAt(1);
  return (
    byFirst.get(one)?.find((word) => takenFor(word.charAt(1)).includes(other)) ??
    byLast.get(other)?.find((word) => takenFor(word.charAt(0)).includes(one))
  );
}

/** Whether a pair of characters is one of the common words, which the dictionary of the platform may lack. */
export const isCommonWord = (pair: string): boolean => words.has(pair);

/** Whether a common word reaches into the pair that stands at `at`: 链接|中, 压实|市. */
export function isReachedInto(text: string, at: number): boolean {
  return words.has(text.slice(Math.max(0, at - 1), at + 1)) || words.has(text.slice(at + 1, at + 3));
}

/** Both characters stand by themselves: no word of the language, no common one and no name reaches into the pair. */
function standsAlone(text: string, at: number): boolean {
  const front = text.slice(Math.max(0, at - 1), at + 1);
  const behind = text.slice(at + 1, at + 3);
  if (isReachedInto(text, at)) return false;
  const boundaries = wordBoundaries(text, at, 2);
  // Most are words that the lists do not have: asked first, as the dictionary is slow.
  if (!boundaries?.has(at + 1) || !boundaries.has(at) || !boundaries.has(at + 2)) return false;
  // 支|特制: what the platform does not see within the sentence it may know by itself.
  if (isWord(front) || isWord(behind)) return false;
  return !numbered.test(text.slice(at + 2, at + 8)) && !isOfName(text, at) && !isAmongSingles(text, at);
}

/** So many characters at least make a string of short names. */
const STRING = 4;
const LONGEST_STRING = 12;

/**
 * 德工安团总: a stretch of single characters, as departments are called for short one behind the other. Words that one knows
 * stand around a slip, or nothing at all.
 */
function isAmongSingles(text: string, at: number): boolean {
  let start = at;
  let end = at + 2;
  while (start > 0 && at - start <= LONGEST_STRING && mayBeHan(text.charCodeAt(start - 1))) start--;
  while (end < text.length && end - at <= LONGEST_STRING && mayBeHan(text.charCodeAt(end))) end++;
  if (end - start < STRING || end - start > LONGEST_STRING) return false;
  const boundaries = wordBoundaries(text, start, end - start);
  for (let place = start + 1; place < end; place++)
    if (boundaries?.has(place) === false || words.has(text.slice(place - 1, place + 1))) return false;
  return true;
}

/** What stands in front of a name, but for another one: 校长, 由, 联系人：, 学生代表. */
const beforeName = /(?:^|[^\p{Script=Han}]|[长任记员师事由表])$/u;
/** What stands behind one. */
const title = /^(?:教授|老师|同学|同志|先生|女士|院士|博士|校长|书记|主任|局长|处长|家长|妈妈|爸爸)/;
const afterName = new RegExp(`^(?:$|[^\\p{Script=Han}]|[和与等为任]|${title.source.slice(1)})`, 'u');

/** 校长梁思|齐任组长, 站长 郑|明: the pair holds a part of somebody's name. */
function isOfName(text: string, at: number): boolean {
  if (isTitledName(text, at) || isTitledName(text, at - 1)) return true;
  return [at - 2, at - 1, at].some(
    (start) =>
      start >= 0 &&
      looksLikePerson(text.slice(start, Math.max(start + 2, at + 1))) &&
      beforeName.test(text.slice(0, start)),
  );
}

/** 大学戚业国教授: a name of three characters with its title. */
const isTitledName = (text: string, start: number): boolean =>
  start >= 0 && looksLikePerson(text.slice(start, start + 3)) && title.test(text.slice(start + 3, start + 5));

/** 、孔维一、 or 戚业国教授: the pair is what somebody is called by behind his surname. */
export const isGivenName = (text: string, at: number): boolean =>
  isTitledName(text, at - 1) ||
  (looksLikePerson(text.slice(Math.max(0, at - 1), at + 2)) &&
    beforeName.test(text.slice(0, at - 1)) &&
    afterName.test(text.slice(at + 2, at + 4)));
