import type { Line, PlanTable, Section } from '../model.ts';

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

/** The dated heading around each table, by the first line of the table: 5月10日前 in a stage of 2027 is of 2027. */
export function datedHeadings(sections: readonly Section[]): ReadonlyMap<Line, Line> {
  const found = new Map<Line, Line>();
  const visit = (section: Section, around: Line | undefined): void => {
    const dated = section.heading.facts.dates.length > 0 ? section.heading : around;
    if (dated) for (const table of section.tables) addTable(table, dated);
    for (const inner of section.sections) visit(inner, dated);
  };
  const addTable = ({ columns, rows }: PlanTable, heading: Line): void => {
    const first = columns.find(({ header }) => header.lines.length > 0)?.header.lines[0] ?? firstOf(rows);
    if (first) found.set(first, heading);
  };
  for (const section of sections) visit(section, undefined);
  return found;
}

function firstOf(rows: PlanTable['rows']): Line | undefined {
  for (const { cells } of rows) for (const { lines } of cells) if (lines[0]) return lines[0];
  return undefined;
}
