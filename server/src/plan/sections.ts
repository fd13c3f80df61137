import type { Section } from './model.ts';

/** Some sections with all that they hold, outer ones first. */
export function allSections(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => [section, ...allSections(section.sections)]);
}
