import type { DateSpan } from '../../dates/expression.ts';
import { matchesOf } from '../../text/matches.ts';
import type { Located, Range } from '../../text/range.ts';
import { type LineFacts, lineMemo } from '../facts.ts';
import type { Dated, Plan } from '../model.ts';
import { sign } from '../signs.ts';

/** 报送要求: what is to be handed in, to whom, until when. */
export interface ReportDuty {
  /** 实施方案, 工作总结. */
  readonly object: string;
  /** The words behind 报; empty where nobody is named. */
  readonly recipient: string;
  /** 各镇: those who hand it in, where the sentence says so. */
  readonly by: string | undefined;
  readonly deadline: Located<DateSpan>;
  /** From the day to the recipient. */
  readonly range: Range;
}

const objects =
  /(?:实施|工作|活动|整改|落实|自查)?(?:方案|总结|报告|台账|小结|名单|清单|统计表|汇总表|报表|材料|信息)/g;
const handedIn = /(?:上报|报送|报至|呈报|提交|交至|反馈至|报)(?:给|到|至)?([^，。；、,;（(]{0,20})/g;
/** How far behind the day the handing in may be said. */
const reach = 60;

/** 各镇（街道）, 各单位. */
export const below = /(?:各|所有)(?!类|项|种|级|阶段|方面|环节|自)\p{Script=Han}{1,12}/u;

/** The duties to report that a plan lays down with a day. */
export function reportDutiesOf(plan: Plan): readonly ReportDuty[] {
  const found: ReportDuty[] = [];
  for (const dated of plan.dates) {
    const duty = readDuty(dated);
    if (duty) found.push(duty);
  }
  return found;
}

function readDuty({ line, expression, span, range }: Dated): ReportDuty | undefined {
  if (!span?.end || !(expression.deadline || span.precision === 'day') || !line.text.includes('报')) return undefined;
  const from = expression.range.end;
  // 9月20日前完成自查，9月25日前报送总结: each day is for its own clause.
  const next = line.facts.dates.find(({ range: other }) => other.start >= from)?.range.start ?? from + reach;
  const clause = /^[^。；;]*/.exec(line.text.slice(from, Math.min(next, from + reach)))?.[0] ?? '';
  const verb = [...clause.matchAll(handedIn)].find(({ index }) => !/[汇通申情公]$/.test(clause.slice(0, index)));
  if (!verb || /^(?:告|名|表|道|刊|批|销)/.test(verb[1] ?? '')) return undefined;
  const before = [...clause.slice(0, verb.index).matchAll(objects)].at(-1)?.[0];
  const object = before ?? (verb[1] ?? '').match(objects)?.[0];
  if (object === undefined) return undefined;
  const recipient = before === undefined ? '' : (verb[1] ?? '').replace(/(?:备案|审核|审批|审定|审查|汇总).*$/, '');
  const end = from + verb.index + verb[0].length;
  const head = line.text.slice(0, expression.range.start);
  const by = below.exec(head.slice(head.search(/[^。；;]*$/)))?.[0];
  return { object, recipient, by, deadline: { value: span, range }, range: line.at(expression.range.start, end) };
}

/** 每月25日前报送进展: what is to be reported again and again. */
export interface RegularReport {
  /** 月, 周, 天. */
  readonly per: string;
  /** Minutes since the beginning of the month, week or day. */
  readonly until: number;
  readonly raw: string;
  readonly by: string | undefined;
  /** What is reported, and to whom, as far as the clause says: 市防汛办报送雨情水情. */
  readonly words: string;
  readonly range: Range;
}

const regular =
  /每(?:(月|季度?末?月?)的?(\d{1,2})[日号]|(周)([一二三四五六日天])|([日天]))(?:的?(上午|中午|下午|晚上?)?(\d{1,2})(?:[时点](半|(\d{1,2})分?)?|[：:](\d{2})))?(?:之|以)?前([^。；;\d每]{0,40})/g;
/** Of every report that is wanted regularly. */
export const regularSign = sign({ words: ['每月', '每季', '每周', '每日', '每天'] });
const minutesADay = 1_440;

/** The reports that a line wants regularly, each with the last minute of its period. */
export const regularReportsOn = lineMemo((facts: LineFacts): readonly RegularReport[] => {
  const { text } = facts;
  if (!text.includes('每') || !text.includes('报')) return none;
  return matchesOf(text, regular).flatMap((match): readonly RegularReport[] => {
    const [raw, month, day, week, weekday, , half, hour, halfHour, minutes, colon, words = ''] = match;
    if (!/报(?!名|告|警|纸|销)/.test(words)) return [];
    const noon = half === '下午' || half?.startsWith('晚') ? 12 : 0;
    const hours = hour === undefined ? 24 : Number(hour) < 12 ? Number(hour) + noon : Number(hour);
    const minute = halfHour === '半' ? 30 : Number(minutes ?? colon ?? 0);
    const days =
      month !== undefined
        ? Number(day)
        : week !== undefined
          ? '一二三四五六日'.indexOf(weekday === '天' ? '日' : (weekday ?? '')) + 1
          : 1;
    const head = text.slice(0, match.index);
    const length = raw.length - words.length;
    return [
      {
        per: month ?? week ?? '天',
        until: days * minutesADay + hours * 60 + minute,
        raw: raw.slice(0, length),
        by: below.exec(head.slice(head.search(/[^。；;]*$/)))?.[0],
        words,
        range: { start: match.index, end: match.index + length },
      },
    ];
  });
});

const none: readonly RegularReport[] = [];
