import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { anyOf } from '../../../../text/any-of.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import source from '../../name-variant.yaml';
import type { NameReader, TwoNames } from '../reader.ts';

const { renamedOffices } = source as {
  readonly renamedOffices: readonly { readonly from: readonly string[]; readonly to: readonly string[] }[];
};
const newNames: ReadonlyMap<string, readonly string[]> = new Map(
  renamedOffices.flatMap(({ from, to }) => from.map((name) => [name, to] as const)),
);
const office = new RegExp(
  `(?<![原前老旧])([省市县区旗州盟])(${anyOf([...newNames.keys(), ...[...newNames.values()].flat()])})`,
  'gu',
);

/** 2016年县环保局批复的项目: what an office did while it bore the name. */
const past = /(?:19\d\d|20(?:0\d|1[0-8]))年[^。；]{0,20}$/;

interface Office {
  readonly level: string;
  readonly name: string;
  readonly range: Range;
}

const officesOn = lineMemo(({ text }): readonly Office[] => {
  // 《关于…》 are called as they were; 由县国土资源局更名 tells the change.
  if (/《|更名|改名|原|划转|撤销|合并|组建|机构改革/.test(text)) return none;
  const found = matchesOf(text, office).flatMap(({ 0: raw, 1: level = '', 2: name = '', index }) =>
    newNames.has(name) && past.test(text.slice(0, index))
      ? []
      : [{ level, name, range: { start: index, end: index + raw.length } }],
  );
  return found.length === 0 ? none : found;
});
const none: readonly Office[] = [];

/** An office by the name that it had before the reform of 2018, beside its new one: 县国土资源局 and 县自然资源局. */
export const renamedVariants: NameReader<TwoNames> = {
  sign: sign({ words: [...newNames.keys(), ...[...newNames.values()].flat()].map((name) => name.slice(-2)) }),
  find: officesIn,
};

function officesIn(lines: readonly Line[]): readonly TwoNames[] {
  const places = new Map<string, Range>();
  for (const line of lines) {
    for (const { level, name, range } of officesOn(line.facts)) {
      if (!places.has(level + name)) places.set(level + name, line.at(range.start, range.end));
    }
  }
  return [...places].flatMap(([written, range]): readonly TwoNames[] => {
    const other = newNames
      .get(written.slice(1))
      ?.map((name) => written.charAt(0) + name)
      .find((name) => places.has(name));
    const elsewhere = other === undefined ? undefined : places.get(other);
    return other !== undefined && elsewhere ? [{ written, other, range, elsewhere }] : [];
  });
}
