import type { Line } from '../../../../plan/model.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { workingBodySign } from './body-sign.ts';

/** 竞聘 of 竞聘工作小组 and of 竞聘工作领导小组. */
const own = /^(?!工作)([一-龥]{2,8}?)(?:工作)?(领导)?小组$/;
/** Where a body is set up: 下设竞聘工作小组和申诉小组. */
const founding = /(?:下设|设立|成立|组建|设)[^，。；：]{0,30}$/;
/** 各村成立整治工作小组: those that others set up. */
const ofOthers =
  /(?:各|每个?|[村居组校站所院]|社区|企业|车间)[^，。；：]{0,8}(?:下设|设立|成立|组建|设)[^，。；：]{0,30}$/;
/** Who sits in it stands behind it. */
const members = /^[（(：:，]?(?:由|组长|成员|名单|人员)/;
/** That of another level. */
const level = /上级|[省市县区局]/;

interface Placed {
  readonly name: string;
  readonly range: Range;
}

/**
 * 竞聘工作领导小组 decides in a plan that has set up a 竞聘工作小组 and no such leading group: the small group is meant, or the
 * leading group that goes by another name.
 */
export const smallGroups: NameReader<TwoNames> = { sign: workingBodySign, find: smallGroupsIn };

/** It is set up, heads a list, or is somebody else's: nothing is amiss with a leading group that is there. */
function isToldOf({ text, place }: Line, name: string, before: string, end: number): boolean {
  return (
    /(?:设立|成立|组建|建立|调整)[^，。；：]{0,30}$/.test(before) ||
    members.test(text.slice(end)) ||
    level.test(name) ||
    place === 'heading' ||
    text.length < name.length + 6
  );
}

function smallGroupsIn(lines: readonly Line[]): readonly TwoNames[] {
  const small = new Map<string, Placed>();
  const leading = new Map<string, Placed[]>();
  const told = new Set<string>();
  for (const line of lines) {
    for (const { name, range } of line.facts.workingBodies) {
      const [, matter = '', lead] = own.exec(name) ?? [];
      if (matter === '') continue;
      const place = { name, range: line.at(range.start, range.end) };
      const before = line.text.slice(0, range.start);
      const key = matter.slice(-2);
      if (lead === undefined) {
        if (founding.test(before) && !ofOthers.test(before) && !small.has(key)) small.set(key, place);
      } else if (isToldOf(line, name, before, range.end)) told.add(key);
      else leading.set(key, [...(leading.get(key) ?? []), place]);
    }
  }
  return [...leading].flatMap(([key, places]): readonly TwoNames[] => {
    const [group, first] = [small.get(key), places[0]];
    if (!group || !first || told.has(key)) return [];
    return [{ written: first.name, other: group.name, range: first.range, elsewhere: group.range }];
  });
}
