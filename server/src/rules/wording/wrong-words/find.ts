import { slotOf } from '../../../text/pair-slots.ts';
import { overlaps, type Range } from '../../../text/range.ts';
import { unitsOf } from '../../../text/units.ts';
import { standsApart } from '../segments.ts';
import { bentWordAt, isGivenName, isReachedInto, mayBeBent } from './bent-words.ts';
import { bentPhraseAt, WAYS } from './set-phrases.ts';
import { ROW, type WrongWordTable } from './table.ts';
import type { FoundWord, WrongWord } from './word.ts';

const NONE: readonly FoundWord[] = [];
/** Whether a mask may have the unit: a shift goes by the last five bits of a unit. */
const has = (mask = 0, unit: number): boolean => ((mask >> unit) & 1) !== 0;
/** So many units on either side are looked at. */
const CONTEXT = 16;

/**
 * The wrong words of a text in order: those of the table, set phrases that are bent, and common words that are. One
 * pass over its pairs of units for all of them: nearly every pair is none of theirs.
 */
export function findWrongWords(text: string, table: WrongWordTable): readonly FoundWord[] {
  const { places, rows, lists, singles, isSingle, ignored } = table;
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
    const row = (places[slot] ?? 0) * ROW;
    if (row !== 0) {
      const behind = units[at + 2] ?? 0;
      if (at >= free && has(rows[row + 1], unit) && has(rows[row + 2], behind)) {
        const word = wordAt(text, at, lists[rows[row] ?? 0]);
        if (word) {
          words.push(word);
          free = word.range.end;
        }
      }
      for (let way = 0; way < WAYS.length; way++) {
        const by = WAYS[way] ?? 0;
        if (at + by < 0 || !has(rows[row + 3 + way], units[at + by] ?? 0)) continue;
        const phrase = bentPhraseAt(text, units, at, slot, by, phrases);
        if (!phrase) continue;
        phrases.push(phrase);
        break;
      }
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

/** Half-width marks are for those who type them what the full-width ones are. */
const fullMarks = (text: string): string =>
  halfMark.test(text) ? text.replaceAll(',', '，').replaceAll(';', '；').replaceAll(':', '：') : text;
const halfMark = /[,;:]/;

function isWrongAt(text: string, at: number, word: WrongWord): boolean {
  const end = at + word.wrong.length;
  if (word.before || word.notBefore) {
    const behind = fullMarks(text.slice(end, end + CONTEXT));
    if (word.notBefore?.test(behind) || (word.before && !word.before.test(behind))) return false;
  }
  if (word.after || word.notAfter) {
    const front = fullMarks(text.slice(Math.max(0, at - CONTEXT), at));
    if (word.notAfter?.test(front) || (word.after && !word.after.test(front))) return false;
  }
  if (!word.apart) return true;
  if (word.wrong.length === 2 && (isReachedInto(text, at) || (at > 0 && isGivenName(text, at)))) return false;
  return standsApart(text, at, end);
}
