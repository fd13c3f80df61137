/** A problem that a fixture expects, with its place in the text without marks. */
export interface Expected {
  readonly rule: string;
  readonly start: number;
  readonly end: number;
}

export interface Marked {
  readonly text: string;
  readonly expected: readonly Expected[];
}

/**
 * Takes the marks out of a fixture: `⟦words⟧` is a problem of the fixture's own rule on exactly these
 * words, `⟦rule-id: words⟧` one of another rule. Marks may stand within one another.
 */
export function readMarks(source: string, ownRule: string): Marked {
  const expected: Expected[] = [];
  const open: { readonly rule: string; readonly start: number }[] = [];
  let text = '';
  let at = 0;
  for (const match of source.matchAll(/⟦(?:([a-z]+(?:-[a-z]+)*): )?|⟧/g)) {
    text += source.slice(at, match.index);
    at = match.index + match[0].length;
    if (match[0] !== '⟧') {
      open.push({ rule: match[1] ?? ownRule, start: text.length });
      continue;
    }
    const start = open.pop();
    if (!start) throw new Error(`⟧ without ⟦ behind “${text.slice(-20)}”`);
    expected.push({ ...start, end: text.length });
  }
  if (open.length > 0) throw new Error(`⟦ without ⟧ before “${text.slice(open[0]?.start).slice(0, 20)}”`);
  return { text: text + source.slice(at), expected: expected.sort(byPlace) };
}

/** Puts the marks in again, so that a failing test shows both texts side by side. */
export function writeMarks(text: string, problems: readonly Expected[], ownRule: string): string {
  const inserted = [...problems].flatMap(({ rule, start, end }) => [
    { at: start, order: -end, mark: rule === ownRule ? '⟦' : `⟦${rule}: ` },
    { at: end, order: Number.NEGATIVE_INFINITY, mark: '⟧' },
  ]);
  inserted.sort((a, b) => b.at - a.at || b.order - a.order);
  let marked = text;
  for (const { at, mark } of inserted) marked = marked.slice(0, at) + mark + marked.slice(at);
  return marked;
}

function byPlace(a: Expected, b: Expected): number {
  return a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : 1);
}
