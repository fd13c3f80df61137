import { ownCopy } from '../text/own-copy.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'officeWords' | 'technicalWords', readonly string[]>>;

/** What the letters of a text alone say. */
export interface Signs {
  readonly officeWords: number;
  readonly technicalWords: number;
  /** Weight of code, links, addresses, pictures and HTML. */
  readonly markup: number;
  /** Chinese characters among all letters, 0–1; addresses left out. */
  readonly hanShare: number;
}

/** So much of a plan says what it is; the rest would only cost time at every key stroke. */
export const sampleLength = 6_000;
/** Texts whose signs are remembered: the plans of a few open files. */
const remembered = 64;
const signsOf = new Map<string, Signs>();

/** Reads the signs of the beginning of a plan. */
export function readSigns(text: string): Signs {
  const known = signsOf.get(text);
  if (known) return known;
  const count = (pattern: RegExp, most: number) => Math.min(most, text.match(pattern)?.length ?? 0);
  const signs: Signs = {
    officeWords: lists.officeWords.filter((word) => text.includes(word)).length,
    technicalWords: lists.technicalWords.filter((word) => text.includes(word)).length,
    // <br> is how a table of Markdown breaks a line.
    markup:
      3 * count(/^[ \t]{0,3}(?:```|~~~)/gm, 2) +
      count(/\]\(|https?:\/\//g, 3) +
      count(/!\[|<(?:img|div|p|a|details|table|kbd|sub|h\d)[ />]/g, 3),
    hanShare: hanShare(text.includes('://') ? text.replace(/https?:\/\/[\w\-./?=&#%~+:@]{1,500}/g, '') : text),
  };
  const oldest = signsOf.keys().next();
  if (signsOf.size >= remembered && !oldest.done) signsOf.delete(oldest.value);
  signsOf.set(ownCopy(text), signs);
  return signs;
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
