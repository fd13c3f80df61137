import type { PlainDate } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { MovedEnd } from '../../dates/reword.ts';
import type { ScheduleOrigin } from '../../plan/model.ts';
import type { Language } from '../../rules/messages.ts';
import type { Message } from '../../rules/rule.ts';
import type { Range } from '../../text/range.ts';

/** One place that gives the window of a bar. */
export interface BarPlace {
  /** `text` for the time of a task, wherever it stands. */
  readonly origin: ScheduleOrigin | 'text';
  readonly range: Range;
  readonly raw: string;
}

/**
 * A window as it is drawn. All days are days of the axis: those of a plan that names no year have been
 * given one (see `Row.yearShift`).
 */
export interface Bar {
  readonly id: string;
  /** Absent where the side is open. */
  readonly start?: PlainDate;
  readonly end?: PlainDate;
  /** Between which days it begins or ends, when that is fuzzy: 11月上旬, 月底, 左右. */
  readonly fuzzyStart?: readonly [PlainDate, PlainDate];
  readonly fuzzyEnd?: readonly [PlainDate, PlainDate];
  readonly span: DateSpan;
  /** From the stage, section or plan around it. */
  readonly inherited: boolean;
  /** Where it stands; the first place is the one that an edit changes. Several when they agree. */
  readonly places: readonly BarPlace[];
  /** Ends that can be moved. */
  readonly ends: readonly MovedEnd[];
  /** Why no end, or not both, can be moved. */
  readonly fixed?: Message;
  readonly doubts: readonly Doubt[];
  /** Years that were added to all its days for the axis. */
  readonly yearShift: number;
}

/** What speaks against a window. */
export interface Doubt {
  /** Another place says otherwise; it lies outside of what the superior plan gives. */
  readonly kind: 'conflict' | 'outside';
  readonly message: Message;
}

export type Lack = 'window' | 'deadline' | 'owner';

/** A window of the superior plan, behind the bars of a row. */
export interface Backdrop {
  readonly start?: PlainDate;
  readonly end?: PlainDate;
  readonly raw: string;
  /** Title of the superior plan. */
  readonly title: string;
}

export type RowKind = 'plan' | 'group' | 'stage' | 'audience' | 'task';

/** A line of the timeline. */
export interface Row {
  readonly id: string;
  readonly kind: RowKind;
  readonly depth: number;
  readonly label: string;
  /** Our own words in the place of the label, where the plan has none. */
  readonly caption?: Message;
  /** Whom the windows of the row are for, where one audience is told from others. */
  readonly audience?: string;
  /** The words that name it. */
  readonly range: Range;
  /** The text that it is about; the cursor in it marks the row. */
  readonly scope: Range;
  readonly bars: readonly Bar[];
  /** Who answers for it; empty where nobody is named. */
  readonly owners: readonly string[];
  readonly lacks: readonly Lack[];
  /** What stands in the place of days: 长期坚持, 每月25日前. */
  readonly notes: readonly Message[];
  readonly backdrops: readonly Backdrop[];
}

export interface PlanTimeline {
  readonly title: string;
  readonly range: Range;
  readonly rows: readonly Row[];
}

/** The timelines of all plans of a document, on one axis. */
export interface Chart {
  readonly language: Language;
  readonly plans: readonly PlanTimeline[];
  readonly today: PlainDate;
  /** False when no plan names a year: the axis has months only, and today has no place on it. */
  readonly yearKnown: boolean;
}
