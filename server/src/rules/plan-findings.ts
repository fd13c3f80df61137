import type { Finding, RecognisedPlan, Rule } from './rule.ts';

/** A finding with the rule that it comes from. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly finding: Finding;
}

interface Known {
  readonly settings: object;
  readonly rules: readonly Rule[];
  readonly profile: RecognisedPlan['profile'];
  /** Where the plan stood when the findings were made. */
  readonly start: number;
  readonly findings: readonly RuleFinding[];
}

const known = new WeakMap<object, Known>();

/** What was found in a plan, and by how many units the plan has moved since: so many the places of the findings are short. */
export interface PlanFindings {
  readonly findings: readonly RuleFinding[];
  readonly by: number;
}

/**
 * What the rules find in each of the plans. An edit leaves most plans of a file as they were, and moves those
 * behind it: their findings are kept with the plan's identity.
 *
 * @param settings the object that the settings of the rules come from; other settings, other findings
 * @param find makes the findings of the plans anew of which none are known; undefined when it was cancelled
 * @returns for each plan in turn
 */
export function planFindings(
  plans: readonly RecognisedPlan[],
  settings: object,
  rules: readonly Rule[],
  find: (plans: readonly RecognisedPlan[]) => readonly (readonly RuleFinding[])[] | undefined,
): readonly PlanFindings[] | undefined {
  const kept = plans.map((one) => knownFindings(one, settings, rules));
  const unknown = plans.filter((_, at) => kept[at] === undefined);
  const fresh = unknown.length === 0 ? [] : find(unknown);
  if (!fresh) return undefined;
  for (const [at, { plan, profile }] of unknown.entries())
    known.set(plan.identity, { settings, rules, profile, start: plan.range.start, findings: fresh[at] ?? [] });
  const made = fresh.values();
  return plans.map(({ plan }, at) => {
    const before = kept[at];
    if (before) return { findings: before.findings, by: plan.range.start - before.start };
    return { findings: made.next().value ?? [], by: 0 };
  });
}

function knownFindings({ plan, profile }: RecognisedPlan, settings: object, rules: readonly Rule[]): Known | undefined {
  const before = known.get(plan.identity);
  if (!before || before.settings !== settings || before.rules !== rules || before.profile !== profile) return undefined;
  return before;
}
