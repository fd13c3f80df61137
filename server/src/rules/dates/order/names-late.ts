import { compare } from '../../../dates/civil.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

/** Who is to take part: has to be known before it begins. */
const names = /(?:参训|参赛|参会|参演|参培|培训|学员)[\p{Script=Han}]{0,4}(?:名单|报名表|回执)|报名(?:表|回执)/u;
const handedIn = /[报交送发]/;
const outcome = /获奖|优秀|表彰|晋级|入围|合格|实到|签到|照片|存档|归档|情况|总结|成绩|证书|变[更动]|调整|缺席|请假/;
const heldAt = /^(?:培训|比赛|竞赛|会议|集训|开班|举办|举行|参赛|参训|轮训|办班)(?:时间|日期)$/;
/** 第二期. */
const ordinal = /第[一二三四五六七八九十\d]+[期批轮场届班]/;

const heldHere = { zh: '开始的时间“{raw}”', en: 'It begins on “{raw}”' };

interface Run {
  readonly dated: Dated;
  readonly name: string;
}

/** 名单9月17日前报 where the first of the classes in the table begins on 15 September. */
export function namesAfterFirst(plan: Plan): readonly Finding<'namedTooLate'>[] {
  const dues = plan.dates.filter(({ line, expression }) => {
    if (expression.deadline !== true || expression.kind !== 'span' || line.place === 'cell' || line.place === 'quote')
      return false;
    const clause = /^[^。；]*/.exec(line.text.slice(expression.range.end, expression.range.end + 30))?.[0] ?? '';
    const named = names.exec(clause);
    return named !== null && handedIn.test(clause) && !outcome.test(clause.slice(0, named.index + named[0].length + 2));
  });
  if (dues.length === 0) return [];
  const runs = runsOf(plan);
  return dues.flatMap((due): readonly Finding<'namedTooLate'>[] => {
    const { line, expression, span } = due;
    const { start, end } = expression.range;
    const behind = names.exec(line.text.slice(end, end + 30));
    const told = line.text.slice(Math.max(0, start - 16), end + (behind ? behind.index + behind[0].length : 0));
    const own = ordinal.exec(told)?.[0];
    const [first] = runs.filter(({ name }) => own === undefined || name.includes(own));
    const begins = first?.dated.span;
    if (!first || !begins?.start || !span?.end || begins.yearKnown !== span.yearKnown) return [];
    if (compare(span.bounds?.endLo ?? span.end, begins.bounds?.startHi ?? begins.start) <= 0) return [];
    const raw = first.dated.expression.raw;
    return [
      {
        message: 'namedTooLate',
        params: { raw: expression.raw, event: raw },
        range: due.range,
        related: [{ message: heldHere, params: { raw }, range: first.dated.range }],
      },
    ];
  });
}

const registrationEnds = /报名(?:截止|结束)?(?:时间|日期)?(?:截止|截至|止)?(?:为|是|到|至|于)?\s?[：:]?\s?(?:截止)?$/;

/** 第一期报名截止时间为5月20日 where the table has 第一期 begin on 13 May; of the only run, no ordinal has to tell. */
export function registrationAfterRun(plan: Plan): readonly Finding<'afterEvent'>[] {
  const closing = plan.dates.filter(({ line, expression: { kind, from, to, range } }) => {
    if (kind !== 'span' || !to || (from && from !== to) || line.place === 'cell' || line.place === 'quote')
      return false;
    const { text } = line;
    return (
      text.includes('报名') &&
      (registrationEnds.test(text.slice(Math.max(0, range.start - 16), range.start)) ||
        /^[^，。；]{0,6}报名(?:截止|结束)/.test(text.slice(range.end, range.end + 12)))
    );
  });
  if (closing.length === 0) return [];
  const runs = runsOf(plan);
  return closing.flatMap(({ line, expression, span, range }): readonly Finding<'afterEvent'>[] => {
    const clause = line.text.slice(Math.max(0, expression.range.start - 20), expression.range.start);
    const own = ordinal.exec(/[^，。；]*$/.exec(clause)?.[0] ?? '')?.[0];
    const [run, more] = own ? runs.filter(({ name }) => name.includes(own)) : runs;
    const begins = run?.dated.span?.start;
    const last = span?.bounds?.endLo ?? span?.end;
    if (!run || more || !begins || !last || span?.yearKnown !== run.dated.span?.yearKnown) return [];
    if (compare(last, begins) <= 0) return [];
    const event = run.dated.expression.raw;
    const related = [{ message: heldHere, params: { raw: event }, range: run.dated.range }];
    return [{ message: 'afterEvent', params: { raw: expression.raw, event }, range, related }];
  });
}

/** The rows of the only table with a column 培训时间 and the like, the earliest first. */
function runsOf(plan: Plan): readonly Run[] {
  const tables = plan.tables.flatMap((table) => {
    const at = table.columns.findIndex(({ header }) => heldAt.test(header.text.replace(/\s+/g, '')));
    return at < 0 ? [] : [{ at, rows: table.rows }];
  });
  const [only, more] = tables;
  if (!only || more) return [];
  const byLine = datedByLine(plan.dates);
  const runs = only.rows.flatMap(({ cells }): readonly Run[] => {
    const [dated, second] = (cells[only.at]?.lines ?? []).flatMap((line) => byLine.get(line) ?? []);
    const isDay = dated?.expression.kind === 'span' && dated.span?.start && dated.span.precision === 'day';
    return dated && isDay && !second ? [{ dated, name: cells.map(({ text }) => text).join('|') }] : [];
  });
  const day = ({ dated: { span } }: Run) => span?.start ?? { year: 0, month: 1, day: 1 };
  return runs.sort((a, b) => compare(day(a), day(b)));
}
