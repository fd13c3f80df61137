import { addDays, compare, daysBetween } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../../dates/workdays.ts';
import type { Schedule, Stage } from '../../../plan/model.ts';

export type SequenceMessage = 'overlap' | 'sameDay' | 'stageOrder' | 'gap';

export interface SequenceOptions {
  /** Days without any stage between two stages that are still no gap: a weekend. */
  readonly gapDays: number;
}

/** Two stages one behind the other, and of each the window that is compared with that of the other. */
export interface StagePair {
  readonly before: Stage;
  readonly earlier: Schedule;
  readonly stage: Stage;
  readonly later: Schedule;
}

/**
 * What is odd about two windows.
 * @property days of the gap; 0 else
 * @property short a gap of so few days that it is one only where all other stages meet day to day
 */
export interface Relation {
  readonly message: SequenceMessage;
  readonly days: number;
  readonly short?: true;
}

/** The stages that stand beside one, under the same heading, and itself. */
export const stagesBeside = (stages: readonly Stage[], { section }: Stage): readonly Stage[] =>
  stages.filter((one) => one.section?.parent === section?.parent);

const longestHoliday = 12;

/** What is odd about two windows that ought to follow one another; undefined where nothing is. */
export function relate(
  earlier: DateSpan,
  later: DateSpan,
  options: SequenceOptions,
  calendar: WorkCalendar,
): Relation | undefined {
  if (!earlier.end || !later.start || earlier.yearKnown !== later.yearKnown) return undefined;
  if (!earlier.start) {
    if (liesAhead(earlier, later)) return { message: 'stageOrder', days: 0 };
    return beginsBefore(earlier, later) ? { message: 'overlap', days: 0 } : undefined;
  }
  // A window that runs backwards is a fault of its own and says nothing about its neighbours.
  if ([earlier, later].some(({ start, end }) => start && end && compare(end, start) < 0)) return undefined;
  // Without years, what follows a window over the turn of the year belongs to the new one.
  if (!earlier.yearKnown && earlier.end.year > earlier.start.year) return undefined;
  if (later.end && compare(later.end, earlier.start) < 0) return { message: 'stageOrder', days: 0 };
  const days = daysBetween(earlier.end, later.start) - 1;
  // Two stages may meet in the same ten days (到11月初, 从11月初); in the same month or day they may not.
  const fuzzy = earlier.approximate || later.approximate || earlier.precision === 'xun' || later.precision === 'xun';
  if (days < 0) {
    const overlapFor = fuzzy
      ? daysBetween(later.bounds?.startHi ?? later.start, earlier.bounds?.endLo ?? earlier.end)
      : 1;
    // The closing day of one may be the opening day of the next, which day belongs where is then left open.
    if (!fuzzy && days === -1 && earlier.precision === 'day' && later.precision === 'day') {
      const longer = [earlier, later].every(({ start, end }) => start && end && compare(start, end) < 0);
      return longer ? { message: 'sameDay', days: 0 } : undefined;
    }
    return overlapFor > 0 ? { message: 'overlap', days: 0 } : undefined;
  }
  // 选题论证：11月10日, 学院初赛：12月1日: by that day it is done, and nobody says when it begins.
  if (isOneDay(earlier) && isOneDay(later)) return undefined;
  const [last, next] = [earlier.bounds?.endHi ?? earlier.end, later.bounds?.startLo ?? later.start];
  const least = daysBetween(last, next) - 1;
  if (least <= options.gapDays) return undefined;
  // A week of holidays is no gap, nor are the school holidays of the office's own calendar.
  const counted = least <= longestHoliday || calendar.own.size > 0;
  const worked = counted ? workdaysBetween(last, addDays(next, -1), calendar) : least;
  if (worked > options.gapDays) return { message: 'gap', days: least };
  const isExact = earlier.precision === 'day' && later.precision === 'day';
  return isExact && worked === options.gapDays ? { message: 'gap', days: least, short: true } : undefined;
}

function isOneDay({ start, end, precision }: DateSpan): boolean {
  return precision === 'day' && start !== undefined && end !== undefined && compare(start, end) === 0;
}

/** 2月11日前 in front of 2月上旬: the next stage is over before the last one has to be. */
function liesAhead({ end, deadline, precision }: DateSpan, later: DateSpan): boolean {
  return (
    deadline === true && precision === 'day' && !!end && !!later.start && !!later.end && compare(later.end, end) < 0
  );
}

/**
 * 4月底前 in front of 4月开始, 4月20日前 of 4月10日至30日: the next stage begins while the last one still goes on. What
 * begins in the month by whose end the other is done (3月底前, 3月至10月) may as well begin behind it.
 */
function beginsBefore(earlier: DateSpan, later: DateSpan): boolean {
  const { end, deadline } = earlier;
  if (!deadline || !end || !later.start || later.approximate || compare(later.start, end) >= 0) return false;
  if (later.end) return later.precision === 'day' && compare(later.end, end) > 0;
  return /(?:开始|起|启动)$/.test(later.raw);
}
