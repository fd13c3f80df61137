import type { NumberedBy, Styles } from './word-styles.ts';
import { attributeOf, childOf, childrenOf, wordValue, type XmlElement } from './word-xml.ts';

interface Level {
  readonly start: number;
  readonly format: string;
  /** `%1、`, `（%2）`, `%1.%2` */
  readonly text: string;
  /** What stands behind the number: tab, space, nothing. */
  readonly suffix: string;
  /** All numbers in Arabic figures (`w:isLgl`). */
  readonly legal: boolean;
  /** Level that starts this one again; 0 for none. */
  readonly restart: number | undefined;
  /** The style that stands for this level. */
  readonly style: string | undefined;
}

type Levels = readonly (Level | undefined)[];

interface List {
  /** Lists with the same definition count on from one another. */
  readonly definition: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
}

/** The number of a paragraph: text (empty where the list only sets it in), or a bullet. */
export interface ParagraphNumber {
  readonly kind: 'number' | 'bullet';
  readonly text: string;
  /** Level of the list, from 1 on. */
  readonly depth: number;
}

const mostLevels = 9;

/**
 * Numbers that Word makes while it shows a document: 一、（一）1. of numbering.xml. They stand nowhere in the text, so
 * they are counted as Word counts them and handed out paragraph by paragraph, in order.
 */
export class Numbers {
  readonly #lists = new Map<string, List>();
  readonly #counts = new Map<string, number[]>();
  readonly #begun = new Set<string>();
  readonly #styles: Styles;

  constructor(numbering: XmlElement | undefined, styles: Styles) {
    this.#styles = styles;
    const root = childrenOf(numbering);
    const definitions = new Map<string, { readonly levels: Levels; readonly link: string | undefined }>();
    for (const element of root) {
      if (element.local !== 'abstractNum') continue;
      const id = attributeOf(element, 'abstractNumId');
      if (id !== undefined)
        definitions.set(id, { levels: levelsOf(element), link: wordValue(element, 'numStyleLink') });
    }
    const nums = root.filter((element) => element.local === 'num');
    const definitionOf = new Map(
      nums.map((num) => [attributeOf(num, 'numId') ?? '', wordValue(num, 'abstractNumId') ?? '']),
    );
    for (const num of nums) {
      const id = attributeOf(num, 'numId');
      let definition = wordValue(num, 'abstractNumId') ?? '';
      const link = definitions.get(definition)?.link;
      const linked = link === undefined ? undefined : styles.listOf(link);
      if (linked !== undefined) definition = definitionOf.get(linked) ?? definition;
      const own = definitions.get(definition)?.levels ?? [];
      if (id !== undefined) this.#lists.set(id, { definition, ...overridden(num, own) });
    }
  }

  /**
   * The number of the next paragraph.
   * @param style id of its style
   * @param own what the paragraph itself asks for
   */
  next(style: string | undefined, own: NumberedBy | undefined): ParagraphNumber | undefined {
    const byStyle = this.#styles.of(style).numbered;
    const id = own?.list ?? byStyle?.list;
    const list = id === undefined || id === '0' ? undefined : this.#lists.get(id);
    if (id === undefined || !list) return undefined;
    const styled = style === undefined ? -1 : list.levels.findIndex((level) => level?.style === style);
    const at = own?.level ?? (styled >= 0 ? styled : (byStyle?.level ?? 0));
    const level = list.levels[at];
    if (!level || at >= mostLevels) return undefined;
    const counts = this.#countsOf(id, list);
    this.#count(counts, list, at);
    const depth = at + 1;
    if (level.format === 'bullet') return { kind: 'bullet', text: '', depth };
    if (level.format === 'none' && !/[^%\d\s]/.test(level.text)) return { kind: 'number', text: '', depth };
    return { kind: 'number', text: numberText(level, list.levels, counts), depth };
  }

  #countsOf(id: string, list: List): number[] {
    let counts = this.#counts.get(list.definition);
    if (!counts) {
      counts = [];
      this.#counts.set(list.definition, counts);
    }
    if (!this.#begun.has(id)) {
      this.#begun.add(id);
      // A list that says where it starts begins anew; any other goes on with its definition.
      for (const [at, start] of list.starts) {
        counts.length = Math.min(counts.length, at);
        counts[at] = start - 1;
      }
    }
    return counts;
  }

  #count(counts: number[], list: List, at: number): void {
    for (let upper = 0; upper < at; upper++) counts[upper] ??= list.levels[upper]?.start ?? 1;
    counts[at] = (counts[at] ?? (list.starts.get(at) ?? list.levels[at]?.start ?? 1) - 1) + 1;
    for (let lower = at + 1; lower < counts.length; lower++) {
      const restart = list.levels[lower]?.restart;
      // 0 says never; a level says that only levels from that one upwards start it again.
      if (restart === 0 || (restart !== undefined && at >= restart)) continue;
      delete counts[lower];
    }
  }
}

function levelsOf(definition: XmlElement): Levels {
  const levels: (Level | undefined)[] = [];
  for (const element of childrenOf(definition)) {
    if (element.local !== 'lvl') continue;
    const at = Number(attributeOf(element, 'ilvl'));
    if (at >= 0 && at < mostLevels) levels[at] = levelOf(element);
  }
  return levels;
}

function levelOf(element: XmlElement): Level {
  const restart = Number(wordValue(element, 'lvlRestart') ?? Number.NaN);
  const legal = childOf(element, 'isLgl');
  return {
    start: Number(wordValue(element, 'start') ?? 1) || (wordValue(element, 'start') === '0' ? 0 : 1),
    // A newer format stands in mc:Choice, with a plain one beside it.
    format: formatOf(element),
    text: wordValue(element, 'lvlText') ?? '',
    suffix: wordValue(element, 'suff') ?? 'tab',
    legal: legal !== undefined && !/^(?:0|false|off)$/.test(attributeOf(legal, 'val') ?? ''),
    restart: Number.isInteger(restart) ? restart : undefined,
    style: wordValue(element, 'pStyle'),
  };
}

function formatOf(element: XmlElement): string {
  const own = childOf(element, 'numFmt');
  if (own) return attributeOf(own, 'val') ?? 'decimal';
  const alternatives = childOf(element, 'AlternateContent');
  const fallback = wordValue(childOf(alternatives, 'Fallback'), 'numFmt');
  return fallback ?? wordValue(childOf(alternatives, 'Choice'), 'numFmt') ?? 'decimal';
}

function overridden(
  num: XmlElement,
  own: Levels,
): { readonly levels: Levels; readonly starts: ReadonlyMap<number, number> } {
  const levels = [...own];
  const starts = new Map<number, number>();
  for (const element of childrenOf(num)) {
    if (element.local !== 'lvlOverride') continue;
    const at = Number(attributeOf(element, 'ilvl'));
    const level = childOf(element, 'lvl');
    if (level && at >= 0 && at < mostLevels) levels[at] = levelOf(level);
    const start = Number(wordValue(element, 'startOverride') ?? Number.NaN);
    if (Number.isInteger(start)) starts.set(at, start);
  }
  return { levels, starts };
}

function numberText(level: Level, levels: Levels, counts: readonly number[]): string {
  const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
    const at = Number(digit) - 1;
    const count = counts[at] ?? levels[at]?.start ?? 1;
    return formatCount(count, level.legal ? 'decimal' : (levels[at]?.format ?? 'decimal'));
  });
  // 1 and 第一章 need a blank behind them; 一、 and （一） do not.
  return level.suffix !== 'nothing' && /[\p{Script=Han}\p{L}\p{N}]$/u.test(text) ? `${text} ` : text;
}

const han = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const legalHan = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const stems = [...'甲乙丙丁戊己庚辛壬癸'];
const branches = [...'子丑寅卯辰巳午未申酉戌亥'];

/** A count in a format of `w:numFmt`. */
export function formatCount(count: number, format: string): string {
  switch (format) {
    case 'chineseCounting':
    case 'chineseCountingThousand':
    case 'japaneseCounting':
    case 'taiwaneseCounting':
    case 'taiwaneseCountingThousand':
    case 'ideographLegalTraditional':
    case 'koreanCounting':
      return hanCount(count, han, ['', '十', '百', '千']);
    case 'chineseLegalSimplified':
    case 'japaneseLegal':
      return hanCount(count, legalHan, ['', '拾', '佰', '仟']);
    case 'ideographDigital':
    case 'japaneseDigitalTenThousand':
    case 'taiwaneseDigital':
      return [...String(count)].map((digit) => han[Number(digit)] ?? digit).join('');
    case 'ideographTraditional':
      return stems[count - 1] ?? String(count);
    case 'ideographZodiac':
      return branches[count - 1] ?? String(count);
    case 'decimalEnclosedCircle':
    case 'decimalEnclosedCircleChinese':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x245f + count) : String(count);
    case 'decimalEnclosedParen':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x2473 + count) : `(${count})`;
    case 'decimalEnclosedFullstop':
      return count >= 1 && count <= 20 ? String.fromCharCode(0x2487 + count) : `${count}.`;
    case 'ideographEnclosedCircle':
      return count >= 1 && count <= 10 ? String.fromCharCode(0x327f + count) : String(count);
    case 'decimalFullWidth':
    case 'decimalFullWidth2':
      return [...String(count)].map((digit) => String.fromCharCode(0xff10 + Number(digit))).join('');
    case 'decimalZero':
      return String(count).padStart(2, '0');
    case 'upperLetter':
      return letters(count).toUpperCase();
    case 'lowerLetter':
      return letters(count);
    case 'upperRoman':
      return roman(count);
    case 'lowerRoman':
      return roman(count).toLowerCase();
    case 'none':
      return '';
    default:
      return String(count);
  }
}

function hanCount(count: number, digits: readonly string[], units: readonly string[]): string {
  if (count === 0) return digits[0] ?? '';
  if (count < 0 || count >= 10_000) return String(count);
  let text = '';
  let gap = false;
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(count / 10 ** power) % 10;
    if (digit === 0) {
      gap ||= text !== '';
      continue;
    }
    if (gap) text += '零';
    gap = false;
    // 十一, not 一十一, at the head.
    text += (text === '' && power === 1 && digit === 1 ? '' : (digits[digit] ?? '')) + (units[power] ?? '');
  }
  return text;
}

/** a … z, aa … zz */
function letters(count: number): string {
  if (count < 1) return String(count);
  const letter = String.fromCharCode(0x61 + ((count - 1) % 26));
  return letter.repeat(Math.min(10, Math.floor((count - 1) / 26) + 1));
}

const romans: readonly (readonly [number, string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

function roman(count: number): string {
  if (count < 1 || count >= 4000) return String(count);
  let rest = count;
  let text = '';
  for (const [value, sign] of romans) {
    while (rest >= value) {
      text += sign;
      rest -= value;
    }
  }
  return text;
}
