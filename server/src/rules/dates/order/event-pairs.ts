import { compare, type PlainDate } from '../../../dates/civil.ts';
import { fuzzyEnds } from '../../../dates/compare.ts';
import { eventsByKind, type PlanEvent } from '../../../plan/events/events.ts';
import { type EventOrder, orders } from '../../../plan/events/words.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';
import { sameEvent } from '../conflict/event-days.ts';

const otherHere = { zh: '另一项的时间“{raw}”', en: 'The other one is on “{raw}”' };

/**
 * Two events of which one has to be over before the other, the other way round: 6月5日动工，5月28日完工; 打印准考证 behind the day of
 * the 笔试. Told only where it is certain which two belong together.
 */
export function eventsOutOfOrder(plan: Plan): readonly Finding<Message>[] {
  const byKind = eventsByKind(plan);
  if (byKind.size < 2) return [];
  const marked = new Set<number>();
  return orders.flatMap((order): readonly Finding<Message>[] => {
    const [first, second] = [byKind.get(order.first), byKind.get(order.second)];
    if (!first || !second || (order.title && !(plan.title?.value ?? '').includes(order.title))) return [];
    return pairs(first, second, order).flatMap(([a, b]) => {
      const place = order.wrong === 'first' ? a : b;
      if (!isWrong(a, b) || marked.has(place.dated.range.start)) return [];
      marked.add(place.dated.range.start);
      return [findingOf(a, b, place)];
    });
  });
}

type Message = 'eventOrder' | 'eventLate';
type Pair = readonly [PlanEvent, PlanEvent];

function pairs(first: readonly PlanEvent[], second: readonly PlanEvent[], { of }: EventOrder): readonly Pair[] {
  if (of === 'line') {
    const onLine = (events: readonly PlanEvent[], line: Line) => events.filter(({ dated }) => dated.line === line);
    return second.flatMap((b) => {
      const [a, more] = onLine(first, b.dated.line);
      return a && !more && onLine(second, b.dated.line).length === 1 && isSameWork(a, b) ? [[a, b] as const] : [];
    });
  }
  if (of === 'object') {
    return second.flatMap((b) => {
      const [a, more] = first.filter((one) => isSameObject(one, b));
      return a && !more ? [[a, b] as const] : [];
    });
  }
  if (!areOne(first) || !areOne(second)) return [];
  // Where an event has two days, the order must be wrong for either.
  const all = first.flatMap((a) => second.map((b) => [a, b] as const));
  return all.every(([a, b]) => isWrong(a, b) && sameGroup(a, b)) ? all.slice(0, 1) : [];
}

/** Who works comes in front of his day, and so does what is worked on: 二期5月完工 is none of 一期6月动工. */
const workers = /单位|队伍?$|企业|公司|施工方/;

function isSameWork(a: PlanEvent, b: PlanEvent): boolean {
  if (a.dated.range.start > b.dated.range.start || a.group !== b.group) return false;
  return b.subject === '' || a.subject.includes(b.subject) || workers.test(b.subject);
}

/** Whether all times that a plan gives for a kind are surely those of one event. */
function areOne(events: readonly PlanEvent[]): boolean {
  const same = sameEvent(events);
  return events.every((one) => same(one, events[0] ?? one));
}

const sameGroup = (a: PlanEvent, b: PlanEvent) => a.group === b.group || a.group === '' || b.group === '';

/** What a paper is called while it is being made. */
const drafts = /初稿|草案|讨论稿|[征送]\S{0,4}稿|意见稿/g;
const leastObject = 3;

function isSameObject(a: PlanEvent, b: PlanEvent): boolean {
  const [one, two] = [a, b].map(({ modifier }) => modifier.replace(drafts, ''));
  if (!one || !two || one.length < leastObject || two.length < leastObject) return false;
  return one === two || one.endsWith(two) || two.endsWith(one);
}

/** Whether `b` surely takes place before `a` is over. */
function isWrong(a: PlanEvent, b: PlanEvent): boolean {
  const [one, two] = [a.dated.span, b.dated.span];
  if (!one || !two || one.yearKnown !== two.yearKnown) return false;
  const [first, second] = [fuzzyEnds(one), fuzzyEnds(two)];
  if (!one.yearKnown && one.end?.year !== two.end?.year) return false;
  // A limit may be kept long before its day.
  if (b.side === 'end') return before(second.endHi, a.side === 'end' ? first.endLo : first.startLo);
  if (a.side === 'end') return before(second.endHi, first.endLo);
  return before(second.startHi, first.endLo);
}

const before = (a: PlainDate | undefined, b: PlainDate | undefined): boolean =>
  a !== undefined && b !== undefined && compare(a, b) < 0;

function findingOf(a: PlanEvent, b: PlanEvent, place: PlanEvent): Finding<Message> {
  const sure = [a, b].every(({ dated: { span } }) => span?.precision === 'day' && span.yearKnown);
  const other = place === a ? b : a;
  return {
    message: place === a ? 'eventLate' : 'eventOrder',
    params: { second: b.name, raw: b.dated.expression.raw, first: a.name, firstRaw: a.dated.expression.raw },
    range: place.dated.range,
    related: [{ message: otherHere, params: { raw: other.dated.expression.raw }, range: other.dated.range }],
    ...(sure ? {} : { severity: 'info' as const }),
  };
}
