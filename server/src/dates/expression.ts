import type { Range } from '../text/range.ts';
import type { PlainDate } from './civil.ts';

/** How exactly a side of a span was written. `xun` is a period of ten days. */
export type Precision = 'day' | 'xun' | 'month' | 'quarter' | 'halfYear' | 'year';

/** One side as written: what is missing comes from the context. */
export interface DatePoint {
  readonly range: Range;
  readonly year?: number;
  /** 1–12; absent for 年底, 上半年 of a bare year and the like only when `unit` says what is meant. */
  readonly month?: number;
  readonly day?: number;
  readonly unit: Precision;
  /** Which part of the month or year: 上旬/月初/年初 = first, 中旬/月中/年中 = middle, 下旬/月底/年底 = last; quarter 1–4; half 1–2. */
  readonly portion?: 'first' | 'middle' | 'last' | 1 | 2 | 3 | 4;
  /** 月初, 年底, 左右: fuzzy by nature. */
  readonly approximate: boolean;
  /** The weekday in brackets behind it, 1 Monday … 7 Sunday. */
  readonly weekday?: number;
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
    | 'missing-month-mark' // 2009年12上旬
    | 'missing-day-mark' // 7月10前
    | 'missing-connector' // 9月初11月中旬
    | 'impossible-day' // 4月31日
    | 'impossible-month' // 13月
    | 'weekday' // 10月12日（星期二）
    | 'reversed' // a range that ends before it starts, both years written
    | 'digits'; // 二〇零九年, O9年
  readonly range: Range;
  /** Text to put in the place of `range`, when the meaning is certain or nearly so. */
  readonly correction?: string;
}

export interface Amount {
  readonly count: number;
  readonly unit: 'day' | 'workday' | 'week' | 'month' | 'year' | 'hour';
}

export interface DateExpression {
  readonly kind: ExpressionKind;
  /** Indexes in the text that was read. */
  readonly range: Range;
  readonly raw: string;
  readonly from?: DatePoint;
  readonly to?: DatePoint;
  /** `to` was written as a limit (前, 截至, 之前), not as the end of a range. */
  readonly deadline?: boolean;
  readonly amount?: Amount;
  readonly comparator?: 'about' | 'atLeast' | 'atMost';
  readonly approximate: boolean;
  readonly fault?: DateFault;
}

/** A span of whole calendar days, both ends included; an open or unknown side is undefined. */
export interface DateSpan {
  readonly start?: PlainDate;
  readonly end?: PlainDate;
  /** False when no year could be had: `year` of the sides is then 0, and only month and day count. */
  readonly yearKnown: boolean;
  readonly raw: string;
  readonly precision: Precision;
  readonly approximate: boolean;
  readonly deadline: boolean;
  readonly range: Range;
}
