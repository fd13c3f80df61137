import { conflictingEnds } from '../../dates/compare.ts';
import type { DatePoint, DateSpan } from '../../dates/expression.ts';
import { type MovedEnd, movableEnds } from '../../dates/reword.ts';
import type { Plan, Schedule, TimeLimit } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Message } from '../../rules/rule.ts';
import { outsideOf } from '../../rules/superior/superior-window.ts';
import type { Range } from '../../text/range.ts';
import type { Bar, BarPlace, Doubt } from './model.ts';
import { SpotFinder, type Spots } from './spots.ts';
import { inYear, type YearShifts } from './years.ts';

/** A window of a bar before it is one. */
interface Window {
  readonly id: string;
  readonly span: DateSpan;
  readonly places: readonly BarPlace[];
  readonly inherited?: Message;
  readonly doubts?: readonly Doubt[];
}

const fromStage = {
  zh: '这一项没有写自己的时间，用的是所在阶段（部分）的时间；要改，请改那里的时间。',
  en: 'It has no time of its own and takes that of the stage or section around it; change it there.',
};
const fromOthers = {
  zh: '这一项的时间写在别处（方案全程或上文），要改，请改那里的时间。',
  en: 'Its time is given elsewhere (by the plan or above); change it there.',
};
const malformed = {
  zh: '这处日期的写法有误，请先在正文中改正。',
  en: 'This date is malformed; mend it in the text first.',
};
const reckoned = {
  zh: '这处时间从另一件事或某个节日算起，不能拖动，请在正文中修改。',
  en: 'This time is reckoned from an event or a holiday and cannot be dragged; change it in the text.',
};
const oneSided = {
  zh: '只写了一端的时间，另一端没有写，不能拖动。',
  en: 'Only one end is written; the other one cannot be dragged.',
};
const unreadable = {
  zh: '这处时间由几处文字合成，不能拖动，请在正文中修改。',
  en: 'This time is put together from several places and cannot be dragged; change it in the text.',
};

/** Makes the bars of one plan. */
export class BarMaker {
  readonly #spots: SpotFinder;
  readonly #years: YearShifts;

  constructor(plan: Plan, years: YearShifts) {
    this.#spots = new SpotFinder(plan);
    this.#years = years;
  }

  /** The words at the place of a time: 会后5日内, 每月25日前. */
  wordsAt(range: Range): string | undefined {
    return this.#spots.at(range).start?.expression.raw;
  }

  /** The window of the whole plan. */
  ofPlan(id: string, span: DateSpan): Bar {
    return this.#bar({ id, span, places: [{ origin: 'body', range: span.range, raw: span.raw }] });
  }

  /**
   * The windows of one audience. Places that give the same days are one bar; those that cannot be the
   * same days say so.
   * @param all every window of the stage with its id, to be held against
   */
  ofSchedules(
    own: readonly { readonly id: string; readonly schedule: Schedule }[],
    all: readonly Schedule[],
    superiors: readonly SuperiorWindows[],
  ): readonly Bar[] {
    const bars: Window[] = [];
    for (const { id, schedule } of own) {
      const { span, origin, range } = schedule;
      const place = { origin, range, raw: span.raw };
      const same = bars.findIndex((bar) => sameDays(bar.span, span));
      const known = bars[same];
      if (known) bars[same] = { ...known, places: [...known.places, place] };
      else bars.push({ id, span, places: [place], doubts: doubtsOf(schedule, all, superiors) });
    }
    return bars.map((window) => this.#bar(window));
  }

  /** @returns nothing for a task whose time names no days */
  ofTask(id: string, time: TimeLimit, scope: Range): readonly Bar[] {
    const { span, kind } = time;
    const range = time.range ?? span?.range;
    if (!span || !range || (!span.start && !span.end)) return [];
    const inherited =
      kind === 'inherited' ? fromStage : range.start < scope.start || range.end > scope.end ? fromOthers : undefined;
    return [
      this.#bar({ id, span, places: [{ origin: 'text', range, raw: span.raw }], ...(inherited ? { inherited } : {}) }),
    ];
  }

  #bar({ id, span, places, inherited, doubts = [] }: Window): Bar {
    const shift = this.#years.of(span);
    const [place] = places;
    const spots = place ? this.#spots.at(place.range) : {};
    const ends = inherited ? [] : endsOf(spots);
    const fixed =
      inherited ?? (ends.length === 0 || (ends.length === 1 && ends[0] !== 'day') ? whyFixed(spots, span) : undefined);
    const { start, end, bounds } = span;
    const { startLo, startHi, endLo, endHi } = bounds ?? {};
    const fuzzyStart = isFuzzy(spots.start?.expression.from, span, startLo, startHi);
    const fuzzyEnd = isFuzzy(spots.end?.expression.to, span, endLo, endHi);
    return {
      id,
      ...(start ? { start: inYear(start, shift) } : {}),
      ...(end ? { end: inYear(end, shift) } : {}),
      ...(fuzzyStart && startLo && startHi ? { fuzzyStart: [inYear(startLo, shift), inYear(startHi, shift)] } : {}),
      ...(fuzzyEnd && endLo && endHi ? { fuzzyEnd: [inYear(endLo, shift), inYear(endHi, shift)] } : {}),
      span,
      inherited: inherited !== undefined,
      places,
      ends,
      ...(fixed ? { fixed } : {}),
      doubts,
      yearShift: shift,
    };
  }
}

/** Windows that a superior plan gives for a stage. */
export interface SuperiorWindows {
  readonly superior: SuperiorPlan;
  readonly schedules: readonly Schedule[];
  /** Whom the plan beside it is for, where it says so as a whole. */
  readonly audience: string | undefined;
}

/** 旬, 初, 底, 左右 and weeks are fuzzy; a whole month or year is what it says. */
function isFuzzy(
  point: DatePoint | undefined,
  span: DateSpan,
  lo: object | undefined,
  hi: object | undefined,
): boolean {
  if (!lo || !hi) return false;
  if (point) return point.approximate || point.unit === 'xun' || point.unit === 'week';
  return span.approximate || span.precision === 'xun' || span.precision === 'week';
}

/** A window of two expressions has a movable end on each. */
function endsOf({ start, end }: Spots): readonly MovedEnd[] {
  if (!start || !end) return [];
  if (start === end) return movableEnds(start.expression, start.isLimit);
  return [
    ...movableEnds(start.expression).filter((one) => one === 'start'),
    ...(movableEnds(end.expression, true).length > 0 ? (['end'] as const) : []),
  ];
}

function whyFixed({ start, end }: Spots, span: DateSpan): Message {
  const expression = (start ?? end)?.expression;
  if (!expression) return unreadable;
  if (expression.kind === 'malformed') return malformed;
  if (expression.kind === 'span' && !expression.until && (!span.start || !span.end)) return oneSided;
  return reckoned;
}

function sameDays(a: DateSpan, b: DateSpan): boolean {
  const key = ({ start, end, yearKnown }: DateSpan) => JSON.stringify([start, end, yearKnown]);
  return key(a) === key(b);
}

function doubtsOf(own: Schedule, all: readonly Schedule[], superiors: readonly SuperiorWindows[]): readonly Doubt[] {
  // As rule date-conflict: two tables are for two audiences, and so are two windows in one sentence.
  const other = all.find(
    (one) =>
      one.origin !== own.origin &&
      one.span.yearKnown === own.span.yearKnown &&
      sameAudience(one.audience, own.audience) &&
      conflictingEnds(one.span, own.span).length > 0,
  );
  const doubts: Doubt[] = [];
  if (other) {
    const name = places[other.origin];
    doubts.push({
      kind: 'conflict',
      message: { zh: `与${name.zh}的“${other.span.raw}”不一致`, en: `differs from “${other.span.raw}” in ${name.en}` },
    });
  }
  for (const { schedules, audience } of superiors) {
    const wrong = schedules.length > 0 ? outsideOf(own, schedules, audience) : undefined;
    if (wrong) {
      doubts.push({
        kind: 'outside',
        message: {
          zh: `超出上级方案规定的“${wrong.span.raw}”`,
          en: `lies outside of “${wrong.span.raw}” in the superior plan`,
        },
      });
    }
  }
  return doubts;
}

/** Names of the places where a window can stand. */
export const places: Readonly<Record<BarPlace['origin'], Message>> = {
  heading: { zh: '标题', en: 'the heading' },
  body: { zh: '正文', en: 'the body' },
  table: { zh: '附表', en: 'the table' },
  frontmatter: { zh: '文件头', en: 'the front matter' },
  text: { zh: '正文', en: 'the text' },
};
