import { readPlans } from '../../plan/read.ts';
import { cellMarkdown } from '../cell-source.ts';

/** Without one of these a line means itself. */
const mayBeMarkup = /[\\`*_[<&~|]|^[#>+=:-]|^\d{1,9}[.)]\s|[wW]{3}\.|:\/\//;
const signs = /[\\`*_[\]<~|&]/g;

/**
 * A line of plain text as Markdown that reads the same: signs are escaped only where they would mean anything.
 * @param text one line, without blanks around it
 */
export function escapeLine(text: string): string {
  if (!mayBeMarkup.test(text) || readsAs(text, text)) return text;
  const escaped = text
    .replace(signs, '\\$&')
    .replace(/^([#>+=:-])/, '\\$1')
    .replace(/^(\d{1,9})([.)])(?=\s)/, '$1\\$2');
  return escaped;
}

/** `1.` or `12)` at the head of an item, which Markdown takes for its mark where a blank follows. */
const listNumber = /^(\d{1,9}[.)])[ \t\u3000]*(?=\S)(?![\d.])/;

/**
 * The item of a list in Markdown, without what it is set in by.
 * @param text one line, with its number
 * @param isBullet it stands behind a bullet: a number in its text belongs to the text
 */
export function itemMarkdown(text: string, isBullet: boolean): string {
  const number = isBullet ? undefined : listNumber.exec(text);
  if (!number) return `- ${escapeLine(text)}`;
  return `${number[1]} ${escapeLine(text.slice(number[0].length))}`;
}

/** Whether Markdown has just this text in it, as one line. */
function readsAs(markdown: string, text: string): boolean {
  const { lines } = readPlans(markdown);
  const [first] = lines;
  if (lines.length !== 1 || first?.text !== text) return false;
  // `1986. ` begins a list of Markdown, but no list of ours.
  return first.place === 'paragraph' || (first.place === 'item' && first.facts.number !== undefined);
}

/** Rows of plain text as a GFM table; the first row is the header. Short rows are filled up. */
export function tableText(rows: readonly (readonly string[])[]): string {
  const width = Math.max(1, ...rows.map((row) => row.length));
  const line = (cells: readonly string[]) =>
    `| ${Array.from({ length: width }, (_, at) => cellMarkdown(cells[at] ?? '')).join(' | ')} |`;
  const [head = [], ...body] = rows;
  const rule = `|${' --- |'.repeat(width)}`;
  return [line(head), rule, ...body.map(line)].join('\n');
}
