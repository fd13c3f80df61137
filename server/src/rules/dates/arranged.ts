import type { DateExpression, DatePoint } from '../../dates/expression.ts';
import type { LineFacts } from '../../plan/facts.ts';
import { sign } from '../../plan/signs.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Range } from '../../text/range.ts';

/** It comes again and again: 每周五报送下周计划, 逐月. */
const rhythm =
  /每[日天周月季年次逢个班学两半一]|逐[月周旬季年]|按[月周旬季年]|定期|[月周季]报(?![名到告])|轮流|当年|往年|历年/;
/** What has been done, and what others said: 本周一召开了会议, 会议要求明年…. */
const told = /[了过](?=[^解一-龥]|[一-龥])|已[经于在]?|曾|(?:强调|指出|提出|要求)[，,：:]/;
/** 下周工作计划, 明年预算, 下月食谱: the name of a paper that is about that time, and no time for a deed. */
const named =
  /^(?:度|份)?的?(?:工作|教学|活动|学习|重点)?(?:[\p{Script=Han}]{0,4}(?:计划|安排|打算|任务|要点|重点|目标|思路|预算|食谱|菜单|课表|预报|展望|预告)|工作)/u;
/** 谋划明年, 为来年打基础: one looks ahead. */
const lookingAhead = /(?:谋划|思考|展望|迎接|着眼|期待|祝愿|力争在|为(?:今后|下一步)?)[^，。；]{0,4}$/;
/** 下月15日, 下周三, 下月底; and 本周四下午, 本周内 of the time that runs. */
const setBefore = /(?:于|在|定于|拟于|将于|安排在|推迟到|从|自|到|至|纳入|列入)$/;

/**
 * Whether a clause with a time that counts from now arranges work: 下周三召开, 下月底拨付, 从明年起. Of the week, month
 * and year that run (本周, 今年) only what names a part of it does, for 本月 alone mostly tells how things are.
 */
export function arrangesFromNow({ text }: LineFacts, { range, raw }: DateExpression, point: DatePoint): boolean {
  const shift = point.yearShift ?? point.monthShift ?? point.weekShift ?? -1;
  if (shift < 0) return false;
  const from = sentenceStart(text, range.start);
  const stop = text.slice(range.end).search(/[。；;]/);
  const [before, behind] = [
    text.slice(from, range.start),
    text.slice(range.end, stop < 0 ? undefined : range.end + stop),
  ];
  // 从明年起，每季度清仓一次: the rhythm begins then.
  if (shift > 0 && (/起$/.test(raw) || /^起/.test(behind)) && !told.test(before)) return true;
  // 列入明年养护计划: what is put in there is arranged, whatever the paper is called.
  const isNamed = named.test(behind) && !/(?:列入|纳入|编入)$/.test(before);
  if (rhythm.test(before) || rhythm.test(behind) || isNamed || lookingAhead.test(before)) return false;
  const clause =
    (/[^，,：:]*$/.exec(before)?.[0] ?? '') +
    raw +
    (/^[，,]?[^，,]*(?:，[^，,]{0,6}[会组][，,])?/.exec(behind)?.[0] ?? '');
  if (told.test(clause) || /^以?来/.test(behind)) return false;
  if (behind.length + before.length < FEWEST) return false;
  if (point.yearShift !== undefined) return shift > 0;
  if (shift > 0) return true;
  const isPart = point.weekday !== undefined || point.portion !== undefined || point.day !== undefined;
  return (
    isPart || (/^[内底末]/.test(behind) && !/^内容/.test(behind)) || (setBefore.test(before) && /^[一-龥]/.test(behind))
  );
}

/** What was done: 联合县公安局开展, 组织12所学校, 对食堂开展. */
const deed =
  /^(?:份|[初中下上]旬|[初底末])?[，,]?(?:(?:[我本][\p{Script=Han}]{1,2}|先后|已|又|集中|牵头|专门)?)(?:联合|会同|开展|组织|召开|举办|完成|启动|印发|检查|排查|查处|走访|邀请|约谈|整改|通报|对[^，。；]{1,16}(?:开展|进行|组织|作出))/u;
/** 较上月下降, 与上月相比: only what opens its clause tells of a deed. */
const opensClause = /(?:^|[，。；：:、）)\s])(?:已?[于在]|自|截[至止])?$/;
const yetToCome = /下一?步|计划|拟|将(?!问题|隐患)|预计|打算|[须需要请]/;

/**
 * Whether a summary tells by a month that counts from the day of writing what was done: 上月联合县公安局开展检查. A
 * report that comes every month speaks of its own (本月), and its title says so.
 */
export function tellsFromNow({ text }: LineFacts, { range }: DateExpression, point: DatePoint): boolean {
  if (point.monthShift === undefined || point.monthShift > 0) return false;
  const from = sentenceStart(text, range.start);
  const before = text.slice(from, range.start);
  const behind = /^[^。；;]*/.exec(text.slice(range.end))?.[0] ?? '';
  if (!opensClause.test(before) || rhythm.test(before) || rhythm.test(behind) || yetToCome.test(before)) return false;
  return deed.test(behind) && !yetToCome.test(behind.slice(0, 12));
}

/** 下周五 alone in a heading or a cell says of no deed when it is done. */
const FEWEST = 4;

const sentenceStart = (text: string, index: number): number =>
  Math.max(...['。', '；', ';'].map((mark) => text.lastIndexOf(mark, index - 1))) + 1;

export const dayWordSign = sign({ words: ['明天', '明日', '后天', '下季', '个季'] });

/** 明天下午, 后天上午9时, 于明日: 美好的明天 and 明天更精彩 set no time. */
const dayWord =
  /(?<![一-龥]的|光)(?:明[天日]|(?<![先今])后天)(?=\s?(?:上午|下午|晚上?|早上?|中午|前|起|之前|\d{1,2}\s?[:：时点]|[八九十]{1,2}[时点]))|(?<=(?:定于|拟于|将于|务必于|请于))(?:明[天日]|后天)|(?<![一-龥]的)下个?季度(?!的?(?:工作|重点|计划|任务|目标|安排|[\p{Script=Han}]{0,4}(?:计划|安排|重点|打算)))(?=[一-龥]*(?:[前内初末底]|[完召启开组建拨报]))/gu;

/** Days that are counted from the day of writing and are no date for the reader of dates. */
export function daysFromNow({ text }: LineFacts): readonly Range[] {
  return matchesOf(text, dayWord).flatMap(({ 0: { length }, index }) => {
    const sentence = text.slice(sentenceStart(text, index), index + 30);
    return rhythm.test(sentence) ? [] : [{ start: index, end: index + length }];
  });
}
