import { isLineEnd, lineBehind, lineEnd, skipSpaces } from './lines.ts';
import { isHeadingMarker, mayOpenContainer } from './markers.ts';

/**
 * Offset of the next line that starts a top-level block whatever that block is, if no fence and no
 * HTML block is open there; the length of the text when there is none. A cut there leaves both
 * sides as they are, because
 *
 * - an ATX heading at column 0 closes every paragraph, table, quotation, list and footnote;
 * - behind a blank line, a line that starts at column 0 and opens no container closes every list,
 *   quotation and footnote, and paragraphs and tables are closed already;
 * - behind a blank line, an indented line or one that opens a container starts a new block as long
 *   as no list and no footnote can have been opened since the last cut.
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
    // A byte order mark at the head of the text is nothing to Markdown.
    const first = skipSpaces(text, line === 0 && text.startsWith('\uFEFF') ? 1 : line);
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
  // A fence that is open in a list ends a line earlier before other blocks than before a container.
  return !containers || (line === first && text[first] !== '>' && !mayOpenContainer(text, first));
}
