import { compare, type PlainDate } from '../dates/civil.ts';
import type { DateExpression, DateSpan } from '../dates/expression.ts';
import { followSpan, resolveExpression, type YearContext } from '../dates/resolve.ts';
import { publicCalendar, type WorkCalendar } from '../dates/workdays.ts';
import { type FactStore, type LineFacts, lineMemo } from './facts.ts';
import type { Dated, Line, TableCell } from './model.ts';

const none: readonly Dated[] = [];

/** Dates that tell when something began in the past or was issued give later dates no year. */
const pastBehind = /^(?:以来|至今|印发|出台|发布|颁布|召开的|修订)/;

/** 2020年6月开源以来; 2024年以来 has it within the date. */
const since = '以来';
const sinceWithin = 8;

/** 2023年度绩效评价 looks back: what is done for it is done later. */
const lookedBackOn = /^[^，。；：\d]{0,14}(?:评价|绩效|自评|考核|考评|测评|述职|评议|清查|决算|审计|评优|评先|表彰)/;

/** In front of the time of something: 于2025年, 截至2025年, 自2025年. Behind any other word a year says of which things it is told. */
const beforeTime = '于在自从至到为是由当即前止了';
/** Joins a year to the one before it: 2024年、2025年的项目. */
const joined = /^(?:度|底|末)?[、和与及至—－-]{1,2}$/;
const THING = '[^，。；：、？！（）(),;:\\d]{0,14}的';
/** 2025年已建成的26家, 2025年底前登记的: at the head of a clause, a year of things as well. */
const ofThings = new RegExp(`^${THING}`);
/** 2025年为26家, in brackets. */
const toldInBrackets = /^[^）)，。；：、—－~～至-]/;

/** 对2025年已建成的26家, 以2024年为基数, 编制2027年度预算: which things are meant, not when something is done. */
function isOfThings(text: string, { range, from, to }: DateExpression, before: DateExpression | undefined): boolean {
  const { start, end } = range;
  const point = to ?? from;
  if (point?.year === undefined) return false;
  // 自2025年12月起实行月报: it has been so since; what begins in a later year is told by `isAhead`.
  if (from && !to) return true;
  const previous = start === 0 ? '，' : text.charAt(start - 1);
  if (/\p{Script=Han}/u.test(previous)) return !beforeTime.includes(previous) && !'和与及'.includes(previous);
  if (point.unit !== 'year') return false;
  const rest = text.slice(end, end + 20);
  return ofThings.test(rest) || ('（('.includes(previous) && toldInBrackets.test(rest) && !before);
}

/** What the dates of a line mean where the years come from one context: worked out once, as key strokes change few lines. */
interface Resolved {
  readonly context: YearContext;
  /** By date; undefined for what names no days. */
  readonly spans: readonly (DateSpan | undefined)[];
  /** The context behind the line. */
  readonly after: YearContext;
}

/** Contexts whose meaning is remembered for a line: the plan with and without its span, and a few plans with the same line. */
const rememberedContexts = 8;
const resolvedOf = lineMemo((): Resolved[] => []);

/** Whether a date is no time of anything in the plan, and whether it hands on no year. */
interface Use {
  readonly inTitle: boolean;
  readonly isPast: boolean;
  /** Whether it tells of which things something is said: its year is handed on where it is that of the plan alone. */
  readonly isOfThings: boolean;
}

const usual: readonly Use[] = [];

/** By date of the line; empty where all of them are times and hand on their years. */
const useOf = lineMemo(({ text, dates }): readonly Use[] => {
  const hasTitle = text.includes('《');
  const hasSince = text.includes(since);
  const isPast = (end: number) =>
    ('以至印出发颁召修'.includes(text[end] ?? '。') && pastBehind.test(text.slice(end, end + 8))) ||
    (hasSince && text.slice(end - since.length, end + sinceWithin).includes(since)) ||
    (text.startsWith('年度', end - 2) && lookedBackOn.test(text.slice(end, end + 24)));
  const ofThings: boolean[] = [];
  dates.forEach((one, at) => {
    const before = dates[at - 1];
    const isJoined = before !== undefined && joined.test(text.slice(before.range.end, one.range.start));
    ofThings.push(isJoined ? ofThings[at - 1] === true : isOfThings(text, one, before));
  });
  if (!hasTitle && !ofThings.includes(true) && !dates.some(({ range }) => isPast(range.end))) return usual;
  return dates.map(({ range }, at) => {
    // The year in the title of a paper may be that of the plan, but is no time of anything in it.
    const inTitle = hasTitle && insideTitle(text, range.start);
    return { inTitle, isPast: isPast(range.end), isOfThings: inTitle || ofThings[at] === true };
  });
});

/** A year that is neither that of the plan nor the one in which it was written. */
function isOtherYear({ start, end }: DateSpan, { year, issued, window }: YearContext): boolean {
  const isOf = (own: number | undefined) =>
    own !== undefined && (start ?? end ?? { year: own }).year <= own && own <= (end ?? start ?? { year: own }).year;
  return year !== undefined && !window && !isOf(year) && !isOf(issued?.year);
}

/** Behind a later year: 2027年度预算, 2027年到期的合同. */
const ofThingsAhead = new RegExp(`^(?:度|到期|项目|预算|${THING})`);

/** 大坝2027年3月开工: a later year tells when something is done, but for that of a thing. */
function isAhead(
  { text }: LineFacts,
  { raw, range, from, to }: DateExpression,
  { start, end }: DateSpan,
  { year }: YearContext,
) {
  const own = (start ?? end)?.year;
  if (own === undefined || year === undefined || own <= year) return false;
  return (
    (to ?? from)?.unit !== 'year' || !(raw.endsWith('度') || ofThingsAhead.test(text.slice(range.end, range.end + 16)))
  );
}

/**
 * What a line hands on to the next ones. One that has told its own time (自查阶段（4月1日至5月15日）) may speak of other years
 * further on: of those behind it nothing is handed on, of those ahead only that they follow.
 */
function behindOwnTime(first: DateSpan, own: YearContext, before: YearContext, after: YearContext): YearContext {
  const year = (first.end ?? first.start)?.year;
  const last = (after.full?.end ?? after.full?.start)?.year;
  if (!year || !last || last === year || after.full === own.full) return after;
  if (last < year) return own;
  return first.yearWritten ? after : { ...after, full: before.full };
}

/** @param base what the plan as a whole gives, from which the context follows */
function resolve(facts: LineFacts, context: YearContext, base: YearContext): Resolved {
  const known = resolvedOf(facts);
  for (const one of known) if (one.context === context) return one;
  const uses = useOf(facts);
  let after = context;
  const spans: (DateSpan | undefined)[] = [];
  const { dates } = facts;
  let first: { readonly span: DateSpan; readonly own: YearContext } | undefined;
  for (let at = 0; at < dates.length; at++) {
    const expression = dates[at];
    const span = expression && resolveExpression(expression, after);
    const use = uses[at];
    if (
      span &&
      !use?.isPast &&
      !(use?.isOfThings && isOtherYear(span, base) && !isAhead(facts, expression, span, base))
    ) {
      after = followSpan(after, expression, span);
      if (!first && span.yearKnown && span.precision !== 'year') first = { span, own: after };
    }
    spans.push(span);
  }
  if (first) after = behindOwnTime(first.span, first.own, context, after);
  if (after !== context) after = shared(after, base);
  const resolved = { context, spans, after };
  if (known.length >= rememberedContexts) known.shift();
  known.push(resolved);
  return resolved;
}

/** By the calendar, which lives as long as the configuration that it comes from. */
const bases = new WeakMap<WorkCalendar, Map<string, YearContext>>();
/** Contexts that are remembered: more than plans are open at a time. */
const rememberedBases = 500;

/** One and the same object for the same year, issue date and calendar, so that what follows from it is found again. */
function interned(base: YearContext): YearContext {
  const { year, issued, calendar = publicCalendar, ...others } = base;
  if (Object.keys(others).length > 0) return base;
  let known = bases.get(calendar);
  if (!known || known.size >= rememberedBases) {
    known = new Map();
    bases.set(calendar, known);
  }
  const key = `${year} ${issued?.year} ${issued?.month} ${issued?.day}`;
  const before = known.get(key) ?? base;
  known.set(key, before);
  return before;
}

/** By base: the contexts that follow from it. */
const followers = new WeakMap<YearContext, YearContext[]>();
/** More than stand behind one another in a plan. */
const rememberedFollowers = 64;

/** One and the same object for dates that hand on the same, as `interned` gives: most lines stand behind such dates. */
function shared(after: YearContext, base: YearContext): YearContext {
  let known = followers.get(base);
  if (!known) {
    known = [];
    followers.set(base, known);
  }
  // Most hand on what the last one did.
  for (let at = known.length - 1; at >= 0; at--) {
    const one = known[at];
    if (one && handOnTheSame(one, after)) return one;
  }
  if (known.length >= rememberedFollowers) known.length = 0;
  known.push(after);
  return after;
}

function handOnTheSame(a: YearContext, b: YearContext): boolean {
  return (
    a.month === b.month &&
    areSame(a.last, b.last) &&
    a.full?.yearKnown === b.full?.yearKnown &&
    areSame(a.full?.start, b.full?.start) &&
    areSame(a.full?.end, b.full?.end)
  );
}

const areSame = (a: PlainDate | undefined, b: PlainDate | undefined): boolean =>
  a === b || (a !== undefined && b !== undefined && compare(a, b) === 0);

/** 准备2024年统计年报 in the cell of a row tells what is done, and gives the days of the rows below no year. */
function isMention({ place, facts: { text, dates } }: Line, spans: readonly (DateSpan | undefined)[]): boolean {
  const [first] = dates;
  if (place !== 'cell' || first === undefined || text.trim().length <= first.raw.length) return false;
  return spans.every((span) => span === undefined || (span.yearKnown && span.precision === 'year'));
}

/** Longest title of a paper. */
const titleLength = 400;

function insideTitle(text: string, at: number): boolean {
  const around = text.slice(Math.max(0, at - titleLength), at + 1);
  const open = around.lastIndexOf('《');
  if (open < 0 || around.includes('》', open)) return false;
  return text.slice(at, at + titleLength).includes('》');
}

/**
 * All dated statements of one plan, with their years. The year of a date that names none comes from
 * the last full date before it in the same outermost section, then from what the plan as a whole
 * gives (see design: dates, “The year”).
 */
export class Timeline {
  readonly #facts: FactStore;
  readonly #base: YearContext;
  readonly #dated = new Map<Line, readonly Dated[]>();
  /** What gives a line its years, where that is not the base. */
  readonly #contexts = new Map<Line, YearContext>();

  /**
   * @param groups the plan's lines in order, one group for each outermost section
   * @param base what the plan as a whole gives
   * @param behind the dated heading below which a group stands, by the first line of the group
   */
  constructor(
    facts: FactStore,
    groups: readonly (readonly Line[])[],
    base: YearContext,
    behind?: ReadonlyMap<Line, Line>,
  ) {
    this.#facts = facts;
    this.#base = interned(base);
    for (const group of groups) {
      const heading = group[0] && behind?.get(group[0]);
      let context = this.#base;
      if (heading) context = resolve(heading.facts, this.#contexts.get(heading) ?? context, this.#base).after;
      for (const line of group) {
        if (context !== this.#base) this.#contexts.set(line, context);
        const { facts: ofLine } = line;
        const { dates } = ofLine;
        if (dates.length === 0) continue;
        const { spans, after } = resolve(ofLine, context, this.#base);
        const uses = useOf(ofLine);
        const dated: Dated[] = [];
        for (let at = 0; at < dates.length; at++) {
          const expression = dates[at];
          if (!expression || uses[at]?.inTitle) continue;
          const span = spans[at];
          const range = line.at(expression.range.start, expression.range.end);
          dated.push(span ? { line, expression, span: { ...span, range }, range } : { line, expression, range });
        }
        this.#dated.set(line, dated);
        if (!isMention(line, spans)) context = after;
      }
    }
  }

  /** Statements on a line, in order. */
  on(line: Line): readonly Dated[] {
    return this.#dated.get(line) ?? none;
  }

  /** All statements of the plan, in order. */
  all(): readonly Dated[] {
    const all: Dated[] = [];
    for (const dated of this.#dated.values()) for (const one of dated) all.push(one);
    return all;
  }

  /** What can be read from the text of a cell, whose lines are read as one. */
  factsOf(cell: TableCell): LineFacts {
    return cell.lines.length === 1 && cell.lines[0] ? cell.lines[0].facts : this.#facts.of(cell.text);
  }

  /** The window that a table cell names; its lines are read as one, since cells break dates. */
  ofCell(cell: TableCell): DateSpan | undefined {
    const first = cell.lines[0];
    if (!first) return undefined;
    const context = this.#contexts.get(first) ?? this.#base;
    const facts = this.factsOf(cell);
    if (facts.dates.length === 0) return undefined;
    const [ofFirst] = resolve(facts, context, this.#base).spans;
    if (ofFirst) return { ...ofFirst, range: cell.range };
    // Each date of a cell by itself: what stands beside it in the cell gives it no year.
    for (const expression of facts.dates) {
      const span = resolveExpression(expression, context);
      if (span) return { ...span, range: cell.range };
    }
    return undefined;
  }
}
