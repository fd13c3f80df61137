import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { sign } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import { matchesNear } from '../../../../text/nearby.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';

/** A system as a line names it, in parts: “护林哨兵” + 视频巡查 + 系统, or 河道巡查 + 调度 + 平台. */
interface Named {
  /** What makes it this one system. */
  readonly own: string;
  readonly quoted: boolean;
  readonly does: string;
  readonly end: string;
  /** The words in front say that it is one of several, or built. */
  readonly apart: boolean;
  readonly range: Range;
}

const quoted = /“([一-龥A-Za-z0-9+]{2,10})”([一-龥]{0,8}?)(系统|平台)(?![一-龥]{0,2}[、和与及])/gu;
/** 服务 and 管理 say of a system hardly more than that it is one. */
const namedByWork = /([一-龥]{4})(信息管理|管理信息|信息服务|服务|管理|管控|调度)(系统|平台)/gu;

/** What makes it a system, so far behind the beginning of its name. */
const does = /(?:服务|管理信息|管理|管控|调度)(?:系统|平台)/g;
/** Its own name, and 信息 in front of what it does. */
const OWN = 6;

const systemsOn = lineMemo(({ text }): readonly Named[] => [
  ...matchesOf(text, quoted).map((match) => namedBy(match, true)),
  ...matchesNear(text, namedByWork, does, OWN).map((match) => namedBy(match, false)),
]);

/** 一是建设…；二是建设…, 另建设…: so far in front. */
const apart = /(?:[一二三四五六]是|另|同时|再|建设|建成|建立|搭建|构建|开发|打造|新建)[^，。；]*$/;
const FRONT = 16;

function namedBy(match: RegExpExecArray, inMarks: boolean): Named {
  const { 0: raw, 1: own = '', 2: does = '', 3: end = '', index, input } = match;
  const isApart = apart.test(input.slice(Math.max(0, index - FRONT), index));
  return { own, quoted: inMarks, does, end, apart: isApart, range: { start: index, end: index + raw.length } };
}

interface Use {
  readonly one: Named;
  readonly line: Line;
  count: number;
}

/**
 * One system under two names: “护林哨兵”视频巡查系统 and “护林哨兵”监控平台; 河道巡查调度平台 and 河道巡查管理系统. A paper that has
 * three of them, two beside one another, or two that are built means several.
 */
export const systemVariants: NameReader<TwoNames> = { sign: sign({ words: ['系统', '平台'] }), find: systemsIn };

function systemsIn(lines: readonly Line[]): readonly TwoNames[] {
  const bySystem = new Map<string, Map<string, Use>>();
  const beside = new Set<string>();
  for (const line of lines) {
    const here = new Map<string, Named>();
    for (const one of systemsOn(line.facts)) {
      const system = `${one.quoted} ${one.own}`;
      const name = one.does + one.end;
      const before = here.get(system);
      if (before && before.does + before.end !== name && areTwo(before, one, line.text)) beside.add(system);
      here.set(system, one);
      const uses = bySystem.get(system) ?? new Map<string, Use>();
      bySystem.set(system, uses);
      const use = uses.get(name);
      if (use) use.count++;
      else uses.set(name, { one, line, count: 1 });
    }
  }
  return [...bySystem].flatMap(([system, uses]): readonly TwoNames[] => {
    const [first, second, third] = [...uses.values()];
    if (!first || !second || third || beside.has(system) || !areOne(first.one, second.one)) return [];
    const [rare, usual] = first.count < second.count ? [first, second] : [second, first];
    return [
      {
        written: wordsOf(rare),
        other: wordsOf(usual),
        range: rangeOf(rare),
        elsewhere: rangeOf(usual),
      },
    ];
  });
}

/** In the next sentence the same one is spoken of, where no more than its end or the order of 信息管理 is another. */
function areTwo(before: Named, one: Named, text: string): boolean {
  return one.apart || workOf(before) !== workOf(one) || !/[。；]/.test(text.slice(before.range.end, one.range.start));
}
const workOf = ({ does: words }: Named) => (words === '管理信息' ? '信息管理' : words);

/** What has a name of its own has one end; without, one of the two parts may be another. */
function areOne(a: Named, b: Named): boolean {
  return !(a.apart && b.apart) && (!a.quoted || a.end !== b.end);
}

const wordsOf = ({ one, line }: Use) =>
  line.text.slice(one.range.start, one.range.end).replaceAll('“', '‘').replaceAll('”', '’');
const rangeOf = ({ one, line }: Use) => line.at(one.range.start, one.range.end);
