import { attributeOf, childOf, childrenOf, wordValue, type XmlElement } from './word-xml.ts';

/** Numbering that a paragraph or a style asks for. */
export interface NumberedBy {
  readonly list?: string;
  readonly level?: number;
}

interface Style {
  readonly name: string;
  readonly basedOn: string | undefined;
  readonly outline: number | undefined;
  readonly numbered: NumberedBy | undefined;
  readonly alignment: string | undefined;
}

/** What counts for a paragraph by its style and the styles that this one is based on. */
export interface ParagraphStyle {
  readonly name: string;
  /** From 1 on; undefined for text. */
  readonly depth: number | undefined;
  readonly isTitle: boolean;
  readonly numbered: NumberedBy | undefined;
  readonly centred: boolean;
}

/** Longest chain of styles; a circle ends there. */
const longestChain = 20;
const headingName = /^(?:heading|标题)\s*([1-9])$/i;
const titleName = /^(?:title|标题)$/i;
/** Outline level of running text. */
const bodyLevel = 9;

/** `w:numPr` of the properties of a paragraph. */
export function numberedBy(properties: XmlElement | undefined): NumberedBy | undefined {
  const numbers = childOf(properties, 'numPr');
  if (!numbers) return undefined;
  const list = wordValue(numbers, 'numId');
  const level = Number(wordValue(numbers, 'ilvl') ?? Number.NaN);
  return { ...(list === undefined ? {} : { list }), ...(Number.isInteger(level) ? { level } : {}) };
}

/** Outline level of the properties, from 1 on; 0 for running text, undefined where nothing is said. */
export function outlineOf(properties: XmlElement | undefined): number | undefined {
  const value = Number(wordValue(properties, 'outlineLvl') ?? Number.NaN);
  if (!Number.isInteger(value) || value < 0) return undefined;
  return value >= bodyLevel ? 0 : value + 1;
}

/** The paragraph styles of styles.xml. */
export class Styles {
  readonly #styles = new Map<string, Style>();
  #usual: string | undefined;

  constructor(root: XmlElement | undefined) {
    for (const element of childrenOf(root)) {
      if (element.local !== 'style') continue;
      const id = attributeOf(element, 'styleId');
      const type = attributeOf(element, 'type');
      if (id === undefined || (type !== 'paragraph' && type !== 'numbering')) continue;
      const properties = childOf(element, 'pPr');
      this.#styles.set(id, {
        name: wordValue(element, 'name') ?? '',
        basedOn: wordValue(element, 'basedOn'),
        outline: outlineOf(properties),
        numbered: numberedBy(properties),
        alignment: wordValue(properties, 'jc'),
      });
      if (type === 'paragraph' && /^(?:1|true|on)$/.test(attributeOf(element, 'default') ?? '')) this.#usual = id;
    }
  }

  /** The list that a numbering style (`w:numStyleLink`) stands for. */
  listOf(id: string): string | undefined {
    return this.#styles.get(id)?.numbered?.list;
  }

  of(id: string | undefined): ParagraphStyle {
    const chain: Style[] = [];
    let next = id ?? this.#usual;
    while (next !== undefined && chain.length < longestChain) {
      const style: Style | undefined = this.#styles.get(next);
      if (!style) break;
      chain.push(style);
      next = style.basedOn;
    }
    const name = chain[0]?.name ?? '';
    const outline = chain.find((style) => style.outline !== undefined)?.outline;
    const named = chain.map((style) => headingName.exec(style.name)?.[1]).find((digit) => digit !== undefined);
    const depth = outline ?? (named === undefined ? 0 : Number(named));
    const list = chain.find((style) => style.numbered?.list !== undefined)?.numbered?.list;
    const level = chain.find((style) => style.numbered?.level !== undefined)?.numbered?.level;
    const numbered = { ...(list === undefined ? {} : { list }), ...(level === undefined ? {} : { level }) };
    return {
      name,
      depth: depth > 0 ? depth : undefined,
      isTitle: titleName.test(name),
      numbered: list === undefined ? undefined : numbered,
      centred: chain.find((style) => style.alignment !== undefined)?.alignment === 'center',
    };
  }
}
