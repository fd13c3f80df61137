import type { TextEdit } from 'vscode-languageserver';
import { applyEdits, fixUntilStable } from '../rules/fixes.ts';
import type { Edit } from '../rules/rule.ts';
import { replacementOf } from '../text/difference.ts';
import { overlaps, type Range } from '../text/range.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { toLspRange } from './ranges.ts';
import { followedReferences } from './refactorings/own-references.ts';

/** What formatting is about; other rules are for the author to decide. */
const formRules: ReadonlySet<string> = new Set(['numbering', 'numbering-style']);

/**
 * Numbers in one style and in order, as the rules on numbers propose it and the configuration allows.
 * @param asked formats these lines only
 */
export function formatting(open: OpenPlan, asked?: Range): TextEdit[] {
  return formattingEdits(open)
    .filter(({ range }) => !asked || overlaps(range, asked) || (asked.start <= range.start && range.end <= asked.end))
    .map(({ range, text }) => ({ range: toLspRange(open.document, range), newText: text }));
}

/** The edits of a whole document: the numbers, and the places of the text that name them. */
export function formattingEdits(open: OpenPlan, first: readonly Edit[] = []): readonly Edit[] {
  const edits = numberEdits(open, first);
  return [...edits, ...open.recognised.flatMap(({ plan }) => followedReferences(open.text, plan, edits).edits)];
}

/** Words that may name a number that changes; they are left as they are. */
export function formattingDoubts(open: OpenPlan, first: readonly Edit[] = []): readonly string[] {
  const edits = numberEdits(open, first);
  return open.recognised.flatMap(({ plan }) => followedReferences(open.text, plan, edits).doubts);
}

/**
 * One a line at most.
 * @param first edits of numbers that are made before the rules are asked
 */
function numberEdits(open: OpenPlan, first: readonly Edit[]): readonly Edit[] {
  const ofForm = (text: string) =>
    (text === open.text ? open.problems : open.problemsIn(text)).filter(({ rule }) => formRules.has(rule));
  if (first.length === 0 && !mayFormat(open)) return [];
  const { text } = fixUntilStable(applyEdits(open.text, first), ofForm, 'suggested');
  return lineEdits(open.text, text);
}

/** True when there is something to do. */
export function mayFormat(open: OpenPlan): boolean {
  return open.problems.some(({ rule, fix }) => fix && formRules.has(rule));
}

/** What changed in each line; numbers never change how many lines there are. */
function lineEdits(before: string, after: string): readonly Edit[] {
  const old = before.split('\n');
  const changed = after.split('\n');
  if (old.length !== changed.length) return [];
  const edits: Edit[] = [];
  let at = 0;
  old.forEach((line, index) => {
    const next = changed[index] ?? line;
    if (next !== line) edits.push(replacementOf(line, next, at));
    at += line.length + 1;
  });
  return edits;
}
