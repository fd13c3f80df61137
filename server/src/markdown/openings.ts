import { lineBehind, lineEnd, skipSpaces } from './lines.ts';

/** Without one of these, neither a fence nor an HTML block can start. */
const OPENING = /```|~~~|</;

/** True when a text may hold a fence or an HTML block. */
export function mayHoldOpaque(text: string): boolean {
  return OPENING.test(text);
}

const HTML_ENDS: readonly (readonly [opening: RegExp, closing: string])[] = [
  [/^<!--/, '-->'],
  [/^<\?/, '?>'],
  [/^<!\[CDATA\[/, ']]>'],
  [/^<![a-z]/i, '>'],
];
const RAW_TAG = /^<(?:script|pre|style|textarea)/i;
const RAW_END = /<\/(?:script|pre|style|textarea)>/gi;
const BLANK_LINE = /[\r\n][ \t]*(?=[\r\n]|$)/g;

/**
 * Offset of the line behind the one at or behind `from` that seems to close the fence or the HTML
 * block opened at `opener`; the length of the text when no line does. It is only where to try next:
 * whether the block is closed there, micromark says.
 */
export function behindClosing(text: string, opener: number, from: number): number {
  const fence = /^(?:`{3,}|~{3,})/.exec(text.slice(opener, lineEnd(text, opener)))?.[0];
  const at = fence ? closingFence(text, fence, from) : closingHtml(text, opener, from);
  return at < 0 ? text.length : lineBehind(text, lineEnd(text, at));
}

function closingFence(text: string, fence: string, from: number): number {
  for (let line = from; line < text.length; line = lineBehind(text, lineEnd(text, line))) {
    if (text.startsWith(fence, skipSpaces(text, line))) return line;
  }
  return -1;
}

function closingHtml(text: string, opener: number, from: number): number {
  const head = text.slice(opener, opener + 10);
  for (const [opening, closing] of HTML_ENDS) if (opening.test(head)) return text.indexOf(closing, from);
  const end = RAW_TAG.test(head) ? RAW_END : BLANK_LINE;
  end.lastIndex = from;
  return end.exec(text)?.index ?? -1;
}
