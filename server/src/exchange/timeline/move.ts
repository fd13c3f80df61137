import { compare, type PlainDate } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { type MovedEnd, type Rewording, rewordings } from '../../dates/reword.ts';
import { applyEdits } from '../../rules/fixes.ts';
import type { Edit, Message, RecognisedPlan } from '../../rules/rule.ts';
import { replacementOf } from '../../text/difference.ts';
import type { Range } from '../../text/range.ts';
import type { Bar, Chart } from './model.ts';
import { type Spot, SpotFinder, sourceOf } from './spots.ts';
import { words } from './texts.ts';
import { inYear } from './years.ts';

/** Which end of which bar is moved to which day of the axis. */
export interface DateMove {
  readonly bar: string;
  readonly end: MovedEnd;
  readonly day: PlainDate;
}

export type MoveResult =
  /** Replacements in one line mostly; several where a date is broken over the lines of a cell. */
  { readonly edits: readonly Edit[]; readonly wording: string } | { readonly refusal: Message };

const gone: Message = words.moved;
const backwards: Message = { zh: '结束时间不能早于开始时间。', en: 'It cannot end before it begins.' };
const unsaid: Message = {
  zh: '按这处日期现在的写法改不出这一天，而又不影响其他日期；请在正文中直接修改。',
  en: 'The day cannot be written here without changing other dates; change it in the text.',
};
const marked: Message = {
  zh: '这处日期中间夹有格式标记，请在正文中直接修改。',
  en: 'Marks of formatting stand within this date; change it in the text.',
};

/**
 * The edit that moves an end of a bar to another day, in the style in which the date is written. Every
 * way of writing it is tried by reading the whole text again: the moved end has to be the new day, the
 * other end and all other dates what they were.
 * @param source the text that the chart was made from
 * @param read reads a text as the chart's was read
 */
export function moveDate(
  source: string,
  chart: Chart,
  recognised: readonly RecognisedPlan[],
  { bar: id, end, day: shown }: DateMove,
  read: (text: string) => readonly RecognisedPlan[],
): MoveResult {
  const at = chart.plans.findIndex(({ rows }) => rows.some(({ bars }) => bars.some((bar) => bar.id === id)));
  const bar = chart.plans[at]?.rows.flatMap(({ bars }) => bars).find((one) => one.id === id);
  const plan = recognised[at]?.plan;
  const [place] = bar?.places ?? [];
  if (!bar || !plan || !place) return { refusal: gone };
  if (!bar.ends.includes(end)) return { refusal: bar.fixed ?? unsaid };
  const day = inYear(shown, -bar.yearShift);
  const expected = movedSpan(bar, end, day);
  if (!expected) return { refusal: backwards };
  const spots = new SpotFinder(plan).at(place.range);
  const spot = end === 'start' ? spots.start : spots.end;
  if (!spot) return { refusal: gone };
  // The second of two expressions that make a window is a limit of its own.
  const ownEnd = end === 'end' && spots.start !== spots.end && spot.expression.from ? 'day' : end;
  const before = timesOf(recognised);
  const repeats = spots.repeats ?? [];
  const places = [place.range, ...repeats.map(({ range }) => range)];
  const others = datesOutside(recognised, places);
  let refusal = unsaid;
  for (const wording of rewordings(spot.text, spot.expression, bar.span, ownEnd, day)) {
    const parts = [spot, ...repeats.map((one) => one.spot)].map((one) => editsOf(one, wording, source));
    const edits = parts.flatMap((part) => part ?? []).sort((a, b) => a.range.start - b.range.start);
    if (parts.includes(undefined)) {
      refusal = marked;
      continue;
    }
    if (edits.length === 0) continue;
    const after = read(applyEdits(source, edits));
    const now = grown(places, edits);
    const isRight =
      timesAreRight(before, timesOf(after), edits, place.range, expected) &&
      isWritten(after, now[0], expected) &&
      areSame(others, datesOutside(after, now));
    if (isRight) return { edits, wording: wording.text };
  }
  return { refusal };
}

/** The days of the bar when the end has moved; an open side stays open. Undefined when they run backwards. */
function movedSpan({ span }: Bar, end: MovedEnd, day: PlainDate): Days | undefined {
  const start = end === 'start' ? day : span.start;
  const last = end === 'start' ? span.end : day;
  if (end !== 'day' && start && last && compare(start, last) > 0) return undefined;
  // A limit that is moved as a whole (11月底) begins where its new wording begins.
  return { ...(start && end !== 'day' ? { start } : {}), ...(last ? { end: last } : {}) };
}

type Days = Pick<DateSpan, 'start' | 'end'>;

interface PlaceTime extends Days {
  readonly range: Range;
}

/** Every window and limit of the plans with its place, in a fixed order. */
function timesOf(recognised: readonly RecognisedPlan[]): readonly PlaceTime[] {
  return recognised.flatMap(({ plan }) => [
    ...(plan.span ? [timeOf(plan.span, plan.span.range)] : []),
    ...plan.stages.flatMap((stage) => [
      ...stage.schedules.map(({ span, range }) => timeOf(span, range)),
      ...stage.steps.map(({ time, range }) => timeOf(time.span, time.range ?? range)),
    ]),
    ...plan.measures.map(({ time, range }) => timeOf(time.span, time.range ?? range)),
  ]);
}

/** Every date that stands outside of some places. */
function datesOutside(recognised: readonly RecognisedPlan[], places: readonly Range[]): readonly PlaceTime[] {
  const isInside = (range: Range) => places.some(({ start, end }) => range.start < end && start < range.end);
  return recognised.flatMap(({ plan }) =>
    plan.dates.flatMap(({ span, range }) => (isInside(range) ? [] : [timeOf(span, range)])),
  );
}

/** The places as they lie after the edits. */
function grown(places: readonly Range[], edits: readonly Edit[]): readonly Range[] {
  const growth = ({ range, text }: Edit) => text.length - (range.end - range.start);
  const sum = (some: readonly Edit[]) => some.reduce((total, edit) => total + growth(edit), 0);
  return places.map(({ start, end }) => ({
    start: start + sum(edits.filter(({ range }) => range.end <= start)),
    end: end + sum(edits.filter(({ range }) => range.start < end)),
  }));
}

function timeOf(span: DateSpan | undefined, range: Range): PlaceTime {
  return { range, ...(span?.start ? { start: span.start } : {}), ...(span?.end ? { end: span.end } : {}) };
}

/** The least that has to be replaced; undefined where marks of Markdown are in the way. */
function editsOf(spot: Spot, { start, end, text }: Rewording, source: string): readonly Edit[] | undefined {
  const old = spot.text.slice(start, end);
  if (old === text) return [];
  const least = replacementOf(old, text, start);
  const ranges = sourceOf(spot, least.range.start, least.range.end, source);
  return ranges?.map((range, at) => ({ range, text: at === 0 ? least.text : '' }));
}

function timesAreRight(
  before: readonly PlaceTime[],
  after: readonly PlaceTime[],
  edits: readonly Edit[],
  place: Range,
  expected: Days,
): boolean {
  if (before.length !== after.length) return false;
  for (const [at, old] of before.entries()) {
    const now = after[at];
    if (!now) return false;
    if (old.range.start === place.start && old.range.end === place.end) {
      if (!isDays(now, expected)) return false;
      continue;
    }
    // What is read from a part of the place, or from more than it, moves along.
    if (edits.some(({ range }) => old.range.start <= range.start && range.end <= old.range.end)) continue;
    if (!isDays(now, old) || !isDays(old, now)) return false;
  }
  return true;
}

/** The place still gives one window, and that is the one that is expected. */
function isWritten(after: readonly RecognisedPlan[], place: Range | undefined, expected: Days): boolean {
  if (!place) return false;
  const times = [
    ...timesOf(after),
    ...after.flatMap(({ plan }) => plan.dates.map(({ span, range }) => timeOf(span, range))),
  ];
  return times.some(
    ({ range, ...days }) => range.start === place.start && range.end === place.end && isDays(days, expected),
  );
}

function areSame(before: readonly PlaceTime[], after: readonly PlaceTime[]): boolean {
  return (
    before.length === after.length &&
    before.every((old, at) => {
      const now = after[at];
      return now !== undefined && isDays(now, old) && isDays(old, now);
    })
  );
}

/** An end that is not expected may be anything. */
function isDays(days: Days, expected: Days): boolean {
  const same = (a: PlainDate | undefined, b: PlainDate | undefined) => !b || (a !== undefined && compare(a, b) === 0);
  return same(days.start, expected.start) && same(days.end, expected.end);
}
