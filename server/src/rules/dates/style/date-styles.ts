import type { DateExpression } from '../../../dates/expression.ts';
import { hanToNumber } from '../../../numbering/han.ts';
import { type LineFacts, lineMemo } from '../../../plan/facts.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import { isFigure } from '../../../text/figures.ts';
import type { Range } from '../../../text/range.ts';

export type StyleKind = 'hyphen' | 'to' | 'padded' | 'shortYear' | 'spoken' | 'figures' | 'han' | 'january';

/** A way of writing that is not the standard's; indexes of the line's text. */
export interface DateStyle {
  readonly kind: StyleKind;
  readonly range: Range;
  /** What makes it regular. */
  readonly edits: readonly { readonly range: Range; readonly text: string }[];
}

export interface LineDateStyles {
  readonly irregular: readonly DateStyle[];
  /** Number of days written with 月 and 日. */
  readonly chinese: number;
}

const none: LineDateStyles = { irregular: [], chinese: 0 };

/** Lines that a web page or a system puts in. */
const stamp = /发布(?:日期|时间)|生成时间|浏览|点击|来源\s?[:：]|供稿\s?[:：]/;
/** [2026-06-18] 18:35: when a page was put on the web. */
const pageTime = /20\d\d-\d\d?-\d\d?\]?\s{0,4}\d\d:\d\d/;
const longestStamp = 60;

const stampSign = sign({ words: ['发布日期', '发布时间', '生成时间', '浏览', '点击', '来源', '供稿'] });

/** How the dates of a line are written; read once for each text. */
export const dateStyles = lineMemo(
  (facts): LineDateStyles =>
    facts.dates.length === 0 ||
    (hasSign(facts, stampSign) && stamp.test(facts.text)) ||
    (facts.text.length <= longestStamp && pageTime.test(facts.text))
      ? none
      : readStyles(facts),
);

function readStyles({ text, dates }: LineFacts): LineDateStyles {
  const irregular: DateStyle[] = [];
  let chinese = 0;
  for (const expression of dates) {
    if (expression.kind !== 'span' || isQuoted(text, expression.range.start)) continue;
    const { raw, range, from, to } = expression;
    // Without 从 and 前.
    const days = { start: (from ?? to)?.range.start ?? range.start, end: (to ?? from)?.range.end ?? range.end };
    if (/月\s?\d{1,2}日/.test(raw)) chinese += 1;
    const joined = connectorStyle(text, expression);
    if (joined) irregular.push(joined);
    // Each is looked for where its sign stands; most dates have none of them.
    const padded = /0\d\s?[月日]/.test(raw) ? editsOf(expression, padding, () => '') : [];
    if (padded.length > 0) irregular.push({ kind: 'padded', range: days, edits: padded });
    const spoken = raw.includes('号') ? editsOf(expression, spokenDay, () => '日') : [];
    if (spoken.length > 0) irregular.push({ kind: 'spoken', range: days, edits: spoken });
    const han = raw.includes('月') && !isOfOldCalendar(text, days.start) ? editsOf(expression, hanDay, inArabic) : [];
    if (han.length > 0) irregular.push({ kind: 'han', range: days, edits: han });
    const january =
      raw.includes('元月') && !isOfOldCalendar(text, days.start) ? editsOf(expression, firstMonth, () => '1月') : [];
    if (january.length > 0) irregular.push({ kind: 'january', range: days, edits: january });
    const figures = /\d[./-]\d/.test(raw)
      ? [...editsOf(expression, inFigures, inWords), ...editsOf(expression, dayInFigures, dayInWords)]
      : [];
    if (figures.length > 0) irregular.push({ kind: 'figures', range: days, edits: figures });
  }
  irregular.push(...shortYears(text));
  return irregular.length === 0 && chinese === 0 ? none : { irregular, chinese };
}

const padding = /(?<=年\s?|月\s?|^)0(?=\d\s?[月日])/g;
const spokenDay = /(?<=月\s?\d{1,2}\s?)号/g;
/** 元月12日, where the other months are numbered. */
const firstMonth = /元月(?=\d{1,2}日)/g;
const inFigures = /(?<!\d)(\d{4})([./-])(\d{1,2})\2(\d{1,2})(?!\d)/g;
/** 11/19 without a year. */
const dayInFigures = /(?<![\d./-])(\d{1,2})\/(\d{1,2})(?![\d./-])/g;
const dayInWords = ([, month, day]: RegExpExecArray) => `${Number(month)}月${Number(day)}日`;
const inWords = ([, year, , month, day]: RegExpExecArray) => `${year}年${Number(month)}月${Number(day)}日`;

/** 三月一日, 三月一日及二日; a day without a year only, as whole dates in Han numerals are those of signatures. */
const hanDay = /(?<![年〇零一二三四五六七八九十])([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})日/g;
const inArabic = ([, month = '', day = '']: RegExpExecArray) => `${hanToNumber(month)}月${hanToNumber(day)}日`;
/** 农历八月十五日. */
const isOfOldCalendar = (text: string, at: number) =>
  /(?:农历|阴历|旧历|夏历)[^，。；]{0,8}$/.test(text.slice(Math.max(0, at - 14), at));

/** Edits that write anew what a pattern finds in a date. */
function editsOf(
  { raw, range }: DateExpression,
  pattern: RegExp,
  write: (match: RegExpExecArray) => string,
): DateStyle['edits'] {
  return [...raw.matchAll(pattern)].map((match) => {
    const start = range.start + match.index;
    return { range: { start, end: start + match[0].length }, text: write(match) };
  });
}

/** The connector of a range that is written with 年, 月 or 日. */
function connectorStyle(text: string, { from, to, range }: DateExpression): DateStyle | undefined {
  if (!from || !to || from === to) return undefined;
  // 5-7月, 8月1-7日: what both sides share is written once, and the sign belongs to the first one.
  // 9月1日13:00-9月2日22:30: an hour stands between the day and the sign.
  const inFirst = /(?:-{1,4}|——|―)$/.exec(text.slice(from.range.start, to.range.start))?.[0];
  const at = { start: inFirst ? to.range.start - inFirst.length : from.range.end, end: to.range.start };
  const connector = text.slice(at.start, at.end);
  if (!/[年月日旬初底末]/.test(text.slice(from.range.start, from.range.end) + text.slice(to.range.start, to.range.end)))
    return undefined;
  if (/^\s{0,2}(?:-{1,4}|——|―)\s{0,2}$/.test(connector))
    return { kind: 'hyphen', range, edits: [{ range: at, text: '—' }] };
  // 从3月1日到4月1日 goes in pairs.
  const paired = /[从自]/.test(text.slice(Math.max(0, range.start - 3), from.range.start));
  if (connector === '到' && !paired) return { kind: 'to', range, edits: [{ range: at, text: '至' }] };
  return undefined;
}

/** 09年10月; ’09年 as well. */
function shortYears(text: string): readonly DateStyle[] {
  if (!hasShortYear(text)) return [];
  return [...text.matchAll(/(?<![\d〇零一二三四五六七八九十.第近])['’‘]?(\d{2})年(?=(\d{1,2}月)(?!龄))/g)].flatMap(
    (match) => {
      const start = match.index;
      if (isQuoted(text, start)) return [];
      const year = match[1] ?? '';
      const end = start + match[0].length;
      const full = Number(year) < 50 ? `20${year}` : `19${year}`;
      return [
        {
          kind: 'shortYear' as const,
          range: { start, end: end + (match[2]?.length ?? 0) },
          edits: [{ range: { start, end }, text: `${full}年` }],
        },
      ];
    },
  );
}

/** Whether 年 stands behind two figures and in front of another one: a cheap test for every date. */
function hasShortYear(text: string): boolean {
  for (let at = text.indexOf('年', 2); at >= 0; at = text.indexOf('年', at + 1)) {
    const isShort =
      isFigure(text.charCodeAt(at - 1)) && isFigure(text.charCodeAt(at - 2)) && !isFigure(text.charCodeAt(at - 3));
    if (isShort && isFigure(text.charCodeAt(at + 1))) return true;
  }
  return false;
}

/** In a title or quotation, which stays as it was written. */
function isQuoted(text: string, at: number): boolean {
  for (const [open, close] of ['《》', '“”'] as const) {
    const from = text.lastIndexOf(open ?? '', at);
    if (from >= 0 && text.indexOf(close ?? '', from) > at) return true;
  }
  return false;
}
