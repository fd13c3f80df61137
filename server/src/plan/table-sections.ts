import type { PlanTable, Section } from './model.ts';

/** Section of each table: the innermost one in which it stands. Tables in front of all sections have none. */
export function sectionsOfTables(sections: readonly Section[]): ReadonlyMap<PlanTable, Section> {
  const found = new Map<PlanTable, Section>();
  const visit = (section: Section): void => {
    for (const table of section.tables) found.set(table, section);
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return found;
}
