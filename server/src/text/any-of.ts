/** Alternation of words for a pattern, the longer ones first; the words hold no pattern characters. */
export function anyOf(list: readonly string[]): string {
  return [...list].sort((a, b) => b.length - a.length).join('|');
}
