import { compareLength } from '../../../dates/compare.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import type { Dated, Plan, Schedule } from '../../../plan/model.ts';
import { liesWithin } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';
import { mismatch, type Window } from './window-lengths.ts';

/** 用5个月时间，集中整治…: at the beginning of a sentence, of the whole. */
const opens =
  /(?:^|[。；])[ \u3000]*(?:从现在起|计划|力争|拟|我[县市区镇乡街局]|全[县市区镇乡街局])?[，,]?(?:利用|用|历时|为期|集中|通过|经过)$/;
const behind = /^(?:左右)?(?:的?时间(?![节段])|的(?:集中|专项)?(?:整治|整改|治理|攻坚|行动|活动))/;
const ofWhole = /目标|总体要求|指导思想/;

/** How long all of it takes, as the aims of the plan say, beside its stages from the first day to the last. */
export function campaignLengths(plan: Plan): readonly Finding<'shorter' | 'longer'>[] {
  const told = plan.dates.filter((dated) => isOfWhole(dated, plan));
  // 用三个月时间排查，再用三个月时间整治: each is of a part.
  if (told.length !== 1 || /再|然后|接着|另/.test(told[0]?.line.text ?? '')) return NONE;
  const schedules = plan.stages.flatMap(({ schedules: [own, more] }) => (own && !more ? [own] : []));
  const [first, second] = schedules;
  const last = schedules.at(-1);
  if (!first || !second || !last || schedules.length < plan.stages.length || !schedules.every(isExact)) return NONE;
  const whole = windowOf(first, last);
  return told.flatMap((dated): readonly Finding<'shorter' | 'longer'>[] => {
    const { amount, comparator, raw } = dated.expression;
    const result = amount && compareLength(whole.span, amount, comparator, plan.calendar);
    // Years are counted by the calendar, and so are months: 3月下旬 to 7月 are five of them.
    if (!amount || amount.unit === 'year' || (result !== 'shorter' && result !== 'longer')) return NONE;
    if (amount.unit === 'month' && monthsOf(whole.span) === amount.count) return NONE;
    // 用三个月时间集中排查 may be said of some of the stages.
    const fits = schedules.some((from, at) =>
      schedules
        .slice(at)
        .some((to) => compareLength(windowOf(from, to).span, amount, comparator, plan.calendar) === 'fits'),
    );
    return fits ? NONE : [mismatch(result, raw, dated, whole, amount, plan.calendar)];
  });
}
const NONE: readonly never[] = [];

const monthsOf = ({ start, end }: DateSpan): number =>
  start && end ? (end.year - start.year) * 12 + end.month - start.month + 1 : 0;

function isOfWhole({ expression, line }: Dated, { opening, sections }: Plan): boolean {
  if (expression.kind !== 'duration' || line.place === 'cell' || line.place === 'quote') return false;
  const { start, end } = expression.range;
  if (!behind.test(line.text.slice(end)) || !opens.test(line.text.slice(line.facts.number?.range.end ?? 0, start)))
    return false;
  return (
    opening.includes(line) ||
    sections.some(({ title, range }) => ofWhole.test(title.value) && liesWithin(line.range, range))
  );
}

const isExact = ({ span }: Schedule): boolean =>
  span.start !== undefined && span.end !== undefined && span.precision === 'day' && span.yearKnown && !span.approximate;

function windowOf(first: Schedule, last: Schedule): Window & { readonly span: DateSpan } {
  const { end } = last.span;
  // Both ends are days: there is nothing fuzzy about them.
  const { bounds: _, ...span } = first.span;
  const raw = first === last ? first.span.raw : `${first.span.raw}……${last.span.raw}`;
  return { span: end ? { ...span, end } : span, raw, range: first.range };
}
