const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;

/** Offset of the line end at or behind `from` (LF, CR or CRLF), or the length of the text. */
export function lineEnd(text: string, from: number): number {
  const length = text.length;
  for (let index = from; index < length; index++) {
    const code = text.charCodeAt(index);
    if (code === LINE_FEED || code === CARRIAGE_RETURN) return index;
  }
  return length;
}

/** Offset of the line behind the line end at `end`; the length of the text when there is none. */
export function lineBehind(text: string, end: number): number {
  if (end >= text.length) return text.length;
  return text.charCodeAt(end) === CARRIAGE_RETURN && text.charCodeAt(end + 1) === LINE_FEED ? end + 2 : end + 1;
}

/** Number of line ends in the text. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let end = lineEnd(text, 0); end < text.length; end = lineEnd(text, lineBehind(text, end))) count++;
  return count;
}

/** Offset of the first unit at or behind `from` that is neither space nor tab: the blanks of CommonMark. */
export function skipSpaces(text: string, from: number): number {
  let index = from;
  for (let code = text.charCodeAt(index); code === 0x20 || code === 0x09; code = text.charCodeAt(index)) index++;
  return index;
}

/** True at a line end and at the end of the text. */
export function isLineEnd(text: string, index: number): boolean {
  const code = text.charCodeAt(index);
  return code === LINE_FEED || code === CARRIAGE_RETURN || index >= text.length;
}
