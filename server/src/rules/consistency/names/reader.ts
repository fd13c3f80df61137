import type { Line } from '../../../plan/model.ts';
import type { Sign } from '../../../plan/signs.ts';
import type { Range } from '../../../text/range.ts';

/** One thing under two names, with the place of the rarer or earlier one and of the other. */
export interface TwoNames {
  readonly written: string;
  readonly other: string;
  readonly range: Range;
  readonly elsewhere: Range;
  /** Further places of the name that is told. */
  readonly others?: readonly Range[];
}

/** Finds one thing under several names in the lines of a plan. */
export interface NameReader<T> {
  /** Lines without it say nothing to the reader. */
  readonly sign: Sign;
  /**
   * @param lines those with the sign, in order, without what is quoted
   * @param all the lines of the plan
   */
  find(lines: readonly Line[], all: readonly Line[]): readonly T[];
}
