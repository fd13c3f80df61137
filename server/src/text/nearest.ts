/** Edits that a word may be away from the one that was meant. */
const farthest = 3;

/** The word that was probably meant: the nearest of those known, undefined when none is near. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const limit = Math.min(farthest, Math.floor(word.length / 2));
  let best: { readonly name: string; readonly away: number } | undefined;
  for (const name of known) {
    const away = distance(name, word);
    if (away <= limit && (!best || away < best.away)) best = { name, away };
  }
  return best?.name;
}

/** How many letters have to be put in, left out or changed; more than `farthest` is not counted out. */
function distance(a: string, b: string): number {
  if (Math.abs(a.length - b.length) > farthest) return farthest + 1;
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 0; i < a.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < b.length; j++) {
      const change = (row[j] ?? 0) + (a[i] === b[j] ? 0 : 1);
      next.push(Math.min(change, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
