import type { DateSpan } from '../../dates/expression.ts';
import type { Located, Range } from '../../text/range.ts';
import type { Dated, Plan } from '../model.ts';

/** 报送要求: what is to be handed in, to whom, until when. */
export interface ReportDuty {
  /** 实施方案, 工作总结. */
  readonly object: string;
  /** The words behind 报; empty where nobody is named. */
  readonly recipient: string;
  readonly deadline: Located<DateSpan>;
  /** From the day to the recipient. */
  readonly range: Range;
}

const objects =
  /(?:实施|工作|活动|整改|落实|自查)?(?:方案|总结|报告|台账|小结|名单|清单|统计表|汇总表|报表|材料|信息)/g;
const handedIn = /(?:上报|报送|报至|呈报|提交|交至|反馈至|报)(?:给|到|至)?([^，。；、,;（(]{0,20})/g;
/** How far behind the day the handing in may be said. */
const reach = 60;

/** The duties to report that a plan lays down with a day. */
export function reportDutiesOf(plan: Plan): readonly ReportDuty[] {
  return plan.dates.flatMap((dated) => readDuty(dated) ?? []);
}

function readDuty({ line, expression, span, range }: Dated): ReportDuty | undefined {
  if (!span?.end || !(expression.deadline || span.precision === 'day') || !line.text.includes('报')) return undefined;
  const from = expression.range.end;
  const clause = /^[^。；;]*/.exec(line.text.slice(from, from + reach))?.[0] ?? '';
  const verb = [...clause.matchAll(handedIn)].find(({ index }) => !/[汇通申情公]$/.test(clause.slice(0, index)));
  if (!verb || /^(?:告|名|表|道|刊|批|销)/.test(verb[1] ?? '')) return undefined;
  const before = [...clause.slice(0, verb.index).matchAll(objects)].at(-1)?.[0];
  const object = before ?? (verb[1] ?? '').match(objects)?.[0];
  if (object === undefined) return undefined;
  const recipient = before === undefined ? '' : (verb[1] ?? '').replace(/(?:备案|审核|审批|审定|审查|汇总).*$/, '');
  const end = from + verb.index + verb[0].length;
  return { object, recipient, deadline: { value: span, range }, range: line.at(expression.range.start, end) };
}
