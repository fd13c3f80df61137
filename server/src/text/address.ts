import type { Range } from './range.ts';

const HINT = /@|:\/\/|www\./i;
const ADDRESS = /(?:[a-z][a-z0-9+.-]{1,15}:\/\/|www\.)[\x21-\x7e]+|[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/gi;

/**
 * Web and mail addresses in a line. An address ends before the first Chinese character or
 * full-width mark: GFM would take `。后续工作` for a piece of the link before it, no reader does.
 * Half-width marks at its end, and the second half of brackets around it, belong to the sentence.
 */
export function findAddresses(text: string): Range[] {
  if (!HINT.test(text)) return [];
  return Array.from(text.matchAll(ADDRESS), ({ index, 0: raw }) => ({ start: index, end: index + lengthOf(raw) }));
}

/** Without the marks of the sentence around it: (www.example.cn), and www.example.cn, */
function lengthOf(raw: string): number {
  let open = 0;
  for (let at = 0; at < raw.length; at++) {
    const mark = raw.charAt(at);
    if (mark === '(') open++;
    else if (mark === ')' && --open < 0) return trimmed(raw, at);
  }
  return trimmed(raw, raw.length);
}

function trimmed(raw: string, length: number): number {
  let end = length;
  while (end > 0 && ',.;:!?\'"'.includes(raw.charAt(end - 1))) end--;
  return end;
}
