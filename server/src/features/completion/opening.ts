import { matchSections } from '../../profiles/sections.ts';
import { asSnippet, readSkeleton } from '../../profiles/skeleton.ts';
import { skeletonValuesOf } from '../../rules/structure/plan-style.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** Nothing stands on the line but blanks. */
const blank = /^[ \t\u3000]*$/;

/**
 * The opening that the profile gives (根据…，制定本方案), between the title and the first section, when nothing
 * is said there yet.
 */
export function openingProposals(place: Place): readonly Proposal[] {
  const { recognised, before, after, open, offset, lineStart, today } = place;
  const { plan, profile } = recognised;
  const { opening } = profile.template;
  const isEmptyLine = blank.test(before) && blank.test(after) && before.length === offset - lineStart;
  if (!opening || !isEmptyLine || plan.opening.length > 0 || !plan.title || offset < plan.title.range.end) return [];
  if (plan.sections.some(({ range }) => range.start < offset)) return [];
  const zh = open.language === 'zh';
  const values = skeletonValuesOf(plan, String(plan.issued?.end?.year || today.year));
  const isSaid = matchSections(plan, profile).has('basis');
  return [
    {
      kind: 'section',
      label: zh ? '开头：依据和目的' : 'Opening: basis and purpose',
      detail: isSaid ? '' : zh ? '应有，尚缺' : 'required, missing',
      filter: before,
      text: before + asSnippet(readSkeleton(opening, values)),
      snippet: true,
      range: { start: lineStart, end: offset },
      preselect: true,
    },
  ];
}
