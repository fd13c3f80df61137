import { compare, daysBetween } from '../../../dates/civil.ts';
import { dayText } from '../../../dates/format.ts';
import { workdaysBetween } from '../../../dates/workdays.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';
import { duesOf } from '../due/due.ts';
import { ofFeast } from '../due/feasts.ts';

/** So many days of the calendar are time enough. */
const enough = 7;
/** A school asks its own classes and teachers from one day to the next. */
const withinHouse = 1;
/** Names and forms are got together in so many, even if holidays are among them. */
const FEW = 5;

const alsoShort = { zh: '“{raw}”也是这样', en: '“{raw}” as well' };

/**
 * What is due so soon behind the issue of the plan that nobody can do it in time, once for each plan: an
 * exact day fewer working days off than `usual`, or a part of a month that had begun when the plan was issued.
 */
export function noticeFindings(plan: Plan, usual: number): readonly Finding<'notice' | 'noticeFuzzy'>[] {
  const { issued } = plan;
  const from = issued?.start;
  if (!from || !issued.yearKnown || issued.precision !== 'day') return [];
  // Who puts his own faults right may well do so on the next day.
  const title = plan.title?.value ?? '';
  if (/整改/.test(title)) return [];
  const least = plan.body?.kind === 'school' ? Math.min(usual, withinHouse) : usual;
  const isOfFeast = ofFeast.test(title);
  const short = duesOf(plan).flatMap(({ dated }) => {
    const { span } = dated;
    const end = span?.end;
    if (!span?.yearKnown || !end || compare(end, from) < 0 || repeatsDay(dated)) return [];
    if (span.precision === 'day') {
      // What is done in the holidays themselves has all their days.
      if (isOfFeast && daysBetween(from, end) >= enough) return [];
      if (daysBetween(from, end) >= FEW) return [];
      const days = workdaysBetween(from, end, plan.calendar, least);
      return days < least ? [{ dated, days }] : [];
    }
    const lo = span.bounds?.endLo;
    const begun =
      span.precision === 'xun' &&
      lo !== undefined &&
      compare(lo, from) <= 0 &&
      // Of 6月底前 the last day is sure, and before it there may be time enough.
      (!span.deadline || workdaysBetween(from, end, plan.calendar, least) < least);
    return begun ? [{ dated, days: -1 }] : [];
  });
  const [first, ...more] = short;
  if (!first) return [];
  const { dated, days } = first;
  return [
    {
      message: days < 0 ? 'noticeFuzzy' : 'notice',
      params: { raw: dated.expression.raw, issued: dayText(from), ...(days < 0 ? {} : { days }) },
      range: dated.range,
      related: more.map((other) => ({
        message: alsoShort,
        params: { raw: other.dated.expression.raw },
        range: other.dated.range,
      })),
      severity: 'info',
    },
  ];
}

/** 9月10日上午召开动员会。完成时限：9月10日: on which day the meeting is held, its label says once more. */
function repeatsDay({ expression: { raw, range }, line: { text } }: Dated): boolean {
  const at = text.indexOf(raw);
  return at >= 0 && at < range.start && /^[^。；]{0,24}(?:召开|举行|举办)/.test(text.slice(at + raw.length));
}
