import { readNumber } from '../../numbering/read.ts';
import { joined } from './words.ts';

/** Narrower lines are verse, lists or signatures; wider ones are paragraphs. In columns of a Latin letter. */
const narrowest = 36;
const widest = 120;
/** A full line may end so many columns early: marks and words are kept together. */
const slack = 4;
/** So many lines, and such a share of all, have to be full for a text to be wrapped. */
const fewest = 4;
const fullShare = 0.3;
/** Such a share of the full lines has to stop in the middle of a sentence. */
const brokenShare = 0.5;

const endMark = /[。！？；：:;!?][”’）)》】]*$/;
const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6“”‘’—…·]/;

/**
 * Paragraphs again from a text whose lines all break at one margin, as mail programs and readers of PDF files
 * leave them. A text with lines of many lengths comes back as it is.
 * @param lines with their indentation; empty ones divide paragraphs, or stand behind every line
 */
export function unwrapLines(lines: readonly string[]): readonly string[] {
  const margin = marginOf(lines);
  if (margin === undefined) return lines;
  // Where paragraphs are indented, what is not indented goes on with the one above.
  const indents = lines.filter((line) => isIndented(line)).length >= 3;
  const result: string[] = [];
  let last = -1;
  let full = false;
  for (const line of lines) {
    const text = line.trim();
    if (text === '') {
      result.push('');
      continue;
    }
    const previous = result[last] ?? '';
    const blanks = result.length - 1 - last;
    const open = !endMark.test(previous);
    const goesOn =
      last >= 0 &&
      full &&
      !isIndented(line) &&
      !line.startsWith('\t') &&
      readNumber(text) === undefined &&
      (blanks === 0 ? open || indents : blanks <= 1 && open);
    if (goesOn) {
      result.length = last + 1;
      result[last] = joined(previous.trimEnd(), text);
    } else {
      last = result.length;
      result.push(line);
    }
    full = widthOf(line) >= margin - slack && !line.startsWith('\t');
  }
  return result;
}

/** The column at which most lines break; undefined where lines are not wrapped. */
function marginOf(lines: readonly string[]): number | undefined {
  const filled = lines.filter((line) => line.trim() !== '' && !line.includes('\t'));
  const counts = new Map<number, number>();
  for (const line of filled) {
    const width = widthOf(line);
    if (width >= narrowest && width <= widest) counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  let best: { margin: number; count: number } | undefined;
  for (const margin of counts.keys()) {
    let count = 0;
    for (let width = margin - slack; width <= margin; width++) count += counts.get(width) ?? 0;
    if (!best || count > best.count || (count === best.count && margin < best.margin)) best = { margin, count };
  }
  if (!best || best.count < fewest || best.count < filled.length * fullShare) return undefined;
  const { margin } = best;
  // A line beyond the margin shows that there is none.
  const beyond = filled.filter((line) => widthOf(line) > margin + slack).length;
  if (beyond > filled.length * 0.1) return undefined;
  const full = filled.filter((line) => widthOf(line) >= margin - slack);
  const broken = full.filter((line) => !endMark.test(line.trimEnd()));
  return broken.length >= full.length * brokenShare ? margin : undefined;
}

function isIndented(line: string): boolean {
  return /^(?:\u3000| {2})/.test(line);
}

/** Columns on a screen: two for a Chinese character. */
function widthOf(line: string): number {
  let width = 0;
  for (const sign of line.trimEnd()) width += wide.test(sign) ? 2 : 1;
  return width;
}
