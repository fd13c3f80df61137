/**
 * White space within a line, as an author sees it: space, tab, no-break space, full-width space and
 * the other spaces of Unicode, which word processors leave at the head of a line. Never a line end
 * of Markdown (LF, CR).
 */
export function isBlank(code: number): boolean {
  if (code < 0xa0) return code === 0x20 || code === 0x09 || code === 0x0b || code === 0x0c;
  return (
    code === 0xa0 ||
    code === 0x3000 ||
    (code >= 0x2000 && code <= 0x200b) ||
    code === 0x2028 ||
    code === 0x2029 ||
    code === 0x1680 ||
    code === 0x202f ||
    code === 0x205f ||
    code === 0xfeff
  );
}

/** Index of the first unit at or behind `from` that is no blank, at most `end`. */
export function skipBlanks(text: string, from: number, end: number): number {
  let index = from;
  while (index < end && isBlank(text.charCodeAt(index))) index++;
  return index;
}

/** Index behind the last unit before `end` that is no blank, at least `from`. */
export function trimBlanksEnd(text: string, from: number, end: number): number {
  let index = end;
  while (index > from && isBlank(text.charCodeAt(index - 1))) index--;
  return index;
}

/** What `\s` stands for, line ends included. */
export const WHITE =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';
