import { WHITE } from '../../text/blank.ts';
import type { Range } from '../../text/range.ts';
import { bracketPairs, openingMarks } from './brackets.ts';

/** A sentence without the blanks around it, with its end mark and the quotation marks behind that. */
export interface Sentence {
  readonly text: string;
  readonly range: Range;
}

// What a unit is to sentences.
const END = 1;
const SEMICOLON = 2;
/** Closes a quotation behind an end mark. */
const CLOSES = 4;
const SPACE = 8;
const OPENS = 16;

const KINDS = new Uint8Array(65536);
for (const mark of '。！？!?') KINDS[mark.charCodeAt(0)] = END;
for (const mark of '；;') KINDS[mark.charCodeAt(0)] = SEMICOLON;
for (const mark of openingMarks) KINDS[mark.charCodeAt(0)] = OPENS;
for (const mark of '”’') KINDS[mark.charCodeAt(0)] = CLOSES;
for (const sign of WHITE) KINDS[sign.charCodeAt(0)] = SPACE;

const kindAt = (text: string, index: number): number => KINDS[text.charCodeAt(index)] ?? 0;

/**
 * Splits a text into sentences at 。！？. An end mark inside a pair of brackets or quotation marks
 * ends nothing.
 * @param options.semicolons split at ；as well
 * @returns in order; empty stretches are left out
 */
export function findSentences(text: string, options: { readonly semicolons?: boolean } = {}): readonly Sentence[] {
  const end = options.semicolons ? END | SEMICOLON : END;
  const { length } = text;
  const sentences: Sentence[] = [];
  let pairs: ReadonlyMap<number, number> | undefined;
  let start = 0;
  for (let index = 0; index < length; index++) {
    const kind = kindAt(text, index);
    if (kind === 0) continue;
    if (kind === OPENS) {
      if (!pairs && !endsBehind(text, index, end)) break;
      pairs ??= bracketPairs(text);
      index = pairs.get(index) ?? index;
    } else if ((kind & end) !== 0) {
      // 。。 and ？！ and the mark that closes an unopened quotation belong to the sentence.
      while ((kindAt(text, index + 1) & (END | CLOSES)) !== 0) index++;
      push(sentences, text, start, index + 1);
      start = index + 1;
    }
  }
  push(sentences, text, start, length);
  return sentences;
}

/** Whether an end mark stands behind a place; where none does, it does not matter which marks are pairs. */
function endsBehind(text: string, from: number, end: number): boolean {
  for (let index = from; index < text.length; index++) if ((kindAt(text, index) & end) !== 0) return true;
  return false;
}

/** The first sentence of a text; undefined when there is nothing but blanks. */
export function firstSentence(text: string): Sentence | undefined {
  return findSentences(text)[0];
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && kindAt(text, start) === SPACE) start++;
  while (end > start && kindAt(text, end - 1) === SPACE) end--;
  if (end > start) sentences.push({ text: text.slice(start, end), range: { start, end } });
}

/** What of its sentence stands in front of a place. */
export const sentenceTo = (text: string, end: number): string => text.slice(text.lastIndexOf('。', end - 1) + 1, end);

/** Where the part of a sentence around a place begins: behind the last 。 or ；. */
export const partStart = (text: string, at: number): number =>
  Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at)) + 1;

/** Where it ends: in front of the next 。 or ；, or with the text. */
export function partEnd(text: string, at: number): number {
  const ends = ['。', '；'].map((mark) => text.indexOf(mark, at)).filter((index) => index >= 0);
  return Math.min(text.length, ...ends);
}

/** The part of a sentence around a place. */
export const partAround = (text: string, at: number): string => text.slice(partStart(text, at), partEnd(text, at));
