import { compare, type PlainDate } from './civil.ts';
import type { DateExpression, DatePoint, DateSpan } from './expression.ts';
import { type Parts, type SideStyle, sideStyle, writeSide } from './side-style.ts';

/** The end of a span that is moved; `day` where one day, or a limit such as 11月底, is written once for both ends. */
export type MovedEnd = 'start' | 'end' | 'day';

/** Words to put in the place of the units `[start, end)` of a line. */
export interface Rewording {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A point whose day does not depend on anything but the calendar. */
function isPlain(point: DatePoint): boolean {
  const { anchor, holiday, monthShift, weekShift, unit, month, portion } = point;
  if (anchor || holiday !== undefined || monthShift !== undefined || weekShift !== undefined) return false;
  // 一季度末 and 季度末 have no writing on another day that is still theirs.
  if (unit === 'quarter' && portion === undefined) return false;
  return unit !== 'month' || month !== undefined;
}

/** One point that stands for both ends: 10月12日, 11月中旬, and 10月20日左右, whose ends are read one by one. */
function isOnePoint(from: DatePoint | undefined, to: DatePoint | undefined): boolean {
  if (!from || !to) return false;
  if (from === to) return true;
  const isSame = from.range.start === to.range.start && from.range.end === to.range.end;
  return isSame && from.unit === to.unit && from.portion === to.portion;
}

/**
 * Which ends can be moved; none for what is malformed, relative or repeated.
 * @param isLimit a date without 前 is a last day all the same, as in a column 完成时限: 11月底 is then moved
 *   as a whole and does not become a range
 */
export function movableEnds({ kind, from, to, until }: DateExpression, isLimit = false): readonly MovedEnd[] {
  if (kind !== 'span') return [];
  if (from && isOnePoint(from, to)) {
    if (!isPlain(from)) return [];
    return from.unit === 'day' || isLimit ? ['day'] : ['start', 'end'];
  }
  const ends: MovedEnd[] = [];
  if (from && isPlain(from)) ends.push('start');
  if (to && isPlain(to) && !until) ends.push('end');
  return ends;
}

/**
 * Ways of writing an expression with one end on another day, the one nearest to how it is written
 * first: 10月9日到29日 → 10月9日到31日, then 10月9日到10月31日, then with the year. Which of them is read as
 * it should be depends on what stands around it; the caller reads each and takes the first that is right.
 * @param text of the line on which the expression stands
 * @param span the days as read
 */
export function rewordings(
  text: string,
  expression: DateExpression,
  span: DateSpan,
  moved: MovedEnd,
  day: PlainDate,
): readonly Rewording[] {
  const { from, to } = expression;
  const isPoint = isOnePoint(from, to);
  if (!movableEnds(expression, moved === 'day').includes(moved)) return [];
  if (from && to && !isPoint) return range(text, from, to, span, moved, day);
  const point = from ?? to;
  if (!point) return [];
  const style = sideStyle(text, point);
  const place = { start: point.range.start, end: point.range.start + style.raw.length };
  const isRange = isPoint && moved !== 'day';
  const texts = isRange
    ? openedUp(style, span, moved, day)
    : variants(style, day, moved === 'start' ? 'start' : 'end', span, true);
  return texts.map((written) => ({ ...place, text: written }));
}

/** One side in its own style: with the parts that it has, then with its month, then with its year. */
function variants(style: SideStyle, day: PlainDate, side: 'start' | 'end', span: DateSpan, single = false): string[] {
  const { year, hasMonth } = style;
  const hasYear = year !== 'none' && year !== 'word';
  const before = side === 'start' ? span.start : span.end;
  // 月底 names its month by saying 月: another day of it is written with the month.
  const monthless = !hasMonth && !hasYear && !style.raw.startsWith('月');
  const parts: Parts[] = [{ year: hasYear, month: !monthless }];
  const kept = before && before.year === day.year ? style.raw.match(/^.{0,3}?年(?:度)?/u)?.[0] : undefined;
  if (!hasMonth) parts.push({ year: hasYear, month: true });
  parts.push({ year: hasYear, month: true, marks: true });
  if (!hasYear && day.year > 1) parts.push({ year: true, month: true }, { year: true, month: true, marks: true });
  parts.push({ year: hasYear, month: true, marks: true, exact: true });
  const limit = single && side === 'end';
  const texts = parts.map((one) => writeSide(style, day, side, { ...one, limit }));
  // 次年2月: the word stays while the year does.
  const worded = year === 'word' && kept ? [writeSide(style, day, side, { year: false, month: true })] : [];
  return distinct([...worded.map((written) => written && `${kept}${written}`), ...texts]);
}

/** An end that does not move: as it is, then with its month, then with its year. */
function unmoved(style: SideStyle, day: PlainDate | undefined, side: 'start' | 'end'): string[] {
  const hasYear = style.year !== 'none';
  if (!day || !isPlain(style.point)) return [style.raw];
  if (hasYear) {
    // 2021—2025年: the first year needs its mark when the second becomes a day.
    const marked = writeSide(style, day, side, { year: true, month: style.hasMonth, marks: true });
    return distinct([style.raw, style.year === 'word' ? undefined : marked]);
  }
  return distinct([
    style.raw,
    writeSide(style, day, side, { year: false, month: true, marks: true }),
    day.year > 1 ? writeSide(style, day, side, { year: true, month: true, marks: true }) : undefined,
  ]);
}

function range(
  text: string,
  from: DatePoint,
  to: DatePoint,
  span: DateSpan,
  moved: MovedEnd,
  day: PlainDate,
): readonly Rewording[] {
  const first = sideStyle(text, from);
  const last = sideStyle(text, to);
  // 前三季度: both sides are the same words, and no part of them can be moved alone.
  if (to.range.start < from.range.end && to.range.start === from.range.start) return [];
  const place = { start: from.range.start, end: to.range.start + last.raw.length };
  const written = text.slice(from.range.start + first.raw.length, to.range.start);
  // 上、中旬 lists what it means; with another end it is a range.
  const isList = written.trim() === '、';
  const between = isList ? '至' : written;
  const starts = moved === 'start' ? variants(first, day, 'start', span) : unmoved(first, span.start, 'start');
  if (isList && /[上中]$/.test(starts[0] ?? '')) starts.splice(0, 1, `${starts[0]}旬`);
  const ends = moved === 'end' ? variants(borrowed(last, first), day, 'end', span) : unmoved(last, span.end, 'end');
  const pairs = starts.flatMap((a, i) => ends.map((b, j) => ({ changes: i + j, text: `${a}${between}${b}` })));
  pairs.sort((a, b) => a.changes - b.changes);
  return distinct(pairs.map((pair) => pair.text)).map((written) => ({ ...place, text: written }));
}

/** A second side that has no number of its own (至月底) takes the kind of numbers from the first. */
function borrowed(last: SideStyle, first: SideStyle): SideStyle {
  if (/[\d０-９一二三四五六七八九十]/.test(last.raw)) return last;
  return { ...last, han: first.han, wide: first.wide, gap: first.gap, padded: first.padded };
}

/** 11月中旬 with one end moved is a range: 11月中旬至12月上旬, 11月15日至20日. */
function openedUp(style: SideStyle, span: DateSpan, moved: MovedEnd, day: PlainDate): readonly string[] {
  const start = moved === 'start' ? day : span.start;
  const end = moved === 'end' ? day : span.end;
  if (!start || !end) return [];
  if (compare(start, end) === 0) return variants(style, day, 'start', span);
  const year = style.year !== 'none' && style.year !== 'word';
  const coarse = (side: 'start' | 'end', parts: Parts) => writeSide(style, side === 'start' ? start : end, side, parts);
  const isCoarse = (written: string | undefined) => written !== undefined && !/日$/.test(written);
  const a = coarse('start', { year, month: true });
  const b = coarse('end', { year: false, month: true }) ?? coarse('end', { year: true, month: true });
  const withYear = coarse('end', { year: true, month: true });
  const texts: (string | undefined)[] = [];
  if (a && isCoarse(a) && isCoarse(b)) {
    const sameYear = start.year === end.year;
    // 2009年—2011年 and the like have nothing but the year.
    texts.push(...(sameYear ? [b, withYear] : [withYear, b]).map((written) => written && `${a}至${written}`));
  }
  const first = writeSide(style, start, 'start', { year, month: true, exact: true });
  const sameMonth = start.year === end.year && start.month === end.month;
  const day1 = sameMonth ? writeSide(style, end, 'end', { year: false, month: false, exact: true }) : undefined;
  const day2 = writeSide(style, end, 'end', { year: false, month: true, exact: true });
  const day3 = end.year > 1 ? writeSide(style, end, 'end', { year: true, month: true, exact: true }) : undefined;
  texts.push(...[day1, day2, day3].map((written) => written && first && `${first}至${written}`));
  return distinct(texts);
}

function distinct(texts: readonly (string | undefined)[]): string[] {
  return [...new Set(texts.filter((text) => text !== undefined))];
}
