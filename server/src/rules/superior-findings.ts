import type { Plan } from '../plan/model.ts';
import type { SuperiorPlan } from '../plan/superior-plan.ts';
import type { RuleFinding } from './plan-findings.ts';
import type { Finding, RecognisedPlan, Rule } from './rule.ts';

interface Known {
  readonly constraints: SuperiorPlan['constraints'];
  readonly settings: object;
  readonly profile: RecognisedPlan['profile'];
  readonly findings: readonly RuleFinding[];
}

const known = new WeakMap<Plan, Known[]>();
/** Superior plans of one plan whose findings are remembered. */
const remembered = 8;

/**
 * What the rules find in a plan beside a superior one. Found once for as long as neither of the two
 * changes: an edit in another plan of the file compares nothing again.
 *
 * @param settings the object that the settings of the rules come from
 */
export function superiorFindings(
  { plan, profile }: RecognisedPlan,
  { constraints }: SuperiorPlan,
  settings: object,
  rules: readonly Rule[],
  check: (rule: Rule, report: (finding: Finding) => void) => void,
): readonly RuleFinding[] {
  const before = known.get(plan) ?? [];
  const same = before.find(
    (one) => one.constraints === constraints && one.settings === settings && one.profile === profile,
  );
  if (same) return same.findings;
  const findings: RuleFinding[] = [];
  for (const rule of rules) {
    if (rule.checkSuperior) check(rule, (finding) => findings.push({ rule, finding }));
  }
  known.set(plan, [{ constraints, settings, profile, findings }, ...before].slice(0, remembered));
  return findings;
}
