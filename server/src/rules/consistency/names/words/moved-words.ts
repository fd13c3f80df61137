import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader } from '../reader.ts';
import { conjunctionSign, conjunctionsOn, isHan } from './conjunctions.ts';
import { EACH, type Joined, PhraseSlots, slotOf } from './phrase-slots.ts';

/** A phrase whose conjunction stands elsewhere than it does at the other places. */
export interface MovedConjunction {
  readonly written: string;
  readonly other: string;
  readonly count: number;
  readonly range: Range;
  readonly elsewhere: Range;
}

/** No conjunction between words: 以及, 普及, 参与; 和谐, 及时. */
const noneBehind = '以普涉波顾参给温总';
const noneInFrontOf = '谐平睦解会其此时';
/** So many characters beside the conjunction are compared, at least two on either side of it. */
const LENGTH = 6;
const SIDE = 2;
/** So often it must stand there the usual way. */
const OFTEN = 2;

/**
 * The phrases around the conjunctions of a line: the slot of the characters without the conjunction, where among them that
 * stood, and where the phrase begins. There are many of them, and few are looked at again.
 */
const joinedOn = lineMemo((facts): Joined => {
  const { text } = facts;
  const conjunctions = conjunctionsOn(facts);
  let found: number[] | undefined;
  for (const index of conjunctions) {
    if (index < SIDE || index + SIDE >= text.length) continue;
    const front = hanBefore(text, index);
    const behind = hanBehind(text, index + 1);
    if (front < SIDE || behind < SIDE || front + behind < LENGTH) continue;
    if (noneBehind.includes(text.charAt(index - 1)) || noneInFrontOf.includes(text.charAt(index + 1))) continue;
    for (let offset = SIDE; offset <= LENGTH - SIDE; offset++) {
      if (front < offset || behind < LENGTH - offset) continue;
      const start = index - offset;
      // 质量和安全和环境: with a second one beside it nothing has moved.
      if (hasAnother(conjunctions, index, start)) continue;
      found ??= [];
      found.push(slotAround(text, start, index), offset, start);
    }
  }
  return found ?? none;
});
const none: Joined = [];
const NOWHERE: readonly MovedConjunction[] = [];

function hasAnother(conjunctions: readonly number[], index: number, start: number): boolean {
  for (const at of conjunctions) if (at !== index && at >= start && at <= start + LENGTH) return true;
  return false;
}

function slotAround(text: string, start: number, index: number): number {
  let slot = 0;
  for (let at = start; at <= start + LENGTH; at++) if (at !== index) slot = slotOf(slot, text.charCodeAt(at));
  return slot;
}

/** How many Han characters stand in front of an index, up to as many as are compared. */
function hanBefore(text: string, index: number): number {
  let count = 0;
  while (count < LENGTH - SIDE && count < index && isHan(text.charCodeAt(index - 1 - count))) count++;
  return count;
}

function hanBehind(text: string, index: number): number {
  let count = 0;
  while (count < LENGTH - SIDE && index + count < text.length && isHan(text.charCodeAt(index + count))) count++;
  return count;
}

interface Place {
  readonly line: Line;
  readonly range: Range;
}

/** A phrase that stands once with its conjunction elsewhere: 防灾风险和排查 where the text has 防灾和风险排查. */
export const movedConjunctions: NameReader<MovedConjunction> = { sign: conjunctionSign, find: movedIn };

const slots = new PhraseSlots();

function movedIn(lines: readonly Line[]): readonly MovedConjunction[] {
  if (!slots.fill(lines, joinedOn)) return NOWHERE;
  const byKey = new Map<string, Map<number, Place[]>>();
  for (const line of lines) {
    const joined = joinedOn(line.facts);
    for (let at = 0; at < joined.length; at += EACH) {
      if (!slots.hasSeveral(joined[at] ?? 0)) continue;
      const [offset = 0, start = 0] = joined.slice(at + 1, at + EACH);
      const range = { start, end: start + 1 + LENGTH };
      const key = line.text.slice(start, start + offset) + line.text.slice(start + offset + 1, range.end);
      const byOffset = byKey.get(key) ?? new Map<number, Place[]>();
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
    const words = ({ line, range: { start, end } }: Place) => line.text.slice(start, end);
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
