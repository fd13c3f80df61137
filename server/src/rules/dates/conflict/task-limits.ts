import { conflictingEnds } from '../../../dates/compare.ts';
import { datedByLine, datedLimits } from '../../../plan/dated-lines.ts';
import type { Dated, Plan, PlanTable, Section } from '../../../plan/model.ts';
import { allSections } from '../../../plan/sections.ts';
import { hasField, limitFields } from '../../../plan/tables/table-fields.ts';

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
  let titles: ReturnType<typeof titlesByKey> | undefined;
  const limits = datedByLine(plan.dates);
  return tables.flatMap((table) =>
    table.rows.flatMap((row): readonly TaskConflict[] => {
      const [own, second] = datedLimits(table, row, limits);
      if (!own?.span || second || own.expression.deadline !== true) return NONE;
      const name = bare(table.cell(row, 'activity')?.text ?? table.cell(row, 'measure')?.text ?? '');
      if (name.length < KEY || name.length > LONGEST) return [];
      titles ??= titlesByKey(plan.sections);
      const sections = (titles.get(name.slice(0, KEY)) ?? []).filter(({ title }) => bare(title.value).includes(name));
      const [section, more] = sections;
      if (!section || more || section.sections.length > 0) return [];
      const told = plan.dates.filter(({ range, line, expression }) => {
        return (
          line.place !== 'cell' &&
          expression.kind === 'span' &&
          range.start >= section.range.start &&
          range.end <= section.range.end
        );
      });
      const [only, another] = told;
      if (!only || another || only.expression.deadline !== true) return [];
      if (!only.span || only.span.yearKnown !== own.span.yearKnown) return [];
      return conflictingEnds(only.span, own.span).includes('end') ? [{ name, row: own, told: only }] : [];
    }),
  );
}

const NONE: readonly TaskConflict[] = [];

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

/** Behind 整改时限： a day is the limit, with 前 or without. */
const limitLabel = /(?:时限|期限|完成时间)[：:]\s*$/;
const issuePart = /[，。；、]/;

/**
 * Rows of a ledger held against the measures in the text: 针对“沟渠淤塞”的问题…整改时限：6月30日 beside
 * 沟渠淤塞 | 7月15日. The section is the only one that names part of the issue and sets just one day.
 */
export function ledgerConflicts(plan: Plan): readonly TaskConflict[] {
  const ledgers = plan.tables.filter((table) => table.kind === 'ledger' && hasField(table, limitFields));
  if (ledgers.length === 0) return [];
  const sections = allSections(plan).flatMap((section) =>
    section.sections.length === 0 ? [{ title: bare(section.title.value), section }] : [],
  );
  const titles = sections.map(({ title }) => title).join('\n');
  const limits = datedByLine(plan.dates);
  // Of most issues no title speaks at all.
  const isNamed = (part: string) => titles.includes(part);
  return ledgers.flatMap((table) => ofLedger(table, plan, sections, isNamed, limits));
}

function ofLedger(
  table: PlanTable,
  plan: Plan,
  sections: readonly { readonly title: string; readonly section: Section }[],
  isNamed: (part: string) => boolean,
  limits: ReturnType<typeof datedByLine>,
): readonly TaskConflict[] {
  return table.rows.flatMap((row): readonly TaskConflict[] => {
    const [own, second] = datedLimits(table, row, limits);
    if (!own?.span || second) return NONE;
    const name = bare(table.cell(row, 'issue')?.text ?? '');
    const end = name.search(issuePart);
    const part = end < 0 ? name : name.slice(0, end);
    if (part.length < KEY || !isNamed(part)) return NONE;
    const dated = sections
      .filter(({ title }) => title.includes(part))
      .flatMap(({ section }) => {
        const days = plan.dates.filter(
          ({ range, line, expression }) =>
            line.place !== 'cell' &&
            expression.kind === 'span' &&
            range.start >= section.range.start &&
            range.end <= section.range.end,
        );
        return days.length === 0 ? [] : [days];
      });
    const [days, more] = dated;
    const [told, another] = days ?? [];
    if (!told?.span || more || another || told.span.yearKnown !== own.span.yearKnown) return [];
    const { deadline, range } = told.expression;
    if (deadline !== true && !limitLabel.test(told.line.text.slice(Math.max(0, range.start - 8), range.start)))
      return [];
    return conflictingEnds(told.span, own.span).includes('end') ? [{ name: part, row: own, told }] : [];
  });
}
