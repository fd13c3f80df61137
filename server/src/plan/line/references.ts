import type { Located, Range } from '../../text/range.ts';
import { type DocumentNumber, findDocumentNumbers } from './document-numbers.ts';

export { type DocumentNumber, type DocumentNumberFault, findDocumentNumbers } from './document-numbers.ts';

/** A document or work that a text names: by title, by document number, or both. */
export interface ReferenceMention {
  /** From the opening 《 (or the number in front of it) to the closing 》 or the end of the number. */
  readonly range: Range;
  /** Without the outer marks. */
  readonly title?: string;
  readonly titleRange?: Range;
  readonly documentNumber?: DocumentNumber;
  /** The short name that the text gives it: （以下简称《规定》）. */
  readonly shortName?: Located<string>;
  /** Named as that on which the text rests: 根据《…》, 为贯彻落实《…》. */
  readonly basis: boolean;
}

/** Longest title; a 《 whose 》 is further away has lost its other half. */
const longestTitle = 200;

/**
 * Finds the titles in 《》 with the document numbers beside them, and the document numbers that
 * stand alone; a short name that is being introduced is no mention of its own. Nested marks (《关于印发〈…〉的通知》, and the faulty 《关于印发《…》的通知》) are one title.
 * @returns in order of position
 */
export function findReferences(text: string): readonly ReferenceMention[] {
  const written = findDocumentNumbers(text);
  if (written.length === 0 && !text.includes('《')) return none;
  const numbers = [...written];
  const mentions = titlePairs(text).map((pair) => readTitle(text, pair, numbers));
  for (const number of numbers) {
    mentions.push({ range: number.range, documentNumber: number, basis: isBasis(text, number.range.start) });
  }
  const introduced = new Set(mentions.map((mention) => mention.shortName?.range.start));
  return mentions
    .filter((mention) => !introduced.has(mention.titleRange?.start ?? -1))
    .sort((a, b) => a.range.start - b.range.start);
}

const none: readonly ReferenceMention[] = [];

/** Outermost pairs of 《》; a mark without its other half is passed over. */
function titlePairs(text: string): readonly Range[] {
  const open: number[] = [];
  const pairs: Range[] = [];
  for (let index = 0; index < text.length; index++) {
    const mark = text.charAt(index);
    if (mark === '《') {
      open.push(index);
    } else if (mark === '》') {
      const start = open.pop();
      if (start === undefined || index - start > longestTitle || index - start < 2) continue;
      while ((pairs.at(-1)?.start ?? -1) > start) pairs.pop();
      pairs.push({ start, end: index + 1 });
    }
  }
  return pairs;
}

/** Takes the number that belongs to the title out of `numbers`. */
function readTitle(text: string, pair: Range, numbers: DocumentNumber[]): ReferenceMention {
  const own = numbers.findIndex((number) => belongsTo(text, pair, number.range));
  const number = own < 0 ? undefined : numbers.splice(own, 1)[0];
  const shortName = readShortName(text, pair.end);
  return {
    range: number
      ? { start: Math.min(pair.start, number.range.start), end: Math.max(pair.end, number.range.end) }
      : pair,
    title: text.slice(pair.start + 1, pair.end - 1),
    titleRange: { start: pair.start + 1, end: pair.end - 1 },
    basis: isBasis(text, pair.start),
    ...(number ? { documentNumber: number } : {}),
    ...(shortName ? { shortName } : {}),
  };
}

function belongsTo(text: string, title: Range, number: Range): boolean {
  if (number.start >= title.end) {
    return /^(?:（[^（）]{1,8}）)?[ \u3000]?[（(]?[ \u3000]?$/.test(
      text.slice(title.end, Math.min(number.start, title.end + 14)),
    );
  }
  if (number.end <= title.start) {
    return /^(?:文件|文)?[）)]?[，,]?[ \u3000]?$/.test(text.slice(Math.max(number.end, title.start - 6), title.start));
  }
  return false;
}

const shortNamePattern =
  /^(?:[（(][^（）()。]{1,30}[）)])?[（(，,](?:[^（）()。，,]{1,24}[，,])?(?:以下|下)(?:统一|均)?简称(?:为)?[：:]?[《“"]([^《》“”"。]{1,20})[》”"]/;

function readShortName(text: string, at: number): Located<string> | undefined {
  const match = shortNamePattern.exec(text.slice(at, at + 90));
  const name = match?.[1];
  if (!match || name === undefined) return undefined;
  const end = at + match[0].length - 1;
  return { value: name, range: { start: end - name.length, end } };
}

const basisWords = /根据|依据|按照|遵照|依照|贯彻落实|贯彻执行|贯彻|落实|执行/g;

/** True when a word such as 根据 governs the place: between the two stands nothing but titles, issuers and the like. */
function isBasis(text: string, at: number): boolean {
  const sentence = text.slice(Math.max(0, at - 300), at).replace(/^.*[。；;！？]/s, '');
  const bare = sentence.replace(/《[^《》]{0,200}》/g, '').replace(/[（(][^（()）]{0,80}[）)]/g, '');
  const word = [...bare.matchAll(basisWords)].at(-1);
  if (!word) return false;
  const between = bare.slice(word.index + word[0].length).replace(/[，,](?=以及|和|及)/g, '');
  return !/[，,：:]/.test(between);
}
