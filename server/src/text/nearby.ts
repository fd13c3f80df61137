/**
 * The matches of a pattern, in order and without overlap, as `text.matchAll(pattern)` gives them: for patterns that begin
 * loosely and hold a rare sign. They are looked for around the signs alone, since trying them at every unit is slow.
 *
 * @param pattern global; each of its matches holds a match of `sign` that begins at most `reach` units behind its own start
 * @param sign global
 */
export function matchesNear(text: string, pattern: RegExp, sign: RegExp, reach: number): readonly RegExpExecArray[] {
  let found: RegExpExecArray[] | undefined;
  for (let from = 0; from < text.length; ) {
    sign.lastIndex = from;
    const next = sign.exec(text);
    if (!next) break;
    pattern.lastIndex = Math.max(from, next.index - reach);
    const match = pattern.exec(text);
    if (!match) break;
    found ??= [];
    found.push(match);
    from = pattern.lastIndex;
  }
  return found ?? NONE;
}

const NONE: readonly RegExpExecArray[] = [];
