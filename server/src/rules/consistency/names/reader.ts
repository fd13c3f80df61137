import type { Line } from '../../../plan/model.ts';
import type { Sign } from '../../../plan/signs.ts';

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
