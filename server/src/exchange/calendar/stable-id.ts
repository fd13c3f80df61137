/**
 * A number made of a text, always the same for the same text, as 26 signs of hexadecimal: enough that two
 * events of an office do not meet. Two 53-bit mixes of the text's units (cyrb53); no secret is kept by it.
 */
export function stableId(text: string): string {
  return `${mixed(text, 0)}${mixed(text, 1)}`.slice(0, 26);
}

function mixed(text: string, seed: number): string {
  let high = 0xdeadbeef ^ seed;
  let low = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    high = Math.imul(high ^ unit, 2654435761);
    low = Math.imul(low ^ unit, 1597334677);
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  const number = 4294967296 * (2097151 & low) + (high >>> 0);
  return number.toString(16).padStart(14, '0');
}
