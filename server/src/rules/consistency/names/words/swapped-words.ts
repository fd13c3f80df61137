import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader } from '../reader.ts';
import { conjunctionSign, conjunctionsOn, FIRST_HAN, isHan } from './conjunctions.ts';
import type { MovedConjunction } from './moved-words.ts';
import { EACH, type Joined, PhraseSlots, slotOf } from './phrase-slots.ts';

/** 防灾及风险排查: two words that a conjunction joins, and what both belong to, of two characters each. */
const WORD = 2;
const LENGTH = 3 * WORD + 1;
/** So often the words must stand in the usual order. */
const OFTEN = 3;

/** The joined words of a line: a slot that is the same for both orders, which of them it is, and where they begin. */
const joinedOn = lineMemo((facts): Joined => {
  const { text } = facts;
  let found: number[] | undefined;
  for (const index of conjunctionsOn(facts)) {
    const start = index - WORD;
    if (start < 0 || start + LENGTH > text.length || !isHanRun(text, start, start + LENGTH)) continue;
    const first = wordAt(text, start);
    const second = wordAt(text, index + 1);
    // 安全和安全管理 has one order only.
    if (first === second) continue;
    const rest = wordAt(text, index + 1 + WORD);
    found ??= [];
    // Sums are the same in both orders.
    found.push(slotOf(first + second, rest), first < second ? 0 : 1, start);
  }
  return found ?? none;
});
const none: Joined = [];
const NOWHERE: readonly MovedConjunction[] = [];

/** A number of its own for two Han characters. */
function wordAt(text: string, at: number): number {
  return ((text.charCodeAt(at) - FIRST_HAN) << 15) | (text.charCodeAt(at + 1) - FIRST_HAN);
}

function isHanRun(text: string, start: number, end: number): boolean {
  for (let at = start; at < end; at++) if (!isHan(text.charCodeAt(at))) return false;
  return true;
}

interface Place {
  readonly words: string;
  readonly range: Range;
}

/** Two words that stand once in the other order than in all other places: 风险及防灾排查 where the text has 防灾及风险排查. */
export const swappedWords: NameReader<MovedConjunction> = { sign: conjunctionSign, find: swappedIn };

const slots = new PhraseSlots();

function swappedIn(lines: readonly Line[]): readonly MovedConjunction[] {
  if (!slots.fill(lines, joinedOn)) return NOWHERE;
  const places = new Map<string, Place[]>();
  const pairs: [string, string][] = [];
  for (const line of lines) {
    const joined = joinedOn(line.facts);
    for (let at = 0; at < joined.length; at += EACH) {
      if (!slots.hasSeveral(joined[at] ?? 0)) continue;
      const start = joined[at + 2] ?? 0;
      const words = line.text.slice(start, start + LENGTH);
      const first = words.slice(0, WORD);
      const second = words.slice(WORD + 1, 2 * WORD + 1);
      const rest = words.slice(2 * WORD + 1);
      const key = `${first} ${second} ${rest}`;
      const place = { words, range: line.at(start, start + LENGTH) };
      const known = places.get(key);
      if (known) known.push(place);
      else {
        places.set(key, [place]);
        const other = `${second} ${first} ${rest}`;
        if (places.has(other)) pairs.push([other, key]);
      }
    }
  }
  return pairs.flatMap(([a, b]): readonly MovedConjunction[] => {
    const [rare = [], usual = []] = [places.get(a) ?? [], places.get(b) ?? []].sort((x, y) => x.length - y.length);
    const [one] = rare;
    const [other] = usual;
    if (!one || !other || rare.length > 1 || usual.length < OFTEN) return [];
    return [
      {
        written: one.words,
        other: other.words,
        count: usual.length,
        range: one.range,
        elsewhere: other.range,
      },
    ];
  });
}
