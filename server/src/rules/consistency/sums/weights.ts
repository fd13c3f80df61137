import { partEnd, partStart } from '../../../plan/line/sentences.ts';
import { MANY, type SumFault } from './amounts.ts';

/** 业绩占40%、评价占30%、评审占20%、投票占20%: the weights of a mark have to make the whole. */
const weight = /(\d{1,3})(?:%|％|分)(?=[、，,；;。）)和]|$)/g;

export function weightsOf(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const isMark = /百分制|满分(?:为)?100分|总分(?:为)?100分|权重|德[、占]/.test(sentence);
    const weights = isMark ? weightsIn(sentence) : [];
    const sum = weights.reduce((all, { value: one }) => all + one, 0);
    const [first] = weights;
    const last = weights.at(-1);
    if (first && last && weights.length >= MANY && sum !== WHOLE && sum > NEARLY && sum < OVER) {
      const range = { start: from + first.start, end: from + last.end };
      found.push({ kind: 'parts', range, written: '100%', found: `${sum}%` });
    }
    from += sentence.length;
  }
  return found;
}

const WHOLE = 100;
/** What is farther from the whole was not meant to make it. */
const NEARLY = 80;
const OVER = 125;

/** Weights of one sort, one in each clause: 理论40分、实操60分. */
function weightsIn(
  sentence: string,
): readonly { readonly value: number; readonly start: number; readonly end: number }[] {
  const behind = sentence.replace(/(?:百分制|满分(?:为)?100分|总分(?:为)?100分)/g, (words) =>
    '制'.repeat(words.length),
  );
  if (/以上|以下|不少于|不低于|达到|超过|每|扣|加\d|加分|附加|奖励|另设|合格/.test(behind)) return [];
  const all = [...behind.matchAll(weight)];
  if (all.length !== (behind.match(/\d+(?:\.\d+)?/g) ?? []).length) return [];
  return all.map(({ 0: words, 1: written = '', index }) => ({
    value: Number(written),
    start: index,
    end: index + words.length,
  }));
}

/** 网络投票占30%、专家评审占50%、现场考察占25%三部分构成; 实地考察60分、材料审核25分、问卷20分计算 */
const run =
  /(?:[^\d，,。；、：:（()）]{1,16}\d{1,3}(?<one>[%％分])[、，,和与加+＋]){1,9}[^\d，,。；、：:（()）]{1,16}\d{1,3}\k<one>(?<behind>[^，,。；、）)]{0,12})/gu;
/** What the shares are shares of: all of a mark. */
const ofMark =
  /(?:综合得分|综合成绩|总成绩|总得分|最终得分|最终成绩|最后得分|考核得分|考核成绩|考试成绩|评选得分|总评成绩|考核总分|评审得分|测评得分|得分|成绩|总分)(?:由|按照?|为|＝|=|的?构成|[：:])?[^，,。；：:\d]{0,12}$/;
const composes =
  /^(?:的?(?:比例|权重))?(?:[两二三四五六]部分)?(?:组成|构成|合成|计算|计|折算|折合|综合|加权|汇总|之和|评定|核算|计入|计分|确定|评分|$)/;
/** A mark of so many points in all. */
const fullMark = /(?:满分|总分值?)(?:均?为|是|共|计|[：:])?(\d{2,3})分|百分制/;
const noShares = /以上|以下|不少于|不低于|达到|超过|每|扣|加分|附加|奖励|另|合格|提高|下降|增长|其中|各/;

/** Shares or points, in a row, of one mark that they have to make whole. */
export function weightsOfMarks(text: string, told: readonly SumFault[]): readonly SumFault[] {
  return [...text.matchAll(run)].flatMap((match): readonly SumFault[] => {
    const { 0: words, index } = match;
    const { one = '', behind = '' } = match.groups ?? {};
    const from = partStart(text, index);
    const sentence = text.slice(from, partEnd(text, index));
    const list = words.slice(0, words.length - behind.length);
    const weights = [...list.matchAll(/(\d{1,3})[%％分]/g)];
    const whole = one === '分' ? Number(wholeOf(sentence)) : WHOLE;
    const lead = text.slice(from, index) + (/^[^\d]{1,16}/.exec(list)?.[0] ?? '');
    const isOf = one === '分' ? !Number.isNaN(whole) : ofMark.test(lead) && composes.test(behind);
    const rest = sentence.replace(fullMark, '').replace(list, '');
    // 理论（含法规）15分, 加分10分: there are more parts than stand in the row, or some of another kind.
    if (!isOf || noShares.test(list) || apartFrom.test(rest) || hasMore(rest, one)) return [];
    // Two of them are not sure to be all, unless the words say that the mark is made of them.
    if (weights.length < (one === '分' ? MANY : 2)) return [];
    const sum = weights.reduce((all, [, written]) => all + Number(written), 0);
    if (sum === whole || sum <= whole * 0.8 || sum >= whole * 1.25) return [];
    const first = index + (weights[0]?.index ?? 0);
    const range = { start: first, end: index + list.length };
    if (told.some((other) => other.range.start < range.end && range.start < other.range.end)) return [];
    const sign = one === '分' ? '分' : '%';
    return [{ kind: 'parts', range, written: `${whole}${sign}`, found: `${sum}${sign}` }];
  });
}

const wholeOf = (sentence: string): string | undefined => {
  const match = fullMark.exec(sentence);
  return match ? (match[1] ?? '100') : undefined;
};
const apartFrom = /每|扣|加分|附加|奖励|另|各|分别/;

/** 低于80分的通报 is a limit, and no part. */
function hasMore(rest: string, sign: string): boolean {
  const others = rest.matchAll(/(低于|不足|高于|满|达到?|不到|超过|前)?(\d{1,3})(?:\.\d+)?([%％分])(?:及?以[上下])?/g);
  return [...others].some(([words, limit, , one]) => one === sign && limit === undefined && !/以[上下]$/.test(words));
}
