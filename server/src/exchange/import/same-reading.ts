import type { Plan, PlanDocument, Section } from '../../plan/model.ts';

/** Whether two texts are read as the same plans: titles, outline, stages with their windows, tables. */
export function sameReading(one: PlanDocument, other: PlanDocument): boolean {
  return readingOf(one) === readingOf(other);
}

/** What is read, without blanks and places. */
export function readingOf({ plans }: PlanDocument): string {
  return JSON.stringify(plans.map(planOf));
}

function planOf(plan: Plan): unknown {
  return {
    title: squeeze(plan.title?.value ?? ''),
    kind: plan.kind,
    issuer: squeeze(plan.issuer?.value ?? ''),
    issued: plan.issued?.raw,
    sections: plan.sections.map(sectionOf),
    stages: plan.stages.map(({ ordinal, name, schedules }) => [
      ordinal,
      squeeze(name.value),
      schedules.map(({ audience, span, origin }) => [audience, span.start, span.end, origin]),
    ]),
    tables: plan.tables.map(({ kind, rows, columns }) => [kind, rows.length, columns.map(({ field }) => field)]),
  };
}

function sectionOf({ number, title, sections }: Section): unknown {
  return [squeeze(number?.raw ?? ''), squeeze(title.value), sections.map(sectionOf)];
}

const squeeze = (text: string) => text.replace(/[\s\u3000]+/g, '');
