import { officeMath } from './word-equations.ts';
import { fieldText, writeOutFields } from './word-fields.ts';
import { Numbers } from './word-numbers.ts';
import { numberedBy, outlineOf, Styles } from './word-styles.ts';
import {
  attributeOf,
  childOf,
  childrenOf,
  isWord,
  textBelow,
  visitBelow,
  wordElement,
  wordValue,
  type XmlElement,
  type XmlNode,
} from './word-xml.ts';

/** What is taken out of the document before it is converted, word by word. */
export interface LeftOut {
  readonly deleted: string[];
  readonly contents: string[];
  /** Formulas that became a line of text, as it stands there now. */
  readonly formulas: string[];
  pictures: number;
  drawings: number;
}

/** Deepest level of a list that is kept apart. */
const deepestItem = 5;
const deepestHeading = 6;

/**
 * Makes a document ready for conversion, in place: what Word only shows (numbers of lists, formulas) becomes text, what
 * a paragraph is by its style stands in the style's name (`FanganHeading2`, `FanganTitle`, `FanganCentred`,
 * `FanganBullet1`, `FanganItem1`), and what is not imported is taken out.
 */
export function prepareDocument(
  document: XmlElement,
  stylesPart: XmlElement | undefined,
  numberingPart: XmlElement | undefined,
): LeftOut {
  const left: LeftOut = { deleted: [], contents: [], formulas: [], pictures: 0, drawings: 0 };
  simplify(document, left);
  const styles = new Styles(stylesPart);
  const numbers = new Numbers(numberingPart, styles);
  visitBelow(document, (element) => {
    if (isWord(element, 'p')) {
      left.formulas.push(...writeOutFields(element));
      prepareParagraph(element, styles, numbers, left);
    }
    return true;
  });
  return left;
}

/** Replaces what the converter does not know, or knows in part only. */
function simplify(element: XmlElement, left: LeftOut): void {
  element.children = element.children.flatMap((child): XmlNode[] => {
    if (typeof child === 'string') return [child];
    switch (child.local) {
      case 'AlternateContent': {
        // Two pictures of one thing: a shape with text, once in the new language of drawings and once in the old.
        const chosen = [childOf(child, 'Fallback'), ...childrenOf(child)].find(
          (one) => one && (hasTextBox(one) || one.local === 'Fallback'),
        );
        return simplified(childOf(child, 'Choice') && !hasText(chosen) ? childOf(child, 'Choice') : chosen, left);
      }
      case 'drawing':
      case 'pict':
      case 'object':
        return textBoxes(child, left);
      case 'del':
      case 'moveFrom':
        if (isWord(child, child.local) && !isMark(element)) {
          if (child.local === 'del') leaveOut(child, left);
          return [];
        }
        return [child];
      case 'tr': {
        const properties = childOf(child, 'trPr');
        if (childOf(properties, 'del')) {
          leaveOut(child, left);
          return [];
        }
        simplify(child, left);
        indentRow(child, Number(wordValue(properties, 'gridBefore') ?? 0));
        return [child];
      }
      case 'ins':
      case 'moveTo':
      case 'fldSimple':
        if (textBelow(child) === '') return simpleField(child, left);
        return simplified(child, left);
      case 'dir':
      case 'bdo':
        return isWord(child, child.local) && !isMark(element) ? simplified(child, left) : [child];
      case 'footnoteReference':
      case 'endnoteReference':
      case 'commentReference':
        return [];
      case 'ruby':
        return simplified(childOf(child, 'rubyBase'), left);
      case 'oMath':
      case 'oMathPara': {
        const run = wordElement(documentElementOf(element), 'r', []);
        const { text, plain } = officeMath(child);
        if (!plain) left.formulas.push(text);
        run.children.push({
          ...wordElement(run, 't', [text]),
          attributes: new Map([['xml:space', 'preserve']]),
        });
        return element.local === 'r' ? run.children : [run];
      }
      default:
        simplify(child, left);
        return [child];
    }
  });
}

/** A field without a result, in one element: what Word shows of it. */
function simpleField(field: XmlElement, left: LeftOut): XmlNode[] {
  const shown = fieldText(attributeOf(field, 'instr') ?? '');
  if (!shown || shown.text === '') return simplified(field, left);
  if (shown.isFormula) left.formulas.push(shown.text);
  return [wordElement(field, 'r', [wordElement(field, 't', [shown.text])])];
}

/** Words deleted in a tracked change. */
function leaveOut(element: XmlElement, left: LeftOut): void {
  const text = textBelow(element, new Set(['t', 'delText']));
  // A mark alone is no word that anyone misses.
  if (/[\p{L}\p{N}]/u.test(text)) left.deleted.push(text);
}

/** A row that begins some columns further on: the converter does not know, an empty cell stands there instead. */
function indentRow(row: XmlElement, columns: number): void {
  if (!(columns > 0 && columns < 64)) return;
  const span = wordElement(row, 'tcPr', [wordElement(row, 'gridSpan', [], String(columns))]);
  const at = row.children.findIndex((child) => typeof child === 'object' && /^(?:tc|sdt)$/.test(child.local));
  if (at >= 0) row.children.splice(at, 0, wordElement(row, 'tc', [span, wordElement(row, 'p', [])]));
}

/** `w:ins` and `w:del` in properties only say that the mark of the paragraph or row was inserted or deleted. */
function isMark(parent: XmlElement): boolean {
  return parent.local === 'rPr' || parent.local === 'trPr' || parent.local === 'pPr';
}

function simplified(element: XmlElement | undefined, left: LeftOut): XmlNode[] {
  if (!element) return [];
  simplify(element, left);
  return element.children;
}

/** Something with the prefix of WordprocessingML: the nearest element of it. */
function documentElementOf(element: XmlElement): XmlElement {
  return element.name.startsWith('m:') ? { ...element, name: 'w:p', uri: wordUri } : element;
}

const wordUri = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';

function hasTextBox(element: XmlElement): boolean {
  let found = false;
  visitBelow(element, (child) => {
    found ||= child.local === 'txbxContent';
    return !found;
  });
  return found;
}

function hasText(element: XmlElement | undefined): boolean {
  return element !== undefined && (hasTextBox(element) || textBelow(element) !== '');
}

/** A drawing is replaced by the text of the boxes in it; pictures and charts are counted. */
function textBoxes(drawing: XmlElement, left: LeftOut): XmlNode[] {
  const boxes: XmlElement[] = [];
  let pictures = 0;
  let others = 0;
  visitBelow(drawing, (child) => {
    if (child.local === 'txbxContent') {
      boxes.push(child);
      return false;
    }
    if (child.local === 'blip' || child.local === 'imagedata') pictures++;
    if (child.local === 'graphicData' && /diagram|chart/.test(child.attributes.get('uri') ?? '')) others++;
    return true;
  });
  left.pictures += pictures;
  left.drawings += others;
  for (const box of boxes) simplify(box, left);
  return boxes;
}

function prepareParagraph(paragraph: XmlElement, styles: Styles, numbers: Numbers, left: LeftOut): void {
  const properties = childOf(paragraph, 'pPr');
  const id = wordValue(properties, 'pStyle');
  const style = styles.of(id);
  const number = numbers.next(id, numberedBy(properties));
  const text = textBelow(paragraph);
  if (/^(?:toc|目录)\s*\d/i.test(style.name) || /^toc heading$/i.test(style.name)) {
    if (text !== '') left.contents.push(text);
    paragraph.children = properties ? [wordElement(paragraph, 'pPr', [])] : [];
    return;
  }
  const own = outlineOf(properties);
  const depth = own === undefined ? style.depth : own > 0 ? own : undefined;
  const alignment = wordValue(properties, 'jc');
  const isCentred = alignment === undefined ? style.centred : alignment === 'center';
  const name = style.isTitle
    ? 'FanganTitle'
    : depth !== undefined
      ? `FanganHeading${Math.min(depth, deepestHeading)}`
      : number
        ? `Fangan${number.kind === 'bullet' ? 'Bullet' : 'Item'}${Math.min(number.depth, deepestItem)}`
        : isCentred
          ? 'FanganCentred'
          : undefined;
  const rest = paragraph.children.filter((child) => child !== properties);
  const run = number && number.text !== '' && text !== '' ? [numberRun(paragraph, number.text)] : [];
  const kept = wordElement(paragraph, 'pPr', [
    ...(name === undefined ? [] : [wordElement(paragraph, 'pStyle', [], name)]),
    // A deleted mark joins the paragraph with the next one.
    ...deletedMark(paragraph, properties),
  ]);
  paragraph.children = [kept, ...run, ...rest];
}

function deletedMark(paragraph: XmlElement, properties: XmlElement | undefined): XmlElement[] {
  const mark = childOf(childOf(properties, 'rPr'), 'del');
  return mark ? [wordElement(paragraph, 'rPr', [mark])] : [];
}

function numberRun(paragraph: XmlElement, text: string): XmlElement {
  const words = wordElement(paragraph, 't', [text]);
  words.attributes.set('xml:space', 'preserve');
  return wordElement(paragraph, 'r', [words]);
}

/** Texts of notes or comments, without the marks in front of them that only divide pages. */
export function notesOf(part: XmlElement | undefined, local: string): readonly string[] {
  return childrenOf(part)
    .filter((note) => note.local === local && !/separator/i.test(attributeOf(note, 'type') ?? ''))
    .map((note) => textBelow(note))
    .filter((text) => text !== '');
}
