import { compare } from '../../../dates/civil.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

const handedIn = /报|交|送|反馈/;
/** What can only be told when something is over. */
const account = /情况|总结|小结|报告|影像|照片|成绩|结果/;
/** What is told of something else, or of the time before. */
const earlier = /上[个一]?[月年周季]|去年|前期|本单位|此前/;
/** What is told while it goes on. */
const underWay = /方案|计划|进展|进度|阶段|前期|上半年|季度|月报|准备|初步|安排|报名|名单/;
/** What comes out of it. */
const outcome = /获奖|优秀|表彰|晋级|入围|录取|合格|实到|签到|照片|存档|归档|情况|总结|成绩|证书|推荐/;
/** What has to be known before something begins. */
const entries = /名单|报名表|回执|参赛作品|参赛选手|参会人员|参训人员/;
/** 12月20日前完成考核，11月底前将自评报告报考核办: told in front of what it is for. */
const inFront = /自评|自查|申报|述职|推荐|预审|调研|摸底/;
const held = /^(?:[前底]|以前|之前)?[^，。；]{0,24}?(?:举行|举办|召开|开展|组织|进行|完成)/;

const heldHere = { zh: '该项工作的时间“{raw}”', en: 'It takes place on “{raw}”' };

type Message = 'toldTooEarly' | 'namedTooLate' | 'answeredTooEarly';

/**
 * On one line: 5月20日前组织一次演练，演练情况于5月15日前上报, an account that is due before there is anything to tell;
 * 6月12日举行竞赛，名单于6月13日前报工会, entries that are due when it is over.
 */
export function handedInOutOfOrder(plan: Plan): readonly Finding<Message>[] {
  const found: Finding<Message>[] = [];
  for (const [line, all] of datedByLine(plan.dates)) {
    if (all.length < 2 || line.place === 'quote' || !handedIn.test(line.text)) continue;
    const dates = all.filter(({ expression, span }) => expression.kind === 'span' && span?.end);
    found.push(...answeredTooEarly(line.text, dates));
    dates.slice(1).forEach((due, at) => {
      const before = dates[at];
      const message = before && wrong(line.text, before, due);
      if (!before || !message) return;
      const event = before.expression.raw;
      found.push({
        message,
        params: { raw: due.expression.raw, event },
        range: due.range,
        related: [{ message: heldHere, params: { raw: event }, range: before.range }],
      });
    });
  }
  return found;
}

/** 检查组11月18日前汇总问题，书面反馈: what is to be put right is told to others. */
const told = /^(?:[前底]|以前|之前)?[^。]{0,40}?(?:反馈|交办|移交|下达|通报)/;
/** 各组对照反馈意见制定措施，于: in front of the day by which it is put right. */
const answering =
  /(?:对照|根据|按照|针对|收到|依据|结合)[^。；，]{0,10}(?:反馈|交办|移交|通报|整改通知|清单)[^。]{0,24}$/;
const putRight = /^[^，。；]{0,8}?(?:完成|落实|报送|上报)[^，。；]{0,6}整改|^[^，。；]{0,6}整改(?:到位|完毕|完成)/;

/** 反馈第二批问题，各镇根据第一批通报问题: of another time. */
const otherRound = /第[一二三四五六七八九十\d]{1,2}[批轮次]|上一?[轮批次]|前一?[期轮批次]|此前|首[批轮次]/;

/** 11月18日前…书面反馈；各组对照反馈意见…，于11月14日前完成整改: put right before anybody knows of it. */
function answeredTooEarly(text: string, dates: readonly Dated[]): readonly Finding<Message>[] {
  if (!text.includes('整改')) return [];
  return dates.slice(1).flatMap((due, at): readonly Finding<Message>[] => {
    const before = dates[at];
    const [own, other] = [due.span, before?.span];
    if (!before || !own?.end || !other || due.expression.deadline !== true || own.yearKnown !== other.yearKnown)
      return [];
    const between = text.slice(before.expression.range.end, due.expression.range.start);
    if (!told.test(between) || !answering.test(between) || !putRight.test(text.slice(due.expression.range.end)))
      return [];
    if (otherRound.test(between)) return [];
    const first = before.expression.deadline
      ? (other.bounds?.endLo ?? other.end)
      : (other.bounds?.startLo ?? other.start);
    if (!first || compare(own.bounds?.endHi ?? own.end, first) >= 0) return [];
    const { raw } = before.expression;
    return [
      {
        message: 'answeredTooEarly',
        params: { raw: due.expression.raw, event: raw },
        range: due.range,
        related: [{ message: toldHere, params: { raw }, range: before.range }],
      },
    ];
  });
}
const toldHere = { zh: '反馈的时间“{raw}”', en: 'Told on “{raw}”' };

function wrong(text: string, before: Dated, due: Dated): Message | undefined {
  const [own, other] = [due.span, before.span];
  const isDue = due.expression.deadline === true;
  if (!own?.end || !other?.end || !isDue || own.yearKnown !== other.yearKnown) return undefined;
  const { start, end } = due.expression.range;
  const tail = /^[^，。；]*/.exec(text.slice(end, end + 24))?.[0] ?? '';
  const clause =
    (/[^，。；]*$/.exec(text.slice(Math.max(before.expression.range.end, start - 24), start))?.[0] ?? '') + tail;
  if (!handedIn.test(tail) || !held.test(text.slice(before.expression.range.end, start))) return undefined;
  const isLimit = before.expression.deadline === true;
  if (entries.test(clause)) {
    if (outcome.test(clause)) return undefined;
    const first = isLimit ? undefined : other.start;
    return first && other.precision === 'day' && compare(own.end, other.end) > 0 ? 'namedTooLate' : undefined;
  }
  if (!account.test(clause) || underWay.test(clause) || earlier.test(clause)) return undefined;
  const work = inFront.exec(clause)?.[0];
  if (work && !text.slice(before.expression.range.end, start - clause.length + tail.length).includes(work))
    return undefined;
  const first = isLimit ? (other.bounds?.endLo ?? other.end) : (other.bounds?.startLo ?? other.start);
  return first && compare(own.bounds?.endHi ?? own.end, first) < 0 ? 'toldTooEarly' : undefined;
}
