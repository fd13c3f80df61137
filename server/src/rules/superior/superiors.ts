import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Plan } from '../../plan/model.ts';
import { planMemo } from '../../plan/plan-memo.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { isSlip, plainTitle } from '../consistency/names/title-slips.ts';
import type { RecognisedPlan } from '../rule.ts';
import { isPartOf } from './kin.ts';

/** The superior plans of a document that stand in other files. */
export interface Superiors {
  readonly links: readonly SuperiorLink[];
  /** What the front matter names and what is not to be found. */
  readonly missing: readonly string[];
}

export interface SuperiorLink {
  readonly superior: SuperiorPlan;
  /** Named by the front matter: it counts for all plans of the file. The others count where they are cited. */
  readonly declared: boolean;
}

/** The titles on which a plan rests: 根据《…》 in its opening. A plan that an edit only moved is not read for them. */
export const citedTitles = planMemo(
  (plan): readonly string[] =>
    plan.references.flatMap(({ title, basis }) => (basis && title !== undefined ? [title] : [])),
  (found) => found,
);

/** Whether a cited title means the plan of that title: the same, or with a slip. */
export function meansTitle(cited: string, title: string): boolean {
  const a = plainTitle(cited);
  const b = plainTitle(title);
  return a === b || isSlip(a, b);
}

const within = new WeakMap<Plan, SuperiorPlan>();

/**
 * The superior plans of one plan: those of other files that count for it, and those of its own file that it cites, or
 * of which it is a stage, or on which it reports.
 */
export function superiorsWithin(
  { plan }: RecognisedPlan,
  plans: readonly RecognisedPlan[],
  superiors: Superiors | undefined,
): readonly SuperiorPlan[] {
  if (plans.length < 2 && !superiors?.links.length) return [];
  const titles = citedTitles(plan);
  const own = plans.filter((other) => other.plan !== plan && isPartOf(plan, other.plan));
  const isCited = (title: string | undefined) =>
    title !== undefined && titles.some((candidate) => meansTitle(candidate, title));
  const elsewhere = (superiors?.links ?? [])
    .filter(({ superior, declared }) => declared || isCited(superior.plan.title?.value))
    .map(({ superior }) => superior);
  if (titles.length === 0 && own.length === 0) return elsewhere;
  const here = plans.flatMap((other) =>
    other.plan !== plan && (own.includes(other) || isCited(other.plan.title?.value)) ? [ownSuperior(other.plan)] : [],
  );
  return [...elsewhere, ...here];
}

function ownSuperior(plan: Plan): SuperiorPlan {
  let superior = within.get(plan);
  if (!superior) {
    superior = { plan, constraints: constraintsOf(plan) };
    within.set(plan, superior);
  }
  return superior;
}
