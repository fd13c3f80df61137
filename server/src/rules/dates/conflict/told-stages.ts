import { conflictingEnds } from '../../../dates/compare.ts';
import { isRange } from '../../../dates/expression.ts';
import type { Dated, Plan } from '../../../plan/model.ts';

/** A part of the schedule that is told once more with other days. */
export interface StageConflict {
  readonly name: string;
  readonly place: Dated;
  readonly other: Dated;
}

/**
 * 1、投稿：7月5日至8月15日 where the schedule has 投稿：7月5日—8月5日. Which of the two is right only the author knows: each is
 * a place of its own.
 */
export function toldStageConflicts(plan: Plan): readonly StageConflict[] {
  return plan.stages.flatMap(({ name, section, schedules: [listed] }): readonly StageConflict[] => {
    if (section || !listed) return NONE;
    const told = plan.dates.filter((dated) => isRange(dated.expression) && isToldOf(dated, name.value));
    if (told.length === 0) return NONE;
    const other = plan.dates.find(({ range }) => range.start === listed.range.start);
    const place = told.find((dated) => dated !== other && differs(dated, other));
    return other && place ? [{ name: name.value, place, other }] : NONE;
  });
}

const NONE: readonly StageConflict[] = [];

function isToldOf({ line: { text, facts, place }, expression: { range } }: Dated, name: string): boolean {
  const head = facts.number?.range.end ?? 0;
  return (
    place !== 'quote' && text.startsWith(name, head) && /^[：:]\s?$/.test(text.slice(head + name.length, range.start))
  );
}

function differs({ span }: Dated, other: Dated | undefined): boolean {
  const own = other?.span;
  return Boolean(span && own && span.yearKnown === own.yearKnown && conflictingEnds(span, own).length > 0);
}
