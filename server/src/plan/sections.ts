import type { Section } from './model.ts';

/** By the list of the outer ones, which is that of one version of a plan. */
const known = new WeakMap<readonly Section[], readonly Section[]>();

/** Some sections with all that they hold, outer ones first. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  let all = known.get(sections);
  if (!all) {
    const found: Section[] = [];
    addAll(found, sections);
    all = found;
    known.set(sections, all);
  }
  return all;
}

function addAll(found: Section[], sections: readonly Section[]): void {
  for (const section of sections) {
    found.push(section);
    addAll(found, section.sections);
  }
}
