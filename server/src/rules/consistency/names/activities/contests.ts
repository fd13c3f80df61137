import { lineMemo } from '../../../../plan/facts.ts';
import type { Line } from '../../../../plan/model.ts';
import { matchesNear } from '../../../../text/nearby.ts';
import type { Range } from '../../../../text/range.ts';
import type { NameReader, TwoNames } from '../reader.ts';
import { editionSign } from './editions.ts';

/** 第八届湖南省…大赛: what stands in front of the number and behind it. */
const contest =
  /([一-龥]{0,16})第([一二三四五六七八九十]{1,3}|[0-9]{1,2})届([一-龥]{2,18}?(?:大赛|竞赛|比赛|联赛|运动会|艺术节|文化节|科技节|博览会))/g;
const numbered = /第(?:[一二三四五六七八九十]{1,3}|[0-9]{1,2})届/g;
const LONGEST_FRONT = 16;
/** Who takes part may be said or not. */
const WHO = '(?:大学生|研究生|中小学生|学生|青少年|教师|职工)';
const whoInFront = new RegExp(`^${WHO}`);
const whoBehind = new RegExp(`${WHO}$`);
const nobodyElse = new RegExp(`^${WHO}?$`);

interface Contest {
  readonly number: string;
  readonly front: string;
  readonly behind: string;
  /** Of the number and what stands behind it. */
  readonly range: Range;
}

const contestsOn = lineMemo(({ text }): readonly Contest[] => {
  return matchesNear(text, contest, numbered, LONGEST_FRONT).map(
    ({ 0: raw, 1: front = '', 2: number = '', 3: behind = '', index }) => ({
      number,
      front,
      behind,
      range: { start: index + front.length, end: index + raw.length },
    }),
  );
});

interface Placed extends Contest {
  readonly place: Range;
  readonly line: Line;
}

/** One contest with its number in two places of its name: 第八届东湾省程序设计大赛 and 东湾省大学生第八届程序设计大赛. */
export const contestVariants: NameReader<TwoNames> = { sign: editionSign, find: contestsIn };

function contestsIn(lines: readonly Line[]): readonly TwoNames[] {
  const forms = new Map<string, Placed>();
  for (const line of lines) {
    for (const one of contestsOn(line.facts)) {
      const form = one.front + one.number + one.behind;
      if (!forms.has(form)) forms.set(form, { line, place: line.at(one.range.start, one.range.end), ...one });
    }
  }
  const all = [...forms.values()];
  const found = new Map<string, TwoNames>();
  for (const whole of all) {
    for (const apart of all) {
      const holder = whole.number === apart.number ? holderOf(whole.behind, apart.behind) : undefined;
      if (holder === undefined || found.has(holder)) continue;
      const at = apart.front.lastIndexOf(holder);
      // 东湾省, 大学生 in front of the number and nothing else.
      if (at < 0 || !nobodyElse.test(apart.front.slice(at + holder.length))) continue;
      const start = apart.range.start - (apart.front.length - at);
      const own = { name: apart.line.text.slice(start, apart.range.end), range: apart.line.at(start, apart.range.end) };
      const other = { name: whole.line.text.slice(whole.range.start, whole.range.end), range: whole.place };
      const [later, earlier] = own.range.start > other.range.start ? [own, other] : [other, own];
      found.set(holder, {
        written: later.name,
        other: earlier.name,
        range: later.range,
        elsewhere: earlier.range,
      });
    }
  }
  return [...found.values()];
}

/** 东湾省 of 东湾省程序设计大赛 beside 程序设计大赛 or 大学生程序设计大赛. */
function holderOf(whole: string, rest: string): string | undefined {
  for (const end of [rest, rest.replace(whoInFront, '')]) {
    if (end.length >= 4 && whole.length >= end.length + 2 && whole.endsWith(end)) {
      const holder = whole.slice(0, -end.length).replace(whoBehind, '');
      if (holder.length >= 2) return holder;
    }
  }
  return undefined;
}
