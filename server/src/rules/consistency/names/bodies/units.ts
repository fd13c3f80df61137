import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { Range } from '../../../../text/range.ts';
import { placesByName, rarer } from '../rare.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/**
 * 市道路运输管理局, 县公共资源交易管理中心, 市水务管理事务中心: an office of a level whose name has 管理 in front of its last word. A
 * short name is whole where a centre is of 事务 or 服务.
 */
const managing =
  /([省市县区镇乡州])(?:([一-龥]{4,8}?)管理(局|中心|所|站|处|办公室)|([一-龥]{2,8}?)管理((?:事务|服务|保障|指导)中心))/g;
/** 城市公园 begins no name of a level behind 城. */
const level = /[省市县区镇乡州各]/;

/** 各区水务局、市水务管理事务中心：, those to whom a paper goes. */
const addressed = /^[^，。；：:]{4,120}[：:]$/;

interface Managing {
  readonly whole: string;
  readonly short: string;
  readonly range: Range;
}

const managingOn = lineMemo(({ text }): readonly Managing[] => {
  const found = matchesOf(text, managing).flatMap(
    ({ 0: raw, 1: at = '', 2: core = '', 3: end = '', 4: field = core, 5: centre = end, index }) => {
      // 县市场监管局和县城市管理局: the name begins behind the last of the levels.
      if (level.test(field)) return [];
      return [{ whole: raw, short: at + field + centre, range: { start: index, end: index + raw.length } }];
    },
  );
  return found.length === 0 ? none : found;
});
const none: readonly Managing[] = [];

/** One office with 管理 in its name here and without it there: 市道路运输管理局 and 市道路运输局. A declared short name is none. */
export const officeVariants: NameReader<TwoNames> = {
  // What stands behind 管理 is rarer than the word.
  sign: sign({ words: [...'局中所站处办事服保指'].map((unit) => `理${unit}`) }),
  find: officesIn,
};

function officesIn(lines: readonly Line[], all: readonly Line[]): readonly TwoNames[] {
  const wholes = new Map<string, { readonly whole: string; readonly isAddressed: boolean; readonly places: Range[] }>();
  for (const line of lines) {
    for (const { whole, short, range } of managingOn(line.facts)) {
      const known = wholes.get(short) ?? { whole, isAddressed: addressed.test(line.text), places: [] };
      wholes.set(short, known);
      known.places.push(line.at(range.start, range.end));
    }
  }
  return [...wholes].flatMap(([short, { whole, isAddressed, places }]): readonly TwoNames[] => {
    const others: Range[] = [];
    for (const line of all) {
      if (line.place === 'quote') continue;
      for (let at = line.text.indexOf(short); at >= 0; at = line.text.indexOf(short, at + 1)) {
        if (areBeside(line.text, whole, short) || /简称[^，。；]{0,4}$/.test(line.text.slice(Math.max(0, at - 7), at)))
          return [];
        others.push(line.at(at, at + short.length));
      }
    }
    const [first, lost] = [places[0], others[0]];
    // Whom the paper goes to is called by the full name: what is left out further down is the slip.
    if (first && lost && isAddressed && first.start < lost.start)
      return [{ written: short, other: whole, range: lost, elsewhere: first }];
    return rarer({ name: whole, places }, { name: short, places: others });
  });
}

/** Side by side they are two offices, or a name and its short form. */
function areBeside(text: string, a: string, b: string): boolean {
  return ['、', '和', '与', '及', '（', '('].some((mark) => text.includes(a + mark + b) || text.includes(b + mark + a));
}

/** What names of offices end with; the 心 is that of 中心. */
const OFFICE = '办局所站队室科处股委部心';
/** 建管中心（房管办）: an office, and the other name that it has. */
const aliased = new RegExp(`([一-龥]{2}[${OFFICE}])[（(]([一-龥]{1,5}[${OFFICE}])[）)]`, 'g');
const office = new RegExp(`(?:[${OFFICE.replace('心', '')}]|中心)$`);
/** What makes another office of a name. */
const ofLevel = /[省市县区镇乡村州局街校院本我原]/;

interface Aliased {
  readonly key: string;
  readonly alias: string;
  readonly range: Range;
}

const aliasedOn = lineMemo(({ text }): readonly Aliased[] => {
  const found = matchesOf(text, aliased).flatMap(({ 0: raw, 1: name = '', 2: alias = '', index }) => {
    if (!office.test(name) || !office.test(alias)) return [];
    // The last four characters of the name tell the office, where it has as many.
    const start = /[一-龥]/.test(text.charAt(index - 1)) ? index - 1 : index;
    return [{ key: text.slice(start, index) + name, alias, range: { start, end: index + raw.length } }];
  });
  return found.length === 0 ? noAlias : found;
});
const noAlias: readonly Aliased[] = [];

/** The other name of one office in two ways: 建管中心（房管办） and 建管中心（房办）. */
export const aliasVariants: NameReader<TwoNames> = {
  sign: sign({ words: [...OFFICE].flatMap((end) => [`${end}（`, `${end}(`]) }),
  find: aliasesIn,
};

function aliasesIn(lines: readonly Line[]): readonly TwoNames[] {
  const byOffice = new Map<string, Map<string, Range[]>>();
  for (const line of lines) {
    for (const { key, alias, range } of aliasedOn(line.facts)) {
      const aliases = byOffice.get(key) ?? new Map<string, Range[]>();
      byOffice.set(key, aliases);
      placesByName(aliases, alias, line.at(range.start, range.end));
    }
  }
  return [...byOffice].flatMap(([key, aliases]): readonly TwoNames[] => {
    const [a, b, ...more] = [...aliases];
    if (!a || !b || more.length > 0 || !hasOneMore(a[0], b[0])) return [];
    return rarer({ name: `${key}（${a[0]}）`, places: a[1] }, { name: `${key}（${b[0]}）`, places: b[1] });
  });
}

/** 房管办 is 房办 with one character more within; one of level makes another office. */
function hasOneMore(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (long.length !== short.length + 1) return false;
  for (let at = 0; at < short.length; at++) {
    if (short.slice(0, at) + long.charAt(at) + short.slice(at) === long) return !ofLevel.test(long.charAt(at));
  }
  return false;
}
