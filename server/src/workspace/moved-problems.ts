import type { Problem } from '../rules/rule.ts';
import { differenceOf } from '../text/difference.ts';

/** Which rule spoke, and where. */
export type PlacedProblem = Pick<Problem, 'rule' | 'range'>;

/**
 * The problems of one text at the places that their words have in another: what stands before the first
 * difference stays, what stands behind the last one moves along, and what touches either is left out.
 */
export function movedProblems(
  problems: readonly PlacedProblem[],
  before: string,
  after: string,
): readonly PlacedProblem[] {
  const { head, tail, first, second } = differenceOf(before, after);
  if (first === '' && second === '') return problems;
  const from = before.length - tail;
  const by = after.length - before.length;
  return problems.flatMap(({ rule, range: { start, end } }) => {
    if (end < head) return [{ rule, range: { start, end } }];
    return start > from ? [{ rule, range: { start: start + by, end: end + by } }] : [];
  });
}
