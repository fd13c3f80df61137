import { genreOf } from '../../plan/titles.ts';
import { charactersOfTitle } from './standard.ts';

/** What no line of a title begins with: particles, closing marks, and what joins two things. */
const beginsNoLine = /^[的地得了之》”）)】、，：和及与暨等]/;
/** What no line ends with. */
const endsNoLine = /[《“（(【第和及与暨在对以为向]$/;

const mostLines = 6;

let segmenter: Intl.Segmenter | null | undefined;

/** The words of a text; single characters where the platform knows no words. */
function wordsOf(text: string): readonly string[] {
  segmenter ??= typeof Intl.Segmenter === 'function' ? new Intl.Segmenter('zh', { granularity: 'word' }) : null;
  return segmenter ? [...segmenter.segment(text)].map(({ segment }) => segment) : [...text];
}

/** Width in characters: letters and digits are half as wide. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += /[\x20-\x7e]/.test(letter) ? 0.5 : 1;
  return width;
}

/**
 * The lines of a title (GB/T 9704-2012 7.3.1): as few as its length allows, of like lengths, with every word and every
 * 《…》 that fits whole, and its genre on one line.
 * @param written the lines as the author broke them; they stay where each fits
 * @param text what follows the title: words that it uses together are not cut apart
 */
export function titleLines(written: readonly string[], text = ''): readonly string[] {
  const own = written.map((line) => line.trim()).filter((line) => line !== '');
  if (own.length > 1 && own.every((line) => widthOf(line) <= charactersOfTitle)) return own;
  const title = own.join('');
  const width = widthOf(title);
  if (width <= charactersOfTitle) return [title];
  const places = breaksOf(title, text);
  const fewest = Math.ceil(width / charactersOfTitle);
  // So long a title is none, and has too many ways to be broken.
  if (fewest > mostLines) return [title];
  for (let count = fewest; count <= fewest + 2; count++) {
    const lines = broken(title, places, count);
    if (lines) return lines;
  }
  return [title];
}

/** Where a line may end, and how unwelcome that is. */
function breaksOf(title: string, text: string): ReadonlyMap<number, number> {
  const genre = genreOf(title);
  const genreAt = genre === undefined ? title.length : title.lastIndexOf(genre);
  const places = new Map<number, number>();
  let at = 0;
  let depth = 0;
  const words = wordsOf(title);
  for (const [index, word] of words.entries()) {
    at += word.length;
    for (const letter of word) {
      if ('《“（(【'.includes(letter)) depth++;
      else if ('》”）)】'.includes(letter)) depth = Math.max(0, depth - 1);
    }
    if (at >= title.length || (at > genreAt && at < genreAt + (genre?.length ?? 0))) continue;
    if (beginsNoLine.test(title.slice(at)) || endsNoLine.test(title.slice(0, at))) continue;
    // 2021年 and —— are one thing.
    if (/\d$/.test(title.slice(0, at)) && /^[年月日号批次期]/.test(title.slice(at))) continue;
    if (title[at - 1] === '—' && title[at] === '—') continue;
    // A name in 《》 is cut only where nothing else helps; single characters often are half a word to the platform.
    const next = words[index + 1] ?? '';
    const halves = (isSingle(next) ? 30 : 0) + (isSingle(word) ? 16 : 0);
    const welcome = /^——/.test(title.slice(at)) ? 60 : issuerEnd.test(title.slice(0, at)) ? 8 : 0;
    const term = title.slice(Math.max(0, at - termBefore), at + termBehind);
    const together = text.split(term).length > termUses ? 40 : 0;
    places.set(at, (depth > 0 ? 12 : 0) + halves + together - welcome);
  }
  return places;
}

/** So much on both sides of a break is one term when the text has it so often: 实践科学|发展. */
const termBefore = 4;
const termBehind = 2;
const termUses = 2;
/** A line may well end with the body that issues the paper. */
const issuerEnd = /(?:公司|政府|委员会|党委|办公室|局|厅|院|校|中心|医院|小学|中学|大学)$/;
const isSingle = (word: string) => /^\p{Script=Han}$/u.test(word) && !/[的和与及在对为]/.test(word);

/** The best way to break a title into so many lines; undefined when there is none. */
function broken(title: string, places: ReadonlyMap<number, number>, count: number): readonly string[] | undefined {
  const wanted = widthOf(title) / count;
  let best: { readonly cost: number; readonly lines: readonly string[] } | undefined;
  const search = (from: number, lines: readonly string[], cost: number): void => {
    if (best && cost >= best.cost) return;
    if (lines.length === count - 1) {
      const last = title.slice(from);
      const width = widthOf(last);
      if (width > charactersOfTitle) return;
      const whole = cost + (width - wanted) ** 2;
      if (!best || whole < best.cost) best = { cost: whole, lines: [...lines, last] };
      return;
    }
    for (const [at, penalty] of places) {
      if (at <= from) continue;
      const line = title.slice(from, at);
      const width = widthOf(line);
      if (width > charactersOfTitle) break;
      search(at, [...lines, line], cost + (width - wanted) ** 2 + penalty);
    }
  };
  search(0, [], 0);
  return best?.lines;
}
