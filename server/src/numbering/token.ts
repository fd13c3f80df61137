import type { Range } from '../text/range.ts';

export type NumberKind =
  | 'chapter' // 第一章
  | 'part' // 第一部分
  | 'section' // 第一节
  | 'article' // 第三条
  | 'stage' // 第一阶段
  | 'phasePart' // 第一环节
  | 'stepOrdinal' // 第一步
  | 'thing' // 问题一： 任务1：
  | 'han' // 一、
  | 'hanBracket' // （一）
  | 'arabic' // 1.
  | 'arabicBracket' // （1）
  | 'circled' // ①
  | 'letter' // A. a)
  | 'hanIs' // 一是 一要
  | 'first'; // 首先 其次 再次 最后, 第一， 其一，

/** A number at the head of a line or item, with its mark and the blanks behind it. */
export interface NumberToken {
  /** Indexes in the text that was read; covers number, brackets, mark and following blanks. */
  readonly range: Range;
  /** As written, without the following blanks: `（一）`, `1、`, `(三)`. */
  readonly raw: string;
  readonly kind: NumberKind;
  /** From 1 on. Of a multi-level number (`2.3`) the last part; 最后 has the value 4. */
  readonly value: number;
  /** The parts of a multi-level number (`2.3` → [2, 3]); only with kind `arabic`, and then without `level`. */
  readonly multi?: readonly number[];
  /** The separator behind the number: `、` `.` `．` `,` `，` `:` `：` `)` `）` or ``. */
  readonly mark: string;
  /** Brackets as written: `（）`, `()`, mixed, or `` when there are none or only the closing one, which is then the mark. */
  readonly brackets: string;
  /** Level of GB/T 9704-2012 7.3.3: 1 一、 2 （一） 3 1. 4 （1） 5 ①; undefined for the others. */
  readonly level?: 1 | 2 | 3 | 4 | 5;
  /** Blanks between number and text. */
  readonly blanks: string;
}
