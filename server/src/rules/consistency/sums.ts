import type { Range } from '../../text/range.ts';

/** A total whose parts do not add up, or a share that its own numbers contradict. */
export interface SumFault {
  readonly kind: 'parts' | 'share' | 'over';
  /** The number that is contradicted. */
  readonly range: Range;
  readonly written: string;
  /** What the other numbers give. */
  readonly found: string;
}

const unit =
  '(?:万?度|万?千瓦时|万吨|万[人户亩株册]|公斤|公顷|立方米|课时|学时|株|棵|册|块|个|人|名|项|条|件|户|家|所|辆|处|起|次|场|篇|份|台|套|亩|公里|万元|亿元|元|吨|只|支|张|平方米|人次)';
const number = '\\d{1,9}(?:,\\d{3})*(?:\\.\\d{1,4})?';
/** 共有教师120人，其中男45人、女74人；共56个（学校12个、医院44个） */
const total = new RegExp(
  `(?:共|总计|合计|总数为|总共|共计|共有|现有|全[县市区镇乡校街]有)[^，。；、（(\\d]{0,14}(${number})(${unit})[^，。；、（(\\d]{0,12}(?:[，,：:]?其中[：:，,]?|[（(：:](?:其中[：:，,]?)?)([^。；]{4,200})`,
  'gu',
);
const part = new RegExp(
  `(?:^|[、，,；和及])[^、，,；。（()）\\d]{1,16}?(${number})(${unit})(?=[、，,；。）)]|和|及|$)`,
  'gu',
);
/** 评选先进个人20名，其中教师12名、职工7名: without 共 the parts have to be three or more. */
const wholeWithParts = new RegExp(
  `(?<![\\d.、])(${number})(${unit})(?:[^，。；、（(\\d]{0,16}[，,；]|[（(])\\s*其中[：:，,]?([^。；]{4,200})`,
  'gu',
);
/** 共53个，已完成48个，完成率90.6% */
const share = new RegExp(
  `(${number})(${unit})[^。；\\d%]{0,12}?[，,、（(][^。；\\d%，,]{0,10}?(${number})\\2[^。；\\d%，,]{0,8}[，,][^。；\\d%，,]{0,6}?(?:完成率|整改率|办结率|销号率|到位率|化解率|占比|占|参与率|参学率|合格率|覆盖率|达标率|出席率|签约率)(?:总数的|全部的|为|达到|达|的)?(${number})[%％]`,
  'gu',
);
/** Shares that cannot be above the whole. */
const whole =
  /(?:合格率|覆盖率|覆盖面|参与率|参学率|满意率|满意度|知晓率|出席率|整改率|办结率|入户率|及格率|到课率|普及率|入学率|签约率|到位率|销号率|化解率|占比)[^。；，、\d]{0,6}(\d{3,4}(?:\.\d{1,3})?)[%％]/gu;
/** Numbers that are no exact count, or categories that overlap. */
const inexact = /约|余|多[个人名项]|左右|以上|近\d|超过?\d|不少于|不低于|至少|主要|重点|分别|等\d?/;
/** The 等 of 二等奖 leaves nothing out. */
const isInexact = (text: string) => inexact.test(text.replace(/[特一二三四]等/g, ''));
const overlapping = /党员|团员|少数民族|本科|硕士|高级|中级|骨干|贫困|留守|残疾/;

/** Finds sums and shares on a line that contradict themselves. Linear in the length of the text. */
export function findSumFaults(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  if (/共|计|现有|县有|市有|区有|镇有|乡有|校有|街有|总数/.test(text)) {
    for (const match of text.matchAll(total)) {
      const fault = ofParts(match);
      if (fault) found.push(fault);
    }
  }
  if (text.includes('其中')) {
    for (const match of text.matchAll(wholeWithParts)) {
      const fault = ofParts(match, MANY);
      if (fault && !found.some(({ range }) => range.start === fault.range.start)) found.push(fault);
    }
  }
  if (/[（(，,][共合总]/.test(text)) found.push(...sumsBehind(text));
  if (/百分制|满分|权重|总分/.test(text)) found.push(...weightsOf(text));
  if (/\d[个人名项条件户家所辆处起次]，(?:.{1,30}?\d[个人名项条件户家所辆处起次]){2}/.test(text))
    found.push(...partsBehind(text));
  if (text.includes('已') && /正在|未|尚|剩余|其余|仍有/.test(text)) found.push(...doneAndLeft(text));
  if (/[%％]/.test(text)) {
    if (/[增减提降升扩压]/.test(text)) found.push(...growthsOf(text));
    for (const match of text.matchAll(share)) {
      const fault = ofShare(match, text);
      if (fault) found.push(fault);
    }
    for (const { 0: words, 1: written = '', index } of text.matchAll(whole)) {
      const end = index + words.length - 1;
      if (Number(written) > 100)
        found.push({ kind: 'over', range: { start: end - written.length, end: end + 1 }, written, found: '100' });
    }
  }
  return found;
}

/** So many parts have to be listed where the sum is not called one. */
const MANY = 3;
const FEW = 2;

/** 46件…和31件…（共77件）, 1支120人、12支360人，共13支480人: the parts stand in front of their sum. */
const sumBehind = new RegExp(
  `[（(，,](?:共|共计|合计|总计)(${number})(${unit})(?:(${number})(${unit}))?(?=[）)，。；、]|$)`,
  'gu',
);
const amount = new RegExp(`(${number})(${unit})`, 'gu');

function sumsBehind(text: string): readonly SumFault[] {
  return [...text.matchAll(sumBehind)].flatMap((match): readonly SumFault[] => {
    const { 0: words, index } = match;
    const from = Math.max(...['。', '；', '：'].map((mark) => text.lastIndexOf(mark, index))) + 1;
    const parts = text.slice(from, index);
    if (isInexact(parts) || overlapping.test(parts) || /其中|每|各[^项类]/.test(parts)) return [];
    const sums = [
      { written: match[1] ?? '', own: match[2] ?? '' },
      ...(match[3] === undefined ? [] : [{ written: match[3], own: match[4] ?? '' }]),
    ];
    const all = [...parts.matchAll(amount)];
    const amountsOf = (own: string) => all.filter((found) => found[2] === own).map((found) => value(found[1]));
    const lists = sums.map(({ own }) => amountsOf(own));
    const numbers = (parts.match(/\d+(?:\.\d+)?/g) ?? []).length;
    // Every number is one of the parts.
    if (lists.some((list) => list.length < FEW) || lists.flat().length !== numbers) return [];
    return sums.flatMap(({ written, own }, at) =>
      faultOf(lists[at] ?? [], written, own, index + words.indexOf(written + own)),
    );
  });
}

/** 业绩占40%、评价占30%、评审占20%、投票占20%: the weights of a mark have to make the whole. */
const weight = /(\d{1,3})(?:%|％|分)(?=[、，,；;。）)和]|$)/g;

function weightsOf(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const weights = /百分制|满分(?:为)?100分|总分(?:为)?100分|权重/.test(sentence) ? weightsIn(sentence) : [];
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
  if (/以上|以下|不少于|不低于|达到|超过|每|扣|加\d|合格/.test(behind)) return [];
  const all = [...behind.matchAll(weight)];
  if (all.length !== (behind.match(/\d+(?:\.\d+)?/g) ?? []).length) return [];
  return all.map(({ 0: words, 1: written = '', index }) => ({
    value: Number(written),
    start: index,
    end: index + words.length,
  }));
}

/** 反馈的12项问题，立行立改4项，年底前完成6项，明年完成2项: every clause ends with one of the parts. */
function partsBehind(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const [head = '', ...clauses] = sentence.replace(/[。；]$/, '').split('，');
    const first = clauses.length >= 3 ? [...head.matchAll(amount)] : [];
    const [whole] = first;
    if (
      whole &&
      first.length === 1 &&
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

/** 已整改到位57个, 57个已完成整改. */
const doneClause = new RegExp(
  `^(?:目前|现|其中)?已[^\\d，]{0,12}(${number})(${unit})$|^(${number})(${unit})已[^\\d，]{1,10}$`,
  'u',
);
/** 正在整改9个, 尚未完成3个, 基本完成2个, 长期坚持4个. */
const leftClause = new RegExp(
  `^(?:正在|尚|未|仍有|还有|剩余|其余|基本完成|持续|长期|需|待|取得阶段性)[^\\d，]{0,14}(${number})(${unit})$|^(?:尚有|剩余|其余|仍有|还有)?(${number})(${unit})(?:正在|尚未|未|仍在|需|待)[^\\d，]{1,10}$`,
  'u',
);
/** What is being done is not all that is left; what has not been done is. */
const surelyLeft = /未|尚|剩余|其余|仍/;

/** 审计查出的68个问题，已整改到位57个，正在整改9个: what is done and what is left make the whole. */
function doneAndLeft(text: string): readonly SumFault[] {
  const found: SumFault[] = [];
  let from = 0;
  for (const sentence of text.split(/(?<=[。；])/)) {
    const clauses = sentence.replace(/[。；]$/, '').split(/[，、]/);
    const at = clauses.findIndex((clause) => doneClause.test(clause));
    const head = clauses[at - 1] ?? '';
    const [whole, more] = [...head.matchAll(amount)].reverse();
    if (at > 0 && whole && !more && !/已|正在|未|其中/.test(head) && !inexact.test(sentence)) {
      const [, written = '', own = ''] = whole;
      const parts = partsFrom(clauses, at, own);
      const start = from + clauses.slice(0, at - 1).reduce((all, clause) => all + clause.length + 1, 0) + whole.index;
      const [fault] = parts ? faultOf(parts.amounts, written, own, start) : [];
      // What 其中 counts may be a part of its own after all.
      const holds = parts && faultOf([...parts.amounts, ...parts.within], written, own, start).length > 0;
      const isTold = found.some(({ range }) => range.start === start);
      if (fault && holds && !isTold && (parts.left || Number(fault.found) > value(written))) found.push(fault);
    }
    from += sentence.length;
  }
  return found;
}

interface DoneParts {
  readonly amounts: readonly number[];
  readonly within: readonly number[];
  /** Whether all that is left is told. */
  readonly left: boolean;
}

/** The amounts of the clauses from that one on, as long as they are parts. */
function partsFrom(clauses: readonly string[], from: number, own: string): DoneParts | undefined {
  const amounts: number[] = [];
  const within: number[] = [];
  let left = false;
  for (const clause of clauses.slice(from)) {
    const isWithin = clause.startsWith('其中');
    const match = isWithin ? withinClause.exec(clause) : (doneClause.exec(clause) ?? leftClause.exec(clause));
    if (!match) break;
    const [, first, firstUnit, second, secondUnit] = match;
    if ((firstUnit ?? secondUnit) !== own) return undefined;
    (isWithin ? within : amounts).push(value(first ?? second));
    left ||= !isWithin && surelyLeft.test(clause);
  }
  return amounts.length >= FEW ? { amounts, within, left } : undefined;
}

const withinClause = new RegExp(`(${number})(${unit})$`, 'u');

/** A sum that is far off was not meant to be one. */
function faultOf(amounts: readonly number[], written: string, own: string, start: number): readonly SumFault[] {
  const sum = amounts.reduce((all, one) => all + one, 0);
  const all = value(written);
  const off = Math.abs(sum - all);
  if (off < 1e-6 || off > Math.max(2, all * 0.1) || amounts.some((one) => one > all)) return [];
  const range = { start, end: start + written.length + own.length };
  return [{ kind: 'parts', range, written: written + own, found: round(sum) }];
}

const value = (written = '') => Number(written.replaceAll(',', ''));

/** 共150人，其中男78名、女72名. */
const isSameUnit = (one: string | undefined, own: string) =>
  one === own || (/^[人名]$/.test(one ?? '') && /^[人名]$/.test(own));

/** 其中甲9件、乙8件、丙7件，化解率…: behind three parts that 、 holds together, a comma ends the list. */
function withoutRest(list: string, own: string): string {
  const comma = list.search(/[，,]/);
  if (comma < 0) return list;
  const head = list.slice(0, comma);
  const parts = head.split('、').filter((one) => new RegExp(`\\d${own}$`, 'u').test(one));
  return parts.length >= MANY ? head : list;
}

/** What a whole falls into, once and for all: one is of one of them only. */
const kinds = [
  /^(?:特|一|二|三|四|优秀|鼓励|最佳)[^，、]{0,3}奖/,
  /^(?:专科|大专|本科|硕士|博士|研究生|中专|高中|初中)/,
  /^(?:幼儿园|小学|初中|高中|中学|完中|[一二三四五六七八九十]+年一贯制|特殊教育|特教|职业|职校|中职|高校)/,
  /^(?:男|女)/,
  /^(?:[市县区镇乡村校]级|省级|国家级)/,
];

/** 男生32人、女生30人: there is no third part. */
function isBothSexes(parts: readonly RegExpExecArray[]): boolean {
  const has = (sex: string) => parts.some(([words]) => words.replace(/^[、，,；和及]/, '').startsWith(sex));
  return parts.length === FEW && has('男') && has('女');
}

/** 一等奖5个、二等奖10个: parts of one such kind cannot overlap. */
function areExclusive(parts: readonly string[]): boolean {
  return kinds.some((kind) => parts.every((name) => kind.test(name)));
}

/** A sum of money has no part in two places either. */
const money = /元$/;

/** Two parts or more of the same unit; a sum that is far off was not meant to be one, unless its parts exclude each other. */
function ofParts(match: RegExpExecArray, least = FEW): SumFault | undefined {
  const [words, written = '', ownUnit = '', list = ''] = match;
  // A bracket that closes ends the list.
  const opened = /[（(](?:其中[：:，,]?)?$/.test(words.slice(0, words.length - list.length));
  const close = list.search(/[）)]/);
  const parts = opened && close >= 0 ? list.slice(0, close) : withoutRest(list, ownUnit);
  if (isInexact(words.slice(0, words.length - list.length)) || isInexact(parts)) return;
  const found = [...parts.matchAll(part)].filter((one) => isSameUnit(one[2], ownUnit));
  const exclusive = areExclusive(found.map(([one]) => one.replace(/^[、，,；和及]/, '')));
  if (overlapping.test(parts) && !exclusive) return;
  const amounts = found.map((one) => value(one[1]));
  // Every number of the list has to be one of the parts.
  if (
    amounts.length < (isBothSexes(found) ? FEW : least) ||
    amounts.length !== (parts.match(/\d+(?:,\d{3})*(?:\.\d+)?/g) ?? []).length
  )
    return;
  const sum = amounts.reduce((all, amount) => all + amount, 0);
  const all = value(written);
  const off = Math.abs(sum - all);
  const most = exclusive || (money.test(ownUnit) && amounts.length >= MANY) ? all / 2 : Math.max(2, all * 0.1);
  if (off < 1e-6 || off > most || amounts.some((amount) => amount > all)) return;
  const start = match.index + words.indexOf(written);
  return {
    kind: 'parts',
    range: { start, end: start + written.length + ownUnit.length },
    written: written + ownUnit,
    found: round(sum),
  };
}

/** 由50家增加到60家，增长20%: two numbers and the rate that leads from the one to the other. */
const growth = new RegExp(
  `[由从](?:[^，。；\\d]{0,10})(${number})(万|亿)?(${unit})?(?:增加|增长|提高|提升|上升|扩大|扩展|减少|下降|降低|降|缩减|压减|压缩|减|增)[至到为](${number})(万|亿)?(${unit})?[，,][^，。；\\d%％]{0,8}?(?:增长|增幅|增加|提高|提升|上升|下降|降幅|降低|减少|压减)(?:率)?(?:了|达到|达|为)?(${number})[%％]`,
  'gu',
);
/** Numbers of this size are exact; those in 万 and 亿, and those with decimals, are rounded. */
const ROUNDED = 0.15;
const POINTS = 2;

function growthsOf(text: string): readonly SumFault[] {
  return [...text.matchAll(growth)].flatMap((match): readonly SumFault[] => {
    const [words, a = '', wanA, , b = '', wanB, , rate = ''] = match;
    if (value(a) === 0 || (wanA ?? wanB) !== wanB || inexact.test(words)) return [];
    const real = (Math.abs(value(b) - value(a)) / value(a)) * 100;
    const off = Math.abs(real - value(rate));
    const isRounded = wanB !== undefined || (a + b).includes('.');
    if (off <= (isRounded ? Math.max(POINTS, real * ROUNDED) : 1)) return [];
    const end = match.index + words.length;
    const range = { start: end - rate.length - 1, end };
    return [{ kind: 'share', range, written: `${rate}%`, found: `${round(real)}%` }];
  });
}

/** The share that two numbers give, to one point. */
function ofShare(match: RegExpExecArray, text: string): SumFault | undefined {
  const [words, all, , done = '', percent = ''] = match;
  // The whole is not what has been done already; what is done is not what is left.
  if (/已[^，。；、]{0,8}$/.test(text.slice(Math.max(0, match.index - 10), match.index))) return;
  if (/未|正在|待|没有|剩/.test(words.slice(0, words.lastIndexOf(done)))) return;
  if (/约|余|左右|以上|近\d|超/.test(words) || value(all) === 0 || value(done) > value(all)) return;
  const share = (value(done) / value(all)) * 100;
  if (Math.abs(share - value(percent)) <= 1) return;
  const end = match.index + words.length;
  // 化解率达到90%以上 is what is aimed at.
  if (/^(?:以上|左右|以内)/.test(text.slice(end, end + 2))) return;
  return {
    kind: 'share',
    range: { start: end - percent.length - 1, end },
    written: `${percent}%`,
    found: `${round(share)}%`,
  };
}

function round(amount: number): string {
  return String(Math.round(amount * 100) / 100);
}
