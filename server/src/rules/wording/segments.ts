let segmenter: Intl.Segmenter | null | undefined;

/** So many units on either side are read with the words in question. */
const AROUND = 8;

/** Tells of places in a text whether a word begins or ends there. */
export interface WordBoundaries {
  has(at: number): boolean;
}

/**
 * Where the dictionary of the platform sees words begin and end around `[index, index + length)`;
 * undefined where there is no dictionary, and the caller's own lists decide alone. The dictionary is slow:
 * it is asked for single places, not for all words around them.
 */
export function wordBoundaries(text: string, index: number, length: number): WordBoundaries | undefined {
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  if (!segmenter) return undefined;
  const from = Math.max(0, index - AROUND);
  const end = from + Math.min(text.length - from, length + 2 * AROUND);
  const segments = segmenter.segment(text.slice(from, index + length + AROUND));
  return { has: (at) => at === end || (at >= from && segments.containing(at - from)?.index === at - from) };
}

/** Whether a pair of characters by itself is one word of that dictionary. */
export function isWord(pair: string): boolean {
  return /^\p{Script=Han}{2}$/u.test(pair) && wordBoundaries(pair, 0, 2)?.has(1) === false;
}

/** 机构|健全 and 公安|照章 only look like slips: words of the language reach into them. */
export function standsApart(text: string, start: number, end: number): boolean {
  const boundaries = wordBoundaries(text, start, end - start);
  return !boundaries || (boundaries.has(start) && boundaries.has(end));
}
