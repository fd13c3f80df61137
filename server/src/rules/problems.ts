import { type Range, shift } from '../text/range.ts';
import { formatMessage, type Language } from './messages.ts';
import type { Edit, Finding, Problem, Rule, Severity } from './rule.ts';

const known = new WeakMap<Finding, { readonly language: Language; readonly problem: Problem }>();

/** A finding in the words of one language; the same finding gives the same problem again. */
export function toProblem(rule: Rule, finding: Finding, severity: Severity, language: Language): Problem {
  const before = known.get(finding);
  if (before?.language === language && before.problem.severity === severity && before.problem.rule === rule.id) {
    return before.problem;
  }
  const message = rule.messages[finding.message];
  if (!message) throw new Error(`rule ${rule.id} has no message “${finding.message}”`);
  const { fix } = finding;
  const problem: Problem = {
    rule: rule.id,
    severity,
    message: formatMessage(message, finding.params, language),
    range: finding.range,
    related: (finding.related ?? []).map((place) => ({
      message: formatMessage(place.message, place.params, language),
      range: place.range,
      ...(place.file ? { file: place.file } : {}),
    })),
    ...(finding.term === undefined ? {} : { term: finding.term }),
    ...(fix
      ? { fix: { title: formatMessage(fix.title, fix.params, language), safety: fix.safety, edits: fix.edits } }
      : {}),
  };
  known.set(finding, { language, problem });
  return problem;
}

/** What a finding and a problem have in common: places in the text. */
interface WithPlaces {
  readonly range: Range;
  readonly related?: readonly { readonly range: Range; readonly file?: unknown }[];
  readonly fix?: { readonly edits: readonly Edit[] };
}

/** A finding or a problem with all its places in this file `by` units further on. */
export function movePlaces<T extends WithPlaces>(one: T, by: number): T {
  if (by === 0) return one;
  const { related, fix } = one;
  return {
    ...one,
    range: shift(one.range, by),
    ...(related?.length
      ? { related: related.map((place) => (place.file ? place : { ...place, range: shift(place.range, by) })) }
      : {}),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...edit, range: shift(edit.range, by) })) } } : {}),
  };
}

/** Order of position; at one place the longer range first, then by rule. */
export function compareProblems(a: Problem, b: Problem): number {
  return a.range.start - b.range.start || b.range.end - a.range.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0);
}
