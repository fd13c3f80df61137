import type { Plan, PlanDocument } from '../plan/model.ts';
import { type Range, shift } from '../text/range.ts';

/** Something read from a plan, with its place in the source. */
interface Placed {
  readonly range: Range;
}

interface Known<T> {
  /** Where the plan stood when it was read. */
  readonly start: number;
  readonly items: readonly T[];
}

/**
 * What a rule for the whole file gathers from one plan, kept with the plan's identity: an edit leaves
 * most plans of a file as they were, and what stands in those behind it is moved along.
 * @param read gathers it from the plan's text alone
 */
export function gatheredByPlan<T extends Placed>(
  read: (document: PlanDocument, plan: Plan) => readonly T[],
): (document: PlanDocument, plan: Plan) => readonly T[] {
  const known = new WeakMap<object, Known<T>>();
  return (document, plan) => {
    const { start } = plan.range;
    const before = known.get(plan.identity);
    if (before?.start === start) return before.items;
    const items = before
      ? before.items.map((item) => ({ ...item, range: shift(item.range, start - before.start) }))
      : read(document, plan);
    known.set(plan.identity, { start, items });
    return items;
  };
}
