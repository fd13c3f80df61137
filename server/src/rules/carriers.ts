import type { Plan, PlanDocument } from '../plan/model.ts';
import { carriers } from '../plan/plans.ts';
import type { RecognisedPlan, Rule } from './rule.ts';

const NONE: readonly RecognisedPlan[] = [];

/**
 * The notices in whose file the plans stand that they pass on. A notice is no plan and lacks nothing that a plan must have, but it
 * is signed and sent with its plan: how it is written is judged, with the profile of the plan.
 */
export function carriersOf(document: PlanDocument, recognised: readonly RecognisedPlan[]): readonly RecognisedPlan[] {
  if (document.plans.length <= recognised.length) return NONE;
  const isPlan = new Set(recognised.map(({ plan }) => plan));
  return recognised.flatMap(({ plan, profile }) => {
    const carrier = carrierOf(document, plan);
    return carrier && !isPlan.has(carrier) ? [{ plan: carrier, profile }] : [];
  });
}

/** The notice that passes a plan on, in front of it in the same file. */
export function carrierOf({ plans }: PlanDocument, plan: Plan): Plan | undefined {
  const before = plan.attachment ? plans[plans.indexOf(plan) - 1] : undefined;
  return before && carriers.has(before.kind) ? before : undefined;
}

const known = new WeakMap<readonly Rule[], readonly Rule[]>();

/** Those of the rules that judge how a text is written, whatever it is. */
export function rulesOfCarriers(rules: readonly Rule[]): readonly Rule[] {
  let found = known.get(rules);
  if (!found) {
    found = rules.filter(({ ofCarriers }) => ofCarriers);
    known.set(rules, found);
  }
  return found;
}
