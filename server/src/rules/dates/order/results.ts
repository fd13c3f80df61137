import { compare, daysBetween } from '../../../dates/civil.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import type { Finding } from '../../rule.ts';
import { duesOf } from '../due.ts';
import { headingsOf, wordsBefore } from './registration.ts';

/** 大赛结果公布时间：, 获奖名单揭晓时间： */
const result = /(?:结果|获奖名单|名次)(?:的)?(?:公布|公示|揭晓|发布)(?:时间|日期)?(?:为|是)?\s?[：:]?\s?$/;
const resultSign = sign({ words: ['果公', '果揭', '果发', '名单公', '名单揭', '名单发', '次公'] });
/** What has to be over by then. */
const event = /(?:比赛|竞赛|大赛|活动|投稿|征稿|征集|评选|投票)(?:时间|日期|期限)(?:为|是)?\s?[：:]?\s?$/;
/** Of what lasts longer results are told on the way. */
const longest = 200;

const eventHere = { zh: '到此时才结束：“{raw}”', en: 'Not over before “{raw}” is' };

/** The results of a contest are told on a day before it has ended. */
export function resultsBeforeEnd(plan: Plan): readonly Finding<'resultBeforeEnd'>[] {
  if (!plan.dates.some(({ line }) => hasSign(line.facts, resultSign))) return [];
  const headings = headingsOf(plan);
  const before = (dated: Dated): string => wordsBefore(dated, headings, 14);
  const told = plan.dates.find(
    (dated) => dated.span?.end && dated.line.place !== 'quote' && result.test(before(dated)),
  );
  const day = told?.span?.end;
  if (!told?.span || !day) return [];
  const { yearKnown } = told.span;
  const lasting = plan.dates.find((dated) => {
    const { start, end, yearKnown: known } = dated.span ?? {};
    if (!start || !end || known !== yearKnown || dated === told || !event.test(before(dated))) return false;
    return (
      compare(start, end) < 0 && compare(start, day) <= 0 && compare(day, end) < 0 && daysBetween(start, end) < longest
    );
  });
  if (!lasting) return [];
  return [
    {
      message: 'resultBeforeEnd',
      params: { raw: told.expression.raw, event: lasting.expression.raw },
      range: told.range,
      related: [{ message: eventHere, params: { raw: lasting.expression.raw }, range: lasting.range }],
    },
  ];
}

const ofEvent = /(?:[一-龥]{2}|[会赛])(?:时间|日期)(?:为|是)?\s?[：:]\s?$/;
/** In front of an event papers are handed in within so many days, and not more than so many before it. */
const nearDays = 90;
const farDays = 270;

const eventDayHere = { zh: '举办的日子是“{raw}”', en: 'The event is on “{raw}”' };

/** 节目于2016年1月15日前提交 for an event on 19 January 2017, in a paper without a date of issue: the year before was typed. */
export function dueYearTooEarly(plan: Plan): readonly Finding<'yearTooEarly'>[] {
  if (plan.issued) return [];
  const held = plan.dates.find(({ expression: { from, range }, line, span }) => {
    if (!span?.start || span.yearWritten !== true || span.precision !== 'day') return false;
    const start = from?.range.start ?? range.start;
    return ofEvent.test(line.text.slice(Math.max(0, start - 12), start));
  });
  const day = held?.span?.start;
  if (!held || !day) return [];
  return duesOf(plan).flatMap(({ dated: { span, expression, range } }): readonly Finding<'yearTooEarly'>[] => {
    const end = span?.end;
    if (!end || span.yearWritten !== true || end.year !== day.year - 1) return [];
    const meant = { ...end, year: day.year };
    if (daysBetween(end, day) < farDays || compare(meant, day) > 0 || daysBetween(meant, day) > nearDays) return [];
    return [
      {
        message: 'yearTooEarly',
        params: { raw: expression.raw, event: held.expression.raw, year: day.year },
        range,
        related: [{ message: eventDayHere, params: { raw: held.expression.raw }, range: held.range }],
      },
    ];
  });
}
