import { WordLists } from '../../text/word-lists.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'officeWords' | 'technicalWords', readonly string[]>>;
const wordLists = new WordLists([lists.officeWords, lists.technicalWords]);
/** More different ones say nothing more. */
const mostWords = 8;

/** What the letters of a text alone say. */
export interface Signs {
  /** Different ones, up to `mostWords`. */
  readonly officeWords: number;
  readonly technicalWords: number;
  /** Weight of code, links, addresses, pictures and HTML. */
  readonly markup: number;
  /** Whether code stands in fences. */
  readonly fenced: boolean;
  /** Chinese characters among all letters, 0–1; addresses left out. */
  readonly hanShare: number;
}

/** So much of a plan says what it is; the rest would only cost time at every key stroke. */
export const sampleLength = 6_000;

/** Reads the signs of the beginning of a plan. */
export function readSigns(text: string): Signs {
  // What most texts have nothing of is told by its signs.
  const count = (signs: readonly string[], pattern: RegExp, most: number) =>
    signs.some((sign) => text.includes(sign)) ? Math.min(most, text.match(pattern)?.length ?? 0) : 0;
  const [officeWords = 0, technicalWords = 0] = wordLists.countIn(text, mostWords);
  const fences = count(['```', '~~~'], /^[ \t]{0,3}(?:```|~~~)/gm, 2);
  return {
    officeWords,
    technicalWords,
    fenced: fences > 0,
    // <br> is how a table of Markdown breaks a line.
    markup:
      3 * fences +
      count(['](', '://'], /\]\(|https?:\/\//g, 3) +
      count(['![', '<'], /!\[|<(?:img|div|p|a|details|table|kbd|sub|h\d)[ />]/g, 3),
    hanShare: hanShare(text.includes('://') ? text.replace(/https?:\/\/[\w\-./?=&#%~+:@]{1,500}/g, '') : text),
  };
}

function hanShare(text: string): number {
  if (!latinLetter.test(text)) return hanLetter.test(text) ? 1 : 0;
  let han = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
  }
  return han / Math.max(1, han + latin);
}

const latinLetter = /[A-Za-z]/;
const hanLetter = /[\u4e00-\u9fff]/;
