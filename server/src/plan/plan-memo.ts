import type { Plan } from './model.ts';

interface Known<T> {
  readonly start: number;
  readonly found: T;
}

/**
 * Makes what `find` finds out about a plan be found out once, for as long as the text of the plan
 * stays the same: an edit leaves most plans of a file as they were, or merely moves them.
 *
 * @param find must not look beyond the plan, whatever else it is handed; what it gives holds places as source ranges, no lines and
 *   no sections, which belong to one version of the document
 * @param moved the same with all its places so many units further on
 */
export function planMemo<T, Context extends readonly unknown[] = []>(
  find: (plan: Plan, ...context: Context) => T,
  moved: (found: T, by: number) => T,
): (plan: Plan, ...context: Context) => T {
  const known = new WeakMap<object, Known<T>>();
  return (plan, ...context) => {
    const { start } = plan.range;
    const before = known.get(plan.identity);
    if (before?.start === start) return before.found;
    const found = before ? moved(before.found, start - before.start) : find(plan, ...context);
    known.set(plan.identity, { start, found });
    return found;
  };
}

/**
 * Makes `read` read each version of a plan once. What it gives may hold lines and sections, which belong to that version;
 * see `planMemo` for what outlives it.
 */
export function versionMemo<T extends NonNullable<unknown>>(read: (plan: Plan) => T): (plan: Plan) => T {
  const known = new WeakMap<Plan, T>();
  return (plan) => {
    let found = known.get(plan);
    if (found === undefined) {
      found = read(plan);
      known.set(plan, found);
    }
    return found;
  };
}
