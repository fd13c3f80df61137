/** Signs that XML and spreadsheets have no place for; a line break and a tab are none. */
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/g;

/** The text with blanks in the place of signs that no file of an office can hold. */
export function printableText(text: string): string {
  return text.replace(unprintable, ' ');
}

/**
 * Plain words as the source of a GFM table cell that reads the same: lines are divided by `<br>`, and signs that
 * Markdown or HTML would take for their own are escaped.
 */
export function cellMarkdown(text: string): string {
  return printableText(text)
    .split(/\r\n?|\n/)
    .map((line) => (/[\\`*_[<&~]/.test(line) ? line.replace(/[\\`*_[\]<~&]/g, '\\$&') : line))
    .map((line) => line.replaceAll('|', '\\|').trim())
    .filter((line) => line !== '')
    .join('<br>');
}
