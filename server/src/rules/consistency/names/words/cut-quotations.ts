import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { quotationSign } from '../../../../plan/names/quotation-sign.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { hasLostHalf } from '../../../wording/missing/lost-characters.ts';
import { placesByName } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** What stands in quotation marks as the name of something: “安全生产月”, “书香班级”. */
const quoted = /“(\p{Script=Han}{3,18})”/gu;
const SHORTEST_WHOLE = 4;

/** What goes by the name, by its first two characters: “安全生产月”[活动]. */
const KIND = 2;
/** A number makes another thing. */
const telling = /[一二三四五六七八九十百两双]/;

interface Quoted {
  readonly name: string;
  readonly kind: string;
  readonly start: number;
}

const quotedOn = lineMemo(({ text }): readonly Quoted[] =>
  matchesOf(text, quoted).map(({ 0: raw, 1: name = '', index }) => {
    const behind = index + raw.length;
    return { name, kind: text.slice(behind, behind + KIND), start: index + 1 };
  }),
);

/**
 * A name in quotation marks that has lost a character: “安全产月” where it is “安全生产月” elsewhere. What is left of the word
 * must mean nothing by itself, or the same goes by both names; “书香校园” and “书香满校园”征文 are two.
 */
export const cutQuotations: NameReader<TwoNames> = { sign: quotationSign, find: cutIn };

function cutIn(lines: readonly Line[]): readonly TwoNames[] {
  const places = new Map<string, Range[]>();
  const kinds = new Map<string, Set<string>>();
  for (const line of lines) {
    for (const { name, kind, start } of quotedOn(line.facts)) {
      placesByName(places, name, line.at(start, start + name.length));
      if (/^[一-龥]{2}$/.test(kind)) kinds.set(name, (kinds.get(name) ?? new Set()).add(kind));
    }
  }
  if (places.size < 2) return [];
  return [...places].flatMap(([whole, [elsewhere, ...more]]): readonly TwoNames[] => {
    if (!elsewhere || whole.length < SHORTEST_WHOLE) return [];
    for (let at = 1; at < whole.length - 1; at++) {
      const lost = whole.charAt(at);
      const cut = whole.slice(0, at) + whole.slice(at + 1);
      const [range, again] = places.get(cut) ?? [];
      if (!range || again || telling.test(lost)) continue;
      const isOfAKind = [...(kinds.get(cut) ?? [])].some((kind) => kinds.get(whole)?.has(kind));
      if (!(isOfAKind && more.length > 0) && !hasLostHalf(cut, at, lost)) continue;
      return [{ written: `‘${cut}’`, other: `‘${whole}’`, range, elsewhere }];
    }
    return [];
  });
}
