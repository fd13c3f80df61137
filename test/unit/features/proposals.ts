import { expect } from 'vitest';
import { placeOf } from '../../../server/src/features/completion/place.ts';
import type { Proposal } from '../../../server/src/features/completion/proposal.ts';
import { proposalsAt } from '../../../server/src/features/completion.ts';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { open } from './opened.ts';

/** The cursor in a text. */
const cursor = '▏';

/** What is proposed at the cursor. */
export function at(text: string) {
  const offset = text.indexOf(cursor);
  const opened = open(text.replace(cursor, ''));
  const place = placeOf(opened, offset);
  const proposals = place ? proposalsAt(place, []) : [];
  for (const { range } of proposals) expect(range.start <= offset && offset <= range.end).toBe(true);
  return { opened, proposals, offset };
}

export const labels = (text: string, kind?: Proposal['kind']) =>
  at(text).proposals.flatMap((one) => (kind === undefined || one.kind === kind ? [one.label] : []));

/** The document after a proposal was taken. */
export function taken(text: string, label: string): string {
  const { opened, proposals, offset } = at(text);
  const proposal = proposals.find((one) => one.label === label);
  if (!proposal) throw new Error(`“${label}” is not among ${proposals.map((one) => one.label).join(' ')}`);
  // The editor drops what does not go on with the words in front of the cursor.
  const typed = opened.text.slice(proposal.range.start, offset);
  expect((proposal.filter ?? proposal.label).startsWith(typed), `the filter fits ${typed}`).toBe(true);
  return applyEdits(opened.text, [{ range: proposal.range, text: proposal.text }]);
}
