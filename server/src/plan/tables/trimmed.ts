import type { Range } from '../../text/range.ts';

/** A stretch of a row without the white space around it: where the text of a cell stands, empty at its end if it has none. */
export function trimmed(text: string, from: number, to: number): Range {
  let start = from;
  let end = to;
  while (start < end && /\s/.test(text.charAt(start))) start++;
  while (end > start && /\s/.test(text.charAt(end - 1))) end--;
  return { start, end };
}
