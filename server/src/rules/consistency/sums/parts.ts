import { FEW, isInexact, MANY, number, overlapping, round, type SumFault, sumOf, unit, value } from './amounts.ts';
import { isClosed, isOfAnother, wholeWithAside } from './clause-between.ts';

/** 共有教师120人，其中男45人、女74人；共56个（学校12个、医院44个） */
const total = new RegExp(
  `(?:共|总计|合计|总数为|总共|共计|共有|现有|总(?:投入|投资|经费|预算|费用|面积|人数|课时|学时|里程|工作量|任务)|全[县市区镇乡校街]有)[^，。；、（(\\d]{0,14}(${number})(${unit})[^，。；、（(\\d]{0,12}(?:[，,：:]?其中[：:，,]?|[（(：:](?:其中[：:，,]?)?)([^。；]{4,200})`,
  'gu',
);
const looseTotal = /^总(?:投入|投资|经费|预算|费用|面积|人数|课时|学时|里程|工作量|任务)[^。]*?其中/;
/** 由7人组成，设主任1名、副主任1名、委员4名 */
const composed = new RegExp(
  `(?<![\\d.])(${number})([人名])(?:组成|构成)[，,；]?(?:其中|设|包括|即)[：:，,]?([^。；]{4,120})`,
  'gu',
);
const part = new RegExp(
  `(?:^|[、，,；和及])[^、，,；。（()）\\d]{1,16}?(${number})(${unit})(?=[、，,；。）)]|和|及|$)`,
  'gu',
);
/** 评选先进个人20名，其中教师12名、职工7名: without 共 the parts have to be three or more. */
const wholeWithParts = new RegExp(
  `(?<![\\d.])(${number})(${unit})(?:[^，。；、（(\\d]{0,16}[，,；]|[（(])\\s*其中[：:，,]?([^。；]{4,200})`,
  'gu',
);

/** 教师10名、学生20名，其中… may mean both of them; 5个支部、20名党员，其中… counts one of them alone. */
function isOneOfSeveral(before: string, own: string): boolean {
  if (!before.endsWith('、')) return false;
  return isSameUnit(new RegExp(`\\d(${unit})[^，。；、\\d]{0,16}、$`, 'u').exec(before.slice(-30))?.[1] ?? own, own);
}

/** 1月31辆、2月23辆: when each of them was, in place of a name. */
const period = new RegExp(`(?:20\\d\\d年|(?<!\\d)\\d{1,2}月份?)(?=${number}${unit}(?:[、，,；。）)和及]|$))`, 'gu');
const PERIOD = '某月';
/** 一班（6—8岁）14人: a note between a name and its number is none of the amounts. */
const note = new RegExp(
  `(?<=\\p{Script=Han})[（(][^（()）。；]{1,16}[）)](?=${number}${unit}(?:[、，,；。）)和及]|$))`,
  'gu',
);

/** 共150人，其中男78名、女72名. */
const isSameUnit = (one: string | undefined, own: string) =>
  one === own || (/^[人名]$/.test(one ?? '') && /^[人名]$/.test(own));

/** 男60人、女35人，未登记5人: what is over is a part as well, though a comma stands in front of it. */
const others = /^[，,](?:未(?:登记|填写|注明|统计|分类|报)|其他|其它|其余|剩余)[^，。；、\d]{0,10}\d/;

/** 其中甲9件、乙8件、丙7件，化解率…: behind three parts that 、 holds together, a comma ends the list. */
function withoutRest(list: string, own: string): string {
  const comma = list.search(/[，,]/);
  if (comma < 0 || others.test(list.slice(comma))) return list;
  const head = list.slice(0, comma);
  const parts = head.split('、').filter((one) => new RegExp(`\\d${own}$`, 'u').test(one));
  return parts.length >= MANY || (parts.length === FEW && (areSiblings(parts) || areExclusive(parts, kinds)))
    ? head
    : list;
}

const prize = /^(?:特|一|二|三|四|优秀|鼓励|最佳)[^，、]{0,3}奖/;
/** What prizes are given for, or to. */
const ofWork = /^[篇幅件份名人个项]$/;

/** What a whole falls into, once and for all: one is of one of them only. */
const kinds = [
  prize,
  /^(?:专科|大专|本科|硕士|博士|研究生|中专|高中|初中)/,
  /^(?:幼儿园|小学|初中|高中|中学|完中|[一二三四五六七八九十]+年一贯制|特殊教育|特教|职业|职校|中职|高校)/,
  /^(?:男|女)/,
  /^(?:[市县区镇乡村校院系班处科]级|省级|国家级)/,
];

/** A member of the party is one of these; and at work or not; and a teacher or a student. One of them may be 在职 and 教师. */
const ofParty = [
  /^(?:正式党员|预备党员|(?:入党)?积极分子|(?:党员)?发展对象)/,
  /^(?:在职|在岗|退休|离退休|离休|学生)党员/,
  /^(?:教师|教职工|学生|退休|离退休|离休)党员/,
];

/** 男生32人、女生30人: there is no third part. */
function isBothSexes(parts: readonly RegExpExecArray[]): boolean {
  const has = (sex: string) => parts.some(([words]) => words.replace(/^[、，,；和及]/, '').startsWith(sex));
  return parts.length === FEW && has('男') && has('女');
}

/** 合格22间、不合格15间: what is not the one is the other. */
const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^(?:已)?出租|^(?:已)?出借|^在用|^自用/, /^闲置|^空置/],
  [/^合格|^达标/, /^不合格|^未达标|^不达标/],
  [/^城镇|^城市|^城区/, /^农村|^乡村/],
  [/^公办/, /^民办/],
];
/** What is one cannot be the other, but may be neither: 在职180名、退休20名, and ten who are 劳务派遣. */
const apart: readonly (readonly [RegExp, RegExp])[] = [
  ...opposites,
  [/^(?:已|完成)/, /^(?:未|尚未|待)/],
  [/^在职|^在岗/, /^退休|^离退休/],
  [/^新建/, /^改建|^改扩建|^改造|^维修|^续建/],
];

function areBoth(names: readonly string[], pairs: typeof opposites): boolean {
  const [one = '', other = ''] = names;
  return (
    names.length === FEW && pairs.some(([a, b]) => (a.test(one) && b.test(other)) || (b.test(one) && a.test(other)))
  );
}

/** 已完成22个、未完成15个: the same is done or not; 已完工22个、未开工15个 leaves those that are on the way. */
function isDoneOrNot(names: readonly string[]): boolean {
  const bare = names.map((name) => name.replace(/\d.*$/, ''));
  const done = bare.find((name) => /^已|^完成/.test(name))?.replace(/^已经?/, '');
  const isLeft = (name: string) => /^(?:尚未|未|待)/.test(name) && name.replace(/^(?:尚未|未|待)/, '') === done;
  return names.length === FEW && done !== undefined && bare.some(isLeft);
}

/** 一等奖5个、二等奖10个: parts of one such kind cannot overlap. */
function areExclusive(parts: readonly string[], kinds: readonly RegExp[]): boolean {
  return kinds.some((kind) => parts.every((name) => kind.test(name)));
}

/** What each of the parts is, so that one is never of two of them: 清波社区180个、清泽社区140个. */
const sibling = /(?:社区|街道|小区|片区|校区|院区|库区|标段|年级|分局|车间|[镇乡村县类])$/;

function areSiblings(parts: readonly string[]): boolean {
  const [first, ...others] = parts.map((part) => sibling.exec(part.replace(/\d.*$/, ''))?.[0]);
  return first !== undefined && others.length > 0 && others.every((kind) => kind === first);
}

/** A sum of money has no part in two places either. */
const money = /元$/;

/** 1.2亿元，其中甲4500万元、乙3200万元: how many of the smaller unit make one of the larger. */
function scaleOf(own: string, parts: readonly RegExpExecArray[]): number {
  const smaller = own === '亿元' ? '万元' : own === '万元' ? '元' : undefined;
  return smaller !== undefined && parts.length >= MANY && parts.every((one) => one[2] === smaller) ? 10_000 : 1;
}

/** 总投资1.2亿元 may be 11700万元, 2亿元 of what was reached 19834万元; what is aimed at in hundreds is not rounded. */
function isRounded(written: string, words: string, front: string, amounts: readonly number[]): boolean {
  const decimals = /\.(\d+)/.exec(written)?.[1]?.length ?? 0;
  if (Math.abs(sumOf(amounts) - value(written)) > 0.5 / 10 ** decimals + 1e-9) return false;
  return (
    (decimals > 0 && /总(?:投资|投入|概算)|概算|估算/.test(front)) ||
    !amounts.every((one) => Number.isInteger(Math.round(one * 1e6) / 1e4)) ||
    /[已曾]|完成了|实现了|达到了|累计|去年|上年/.test(words)
  );
}

/** How large a part of the whole a sum may be off, and be meant as one. */
const ROUGH = 10;
const CLOSE = 6;

/** Two parts or more of the same unit; a sum that is far off was not meant to be one, unless its parts exclude each other. */
function ofParts(match: RegExpExecArray, least = FEW, onlyAbove = false): SumFault | undefined {
  const [words, written = '', ownUnit = '', list = ''] = match;
  // A bracket that closes ends the list.
  const opened = /[（(](?:其中[：:，,]?)?$/.test(words.slice(0, words.length - list.length));
  const close = list.search(/[）)]/);
  const told = opened && close >= 0 ? list.slice(0, close) : withoutRest(list, ownUnit);
  const parts = told.replace(period, PERIOD).replace(note, '');
  if (isInexact(words.slice(0, words.length - list.length)) || isInexact(parts)) return;
  const all = [...parts.matchAll(part)];
  const nameOf = ([one]: readonly string[]) => (one ?? '').replace(/^[、，,；和及]/, '');
  // 评出征文6篇，其中一等奖1名、二等奖2名、三等奖3名: there are as many prizes as works.
  const front = match.input.slice(Math.max(0, match.index - 16), match.index + words.length - list.length);
  const prizes =
    /评出|评选|设|奖励|表彰/.test(front) && all.length >= MANY && all.every((one) => prize.test(nameOf(one)));
  const scale = scaleOf(ownUnit, all);
  const found = scale > 1 || (prizes && ofWork.test(ownUnit)) ? all : all.filter((one) => isSameUnit(one[2], ownUnit));
  const names = found.map(nameOf);
  const times = names.length > 0 && names.every((name) => name.startsWith(PERIOD));
  const isMore = sumOf(found.map((one) => value(one[1]))) > value(written);
  const exclusive = times || areExclusive(names, kinds) || (isMore && areSiblings(names));
  const party = areExclusive(names, ofParty);
  if (overlapping.test(parts) && !exclusive && !party) return;
  const amounts = found.map((one) => value(one[1]) / scale);
  if (scale > 1 && isRounded(written, words, front, amounts)) return;
  // Every number of the list has to be one of the parts.
  if (
    amounts.length <
      (isBothSexes(found) || areBoth(names, apart) || (exclusive && sumOf(amounts) > value(written)) ? FEW : least) ||
    amounts.length !== (parts.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).length
  )
    return;
  const sum = sumOf(amounts);
  const whole = value(written);
  const off = Math.abs(sum - whole);
  // 共96人（甲班48人、乙班36人、丙班22人）: a bracket right behind the total, with nothing else in it, tells all of it.
  const tellsAll = opened && close >= 0 && all.length >= MANY && !words.includes('其中');
  const most =
    exclusive || (money.test(ownUnit) && amounts.length >= MANY)
      ? whole / 2
      : Math.max(2, whole / (tellsAll ? CLOSE : ROUGH));
  // 党员128名，其中在职党员86名、退休党员30名: the others may be students, or who is away.
  const isStatus = names.some((name) => name.startsWith('正式')) && names.some((name) => name.startsWith('预备'));
  const leavesOthers =
    (party && !isStatus) || (areBoth(names, apart) && !areBoth(names, opposites) && !isDoneOrNot(names));
  // 全年12次，其中1月5次、12月4次: nor need the months between be told.
  if ((onlyAbove || leavesOthers || times) && sum < whole) return;
  if (off < 1e-6 || off > most || amounts.some((amount) => amount > whole)) return;
  const start = match.index + words.indexOf(written);
  // Whether the total or one of its parts is wrong, nobody can tell.
  const last = `${found.at(-1)?.[1] ?? ''}${found.at(-1)?.[2] ?? ''}`;
  const lastEnd = match.index + words.length - list.length + told.lastIndexOf(last) + last.length;
  const end = lastEnd + (opened && /[）)]/.test(match.input.charAt(lastEnd)) ? 1 : 0);
  return {
    kind: 'parts',
    range: { start, end },
    written: written + ownUnit,
    found: round(sum) + (scale > 1 ? ownUnit : ''),
  };
}

/** 共56个，其中学校12个、医院43个: totals in front of their parts. */
export function partsOfTotals(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  if (/共|计|现有|县有|市有|区有|镇有|乡有|校有|街有|总/.test(text)) {
    for (const match of text.matchAll(total)) {
      // 总投资500万元，其中建筑工程费280万元、设备购置费170万元: two parts need not be all.
      const fault = ofParts(match, looseTotal.test(match[0]) ? MANY : FEW);
      if (fault) found.push(fault);
    }
  }
  if (/[人名](?:组成|构成)/.test(text)) {
    for (const match of text.matchAll(composed)) {
      // 由4人组成，其中组长1名: the members are not counted out.
      const fault = ofParts(match, FEW, !/[委成队组]员/.test(match[3] ?? ''));
      if (fault && !found.some(({ range }) => range.start === fault.range.start)) found.push(fault);
    }
  }
  if (text.includes('其中')) {
    for (const match of text.matchAll(wholeWithParts)) {
      if (isOneOfSeveral(text.slice(0, match.index), match[2] ?? '')) continue;
      const fault = ofParts(match, MANY);
      if (fault && !found.some(({ range }) => range.start === fault.range.start)) found.push(fault);
    }
    if (asideSign.test(text)) {
      for (const match of text.matchAll(wholeWithAside)) {
        const [words, , own = '', list = ''] = match;
        if (isOfAnother(text.slice(0, match.index), words, list, own)) continue;
        const fault = ofParts(match, MANY, !isClosed(list));
        if (fault && !found.some(({ range }) => range.start === fault.range.start)) found.push(fault);
      }
    }
  }
  return found;
}

/** Without one of these no clause stands between a total and its parts that is understood. */
const asideSign = /[%％倍成点比较居]/;
