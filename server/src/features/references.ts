import { type DocumentHighlight, DocumentHighlightKind, type Location, type Position } from 'vscode-languageserver';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { nameUnder, placesAmong, placesIn } from './name-places.ts';
import { toLspRange } from './ranges.ts';

/** All places of the person, unit, body or activity under the cursor, in this document and the other open ones. */
export function references(open: OpenPlan, position: Position, others: readonly OpenPlan[]): Location[] {
  const found = nameUnder(open, open.document.offsetAt(position));
  if (!found) return [];
  return placesAmong([open, ...others.filter((other) => other !== open)], found.name).flatMap(({ open: one, ranges }) =>
    ranges.map((range) => ({ uri: one.uri, range: toLspRange(one.document, range) })),
  );
}

/** The places of the name under the cursor in this document; `null` on ordinary words, which the editor matches itself. */
export function documentHighlights(open: OpenPlan, position: Position): DocumentHighlight[] | null {
  const found = nameUnder(open, open.document.offsetAt(position));
  if (!found) return null;
  return placesIn(open, found.name).map((range) => ({
    range: toLspRange(open.document, range),
    kind: DocumentHighlightKind.Text,
  }));
}
