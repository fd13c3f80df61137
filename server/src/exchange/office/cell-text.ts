/** The most that a cell of a spreadsheet holds. */
const longestCell = 32767;

/** Signs that XML has no place for become blanks; what is longer than a cell is cut. */
export function cellText(text: string): string {
  const clean = text.replace(/[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g, ' ');
  return clean.length > longestCell ? `${clean.slice(0, longestCell - 1)}…` : clean;
}
