import { lineMemo } from '../../plan/facts.ts';
import { type Clue, type Evidence, EvidenceTable, mayHold, pairsOf } from '../../text/evidence.ts';
import { matchesOf } from '../../text/matches.ts';

/**
 * What a reader of wording must find in a text, if it is to find anything. Signs (`plan/signs.ts`) are few and for all
 * readers of plans; these are many, and only the rules of this folder ask for them.
 */
export type Hint = Clue;

/** The hints of a text, one bit each. */
export type Hints = Evidence;

const table = new EvidenceTable();

/**
 * Makes a hint: any of some pairs of units that stand side by side. To be called when a module is loaded, before any text
 * is read.
 * @param pairs two units each
 */
export const hint = (pairs: readonly string[]): Hint => table.clue('', pairs);

/** The hints of a text. */
export const hintsOf = (text: string): Hints => table.read(text);

/** The hints of a line. */
export const hintsOn = lineMemo(({ text }): Hints => hintsOf(text));

/** What a pattern matches, tried only where the text may hold what it needs. */
export const matchesIn =
  (text: string, hints: Hints) =>
  (need: Hint, pattern: RegExp): readonly RegExpExecArray[] =>
    mayHold(hints, need) ? matchesOf(text, pattern) : NONE;
const NONE: readonly RegExpExecArray[] = [];

export { mayHold, pairsOf };
