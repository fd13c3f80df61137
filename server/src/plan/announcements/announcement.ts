import type { Range } from '../../text/range.ts';

/**
 * The list that stands in the same line as the number that announces it. A list closed with 等 that
 * names fewer things than announced is none: it need not be complete.
 */
export interface InlineList {
  readonly items: readonly Range[];
  /** From the first item to the last. */
  readonly range: Range;
  readonly position: 'before' | 'after';
}

/** A number of things that the text says there are: 三个环节, “四个确保”, 五破除五突破. */
export interface Announcement {
  /** Number, classifier and noun. */
  readonly range: Range;
  readonly count: number;
  readonly countRange: Range;
  /** 个 in 三个环节; empty in 四统一 and 两方面. */
  readonly classifier: string;
  /** 环节 in 三个环节; 开放 in 四开放四开通. */
  readonly noun: string;
  /** A slogan: in quotation marks, or of the form 四开放四开通. Each part of such a form is an announcement of its own. */
  readonly slogan: boolean;
  /** The whole slogan without quotation marks; only with `slogan`. */
  readonly phrase?: Range;
  readonly inline?: InlineList;
}

/** What is announced, as far as its list depends on it. */
export interface Announced {
  readonly count: number;
  /** Where the announcement begins and ends, quotation marks included. */
  readonly start: number;
  readonly end: number;
  readonly slogan: boolean;
  /** The word that every item of a slogan's list carries: 开放 in 四开放. */
  readonly word?: string;
  /** What is announced: 方式 of 三种方式. */
  readonly noun: string;
  /** Behind these nouns a list is the sum that the sentence draws: 甲、乙两项工作. */
  readonly sums: boolean;
}
