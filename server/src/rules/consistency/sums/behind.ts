import { partStart } from '../../../plan/line/sentences.ts';
import {
  amount,
  FEW,
  faultOf,
  inexact,
  isInexact,
  MANY,
  number,
  overlapping,
  type SumFault,
  unit,
  value,
} from './amounts.ts';

/** 46件…和31件…（共77件）, 1支120人、12支360人，共13支480人: the parts stand in front of their sum. */
const sumBehind = new RegExp(
  `[（(，,](?:共|共计|合计|总计)(${number})(${unit})(?:(${number})(${unit}))?(?=[）)，。；、]|$)`,
  'gu',
);

const formula = /\d+(?:\.\d+)?[^\d，。；、=]{0,6}(?:[×xX*✕][^\d，。；、=]{0,4}\d+(?:\.\d+)?[^\d，。；、=]{0,6}){1,4}=/g;

export function sumsBehind(text: string): readonly SumFault[] {
  return [...text.matchAll(sumBehind)].flatMap((match): readonly SumFault[] => {
    const { 0: words, index } = match;
    const from = Math.max(...['。', '；', '：'].map((mark) => text.lastIndexOf(mark, index))) + 1;
    // 食宿费35×5×180=31500元: what stands behind the sign is the part.
    const parts = text
      .slice(from, index)
      // 其中理论12学时、实操10学时，共计22学时 in a sentence of its own: the sum is that of what it lists.
      .replace(/^[，：:\s]{0,2}其中[，：:、]?/, '')
      .replace(formula, (words) => '元'.repeat(words.length));
    if (isInexact(parts) || overlapping.test(parts) || /其中|每|各[^项类]/.test(parts)) return [];
    const sums = [
      { written: match[1] ?? '', own: match[2] ?? '' },
      ...(match[3] === undefined ? [] : [{ written: match[3], own: match[4] ?? '' }]),
    ];
    // 划分普查区214个，选聘指导员112名、普查员536名，合计648名: the sum is that of its own clause.
    const clause = parts.slice(parts.lastIndexOf('，') + 1);
    const all = [
      ...((clause.match(/、/g) ?? []).length > 0 && hasOnly(clause, match[2]) ? clause : parts).matchAll(amount),
    ];
    const amountsOf = (own: string) => all.filter((found) => found[2] === own).map((found) => value(found[1]));
    const lists = sums.map(({ own }) => amountsOf(own));
    const numbers = hasOnly(clause, match[2]) ? all.length : (parts.match(/\d+(?:\.\d+)?/g) ?? []).length;
    // Every number is one of the parts.
    if (lists.some((list) => list.length < FEW) || lists.flat().length !== numbers) return [];
    return sums.flatMap(({ written, own }, at) =>
      faultOf(lists[at] ?? [], written, own, index + words.indexOf(written + own)),
    );
  });
}

const thing = '座|站|个|户|辆|家|所|处|栋|幢|间|台|套|艘|条|项|口|起|支|名|人';
/** 充装站4座、供应站23个、配送车辆75辆，共102个整治对象: things of several units under one noun. */
const thingsBehind = new RegExp(
  `(?<=^|[，。；：:）)])([^，。；：:（()）\\d]{0,24}\\d{1,6}(?:${thing})(?:、[^，。；：:、（()）\\d]{1,16}\\d{1,6}(?:${thing})){2,12})(?:等)?[（(，,](?:共|共计|合计|总计)(\\d{1,6})([个家户处项类])[^，。；、（()）\\d]{0,6}(?:对象|单位|场所|点位|主体|项目|部位|企业|目标)(?=[）)，。；]|$)`,
  'gu',
);

export function sumsOfThings(text: string): readonly SumFault[] {
  return [...text.matchAll(thingsBehind)].flatMap((match): readonly SumFault[] => {
    const { 0: words, 1: list = '', 2: written = '', 3: own = '', index } = match;
    const parts = [...list.matchAll(/\d+/g)].map(([count]) => Number(count));
    // Persons are no places, 新增12户 is not yet there, and what is checked or sent is not what is counted.
    if (isInexact(list) || /[人名](?:、|$)|其中|每|各[^项类]|新增|人员|问题|隐患/.test(list)) return [];
    if (list.split('、').length !== parts.length) return [];
    const sum = parts.reduce((all, one) => all + one, 0);
    // Without one of them it comes out: that one was not counted as such.
    if (parts.includes(sum - Number(written))) return [];
    return faultOf(parts, written, own, index + words.lastIndexOf(written + own));
  });
}

/** Whether all numbers of a clause, two or more, are amounts of that unit. */
function hasOnly(clause: string, own: string | undefined): boolean {
  const amounts = [...clause.matchAll(amount)];
  const numbers = (clause.match(/\d+(?:\.\d+)?/g) ?? []).length;
  return amounts.length >= FEW && amounts.length === numbers && amounts.every((one) => one[2] === own);
}

/** 小区12个，涉及住宅楼86栋。其中，新华街道5个、南门街道4个、东关街道2个: the parts have a sentence of their own. */
const ofSentence = /(?<=[。；])其中[，：:、]?([^。；]{6,160})/g;

export function partsOfSentence(text: string): readonly SumFault[] {
  return [...text.matchAll(ofSentence)].flatMap(({ 1: list = '', index }): readonly SumFault[] => {
    const own = amountIn(list)?.[2];
    const amounts = [...list.matchAll(amount)];
    if (own === undefined || amounts.length < MANY || !hasOnly(list, own)) return [];
    const before = text.slice(0, index - 1);
    const from = partStart(before, before.length);
    const sentence = before.slice(from);
    const [whole, more] = [...sentence.matchAll(amount)].filter(([, , one]) => one === own);
    if (!whole || more || isInexact(sentence + list) || overlapping.test(list) || /每|各[^项类]/.test(list)) return [];
    return faultOf(
      amounts.map((one) => value(one[1])),
      whole[1] ?? '',
      own,
      from + whole.index,
    );
  });
}

const amountIn = (text: string) => [...text.matchAll(amount)][0];

/** 项目预算186万元，分两年列支，2025年90万元、2026年86万元: a part for each year. */
const ofYears = new RegExp(
  `(?<=[，：:（(])(20\\d\\d年[^，。；、\\d]{0,6}${number}(${unit})(?:[、，]20\\d\\d年[^，。；、\\d]{0,6}${number}\\2){1,5})(?=[。；）)]|$)`,
  'gu',
);

export function partsOfYears(text: string): readonly SumFault[] {
  return [...text.matchAll(ofYears)].flatMap(({ 1: list = '', 2: own = '', index }): readonly SumFault[] => {
    const from = partStart(text, index);
    const head = text.slice(from, index);
    const [whole, more] = [...head.matchAll(amount)].filter(([, , one]) => one === own);
    if (!whole || more || isInexact(head + list) || /每|已|比|较|完成/.test(head)) return [];
    const amounts = [...list.replace(/20\d\d年/g, '').matchAll(amount)].map((one) => value(one[1]));
    return faultOf(amounts, whole[1] ?? '', own, from + whole.index);
  });
}

const work =
  '改造|建设|新建|培训|投入|安排|投资|实施|整治|治理|植树|栽植|种植|评选|表彰|招聘|招录|采购|购置|发放|修复|维修|更新|新增|建成|完成|开展|培育|创建|打造|引进|消化|化解|清理|拆除|铺设|安装';
const oneYear = `20\\d\\d年(?:计划|拟)?(?:${work})?[^，。；、\\d]{0,8}${number}(${unit})`;
/** 2026年改造42公里，2027年改造38公里，2028年改造30公里，累计改造110公里: their sum behind the parts of the years. */
const yearsAndSum = new RegExp(
  `(?<=^|[。；，：:（(])(${oneYear}(?:[、，,；]20\\d\\d年[^，。；、\\d]{0,14}${number}\\2){1,5})[、，,；](?<sum>(?:[两三四五六]年)?(?:共|共计|合计|总计|累计))(?:计划)?(?<verb>${work})?[^，。；、\\d]{0,6}?(?<written>${number})\\2(?=[，。；、）)]|$)`,
  'gu',
);

export function sumsOfYears(text: string): readonly SumFault[] {
  return [...text.matchAll(yearsAndSum)].flatMap((match): readonly SumFault[] => {
    const { 0: words, 1: list = '', 2: own = '', index } = match;
    const { sum = '', verb, written = '' } = match.groups ?? {};
    const years = [...list.matchAll(/(20\d\d)年/g)].map(([, year]) => Number(year));
    const inTurn = years.every((year, at) => at === 0 || year === (years[at - 1] ?? 0) + 1);
    if (!inTurn || isInexact(words) || /已|其中|率|截[至止]|目前|达到|余/.test(words)) return [];
    // 2024年新增5个，2025年新增6个，累计建成12个: there may have been some before. The same work done is its sum.
    const isWhole = !sum.endsWith('累计') || (years.length >= MANY && (verb === undefined || list.includes(verb)));
    if (!isWhole) return [];
    const amounts = [...list.replace(/20\d\d年/g, '').matchAll(amount)].filter((one) => one[2] === own);
    if (amounts.length !== years.length) return [];
    return faultOf(
      amounts.map((one) => value(one[1])),
      written,
      own,
      index + words.length - written.length - own.length,
    );
  });
}

/** 学生会主席1名，副主席2名，秘书长1名: one post beside others, and no sum of them. */
const onePost = /(?:书记|主席|主任|委员|干事|理事|秘书|会计|[长员师])\d{1,3}[名人]$/;

/** 反馈的12项问题，立行立改4项，年底前完成6项，明年完成2项: every clause ends with one of the parts. */
export function partsBehind(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const [head = '', ...clauses] = sentence.replace(/[。；]$/, '').split('，');
    const first = clauses.length >= 3 ? [...head.matchAll(amount)] : [];
    const [whole] = first;
    if (
      whole &&
      first.length === 1 &&
      !onePost.test(head) &&
      !/，其中/.test(sentence) &&
      !inexact.test(sentence) &&
      !overlapping.test(sentence)
    ) {
      const own = whole[2] ?? '';
      const amounts = clauses.map((clause) => new RegExp(`(${number})${own}$`, 'u').exec(clause)?.[1]);
      if (amounts.every((one) => one !== undefined))
        found.push(...faultOf(amounts.map(value), whole[1] ?? '', own, from + whole.index));
    }
    from += sentence.length;
  }
  return found;
}
