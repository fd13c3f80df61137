import type { Dated, Plan } from '../plan/model.ts';
import { applyEdits } from '../rules/fixes.ts';
import type { Edit, Problem } from '../rules/rule.ts';
import type { Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { agreeingEdits } from './date-conflict-edits.ts';

/** A change that makes two dates agree; only the author knows which of them is right. */
export interface Agreement {
  readonly title: string;
  readonly edits: readonly Edit[];
}

/**
 * For one stage or event that is dated in two ways: the date here as it is there, and the date there as it
 * is here, each in the style in which it was written. Every wording is tried by checking the text again:
 * the conflict has to be gone, and the date a sound one.
 */
export function agreements(open: OpenPlan, problem: Problem): readonly Agreement[] {
  if (problem.rule !== 'date-conflict') return [];
  const [related] = problem.related;
  const plan = open.reading.plans.find(({ range }) => holds(range, problem.range));
  const here = plan && datedAt(plan, problem.range);
  const there = plan && related && !related.file ? datedAt(plan, related.range) : undefined;
  if (!here || !there) return [];
  const zh = open.language === 'zh';
  const found: Agreement[] = [];
  const mine = working(open, problem, here, there);
  if (mine) {
    const words = wordsAfter(open.text, here, mine);
    found.push({
      title: zh
        ? `以${placeName(there)}为准：将此处改为“${words}”`
        : `Take the date of the ${placeNameEn(there)}: write “${words}” here`,
      edits: [mine],
    });
  }
  const theirs = working(open, problem, there, here);
  if (theirs) {
    const words = wordsAfter(open.text, there, theirs);
    found.push({
      title: zh
        ? `以此处为准：将${placeName(there)}改为“${words}”`
        : `Take the date here: write “${words}” in the ${placeNameEn(there)}`,
      edits: [theirs],
    });
  }
  return found;
}

/** What a date that was written anew can be wrong in. What stands around it may well be wrong now: that is for the author. */
const writing = ['invalid-date', 'date-style', 'missing-year', 'weekday-mismatch'];

/** The first wording after which the two places agree and that is itself a sound date. */
function working(open: OpenPlan, problem: Problem, place: Dated, source: Dated): Edit | undefined {
  const before = counted(open.problems);
  const conflicts = before.get(problem.rule) ?? 0;
  for (const edit of agreeingEdits(place, source, open.text)) {
    const after = open.problemsIn(applyEdits(open.text, [edit]));
    const now = counted(after);
    if ((now.get(problem.rule) ?? 0) >= conflicts) continue;
    if (writing.every((rule) => (now.get(rule) ?? 0) <= (before.get(rule) ?? 0))) return edit;
  }
  return undefined;
}

function counted(problems: readonly Problem[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { rule } of problems) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  return counts;
}

/** The date that stands at a place; in one that holds more, the first that names days. */
function datedAt(plan: Plan, place: Range): Dated | undefined {
  return plan.dates.find(({ range, span }) => span !== undefined && holds(place, range));
}

function holds(outer: Range, inner: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** The words of the date once the edit is made. */
function wordsAfter(text: string, { range }: Dated, edit: Edit): string {
  const start = Math.min(range.start, edit.range.start);
  const end = Math.max(range.end, edit.range.end);
  return text.slice(start, edit.range.start) + edit.text + text.slice(edit.range.end, end);
}

function placeName({ line: { place } }: Dated): string {
  return place === 'cell' ? '附表' : place === 'heading' ? '标题' : '正文';
}

function placeNameEn({ line: { place } }: Dated): string {
  return place === 'cell' ? 'table' : place === 'heading' ? 'heading' : 'text';
}
