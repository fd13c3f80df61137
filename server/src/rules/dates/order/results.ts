import { compare, daysBetween } from '../../../dates/civil.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import { hasSign, sign } from '../../../plan/signs.ts';
import type { Finding } from '../../rule.ts';
import { duesOf } from '../due/due.ts';
import { headingsOf, wordsBefore } from './registration.ts';

/** 大赛结果公布时间：, 获奖名单揭晓时间： */
const result = /(?:结果|获奖名单|名次)(?:的)?(?:公布|公示|揭晓|发布)(?:时间|日期)?(?:为|是)?\s?[：:]?\s?$/;
const resultSign = sign({ words: ['果公', '果揭', '果发', '名单公', '名单揭', '名单发', '次公'] });
/** What has to be over by then. */
const event = /(?:比赛|竞赛|大赛|活动|投稿|征稿|征集|评选|投票)(?:时间|日期|期限)(?:为|是)?\s?[：:]?\s?$/;
/** Of what lasts longer results are told on the way. */
const longest = 200;

/** 拟录取名单报校务会同意后，于3月27日起公示: the names that come out of an examination. */
const outcome = /(?:拟?(?:录取|录用|聘用?|(获奖|入选)))(?:人员|考生|对象|学生|作品|选手)?(?:的?名单|结果)/;
const outcomeSign = sign({
  words: ['拟录', '拟聘', '录取名', '录用名', '聘用名', '获奖名', '入选名', '取结果', '奖结果'],
});
const toldThen = /^起?[，,]?[^，。；]{0,28}?(?:公示(?![栏牌板期])|公布|公告)/;
const examination =
  /(?:复试|面试|笔试|考试|(答辩|评审|比赛|决赛|竞赛|大赛))(?:时间|日期)?(?:为|是|定于|于)?\s?[：:]?\s?$/;
/** Longer ones have their results on the way. */
const shortEvent = 10;

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

/** The names that come out of an examination are told before it is over; only where the paper holds but one. */
export function outcomeBeforeEnd(plan: Plan): readonly Finding<'resultBeforeEnd'>[] {
  if (!plan.dates.some(({ line }) => hasSign(line.facts, outcomeSign))) return [];
  const told = plan.dates.flatMap((dated) => {
    const { line, expression, span } = dated;
    const { kind, range, deadline } = expression;
    if (kind !== 'span' || line.place === 'quote' || deadline === true || span?.precision !== 'day') return [];
    const match = outcome.exec(sentenceTo(line.text, range.start).slice(-30));
    const isTold = match && toldThen.test(line.text.slice(range.end, range.end + 36));
    return isTold ? [{ ...dated, ofContest: match[1] !== undefined }] : [];
  });
  if (told.length === 0) return [];
  const headings = headingsOf(plan);
  const events = plan.dates.flatMap((dated) => {
    const { line, expression, span } = dated;
    if (expression.kind !== 'span' || line.place === 'quote' || !span?.start || !span.end) return [];
    if (span.precision !== 'day' || daysBetween(span.start, span.end) > shortEvent) return [];
    const match = examination.exec(wordsBefore(dated, headings, 12));
    return match ? [{ ...dated, isContest: match[1] !== undefined }] : [];
  });
  const [held, more] = events;
  const last = held?.span?.end;
  if (!held || more || !last) return [];
  return told.flatMap(({ expression, span, range, ofContest }): readonly Finding<'resultBeforeEnd'>[] => {
    // 获奖名单 comes out of a contest, 录取名单 out of an examination.
    if (ofContest !== held.isContest) return [];
    const day = span?.start ?? span?.end;
    if (!day || span?.yearKnown !== held.span?.yearKnown || compare(day, last) >= 0) return [];
    const related = [{ message: eventHere, params: { raw: held.expression.raw }, range: held.range }];
    return [
      { message: 'resultBeforeEnd', params: { raw: expression.raw, event: held.expression.raw }, range, related },
    ];
  });
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
