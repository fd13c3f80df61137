import { overlaps, type Range } from '../../../text/range.ts';
import { unitsOf } from '../../units.ts';
import { isWord, standsApart } from '../segments.ts';
import type { FoundWord } from './find.ts';
import lists from './set-phrases.yaml';
import slips from './slips.yaml';
import { slotOf } from './table.ts';
import { takenFor } from './taken-for.ts';

interface Lists {
  readonly phrases: readonly string[];
  readonly allowed: readonly string[];
}

const { phrases, allowed } = lists as unknown as Lists;
/** A shorter phrase differs from too many good ones by one character. */
const SHORTEST = 4;

/** The phrases by themselves, and those that the slips are corrected to. */
const known: ReadonlySet<string> = new Set(
  [
    ...phrases.flatMap((line) => line.split(' ')),
    ...Object.values(slips as Readonly<Record<string, unknown>>).flatMap((words) =>
      typeof words === 'object' && words !== null ? Object.keys(words) : [],
    ),
  ].filter((phrase) => phrase.length >= SHORTEST),
);

/** Whether these words are a set phrase as they stand: 令行禁止. */
export const isSetPhrase = (words: string): boolean => known.has(words);

const good: ReadonlySet<string> = new Set([...known, ...allowed]);

/** A phrase, told by two of its characters: the first two, or the last two. */
interface Anchor {
  readonly phrase: string;
  /** Where in the phrase the two characters stand. */
  readonly at: number;
}

const SLOTS = 65_536;
const slots = new Uint16Array(SLOTS);
const anchors: Anchor[][] = [[]];
for (const phrase of known) {
  for (const at of [0, phrase.length - 2]) {
    const slot = slotOf(phrase.charCodeAt(at), phrase.charCodeAt(at + 1));
    const list = anchors[slots[slot] || anchors.length];
    if (list) list.push({ phrase, at });
    else slots[slot] = anchors.push([{ phrase, at }]) - 1;
  }
}

const NONE: readonly FoundWord[] = [];

/**
 * Set phrases with one character typed as another of the same sound or shape (克不容缓, 网上公式), in order.
 * One pass: whichever character is wrong, the first two or the last two are right.
 */
export function findBentPhrases(text: string): readonly FoundWord[] {
  const units = unitsOf(text);
  let found: FoundWord[] | undefined;
  for (let at = 0; at + 1 < text.length; at++) {
    const list = slots[slotOf(units[at] ?? 0, units[at + 1] ?? 0)] ?? 0;
    if (list === 0) continue;
    for (const { phrase, at: anchor } of anchors[list] ?? []) {
      const start = at - anchor;
      if (start < 0 || !isBent(units, start, phrase)) continue;
      const wrong = text.slice(start, start + phrase.length);
      const range = { start, end: start + phrase.length };
      if (good.has(wrong) || isTaken(found, range) || isGoodWord(text, start, phrase)) continue;
      if (joins(wrong, phrase) && !standsApart(text, range.start, range.end)) continue;
      found ??= [];
      found.push({
        word: { wrong, right: phrase, kind: 'slip', source: '现代汉语词典', apart: false },
        range,
      });
    }
  }
  return found ? found.sort((a, b) => a.range.start - b.range.start) : NONE;
}

const isTaken = (found: readonly FoundWord[] | undefined, range: Range) =>
  found?.some((one) => overlaps(one.range, range)) === true;

/** 统一领到, 监督检察: the half of the phrase that differs is a good word, and may be meant. */
function isGoodWord(text: string, start: number, phrase: string): boolean {
  if (phrase.length !== SHORTEST) return false;
  const half = text.startsWith(phrase.slice(0, 2), start) ? start + 2 : start;
  return isWord(text.slice(half, half + 2));
}

/** Characters that stand between words: 卫[生和环境] joins two things, and means no 生活环境. */
const joining = '和与及或的在于以为有对是之中向从由将被其并到也都不了等';

function joins(wrong: string, phrase: string): boolean {
  for (let at = 0; at < phrase.length; at++) {
    if (wrong[at] !== phrase[at]) return joining.includes(wrong[at] ?? '');
  }
  return false;
}

/** Whether just one character differs from the phrase, and is one that is taken for it. */
function isBent(units: Uint16Array, start: number, phrase: string): boolean {
  let odd = -1;
  for (let at = 0; at < phrase.length; at++) {
    if (units[start + at] === phrase.charCodeAt(at)) continue;
    if (odd >= 0) return false;
    odd = at;
  }
  if (odd < 0) return false;
  const typed = String.fromCharCode(units[start + odd] ?? 0);
  return takenFor(phrase.charAt(odd)).includes(typed);
}
