import { daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { workdaysBetween } from '../../../dates/workdays.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';
import { daysText } from './days-text.ts';

const noticed = /公示(?:期|期限|时间)?(?:为|是|一般为|[：:])?\s?$/;
const behindNotice = /经公示|公示(?:期满|结束|无异议|无问题|完毕)?后|公示(?:期满|结束|无异议)/;
/** A notice belongs to the steps so many lines around it. */
const nearLines = 3;

const stepBefore = { zh: '前一步“{raw}”', en: 'The step before, “{raw}”' };
const stepAfter = { zh: '后一步“{raw}”', en: 'The next step, “{raw}”' };

/**
 * 公示期不少于5个工作日 between a step on the 10th and one on the 15th: no room. Certain where the days are
 * exact; with 左右 the days as written are taken, and it is information.
 */
export function publicNoticeFindings(plan: Plan): readonly Finding<'publicNotice'>[] {
  return plan.dates.flatMap((dated, at): readonly Finding<'publicNotice'>[] => {
    const { expression, line } = dated;
    const { amount } = expression;
    if (expression.kind !== 'duration' || !amount || expression.comparator === 'atMost') return NONE;
    if (amount.unit !== 'day' && amount.unit !== 'workday') return [];
    if (!noticed.test(line.text.slice(Math.max(0, expression.range.start - 8), expression.range.start))) return [];
    const before = plan.dates[at - 1];
    const after = plan.dates[at + 1];
    const first = before && firstDay(before);
    const last = after?.span?.end;
    if (!before || !after || !first || !last || !near(before, dated) || !near(dated, after)) return [];
    if (!before.span?.yearKnown || !after.span?.yearKnown || after.span.precision !== 'day') return [];
    if (!behindNotice.test(after.line.text)) return [];
    const count = (from: PlainDate, to: PlainDate) =>
      amount.unit === 'day' ? daysBetween(from, to) : workdaysBetween(from, to, plan.calendar);
    const days = count(first, last);
    const least = amount.low ?? amount.count;
    if (days < 0 || days >= least) return [];
    const sure = count(before.span.bounds?.startLo ?? first, after.span.bounds?.endHi ?? last) < least;
    return [
      {
        message: 'publicNotice',
        params: {
          raw: expression.raw,
          before: before.expression.raw,
          after: after.expression.raw,
          days: daysText(days, amount.unit === 'day' ? 'day' : 'workday'),
        },
        range: dated.range,
        related: [
          { message: stepBefore, params: { raw: before.expression.raw }, range: before.range },
          { message: stepAfter, params: { raw: after.expression.raw }, range: after.range },
        ],
        ...(sure ? {} : { severity: 'info' as const }),
      },
    ];
  });
}

const NONE: readonly never[] = [];

function near(a: Dated, b: Dated): boolean {
  return b.line.index - a.line.index <= nearLines && b.line.index >= a.line.index;
}

function firstDay({ expression, span }: Dated): DateSpan['start'] {
  if (expression.kind !== 'span' || span?.precision !== 'day') return undefined;
  return expression.to && expression.from !== expression.to ? span.end : (span.start ?? span.end);
}
