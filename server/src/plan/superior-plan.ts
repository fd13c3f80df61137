import type { Constraints } from './constraints/constraints.ts';
import type { Plan } from './model.ts';

/** A file beside the one that is checked, as it was read: its ranges can be turned into lines and columns. */
export interface SourceFile {
  /** Path or URI, as the file system of the workspace knows it. */
  readonly path: string;
  readonly text: string;
}

/** 上级方案: the plan that another one has to keep to. A plain value: nothing in it changes. */
export interface SuperiorPlan {
  readonly plan: Plan;
  /** Where it stands; absent when that is the file of the subordinate plan itself. */
  readonly file?: SourceFile;
  readonly constraints: Constraints;
}
