import type { Label } from '../profiles/profile.ts';
import type { Language } from '../rules/messages.ts';
import type { Problem, Severity } from '../rules/rule.ts';
import type { Positions } from '../text/positions.ts';
import type { Paint } from './terminal.ts';

/** One file that was read. */
export interface FileReport {
  /** As the user named it, with `/`. */
  readonly path: string;
  /** Profile of the first plan; null for a file that holds none. */
  readonly profile: string | null;
  /** In order of position. */
  readonly problems: readonly Problem[];
  readonly positions: Positions;
  readonly language: Language;
  /** What the fixes would change, for `--fix-dry-run`: the text before and after. */
  readonly change?: { readonly before: string; readonly after: string };
}

/** A file that could not be read or written, or a configuration with a fault. */
export interface Failure {
  /** With the line and column where there is one: fangan.yaml:3:5. */
  readonly place: string;
  readonly message: Label;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** Everything that a check found; what a format turns into text. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly failures: readonly Failure[];
  /** Fixes that were written to files. */
  readonly fixed: number;
  readonly language: Language;
}

/** What a format may know of the place where its text goes. */
export interface Surface {
  readonly paint: Paint;
  /** Columns of the terminal. */
  readonly columns: number;
  readonly ambiguous: 1 | 2;
  readonly version: string;
}

/** Turns a report into the text of one format, with a line end behind it. */
export type Format = (report: Report, surface: Surface) => string;

export function countProblems(files: readonly FileReport[]): Counts {
  const count = (severity: Severity) =>
    files.reduce((sum, file) => sum + file.problems.filter((problem) => problem.severity === severity).length, 0);
  return { errors: count('error'), warnings: count('warning'), infos: count('info'), hints: count('hint') };
}

/** Lines and columns as people count them, from 1. */
export function humanPlace(path: string, positions: Positions, offset: number): string {
  const { line, character } = positions.position(offset);
  return `${path}:${line + 1}:${character + 1}`;
}
