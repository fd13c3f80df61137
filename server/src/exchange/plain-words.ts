/** Signs that XML, HTML and spreadsheets have no place for; a line break and a tab are none. */
const unprintable = /[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]/g;
/** Halves of surrogate pairs. */
const halves = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * The text without the signs that no file of an office can hold: a file with one of them is not opened.
 * @param instead what stands in the place of such a sign; half a character is always shown as one that is missing
 */
export function printable(text: string, instead: '' | ' ' | '\ufffd' = ''): string {
  return text.replace(unprintable, instead).replace(halves, '\ufffd');
}

/** The text, or its beginning and an ellipsis. @param most signs, a pair of surrogates being one */
export function cutTo(text: string, most: number): string {
  const signs = [...text];
  return signs.length > most ? `${signs.slice(0, most - 1).join('')}…` : text;
}
