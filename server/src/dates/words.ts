import table from './words.yaml';

type WordKind = 'ongoing' | 'immediate' | 'strong' | 'adverb';

const lists = table as Readonly<Record<WordKind, readonly string[]>>;
const kindOf = new Map<string, WordKind>();
for (const kind of ['ongoing', 'immediate', 'strong', 'adverb'] as const) {
  for (const word of lists[kind]) kindOf.set(word, kind);
}
const byFirst = new Map<string, string[]>();
for (const word of [...kindOf.keys()].sort((a, b) => b.length - a.length)) {
  const list = byFirst.get(word.charAt(0)) ?? [];
  list.push(word);
  byFirst.set(word.charAt(0), list);
}

/** The signs that such a word can begin with. */
export const WORD_SIGNS: readonly string[] = [...byFirst.keys()];

/** The longest word without days (适时, 长期坚持, 立行立改) at the index. */
export function timeWordAt(text: string, at: number): { readonly word: string; readonly kind: WordKind } | undefined {
  const word = byFirst.get(text.charAt(at))?.find((candidate) => text.startsWith(candidate, at));
  const kind = word === undefined ? undefined : kindOf.get(word);
  return word && kind ? { word, kind } : undefined;
}
