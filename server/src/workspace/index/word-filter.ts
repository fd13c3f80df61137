/**
 * A Bloom filter over the pairs of neighbouring characters of a text: one kilobyte that says for
 * certain that a name does not stand in it, so that a search reads only the files which may hold it.
 */

const bits = 8192;

/** The filter of a text, blanks and marks of Markdown left out, as base64. */
export function wordFilter(text: string): string {
  const bytes = new Uint8Array(bits / 8);
  let before = -1;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (isPassedOver(unit)) continue;
    if (before >= 0) {
      const bit = hashOf(before, unit);
      bytes[bit >> 3] = (bytes[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    before = unit;
  }
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** False when the text surely does not hold the words; a single character may stand anywhere. */
export function mayHold(filter: string, words: string): boolean {
  if (filter === '') return false;
  const binary = atob(filter);
  let before = -1;
  for (let at = 0; at < words.length; at++) {
    const unit = words.charCodeAt(at);
    if (isPassedOver(unit)) continue;
    if (before >= 0) {
      const bit = hashOf(before, unit);
      if ((binary.charCodeAt(bit >> 3) & (1 << (bit & 7))) === 0) return false;
    }
    before = unit;
  }
  return true;
}

/** Blanks, and the marks that may stand within a name: `*`, `_`, `` ` ``, `\`. */
function isPassedOver(unit: number): boolean {
  return unit <= 0x20 || unit === 0x3000 || unit === 0x2a || unit === 0x5f || unit === 0x60 || unit === 0x5c;
}

function hashOf(a: number, b: number): number {
  return ((Math.imul(a, 0x9e37_79b1) ^ Math.imul(b, 0x85eb_ca6b)) >>> 15) % bits;
}
