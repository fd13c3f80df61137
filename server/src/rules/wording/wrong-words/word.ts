import type { Range } from '../../../text/range.ts';

/**
 * What kind of fault a written form is: `slip` is no word at all or the wrong word at this place,
 * `variant` a second form of a word of which another is recommended, `usage` a choice of words that
 * office practice advises against, `mixed` one of two good forms that a plan should not mix.
 */
export type WrongWordKind = 'slip' | 'variant' | 'usage' | 'mixed';

/** A written form that is wrong, always or beside certain words. */
export interface WrongWord {
  readonly wrong: string;
  readonly right: string;
  readonly kind: WrongWordKind;
  /** The publication that it rests on, for the message. */
  readonly source: string;
  /** It has to begin and end where words do. */
  readonly apart: boolean;
  /** It is no word at all, and wrong between quotation marks as well. */
  readonly quoted?: boolean;
  readonly before?: RegExp;
  readonly after?: RegExp;
  readonly notBefore?: RegExp;
  readonly notAfter?: RegExp;
}

/** A wrong word at its place. */
export interface FoundWord {
  readonly word: WrongWord;
  readonly range: Range;
}
