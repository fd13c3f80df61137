import { WordSet } from '../text/word-set.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'officeWords' | 'technicalWords', readonly string[]>>;
const officeWords = new WordSet(lists.officeWords);
const technicalWords = new WordSet(lists.technicalWords);
/** More different ones say nothing more. */
const mostWords = 8;

/** What the letters of a text alone say. */
export interface Signs {
  /** Different ones, up to `mostWords`. */
  readonly officeWords: number;
  readonly technicalWords: number;
  /** Weight of code, links, addresses, pictures and HTML. */
  readonly markup: number;
  /** Chinese characters among all letters, 0–1; addresses left out. */
  readonly hanShare: number;
}

/** So much of a plan says what it is; the rest would only cost time at every key stroke. */
export const sampleLength = 6_000;

/** Reads the signs of the beginning of a plan. */
export function readSigns(text: string): Signs {
  const count = (pattern: RegExp, most: number) => Math.min(most, text.match(pattern)?.length ?? 0);
  return {
    officeWords: officeWords.countIn(text, mostWords),
    technicalWords: technicalWords.countIn(text, mostWords),
    // <br> is how a table of Markdown breaks a line.
    markup:
      3 * count(/^[ \t]{0,3}(?:```|~~~)/gm, 2) +
      count(/\]\(|https?:\/\//g, 3) +
      count(/!\[|<(?:img|div|p|a|details|table|kbd|sub|h\d)[ />]/g, 3),
    hanShare: hanShare(text.includes('://') ? text.replace(/https?:\/\/[\w\-./?=&#%~+:@]{1,500}/g, '') : text),
  };
}

function hanShare(text: string): number {
  let han = 0;
  let latin = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x4e00 && code <= 0x9fff) han++;
    else if ((code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a)) latin++;
  }
  return han / Math.max(1, han + latin);
}
