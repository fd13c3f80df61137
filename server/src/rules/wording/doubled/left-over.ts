import { looksLikePerson } from '../../../plan/parties/words.ts';
import { isWord, type WordBoundaries, wordBoundaries } from '../segments.ts';
import { isCommonWord } from '../wrong-words/bent-words.ts';
import lists from './left-over.yaml';

const { bound, tails, heads, alone, words, wholes, twice, places } = lists as unknown as Readonly<
  Record<'bound' | 'tails' | 'heads' | 'alone' | 'words' | 'wholes' | 'twice' | 'places', string>
>;
const setOf = (characters: string): ReadonlySet<string> => new Set(characters.replace(/\s/g, ''));
const standsNowhere = setOf(bound);
const opensNothing = setOf(bound + tails);
const closesNoWord = setOf(heads);
const mayEndClause = setOf(alone);
const unknownWords: ReadonlySet<string> = new Set(words.split(/\s+/));
const isTwiceItself = setOf(twice);
const endsTwice: ReadonlySet<string> = new Set(wholes.split(' '));
const placeBehind = new RegExp(`^(?:${places.replaceAll(' ', '|')})`);
/** So many units the words for a place have at most. */
const LONGEST_PLACE = 3;

const han = /[\u4e00-\u9fa5]/;
/** What shows that a clause is over behind the pair; 全市市、县两级 goes on. */
const closes = /^(?:$|[^\u4e00-\u9fa5、]|[的和与及等])/;
/** In front of the pair stands nothing that it could belong to; 3件件数 does not begin with 件. */
const opens = /(?:^|[^\u4e00-\u9fa5\w]|[的和与及并要等了将])$/;
/** What stands in front of a name, but for another one: 校长, 由, 联系人：. */
const beforeName = /(?:^|[^\u4e00-\u9fa5]|[长任记员师事由])$/;

const split = /^[（(][一-龥]{1,2}[）)][一-龥]/;
/** 扩建|建（构）筑物: the rest of the second word stands behind a bracket. @param index of the first of the two */
export const isSplitBehind = (text: string, index: number): boolean => split.test(text.slice(index + 2, index + 7));

/** In front of a place they are words of the sentence: 的的公司, 在在公园. 由由嘉园 is known as a whole. */
const joins = new Set('的在由为对将把和与及是到');

/** 由由嘉园, 立法法: two equal characters that are a name or the end of one. @param index of the first of the two */
export const isNamed = (text: string, index: number): boolean =>
  endsTwice.has(text.slice(index - 1, index + 2)) ||
  text.startsWith('由由嘉园', index) ||
  (!joins.has(text.charAt(index)) && placeBehind.test(text.slice(index + 2, index + 2 + LONGEST_PLACE)));

/** So many units on either side are looked at. */
const AROUND = 10;

/**
 * Whether one of two equal characters in a row is left over from typing: 整治成果|果|制度化, 安全|指|指标. Of the two one belongs to a
 * word, as it does when the other one is taken out, and the other one stands alone, though it is no word. Where both belong
 * to words (工作|作风), and where the platform has no dictionary, nothing is found.
 * @param index of the first one
 */
export function isLeftOver(text: string, index: number): boolean {
  const character = text.charAt(index);
  const isTail = opensNothing.has(character);
  const before = text.charAt(index - 1);
  const behind = text.charAt(index + 2);
  if (isSplitBehind(text, index) || isNamed(text, index) || isTwiceItself.has(character)) return false;
  const mayBeTail = han.test(before) && before !== '一' && (isTail || isLast(text, index));
  const mayBeHead =
    han.test(behind) &&
    (standsNowhere.has(character) || ((isTail || closesNoWord.has(character)) && mayOpen(text, index)));
  if ((!mayBeTail && !mayBeHead) || isFigure(text, index) || isOfName(text, index)) return false;
  const boundaries = wordBoundaries(text, index, 2);
  if (!boundaries?.has(index + 1)) return false;
  return (
    (mayBeTail && isBehindWord(text, index, boundaries)) ||
    (mayBeHead &&
      (standsNowhere.has(character) || isFirst(text, index) || !boundaries.has(index - 1)) &&
      isInFrontOfWord(text, index, boundaries))
  );
}

const isLast = (text: string, index: number): boolean =>
  !mayEndClause.has(text.charAt(index)) && closes.test(text.slice(index + 2, index + 3));

const isFirst = (text: string, index: number): boolean => opens.test(text.slice(Math.max(0, index - 1), index));

/** A character that closes short names may be the end of one that stands alone in front: 医|保|保障. */
const mayOpen = (text: string, index: number): boolean => closesNoWord.has(text.charAt(index)) || isFirst(text, index);

/** 扎扎实实, 方方面面, 件件有回应: doubled on purpose. */
function isFigure(text: string, index: number): boolean {
  const [before, behind] = [text.charAt(index - 1), text.charAt(index + 2)];
  const character = text.charAt(index);
  if (before === character || behind === character) return true;
  return (before !== '' && before === text.charAt(index - 2)) || (behind !== '' && behind === text.charAt(index + 3));
}

/** 组长高明明 */
const isOfName = (text: string, index: number): boolean =>
  index > 0 && looksLikePerson(text.slice(index - 1, index + 2)) && beforeName.test(text.slice(0, index - 1));

const isAnyWord = (pair: string): boolean => isCommonWord(pair) || unknownWords.has(pair) || isWord(pair);

/** 成果|果|制度 */
function isBehindWord(text: string, index: number, boundaries: WordBoundaries): boolean {
  const word = text.slice(index - 1, index + 1);
  const isKnown = boundaries.has(index) && boundaries.has(index - 1) && isCommonWord(word);
  if (!boundaries.has(index + 2) || (boundaries.has(index) && !isKnown)) return false;
  // 年级|级长, 楼层|层长: who is the head of it, is called by its last character.
  if (text.charAt(index + 2) === '长') return false;
  if (isAnyWord(text.slice(index + 1, index + 3))) return false;
  const mended = withoutOne(text, index);
  const kept = wordBoundaries(mended.text, mended.index, 1);
  return kept?.has(mended.index + 1) === true && (isKnown || !kept.has(mended.index));
}

/** 指|指标 */
function isInFrontOfWord(text: string, index: number, boundaries: WordBoundaries): boolean {
  const word = text.slice(index + 1, index + 3);
  const isKnown = boundaries.has(index + 2) && boundaries.has(index + 3) && isCommonWord(word);
  if (!boundaries.has(index) || (boundaries.has(index + 2) && !isKnown)) return false;
  if (isAnyWord(text.slice(Math.max(0, index - 1), index + 1))) return false;
  const mended = withoutOne(text, index);
  const kept = wordBoundaries(mended.text, mended.index, 1);
  return kept?.has(mended.index) === true && (isKnown || !kept.has(mended.index + 1));
}

/** What stands around the two with one of them taken out, and where the other one is in it. */
function withoutOne(text: string, index: number): { readonly text: string; readonly index: number } {
  const from = Math.max(0, index - AROUND);
  return { text: text.slice(from, index) + text.slice(index + 1, index + 2 + AROUND), index: index - from };
}
