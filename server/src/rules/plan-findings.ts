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
 * What the rules find in one plan. An edit leaves most plans of a file as they were, and moves those
 * behind it: their findings are kept with the plan's identity and moved along.
 *
 * @param settings the object that the settings of the rules come from; other settings, other findings
 * @param find makes the findings anew
 */
export function planFindings(
  recognised: RecognisedPlan,
  settings: object,
  rules: readonly Rule[],
  find: () => readonly RuleFinding[] | undefined,
): readonly RuleFinding[] | undefined {
  const { plan, profile } = recognised;
  const { start } = plan.range;
  const before = known.get(plan.identity);
  if (before && before.settings === settings && before.rules === rules && before.profile === profile) {
    const by = start - before.start;
    if (by === 0) return before.findings;
    const findings = before.findings.map(({ rule, finding }) => ({ rule, finding: moveFinding(finding, by) }));
    known.set(plan.identity, { ...before, start, findings });
    return findings;
  }
  const findings = find();
  if (findings) known.set(plan.identity, { settings, rules, profile, start, findings });
  return findings;
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
