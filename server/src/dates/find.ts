import type { Range } from '../text/range.ts';
import { compare } from './civil.ts';
import { readDuration, readRecurring, readRelative } from './duration.ts';
import type { DateExpression, DateFault, DatePoint } from './expression.ts';
import { matchAt, plainGlyphs, skipBlanks } from './glyphs.ts';
import { HOLIDAY_SIGNS } from './holidays.ts';
import { readNumericShort } from './numeric.ts';
import { type PointReading, readPoint, readSecond } from './point.ts';
import { sideDays } from './side.ts';
import { timeWordAt, WORD_SIGNS } from './words.ts';

/** A line without any of these holds no time expression. */
const STARTS = new RegExp(
  `[0-9Oo〇一二三四五六七八九十廿两半今去明本当次翌上下前第年月即自印每不至约为${[...HOLIDAY_SIGNS, ...WORD_SIGNS].join('')}]`,
  'g',
);
const LIMIT_BEFORE = /(?:截至|截止(?:到|于|至|时间[:为]?|日期[:为]?)?|不迟于|不晚于|至迟|最迟(?:于|在)?|务于|赶在) ?$/;
const LIMIT_BEHIND =
  / {0,2}(?:\([^()]{1,8}\))? {0,2}(?:之前|以前|前(?![期后往来提面言者所景沿任])|内(?=[，。；、完要将前\s)]|$))/y;
const START_BEHIND = / {0,2}(?:起|开始|启动|以后|之后|以来)/y;
const ABOUT_BEHIND = / {0,2}左右/y;
const CONNECTOR = / {0,2}(?:起|开始|启动)? {0,2},? {0,2}(?:至|到|-{1,4}|~{1,2}) {0,2}/y;
const END_BEHIND = / {0,2}(?:止|底止|(?:基本)?(?:结束|完成))/y;
const TODAY =
  /(?:即日|即时)起|自?(?:(?:本)?(?:方案|通知|办法|意见))?(?:印发|发文|发布|公布|下发|颁布)之日起(?!\d|[一二三四五六七八九十两])/y;
const NOT_BEHIND =
  /^(?:号(?!前|至|到|起|-)|届|级|班|型|版|章|条|款|页|楼|室|岁|周年|％|%|元|万|亿|人|名|个|项|次|米|公里|kg|km)/;

/**
 * All time expressions of a line, leftmost and longest first, in order and without overlap. What
 * they mean in days is said by resolve.ts, which knows the year.
 *
 * Document numbers, sessions, decades, amounts and the like are none. Linear in the length of the text.
 */
export function findDates(text: string): readonly DateExpression[] {
  STARTS.lastIndex = 0;
  if (!STARTS.test(text) && !/[０-９]/.test(text)) return none;
  const plain = plainGlyphs(text);
  const found: DateExpression[] = [];
  let at = 0;
  for (;;) {
    STARTS.lastIndex = at;
    const start = STARTS.exec(plain)?.index;
    if (start === undefined) break;
    const expression = insideTitle(plain, start) ? undefined : readAt(text, plain, start);
    if (expression) {
      found.push(expression);
      at = expression.range.end;
    } else at = skipDigits(plain, start);
  }
  return found.length === 0 ? none : found;
}

const none: readonly DateExpression[] = [];

/** Figures are one number: 12009年 is no 2009年. */
function skipDigits(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) >= 48 && text.charCodeAt(end) <= 57) end++;
  return end > at ? end : at + 1;
}

/** Years in the brackets of document numbers: 〔2009〕, [2009]. */
function insideTitle(text: string, at: number): boolean {
  return /[〔[【]/.test(text.charAt(at - 1)) && /^\d{4}年?[〕\]】]/.test(text.slice(at, at + 6));
}

function readAt(text: string, plain: string, at: number): DateExpression | undefined {
  const word = timeWordAt(plain, at);
  if (word) return wordExpression(text, at, word.word, word.kind);
  return (
    readRecurring(text, plain, at) ??
    readRelative(text, plain, at) ??
    readToday(text, plain, at) ??
    readSpan(text, plain, at) ??
    readDuration(text, plain, at)
  );
}

function wordExpression(
  text: string,
  at: number,
  word: string,
  kind: 'ongoing' | 'immediate' | 'strong' | 'adverb',
): DateExpression {
  const range = { start: at, end: at + word.length };
  const raw = text.slice(range.start, range.end);
  if (kind === 'ongoing' || kind === 'immediate') return { kind, range, raw, approximate: false };
  return { kind: 'vague', range, raw, approximate: true, strength: kind };
}

function readToday(text: string, plain: string, at: number): DateExpression | undefined {
  const match = matchAt(TODAY, plain, at);
  if (!match) return undefined;
  const range = { start: at, end: at + match[0].length };
  const raw = text.slice(range.start, range.end);
  const anchor = { kind: 'issued', text: raw, range } as const;
  const from: DatePoint = { range, unit: 'day', approximate: false, anchor };
  const second = matchAt(CONNECTOR, plain, range.end);
  const to = second ? readPoint(plain, range.end + second[0].length, false) : undefined;
  if (to) {
    const whole = { start: at, end: to.end };
    return { kind: 'span', range: whole, raw: text.slice(at, to.end), from, to: to.to, approximate: to.to.approximate };
  }
  return { kind: 'span', range, raw, from, approximate: false };
}

function readSpan(text: string, plain: string, at: number): DateExpression | undefined {
  if (/\d/.test(plain.charAt(at - 1)) && /\d/.test(plain.charAt(at))) return undefined;
  if (/[第届]/.test(plain.charAt(at - 1)) && !/第/.test(plain.charAt(at))) return undefined;
  const listed = at > 0 && /[、]/.test(plain.charAt(at - 1));
  const first = readPoint(plain, at, listed);
  if (!first || isNoDate(plain, first)) return undefined;
  if (first.from !== first.to) return close(text, plain, at, first.from, first.to, first.end, first.fault);
  const connector = matchAt(CONNECTOR, plain, first.end);
  if (connector) {
    const from = first.end + connector[0].length;
    const second = first.separator
      ? (shortSide(plain, from, first.separator) ?? readSecond(plain, from, first.from))
      : readSecond(plain, from, first.from);
    if (second && !isNoDate(plain, second)) {
      return close(
        text,
        plain,
        at,
        first.from,
        second.to,
        second.end,
        first.fault ?? second.fault ?? reversed(first.from, second.to, at, second.end),
      );
    }
    const until = / {0,2}(期末|学期末|学期结束|活动结束|项目结束|年终)/y;
    const open = matchAt(until, plain, from);
    if (open) {
      const end = from + open[0].length;
      const range = { start: from, end };
      return {
        kind: 'span',
        range: { start: at, end },
        raw: text.slice(at, end),
        from: first.from,
        until: { text: open[1] ?? '', range },
        approximate: true,
        strength: 'strong',
      };
    }
  }
  const joined = missingConnector(plain, first);
  if (joined) {
    const gap = { start: first.end, end: first.end };
    return close(text, plain, at, first.from, joined.to, joined.end, {
      kind: 'missing-connector',
      range: gap,
      correction: '至',
    });
  }
  return close(text, plain, at, first.from, first.from, first.end, first.fault);
}

function shortSide(plain: string, at: number, separator: string): PointReading | undefined {
  const short = readNumericShort(plain, at, separator);
  return short ? { from: short.point, to: short.point, end: short.end } : undefined;
}

/** 9月初11月中旬: two times that belong together with nothing between them. */
function missingConnector(plain: string, first: PointReading): PointReading | undefined {
  if (first.from.portion === undefined && first.from.day === undefined) return undefined;
  if (first.end !== skipBlanks(plain, first.end)) return undefined;
  const second = /^(?:\d|[一二三四五六七八九十]{1,2}月)/.test(plain.slice(first.end, first.end + 3))
    ? readPoint(plain, first.end, false)
    : undefined;
  return second && second.to.month !== undefined ? second : undefined;
}

/** The expression with what stands before and behind its sides. */
function close(
  text: string,
  plain: string,
  at: number,
  from: DatePoint,
  to: DatePoint,
  end: number,
  fault: DateFault | undefined,
): DateExpression | undefined {
  const limit = matchAt(LIMIT_BEHIND, plain, end);
  const before = LIMIT_BEFORE.exec(plain.slice(Math.max(0, at - 8), at));
  const isRange = from !== to;
  let last = end;
  let deadline = false;
  let openEnd = false;
  let about = false;
  if (limit) {
    last += limit[0].length;
    deadline = true;
  } else {
    const begins = isRange ? null : matchAt(START_BEHIND, plain, end);
    const nearly = matchAt(ABOUT_BEHIND, plain, end);
    if (begins) {
      last += begins[0].length;
      openEnd = true;
    } else if (nearly) {
      last += nearly[0].length;
      about = true;
    } else if (isRange) last += matchAt(END_BEHIND, plain, end)?.[0].length ?? 0;
  }
  if (before && !isRange) deadline = true;
  // 春节 alone is no time; 春节前 is the day before it.
  if (to.holiday !== undefined && !deadline) {
    if (!isRange) return undefined;
  }
  const range: Range = { start: at, end: last };
  const raw = text.slice(at, last);
  const ended = to.holiday !== undefined && deadline ? { ...to, eve: true } : to;
  const approximate = from.approximate || ended.approximate || about;
  const shared = { range, raw, approximate, ...(about ? ({ strength: 'strong', comparator: 'about' } as const) : {}) };
  const sides =
    deadline && !isRange
      ? { to: ended, deadline: true }
      : openEnd
        ? { from }
        : { from: isRange ? from : ended, to: ended, ...(deadline && isRange ? { deadline: true } : {}) };
  return fault && fault.kind !== 'weekday'
    ? { kind: 'malformed', ...shared, ...sides, fault }
    : { kind: 'span', ...shared, ...sides };
}

/** 5月份额, 第三年级, 2010年代 and other words that begin like a time. */
function isNoDate(plain: string, reading: PointReading): boolean {
  if (
    reading.to.unit === 'year' &&
    reading.to.portion === undefined &&
    /^ ?(?:以上|制|间|来|代|级|龄|时间|期(?!间)|内[^，。；、完要将前]|以内)/.test(
      plain.slice(reading.end, reading.end + 3),
    )
  )
    return true;
  return reading.to.day === undefined && NOT_BEHIND.test(plain.slice(reading.end, reading.end + 3));
}

/** Both sides name their year, or both are days of one month, and the end lies before the start. */
function reversed(from: DatePoint, to: DatePoint, start: number, end: number): DateFault | undefined {
  const bothYears = from.year !== undefined && to.year !== undefined;
  const sameMonth =
    from.month !== undefined && to.month === undefined && from.day !== undefined && to.day !== undefined;
  if (!bothYears && !sameMonth) return undefined;
  const first = sideDays(from, from.year ?? 0, from.month ?? 1).first;
  const last = sideDays(to, to.year ?? from.year ?? 0, to.month ?? from.month ?? 12).last;
  return compare(last, first) < 0 ? { kind: 'reversed', range: { start, end } } : undefined;
}
