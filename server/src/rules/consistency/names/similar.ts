/** Texts that share a bucket with more than this many others are formulas, not slips of one another. */
const LARGEST_BUCKET = 40;
const KEY = 4;
const NONE: readonly (readonly [string, string])[] = [];
const NOBODY: readonly string[] = [];

/**
 * The pairs among some texts that begin alike or end alike, and could therefore differ in one place
 * only. Near-linear: texts meet in buckets by their first and last characters.
 * @param texts all different
 * @returns pairs in the order of the list; each pair once
 */
export function likelyPairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  if (texts.length < 2) return NONE;
  const byHead = new Map<string, string[]>();
  const byTail = new Map<string, string[]>();
  const pairs: (readonly [string, string])[] = [];
  for (const text of texts) {
    if (text.length <= KEY) continue;
    const head = text.slice(0, KEY);
    const tail = text.slice(-KEY);
    const alike = byHead.get(head);
    for (const other of alike ?? NOBODY) pairs.push([other, text]);
    for (const other of byTail.get(tail) ?? NOBODY) if (!alike?.includes(other)) pairs.push([other, text]);
    add(byHead, head, text);
    add(byTail, tail, text);
  }
  return pairs;
}

function add(buckets: Map<string, string[]>, key: string, text: string): void {
  const bucket = buckets.get(key);
  if (!bucket) buckets.set(key, [text]);
  else if (bucket.length < LARGEST_BUCKET) bucket.push(text);
}
