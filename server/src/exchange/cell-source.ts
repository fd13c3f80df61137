import { printable } from './plain-words.ts';

/**
 * Plain words as the source of a GFM table cell that reads the same: lines are divided by `<br>`, and signs that
 * Markdown or HTML would take for their own are escaped.
 */
export function cellMarkdown(text: string): string {
  return printable(text, ' ')
    .split(/\r\n?|\n/)
    .map((line) => (/[\\`*_[<&~]/.test(line) ? line.replace(/[\\`*_[\]<~&]/g, '\\$&') : line))
    .map((line) => line.replaceAll('|', '\\|').trim())
    .filter((line) => line !== '')
    .join('<br>');
}
