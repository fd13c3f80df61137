import { conflictingEnds, couldBeSame, type DayInterval, spanContains } from '../../../dates/compare.ts';
import { type DateSpan, isRange } from '../../../dates/expression.ts';
import { eventsByKind, eventsOf, type PlanEvent } from '../../../plan/events/events.ts';
import { isSingle, isWindow } from '../../../plan/events/words.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import { allSections } from '../../../plan/sections.ts';
import { hasHeadedSpan } from '../../../plan/stages/activity-span.ts';
import { headedDay, itemsOutsideEvent, rehearsal } from '../order/event-items.ts';

/** One event that is given two times in different places, the later place first. */
export interface DayConflict {
  readonly name: string;
  readonly place: PlanEvent;
  readonly other: PlanEvent;
  /** Both places name full days of a year. */
  readonly sure: boolean;
}

/** What is put on more days than these is no single event. */
const mostMentions = 6;

/**
 * Events of one kind on days that cannot be the same: 结业考核统一于10月24日进行 and 10月23日结业考核当天; heading, body and table
 * are read alike. Which of several is meant must be certain: they have the same words in front, or one has none and there is
 * but one with words.
 */
export function dayConflicts(plan: Plan): readonly DayConflict[] {
  return [...eventsByKind(plan).values()].flatMap((events) =>
    events.length < 2 || events.length > mostMentions ? [] : ofKind(events, plan),
  );
}

/** 舞蹈比赛, 绘画现场比赛, 歌曲大赛: each of them has a registration of its own. */
const contest =
  /[\p{Script=Han}]{2}(?:比赛|大赛|竞赛|评比|联赛|展演|展评|征文|挑战赛|擂台赛|辩论赛)(?:$|[（(，。；：、”」])/u;

/** Whether a plan is one for several contests, of any of which a registration may be. */
const hasContests = versionMemo(
  (plan: Plan): boolean =>
    allSections(plan).filter(({ title }) => contest.test(title.value) && !aspect.test(title.value)).length > 1,
);
/** 比赛时间, 比赛办法, 竞赛规则 are parts of one. */
const aspect = /时间|日期|地点|办法|规则|要求|内容|流程|安排|方式|程序|项目|设置|阶段|组织|对象|预赛|初赛|复赛|决赛/;

function ofKind(events: readonly PlanEvent[], plan: Plan): readonly DayConflict[] {
  const [first] = events;
  if (first && isWindow(first.kind) && hasContests(plan)) return [];
  const compatible = sameEvent(events);
  const found: DayConflict[] = [];
  for (const [at, place] of events.entries()) {
    const same = events.filter((one) => one !== place && compatible(one, place));
    const other = events.slice(0, at).find((one) => compatible(one, place) && disagree(one, place));
    if (!other || !isOne(place, other, plan)) continue;
    // Three days are those of several events.
    if (same.some((one) => disagree(one, place) && disagree(one, other))) continue;
    found.push({
      name: place.name.length > other.name.length ? place.name : other.name,
      place,
      other,
      sure: isSure(place) && isSure(other),
    });
  }
  return found;
}

const tells = ['modifier', 'subject', 'group'] as const;

/** Whether two of some events of a kind are surely the same one. */
export function sameEvent(events: readonly PlanEvent[]): (a: PlanEvent, b: PlanEvent) => boolean {
  const several = new Set(
    tells.filter((key) => new Set(events.map((one) => one[key]).filter((words) => words !== '')).size > 1),
  );
  return (a, b) => tells.every((key) => a[key] === b[key] || (!several.has(key) && (a[key] === '' || b[key] === '')));
}

/** A modifier of one character tells nothing. */
const leastModifier = 2;

function isOne(a: PlanEvent, b: PlanEvent, plan: Plan): boolean {
  const [one, two] = [a.dated, b.dated];
  if (one.line === two.line || (a.table && a.table === b.table)) return false;
  // Two sentences of one section may tell of two days, and so may two months of a calendar.
  if (one.span?.precision === 'month' && two.span?.precision === 'month') return false;
  const besideTable = (one.line.place === 'cell') !== (two.line.place === 'cell');
  if (!a.headed && !b.headed && a.section === b.section && !besideTable) return false;
  if (isSingle(a.kind)) return true;
  if (a.modifier === b.modifier && a.modifier.length >= leastModifier) return true;
  return a.modifier === '' && b.modifier === '' && (plan.title?.value ?? '').includes(a.kind);
}

function disagree(a: PlanEvent, b: PlanEvent): boolean {
  const [one, two] = [a.dated.span, b.dated.span];
  if (!one || !two || one.yearKnown !== two.yearKnown || yearOf(one) !== yearOf(two)) return false;
  if (a.side === undefined && b.side === undefined) {
    const both = isRange(a.dated.expression) && isRange(b.dated.expression);
    if (both && one.precision === 'day' && two.precision === 'day') return windowsDiffer(one, two);
    return !couldBeSame(days(a), days(b));
  }
  if (a.side === 'end' && b.side === 'end')
    return isWindow(a.kind) && a.modifier === b.modifier && conflictingEnds(one, two).includes('end');
  const [limit, full] = a.side === 'end' ? [a, b] : [b, a];
  if (limit.side === 'end' && full.side === undefined) {
    if (isWindow(a.kind) && !limit.dated.expression.deadline && isRange(full.dated.expression))
      return conflictingEnds(one, two).includes('end');
    return !couldBeSame(days(limit), days(full));
  }
  return false;
}

const yearOf = ({ start, end }: DateSpan) => (start ?? end)?.year;

/** A window that lies within the other one is a part of it, unless they begin or end together. */
function windowsDiffer(one: DateSpan, two: DateSpan): boolean {
  const ends = conflictingEnds(one, two);
  if (ends.length === 0) return false;
  return ends.length === 1 || !(spanContains(one, two) || spanContains(two, one));
}

/** The days between which it lies; of a limit the first one is open. */
function days({ dated: { span }, side }: PlanEvent): DayInterval {
  const lo = span?.bounds?.startLo ?? span?.start;
  const hi = span?.bounds?.endHi ?? span?.end;
  return { ...(lo && side !== 'end' ? { lo } : {}), ...(hi ? { hi } : {}) };
}

function isSure({ dated: { span } }: PlanEvent): boolean {
  return span?.precision === 'day' && span.yearKnown && !span.approximate;
}

/** A day that the text gives to what the whole plan is about, and the days under 活动时间, which do not hold it. */
export interface OtherDay {
  readonly name: string;
  readonly place: Dated;
  readonly window: DateSpan;
}

/** 11月9日演练 in the plan of a drill on 7 November. */
export function daysOfSubject(plan: Plan): readonly OtherDay[] {
  const name = subject.exec(plan.title?.value ?? '')?.[1];
  const window = name === undefined ? undefined : headedDay(plan);
  if (name === undefined || !window?.start || !window.end) return [];
  const { start, end } = window;
  return plan.dates.flatMap((place): readonly OtherDay[] => {
    const { line, expression, span } = place;
    if (line.place === 'quote' || expression.deadline || isRange(expression)) return [];
    if (!span?.end || span.precision !== 'day' || !span.yearKnown || span.approximate) return [];
    const behind = line.text.slice(expression.range.end, expression.range.end + name.length + 4);
    const what = behind.slice(name.length);
    if (!behind.startsWith(name) || other.test(what) || rehearsal.test(what)) return [];
    return couldBeSame({ lo: start, hi: end }, { lo: span.start ?? span.end, hi: span.end })
      ? []
      : [{ name, place, window }];
  });
}

/** What is held on one day. */
const subject =
  /(演练|运动会|家长会|大会|典礼|仪式|晚会|汇演|演出|游园会|联欢会|招聘会|讲座|体检|义诊|考试|比赛|竞赛)(?:活动)?(?:的)?(?:工作|实施|活动)?(?:方案|安排|预案|计划)$/;
/** 演练前, 演练准备会, 演练总结: around it, and not itself. */
const other = /^(?:[前后]|推演|桌面|物资|勘察|点评|复盘|准备|动员|筹备|总结|培训|方案|通知|脚本|结束|评估|彩排)/;

/** A ceremony at either end of an activity, on a day that is none of its days. */
export interface CeremonyOutside {
  readonly event: PlanEvent;
  readonly window: DateSpan;
}

/** 闭幕式 on the 26th, where 活动时间 is the 21st to the 25th. */
export function ceremoniesOutside(plan: Plan): readonly CeremonyOutside[] {
  const window = plan.span;
  if (!window?.start || !window.end || window.precision !== 'day' || !window.yearKnown || !hasHeadedSpan(plan))
    return [];
  const { start, end } = window;
  const found = eventsOf(plan).flatMap((event): readonly CeremonyOutside[] => {
    const own = event.dated.span;
    if (!ceremony.test(event.kind) || event.side !== undefined || event.group !== '' || !own || !isSure(event))
      return [];
    return couldBeSame({ lo: start, hi: end }, days(event)) ? [] : [{ event, window }];
  });
  if (found.length === 0) return found;
  // What the programme of the activity holds is told as such.
  const told = new Set(itemsOutsideEvent(plan).map(({ range }) => range.start));
  return found.filter(({ event }) => !told.has(event.dated.range.start));
}

const ceremony = /^(?:开幕|闭幕)$/;
