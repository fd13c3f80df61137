import type { NumberToken } from '../../numbering/token.ts';
import type { ListedNumber } from '../../plan/line/number-lists.ts';
import type { Line } from '../../plan/model.ts';
import type { Range } from '../../text/range.ts';
import type { Edit } from '../rule.ts';

/** `torn`: one bracket full-width, the other half-width. */
export type BracketWidth = 'full' | 'half' | 'torn';

/** The width of the pair of brackets around a number; undefined for numbers that have none. */
export function bracketWidth(token: NumberToken | undefined): BracketWidth | undefined {
  switch (token?.brackets) {
    case '（）':
      return 'full';
    case '()':
      return 'half';
    case '（)':
    case '(）':
      return 'torn';
    default:
      return undefined;
  }
}

export function isBracketed(token: NumberToken): boolean {
  return bracketWidth(token) !== undefined && (token.kind === 'hanBracket' || token.kind === 'arabicBracket');
}

/** The number with another mark, as it is otherwise. A dot in front of a digit gets a blank, or it would be a decimal point. */
export function withMark(token: NumberToken, line: Line, mark: string): string {
  const bare = token.raw.slice(0, token.raw.length - token.mark.length).trimEnd();
  const behind = line.text.charAt(token.range.start + token.raw.length);
  return bare + mark + (mark === '.' && /[0-9０-９]/.test(behind) ? ' ' : '');
}

/** The number in full-width brackets, without blanks inside them. */
export function standardBrackets(token: NumberToken): string {
  return token.raw
    .replace(/^[（(][ \u3000]*/, '（')
    .replace(/[ \u3000]*[）)]/, '）')
    .trim();
}

/** Source range of the number as written, without the blanks behind it. */
export function rangeOf({ token, line }: ListedNumber): Range {
  return line.at(token.range.start, token.range.start + token.raw.length);
}

/** The edit that writes a number as `text`; undefined when Markdown marks stand within it. */
export function editTo(number: ListedNumber, text: string): Edit | undefined {
  const range = rangeOf(number);
  return range.end - range.start === number.token.raw.length ? { range, text } : undefined;
}
