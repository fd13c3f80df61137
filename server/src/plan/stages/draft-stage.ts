import type { Located, Range } from '../../text/range.ts';
import type { DraftSection } from '../draft-section.ts';
import type { PlanTable, Schedule, Task, TimeLimit } from '../model.ts';

/** A stage while body and tables are being brought together. */
export interface DraftStage {
  ordinal: number;
  name: Located<string>;
  schedules: Schedule[];
  steps: Task[];
  listed?: boolean;
  section?: DraftSection;
  tables: PlanTable[];
  time: TimeLimit;
  range: Range;
}
