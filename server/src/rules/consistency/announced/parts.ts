import { sectionList } from '../../../plan/announcements/enumerations.ts';
import type { Enumeration, Plan, Section } from '../../../plan/model.ts';

type List = Enumeration['lists'][number];

/** A number that does not fit what is set out below it. */
export interface WrongCount {
  readonly enumeration: Enumeration;
  readonly list: List;
}

/**
 * 反馈4个方面12个问题, held against the sections that are called …方面 and against the items in them, where those are
 * counted on from part to part.
 */
export function wrongParts(plan: Plan): readonly WrongCount[] {
  const announced = plan.enumerations.filter(({ announcement, lists }) => !announcement.slogan && lists.length === 0);
  if (!announced.some(({ announcement }) => isOf(announcement.noun))) return [];
  const holder = onlyHolder(plan.sections);
  if (!holder) return [];
  const parts = holder.sections;
  const items = countedOn(parts);
  return announced.flatMap((enumeration) => {
    const { noun } = enumeration.announcement;
    const { line } = enumeration;
    // Elsewhere in the plan other things may have as many sides.
    if (!plan.opening.includes(line) && !holder.body.includes(line)) return [];
    const listed = noun.endsWith('方面') ? parts : noun.endsWith('问题') ? items : [];
    if (listed.length < 2 || listed.length === enumeration.announced) return [];
    return [{ enumeration, list: sectionList(listed) }];
  });
}

const isOf = (noun: string) => noun.endsWith('方面') || noun.endsWith('问题');

/** The one section whose parts are all called …方面. */
function onlyHolder(sections: readonly Section[]): Section | undefined {
  const found = sections.filter(
    ({ sections: parts }) => parts.length >= 2 && parts.every(({ title }) => /方面(?:的?问题)?$/.test(title.value)),
  );
  return found.length === 1 ? found[0] : undefined;
}

/** The items of all parts when they are numbered through, but for a number or two that are left out; none otherwise. */
function countedOn(parts: readonly Section[]): readonly Section[] {
  const items = parts.flatMap(({ sections }) => sections);
  const values = items.map(({ number }) => number?.value ?? 0);
  const rising = values.every((value, at) => value > (values[at - 1] ?? 0));
  return rising && (values.at(-1) ?? 0) - items.length <= LEFT_OUT ? items : [];
}
const LEFT_OUT = 2;
