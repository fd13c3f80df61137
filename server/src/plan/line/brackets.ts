/** Opening marks and the closing marks that may answer them; half-width and full-width marks mix in real texts. */
const closers: Readonly<Record<string, string>> = {
  '（': '）)',
  '(': ')）',
  '“': '”',
  '‘': '’',
  '「': '」',
  '『': '』',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '[': ']',
};

/** By unit: the number of an opening mark, counted from one; 0 for any other unit. */
const OPENERS = new Uint8Array(65536);
/** By unit: the opening marks that it answers, one bit each; 0 for any other unit. */
const ANSWERS = new Uint16Array(65536);
Object.entries(closers).forEach(([opener, answers], at) => {
  OPENERS[opener.charCodeAt(0)] = at + 1;
  for (const mark of answers) {
    const unit = mark.charCodeAt(0);
    ANSWERS[unit] = (ANSWERS[unit] ?? 0) | (1 << at);
  }
});
const none: ReadonlyMap<number, number> = new Map();

/** All marks that open a pair. */
export const openingMarks = Object.keys(closers).join('');

/** A pair that spans more than this is taken for two unrelated marks. */
const longestPair = 400;

/**
 * The bracket and quotation pairs of a text: index of the opening mark → index of its closing mark.
 * Marks without their other half are left out, so that one slip does not swallow the rest of the line.
 */
export function bracketPairs(text: string): ReadonlyMap<number, number> {
  if (last?.text !== text) last = { text, pairs: readPairs(text) };
  return last.pairs;
}

/** Several readers look at a line one after another. */
let last: { readonly text: string; readonly pairs: ReadonlyMap<number, number> } | undefined;

function readPairs(text: string): ReadonlyMap<number, number> {
  let pairs: Map<number, number> | undefined;
  /** Opening marks without an answer so far: index and number, one behind the other. */
  let open: number[] | undefined;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    const opener = OPENERS[unit] ?? 0;
    if (opener > 0) {
      open ??= [];
      open.push(index, opener);
      continue;
    }
    const answers = ANSWERS[unit] ?? 0;
    if (answers === 0 || !open) continue;
    for (let top = open.length - 2; top >= Math.max(0, open.length - 2 * DEPTH); top -= 2) {
      const [at = 0, number = 0] = [open[top], open[top + 1]];
      if ((answers & (1 << (number - 1))) === 0) continue;
      if (index - at <= longestPair) {
        pairs ??= new Map();
        pairs.set(at, index);
      }
      open.length = top;
      break;
    }
  }
  return pairs ?? none;
}

/** So many opening marks are looked at for the one that a mark closes. */
const DEPTH = 4;

/** Whether the last “ in front of a place is still open there. */
export const isQuoted = (text: string, at: number): boolean => text.lastIndexOf('“', at) > text.lastIndexOf('”', at);
