import type { DateSpan } from '../../dates/expression.ts';
import type { Range } from '../../text/range.ts';
import type { Schedule } from '../model.ts';
import type { SuperiorPlan } from '../superior-plan.ts';

/** What a superior plan demands as one text, and where each of its demands stands, in a fixed order. */
export interface Demands {
  readonly text: string;
  readonly places: readonly Range[];
}

const known = new WeakMap<SuperiorPlan, Demands>();

/**
 * Two plans with the same text demand the same, wherever it stands: what was found out by comparing
 * with one holds for the other, and only the places have to be looked up again.
 */
export function demandsOf(superior: SuperiorPlan): Demands {
  let demands = known.get(superior);
  if (!demands) {
    demands = read(superior);
    known.set(superior, demands);
  }
  return demands;
}

function read({ plan: { title }, constraints }: SuperiorPlan): Demands {
  const words: string[] = [];
  const places: Range[] = [];
  const add = (range: Range, ...parts: readonly unknown[]): void => {
    places.push(range);
    words.push(parts.join('\t'));
  };
  if (title) add(title.range, title.value);
  const { general, byAudience } = constraints.overall;
  if (general) add(general.range, ...ofSpan(general));
  for (const schedule of byAudience) add(schedule.range, ...ofSchedule(schedule));
  for (const { name, ordinal, schedules, steps, works, isFromAbove } of constraints.stages) {
    add(name.range, name.value, ordinal, isFromAbove);
    for (const { range, value, isFromAbove: above, audiences } of steps) add(range, value, above, audiences);
    for (const { range, value, clauses } of works) add(range, value, ...clauses);
    for (const schedule of schedules) add(schedule.range, ...ofSchedule(schedule));
  }
  for (const { at, raw, subject, object, item, count, unit, per, audience } of [
    ...constraints.amounts,
    ...constraints.counts,
  ])
    add(at, raw, subject, object, item, count, unit, per, audience);
  for (const { range, value, stage } of constraints.actions) add(range, value, stage);
  for (const { at, raw } of constraints.allotments) add(at, raw);
  for (const { at, words: term, before } of constraints.terms) add(at, term, before);
  for (const { range, value } of constraints.wordings.quotations) add(range, value);
  for (const list of constraints.wordings.lists) {
    for (const { range, value } of list) add(range, value);
    words.push('');
  }
  for (const { at, per, until, by, words: said } of constraints.regularReports) add(at, per, until, by, said);
  for (const { range, deadline, object, recipient, by } of constraints.reports) {
    add(range, object, recipient, by);
    add(deadline.range, ...ofSpan(deadline.value));
  }
  for (const { paper, act, recipient, by, time } of constraints.times.papers)
    add(time.range, paper, act, recipient, by, ...ofSpan(time.value));
  for (const { step, title, stage, isOwned, isForBelow, time } of constraints.times.steps)
    add(time.range, step, title, stage, isOwned, isForBelow, ...ofSpan(time.value));
  for (const { range, value, clauses } of constraints.measures) add(range, value, ...clauses);
  return { text: words.join('\n'), places };
}

const ofSchedule = ({ audience, span }: Schedule) => [audience, ...ofSpan(span)];

function ofSpan({ raw, start, end, yearKnown }: DateSpan): readonly unknown[] {
  return [raw, start?.year, start?.month, start?.day, end?.year, end?.month, end?.day, yearKnown];
}
