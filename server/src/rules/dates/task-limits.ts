import { conflictingEnds } from '../../dates/compare.ts';
import { datedByLine } from '../../plan/dated-lines.ts';
import type { Dated, Plan, Section } from '../../plan/model.ts';
import { hasField, limitCell, limitFields } from '../../plan/table-fields.ts';

/** A task whose row in the table and whose place in the text set two different days. */
export interface TaskConflict {
  readonly name: string;
  readonly row: Dated;
  readonly told: Dated;
}

const KEY = 4;
const LONGEST = 24;
const bare = (text: string) => text.replace(/[\s\u3000“”"《》]/g, '');

/**
 * Rows of a table of tasks held against the sections of the same name: 推行分时段预约诊疗。…4月30日前完成 beside 分时段预约诊疗 | 5月30日前.
 * Compared only where either place sets exactly one last day, and only one section bears the name.
 */
export function taskConflicts(plan: Plan): readonly TaskConflict[] {
  const tables = plan.tables.filter((table) => table.kind !== 'ledger' && hasField(table, limitFields));
  if (tables.length === 0) return [];
  const titles = titlesByKey(plan.sections);
  if (titles.size === 0) return [];
  const limits = datedByLine(plan.dates);
  return tables.flatMap((table) =>
    table.rows.flatMap((row): readonly TaskConflict[] => {
      const name = bare(table.cell(row, 'activity')?.text ?? table.cell(row, 'measure')?.text ?? '');
      if (name.length < KEY || name.length > LONGEST) return [];
      const sections = (titles.get(name.slice(0, KEY)) ?? []).filter(({ title }) => bare(title.value).includes(name));
      const [section, more] = sections;
      const [own, second] = limitCell(table, row)?.lines.flatMap((line) => limits.get(line) ?? []) ?? [];
      if (!section || more || !own || second || section.sections.length > 0) return [];
      const told = plan.dates.filter(({ range, line, expression }) => {
        return (
          line.place !== 'cell' &&
          expression.kind === 'span' &&
          range.start >= section.range.start &&
          range.end <= section.range.end
        );
      });
      const [only, another] = told;
      if (!only || another || only.expression.deadline !== true || own.expression.deadline !== true) return [];
      if (!only.span || !own.span || only.span.yearKnown !== own.span.yearKnown) return [];
      return conflictingEnds(only.span, own.span).includes('end') ? [{ name, row: own, told: only }] : [];
    }),
  );
}

function titlesByKey(sections: readonly Section[]): ReadonlyMap<string, readonly Section[]> {
  const found = new Map<string, Section[]>();
  const visit = (section: Section): void => {
    const title = bare(section.title.value);
    if (title.length <= LONGEST) {
      for (let at = 0; at + KEY <= title.length; at++) {
        const key = title.slice(at, at + KEY);
        const list = found.get(key);
        if (list) list.push(section);
        else found.set(key, [section]);
      }
    }
    section.sections.forEach(visit);
  };
  sections.forEach(visit);
  return found;
}
