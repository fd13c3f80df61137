import type { Plan } from '../plan/model.ts';
import { indexesOf, knownNames, nameAt, occurrencesOf } from '../plan/names/names.ts';
import { linesInOrder } from '../plan/reading-order.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { planAt } from './plans-at.ts';

/** A name and all its places in one document, in order. */
export interface NamePlaces {
  readonly open: OpenPlan;
  readonly ranges: readonly Range[];
}

/** The person, unit, body or activity at an offset; undefined on ordinary words and outside of plans. */
export function nameUnder(
  open: OpenPlan,
  offset: number,
): { readonly name: string; readonly range: Range } | undefined {
  const found = planAt(open, offset);
  return found && nameAt(found.plan, offset);
}

/** Where a name stands in the plans of a document, in their titles and in the front matter. */
export function placesIn(open: OpenPlan, name: string): readonly Range[] {
  // Marks of Markdown may stand within it, and blanks where it is drawn out.
  if (!open.text.includes(name) && !/[*_`]/.test(open.text) && !open.text.includes(name.charAt(0))) return [];
  const inPlans = open.recognised.flatMap(({ plan }) => occurrencesOf(linesOf(open, plan), name, knownNames(plan)));
  const all = [...inFrontMatter(open, name), ...inPlans].sort((a, b) => a.start - b.start);
  return all.filter(({ start }, at) => start !== all[at - 1]?.start);
}

/** The same in several documents; those without any are left out. */
export function placesAmong(documents: readonly OpenPlan[], name: string): readonly NamePlaces[] {
  return documents.map((open) => ({ open, ranges: placesIn(open, name) })).filter(({ ranges }) => ranges.length > 0);
}

/** The lines of a plan, its title and the cells of its tables included. */
function linesOf(open: OpenPlan, plan: Plan) {
  return linesInOrder(open.reading, plan);
}

/** Values such as `title:` and `issuer:`; the keys stay as they are, and so does what names another document. */
function inFrontMatter(open: OpenPlan, name: string): readonly Range[] {
  const values = [...(open.reading.frontMatter?.values ?? [])];
  const known = open.recognised.flatMap(({ plan }) => knownNames(plan));
  return values.flatMap(([key, { value, range }]) => {
    if (typeof value !== 'string' || key === 'superior') return [];
    const at = indexesOf(open.text.slice(range.start, range.end), name, known);
    return at.map((index) => ({ start: range.start + index, end: range.start + index + name.length }));
  });
}
