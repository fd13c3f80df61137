import { inexact, number, round, type SumFault, unit, value } from './amounts.ts';
import { isSameWay, stillTheSame } from './moves.ts';

/** The same time of another year, or the year before. */
const before =
  '(?:上年|去年|上一年|前一年|上年度|上年同期|去年同期|同期|上季度|上月|上学期|上一学年|上学年|20\\d\\d年)(?:同期)?';
const up = '增长|增加|上升|提高|提升|多|增';
const upward = new RegExp(up);
const down = '下降|减少|降低|少|压减|减|降';
/** 用水12万吨，比上年减少2万吨，下降14%: what there is, the difference, and the rate. */
const differs = new RegExp(
  `(${number})(${unit})[，,]?(?:比|较)${before}(?:的)?(${up}|${down})了?(${number})\\2[，,、](?:同比)?(?:${up}|${down}|增幅|降幅)(?:率)?(?:了|达到|达|为)?(${number})[%％]`,
  'gu',
);
/** 产值560万元，比上年的500万元增长12%; 用电320万度，同比下降6%，比上年的340万度: both years and the rate. */
const compared = new RegExp(
  `(${number})(${unit})[，,]?(?:(?:同比|比上年|比去年)(?:${up}|${down})了?(${number})[%％][，,])?(?:比|较)${before}的?(${number})\\2(?:(?:${up}|${down})了?(${number})(\\2|[%％]))?`,
  'gu',
);

/** What a written number may have been before it was rounded. */
function boundsOf(written: string): readonly [number, number] {
  const decimals = /\.(\d+)$/.exec(written)?.[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  return [value(written) - half, value(written) + half];
}

/** 上线率达到60%，较去年提高5个百分点（去年为53%） */
const pointsBeside = new RegExp(
  `(?<now>${number})[%％][，,]?(?:比|较)${before}(?:的)?(?<way>${up}|${down})了?(?<difference>${number})个百分点(?<told>[（(，,][^，。；\\d%％]{0,8})(?<then>${number})[%％]`,
  'gu',
);
const yearBefore = /去年|上年|同期|上一年|上学期|上届|原/;
/** 由去年的89.5%提高到今年的94.2%，提高了4.7个百分点 */
const pointsFromTo = new RegExp(
  `(?<then>${number})[%％][^，。；\\d%％]{0,4}?(?<way>${up}|${down})(?:到|至|为)[^，。；\\d%％]{0,8}(?<now>${number})[%％][，,](?<lead>[^，。；\\d%％]{0,6}?)(?<again>${up}|${down})了?(?<difference>${number})个百分点`,
  'gu',
);

function ofPoints(match: RegExpExecArray): readonly SumFault[] {
  const [words] = match;
  const { now = '', way = '', difference = '', then = '', told, lead = '', again = way } = match.groups ?? {};
  if (!stillTheSame.test(lead) || !isSameWay(way, again)) return [];
  if (isRough(match) || (told !== undefined && !yearBefore.test(told))) return [];
  const real = (value(now) - value(then)) * (upward.test(way) ? 1 : -1);
  const decimals = (one: string) => /\.(\d+)/.exec(one)?.[1]?.length ?? 0;
  const slack = 1.5 * 10 ** -Math.max(...[now, then, difference].map(decimals));
  if (Math.abs(real - value(difference)) < slack) return [];
  const start = match.index + words.indexOf(`${difference}个百分点`);
  const range = { start, end: start + difference.length + 4 };
  return [{ kind: 'share', range, written: `${difference}个百分点`, found: `${round(real)}个百分点` }];
}

/** Rates and differences between two years that the numbers beside them contradict, whatever was rounded. */
export function yearlyRates(text: string): readonly SumFault[] {
  return [
    ...[...text.matchAll(differs)].flatMap(ofDifference),
    ...[...text.matchAll(compared)].flatMap(ofTwoYears),
    ...[...text.matchAll(pointsBeside), ...text.matchAll(pointsFromTo)].flatMap(ofPoints),
  ];
}

/** 用水12万吨，比上年减少2万吨，下降20% */
function ofDifference(match: RegExpExecArray): readonly SumFault[] {
  const [words, now = '', , way = '', difference = '', rate = ''] = match;
  const then = value(now) + (upward.test(way) ? -1 : 1) * value(difference);
  if (then <= 0 || isRough(match)) return [];
  const rates = boundsOf(difference).map((one) => (one / then) * 100);
  return isWithin(rate, rates) ? [] : [faultAt(match.index + words.length, rate, (value(difference) / then) * 100)];
}

/** 用电320万度，同比下降8%，比上年的340万度减少30万度: the rate in front or behind, and the difference. */
function ofTwoYears(match: RegExpExecArray): readonly SumFault[] {
  const [words, now = '', own = '', first, then = '', second, sign = ''] = match;
  if (value(then) === 0 || isRough(match)) return [];
  const ratios = boundsOf(now).flatMap((one) => boundsOf(then).map((other) => Math.abs(one / other - 1) * 100));
  const difference = Math.abs(value(now) - value(then));
  const real = (difference / value(then)) * 100;
  const found: SumFault[] = [];
  const end = match.index + words.length;
  if (first !== undefined && !isWithin(first, [...ratios, real]))
    found.push(faultAt(match.index + words.search(/[%％]/) + 1, first, real));
  if (second === undefined) return found;
  if (/[%％]/.test(sign)) return isWithin(second, [...ratios, real]) ? found : [...found, faultAt(end, second, real)];
  const [low, high] = boundsOf(second);
  const slack = high - low;
  if (difference >= low - slack && difference <= high + slack) return found;
  const written = second + own;
  const range = { start: end - written.length, end };
  return [...found, { kind: 'share', range, written, found: `${round(difference)}${own}` }];
}

/** 约560万元: what is not exact in the numbers or right in front of them. */
function isRough({ 0: words, index, input = '' }: RegExpExecArray): boolean {
  return inexact.test(input.slice(Math.max(0, index - 2), index) + words);
}

/** Whether a rate is one of those that are possible, with what rounding it twice may add. */
function isWithin(rate: string, possible: readonly number[]): boolean {
  const [low, high] = boundsOf(rate);
  return high + TWICE >= Math.min(...possible) && low - TWICE <= Math.max(...possible);
}
const TWICE = 0.3;

function faultAt(end: number, rate: string, real: number): SumFault {
  const range = { start: end - rate.length - 1, end };
  return { kind: 'share', range, written: `${rate}%`, found: `${round(real)}%` };
}
