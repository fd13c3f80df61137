import type { Dated } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';

/** The dates in a stretch of the source. */
export function within(dates: readonly Dated[], range: Range): readonly Dated[] {
  return dates.filter((dated) => dated.range.start >= range.start && dated.range.end <= range.end);
}
