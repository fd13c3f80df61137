import { looksLikePerson } from '../../../plan/parties/words.ts';
import { unitsOf } from '../../units.ts';
import { isWord, wordBoundaries } from '../segments.ts';
import lists from './common-words.yaml';
import type { FoundWord } from './find.ts';
import gaps from './platform-gaps.yaml';
import { takenFor } from './taken-for.ts';

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

/** A bit for every pair that is a bent word, by its hash: nearly all pairs of a text are none, and are asked no more. */
const bits = new Uint8Array(1 << 17);
const hashOf = (one: number, other: number): number => (Math.imul(one, 40_503) ^ Math.imul(other, 10_007)) & 0xf_ffff;
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
  const hash = hashOf(pair.charCodeAt(0), pair.charCodeAt(1));
  bits[hash >> 3] = (bits[hash >> 3] ?? 0) | (1 << (hash & 7));
}

const NONE: readonly FoundWord[] = [];
/** 大甸子镇, 坪台社区: the name of a place, whatever it is made of. 深人社区 is no such name. */
const place = /^(?:[县镇乡](?![镇村级城区])|村(?![民里级干务庄镇居])|街道|社区|[屯庄]|嘎查)/;
/** 泰字〔2026〕3号: the characters in front are the office's own. */
const numbered = /^[字号]?\s{0,2}[〔[［【（(]\d/;

/**
 * Common words of two characters of which one was typed as another of the same sound or shape (隐换, 反溃), in
 * order. One pass. Where the platform has no dictionary nothing is found: it tells where two words meet.
 */
export function findBentWords(text: string): readonly FoundWord[] {
  const units = unitsOf(text);
  let found: FoundWord[] | undefined;
  for (let at = 0; at + 1 < text.length; at++) {
    const hash = hashOf(units[at] ?? 0, units[at + 1] ?? 0);
    if ((((bits[hash >> 3] ?? 0) >> (hash & 7)) & 1) === 0) continue;
    const wrong = text.slice(at, at + 2);
    const right = fine.has(wrong) ? undefined : wordFor(wrong);
    if (right === undefined || !standsAlone(text, at)) continue;
    if (right !== '深入' && place.test(text.slice(at + 2, at + 5))) continue;
    found ??= [];
    found.push({
      word: { wrong, right, kind: 'slip', source: '现代汉语词典', apart: false },
      range: { start: at, end: at + 2 },
    });
  }
  return found ?? NONE;
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

/** Both characters stand by themselves: no word of the language, no common one and no name reaches into the pair. */
function standsAlone(text: string, at: number): boolean {
  const front = text.slice(Math.max(0, at - 1), at + 1);
  const behind = text.slice(at + 1, at + 3);
  // 支|特制: what the platform does not see within the sentence it may know by itself.
  if ([front, behind].some((pair) => words.has(pair) || isWord(pair))) return false;
  if (numbered.test(text.slice(at + 2, at + 8)) || isOfName(text, at)) return false;
  const boundaries = wordBoundaries(text, at, 2);
  return boundaries !== undefined && [at, at + 1, at + 2].every((place) => boundaries.has(place));
}

/** What stands in front of a name, but for another one: 校长, 由, 联系人：. */
const beforeName = /(?:^|[^\p{Script=Han}]|[长任记员师事由])$/u;

/** 校长梁思|齐任组长, 站长 郑|明: the pair holds a part of somebody's name. */
function isOfName(text: string, at: number): boolean {
  return [at - 2, at - 1, at].some(
    (start) =>
      start >= 0 &&
      looksLikePerson(text.slice(start, Math.max(start + 2, at + 1))) &&
      beforeName.test(text.slice(0, start)),
  );
}
