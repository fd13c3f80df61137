import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { differingUnits } from '../../../../text/difference.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName } from '../rare.ts';
import type { NameReader } from '../reader.ts';
import type { MovedConjunction } from '../words/moved-words.ts';

/** What stands behind the four characters by which an activity is known: 创先争优活动. */
const ends = ['活动', '行动', '工程', '工作', '教育', '评比', '竞赛'];
const LENGTH = 4;
/** So often the text must have the usual order. */
const OFTEN = 3;
const isHan = /^[一-龥]+$/;

interface Name {
  readonly words: string;
  readonly start: number;
}

const namesOn = lineMemo(({ text }): readonly Name[] => {
  let found: Name[] | undefined;
  for (const end of ends) {
    for (let at = text.indexOf(end); at >= 0; at = text.indexOf(end, at + end.length)) {
      const start = at - LENGTH;
      const words = start < 0 ? '' : text.slice(start, at);
      if (!isHan.test(words) || new Set(words).size < LENGTH) continue;
      found ??= [];
      found.push({ words: words + end, start });
    }
  }
  return found ?? none;
});
const none: readonly Name[] = [];
const NONE: readonly MovedConjunction[] = [];

/**
 * An activity in whose name two characters have changed places once: 创优争先活动 where the text has 创先争优活动. Two words
 * in another order (排查整治, 整治排查) say the same and are left alone.
 */
export const swappedUnits: NameReader<MovedConjunction> = {
  sign: sign({ words: ends }),
  find: swappedIn,
};

function swappedIn(lines: readonly Line[]): readonly MovedConjunction[] {
  const places = new Map<string, Range[]>();
  for (const line of lines) {
    for (const { words, start } of namesOn(line.facts))
      placesByName(places, words, line.at(start, start + words.length));
  }
  if (![...places.values()].some((all) => all.length >= OFTEN)) return NONE;
  const byUnits = new Map<string, string[]>();
  for (const words of places.keys()) {
    const key = [...words.slice(0, LENGTH)].sort().join('') + words.slice(LENGTH);
    byUnits.set(key, [...(byUnits.get(key) ?? []), words]);
  }
  return [...byUnits.values()].flatMap((alike): readonly MovedConjunction[] => {
    const [a = '', b = '', ...more] = alike;
    if (b === '' || more.length > 0 || differingUnits(a, b) !== 2) return [];
    const [rare, usual] = (places.get(a)?.length ?? 0) < (places.get(b)?.length ?? 0) ? [a, b] : [b, a];
    const [range, second] = places.get(rare) ?? [];
    const others = places.get(usual) ?? [];
    const [elsewhere] = others;
    if (!range || second || !elsewhere || others.length < OFTEN) return [];
    return [{ written: rare, other: usual, count: others.length, range, elsewhere }];
  });
}
