import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** Words between quotation marks, or a saying of the form 边学边查边改. */
export interface Quotation {
  /** Without the marks. */
  readonly range: Range;
  readonly words: string;
}

const quotation = /[“"「]([^“”"「」\n]{2,80})[”"」]/g;

/** The quotations of a text with some Han characters in them, in order of position; within one another only the inner one. */
export function findQuotations(text: string): readonly Quotation[] {
  let found: Quotation[] | undefined;
  for (const match of text.includes('边') ? matchesOf(text, paired) : noMatch) {
    found ??= [];
    found.push({ words: match[0], range: { start: match.index, end: match.index + match[0].length } });
  }
  for (const match of matchesOf(text, quotation)) {
    const words = match[1] ?? '';
    if (!/\p{Script=Han}{2}/u.test(words)) continue;
    const start = match.index + 1;
    found ??= [];
    found.push({ words, range: { start, end: start + words.length } });
  }
  return found ?? none;
}

const paired = /边\p{Script=Han}(?:、?边\p{Script=Han}){2,4}/gu;

const none: readonly Quotation[] = [];
const noMatch: readonly RegExpExecArray[] = [];
