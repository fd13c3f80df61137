import type { Edit, Problem } from '../rules/rule.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { placeOf } from './completion/place.ts';
import { proposalsAt } from './completion.ts';

/** A way to fill in a blank. */
export interface Filling {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/** Of a long roster only the first names are worth a line in the menu: completion has them all. */
const most = 3;

/**
 * What may be put in the place of a blank that the check tells of: the first of what completion would offer
 * there, persons and units that the plan names already, days, titles.
 * @param others the open documents
 */
export function fillings(open: OpenPlan, { rule, range }: Problem, others: readonly OpenPlan[]): readonly Filling[] {
  if (rule !== 'placeholder') return [];
  const place = placeOf(open, range.end);
  const { blank } = place ?? {};
  if (!place || !blank || blank.start > range.start || blank.end < range.end) return [];
  return proposalsAt(place, others)
    .filter((proposal) => !proposal.snippet && proposal.range.start <= range.start && proposal.range.end >= range.end)
    .slice(0, most)
    .map(({ label, detail, text, range: at }) => {
      const about = detail ? (open.language === 'zh' ? `（${detail}）` : ` (${detail})`) : '';
      return {
        title: open.language === 'zh' ? `填入“${label}”${about}` : `Fill in “${label}”${about}`,
        edits: [{ range: at, text }],
      };
    });
}
