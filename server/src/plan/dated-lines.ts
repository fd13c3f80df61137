import type { Dated, Line } from './model.ts';

/** The dated statements of each line that has some, in order. */
export function datedByLine(dates: readonly Dated[]): ReadonlyMap<Line, readonly Dated[]> {
  const found = new Map<Line, Dated[]>();
  for (const dated of dates) {
    const list = found.get(dated.line);
    if (list) list.push(dated);
    else found.set(dated.line, [dated]);
  }
  return found;
}
