import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import source from './place-names.yaml';

const groupsOf = new Map<string, number[]>();
(source as { readonly groups: readonly (readonly string[])[] }).groups.forEach((group, at) => {
  for (const unit of group) groupsOf.set(unit, [...(groupsOf.get(unit) ?? []), at]);
});

/** 清泉镇, 斗篷冲村: the two characters in front tell most towns and villages apart; 和农村, 在城镇 and 各行政村 are no names. */
const place =
  /((?![和与及或在到对向从为由等是的了以至按将把让使各全每本该])[一-龥]{2})(镇|乡|村|街道|社区|水库)(?![委级容貌落民庄居土])(?<!(?:农|乡|山|全|本|各|该|每|新|老|政|然|心|范|困|弱|贫)村|(?:城|乡|村|全|本|各|集|建制)镇|(?:城|下|家|老|返|回|全|本|各|镇)乡|(?:各|本|该|全|每|镇)(?:街道|社区))/gu;

interface Mention {
  readonly own: string;
  readonly kind: string;
  readonly start: number;
}

const placesOn = lineMemo(({ text }): readonly Mention[] =>
  matchesOf(text, place).map(({ 1: own = '', 2: kind = '', index }) => ({ own, kind, start: index })),
);

interface Use {
  readonly name: string;
  readonly places: { readonly line: Line; readonly range: Range }[];
}

/**
 * A town, village or reservoir whose name stands once with a character that sounds or looks like the right one: 青泉镇 where the text has
 * 清泉镇. Two that stand on one line are two.
 */
export const placeVariants: NameReader<TwoNames> = {
  sign: sign({ words: ['镇', '乡', '村', '街道', '社区', '水库'] }),
  find: placesIn,
};

function placesIn(lines: readonly Line[]): readonly TwoNames[] {
  const byFrame = new Map<string, Map<string, Use>>();
  for (const line of lines) {
    for (const { own, kind, start } of placesOn(line.facts)) {
      const name = own + kind;
      const use = { line, range: line.at(start, start + name.length) };
      for (let at = 0; at < own.length; at++) {
        if (!groupsOf.has(own.charAt(at))) continue;
        const frame = `${own.slice(0, at)}?${own.slice(at + 1)}${kind}`;
        const uses = byFrame.get(frame) ?? new Map<string, Use>();
        byFrame.set(frame, uses);
        const known = uses.get(name);
        if (known) known.places.push(use);
        else uses.set(name, { name, places: [use] });
      }
    }
  }
  const found: TwoNames[] = [];
  for (const uses of byFrame.values()) {
    const [a, b, third] = [...uses.values()];
    if (!a || !b || third || !areAlike(a.name, b.name)) continue;
    const [rare, usual] = b.places.length <= a.places.length ? [b, a] : [a, b];
    const [one] = rare.places;
    const [other] = usual.places;
    if (!one || !other || rare.places.length > 1 || !isUsual(one.line, usual)) continue;
    found.push({ written: rare.name, other: usual.name, range: one.range, elsewhere: other.range });
  }
  return found;
}

/**
 * It stands twice, or once in a table where the other stands in the text; and never beside the other. Of reservoirs no two of
 * one paper are called alike.
 */
function isUsual(line: Line, { name, places }: Use): boolean {
  if (places.some((place) => place.line === line)) return false;
  if (name.endsWith('水库')) return true;
  return places.length > 1 || places.some((place) => (place.line.place === 'cell') !== (line.place === 'cell'));
}

/** Whether the first character in which two names differ sounds or looks like the other. */
export function areAlike(a: string, b: string): boolean {
  const at = [...a].findIndex((unit, index) => unit !== b[index]);
  const groups = groupsOf.get(b.charAt(at));
  return at >= 0 && (groupsOf.get(a.charAt(at))?.some((group) => groups?.includes(group)) ?? false);
}
