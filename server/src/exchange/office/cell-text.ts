import { printable } from '../plain-words.ts';

/** The most that a cell of a spreadsheet holds. */
const longestCell = 32767;

/** Signs that XML has no place for become blanks; what is longer than a cell is cut. */
export function cellText(text: string): string {
  const clean = printable(text, ' ');
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean;
}
