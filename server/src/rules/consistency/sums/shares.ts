import { inexact, number, round, type SumFault, unit, value } from './amounts.ts';
import { isOfAll } from './done.ts';
import { isSameWay, moves, stillTheSame } from './moves.ts';
import { yearlyRates } from './yearly.ts';

/** 共53个，已完成48个，完成率90.6% */
const share = new RegExp(
  `(?<all>${number})(?<own>${unit})[^。；\\d%]{0,12}?[，,、（(](?<lead>[^。；\\d%，,]{0,10}?)(?<done>${number})\\k<own>[^。；\\d%，,]{0,8}[，,](?<of>[^。；\\d%，,]{0,6}?)(?<rate>完成率|结案率|调解率|调处率|处置率|到会率|回收率|回执率|收回率|有效率|签订率|上交率|整改率|办结率|销号率|到位率|化解率|占比|占|参与率|参学率|合格率|覆盖率|达标率|出席率|签约率)(?:总数的|全部的|为|达到|达|的)?(?<percent>${number})[%％]`,
  'gu',
);
/** 应走访1520户，实际走访1284户，走访率84.5%: the rate of whatever had to be done. */
const ofDue = new RegExp(
  `应(?<due>\\p{Script=Han}{2})(?<all>${number})(?<own>${unit})[，,、](?<lead>(?:实际|已经?|累计|实|共|现已?|目前已?)?)\\k<due>(?:了)?(?<done>${number})\\k<own>[，,](?<of>)(?<rate>\\k<due>率)(?:为|达到|达)?(?<percent>${number})[%％]`,
  'gu',
);
/** 57件纠纷已化解51件，化解率89.5% */
const ofOwn = new RegExp(
  `(?<all>${number})(?<own>${unit})(?<kind>[^。；，,、（(\\d%]{0,12})(?<lead>已[^。；，,\\d%]{0,8}?)(?<done>${number})\\k<own>[，,](?<of>[^。；，,\\d%]{0,4}?)(?:完成|整改|办结|结案|销号|化解|到位|处置|回复)率(?:为|达到|达)?(?<percent>${number})[%％]`,
  'gu',
);
/** 独居老人86户，占总户数1200户的8.2% */
const ofWhole = new RegExp(
  `(${number})(${unit})[，,（(]?占[^，。；\\d]{0,10}(${number})\\2(?:总数)?的(?:比例为|比重为)?(${number})[%％](?!以上|左右)`,
  'gu',
);

function partsOfWhole(text: string): readonly SumFault[] {
  return [...text.matchAll(ofWhole)].flatMap((match): readonly SumFault[] => {
    const [words, part = '', , all = '', percent = ''] = match;
    if (inexact.test(text.slice(Math.max(0, match.index - 2), match.index) + words)) return [];
    if (value(all) === 0 || value(part) > value(all)) return [];
    const real = (value(part) / value(all)) * 100;
    if (Math.abs(real - value(percent)) < Math.max(0.2, real * 0.05)) return [];
    const end = match.index + words.length;
    const range = { start: end - percent.length - 1, end };
    return [{ kind: 'share', range, written: `${percent}%`, found: `${round(real)}%` }];
  });
}

/** Shares that cannot be above the whole; 完成率 and 增长率 can. */
const rate =
  '(?:合格率|回收率|回执率|收回率|有效率|签订率|上交率|覆盖率|覆盖面|参与率|参学率|参训率|满意率|满意度|知晓率|出席率|整改率|办结率|结案率|办理率|办证率|登记率|建档率|入户率|及格率|到课率|到岗率|普及率|入学率|签约率|到位率|销号率|化解率|处置率|回复率|回访率|持证率|配备率|安装率|达标率|优良率|完好率|成活率|巩固率|公开率|占比)';
const whole = new RegExp(`(?<!毛|繁殖)${rate}[^。；，、\\d]{0,6}(\\d{3,4}(?:\\.\\d{1,3})?)[%％](以上|及以上)?`, 'gu');

/** What is part of a whole, whatever it is called: 归档率, 申报率, 清运率; and what it is said to be. */
const anyRate =
  /(\p{Script=Han}{2,8}率)(?:[均都要应须已仅也]|力争|确保|保持|稳定|控制|维持|分别|全部|由目前的|由)*(?:达到|达|为|是|不低于|不少于|不小于|[在至到：])?\s?(\d{3,4}(?:\.\d{1,3})?)[%％](以上|及以上)?/gu;
/**
 * Rates of growth, of gain, of use, of load, of offspring and of work done against a plan can be above the whole, and so can
 * gross ones (毛入园率), which count in who is older or younger.
 */
const aboveWhole =
  /毛[^率]{1,4}率$|(?:执行|达成|实现|进度|载客?|客座|赔付|偿付|备付|拨备|拨贷|存贷|补偿|复种|投资|运转|报名|报考|[羔仔犊雏栏活]|增长?|长|升|降|减|益|润|回报|利用|使用|占用|负荷|周转|产销?|销|负债|杠杆|备覆盖|保障|完成|转化|转换|贡献|比|流动|资本|充足|容积|溢价|换手|出|率先|获得|提取|变化|变动|波动|偏差|误差|储备|自给|自足|供给|供应|供需|供求|平衡|保有|拥有|配比|满负荷|上座|满座|出租|回购|超额|认购|中标|中签|收缴?|征收|税|利|息|汇|费|效|功|频|概|机|斜|速|曲|折射|放大|倍|心|复购|超产|繁殖|生育|扩散|开工|达产)率$/;
/** 整改完成率, 问题完成率: what is to be put right is counted, and no plan is outdone. */
const ofFaults = /(?:整改|隐患|问题|立行立改事项|督办事项|交办事项)完成率$/;

/** 由50家增加到60家，增长20%: two numbers and the rate that leads from the one to the other. */
const growth = new RegExp(
  `[由从](?:[^，。；\\d]{0,10})(?<a>${number})(?<wanA>万|亿)?(?:${unit})?(?<way>${moves})[至到为](?<b>${number})(?<wanB>万|亿)?(?:${unit})?[，,](?<lead>[^，。；\\d%％]{0,8}?)(?<again>${moves})(?:率)?(?:了|达到|达|为)?(?<rate>${number})[%％]`,
  'gu',
);
/** Numbers of this size are exact; those in 万 and 亿, and those with decimals, are rounded. */
const ROUNDED = 0.15;
const POINTS = 2;

function growthsOf(text: string): readonly SumFault[] {
  return [...text.matchAll(growth)].flatMap((match): readonly SumFault[] => {
    const [words] = match;
    const { a = '', wanA, b = '', wanB, rate = '', lead = '', way = '', again = '' } = match.groups ?? {};
    if (!stillTheSame.test(lead) || !isSameWay(way, again)) return [];
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

function otherRates(text: string, told: readonly SumFault[]): readonly SumFault[] {
  return [...text.matchAll(anyRate)].flatMap(({ 0: words, 1: name = '', 2: written = '', 3: more = '', index }) => {
    const range = { start: index + words.lastIndexOf(written), end: index + words.length };
    if (Number(written) < 100 || (Number(written) === 100 && more === '')) return [];
    if (aboveWhole.test(name) && !ofFaults.test(name)) return [];
    if (told.some((one) => one.range.start === range.start)) return [];
    return [{ kind: 'over' as const, range, written: text.slice(range.start, range.end), found: '100' }];
  });
}

/** The share that two numbers give, to one point. */
function ofShare(match: RegExpExecArray, text: string): SumFault | undefined {
  const [words] = match;
  const { all, done = '', percent = '', lead = '', of = '', rate = '', kind = '' } = match.groups ?? {};
  // 其中女教师80人，占60%: a kind has a share of the whole, but what has been done of it makes its own rate.
  if (!(rate.startsWith('占') ? of === '' : isOfAll(lead) && isOfAll(of)) || kind.includes('中')) return;
  // The whole is not what has been done already; what is done is not what is left.
  if (/已[^，。；、]{0,8}$/.test(text.slice(Math.max(0, match.index - 10), match.index))) return;
  if (/未|正在|待|没有|剩/.test(words.slice(0, words.lastIndexOf(done)))) return;
  if (/约|余|左右|以上|近\d|超/.test(words) || value(all) === 0 || value(done) > value(all)) return;
  const share = (value(done) / value(all)) * 100;
  if (Math.abs(share - value(percent)) < 1) return;
  const end = match.index + words.length;
  // 化解率达到90%以上 is what is aimed at.
  if (/^(?:以上|左右|以内)/.test(text.slice(end, end + 2))) return;
  // 男70人，女50人，占比58.3%、41.7%: one share for each of the parts.
  if (/^\s?[、，,和及]\s?\d{1,3}(?:\.\d{1,2})?[%％]/.test(text.slice(end, end + 10))) return;
  return {
    kind: 'share',
    range: { start: end - percent.length - 1, end },
    written: `${percent}%`,
    found: `${round(share)}%`,
  };
}

/** Shares that the numbers in front of them contradict, rates of growth likewise, and shares above the whole. */
export function wrongShares(text: string): readonly SumFault[] {
  if (!/[%％]/.test(text)) return [];
  const found: SumFault[] = [];
  if (/[增减提降升扩压]/.test(text)) found.push(...growthsOf(text));
  if (/[比较]|百分点/.test(text)) found.push(...yearlyRates(text));
  if (text.includes('占')) found.push(...partsOfWhole(text));
  if (!/[率占]|覆盖面|满意度/.test(text)) return found;
  const due = text.includes('应') ? [...text.matchAll(ofDue)] : [];
  for (const match of [...text.matchAll(share), ...text.matchAll(ofOwn), ...due]) {
    const fault = ofShare(match, text);
    if (fault && !found.some(({ range }) => range.start === fault.range.start)) found.push(fault);
  }
  for (const { 0: words, 1: written = '', 2: more = '', index } of text.matchAll(whole)) {
    const range = { start: index + words.lastIndexOf(written), end: index + words.length };
    if (Number(written) > 100 || (Number(written) === 100 && more !== ''))
      found.push({ kind: 'over', range, written: text.slice(range.start, range.end), found: '100' });
  }
  if (text.includes('率') && /\d{3}(?:\.\d{1,3})?[%％]/.test(text)) found.push(...otherRates(text, found));
  return found;
}
