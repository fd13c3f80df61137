import { SLOTS, slotOf } from '../../../text/pair-slots.ts';
import { overlaps } from '../../../text/range.ts';
import { isWord, standsApart } from '../segments.ts';
import { isReachedInto } from './bent-words.ts';
import lists from './set-phrases.yaml';
import slips from './slips.yaml';
import { takenFor } from './taken-for.ts';
import type { FoundWord } from './word.ts';

interface Lists {
  readonly phrases: readonly string[];
  readonly allowed: readonly string[];
}

const { phrases, allowed } = lists as unknown as Lists;
/** A shorter phrase differs from too many good ones by one character. */
const SHORTEST = 4;

/** The phrases by themselves, and those that the slips are corrected to. */
const known: ReadonlySet<string> = new Set(
  [
    ...phrases.flatMap((line) => line.split(' ')),
    ...Object.values(slips as Readonly<Record<string, unknown>>).flatMap((words) =>
      typeof words === 'object' && words !== null ? Object.keys(words) : [],
    ),
  ].filter((phrase) => phrase.length >= SHORTEST),
);

/** Whether these words are a set phrase as they stand: 令行禁止. */
export const isSetPhrase = (words: string): boolean => known.has(words);

const good: ReadonlySet<string> = new Set([...known, ...allowed]);

/** The units of all phrases, one behind the other, each with its length in front. */
const phraseUnits: number[] = [];

/** How far from a pair the unit stands that tells a set phrase together with it: behind its beginning, and in front of its end. */
export const WAYS = [2, 3, -1, -2] as const;

/**
 * By the slot of a pair that begins or ends phrases, which units stand two and three places behind it in those that it begins, and
 * one and two in front of it in those that it ends: four masks with one bit for each unit, by its last five.
 */
export const phraseMasks = new Map<number, [number, number, number, number]>();

/**
 * Phrases are told by three of their characters: the first two with one of the next two, or the last two with one of
 * those in front. Whichever character is wrong, one of these four has none but right ones.
 */
const slots = new Uint16Array(SLOTS);
/** Three numbers for each anchor: where its phrase stands in `phraseUnits`, where in it the pair, and the next anchor with that slot. */
const anchors: number[] = [0, 0, 0];
// Of those that share a slot the last one noted comes first.
for (const phrase of [...known].reverse()) {
  const place = phraseUnits.push(phrase.length) - 1;
  for (let at = 0; at < phrase.length; at++) phraseUnits.push(phrase.charCodeAt(at));
  const last = phrase.length - 2;
  for (const [mask, by] of WAYS.entries()) note(phrase, place, by > 0 ? 0 : last, by, mask);
}
const unitsOfPhrases = Uint16Array.from(phraseUnits);
const anchorNumbers = Uint16Array.from(anchors);

/** @param by how far the third unit stands from `at`. @param mask which of the four masks tells it */
function note(phrase: string, place: number, at: number, by: number, mask: number): void {
  const pair = slotOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1));
  const third = phrase.charCodeAt(at + by);
  const masks = phraseMasks.get(pair) ?? [0, 0, 0, 0];
  masks[mask] = (masks[mask] ?? 0) | (1 << third);
  phraseMasks.set(pair, masks);
  const slot = slotOfThree(pair, third, by);
  anchors.push(place, at, slots[slot] ?? 0);
  slots[slot] = anchors.length / 3 - 1;
}

/** @param by how far the third unit stands from the pair */
function slotOfThree(pair: number, third: number, by: number): number {
  return (Math.imul(pair, 0x9e5) ^ Math.imul(third, 0x3b) ^ (by << 9)) & (SLOTS - 1);
}

/**
 * The set phrase that has the pair of units at `at` and the unit that stands `by` places from it, if one of its characters was typed
 * as another of the same sound or shape: 克不容缓, 网上公式.
 * @param pair the slot of the pair
 * @param before those found in front of it, as none may overlap
 */
export function bentPhraseAt(
  text: string,
  units: Uint16Array,
  at: number,
  pair: number,
  by: number,
  before: readonly FoundWord[],
): FoundWord | undefined {
  let anchor = slots[slotOfThree(pair, units[at + by] ?? 0, by)] ?? 0;
  while (anchor !== 0) {
    const place = anchorNumbers[3 * anchor] ?? 0;
    const start = at - (anchorNumbers[3 * anchor + 1] ?? 0);
    if (start >= 0 && isBent(units, start, place)) {
      const phrase = String.fromCharCode(
        ...unitsOfPhrases.subarray(place + 1, place + 1 + (unitsOfPhrases[place] ?? 0)),
      );
      const found = bentAt(text, start, phrase, before);
      if (found) return found;
    }
    anchor = anchorNumbers[3 * anchor + 2] ?? 0;
  }
  return undefined;
}

function bentAt(text: string, start: number, phrase: string, before: readonly FoundWord[]): FoundWord | undefined {
  const range = { start, end: start + phrase.length };
  const wrong = text.slice(range.start, range.end);
  if (good.has(wrong) || before.some((one) => overlaps(one.range, range)) || isGoodWord(text, start, phrase))
    return undefined;
  // 社会主义法治理论: 主义 reaches into what looks like 依法治理.
  // 天然|气安全: so does a word of the language that the odd character belongs to.
  const reached =
    isReachedInto(text, start) ||
    (wrong[0] !== phrase[0] && isWord(text.slice(start - 1, start + 1))) ||
    (wrong.at(-1) !== phrase.at(-1) && isWord(text.slice(range.end - 1, range.end + 1)));
  if ((reached || joins(wrong, phrase)) && !standsApart(text, range.start, range.end)) return undefined;
  return { range, word: { wrong, right: phrase, kind: 'slip', source: '现代汉语词典', apart: false } };
}

/** 统一领到, 监督检察: the half of the phrase that differs is a good word, and may be meant. */
function isGoodWord(text: string, start: number, phrase: string): boolean {
  if (phrase.length !== SHORTEST) return false;
  const half = text.startsWith(phrase.slice(0, 2), start) ? start + 2 : start;
  return isWord(text.slice(half, half + 2));
}

/** Characters that stand between words: 卫[生和环境] joins two things, and means no 生活环境. */
const joining = '和与及或的在于以为有对是之中向从由将被其并到也都不了等';

function joins(wrong: string, phrase: string): boolean {
  for (let at = 0; at < phrase.length; at++) {
    if (wrong[at] !== phrase[at]) return joining.includes(wrong[at] ?? '');
  }
  return false;
}

/** Whether just one character differs from the phrase at this place of `phraseUnits`, and is one that is taken for it. */
function isBent(units: Uint16Array, start: number, place: number): boolean {
  const length = unitsOfPhrases[place] ?? 0;
  let odd = -1;
  for (let at = 0; at < length; at++) {
    if (units[start + at] === unitsOfPhrases[place + 1 + at]) continue;
    if (odd >= 0) return false;
    odd = at;
  }
  if (odd < 0) return false;
  const typed = String.fromCharCode(units[start + odd] ?? 0);
  return takenFor(String.fromCharCode(unitsOfPhrases[place + 1 + odd] ?? 0)).includes(typed);
}
