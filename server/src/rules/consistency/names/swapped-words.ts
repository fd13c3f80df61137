import { lineMemo } from '../../../plan/facts.ts';
import type { Line } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import type { MovedConjunction } from './moved-words.ts';

/** 防灾及风险排查: two words that a conjunction joins, and what both belong to. */
const joined = /(?=([一-龥]{2})[和与及]([一-龥]{2})([一-龥]{2}))/g;
const LENGTH = 7;
/** So often the words must stand in the usual order. */
const OFTEN = 3;

interface Joined {
  readonly first: string;
  readonly second: string;
  readonly rest: string;
  readonly range: Range;
}

const none: readonly Joined[] = [];

const joinedOn = lineMemo(({ text }): readonly Joined[] => {
  if (!/[和与及]/.test(text)) return none;
  return [...text.matchAll(joined)].map(({ 1: first = '', 2: second = '', 3: rest = '', index }) => ({
    first,
    second,
    rest,
    range: { start: index, end: index + LENGTH },
  }));
});

interface Place {
  readonly words: string;
  readonly range: Range;
}

/** Two words that stand once in the other order than in all other places: 风险及防灾排查 where the text has 防灾及风险排查. */
export function swappedWords(lines: readonly Line[]): readonly MovedConjunction[] {
  const places = new Map<string, Place[]>();
  const pairs: [string, string][] = [];
  for (const line of lines) {
    if (line.place === 'quote') continue;
    for (const { first, second, rest, range } of joinedOn(line.facts)) {
      const key = `${first} ${second} ${rest}`;
      const place = { words: line.text.slice(range.start, range.end), range: line.at(range.start, range.end) };
      const known = places.get(key);
      if (known) known.push(place);
      else {
        places.set(key, [place]);
        const other = `${second} ${first} ${rest}`;
        if (first !== second && places.has(other)) pairs.push([other, key]);
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
