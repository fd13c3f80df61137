/**
 * Radicals of dictionaries (⽬ U+2F6C) and compatibility forms that look like a character and are none: what is copied
 * out of a PDF is full of them. A reader sees 目, a search does not find it.
 */
const radical = /[\u2e80-\u2fd5\uf900-\ufad9]/;
const radicals = /[\u2e80-\u2fd5\uf900-\ufad9]/g;

/** Forms that Unicode's compatibility mapping (NFKC) leaves as they are; after its EquivalentUnifiedIdeograph.txt. */
const simplified = '⺠民⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻨麦⻩黄⻬齐⻮齿⻰龙';

/** What a reader takes such a form for: ⽬ is 目. One unit for one unit; whatever has no such form is given back. */
export function hanOf(form: string): string {
  const at = simplified.indexOf(form);
  const han = at >= 0 && at % 2 === 0 ? simplified.charAt(at + 1) : form.normalize('NFKC');
  return han.length === form.length ? han : form;
}

/** Where such forms stand in a text; those that no character is known for are left out. */
export function radicalsIn(text: string): readonly { readonly form: string; readonly index: number }[] {
  if (!radical.test(text)) return [];
  return [...text.matchAll(radicals)].flatMap(({ 0: form, index }) => (hanOf(form) === form ? [] : [{ form, index }]));
}

/** A text as it is read, unit for unit. */
export const withHan = (text: string): string => (radical.test(text) ? text.replace(radicals, hanOf) : text);
