import type { PlainDate } from '../dates/civil.ts';
import type { Plan, PlanDocument } from '../plan/model.ts';
import type { Label } from '../profiles/profile.ts';
import type { RecognisedPlan } from '../rules/rule.ts';
import type { Superiors } from '../rules/superior/superiors.ts';
import type { OfficeLoader } from './office-loader.ts';

/** What is exported: a file as read, and which of its plans. */
export interface ExportSource {
  /** As the user knows the file; relative where it lies below the working directory. */
  readonly path: string;
  readonly document: PlanDocument;
  readonly recognised: readonly RecognisedPlan[];
  /** The plans that were asked for, in order; at least one. All of the file where none was named. */
  readonly plans: readonly Plan[];
  /** Superior plans in other files, as far as they were found. */
  readonly superiors?: Superiors | undefined;
  readonly language: 'zh' | 'en';
  /** The day that counts as today. */
  readonly today: PlainDate;
}

/** What an export may use of the place where it runs. */
export interface ExportTools {
  /** Reads and writes Word and Excel files; absent in a browser. */
  readonly office?: OfficeLoader;
}

/** The file as it is to be written, or why there is none. */
export type ExportOutcome =
  | {
      /** Text is written as UTF-8, with the byte order mark only where it begins with one. */
      readonly content: string | Uint8Array;
      /** What the author should know of it: left out, taken otherwise. */
      readonly notes: readonly Label[];
    }
  | { readonly refusal: Label };

/** A form in which a plan leaves Markdown. */
export interface ExportTarget {
  /** What stands behind `--to`. */
  readonly id: string;
  readonly label: Label;
  /** Of the file, with its dot. */
  readonly extension: string;
  /** It needs the libraries of Word and Excel, which a browser does not have. */
  readonly office?: boolean;
  produce(source: ExportSource, tools: ExportTools): ExportOutcome | Promise<ExportOutcome>;
}
