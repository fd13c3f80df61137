import { equationText } from './word-equations.ts';
import { formatCount } from './word-numbers.ts';
import { attributeOf, isWord, wordElement, type XmlElement, type XmlNode } from './word-xml.ts';

/** A sign with another one in it, as Word writes enclosed characters: `EQ \o\ac(○,1)`. */
const enclosed =
  /^\s*eq\s*\\o\s*(?:\\a[clr]\s*)?\(\s*([○〇◯□△◇])\s*[,，;]\s*(?:\\s\s*\\(?:up|do)\s*\d*\s*\(\s*)?([^(),，;\\]{1,8}?)\s*\)+\s*$/i;
const equation = /^\s*eq\b\s*(.+)$/is;
/** What is shown of a button stands in its code: MACROBUTTON NoMacro 单击此处填写日期. */
const button = /^\s*(?:macrobutton|gotobutton)\s+\S+\s+(.+?)\s*$/is;

/** What a field without a result shows, which only Word works out. */
export interface FieldText {
  readonly text: string;
  /** Its layout is lost: the author is told. */
  readonly isFormula: boolean;
}

/** @param code of a field that has no result in the file; @returns undefined for one that shows nothing of its code */
export function fieldText(code: string): FieldText | undefined {
  const [, sign = '', words] = enclosed.exec(code) ?? [];
  if (words !== undefined) {
    const isCounted = /[○〇◯]/.test(sign) && /^\d{1,2}$/.test(words);
    return { text: isCounted ? formatCount(Number(words), 'decimalEnclosedCircle') : words, isFormula: false };
  }
  const formula = equation.exec(code)?.[1];
  if (formula !== undefined) return { text: equationText(formula), isFormula: true };
  const label = button.exec(code)?.[1];
  return label === undefined ? undefined : { text: label, isFormula: false };
}

interface OpenField {
  code: string;
  isResult: boolean;
  hasResult: boolean;
}

/**
 * Enclosed characters, formulas and buttons are fields that only Word shows; they become text, ① where there is a sign
 * for it.
 * @returns the formulas among them as they are written now
 */
export function writeOutFields(paragraph: XmlElement): readonly string[] {
  const open: OpenField[] = [];
  const formulas: string[] = [];
  visit(paragraph);
  return formulas;

  function visit(element: XmlElement): void {
    element.children = element.children.flatMap((child): XmlNode[] => {
      if (typeof child === 'string') return [child];
      const field = open.at(-1);
      const text = child.children.map((one) => (typeof one === 'string' ? one : '')).join('');
      if (field && child.local === 'instrText') field.code += text;
      else if (field?.isResult && child.local === 't' && text !== '') field.hasResult = true;
      if (child.local !== 'fldChar') {
        // Paragraphs within, as in a text box, are visited by themselves.
        if (!isWord(child, 'p')) visit(child);
        return [child];
      }
      const type = attributeOf(child, 'fldCharType');
      if (type === 'begin') open.push({ code: '', isResult: false, hasResult: false });
      if (type === 'separate' && field) field.isResult = true;
      if (type !== 'end') return [child];
      const ended = open.pop();
      const outer = open.at(-1);
      // A formula may hold others: what they show is a part of it.
      const shown = ended && !ended.hasResult ? fieldText(ended.code) : undefined;
      if (!shown || shown.text === '') return [child];
      if (outer && !outer.isResult) {
        outer.code += shown.text;
        return [child];
      }
      if (shown.isFormula) formulas.push(shown.text);
      return [child, wordElement(element, 't', [shown.text])];
    });
  }
}
