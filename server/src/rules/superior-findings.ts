import { type Demands, demandsOf } from '../plan/constraints/fingerprint.ts';
import type { SuperiorPlan } from '../plan/superior-plan.ts';
import { type Range, shift } from '../text/range.ts';
import type { RuleFinding } from './plan-findings.ts';
import type { Finding, RecognisedPlan, Rule } from './rule.ts';

interface Known {
  readonly demands: Demands;
  readonly file: SuperiorPlan['file'];
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
  const demands = demandsOf(superior);
  const all = known.get(plan.identity) ?? [];
  const before = all.find(
    (one) =>
      one.demands.text === demands.text &&
      one.file?.path === superior.file?.path &&
      one.settings === settings &&
      one.rules === rules &&
      one.profile === profile,
  );
  if (before && before.start === start && before.demands === demands) return before.findings;
  const findings: RuleFinding[] = [];
  if (before) {
    const places = new Map(before.demands.places.map((place, at) => [keyOf(place), demands.places[at]] as const));
    const by = start - before.start;
    for (const { rule, finding } of before.findings)
      findings.push({ rule, finding: moved(finding, by, places, superior) });
  } else {
    check((rule, finding) => findings.push({ rule, finding }));
  }
  const entry = { demands, file: superior.file, settings, rules, profile, start, findings };
  known.set(plan.identity, [entry, ...all.filter((one) => one !== before)].slice(0, remembered));
  return findings;
}

/** All places beside the finding's own lie in the superior plan. */
function moved(
  finding: Finding,
  by: number,
  places: ReadonlyMap<string, Range | undefined>,
  { file }: SuperiorPlan,
): Finding {
  const related = (finding.related ?? []).map((place) => ({
    ...place,
    range: places.get(keyOf(place.range)) ?? place.range,
    ...(file ? { file } : {}),
  }));
  return { ...finding, range: shift(finding.range, by), related };
}

const keyOf = ({ start, end }: Range) => `${start} ${end}`;
