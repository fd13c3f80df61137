import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

/** A phrase whose conjunction stands elsewhere than it does at the other places. */
export interface MovedConjunction {
  readonly written: string;
  readonly other: string;
  readonly count: number;
  readonly range: Range;
  readonly elsewhere: Range;
}

/** 和, 与, 及 between words; no part of 以及, 普及, 参与, 和谐. */
const conjunction = /(?<![以普涉波顾参给温总])[和与及](?![谐平睦解会其此时])/g;
/** So many characters beside the conjunction are compared, at least two on either side of it. */
const LENGTH = 6;
const SIDE = 2;
/** So often it must stand there the usual way. */
const OFTEN = 2;

interface Joined {
  /** The characters without the conjunction, and where among them it stood. */
  readonly key: string;
  readonly offset: number;
  readonly range: Range;
}

const none: readonly Joined[] = [];

const joinedOn = lineMemo(({ text }): readonly Joined[] => {
  if (!/[和与及]/.test(text)) return none;
  const found: Joined[] = [];
  for (const { index } of text.matchAll(conjunction)) {
    const side = LENGTH - SIDE;
    const front = /[一-龥]*$/.exec(text.slice(Math.max(0, index - side), index))?.[0] ?? '';
    const behind = /^[一-龥]*/.exec(text.slice(index + 1, index + 1 + side))?.[0] ?? '';
    for (let offset = SIDE; offset <= side; offset++) {
      if (front.length < offset || behind.length < LENGTH - offset) continue;
      const key = front.slice(front.length - offset) + behind.slice(0, LENGTH - offset);
      // 质量和安全和环境: with a second one beside it nothing has moved.
      if (/[和与及]/.test(key)) continue;
      found.push({ key, offset, range: { start: index - offset, end: index + 1 + LENGTH - offset } });
    }
  }
  return found.length === 0 ? none : found;
});

/** A phrase that stands once with its conjunction elsewhere: 防灾风险和排查 where the text has 防灾和风险排查. */
export function movedConjunctions(lines: readonly Line[]): readonly MovedConjunction[] {
  const byKey = new Map<string, Map<number, { readonly line: Line; readonly range: Range }[]>>();
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (const { key, offset, range } of joinedOn(line.facts)) {
      const byOffset = byKey.get(key) ?? new Map<number, { readonly line: Line; readonly range: Range }[]>();
      byKey.set(key, byOffset);
      const places = byOffset.get(offset);
      if (places) places.push({ line, range });
      else byOffset.set(offset, [{ line, range }]);
    }
  }
  const found = new Map<number, MovedConjunction>();
  for (const byOffset of byKey.values()) {
    if (byOffset.size !== 2) continue;
    const [rare, usual] = [...byOffset.values()].sort((a, b) => a.length - b.length);
    const [one] = rare ?? [];
    const [other] = usual ?? [];
    if (!one || !other || rare?.length !== 1 || (usual?.length ?? 0) < OFTEN) continue;
    const range = one.line.at(one.range.start, one.range.end);
    const words = ({ line, range: { start, end } }: typeof one) => line.text.slice(start, end);
    // Windows that overlap tell the same.
    if ([...found.values()].some((known) => known.range.start < range.end && range.start < known.range.end)) continue;
    found.set(range.start, {
      written: words(one),
      other: words(other),
      count: usual?.length ?? 0,
      range,
      elsewhere: other.line.at(other.range.start, other.range.end),
    });
  }
  return [...found.values()];
}
