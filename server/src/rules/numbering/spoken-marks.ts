import { sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';

/** 一是…；二是…。三是…: a mark between spoken items that differs from the others. */
export interface OddSpokenMark {
  /** From the mark to the number behind it. */
  readonly range: Range;
  readonly mark: string;
  readonly usual: string;
}

const spoken = /([，。；])[ \u3000]{0,2}([二三四五六七八九十])(是|要)/g;
const numerals = '一二三四五六七八九十';

/** What any run needs: one of its numbers behind the first. */
export const spokenItemSign = sign({
  words: [...numerals.slice(1)].flatMap((numeral) => [`${numeral}是`, `${numeral}要`]),
});

/** The first mark that differs in each run of items that a line counts off; only where no item has a full stop within. */
export function oddSpokenMarks(text: string): readonly OddSpokenMark[] {
  const head = /[一](?=[是要])/.exec(text);
  if (!head) return [];
  const found: OddSpokenMark[] = [];
  let run: { readonly mark: string; readonly range: Range }[] = [];
  let word = text.charAt(head.index + 1);
  let start = head.index;
  let last = 1;
  const close = (): void => {
    const odd = oddOf(run, text, start);
    if (odd) found.push(odd);
    run = [];
  };
  for (const { 0: raw, 1: mark = '', 2: numeral = '', 3: verb = '', index } of text.matchAll(spoken)) {
    const value = numerals.indexOf(numeral) + 1;
    if (value !== last + 1 || verb !== word) {
      close();
      if (value !== 2) {
        last = -1;
        continue;
      }
      start = text.lastIndexOf(`一${verb}`, index);
      word = verb;
    }
    last = value;
    run.push({ mark, range: { start: index, end: index + raw.length } });
  }
  close();
  return found;
}

function oddOf(
  run: readonly { readonly mark: string; readonly range: Range }[],
  text: string,
  start: number,
): OddSpokenMark | undefined {
  const marks = new Set(run.map(({ mark }) => mark));
  if (run.length < 2 || marks.size < 2 || start < 0) return undefined;
  const counts = ['；', '。', '，'].map((mark) => ({ mark, count: run.filter((one) => one.mark === mark).length }));
  const usual = counts.reduce((best, one) => (one.count > best.count ? one : best)).mark;
  const odd = run.find(({ mark }) => mark !== usual);
  if (!odd) return undefined;
  // A full stop within an item is another fault, and makes the marks between items uncertain.
  let from = start;
  for (const { range } of run) {
    if (text.slice(from, range.start).includes('。')) return undefined;
    from = range.end;
  }
  return { range: odd.range, mark: odd.mark, usual };
}
