import { withValue } from '../../numbering/format.ts';
import { type NumberList, numberLists } from '../../plan/number-lists.ts';
import { collectEdits } from '../../rules/fixes.ts';
import type { Edit } from '../../rules/rule.ts';
import { formattingEdits, mayFormat } from '../formatting.ts';
import { touches } from '../ranges.ts';
import type { Refactoring, Spot } from './refactoring.ts';

export const renumberList: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumberList',
  title: { zh: '将本组序号顺次改正', en: 'Renumber this list' },
  edits: (spot) => {
    const list = listAt(spot);
    return list ? inOrder(list) : [];
  },
};

export const renumberSection: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumberSection',
  title: { zh: '将本节序号顺次改正', en: 'Renumber this section' },
  edits: ({ open, recognised: { plan }, offset }) => {
    const section = plan.sections.find(({ range }) => touches(range, offset));
    if (!section) return [];
    const faults = open.problems.filter(
      ({ rule, range }) => rule === 'numbering' && touches(section.range, range.start),
    );
    const { edits } = collectEdits(open.text, faults, 'suggested');
    return edits.filter(({ range }) => touches(section.range, range.start));
  },
};

export const renumberDocument: Refactoring = {
  kind: 'refactor.rewrite.fangan.renumber',
  title: { zh: '统一全文序号写法并顺次改正', en: 'Unify and renumber the numbers of the whole document' },
  mayApply: ({ open }) => mayFormat(open),
  edits: ({ open }) => formattingEdits(open),
};

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
    const range = line.at(token.range.start, token.range.start + token.raw.length);
    if (text === undefined || text === token.raw || range.end - range.start !== token.raw.length) return [];
    return [{ range, text }];
  });
}
