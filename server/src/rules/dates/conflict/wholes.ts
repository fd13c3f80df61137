import { conflictingEnds } from '../../../dates/compare.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { wholeLimits } from '../order/late-measure.ts';

/** What everything is to be done by, said twice. */
export interface WholeConflict {
  readonly place: Dated;
  readonly other: Dated;
}

/** 8月底前反馈问题全部整改到位 beside 务必于9月19日前完成全部问题的整改: one paper, two last days for all of it. */
export function wholeConflicts(plan: Plan): readonly WholeConflict[] {
  const [other, place, more] = wholeLimits(plan);
  if (!other?.span || !place?.span || more || other.line === place.line) return [];
  if (other.span.yearKnown !== place.span.yearKnown || other.span.end?.year !== place.span.end?.year) return [];
  return conflictingEnds(other.span, place.span).includes('end') ? [{ place, other }] : [];
}
