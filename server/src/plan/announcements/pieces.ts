import type { Range } from '../../text/range.ts';

/** The pairs of brackets and quotation marks of a text, from either end. */
export interface Pairs {
  readonly closeOf: ReadonlyMap<number, number>;
  readonly openOf: ReadonlyMap<number, number>;
}

export type Separators = '；' | '、' | '，' | '，、';

const marks: Readonly<Record<Separators, string>> = { '；': '；;', '、': '、', '，': '，,', '，、': '，,、' };

const beginning = /^(?:[\s\u3000]|以及|以及|及其|和|与|及|或者|或)+/;
const ending = /[\s\u3000。；;，,、：:]+$/;

/**
 * Cuts a stretch at its separators outside brackets and quotation marks. Quoted items that stand
 * side by side (“甲”“乙”) are items of their own.
 * @returns the items without conjunctions and marks at their edges; empty ones are left out
 */
export function cut(text: string, stretch: Range, separators: Separators, pairs: Pairs): readonly Range[] {
  const items: Range[] = [];
  let start = stretch.start;
  for (let index = stretch.start; index < stretch.end; index++) {
    const close = pairs.closeOf.get(index);
    if (close !== undefined && close < stretch.end) {
      index = close;
      const quoted = /[”》]/.test(text.charAt(close)) && /[ “《]/.test(text.charAt(close + 1));
      if (!quoted || !/^[ ]?[“《]/.test(text.slice(close + 1, close + 3)) || separators === '；') continue;
      push(items, text, start, close + 1);
      start = close + 1;
    } else if (marks[separators].includes(text.charAt(index))) {
      push(items, text, start, index);
      start = index + 1;
    }
  }
  push(items, text, start, stretch.end);
  return items;
}

/** The items with the last one cut at its last conjunction: 甲、乙和丙 → three. Undefined when there is none. */
export function cutLast(text: string, items: readonly Range[], pairs: Pairs): readonly Range[] | undefined {
  const last = items.at(-1);
  if (!last) return undefined;
  for (let index = last.end - 2; index > last.start; index--) {
    const open = pairs.openOf.get(index);
    if (open !== undefined && open > last.start) {
      index = open;
      continue;
    }
    const word = /^(?:以及|和|与|及|或)/.exec(text.slice(index, index + 2))?.[0];
    if (!word || /[以参普涉顾]/.test(text.charAt(index - 1))) continue;
    return [...items.slice(0, -1), { start: last.start, end: index }, { start: index + word.length, end: last.end }];
  }
  return undefined;
}

function push(items: Range[], text: string, from: number, to: number): void {
  const raw = text.slice(from, to);
  const start = from + (beginning.exec(raw)?.[0].length ?? 0);
  const end = to - (ending.exec(raw)?.[0].length ?? 0);
  if (end > start) items.push({ start, end });
}

/** True when the item, quotation marks aside, begins or ends with the word. */
export function carries(text: string, item: Range, word: string): boolean {
  const bare = text.slice(item.start, item.end).replace(/^[“‘"]|[”’"]$/g, '');
  return bare.startsWith(word) || bare.endsWith(word);
}
