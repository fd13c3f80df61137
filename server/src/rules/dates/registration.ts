import { compare, daysBetween } from '../../dates/civil.ts';
import type { Dated, Plan } from '../../plan/model.ts';
import type { Finding } from '../rule.ts';

const registration = /报名[^。；，,、]{0,8}$/;
const event = /(?:活动|比赛|竞赛|大赛|培训|会议|考试|演练|举办|展演|开班)(?:时间|日期)(?:为|是)?\s?[：:]?\s?$/;
/** Longer events may be joined while they last. */
const longestEvent = 15;

const eventHere = { zh: '活动时间“{raw}”', en: 'The event is on “{raw}”' };

/** 报名截止 behind the day of the event itself. */
export function registrationAfterEvent(plan: Plan): readonly Finding<'afterEvent'>[] {
  const registrations: Dated[] = [];
  const events: Dated[] = [];
  for (const dated of plan.dates) {
    const { expression, span, line } = dated;
    if (expression.kind !== 'span' || !span?.end || line.place === 'quote') continue;
    const at = (expression.to ?? expression.from)?.range.start ?? expression.range.start;
    const start = expression.from?.range.start ?? at;
    const isRegistration =
      registration.test(line.text.slice(Math.max(0, at - 16), start)) ||
      /^(?:[要须应])?报名(?![费表人者])/.test(line.text.slice(expression.range.end, expression.range.end + 4));
    if (isRegistration) registrations.push(dated);
    else if (event.test(line.text.slice(Math.max(0, start - 12), start))) events.push(dated);
  }
  const [only, more] = registrations;
  const last = only?.span;
  if (!only || more || !last?.end) return [];
  const end = last.bounds?.endLo ?? last.end;
  const early = events.find(({ span }) => {
    if (!span?.start || !span.end || span.yearKnown !== last.yearKnown) return false;
    if (daysBetween(span.start, span.end) > longestEvent) return false;
    return compare(end, span.bounds?.startHi ?? span.start) > 0 && compare(end, span.end) > 0;
  });
  if (!early) return [];
  return [
    {
      message: 'afterEvent',
      params: { raw: only.expression.raw, event: early.expression.raw },
      range: only.range,
      related: [{ message: eventHere, params: { raw: early.expression.raw }, range: early.range }],
    },
  ];
}
