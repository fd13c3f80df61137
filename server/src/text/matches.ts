/**
 * All matches of a pattern with the flag `g`, in order. `matchAll` makes a pattern and an iterator of its own for
 * every text, which costs more than the search in a line that has nothing of it.
 */
export function matchesOf(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  pattern.lastIndex = 0;
  let match = pattern.exec(text);
  if (!match) return NONE;
  const found: RegExpExecArray[] = [];
  for (; match; match = pattern.exec(text)) {
    found.push(match);
    // Behind both halves of a character: a pattern with the flag `u` would go back to its first one for ever.
    if (match[0] === '') pattern.lastIndex += (text.codePointAt(pattern.lastIndex) ?? 0) > 0xffff ? 2 : 1;
  }
  return found;
}

const NONE: readonly RegExpExecArray[] = [];
