import { everyLine, plainTextOf } from '../../plan/constraints/lines.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Plan } from '../../plan/model.ts';
import type { Located, Range } from '../../text/range.ts';
import { speaksOf } from './mentions.ts';
import { quotedDemands } from './quoted-lines.ts';

/** 组织一次群众满意度测评, 召开专题民主生活会: a thing to be held or drawn up. What is to be handed in is the reports' business. */
const action =
  /(?:组织|开展|召开|举办|举行|建立|编制|制定)(?:一次|1次|一场|1场|一轮|1轮|一期|1期)?(\p{Script=Han}{4,16}?)(?=[，。；、（(]|不少于|$)/u;

/** Words of doing: 组织党员干部学习 names nobody but those who do it. */
const general = /工作|活动|落实|推进|学习|情况|问题$/;

interface AskedAction {
  readonly range: Range;
  readonly thing: string;
}

const actionOn = lineMemo(({ text }: LineFacts): AskedAction | null => {
  const found = action.exec(text);
  const thing = found?.[1] ?? '';
  if (!found || general.test(thing)) return null;
  return { range: { start: found.index, end: found.index + found[0].length }, thing };
});

/** What a plan quotes as asked of it and nowhere else speaks of, in whatever words. */
export function unmetQuoted(plan: Plan): readonly Located<string>[] {
  const { whole } = quotedDemands(plan);
  if (whole.size === 0) return [];
  const text = plainTextOf(everyLine(plan).filter((line) => !whole.has(line)));
  return [...whole].flatMap((line): readonly Located<string>[] => {
    const asked = actionOn(line.facts);
    if (!asked || text.includes(asked.thing.slice(-2)) || speaksOf(text, asked.thing)) return [];
    const { start, end } = asked.range;
    return [{ value: line.text.slice(start, end), range: line.at(start, end) }];
  });
}
