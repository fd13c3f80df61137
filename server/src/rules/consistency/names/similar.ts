/** Texts that share a bucket with more than this many others are formulas, not slips of one another. */
const LARGEST_BUCKET = 40;
const KEY = 4;

/**
 * The pairs among some texts that begin alike or end alike, and could therefore differ in one place
 * only. Near-linear: texts meet in buckets by their first and last characters.
 * @param texts all different
 * @returns pairs in the order of the list; each pair once
 */
export function likelyPairs(texts: readonly string[]): readonly (readonly [string, string])[] {
  const buckets = new Map<string, string[]>();
  const pairs: (readonly [string, string])[] = [];
  for (const text of texts) {
    if (text.length <= KEY) continue;
    const met = new Set<string>();
    for (const key of [`^${text.slice(0, KEY)}`, `${text.slice(-KEY)}$`]) {
      const bucket = buckets.get(key);
      if (!bucket) {
        buckets.set(key, [text]);
        continue;
      }
      for (const other of bucket) {
        if (met.has(other)) continue;
        met.add(other);
        pairs.push([other, text]);
      }
      if (bucket.length < LARGEST_BUCKET) bucket.push(text);
    }
  }
  return pairs;
}
