import type { Range } from './range.ts';

/** Where two texts differ, when what stands before and behind is the same in both. */
export interface Difference {
  /** Units that both begin with. */
  readonly head: number;
  /** Units that both end with. */
  readonly tail: number;
  /** What the first text has between the two, and the second; one of them may be empty. */
  readonly first: string;
  readonly second: string;
}

/** The one stretch in which two texts differ; empty on both sides when they are equal. Linear in their length. */
export function differenceOf(first: string, second: string): Difference {
  const shortest = Math.min(first.length, second.length);
  const head = sameHead(first, second);
  const tail = Math.min(sameTail(first, second), shortest - head);
  return {
    head,
    tail,
    first: first.slice(head, first.length - tail),
    second: second.slice(head, second.length - tail),
  };
}

/** In how many places two texts of one length differ. */
export function differingUnits(first: string, second: string): number {
  let differing = 0;
  for (let at = 0; at < first.length; at++) if (first.charCodeAt(at) !== second.charCodeAt(at)) differing++;
  return differing;
}

/** The least that an edit of one stretch has to replace. */
export interface Replacement {
  readonly range: Range;
  readonly text: string;
}

/**
 * The one replacement that turns a text into another.
 * @param at where the text stands
 */
export function replacementOf(text: string, changed: string, at = 0): Replacement {
  const { head, tail, second } = differenceOf(text, changed);
  return { range: { start: at + head, end: at + text.length - tail }, text: second };
}

/** How many units two texts both begin with. By halves: the platform compares long stretches faster than a loop does. */
export function sameHead(first: string, second: string): number {
  let same = 0;
  let rest = Math.min(first.length, second.length);
  while (rest > 0) {
    const half = (rest + 1) >> 1;
    if (second.startsWith(first.slice(same, same + half), same)) {
      same += half;
      rest -= half;
    } else rest = half - 1;
  }
  return same;
}

/** How many units two texts both end with. */
export function sameTail(first: string, second: string): number {
  let same = 0;
  let rest = Math.min(first.length, second.length);
  while (rest > 0) {
    const half = (rest + 1) >> 1;
    const end = first.length - same;
    if (second.startsWith(first.slice(end - half, end), second.length - same - half)) {
      same += half;
      rest -= half;
    } else rest = half - 1;
  }
  return same;
}
