import type { Range } from '../../../text/range.ts';
import { unitsOf } from '../../units.ts';
import { standsApart } from '../segments.ts';
import { slotOf, type WrongWord, type WrongWordTable } from './table.ts';

/** A wrong word at its place. */
export interface FoundWord {
  readonly word: WrongWord;
  readonly range: Range;
}

const NONE: readonly FoundWord[] = [];
/** So many units on either side are looked at. */
const CONTEXT = 16;

/** The wrong words of a text in order, none of them overlapping. One pass; the words are told by their first two units. */
export function findWrongWords(text: string, { slots, thirds, lists, singles }: WrongWordTable): readonly FoundWord[] {
  let found: FoundWord[] | undefined;
  const add = (word: WrongWord, at: number): number => {
    const range = { start: at, end: at + word.wrong.length };
    found ??= [];
    found.push({ word, range });
    return range.end;
  };
  for (const [single, words] of singles) {
    for (let at = text.indexOf(single); at >= 0; at = text.indexOf(single, at + 1)) {
      const word = wordAt(text, at, words);
      if (word) add(word, at);
    }
  }
  const units = unitsOf(text);
  for (let at = 0; at + 1 < text.length; at++) {
    const list = slots[slotOf(units[at] ?? 0, units[at + 1] ?? 0)] ?? 0;
    // Most words that begin so go on otherwise.
    if (list === 0 || (((thirds[list] ?? 0) >> ((units[at + 2] ?? 0) & 31)) & 1) === 0) continue;
    const word = wordAt(text, at, lists[list]);
    if (word) at = add(word, at) - 1;
  }
  return found ? found.sort((a, b) => a.range.start - b.range.start) : NONE;
}

function wordAt(text: string, at: number, words: readonly WrongWord[] = []): WrongWord | undefined {
  for (const word of words) if (text.startsWith(word.wrong, at) && isWrongAt(text, at, word)) return word;
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
  return !word.apart || standsApart(text, at, end);
}
