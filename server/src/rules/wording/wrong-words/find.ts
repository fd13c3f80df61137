import { slotOf } from '../../../text/pair-slots.ts';
import { overlaps, type Range } from '../../../text/range.ts';
import { unitsOf } from '../../../text/units.ts';
import { standsApart } from '../segments.ts';
import { bentWordAt, isReachedInto, mayBeBent } from './bent-words.ts';
import { bentPhraseAt, mayBePhrase, phrasePairs } from './set-phrases.ts';
import type { FoundWord, WrongWord, WrongWordTable } from './table.ts';

const NONE: readonly FoundWord[] = [];
/** So many units on either side are looked at. */
const CONTEXT = 16;

/**
 * The wrong words of a text in order: those of the table, set phrases that are bent, and common words that are. One
 * pass over its pairs of units for all of them: nearly every pair is none of theirs.
 */
export function findWrongWords(text: string, table: WrongWordTable): readonly FoundWord[] {
  const { slots, firsts, thirds, lists, singles, isSingle, ignored } = table;
  const words: FoundWord[] = [];
  const phrases: FoundWord[] = [];
  const pairs: number[] = [];
  const units = unitsOf(text);
  /** Behind the last word of more than one unit. */
  let free = 0;
  let unit = units[0] ?? 0;
  for (let at = 0; at < text.length; at++) {
    const next = units[at + 1] ?? 0;
    if (isSingle[unit] === 1) {
      const word = wordAt(text, at, singles.get(unit));
      if (word) words.push(word);
    }
    const slot = slotOf(unit, next);
    const list = slots[slot] ?? 0;
    // Most words that begin so go on otherwise; a shift goes by the last five bits of a unit.
    if (
      list !== 0 &&
      at >= free &&
      (((firsts[list] ?? 0) >> unit) & ((thirds[list] ?? 0) >> (units[at + 2] ?? 0)) & 1) !== 0
    ) {
      const word = wordAt(text, at, lists[list]);
      if (word) {
        words.push(word);
        free = word.range.end;
      }
    }
    const masks = phrasePairs[slot] ?? 0;
    if (masks !== 0 && mayBePhrase(units, at, masks)) {
      const phrase = bentPhraseAt(text, units, at, slot, phrases);
      if (phrase) phrases.push(phrase);
    }
    if (mayBeBent(unit, next)) pairs.push(at);
    unit = next;
  }
  if (phrases.length + pairs.length > 0) return joined(text, words, phrases, pairs, ignored);
  return words.length > 0 ? words : NONE;
}

/** The words, and those of the others that overlap none of them, in order. */
function joined(
  text: string,
  words: readonly FoundWord[],
  phrases: readonly FoundWord[],
  pairs: readonly number[],
  ignored: ReadonlySet<string>,
): readonly FoundWord[] {
  const all = [...words];
  const isFree = (range: Range) => !all.some((one) => overlaps(one.range, range));
  for (const phrase of phrases) {
    if (!ignored.has(phrase.word.wrong) && isFree(phrase.range)) all.push(phrase);
  }
  for (const start of pairs) {
    const word = isFree({ start, end: start + 2 }) ? bentWordAt(text, start) : undefined;
    if (word && !ignored.has(word.word.wrong)) all.push(word);
  }
  return all.sort((a, b) => a.range.start - b.range.start);
}

function wordAt(text: string, at: number, words: readonly WrongWord[] = []): FoundWord | undefined {
  for (const word of words) {
    if (text.startsWith(word.wrong, at) && isWrongAt(text, at, word))
      return { word, range: { start: at, end: at + word.wrong.length } };
  }
  return undefined;
}

function isWrongAt(text: string, at: number, word: WrongWord): boolean {
  const end = at + word.wrong.length;
  if (word.before || word.notBefore) {
    const behind = text.slice(end, end + CONTEXT);
    if (word.notBefore?.test(behind) || (word.before && !word.before.test(behind))) return false;
  }
  if (word.after || word.notAfter) {
    const front = text.slice(Math.max(0, at - CONTEXT), at);
    if (word.notAfter?.test(front) || (word.after && !word.after.test(front))) return false;
  }
  if (!word.apart) return true;
  return !(word.wrong.length === 2 && isReachedInto(text, at)) && standsApart(text, at, end);
}
