import type { RecognisedPlan } from '../rules/rule.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { touches } from './ranges.ts';

/** The plan at an offset, its ends included; undefined outside of plans. */
export function planAt(open: OpenPlan, offset: number): RecognisedPlan | undefined {
  return open.recognised.find(({ plan }) => touches(plan.range, offset));
}

/** The plans that share something with a range: a file of five need not be read as a whole to show one. */
export function plansWithin(open: OpenPlan, range: Range): readonly RecognisedPlan[] {
  return open.recognised.filter(({ plan }) => overlaps(plan.range, range));
}
