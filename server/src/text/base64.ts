const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** Value of a letter by its code; 64 for what is none. */
const values = Uint8Array.from({ length: 128 }, (_, code) => {
  const at = letters.indexOf(String.fromCharCode(code));
  return at < 0 ? 64 : at;
});

/** Base64 (RFC 4648) of the bytes, padded: how bytes travel in JSON. */
export function toBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const bits = (first << 16) | (second << 8) | third;
    const left = bytes.length - at;
    pieces.push(
      letters.charAt(bits >> 18),
      letters.charAt((bits >> 12) & 63),
      left > 1 ? letters.charAt((bits >> 6) & 63) : '=',
      left > 2 ? letters.charAt(bits & 63) : '=',
    );
  }
  return pieces.join('');
}

/** The bytes that stand in Base64; line breaks, and whatever else is no letter of it, are passed over. */
export function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const value = values[text.charCodeAt(at)] ?? 64;
    if (value > 63) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count++;
    if (count % 4 === 0) {
      bytes[length++] = bits >> 16;
      bytes[length++] = (bits >> 8) & 255;
      bytes[length++] = bits & 255;
    }
  }
  const rest = count % 4;
  if (rest === 2) bytes[length++] = (bits >> 4) & 255;
  if (rest === 3) {
    bytes[length++] = (bits >> 10) & 255;
    bytes[length++] = (bits >> 2) & 255;
  }
  return bytes.slice(0, length);
}
