import type { PlainDate } from '../dates/civil.ts';
import type { DateSpan } from '../dates/expression.ts';
import type { NumberToken } from '../numbering/token.ts';
import type { Party, Plan, PlanDocument, PlanTable, Section, Stage, Task } from '../plan/model.ts';
import { membersBelowLabels } from '../plan/parties/group-members.ts';
import type { RecognisedPlan } from '../rules/rule.ts';
import { type Place, Positions } from '../text/positions.ts';
import type { Range } from '../text/range.ts';
import { isoDay } from '../workspace/effective-settings.ts';

type PlaceOf = (range: Range) => Place;

/** The contract of `fangan model`; schemas/model.schema.json describes it. */
export function modelOf(path: string, document: PlanDocument, recognised: readonly RecognisedPlan[]): object {
  const positions = new Positions(document.markdown.text);
  const place = (range: Range) => positions.place(range);
  return {
    version: 1,
    path,
    plans: document.plans.map((plan) =>
      planOf(
        plan,
        recognised.find((entry) => entry.plan === plan),
        place,
      ),
    ),
  };
}

function planOf(plan: Plan, recognised: RecognisedPlan | undefined, place: PlaceOf): object {
  const { span } = plan;
  return {
    title: plan.title?.value ?? null,
    kind: plan.kind,
    profile: recognised?.profile.id ?? null,
    issuer: plan.issuer?.value ?? null,
    issued: plan.issued ? day(plan.issued, plan.issued.start) : null,
    span: span ? { start: day(span, span.start), end: day(span, span.end), raw: span.raw } : null,
    sections: plan.sections.map((section) => sectionOf(section, place)),
    stages: plan.stages.map((stage) => stageOf(stage, place)),
    measures: plan.measures.map((task) => taskOf(task, place)),
    parties: [...plan.parties, ...membersBelowLabels(plan.lines)]
      .sort((a, b) => a.range.start - b.range.start)
      .map((party) => partyOf(party, place)),
    ledger: tablesOf(plan, ['ledger', 'taskBreakdown'], place),
    workflow: tablesOf(plan, ['workflow', 'schedule'], place),
    enumerations: plan.enumerations.map(({ announced, announcement, lists, line, range }) => ({
      announced,
      listed: lists[0]?.count ?? null,
      raw: line.text.slice(announcement.range.start, announcement.range.end),
      range: place(range),
    })),
    references: plan.references.map((reference) => ({
      title: reference.title ?? null,
      documentNumber: reference.documentNumber ?? null,
      range: place(reference.range),
    })),
  };
}

function sectionOf(section: Section, place: PlaceOf): object {
  return {
    number: section.number ? ordinalOf(section.number) : null,
    title: section.title.value,
    level: section.level,
    range: place(section.range),
    sections: section.sections.map((inner) => sectionOf(inner, place)),
  };
}

/** 一 in 一、 and （一）, 1 in 1. — brackets and marks are form. */
function ordinalOf({ raw }: NumberToken): string {
  return raw.replace(/^[（(]\s*|\s*[）)]?[、.．,，:：)）]?\s*$/g, '');
}

function stageOf(stage: Stage, place: PlaceOf): object {
  return {
    ordinal: stage.ordinal,
    name: stage.name.value,
    range: place(stage.range),
    schedules: stage.schedules.map(({ audience, span, origin, range }) => ({
      audience: audience ?? null,
      start: day(span, span.start),
      end: day(span, span.end),
      raw: span.raw,
      origin,
      range: place(range),
    })),
    steps: stage.steps.map((task) => taskOf(task, place)),
  };
}

function taskOf({ title, time, parties, range }: Task, place: PlaceOf): object {
  return {
    title: title.value,
    deadline: time.span ? day(time.span, time.span.end) : null,
    parties: [...new Set(parties.map((party) => party.name))],
    range: place(range),
  };
}

function partyOf(party: Party, place: PlaceOf): object {
  return {
    name: party.name,
    role: party.role,
    unit: party.unit ?? null,
    rank: party.rank ?? null,
    range: place(party.range),
  };
}

/** A day as ISO 8601; null for an open side and for a day whose year is unknown. */
function day(span: DateSpan, side: PlainDate | undefined): string | null {
  return side && span.yearKnown ? isoDay(side) : null;
}

/** The tables of some kinds, each row by what its columns hold; null when there are none. */
function tablesOf(plan: Plan, kinds: readonly PlanTable['kind'][], place: PlaceOf): object | null {
  const tables = plan.tables.filter((table) => kinds.includes(table.kind));
  if (tables.length === 0) return null;
  return {
    tables: tables.map((table) => ({
      kind: table.kind,
      title: table.title?.value ?? null,
      audience: table.audience ?? null,
      range: place(table.range),
      columns: table.columns.map(({ header, field }) => ({ header: header.text, field: field ?? null })),
      rows: table.rows.map((row) => ({
        range: place(row.range),
        cells: row.cells.map((cell) => (cell.carried ?? cell).text),
      })),
    })),
  };
}
