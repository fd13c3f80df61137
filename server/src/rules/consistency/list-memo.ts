import { lineMemo } from '../../plan/facts.ts';
import type { PlanDocument } from '../../plan/model.ts';

interface Known<T> {
  texts: readonly string[];
  found: T | undefined;
}

/**
 * Makes what `read` finds among some texts of a file be found once, for as long as they are the same: hardly a key stroke changes
 * the titles or the slogans of a file. It is kept with the facts of the first line, which live as long as the file is read.
 *
 * @param read must depend on nothing but the texts
 */
export function listMemo<T>(
  read: (texts: readonly string[]) => T,
): (document: PlanDocument, texts: readonly string[]) => T {
  const known = lineMemo((): Known<T> => ({ texts: [], found: undefined }));
  return (document, texts) => {
    const [line] = document.lines;
    if (!line) return read(texts);
    const entry = known(line.facts);
    if (entry.found === undefined || !areSame(entry.texts, texts)) {
      entry.found = read(texts);
      entry.texts = texts;
    }
    return entry.found;
  };
}

function areSame(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length) return false;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) return false;
  return true;
}
