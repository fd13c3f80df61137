import type { Label } from '../profiles/profile.ts';
import type { Language } from '../rules/messages.ts';
import type { Severity } from '../rules/rule.ts';
import type { Positions } from '../text/positions.ts';
import type { ReportedProblem } from './reported.ts';
import type { Paint } from './terminal.ts';

/** One file that was read. */
export interface FileReport {
  /** As the user named it, with `/`. */
  readonly path: string;
  /** Profile of the first plan; null for a file that holds none. */
  readonly profile: string | null;
  /** In order of position. */
  readonly problems: readonly ReportedProblem[];
  readonly language: Language;
  /** What the fixes would change, for `--fix-dry-run`: the text before and after. */
  readonly change?: { readonly before: string; readonly after: string };
}

/** A file that could not be read or written, or a configuration with a fault. */
export interface Failure {
  /** With the line and column where there is one: fangan.yaml:3:5. */
  readonly place: string;
  readonly message: Label;
  /** It is a configuration or a profile that has a fault: the plans were checked without what it says there. */
  readonly configuration?: true;
}

export interface Counts {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
}

/** What is known when all files have been checked. */
export interface Totals extends Counts {
  readonly files: number;
  /** Files that hold plans. */
  readonly plans: number;
  /** Problems that have a safe fix. */
  readonly fixable: number;
  /** Fixes that were written to files. */
  readonly fixed: number;
  /** Problems that the baseline knows, and that were not reported. */
  readonly known: number;
  readonly failures: readonly Failure[];
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

/** Writes one report, piece by piece: each file as soon as it is its turn. */
export interface FormatWriter {
  /** @param text what was checked, for a format that asks for it (see `wantsTexts`) */
  file(report: FileReport, text?: string): string;
  end(totals: Totals): string | Promise<string | Uint8Array>;
}

export type Format = (surface: Surface) => FormatWriter;

/** Adds up what the files of a run have. */
export class Tally {
  #files = 0;
  #plans = 0;
  #fixable = 0;
  readonly #counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };

  add({ profile, problems }: FileReport): void {
    this.#files += 1;
    if (profile !== null) this.#plans += 1;
    for (const { severity, fix } of problems) {
      this.#counts[severity] += 1;
      if (fix?.safety === 'safe') this.#fixable += 1;
    }
  }

  totals(rest: Pick<Totals, 'failures' | 'fixed' | 'known' | 'language'>): Totals {
    const { error, warning, info, hint } = this.#counts;
    const counts = { errors: error, warnings: warning, infos: info, hints: hint };
    return { files: this.#files, plans: this.#plans, fixable: this.#fixable, ...counts, ...rest };
  }
}

/** Lines and columns as people count them, from 1. */
export function humanPlace(path: string, { line, character }: { readonly line: number; readonly character: number }) {
  return `${path}:${line + 1}:${character + 1}`;
}

export const humanOffset = (path: string, positions: Positions, offset: number) =>
  humanPlace(path, positions.position(offset));
