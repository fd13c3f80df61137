import type { Range } from '../text/range.ts';
import type { PlainDate } from './civil.ts';

/** How exactly a side of a span was written. `xun` is a period of ten days, `week` the nth week of a month. */
export type Precision = 'day' | 'week' | 'xun' | 'month' | 'quarter' | 'halfYear' | 'year';

/** One side as written: what is missing comes from the context. */
export interface DatePoint {
  readonly range: Range;
  readonly year?: number;
  /** 1–12; absent for 年底, 上半年 of a bare year and the like only when `unit` says what is meant. */
  readonly month?: number;
  readonly day?: number;
  readonly unit: Precision;
  /**
   * Which part of the month or year: 上旬/月初/年初 = first, 中旬/月中/年中 = middle, 下旬/月底/年底 = last;
   * quarter 1–4; half 1–2; week of the month 1–5. With unit `year` a part of the year is meant (年底).
   */
  readonly portion?: 'first' | 'middle' | 'last' | 1 | 2 | 3 | 4 | 5;
  /** 月初, 年底, 左右: fuzzy by nature. */
  readonly approximate: boolean;
  /** The weekday in brackets behind it, or of 本周五: 1 Monday … 7 Sunday. */
  readonly weekday?: number;
  /** Where the weekday stands: `星期二`, without brackets. */
  readonly weekdayRange?: Range;
  /** Name of the holiday in holidays.yaml; its day is known once the year is. */
  readonly holiday?: string;
  /** The day before the holiday is meant: 春节前. */
  readonly eve?: boolean;
  /** The holiday with the days off behind it is meant: 国庆节期间. Its length is in holidays.yaml. */
  readonly during?: boolean;
  /** Years from the year of writing: 去年 −1, 今年 0, 明年 1; 次年 counts from the side before it. */
  readonly yearShift?: number;
  /** Months from the month of writing: 上月 −1, 本月 0, 次月 1. */
  readonly monthShift?: number;
  /** Weeks from the week of writing: 上周 −1, 本周 0, 下周 1. */
  readonly weekShift?: number;
  /** 即日起, 自印发之日起: the day of the anchor; `month`, `day` are absent. */
  readonly anchor?: Anchor;
}

/** What a relative time counts from. */
export interface Anchor {
  /** The plan itself being issued (印发之日, 即日), or some other event (会后, 公示结束后). */
  readonly kind: 'issued' | 'event';
  /** The event as written: 印发, 动员大会, 收到反馈意见. */
  readonly text: string;
  readonly range: Range;
}

export type ExpressionKind =
  /** A span with at least one side: a day, a month, a range, a deadline (only `to`), a start (only `from`). */
  | 'span'
  /** 两个月左右, 不少于4个月. */
  | 'duration'
  /** 印发之日起30日内, 会后5个工作日内: a deadline of known length from an anchor. */
  | 'relative'
  /** 每周, 每月25日前. */
  | 'recurring'
  /** 长期坚持, 持续推进, 常态化. */
  | 'ongoing'
  /** 立行立改, 立即. */
  | 'immediate'
  /** 适时, 近期, 尽快: no deadline. Whether it governs a deliverable is for the rule to say. */
  | 'vague'
  /** Cannot be what the author meant; see `fault`. May still carry the sides that could be read. */
  | 'malformed';

/** Why an expression is malformed and what was probably meant. */
export interface DateFault {
  readonly kind:
    | 'missing-year-mark' // 20255月12日
    | 'missing-month-mark' // 2009年12上旬, 615日
    | 'missing-day-mark' // 7月10前
    | 'missing-connector' // 9月初11月中旬, 9月18日23日
    | 'impossible-day' // 4月31日
    | 'impossible-month' // 13月
    | 'weekday' // 10月12日（星期二）; the expression stays a readable span
    | 'reversed' // a range that ends before it starts, both years written or both days in one month (29日到9日, 10月29日到10月9日)
    | 'digits'; // 二〇零九年, O9年
  readonly range: Range;
  /** Text to put in the place of `range`, when the meaning is certain or nearly so. */
  readonly correction?: string;
}

export interface Amount {
  /** May be a fraction: 一个半月 is 1.5 months. 半年 is 6 months. */
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'week' | 'month' | 'year' | 'hour';
  /** The lower number of 3至5天, whose `count` is 5. */
  readonly low?: number;
}

export interface DateExpression {
  readonly kind: ExpressionKind;
  /** Indexes in the text that was read. */
  readonly range: Range;
  readonly raw: string;
  /** A single day or month stands on both sides: `from` and `to` are then the same object. */
  readonly from?: DatePoint;
  readonly to?: DatePoint;
  /** `to` was written as a limit (前, 截至, 之前), not as the end of a range. */
  readonly deadline?: boolean;
  /** Length of a duration or relative deadline; the period of a recurring one (每半年 = 6 months). */
  readonly amount?: Amount;
  readonly comparator?: 'about' | 'atLeast' | 'atMost';
  /** What a relative deadline counts from; absent for a bare 5日内. */
  readonly anchor?: Anchor;
  /** The end of a range where it names no calendar day: 6月1日至期末. */
  readonly until?: { readonly text: string; readonly range: Range };
  /**
   * How likely a vague, ongoing or immediate word stands in the place of a date: `strong` for 适时, 尽快,
   * 基本结束时 and for a day with 左右; `adverb` for words of manner (及时, 按时, 定期).
   */
  readonly strength?: 'strong' | 'adverb';
  readonly approximate: boolean;
  readonly fault?: DateFault;
}

/** 3月1日至15日, and no single day or month, which stands on both sides. */
export function isRange<Sides extends Pick<DateExpression, 'from' | 'to'>>(
  sides: Sides,
): sides is Sides & { readonly from: DatePoint; readonly to: DatePoint } {
  return sides.from !== undefined && sides.to !== undefined && sides.from !== sides.to;
}

/** Between which days each end of a span may lie, because 11月初 is any day of the first ten. */
export interface FuzzyBounds {
  readonly startLo?: PlainDate;
  readonly startHi?: PlainDate;
  readonly endLo?: PlainDate;
  readonly endHi?: PlainDate;
}

/** A span of whole calendar days, both ends included; an open or unknown side is undefined. */
export interface DateSpan {
  readonly start?: PlainDate;
  readonly end?: PlainDate;
  /**
   * False when no year could be had: `year` of the sides is then 0 (1 for an end that crosses into the
   * next year), and only month and day count. Year 0 is a leap year, so that 2月29日 and 2月底 lose no day.
   */
  readonly yearKnown: boolean;
  /** The year stands in the expression itself, it was not inherited. */
  readonly yearWritten?: boolean;
  readonly raw: string;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly deadline: boolean;
  readonly range: Range;
  /** Absent on spans that were not read from an expression: their ends are exact. */
  readonly bounds?: FuzzyBounds;
}
