import type { DatePoint } from './expression.ts';
import { numeral, opened } from './glyphs.ts';

/** A quarter, a half or another part of a year, with or without the year before it. */
export interface YearFraction {
  readonly end: number;
  readonly side: Pick<DatePoint, 'unit' | 'portion' | 'month' | 'approximate'>;
  /** The last one of several: 一、二季度, 前三季度. */
  readonly second?: Pick<DatePoint, 'unit' | 'portion' | 'month' | 'approximate'>;
}

const QUARTER = opened(
  '第一二三四1234',
  /第?([一二三四1-4])(?:(?:[、至到~]|-{1,2})第?([一二三四1-4])){0,3} {0,2}季度?(末|底|初)?/y,
);
const FIRST_QUARTERS = opened('前', /前([二两三23])个?季度/y);
const HALF = opened('上下', /([上下])半年(?!度?(?:报|刊))/y);
const BARE_QUARTER_END = opened('季', /季度?[末底]/y);
/** 中 is also the first sign of 中国, 中央, 中小学 …: only where a mark or an end follows. */
const YEAR_PART = opened(
  '初底末中终',
  /(初(?![一二三中步级审稿选评赛始试等])|底(?![线数稿册气蕴色座层部子])|末(?![梢端尾位班])|中(?=$|[ ,。;；、)）:~-]|至|到|前|之前|以前|开始|完成|结束|召开)|终(?=前|之前|以前))/y,
);

/** Reads 第一季度, 一、二季度, 前三季度, 一季度末, 上半年 at the index. */
export function readFraction(text: string, at: number): YearFraction | undefined {
  const quarter = QUARTER(text, at);
  if (quarter && (quarter[0].includes('度') || quarter[3])) {
    const end = at + quarter[0].length;
    const first = quarterSide(numeral(quarter[1] ?? ''), quarter[2] ? undefined : quarter[3]);
    return quarter[2]
      ? { end, side: first, second: quarterSide(numeral(quarter[2]), quarter[3]) }
      : { end, side: first };
  }
  const several = FIRST_QUARTERS(text, at);
  if (several) {
    const count = numeral(several[1] === '二' ? '两' : (several[1] ?? ''));
    return { end: at + several[0].length, side: quarterSide(1, undefined), second: quarterSide(count, undefined) };
  }
  const half = HALF(text, at);
  if (!half) return undefined;
  return {
    end: at + half[0].length,
    side: { unit: 'halfYear', portion: half[1] === '上' ? 1 : 2, approximate: false },
  };
}

/** Reads 季度末, whose quarter the context gives. */
export function readQuarterEnd(text: string, at: number): YearFraction | undefined {
  const match = BARE_QUARTER_END(text, at);
  return match ? { end: at + match[0].length, side: { unit: 'quarter', approximate: true } } : undefined;
}

/** Reads 初, 中, 底, 末 behind 年. */
export function readYearPart(text: string, at: number): YearFraction | undefined {
  const match = YEAR_PART(text, at);
  if (!match) return undefined;
  const portion = match[1] === '初' ? 'first' : match[1] === '中' ? 'middle' : 'last';
  return { end: at + match[0].length, side: { unit: 'year', portion, approximate: true } };
}

/** 一季度末 is the last month of that quarter, 一季度初 the first. */
function quarterSide(quarter: number, edge: string | undefined): YearFraction['side'] {
  if (edge) return { unit: 'month', month: edge === '初' ? quarter * 3 - 2 : quarter * 3, approximate: true };
  const portion = quarter === 2 ? 2 : quarter === 3 ? 3 : quarter === 4 ? 4 : 1;
  return { unit: 'quarter', portion, approximate: false };
}
