import type { Section } from './model.ts';

const known = new WeakMap<readonly Section[], readonly Section[]>();

/** Some sections with all that they hold, outer ones first. Kept with their list: several readers go through those of a plan. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  let all = known.get(sections);
  if (!all) {
    const found: Section[] = [];
    gather(sections, found);
    all = found;
    known.set(sections, all);
  }
  return all;
}

function gather(sections: readonly Section[], found: Section[]): void {
  for (const section of sections) {
    found.push(section);
    gather(section.sections, found);
  }
}
