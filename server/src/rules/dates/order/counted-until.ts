import { compare, daysBetween } from '../../../dates/civil.ts';
import type { Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

const untilHere = { zh: '统计到“{raw}”', en: 'Counted until “{raw}”' };
/** What has been reached by then; 截至12月31日，力争完成 is an aim. */
const reached = /^[，,]?[^。；]{0,24}(?:已(?:经)?|共|累计|办结|完成了|实现了)/;
const aim = /将|要|力争|确保|预计|计划|拟|不少于|不低于|[应须需]|以上|目标/;
/** 报名截止4月20日 is until when, not as of when. */
const opensClause = /(?:^|[，。；：、（\s\u3000])截[至止]到?(?:\d{1,2}月?)?$/;
/** A day further ahead was meant for the next year, or for something else. */
const farthest = 60;

/** 截至4月12日，已办结265条 in a paper that was signed on 10 April: it tells of days that were still to come. */
export function countedUntil({ issued, dates }: Plan): readonly Finding<'countedUntil'>[] {
  const signed = issued?.start;
  if (!issued || !signed || !issued.yearKnown || issued.precision !== 'day') return [];
  const ahead = dates.find(({ expression, span, line }) => {
    const { raw, range } = expression;
    if (expression.kind !== 'span' || !span?.end || !span.yearKnown || span.precision !== 'day') return false;
    if (compare(span.end, signed) <= 0 || !line.text.includes('截')) return false;
    if (daysBetween(signed, span.end) > farthest) return false;
    if (!opensClause.test(line.text.slice(0, range.start) + raw.slice(0, 2))) return false;
    const behind = /^[^。；]{0,30}/.exec(line.text.slice(range.end))?.[0] ?? '';
    return reached.test(behind) && !aim.test(behind);
  });
  if (!ahead) return [];
  const { raw } = ahead.expression;
  return [
    {
      message: 'countedUntil',
      params: { raw, issued: issued.raw },
      range: issued.range,
      related: [{ message: untilHere, params: { raw }, range: ahead.range }],
    },
  ];
}
