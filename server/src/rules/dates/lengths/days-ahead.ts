import { daysBetween, type PlainDate } from '../../../dates/civil.ts';
import { workdaysBetween } from '../../../dates/workdays.ts';
import { readCount } from '../../../numbering/han.ts';
import { partStart } from '../../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { isTimeTitle } from '../../../plan/stages/activity-span.ts';
import type { Finding } from '../../rule.ts';
import { daysText } from './days-text.ts';

const WHAT =
  '活动|演练|考试|笔试|面试|会议|大会|比赛|竞赛|赛事|培训|开幕|论坛|展会|开班|选举|评审|典礼|庙会|文化节|运动会';
const COUNT = '(\\d{1,2}|[一二两三四五六七八九十]{1,3})(?:个)?(工作日|日|天)';
/** 活动开始20日前, 演练前3个工作日 */
const ahead = new RegExp(
  `(${WHAT})(?:正式)?(?:开始|举行|举办|召开|开幕|实施)?(?:的)?(?:前(?:至少|不少于)?${COUNT}(?!内|之内|以内)|(?:至少)?${COUNT}(?:之|以)?前)`,
  'u',
);
/** The same sentence says by which day: ，即11月10日前; 公告于11月13日张贴. */
const sameDay = /(?:即|也就是|[，,][^，。；\d]{0,8}[于在])$/;
const published = /^[^，。；\d]{0,2}(?:张贴|发布|公布|公告|报送|提交|报备|下发|送达|发出|通知|告知)/;

const eventHere = { zh: '活动时间“{event}”', en: 'The time of the event, “{event}”' };

/** A day that is said to be so many days ahead of the event, and is fewer: 演练前3个工作日，11月13日 and 11月14日. */
export function tooLateAhead(plan: Plan): readonly Finding<'ahead'>[] {
  return plan.dates.flatMap((dated): readonly Finding<'ahead'>[] => {
    const { line, expression, span } = dated;
    const { text } = line;
    const day = span?.end;
    if (
      expression.kind !== 'span' ||
      !day ||
      span.precision !== 'day' ||
      line.place === 'quote' ||
      !text.includes('前')
    )
      return NONE;
    const { start, end } = expression.range;
    const from = partStart(text, start);
    const before = text.slice(from, start);
    const match = before.includes('前') ? ahead.exec(before) : null;
    if (!match) return NONE;
    const gap = text.slice(from + match.index + match[0].length, start);
    const isSame = sameDay.test(gap) && (/(?:即|也就是)$/.test(gap) || published.test(text.slice(end)));
    if (!isSame || gap.length > LONGEST || /后|另|其他/.test(gap)) return [];
    const count = readCount(match[2] ?? match[4] ?? '');
    const unit = (match[3] ?? match[5]) === '工作日' ? 'workday' : 'day';
    const event = eventOf(plan, match[1] ?? '');
    const first = event?.span?.start;
    if (!event || !first || count === undefined || event.line === line) return [];
    const days = daysAhead(day, first, unit, plan);
    // Whether the day itself counts is a matter of taste.
    if (days < 0 || days >= count - 1) return [];
    const params = { raw: expression.raw, event: event.expression.raw, days: daysText(days, unit), least: match[0] };
    const related = [{ message: eventHere, params: { event: event.expression.raw }, range: event.range }];
    return [{ message: 'ahead', params, range: dated.range, related }];
  });
}
const LONGEST = 30;
const NONE: readonly never[] = [];

const daysAhead = (day: PlainDate, first: PlainDate, unit: 'day' | 'workday', { calendar }: Plan): number =>
  unit === 'day' ? daysBetween(day, first) : workdaysBetween(day, first, calendar);

const labelled = /^[-*•\s\d.、．（(）)一二三四五六七八九十]{0,6}(?:时间|日期)[：:]\s?$/;

/** When the event begins: the only time labelled 演练时间：, or under 活动时间. */
function eventOf({ dates, sections, span }: Plan, what: string): Dated | undefined {
  const found = dates.filter(({ line, expression, span: own }) => {
    if (own?.precision !== 'day' || !own.yearKnown || line.place === 'quote' || expression.deadline) return false;
    const before = line.text.slice(0, expression.range.start);
    return before.endsWith('：') && labelled.test(before.replace(what, ''));
  });
  const [only, more] = found;
  if (only) return more ? undefined : only;
  if (span?.precision !== 'day' || !span.yearKnown) return undefined;
  const holder = sections.find(
    ({ title, range }) => isTimeTitle(title.value) && range.start <= span.range.start && span.range.end <= range.end,
  );
  return holder && dates.find(({ range }) => range.start === span.range.start);
}
