import { compare, daysBetween } from '../../../dates/civil.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

/** 6月3日，巡察组反馈了…: on that day the office learned what is to be put right. */
const told = /^[，,]?[^。；，,]{0,16}(?:反馈|交办|移交|下达|通报|提出|指出)/;
const toldHere = { zh: '问题在“{raw}”反馈', en: 'The issues were fed back on “{raw}”' };
/** A limit of an inherited year so far in front may be meant for the next year. */
const nearDays = 200;
const doneAlready = /已|立行立改|立即整改|边查边改/;

/** Measures of a rectification that are due before anybody knew of the issues; where most are, the day is another's. */
export function beforeFeedback(plan: Plan): readonly Finding<'dueBeforeFeedback'>[] {
  if (plan.issued || !/整改/.test(plan.title?.value ?? '')) return [];
  const feedback = plan.dates.findLast(({ line, expression }) => {
    if (!plan.opening.includes(line) || expression.kind !== 'span') return false;
    return told.test(line.text.slice(expression.range.end, expression.range.end + 24));
  });
  const day = feedback && dayOf(feedback);
  if (!day) return [];
  const timed = plan.measures.filter(({ time }) => time.kind === 'own' && time.span?.end && time.range);
  const early = timed.flatMap(({ time: { span, range }, title }) => {
    if (!span?.end || !range || !span.yearKnown || compare(span.end, day) >= 0) return [];
    if (daysBetween(span.end, day) > nearDays || doneAlready.test(title.value)) return [];
    return [{ raw: span.raw, range }];
  });
  if (early.length * 2 > timed.length) return [];
  const related = [{ message: toldHere, params: { raw: feedback.expression.raw }, range: feedback.range }];
  return early.map(({ raw, range }) => ({
    message: 'dueBeforeFeedback',
    params: { raw, told: feedback.expression.raw },
    range,
    related,
  }));
}

function dayOf({ span }: Dated) {
  return span?.precision === 'day' && span.yearKnown ? span.start : undefined;
}
