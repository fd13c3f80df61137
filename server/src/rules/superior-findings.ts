import { demandsOf } from '../plan/constraints/fingerprint.ts';
import type { SuperiorPlan } from '../plan/superior-plan.ts';
import { type Range, shift } from '../text/range.ts';
import type { RuleFinding } from './plan-findings.ts';
import type { Finding, RecognisedPlan, Rule } from './rule.ts';

interface Known {
  readonly superior: SuperiorPlan;
  readonly settings: object;
  readonly rules: readonly Rule[];
  readonly profile: RecognisedPlan['profile'];
  /** Where the plan stood when the findings were made. */
  readonly start: number;
  readonly findings: readonly RuleFinding[];
}

const known = new WeakMap<object, readonly Known[]>();
/** Superior plans of one plan whose findings are remembered. */
const remembered = 8;

/**
 * What the rules find in a plan beside a superior one. Found once for as long as the plan stays the
 * same and the superior one demands the same: an edit elsewhere in the file, or in the superior plan's
 * prose, moves the findings and their places along and reads no plan again.
 *
 * @param settings the object that the settings of the rules come from
 */
export function superiorFindings(
  { plan, profile }: RecognisedPlan,
  superior: SuperiorPlan,
  settings: object,
  rules: readonly Rule[],
  check: (report: (rule: Rule, finding: Finding) => void) => void,
): readonly RuleFinding[] {
  const { start } = plan.range;
  const all = known.get(plan.identity) ?? [];
  const likely = all.filter(
    (one) =>
      one.superior.file?.path === superior.file?.path &&
      one.settings === settings &&
      one.rules === rules &&
      one.profile === profile,
  );
  // What a plan demands is worked out in full only where its text has changed.
  const before =
    likely.find((one) => one.superior.plan.identity === superior.plan.identity) ??
    likely.find((one) => demandsOf(one.superior).text === demandsOf(superior).text);
  if (before?.superior === superior && before.start === start) return before.findings;
  const findings: RuleFinding[] = [];
  if (before) {
    const by = start - before.start;
    const place = placeIn(superior, before.superior);
    for (const { rule, finding } of before.findings)
      findings.push({ rule, finding: moved(finding, by, place, superior) });
  } else {
    check((rule, finding) => findings.push({ rule, finding }));
  }
  const entry = { superior, settings, rules, profile, start, findings };
  known.set(plan.identity, [entry, ...all.filter((one) => one !== before)].slice(0, remembered));
  return findings;
}

/** All places beside the finding's own lie in the superior plan. */
function moved(finding: Finding, by: number, place: (before: Range) => Range, { file }: SuperiorPlan): Finding {
  const related = (finding.related ?? []).map((one) => ({
    ...one,
    range: place(one.range),
    ...(file ? { file } : {}),
  }));
  return { ...finding, range: shift(finding.range, by), related };
}

/** Tells where something stands in a superior plan that stood elsewhere in an earlier version of it, which demands the same. */
function placeIn(superior: SuperiorPlan, before: SuperiorPlan): (range: Range) => Range {
  if (superior.plan.identity === before.plan.identity) {
    const by = superior.plan.range.start - before.plan.range.start;
    return (range) => shift(range, by);
  }
  const { places } = demandsOf(superior);
  const byPlace = new Map(demandsOf(before).places.map((place, at) => [keyOf(place), places[at]] as const));
  return (range) => byPlace.get(keyOf(range)) ?? range;
}

const keyOf = ({ start, end }: Range) => `${start} ${end}`;
