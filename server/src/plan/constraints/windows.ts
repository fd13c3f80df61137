import { addDays } from '../../dates/civil.ts';
import { fuzzyEnds } from '../../dates/compare.ts';
import { addAmount } from '../../dates/deadline.ts';
import { type DateSpan, isRange } from '../../dates/expression.ts';
import type { Range } from '../../text/range.ts';
import { datedByLine } from '../dated-lines.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Dated, Line, Plan, PlanTable, Schedule, Section, TableCell } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { isTimeTitle, windowsOn } from '../stages/activity-span.ts';
import { audienceColumn, audiencesOfRows } from '../tables/audience-tables.ts';
import { audienceIn, mayNameAudience } from './audiences.ts';

/** When the whole of an activity takes place. */
export interface OverallWindows {
  /** For everybody; absent where the only windows are those of some. */
  readonly general?: DateSpan;
  /** 镇、街道机关从2009年9月开始，集中活动时间6个月；村、社区从…. Each has an audience. */
  readonly byAudience: readonly (Schedule & { readonly audience: string })[];
}

/** The overall windows of a plan, for all and by audience. */
export const overallWindowsOf = versionMemo(read);

function read(plan: Plan): OverallWindows {
  const lines = plan.dates.length > 0 ? linesOf(plan) : [];
  const byAudience = [
    ...(lines.length > 0 ? windowsIn(lines, plan) : []),
    ...(plan.dates.length > 0 ? plan.tables.flatMap((table) => windowsOfTable(table, plan)) : []),
  ];
  const span = plan.span ?? (plan.dates.length > 0 ? statedOverStages(plan) : undefined);
  // The first window that stands there is not that of all when it is said of some.
  const isOfSome =
    span && byAudience.some(({ range }) => range.start <= span.range.start && span.range.end <= range.end);
  return { ...(span && !isOfSome ? { general: span } : {}), byAudience };
}

/** 专项整治时间为 in front of a window; not 自查时间为, which is that of a stage. */
const ofWhole =
  /^[\s\u3000]*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）.．、])*[\s\u3000]*(?:本次|此次|我.|全.)?[^，。；：\d]{0,12}(?:整治|治理|活动|行动|创建|攻坚|教育|工作|排查)(?:总体?|起止|实施)?(?:时间|期限|周期)?(?:为|是|从|自|于|[：:])+$/;

/** The only window that a plan states over its stages, where it has no heading for it: 专项整治时间为2025年3月10日至11月20日. */
function statedOverStages(plan: Plan): DateSpan | undefined {
  if (plan.stages.length === 0) return undefined;
  const over = (section: Section): readonly Line[] =>
    section.stage || !section.sections.some(({ stage }) => stage) ? section.sections.flatMap(over) : section.body;
  const lines = plan.sections.flatMap(over).filter(hasWindow);
  const [window, more] = lines.flatMap((line) => {
    const [first] = line.facts.dates;
    if (!first || !ofWhole.test(line.text.slice(0, first.range.start))) return [];
    const dates = datedByLine(plan.dates).get(line) ?? [];
    const [span] = windowsOn(dates);
    return span && isOfActivity(line.text.slice(endOf(span, dates))) ? [span] : [];
  });
  return more ? undefined : window;
}

const inStages = /分[两二三四五六2-6]个?(?:阶段|步骤|批次?|环节|层次|类)/;

/** Lines that may say when somebody takes part in the whole: the opening, 活动时间, and what stands over the stages. */
function linesOf(plan: Plan): readonly Line[] {
  const found = plan.opening.filter((line) => hasWindow(line) && partsOn(line.facts).length > 0);
  const visit = (section: Section, ofTime: boolean): void => {
    if (section.stage) return;
    const time = ofTime || isTimeTitle(section.title.value);
    const add = (line: Line): void => {
      if (hasWindow(line) && (time || ofStages(line.text)) && partsOn(line.facts).length > 0) found.push(line);
    };
    add(section.heading);
    section.body.forEach(add);
    for (const inner of section.sections) visit(inner, time);
  };
  for (const section of plan.sections) visit(section, false);
  return found;
}

const ofStages = (text: string) => text.includes('分') && inStages.test(text);
/** Whether the dates of a line make a window: a range, or a first day alone behind which an end or a length may stand. */
const hasWindow = ({ facts, place }: Line) =>
  place !== 'quote' && facts.dates.some((one) => isRange(one) || (one.from && !one.to));

function windowsIn(lines: readonly Line[], plan: Plan): OverallWindows['byAudience'] {
  const dates = datedByLine(plan.dates);
  return lines.flatMap((line) => windowsOf(line, dates.get(line) ?? [], plan));
}

function windowsOf(line: Line, all: readonly Dated[], plan: Plan): OverallWindows['byAudience'] {
  const { text } = line;
  return partsOn(line.facts).flatMap(({ start, end, audience }) => {
    const dates = all.filter(({ expression: { range } }) => range.start >= start && range.end <= end);
    const window = windowsOn(dates)[0] ?? withLength(dates, text, plan);
    if (!window || !isOfActivity(text.slice(endOf(window, dates), end))) return [];
    return [{ audience, span: window, origin: 'body' as const, range: window.range }];
  });
}

/** The parts of a line that begin with somebody and a date: all that the words alone tell. */
const partsOn = lineMemo(({ text, dates }: LineFacts): readonly (Range & { readonly audience: string })[] => {
  if (dates.length === 0 || !mayNameAudience(text)) return none;
  const found = segmentsOf(text).flatMap(({ start, end }) => {
    const first = dates.find(({ range }) => range.start >= start && range.end <= end);
    const audience = first && audienceIn(text.slice(start, first.range.start));
    return audience === undefined ? [] : [{ start, end, audience }];
  });
  return found.length === 0 ? none : found;
});

const none: readonly (Range & { readonly audience: string })[] = [];

/** The parts of a line between full stops and semicolons. */
function segmentsOf(text: string): readonly Range[] {
  const segments: Range[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    if (at < text.length && !'。；;！'.includes(text.charAt(at))) continue;
    if (at > start) segments.push({ start, end: at });
    start = at + 1;
  }
  return segments;
}

/** 从2009年9月开始，集中活动时间6个月: a start and how long it takes. A least length leaves the end open. */
function withLength(dates: readonly Dated[], text: string, { calendar }: Plan): DateSpan | undefined {
  const [first, length] = dates;
  const span = first?.span;
  if (!span?.start || !first?.expression.from || first.expression.to || !length?.expression.amount) {
    return undefined;
  }
  const { amount, comparator, kind, range } = length.expression;
  if (kind !== 'duration' || range.start - first.expression.range.end > 20) return undefined;
  const { end: _, bounds: __, ...open } = span;
  const raw = text.slice(first.expression.range.start, range.end);
  const whole = { ...open, raw, range: { start: first.range.start, end: length.range.end } };
  const { startLo = span.start, startHi = span.start } = fuzzyEnds(span);
  if (comparator === 'atLeast' || comparator === 'about') return { ...whole, bounds: { startLo, startHi } };
  const [endLo, endHi] = [addDays(addAmount(startLo, amount, calendar), -1), addAmount(startHi, amount, calendar)];
  return { ...whole, end: endHi, bounds: { startLo, startHi, endLo, endHi } };
}

const startHeader = /^(?:开始|起始|启动|开展)(?:时间|日期)$/;
const endHeader = /^(?:结束|截止|终止|完成)(?:时间|日期)$/;

/** A table with a row for each group and its whole window: 参加对象 | 起止时间, or 开始时间 | 结束时间. */
function windowsOfTable(table: PlanTable, plan: Plan): OverallWindows['byAudience'] {
  const { columns, rows } = table;
  const column = audienceColumn(table);
  if (column === undefined || columns.some(({ field }) => field === 'stage' || field === 'activity')) return [];
  const find = (wanted: RegExp) =>
    columns.findIndex(({ header }) => wanted.test(header.text.replace(/[\s\u3000*]/g, '')));
  const time = columns.findIndex(({ field }) => field === 'time');
  const at = find(startHeader) >= 0 && find(endHeader) >= 0 ? [find(startHeader), find(endHeader)] : [time];
  const audiences = audiencesOfRows(table, column);
  return rows.flatMap(({ cells }, row) => {
    const audience = audiences[row] ?? '';
    const own = at.flatMap((one) => cells[one] ?? []);
    const [first, last] = [own[0], own.at(-1)];
    if (audience === '' || !first || !last) return [];
    const range = { start: first.range.start, end: last.range.end };
    const dated = datesIn(own, plan);
    const window = own.length === 1 ? windowsOn(dated)[0] : spanOf(dated, range);
    return window ? [{ audience, span: window, origin: 'table' as const, range: window.range, table }] : [];
  });
}

function datesIn(cells: readonly TableCell[], { dates }: Plan): readonly Dated[] {
  const lines = new Set(cells.flatMap((cell) => (cell.carried ?? cell).lines));
  return dates.filter(({ line }) => lines.has(line));
}

/** From the day in one cell to that in the next one. */
function spanOf([first, last, more]: readonly Dated[], range: Range): DateSpan | undefined {
  if (!first?.span?.start || !last?.span?.end || more) return undefined;
  const { startLo = first.span.start, startHi = first.span.start } = fuzzyEnds(first.span);
  const { endLo = last.span.end, endHi = last.span.end } = fuzzyEnds(last.span);
  const raw = `${first.expression.raw}至${last.expression.raw}`;
  return {
    ...last.span,
    start: first.span.start,
    end: last.span.end,
    bounds: { startLo, startHi, endLo, endHi },
    raw,
    range,
  };
}

/** Index of the text behind the dates that make the window. */
function endOf(window: DateSpan, dates: readonly Dated[]): number {
  return dates.findLast(({ range }) => range.end <= window.range.end)?.expression.range.end ?? 0;
}

/** What follows does not say of something else that it takes place then: 3月1日至5日开展走访 does. */
function isOfActivity(rest: string): boolean {
  return /^[）)]?(?:前|底|止)?(?:基本)?(?:结束|完成|为止)?(?:$|[，,）)。；]|(?:集中)?(?:开展|进行|实施|推进|组织开展)(?:$|[，,）)]|(?:集中)?(?:整治|活动|学习|教育|行动|专项|实践)))/.test(
    rest,
  );
}
