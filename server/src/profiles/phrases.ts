import type { Range } from '../text/range.ts';

/** Furthest that the parts of a phrase with `…` may stand apart. */
const gap = 24;

/**
 * Where a phrase of a profile stands in a text. `…` in it stands for anything within one sentence,
 * so that 加强…领导 is found in 加强对活动的领导. The search is linear in the text.
 * @returns undefined when it is not there
 */
export function findPhrase(text: string, phrase: string, from = 0): Range | undefined {
  const gapAt = phrase.indexOf('…');
  if (gapAt < 0) {
    const start = text.indexOf(phrase, from);
    return start < 0 ? undefined : { start, end: start + phrase.length };
  }
  // Most phrases are told by their first part to be none.
  if (!text.includes(phrase.slice(0, gapAt), from)) return undefined;
  return findParts(text, partsOf(phrase), from);
}

/** Where a phrase of these parts stands. */
export function findParts(text: string, parts: readonly string[], from = 0): Range | undefined {
  const [first = ''] = parts;
  if (first === '') return undefined;
  for (let start = text.indexOf(first, from); start >= 0; start = text.indexOf(first, start + 1)) {
    const end = restAt(text, parts, start + first.length);
    if (end >= 0) return { start, end };
  }
  return undefined;
}

/** The parts of a phrase between its `…`. */
export function partsOf(phrase: string): readonly string[] {
  return phrase.includes('…') ? phrase.split('…').filter((part) => part !== '') : [phrase];
}

/** Whether a phrase of these parts begins at that place. */
export function isPhraseAt(text: string, parts: readonly string[], at: number): boolean {
  const [first = ''] = parts;
  if (!text.startsWith(first, at)) return false;
  return parts.length === 1 || restAt(text, parts, at + first.length) >= 0;
}

/** Index behind the last part, when every part follows the one before it within the gap and the sentence. */
function restAt(text: string, parts: readonly string[], from: number): number {
  let at = from;
  for (const part of parts.slice(1)) {
    const found = text.slice(at, at + gap + part.length).indexOf(part);
    if (found < 0 || /[。！？\n]/.test(text.slice(at, at + found))) return -1;
    at += found + part.length;
  }
  return at;
}

/** True when one of the phrases stands in the text. */
export function hasPhrase(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => findPhrase(text, phrase) !== undefined);
}
