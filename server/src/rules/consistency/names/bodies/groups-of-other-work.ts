import { lineMemo } from '../../../../plan/facts.ts';
import type { Line, Plan } from '../../../../plan/model.ts';
import { linesWith } from '../../../../plan/signs.ts';
import { matchesOf } from '../../../../text/matches.ts';
import type { TwoNames } from '../reader.ts';
import { workingBodySign } from './body-sign.ts';

/** Kinds of work of which a paper that is about another one has no group; of its 竞赛 or 演练 it may have one. */
const works = '大检查|大排查|专项整治|普查';
const founded = new RegExp(
  `(?:成立|组建|设立)(?:了|由[^，。；]{1,12}的)?“?([一-龥]{2,14}?(${works})(?:活动|行动|工作)?(?:领导|工作|指导|协调)?(?:领导小组|小组|指挥部|专班|委员会))`,
  'g',
);

const foundedOn = lineMemo(({ text }) =>
  matchesOf(text, founded).map(({ 0: raw, 1: name = '', 2: work = '', index }) => ({
    name,
    work,
    start: index + raw.length - name.length,
  })),
);
/** What the group and the title have in common at least: 食品安全. */
const ALIKE = 3;

/**
 * 成立食品安全周大检查活动领导小组 in a paper on the 食品安全宣传周活动: the group is of another work, that of the paper before. The
 * paper speaks of that work in no other paragraph.
 */
export function groupsOfOtherWork({ title }: Plan, lines: readonly Line[]): readonly TwoNames[] {
  const own = title?.value ?? '';
  if (!title || !/活动|宣传|月|周|日|节/.test(own)) return [];
  return linesWith(lines, workingBodySign).flatMap((line): readonly TwoNames[] => {
    if (line.place === 'quote') return [];
    return foundedOn(line.facts).flatMap(({ name, work, start }): readonly TwoNames[] => {
      const plain = work.replace(/^[大专]项?/, '');
      if (own.includes(plain) || !own.includes(name.slice(0, ALIKE))) return [];
      if (lines.some((other) => other !== line && other.text.includes(work))) return [];
      const range = line.at(start, start + name.length);
      return [{ written: name, other: own.replace(/[“”]/g, ''), range, elsewhere: title.range }];
    });
  });
}
