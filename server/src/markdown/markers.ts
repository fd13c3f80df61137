import { isFigure } from '../text/figures.ts';
import { isLineEnd, skipSpaces } from './lines.ts';

/** More digits than nine are no list number to CommonMark. */
const MOST_DIGITS = 9;

/** True where a bullet or a number with its mark stands, followed by a blank or the line end. */
export function isListMarker(text: string, index: number): boolean {
  const first = text[index];
  let behind = index + 1;
  if (first !== '-' && first !== '+' && first !== '*') {
    behind = index;
    while (behind - index <= MOST_DIGITS && isFigure(text.charCodeAt(behind))) behind++;
    const digits = behind - index;
    if (digits === 0 || digits > MOST_DIGITS) return false;
    if (text[behind] !== '.' && text[behind] !== ')') return false;
    behind++;
  }
  return isSpaceOrEnd(text, behind);
}

/** True where an ATX heading starts: one to six number signs and a blank or the line end. */
export function isHeadingMarker(text: string, index: number): boolean {
  let behind = index;
  while (text[behind] === '#') behind++;
  const depth = behind - index;
  return depth >= 1 && depth <= 6 && isSpaceOrEnd(text, behind);
}

/**
 * True when the line, whose first unit behind its blanks is at `index`, may open a list item or a
 * footnote: the containers that a blank line does not close.
 */
export function mayOpenContainer(text: string, index: number): boolean {
  let start = index;
  while (text[start] === '>') start = skipSpaces(text, start + 1);
  return isListMarker(text, start) || (text[start] === '[' && text[start + 1] === '^');
}

function isSpaceOrEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === 0x20 || code === 0x09 || isLineEnd(text, index);
}
