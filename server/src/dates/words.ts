import { matchAt } from './glyphs.ts';
import type { Draft } from './window.ts';
import table from './words.yaml';

interface Word {
  readonly text: string;
  readonly kind: 'vague' | 'ongoing' | 'immediate';
  readonly strength: 'strong' | 'adverb';
  readonly notBefore: string;
  readonly notAfter: string;
  readonly alone: boolean;
}

interface Entry {
  readonly word: string;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly alone?: boolean;
}

interface Group {
  readonly kind: Word['kind'];
  readonly strength: Word['strength'];
  readonly list: readonly (string | Entry)[];
}

/** Words by their first sign, the longest first. */
const WORDS = new Map<string, Word[]>();
for (const group of (table as { readonly words: readonly Group[] }).words) {
  for (const item of group.list) {
    const entry: Entry = typeof item === 'string' ? { word: item } : item;
    const list = WORDS.get(entry.word.charAt(0)) ?? [];
    list.push({
      text: entry.word,
      kind: group.kind,
      strength: group.strength,
      notBefore: entry.notBefore ?? '',
      notAfter: entry.notAfter ?? '',
      alone: entry.alone ?? false,
    });
    WORDS.set(entry.word.charAt(0), list);
  }
}
for (const list of WORDS.values()) list.sort((a, b) => b.text.length - a.text.length);

/** All such words; every one has two signs or more. */
export const WORDS_OF_TIME: readonly string[] = [...WORDS.values()].flat().map(({ text }) => text);

const END = /[ 。.;；]{0,3}$/y;
const START = /^[ ]{0,8}$/;

/** Reads a word of time that names no date (words.yaml) at the index: 适时, 长期坚持, 立行立改. */
export function readWord(text: string, at: number): Draft | undefined {
  for (const word of WORDS.get(text.charAt(at)) ?? []) {
    if (!text.startsWith(word.text, at)) continue;
    const end = at + word.text.length;
    const next = text.charAt(end);
    if (next !== '' && word.notBefore.includes(next)) continue;
    if (at > 0 && word.notAfter.includes(text.charAt(at - 1))) continue;
    if (word.alone && !(START.test(text.slice(0, Math.min(at, 9))) && at < 9 && matchAt(END, text, end))) continue;
    return {
      kind: word.kind,
      range: { start: at, end },
      strength: word.strength,
      approximate: word.kind === 'vague',
    };
  }
  return undefined;
}
