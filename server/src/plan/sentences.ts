import type { Range } from '../text/range.ts';
import { bracketPairs } from './brackets.ts';

/** A sentence without the blanks around it, with its end mark and the quotation marks behind that. */
export interface Sentence {
  readonly text: string;
  readonly range: Range;
}

const ends = /[。！？!?]/;
const endsOrSemicolon = /[。！？!?；;]/;

/**
 * Splits a text into sentences at 。！？. An end mark inside a pair of brackets or quotation marks
 * ends nothing.
 * @param options.semicolons split at ；as well
 * @returns in order; empty stretches are left out
 */
export function findSentences(text: string, options: { readonly semicolons?: boolean } = {}): readonly Sentence[] {
  const end = options.semicolons ? endsOrSemicolon : ends;
  const sentences: Sentence[] = [];
  const pairs = end.test(text) ? bracketPairs(text) : undefined;
  let start = 0;
  for (let index = 0; pairs && index < text.length; index++) {
    const close = pairs.get(index);
    if (close !== undefined) {
      index = close;
    } else if (end.test(text.charAt(index))) {
      // 。。 and ？！ and the mark that closes an unopened quotation belong to the sentence.
      while (index + 1 < text.length && /[。！？!?”’]/.test(text.charAt(index + 1))) index++;
      push(sentences, text, start, index + 1);
      start = index + 1;
    }
  }
  push(sentences, text, start, text.length);
  return sentences;
}

/** The first sentence of a text; undefined when there is nothing but blanks. */
export function firstSentence(text: string): Sentence | undefined {
  return findSentences(text)[0];
}

function push(sentences: Sentence[], text: string, from: number, to: number): void {
  let start = from;
  let end = to;
  while (start < end && isBlank(text, start)) start++;
  while (end > start && isBlank(text, end - 1)) end--;
  if (end > start) sentences.push({ text: text.slice(start, end), range: { start, end } });
}

function isBlank(text: string, index: number): boolean {
  return /\s/.test(text.charAt(index));
}
