import type { Plan, PlanDocument } from '../plan/model.ts';
import { planMemo } from '../plan/plan-memo.ts';
import { type Range, shift } from '../text/range.ts';

/** Something read from a plan, with its place in the source. */
interface Placed {
  readonly range: Range;
}

/**
 * What a rule for the whole file gathers from one plan, kept with the plan's identity: an edit leaves
 * most plans of a file as they were, and what stands in those behind it is moved along.
 * @param read gathers it from the plan's text alone
 */
export function gatheredByPlan<T extends Placed>(
  read: (document: PlanDocument, plan: Plan) => readonly T[],
): (document: PlanDocument, plan: Plan) => readonly T[] {
  const gathered = planMemo(
    (plan, document: PlanDocument) => read(document, plan),
    (items, by) => items.map((item) => ({ ...item, range: shift(item.range, by) })),
  );
  return (document, plan) => gathered(plan, document);
}
