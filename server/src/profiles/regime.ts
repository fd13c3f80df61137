import { compare, type PlainDate } from '../dates/civil.ts';
import type { DateSpan } from '../dates/expression.ts';
import type { Plan } from '../plan/model.ts';
import type { Profile } from './profile.ts';

/** The rules of form that a plan is held to. */
export type Regime = NonNullable<Profile['regime']>;

/** 条例 and GB/T 9704-2012 in force. */
export const currentSince: PlainDate = { year: 2012, month: 7, day: 1 };

const written = new WeakMap<object, { readonly day: PlainDate | undefined }>();

/**
 * About when a plan was written: its date of issue, else the first day of the activity or of its
 * stages, else the year of its title, else its latest day with a written year, else the newest
 * document that it cites. A bare year counts as its last day.
 * @returns undefined when the text names no year
 */
export function writtenOn(plan: Plan): PlainDate | undefined {
  let known = written.get(plan.identity);
  if (!known) {
    known = { day: read(plan) };
    written.set(plan.identity, known);
  }
  return known.day;
}

function read(plan: Plan): PlainDate | undefined {
  const starts = [plan.issued, plan.span, ...plan.stages.flatMap(({ schedules }) => schedules.map(({ span }) => span))];
  const start = firstDay(starts);
  if (start) return start;
  const inTitle = /(?<!\d)((?:19|20)\d\d)(?!\d)/.exec(plan.title?.value ?? '')?.[1];
  if (inTitle) return lastDayOf(Number(inTitle));
  let latest: PlainDate | undefined;
  for (const { span } of plan.dates) {
    const day = span?.yearKnown ? (span.start ?? span.end) : undefined;
    if (day && (!latest || compare(day, latest) > 0)) latest = day;
  }
  if (latest) return latest;
  const cited = plan.references.map(({ documentNumber }) =>
    Number(/(?:19|20)\d\d/.exec(documentNumber ?? '')?.[0] ?? 0),
  );
  const year = Math.max(0, ...cited);
  return year > 0 ? lastDayOf(year) : undefined;
}

function firstDay(spans: readonly (DateSpan | undefined)[]): PlainDate | undefined {
  for (const span of spans) if (span?.yearKnown && span.start) return span.start;
  return undefined;
}

function lastDayOf(year: number): PlainDate {
  return { year, month: 12, day: 31 };
}

/** The rules of form for a plan: what its profile says, else by its date; a plan of unknown date is a new one. */
export function regimeOf(plan: Plan, profile: Profile): Regime {
  if (profile.regime) return profile.regime;
  return writtenBefore(plan, currentSince) ? 'pre-2012' : 'gbt9704-2012';
}

/** True when a plan is known to be older than the day. */
export function writtenBefore(plan: Plan, day: PlainDate): boolean {
  const own = writtenOn(plan);
  return own !== undefined && compare(own, day) < 0;
}
