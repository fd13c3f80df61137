import { isFigure } from '../text/figures.ts';
import { matchAt, opened, skipBlanks } from './glyphs.ts';

/** A year as written. */
export interface YearPart {
  readonly end: number;
  readonly year?: number;
  /** 去年 −1, 今年 0, 明年 1. */
  readonly shift?: number;
  /** The year was written with a zero or a letter in the place of 〇 or 0: what it should be, with 年. */
  readonly correction?: string;
  /** The sign 年 was lost: 20255月. */
  readonly unmarked?: true;
  /** Means a year only together with a month or a part of the year: 09年3月, 当年底. */
  readonly needsRest: boolean;
}

// Not 年代, 年级, 年版 …; 年度 is the year itself.
const NOT_YEAR = /[代版级生鉴轮纪龄份糕货轻青产薪功]/;
const ARABIC = /([12]\d{3}) {0,3}年(?:度(?!假))?/y;
const HAN = opened('一二', /([一二][〇零0Oo一二三四五六七八九]{3}) {0,3}年(?:度(?!假))?/y);
const LETTERED = /([12][\dOo]{3}|[Oo]\d) {0,3}年/y;
const SHORT = /(\d{2}) {0,2}年(?= {0,2}\d{1,2} {0,2}月)/y;
const SHIFTED = opened('今本当去明次翌来上下前', /(?:(今|本|当|去|明|次|翌|来)|(上|下)一?|(前))年(?:度(?!假))?/y);
/** Words whose last sign only looks like the first one of 去年, 前年, 上年, 来年 … */
const SHIFTED_NOT_AFTER = /[近往历几数年多百千以一二三四五六七八九十\d]/;

const SHIFTS: Readonly<Record<string, number>> = {
  今: 0,
  本: 0,
  当: 0,
  去: -1,
  上: -1,
  前: -2,
  明: 1,
  次: 1,
  翌: 1,
  来: 1,
  下: 1,
};
const HAN_YEAR_DIGITS = '〇一二三四五六七八九';

/** Reads a year with 年 at the index of a text in plain glyphs: 2009年, 二〇〇九年, 09年 before a month, 今年, 次年. */
export function readYear(text: string, at: number): YearPart | undefined {
  const code = text.charCodeAt(at);
  if (isFigure(code)) return arabicYear(text, at);
  if (code === 79 || code === 111) return letteredYear(text, at);
  const han = HAN(text, at);
  if (han)
    return NOT_YEAR.test(text.charAt(at + han[0].length)) ? undefined : hanYear(han[1] ?? '', at + han[0].length);
  const shifted = SHIFTED(text, at);
  if (!shifted || (at > 0 && '前上下来'.includes(text.charAt(at)) && SHIFTED_NOT_AFTER.test(text.charAt(at - 1)))) {
    return undefined;
  }
  const end = at + shifted[0].length;
  if (NOT_YEAR.test(text.charAt(end))) return undefined;
  const word = shifted[1] ?? shifted[2] ?? shifted[3] ?? '';
  const alone = '今去明'.includes(word) || shifted[0].endsWith('年度') || shifted[0].length === 3;
  return { end, shift: SHIFTS[word] ?? 0, needsRest: !alone };
}

function arabicYear(text: string, at: number): YearPart | undefined {
  let behind = at;
  while (isFigure(text.charCodeAt(behind)) || text[behind] === 'O' || text[behind] === 'o') behind += 1;
  const unit = text[skipBlanks(text, behind)];
  if (unit === '月') return gluedYear(text, at, behind);
  if (unit !== '年') return undefined;
  const full = matchAt(ARABIC, text, at);
  if (full) {
    const year = Number(full[1]);
    const end = at + full[0].length;
    // 5000年文明 and the like are no years of a plan.
    if (year < 1800 || year > 2199 || NOT_YEAR.test(text.charAt(end))) return undefined;
    return { end, year, needsRest: false };
  }
  const short = matchAt(SHORT, text, at);
  if (short) {
    const two = Number(short[1]);
    return { end: at + short[0].length, year: two >= 50 ? 1900 + two : 2000 + two, needsRest: true };
  }
  return letteredYear(text, at);
}

/** 20255月: a year and a month whose mark between them was lost; no other reading is left. */
function gluedYear(text: string, at: number, behind: number): YearPart | undefined {
  if (behind - at !== 5 && behind - at !== 6) return undefined;
  const end = at + 4;
  const year = Number(text.slice(at, end));
  const month = Number(text.slice(end, behind));
  if (!(year >= 1990 && year <= 2049 && month >= 1 && month <= 12)) return undefined;
  return { end, year, correction: `${year}年`, unmarked: true, needsRest: true };
}

/** 2O09年, O9年: the letter O in the place of a zero. */
function letteredYear(text: string, at: number): YearPart | undefined {
  const match = matchAt(LETTERED, text, at);
  const digits = match?.[1] ?? '';
  if (!match || !/[Oo]/.test(digits)) return undefined;
  const plain = digits.replace(/[Oo]/g, '0');
  const year = Number(plain.length === 2 ? `20${plain}` : plain);
  if (year < 1800 || year > 2199) return undefined;
  return { end: at + match[0].length, year, correction: `${year}年`, needsRest: false };
}

function hanYear(digits: string, end: number): YearPart | undefined {
  // GB/T 15835-2011 4.1: a zero in numbering is 〇; 零 belongs to counting.
  const plain = digits.replace(/[零0Oo]/g, '〇');
  const year = Number([...plain].map((sign) => HAN_YEAR_DIGITS.indexOf(sign)).join(''));
  if (!(year >= 1800 && year <= 2199)) return undefined;
  return plain === digits ? { end, year, needsRest: false } : { end, year, correction: `${plain}年`, needsRest: false };
}
