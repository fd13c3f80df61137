/** A replacement of the text between two offsets (UTF-16 units). */
export interface Replacement {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

const opening = /^---[ \t]*(?:\r\n|\n|\r)/;
const closing = /^(?:---|\.\.\.)[ \t]*$/m;
const planLine = /^plan[ \t]*:([^\r\n]*)/m;

/**
 * The smallest edit after which the front matter says `plan: <value>`. Only the value of an existing
 * line is replaced, a comment behind it stays; without front matter one is put before the text.
 */
export function replacePlanKind(text: string, value: string): Replacement {
  const start = opening.exec(text)?.[0].length;
  const length = start === undefined ? -1 : text.slice(start).search(closing);
  if (start === undefined || length < 0) return { start: 0, end: 0, text: `---\nplan: ${value}\n---\n\n` };
  const line = planLine.exec(text.slice(start, start + length));
  if (!line) return { start, end: start, text: `plan: ${value}\n` };
  const after = line[1] ?? '';
  const lineEnd = start + line.index + line[0].length;
  const comment = after.search(/[ \t]#/);
  const end = comment < 0 ? lineEnd : lineEnd - after.length + comment;
  return { start: lineEnd - after.length, end, text: ` ${value}` };
}
