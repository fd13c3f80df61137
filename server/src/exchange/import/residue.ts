import table from './residue.yaml';

interface ResidueTable {
  readonly words: readonly string[];
  readonly weak: readonly string[];
  readonly labels: readonly string[];
  readonly edgeLabels: readonly string[];
  readonly lines: readonly string[];
}

const { words, weak, labels, edgeLabels, lines } = table as ResidueTable;

const strong = new Set(words);
const known = new Set([...words, ...weak]);
/** What stands between the words of a navigation bar, brackets around buttons among it. */
const divisions = /[\s\u3000|｜【】[\]（）()<>《》〈〉»›·•、,，/\\:：>＞+＋-]+/u;
const labelled = new RegExp(`^[【[]?(?:${labels.join('|')})[】\\]]?\\s?[：:>＞]`);
const atEdge = new RegExp(`^[【[]?(?:${edgeLabels.join('|')})\\s?[：:]`);
const whole = new RegExp(`^(?:${lines.join('|')})$`, 'i');

/** So many lines at each end of a text may be a page's head and foot. */
const edgeLines = 6;
/** Longer lines are text, whatever they begin with. */
const longest = 160;

/**
 * Which lines are the residue of a web page or of page numbers.
 * @param texts lines without blanks around them; empty ones count as nothing
 * @returns a flag for each line
 */
export function findResidue(texts: readonly string[]): readonly boolean[] {
  const filled = texts.flatMap((text, at) => (text === '' ? [] : [at]));
  const head = filled[Math.min(edgeLines, filled.length) - 1] ?? -1;
  const tail = filled[Math.max(0, filled.length - edgeLines)] ?? texts.length;
  const flags = texts.map((text, at) => isResidue(text, at <= head || at >= tail));
  const summary = summaryAt(texts, filled);
  return summary === undefined ? flags : flags.map((flag, at) => flag || at === summary);
}

function isResidue(text: string, nearEdge: boolean): boolean {
  if (text === '' || text.length > longest) return whole.test(text.slice(0, 600)) && text !== '';
  if (whole.test(text) || labelled.test(text)) return true;
  if (nearEdge && atEdge.test(text) && !/[。；]/.test(text)) return true;
  return isNavigation(text);
}

/** 【打印】【关闭窗口】, 首页 > 政务公开 is left: what is no word of navigation may be the author's. */
function isNavigation(text: string): boolean {
  const parts = text.split(divisions).filter((part) => part !== '');
  if (parts.length === 0 || !parts.every((part) => known.has(part))) return false;
  return parts.some((part) => strong.has(part)) || (parts.length > 1 && /[|｜【[]|字[体号]/.test(text));
}

/** So much of a text has to be said again for it to be a summary of it. */
const summaryLength = 30;

/** A first line that repeats the beginning of the text and breaks off: the summary that a list of hits shows. */
function summaryAt(texts: readonly string[], filled: readonly number[]): number | undefined {
  const [first = 0, ...others] = filled;
  const text = texts[first] ?? '';
  if (!/(?:\.{2,}|…+)$/.test(text)) return undefined;
  const said = squeeze(text.replace(/(?:\.{2,}|…+)$/, ''));
  if (said.length < summaryLength) return undefined;
  let rest = '';
  for (const at of others) {
    rest += squeeze(texts[at] ?? '');
    if (rest.length >= said.length) break;
  }
  return rest.startsWith(said) ? first : undefined;
}

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');
