import { replacementOf } from '../text/difference.ts';
import type { Edit, Problem } from './rule.ts';

/** How far an automatic fix may go: `safe` takes the safe ones only, `suggested` takes both. */
export type FixLevel = 'safe' | 'suggested';

export interface FixResult {
  readonly text: string;
  /** The problems whose fixes are in `text`. */
  readonly applied: readonly Problem[];
}

/** Rounds of fix and check after which `fixUntilStable` gives up: two fixes may undo each other. */
const ROUNDS = 10;

/**
 * Applies the fixes of the problems, each one whole or not at all. Where two of them touch the same
 * words, the first in the text wins and the other is left for the next check.
 * @param problems as `checkDocument` gave them for exactly this text
 * @param level `safe` leaves out the suggested fixes
 */
export function applyFixes(text: string, problems: readonly Problem[], level: FixLevel): FixResult {
  const { edits, applied } = collectEdits(text, problems, level);
  return { text: applyEdits(text, edits), applied };
}

/**
 * Applies fixes and checks again until a round changes nothing.
 * @param check the problems of a text
 * @returns the last text and every fix that went into it
 */
export function fixUntilStable(text: string, check: (text: string) => readonly Problem[], level: FixLevel): FixResult {
  const applied: Problem[] = [];
  let current = text;
  for (let round = 0; round < ROUNDS; round++) {
    const result = applyFixes(current, check(current), level);
    if (result.applied.length === 0 || result.text === current) break;
    applied.push(...result.applied);
    current = result.text;
  }
  return { text: current, applied };
}

/**
 * The edits of one rule's fixes as one change: “fix all of this rule”. Fixes of both kinds are
 * taken, as the author asks for this rule by name.
 */
export function fixAllOfRule(text: string, problems: readonly Problem[], rule: string): readonly Edit[] {
  const ofRule = problems.filter((problem) => problem.rule === rule);
  return collectEdits(text, ofRule, 'suggested').edits;
}

/**
 * The edits of all fixes up to a level that do not touch one another, in order of position, as plain
 * text and each as small as it can be.
 */
export function collectEdits(
  text: string,
  problems: readonly Problem[],
  level: FixLevel,
): { readonly edits: readonly Edit[]; readonly applied: readonly Problem[] } {
  const taken: Edit[] = [];
  const applied: Problem[] = [];
  const candidates = problems
    .filter((problem) => problem.fix && (level === 'suggested' || problem.fix.safety === 'safe'))
    .map((problem) => ({ problem, edits: (problem.fix?.edits ?? []).map((edit) => plainEdit(text, edit)) }))
    .filter(({ edits }) => edits.length > 0)
    .sort((a, b) => firstStart(a.edits) - firstStart(b.edits));
  const isFree = freePlaces(taken);
  for (const { problem, edits } of candidates) {
    if (!edits.every(isFree)) continue;
    taken.push(...edits);
    applied.push(problem);
  }
  return { edits: taken.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end), applied };
}

function firstStart(edits: readonly Edit[]): number {
  return Math.min(...edits.map((edit) => edit.range.start));
}

/** Two edits at one place have no order of their own, so that touching insertions count as a clash as well. */
function freePlaces(taken: readonly Edit[]): (edit: Edit) => boolean {
  return (edit) =>
    !taken.some(
      (other) =>
        (edit.range.start < other.range.end && other.range.start < edit.range.end) ||
        (edit.range.start === other.range.start &&
          (edit.range.start === edit.range.end || other.range.start === other.range.end)),
    );
}

/** The text with the edits applied. They must not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  const pieces: string[] = [];
  let at = 0;
  for (const edit of [...edits].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end)) {
    pieces.push(text.slice(at, edit.range.start), edit.text);
    at = edit.range.end;
  }
  pieces.push(text.slice(at));
  return pieces.join('');
}

/** The edit as plain text, without the units at both ends that it would leave as they are. */
function plainEdit(text: string, edit: Edit): Edit {
  return replacementOf(text.slice(edit.range.start, edit.range.end), plainText(edit), edit.range.start);
}

/** What an edit puts in where there are no tab stops. */
export function plainText({ text, snippet }: Edit): string {
  return snippet ? snippetText(text) : text;
}

/**
 * What a snippet looks like where tab stops are not supported: `${1:某日}` gives 某日, `${1|甲,乙|}`
 * the first choice, `$0` nothing.
 */
export function snippetText(snippet: string): string {
  return snippet.replace(
    /\\([$}\\])|\$\{\d{1,3}\|([^,|}]{0,200})(?:,[^|}]{0,1000})?\|\}|\$\{\d{1,3}:([^{}]{0,1000})\}|\$(?:\{\d{1,3}\}|\d{1,3})/g,
    (_whole, escaped?: string, choice?: string, text?: string) => escaped ?? choice ?? text ?? '',
  );
}
