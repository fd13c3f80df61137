import { decodeCharacterReference } from '../../markdown/character-reference.ts';

/** Signs without width, and halves of what a word processor leaves behind. */
const invisible = /[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufffc\ufffe\uffff]/g;
const control = /[\0-\x08\x0e-\x1f\x7f]/g;
const entity = /&(?:[a-zA-Z][a-zA-Z0-9]{1,30}|#\d{1,7}|#[xX][0-9a-fA-F]{1,6});/g;
const lineTag = /<\/?(?:br|p|div|li|tr)\b[^<>\n]{0,200}>/gi;
const otherTag = /<\/?(?:span|font|strong|em|b|i|u|a|o:p|st1:[a-z]+|td|th|table|tbody|ul|ol|img)\b[^<>\n]{0,300}>/gi;

/** One kind of line end, no signs that nobody sees; form feeds and vertical tabs divide lines. */
export function plainText(text: string): string {
  return text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f]/g, ' ')
    .replace(/^[ \t\u3000]*[\ue000-\uf8ff]+/gm, '')
    .replace(invisible, '')
    .replace(control, '');
}

/** What copying out of a page's source leaves: `&nbsp;`, `&ldquo;`, `<br>`, `<p>`; `removed` are tags that say anything. */
export function withoutHtml(text: string): { readonly text: string; readonly removed: readonly string[] } {
  let plain = text;
  const removed: string[] = [];
  const remove = (by: string) => (tag: string) => {
    if (/[\p{Script=Han}\p{Nd}]/u.test(tag)) removed.push(tag);
    return by;
  };
  if (/<[/a-zA-Z]/.test(plain)) plain = plain.replace(lineTag, remove('\n')).replace(otherTag, remove(''));
  if (plain.includes('&')) plain = plain.replace(entity, (written) => decodeCharacterReference(written));
  return { text: plainText(plain), removed };
}

/** Blanks at both ends and runs of blanks within, tabs among them; line feeds stay. */
export function tidy(text: string): string {
  return text
    .replace(/[ \t\u3000]*\n[ \t\u3000]*/g, '\n')
    .replace(/\t+/g, ' ')
    .replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
}

/** Two pieces of one line: words of letters keep a blank between them. */
export function joined(first: string, second: string): string {
  return /[\w,.;:)]$/.test(first) && /^[\w(]/.test(second) ? `${first} ${second}` : first + second;
}
