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

const closing = new Set(Object.values(closers).join(''));
const marks = /[（）()“”‘’「」『』《》〈〉【】〔〕[\]]/g;
const none: ReadonlyMap<number, number> = new Map();

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
  const open: { readonly index: number; readonly answers: string }[] = [];
  for (const found of text.matchAll(marks)) {
    const { 0: mark, index } = found;
    const answers = closers[mark];
    if (answers !== undefined) {
      open.push({ index, answers });
    } else if (closing.has(mark)) {
      for (let top = open.length - 1; top >= Math.max(0, open.length - 4); top--) {
        const opener = open[top];
        if (!opener?.answers.includes(mark)) continue;
        if (index - opener.index <= longestPair) {
          pairs ??= new Map();
          pairs.set(opener.index, index);
        }
        open.length = top;
        break;
      }
    }
  }
  return pairs ?? none;
}
