import { lineBehind, lineEnd } from './lines.ts';

const OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const CLOSING = /(?:^|[\r\n])---[ \t]*(?=[\r\n]|$)/;

/** Offset behind the line that closes the front matter; 0 for a text without front matter. */
export function frontMatterEnd(text: string): number {
  const opening = OPENING.exec(text)?.[0].length;
  if (opening === undefined) return 0;
  const closing = CLOSING.exec(text.slice(opening));
  return closing ? lineBehind(text, lineEnd(text, opening + closing.index + closing[0].length)) : 0;
}
