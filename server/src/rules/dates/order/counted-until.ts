import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import { sentenceTo } from '../../../plan/line/sentences.ts';
import type { Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

const signedHere = { zh: '成文日期“{raw}”', en: 'Signed on “{raw}”' };
/** What has been reached by then; 截至12月31日，力争完成 is an aim. */
const reached = /^[，,]?[^。；]{0,24}(?:已(?:经)?|共|累计|办结|完成了|实现了)/;
const aim = /将|要|力争|确保|预计|计划|拟|不少于|不低于|[应须需]|以上|目标|[\d%％个件次人元]的/;
/** 截至2026年7月1日，党龄达到50年的共17名: the day on which years are full, which is known ahead. */
const reckoned = /(?:年满|[党工军教年司]龄|[满达到]{1,2}\d{1,3}(?:周?岁|周?年)|周岁|到期|届满|期满)/;
/** 报名截止4月20日 is until when, not as of when. */
const opensClause = /(?:^|[，。；：、（\s\u3000])截[至止]到?(?:\d{1,2}月?)?$/;
/** （以上数据截至6月30日）, 统计数据截止到6月30日。: the day as of which all figures of the paper are. */
const ofFigures =
  /(?:以上|上述|文中|本文|本报告|[（(])(?:所有|有关|相关|统计|各项)?数据(?:均|统计|统一|采集)*(?:时间)?(?:为)?截[至止](?:时间|日期)?(?:到|于|为|是|至)?[：:]?(?:\d{1,2}月?)?$/;

/** A day further ahead was meant for the next year, or for something else; with its year it is what it says. */
const farthest = 60;
const isNear = (signed: PlainDate, day: PlainDate, written: boolean | undefined): boolean =>
  written === true || daysBetween(signed, day) <= farthest;

/** 截至4月12日，已办结265条 in a paper that was signed on 10 April: it tells of days that were still to come. */
export function countedUntil({ issued, dates }: Plan): readonly Finding<'countedUntil'>[] {
  const signed = issued?.start;
  if (!issued || !signed || !issued.yearKnown || issued.precision !== 'day') return [];
  const ahead = dates.find(({ expression, span, line }) => {
    const { raw, range } = expression;
    if (expression.kind !== 'span' || !span?.end || !span.yearKnown || span.precision !== 'day') return false;
    if (compare(span.end, signed) <= 0 || !line.text.includes('截')) return false;
    if (!isNear(signed, span.end, span.yearWritten)) return false;
    const before = line.text.slice(0, range.start) + raw.slice(0, 2);
    const behind = /^[^。；]{0,30}/.exec(line.text.slice(range.end))?.[0] ?? '';
    if (ofFigures.test(before) && /^[。；）)]?$/.test(behind.trim())) return true;
    if (!opensClause.test(before)) return false;
    const clause = sentenceTo(line.text, range.start) + behind;
    return reached.test(behind) && !aim.test(behind) && !reckoned.test(clause);
  });
  if (!ahead) return [];
  const { raw } = ahead.expression;
  return [
    {
      message: 'countedUntil',
      params: { raw, issued: issued.raw },
      range: ahead.range,
      related: [{ message: signedHere, params: { raw: issued.raw }, range: issued.range }],
    },
  ];
}

/** ，组织召开了全区现场会: what has been done. Not 以后, 确定了; what is arranged and what others will do is none of it. */
const done =
  /^(?:上午|下午|晚上?)?[，,]?(?:[^，。；、]{0,16}[，,])?[^，。；]{0,16}?(?:召开|举行|举办|开展|组织|完成|印发|启动|通过|发布|参加|邀请|赴)了/;
/** 4月8日，市消防救援支队对我院进行检查，指出6项隐患: in the opening, what made the office write the plan. */
const occasion =
  /^(?:上午|下午)?[，,][^，。；]{2,30}(?:向[^，。；]{1,20}(?:反馈|通报|交办|移交|下达)|对[^，。；]{1,30}(?:进行|开展)|[^，。；]{0,10}(?:检查|督查|巡察|督察|审计)[^，。；]{0,14}[，,][^。；]{0,30}(?:指出|反馈|发现|提出))/;
const arranged = /将|拟|计划|预计|确保|力争|为了|除了|到了|如果/;

/** 7月15日，组织召开了全区现场会 in a paper that was signed on 2 July. */
export function toldBeforeDone({ issued, dates, opening }: Plan): readonly Finding<'toldBeforeDone'>[] {
  const signed = issued?.start;
  if (!issued || !signed || !issued.yearKnown || issued.precision !== 'day') return [];
  return dates.flatMap(({ expression, span, line, range }): readonly Finding<'toldBeforeDone'>[] => {
    const day = span?.start ?? span?.end;
    if (expression.kind !== 'span' || !day || !span?.yearKnown || span.precision !== 'day') return [];
    if (compare(day, signed) <= 0 || !isNear(signed, day, span.yearWritten)) return [];
    const { text, place } = line;
    if (expression.deadline === true || place === 'quote') return [];
    const { start, end } = expression.range;
    const behind = text.slice(end, end + 70);
    const told =
      (behind.includes('了') ? done.exec(behind.slice(0, 50))?.[0] : undefined) ??
      (span.yearWritten === true && /[已曾](?:经)?[于在]$/.test(text.slice(Math.max(0, start - 4), start))
        ? '已于'
        : undefined) ??
      (span.yearWritten === true && opening.includes(line) ? occasion.exec(behind)?.[0] : undefined);
    if (!told || arranged.test(told) || /[将拟定]于?$|计划|预计/.test(text.slice(Math.max(0, start - 6), start)))
      return [];
    const { raw } = expression;
    const related = [{ message: signedHere, params: { raw: issued.raw }, range: issued.range }];
    return [{ message: 'toldBeforeDone', params: { raw, issued: issued.raw }, range, related }];
  });
}
