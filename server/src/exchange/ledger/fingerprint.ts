import { canonical } from './day-cell.ts';

/** Signs of a fingerprint of a cell. */
export const fingerprintLength = 6;

/** What tells a cell that was changed from one that was not, without its words; two cells in a million share one. */
export function fingerprint(text: string): string {
  return mixed(canonical(text)).slice(-fingerprintLength);
}

/** A shorter one for the header above the cell. */
export function headerMark(header: string): string {
  return mixed(squeezed(header)).slice(-3);
}

/** Headers are the same whatever blanks they are widened with. */
export function squeezed(header: string): string {
  return header.normalize('NFC').replace(/[\s\u3000*]+/g, '');
}

/** FNV-1a over UTF-16 units, in base 36. */
function mixed(text: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-7);
}
