import type { Range } from './range.ts';

const HINT = /@|:\/\/|www\./i;
const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/**
 * Web and mail addresses in a line. An address ends before the first Chinese character or
 * full-width mark: GFM would take `。后续工作` for a piece of the link before it, no reader does.
 */
export function findAddresses(text: string): Range[] {
  if (!HINT.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), (match) => ({ start: match.index, end: match.index + match[0].length }));
}
