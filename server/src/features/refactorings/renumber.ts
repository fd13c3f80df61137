import { withValue } from '../../numbering/format.ts';
import { type ListedNumber, type NumberList, numberLists } from '../../plan/line/number-lists.ts';
import { collectEdits } from '../../rules/fixes.ts';
import type { Edit } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';
import type { OpenPlan } from '../../workspace/open-plan.ts';
import { formattingDoubts, formattingEdits, mayFormat } from '../formatting.ts';
import { touches } from '../ranges.ts';
import { followedReferences } from './own-references.ts';
import type { Refactoring, Spot } from './refactoring.ts';

export const renumberList: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumberList',
  title: { zh: '将本组序号顺次改正', en: 'Renumber this list' },
  edits: (spot) => followed(spot, listEdits(spot)),
  doubts: (spot) => doubtsOf(spot, listEdits(spot)),
};

export const renumberSection: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumberSection',
  title: { zh: '将本节序号顺次改正', en: 'Renumber this section' },
  edits: (spot) => followed(spot, sectionEdits(spot)),
  doubts: (spot) => doubtsOf(spot, sectionEdits(spot)),
};

export const renumberDocument: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumber',
  title: { zh: '统一全文序号写法并顺次改正', en: 'Unify and renumber the numbers of the whole document' },
  mayApply: ({ open }) => mayFormat(open) || swappedEdits(open).length > 0,
  edits: ({ open }) => formattingEdits(open, swappedEdits(open)),
  doubts: ({ open }) => formattingDoubts(open, swappedEdits(open)),
};

/** 1, 3, 2: whether the items or their numbers changed places is for the author to say; who renumbers has said so. */
function swappedEdits(open: OpenPlan): readonly Edit[] {
  const places = open.problems.filter(({ rule, fix }) => rule === 'numbering' && !fix).map(({ range }) => range.start);
  if (places.length === 0) return [];
  return open.recognised.flatMap(({ plan }) =>
    numberLists(plan)
      .filter(({ inline, numbers }) => !inline && numbers.some((number) => places.includes(placeOf(number).start)))
      .flatMap(inOrder),
  );
}

function listEdits(spot: Spot): readonly Edit[] {
  const list = listAt(spot);
  return list ? inOrder(list) : [];
}

function sectionEdits({ open, recognised: { plan }, offset }: Spot): readonly Edit[] {
  const section = plan.sections.find(({ range }) => touches(range, offset));
  if (!section) return [];
  const faults = open.problems.filter(({ rule, range }) => rule === 'numbering' && touches(section.range, range.start));
  const { edits } = collectEdits(open.text, faults, 'suggested');
  return edits.filter(({ range }) => touches(section.range, range.start));
}

/** The edits, and those of the places that name the numbers. */
function followed({ open, recognised: { plan } }: Spot, edits: readonly Edit[]): readonly Edit[] {
  return edits.length === 0 ? [] : [...edits, ...followedReferences(open.text, plan, edits).edits];
}

function doubtsOf({ open, recognised: { plan } }: Spot, edits: readonly Edit[]): readonly string[] {
  return edits.length === 0 ? [] : followedReferences(open.text, plan, edits).doubts;
}

/** The list that the number of the line under the cursor belongs to. */
function listAt({ recognised: { plan }, offset }: Spot): NumberList | undefined {
  return numberLists(plan).find(
    ({ inline, numbers }) => !inline && numbers.length > 1 && numbers.some(({ line }) => touches(line.range, offset)),
  );
}

/** Counts on from the first number; each is written as its author wrote it. */
function inOrder({ numbers }: NumberList): readonly Edit[] {
  const first = numbers[0]?.token.value ?? 1;
  return numbers.flatMap(({ token, line }, at) => {
    const text = withValue(token, first + at);
    const range = placeOf({ token, line });
    if (text === undefined || text === token.raw || range.end - range.start !== token.raw.length) return [];
    return [{ range, text }];
  });
}

function placeOf({ token, line }: ListedNumber): Range {
  return line.at(token.range.start, token.range.start + token.raw.length);
}
