import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Line, Plan, Section } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import { allSections } from '../../../plan/sections.ts';
import { linesOf } from '../../../plan/tasks/tasks.ts';
import { isNoStep } from './no-step.ts';

/** Below these, one step follows the other. */
const ofSteps = /步骤|程序|流程|进度|时间安排|工作安排|进程/;
/** Two steps are enough where the heading says that their time is told, too. */
const withTime = /(?:步骤|程序|流程|安排)[和及与、]时间|时间[和及与、](?:步骤|程序|流程)/;
const fewest = 3;
/** 比赛结束后, 现场: the event says when. */
const ofEvent =
  /(?:结束|会议?|赛|活动|考试|演出|仪式)[之以]?后|当[天日场晚]|现场|随后|届时|同时|期间|日常|平时|全程|全年|长期|常态|另行|适时|及时|定期|不定期|每[天日周月季年次]|天[之以]?内|日内/;
/** 每天限投1票, 每天最多报2场 says how much, and not when. */
const cap = /^(?:只)?(?:限|最多|不超过|不多于)/;
export const isCap = ({ line, expression }: Dated): boolean => cap.test(line.text.slice(expression.range.end));
const capped = /每[天日周月][^，。；]{0,4}?(?:限|最多|不超过|不多于)/g;
/** 一、 is a chapter, and no step. */
const stepNumbers: ReadonlySet<string> = new Set(['hanBracket', 'arabic', 'arabicBracket', 'circled', 'stepOrdinal']);

/**
 * A step that names no time among steps that do.
 * @property isTail only the steps in front of it are dated
 */
export interface UndatedStep {
  readonly step: Section;
  readonly isTail: boolean;
}

const NONE: readonly UndatedStep[] = [];

/**
 * A step that names no time, while every other step beside it does; the last two, where those in front of them do. Stages
 * are looked at as stages.
 */
export const undatedSteps = versionMemo((plan: Plan): readonly UndatedStep[] => {
  const byLine = datedByLine(plan.dates);
  // 公示五个工作日 says how long, and not when.
  const timesOn = (line: Line) =>
    byLine.get(line)?.filter((dated) => dated.expression.kind !== 'duration' && !isCap(dated)) ?? [];
  const isDated = (line: Line): boolean => timesOn(line).some(({ span }) => span);
  const stages = new Set(plan.stages.map(({ section }) => section));
  const without = ({ title, body, sections: steps }: Section): readonly UndatedStep[] => {
    const kind = steps.length < 2 ? undefined : steps[0]?.number?.kind;
    if (!kind || !stepNumbers.has(kind)) return NONE;
    const name = `${title.value} ${body.at(-1)?.text.slice(-longestLead) ?? ''}`;
    if (!ofSteps.test(name) || steps.length < (withTime.test(name) ? 2 : fewest)) return NONE;
    if (steps.some((step) => step.number?.kind !== kind || stages.has(step))) return NONE;
    const open = steps.filter((step) => !beginsDated(step));
    const isOne = open.length === 1;
    // 审核, 审定 behind steps with days of their own: the course was dated to its middle, and left there.
    const isTail =
      open.length === 2 && steps.length - open.length >= 2 && steps.slice(-2).every((one) => open.includes(one));
    if (!(isOne || isTail) || open.some(isTimed) || open.some(isOtherwise)) return NONE;
    return open.map((step) => ({ step, isTail }));
  };
  const beginsDated = ({ heading, body }: Section) => isDated(heading) || (body[0] !== undefined && isDated(body[0]));
  const isTimed = (section: Section): boolean =>
    linesOf(section).some((line) => timesOn(line).length > 0) || section.tables.length > 0;
  return allSections(plan).flatMap(without);
});

/** What stands among steps but is none (工作要求), or is done when something else is: 现场表彰, 会后公布. */
export const isOtherwise = (step: Section): boolean =>
  isNoStep(step.title.value) || ofEvent.test(textOf(step).replace(capped, ''));

/** 具体程序和时间安排为： */
const longestLead = 16;

const textOf = (section: Section): string =>
  linesOf(section)
    .map(({ text }) => text)
    .join('\n');
