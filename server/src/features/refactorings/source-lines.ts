import type { TableCell } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';

/** Where the source line begins that an offset stands on. */
export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where that line ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  if (end < 0) return text.length;
  return end > 0 && text.charCodeAt(end - 1) === 13 ? end - 1 : end;
}

/** True when only blanks and marks of a heading stand between the beginning of the line and the offset. */
export function beginsLine(text: string, offset: number): boolean {
  return /^[ \t\u3000]*(?:#{1,6}[ \t]+)?$/.test(text.slice(lineStart(text, offset), offset));
}

/** Line break of the file. */
export function newline(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** The range without blanks and line breaks at its end. */
export function withoutTail(text: string, { start, end }: Range): Range {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return { start, end: last };
}

/** Source of a cell of a Markdown table, without the bars and blanks around it; bars of its text without their slash. */
export function cellSource(text: string, cell: TableCell): string {
  const { start, end } = cellRange(text, cell);
  return text.slice(start, end).replaceAll('\\|', '|');
}

/** Where these words stand; the empty place behind the bar for a cell without any. */
export function cellRange(text: string, { range: { start, end } }: TableCell): Range {
  const source = text.slice(start, end);
  const lead = /^[ \t]*\|?[ \t]*/.exec(source)?.[0].length ?? 0;
  const tail = /[ \t]*(?:(?<!\\)\|)?[ \t]*$/.exec(source.slice(lead))?.[0].length ?? 0;
  return { start: start + lead, end: end - tail };
}

/** A stretch of the text with those of the edits that lie in it. */
export function withEdits(text: string, { start, end }: Range, edits: readonly Edit[]): string {
  let at = start;
  let out = '';
  for (const edit of edits.toSorted((a, b) => a.range.start - b.range.start)) {
    if (edit.range.start < at || edit.range.end > end) continue;
    out += text.slice(at, edit.range.start) + edit.text;
    at = edit.range.end;
  }
  return out + text.slice(at, end);
}
