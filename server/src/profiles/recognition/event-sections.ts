import { isEmptyLabel } from '../../plan/labels.ts';
import type { Plan, Section } from '../../plan/model.ts';
import { PhraseIndex } from '../phrase-index.ts';
import lists from './recognition.yaml';

const groups = (lists as { readonly eventSections: readonly (readonly string[])[] }).eventSections;
const words = new PhraseIndex(groups.flat());
/** By word, the groups that it tells of. */
const groupsOf = new Map(
  groups.flat().map((word) => [word, groups.flatMap((group, at) => (group.includes(word) ? [at] : []))]),
);
/** Longest title of such a section: 五、活动时间和地点安排. */
const titleLength = 14;

/** The sections that have a heading or a number; labelled lines alone make no other text a plan. */
export function headedSections({ sections }: Plan): readonly Section[] {
  return sections.some(({ style }) => style === 'label') ? sections.filter(({ style }) => style !== 'label') : sections;
}

/**
 * How many groups of sections that a meeting, a lesson or an event needs a plan has: when, where, who
 * comes, what happens, what else is to be seen to.
 */
export function eventGroups(plan: Plan): number {
  const found = new Set<number>();
  const look = (section: Section): void => {
    if (section.title.value.length > titleLength) return;
    const title = section.title.value.replace(/[\s\u3000]+/g, '');
    for (const word of words.inText(title)) for (const group of groupsOf.get(word) ?? []) found.add(group);
  };
  // 活动时间 on a line of its own is a heading, though it is read as a label.
  const alone = plan.sections.filter(
    (section) => section.style === 'label' && section.runIn === undefined && !isEmptyLabel(section),
  );
  for (const section of [...headedSections(plan), ...(plan.title ? alone : [])]) {
    look(section);
    section.sections.forEach(look);
  }
  return found.size;
}
