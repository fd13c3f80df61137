const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

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
