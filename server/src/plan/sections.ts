import type { Section } from './model.ts';
import { versionMemo } from './plan-memo.ts';

/** All sections of a plan, outer ones first. */
export const allSections = versionMemo(({ sections }): readonly Section[] => {
  const found: Section[] = [];
  addAll(found, sections);
  return found;
});

function addAll(found: Section[], sections: readonly Section[]): void {
  for (const section of sections) {
    found.push(section);
    addAll(found, section.sections);
  }
}
