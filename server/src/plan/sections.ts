import type { Section } from './model.ts';

/** Some sections with all that they hold, outer ones first. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  const found: Section[] = [];
  collect(sections, found);
  return found;
}

function collect(sections: readonly Section[], found: Section[]): void {
  for (const section of sections) {
    found.push(section);
    if (section.sections.length > 0) collect(section.sections, found);
  }
}
