import { isRange } from '../../../dates/expression.ts';
import type { Line, Plan, Section, Stage } from '../../../plan/model.ts';
import { allSections } from '../../../plan/sections.ts';
import { tellsTimeOtherwise, toldByEvent } from './by-event.ts';
import { isNoStep } from './no-step.ts';

/** So many parts beside it have their windows. */
const OTHERS = 2;

/**
 * The only one of several parts without a window behind its title, where each of the others has one there, in brackets:
 * 1.第一轮（5月6日至5月20日）, 2.第二轮, 3.第三轮（8月1日至8月15日）. Stages are looked at as stages.
 */
export function unwindowedParts(plan: Plan): readonly Section[] {
  // 第二轮，4月28日前汇总数据: the day in a heading that is a sentence is taken for the time of a stage.
  const isToldInHeading = ({ schedules }: Stage) => schedules.some(({ origin }) => origin === 'heading');
  const stages = new Set(plan.stages.flatMap((stage) => (isToldInHeading(stage) ? [] : [stage.section])));
  return [plan.sections, ...allSections(plan).map(({ sections }) => sections)].flatMap((parts) => {
    const kind = parts[0]?.number?.kind;
    if (parts.length <= OTHERS || !kind || parts.some(({ number }) => number?.kind !== kind)) return [];
    const [only, more] = parts.filter((part) => !hasWindow(part));
    if (!only || more || stages.has(only)) return [];
    return isNoStep(only.title.value) || saysWhen(only) ? [] : [only];
  });
}

/** Behind its name stands a window in brackets. */
function hasWindow({ heading, titleAt }: Section): boolean {
  const bracket = windowBracket.exec(heading.text.slice(titleAt));
  if (!bracket) return false;
  const end = titleAt + bracket[0].length;
  return heading.facts.dates.some(
    (date) => date.kind === 'span' && date.from && date.to && date.range.start > titleAt && date.range.end < end,
  );
}
const windowBracket = /^[^，。；：:（()）]{2,24}[（(][^（()）]{2,30}[)）]/;

/** 第二轮 of 第二轮，复查隐患整改情况: what is called so. */
export const nameOfPart = ({ title: { value } }: Section): string => /^[^，。；：:（()）]*/.exec(value)?.[0] ?? value;

/** It has a window elsewhere, or goes on for good; the day of a step (5月10日前召开会议) is no window. */
function saysWhen(section: Section): boolean {
  if (tellsTimeOtherwise(section)) return true;
  const { heading, titleAt } = section;
  const near = titleAt + nameOfPart(section).length + NEAR;
  if (heading.facts.dates.some(({ range }) => range.start < near)) return true;
  const lines = [heading, ...section.body.slice(0, 1)];
  if (handedIn.test(section.title.value) && lines.some(({ facts }) => facts.dates.some(({ deadline }) => deadline)))
    return true;
  return section.tables.length > 0 || lines.some(tellsWindow);
}

/** Of what is handed in the last day is all that has to be known. */
const handedIn = /提交|报送|上报|上交|申报|报名|投稿/;

/** A mark and a word may stand between the name of a part and its time. */
const NEAR = 6;

const tellsWindow = ({ facts: { dates, text } }: Line): boolean =>
  toldByEvent.test(text) ||
  dates.some(
    (date) => date.kind === 'ongoing' || date.kind === 'recurring' || date.kind === 'malformed' || isRange(date),
  );
