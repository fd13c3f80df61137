import { shift } from '../text/range.ts';
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

/**
 * What the rules find in each of the plans. An edit leaves most plans of a file as they were, and moves those
 * behind it: their findings are kept with the plan's identity and moved along.
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
): readonly (readonly RuleFinding[])[] | undefined {
  const found = plans.map((one) => knownFindings(one, settings, rules));
  const unknown = plans.filter((_, at) => found[at] === undefined);
  const fresh = unknown.length === 0 ? [] : find(unknown);
  if (!fresh) return undefined;
  const byPlan = new Map(unknown.map((one, at) => [one, fresh[at] ?? []] as const));
  return plans.map((one, at) => {
    const findings = found[at] ?? byPlan.get(one) ?? [];
    known.set(one.plan.identity, { settings, rules, profile: one.profile, start: one.plan.range.start, findings });
    return findings;
  });
}

function knownFindings(
  { plan, profile }: RecognisedPlan,
  settings: object,
  rules: readonly Rule[],
): readonly RuleFinding[] | undefined {
  const before = known.get(plan.identity);
  if (!before || before.settings !== settings || before.rules !== rules || before.profile !== profile) return undefined;
  const by = plan.range.start - before.start;
  if (by === 0) return before.findings;
  return before.findings.map(({ rule, finding }) => ({ rule, finding: moveFinding(finding, by) }));
}

/** The finding with all its places `by` units further on. */
export function moveFinding<MessageId extends string>(finding: Finding<MessageId>, by: number): Finding<MessageId> {
  if (by === 0) return finding;
  const { related, fix } = finding;
  return {
    ...finding,
    range: shift(finding.range, by),
    ...(related
      ? { related: related.map((place) => (place.file ? place : { ...place, range: shift(place.range, by) })) }
      : {}),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range, by) })) } } : {}),
  };
}
