import { isLineEnd, lineBehind, lineEnd, skipSpaces } from './lines.ts';
import { isHeadingMarker, isListMarker, mayOpenContainer } from './markers.ts';

const FRONT_MATTER_OPENING = /^\uFEFF?---[ \t]*(?:\r\n|\r|\n)/;
const FRONT_MATTER_CLOSING = /^---[ \t]*$/m;

/**
 * Offset of the next line that starts a top-level block whatever that block is, if no fence and no
 * HTML block is open there; the length of the text when there is none. A cut there leaves both
 * sides as they are, because
 *
 * - an ATX heading at column 0 closes every paragraph, table, quotation, list and footnote;
 * - behind a blank line, a line that starts at column 0 with anything but a list marker closes
 *   every list, quotation and footnote, and paragraphs and tables are closed already;
 * - behind a blank line, an indented line or a list marker starts a new block as long as no list
 *   and no footnote can have been opened since the last cut.
 *
 * Indented code, which could tie an indented line to the one before, is off.
 *
 * @param start offset of a cut, or 0.
 * @param notBefore only lines that start at or behind this offset count.
 */
export function nextCut(text: string, start: number, notBefore: number): number {
  let behindBlankLine = false;
  let containers = false;
  for (let line = start; line < text.length; ) {
    const first = skipSpaces(text, line);
    if (isLineEnd(text, first)) behindBlankLine = true;
    else {
      if (line > start && line >= notBefore && startsBlock(text, line, first, behindBlankLine, containers)) return line;
      behindBlankLine = false;
      containers ||= mayOpenContainer(text, first);
    }
    line = lineBehind(text, lineEnd(text, first));
  }
  return text.length;
}

function startsBlock(
  text: string,
  line: number,
  first: number,
  behindBlankLine: boolean,
  containers: boolean,
): boolean {
  if (line === first && isHeadingMarker(text, first)) return true;
  if (!behindBlankLine) return false;
  // At the head of a part, these two would mean what they mean at the head of a document.
  if (text[line] === '\uFEFF' || text.startsWith('---', line)) return false;
  return !containers || (line === first && !isListMarker(text, first));
}

/** Offset behind the line that closes the front matter; 0 for a text without front matter. */
export function frontMatterEnd(text: string): number {
  const opening = FRONT_MATTER_OPENING.exec(text);
  if (!opening) return 0;
  const from = opening[0].length;
  FRONT_MATTER_CLOSING.lastIndex = 0;
  const closing = FRONT_MATTER_CLOSING.exec(text.slice(from));
  return closing ? lineBehind(text, lineEnd(text, from + closing.index)) : 0;
}
