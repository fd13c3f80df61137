import { addDays, addMonths, type PlainDate, toChinese } from '../../dates/civil.ts';
import { addWorkdays, type WorkCalendar } from '../../dates/workdays.ts';
import { dayText } from './day-text.ts';
import type { Place } from './place.ts';
import type { Proposal } from './proposal.ts';

/** 自印发之日起|, 自收到通知之日起1|: what the period counts from, and what was typed of it. */
const since =
  /(?:自|从)?((?:本(?:方案|通知|办法|意见|计划))?(?:印发|发布|下发|发文|公布)|[\p{Script=Han}]{2,12}?)之日(?:起|算起)((?:\d{1,3}(?:个(?:工(?:作(?:日)?)?|月)?|日)?)?)$/u;
const fromIssue = /(?:印发|发布|下发|发文|公布)$/;
/** What is written of the period behind the cursor. */
const behind = /^(?:\d{0,3}(?:个(?:工作日|月)|[日天])(?:以?内)?|个?工?作?日内|日内)/;

interface Period {
  readonly text: string;
  end(from: PlainDate, calendar: WorkCalendar): PlainDate;
}

const periods: readonly Period[] = [
  ...[10, 5, 15, 20, 30].map(
    (count): Period => ({
      text: `${count}个工作日内`,
      end: (from, calendar) => addWorkdays(from, count, calendar),
    }),
  ),
  ...[10, 15, 30, 60].map((count): Period => ({ text: `${count}日内`, end: (from) => addDays(from, count) })),
  ...[3, 6].map((count): Period => ({ text: `${count}个月内`, end: (from) => addMonths(from, count) })),
];

/**
 * Periods behind 自…之日起, each with its last day where it counts from the day of issue (without one:
 * from today, which is said); the day itself does not count (民法典 §201).
 */
export function periodProposals({
  before,
  after,
  offset,
  open,
  recognised: { plan },
  today,
}: Place): readonly Proposal[] {
  if (!before.includes('之日')) return [];
  const match = since.exec(before);
  if (!match) return [];
  const typed = match[2] ?? '';
  const zh = open.language === 'zh';
  const isIssue = fromIssue.test(match[1] ?? '');
  const issued = plan.issued?.yearKnown ? plan.issued.end : undefined;
  const from = issued ?? today;
  // 各单位自印发之日起: the words in front are not part of it.
  const whole = match[0].slice(Math.max(0, match[0].lastIndexOf('自'), match[0].lastIndexOf('从')));
  const head = whole.slice(0, whole.length - typed.length);
  const end = offset + (behind.exec(after)?.[0].length ?? 0);
  return periods.flatMap((period): readonly Proposal[] => {
    if (!period.text.startsWith(typed)) return [];
    const last = period.end(from, plan.calendar);
    const counted = issued ? '' : zh ? '（按今天印发计）' : ' (if issued today)';
    const detail = isIssue
      ? `${zh ? '至' : 'until '}${toChinese(last)}${counted} · ${dayText(last, open.language, plan.calendar)}`
      : zh
        ? '自该日的次日起算'
        : 'counted from the day behind it';
    const text = head + period.text;
    return [{ kind: 'date', label: text, detail, text, range: { start: offset - whole.length, end } }];
  });
}
