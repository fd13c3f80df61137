import { formatCount } from './word-numbers.ts';
import { attributeOf, childrenOf, wordElement, type XmlElement, type XmlNode } from './word-xml.ts';

/** A sign with another one in it, as Word writes enclosed characters: `EQ \o\ac(○,1)`. */
const enclosed =
  /^\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*([○〇◯□△◇])\s*[,，;]\s*(?:\\s\s*\\(?:up|do)\s*\d*\s*\(\s*)?([^(),，;\\]{1,8}?)\s*\)+\s*$/i;

/** Enclosed characters are fields that only Word shows; they become text, ① where there is a sign for it. */
export function writeOutFields(paragraph: XmlElement): void {
  const open: { code: string; hasResult: boolean }[] = [];
  for (const run of childrenOf(paragraph)) {
    if (run.local !== 'r') continue;
    run.children = run.children.flatMap((child): XmlNode[] => {
      if (typeof child === 'string') return [child];
      const field = open.at(-1);
      const text = child.children.map((one) => (typeof one === 'string' ? one : '')).join('');
      if (field && child.local === 'instrText') field.code += text;
      else if (field && child.local === 't' && text !== '') field.hasResult = true;
      if (child.local !== 'fldChar') return [child];
      const type = attributeOf(child, 'fldCharType');
      if (type === 'begin') open.push({ code: '', hasResult: false });
      if (type !== 'end') return [child];
      const words = wordsOf(open.pop());
      return words === undefined ? [child] : [child, wordElement(run, 't', [words])];
    });
  }
}

function wordsOf(field: { readonly code: string; readonly hasResult: boolean } | undefined): string | undefined {
  const [, sign = '', words] = (field && !field.hasResult && enclosed.exec(field.code)) || [];
  if (words === undefined) return undefined;
  return /[○〇◯]/.test(sign) && /^\d{1,2}$/.test(words) ? formatCount(Number(words), 'decimalEnclosedCircle') : words;
}
