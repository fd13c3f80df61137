import { number, round, type SumFault, sumOf, value } from './amounts.ts';

const PLACE = '(?:名|个|项|人|篇|件|家|支|队|幅|组)';
/** 以上奖金总额8200元, 奖金合计1.2万元 */
const total = new RegExp(
  `(?:奖金|奖励资金|奖励经费|奖励金额)(?:总额|总计|合计|共计|共)(?:为|是|[：:])?\\s?(${number})(元|万元)(?=[，。；）)]|$)`,
  'u',
);
/** 一等奖1名、二等奖2名，分别奖励1000元、600元 */
const inTurn = new RegExp(
  `((?:[^，。；、\\d]{0,14}?奖\\d{1,3}${PLACE}[、，和及]?){2,6})(?:分别|依次)(?:各)?(?:给予|颁发|发放|奖励|奖金|现金|奖|为)+((?:${number}元?[、和及]){1,5}${number}元)`,
  'gu',
);
/** 一等奖1个，奖金3000元; 二等奖3个，每个奖励500元 */
const oneByOne = new RegExp(
  `奖(\\d{1,3})${PLACE}[，,（(]?(各|每${PLACE}?|均)?(?:给予|颁发|发放)?(?:奖励|奖金|现金|奖)[^，。；\\d]{0,4}?(${number})元`,
  'gu',
);
const money = new RegExp(`${number}(?:万元|元)`, 'gu');
const places = new RegExp(`(\\d{1,3})${PLACE}`, 'gu');
const amounts = new RegExp(number, 'gu');
const unsure = /约|左右|以上|以内|不超过|另|除外|等值|价值|[各均]设|分别设|每[组类级项队]/;

/** The money for all prizes of a line, each as often as it is given, beside what is told to be the whole of it. */
export function wrongPrizeMoney(text: string): readonly SumFault[] {
  const match = total.exec(text);
  const [words = '', written = '', own = ''] = match ?? [];
  if (!match) return [];
  const before = text.slice(0, match.index);
  const told = before.replace(/以上(?=奖|全部|各项|所有|$)/g, '');
  if (unsure.test(told)) return [];
  const inOrder = [...told.matchAll(inTurn)];
  const rest = told.replace(inTurn, '；');
  const alone = [...rest.matchAll(oneByOne)];
  let used = alone.length;
  let sums: readonly number[] = [0];
  for (const [, prizes = '', list = ''] of inOrder) {
    const counts = [...prizes.matchAll(places)].map(([, count]) => Number(count));
    const each = [...list.matchAll(amounts)].map(([one]) => value(one));
    if (counts.length !== each.length) return [];
    used += each.length;
    sums = sums.map((sum) => sum + sumOf(each.map((one, at) => one * (counts[at] ?? 0))));
  }
  for (const [, count, share, one] of alone) {
    const product = value(one) * Number(count);
    // 二等奖2名，奖金600元: perhaps for both of them.
    const ways = share === undefined ? new Set([product, value(one)]) : new Set([product]);
    sums = sums.flatMap((sum) => [...ways].map((way) => sum + way));
  }
  // Each amount of money has to be that of a prize.
  const listed = [...told.matchAll(money)].length;
  const short = inOrder.reduce((all, [, , list = '']) => all + [...list.matchAll(amounts)].length, 0);
  const full = inOrder.reduce((all, [, , list = '']) => all + [...list.matchAll(money)].length, 0);
  const whole = value(written) * (own === '万元' ? 10_000 : 1);
  if (used < 2 || listed !== alone.length + full || short + alone.length !== used || sums.includes(whole)) return [];
  const [sum = 0] = sums;
  if (Math.abs(sum - whole) > whole / 2) return [];
  const start = match.index + words.length - written.length - own.length;
  return [
    {
      kind: 'parts',
      range: { start, end: start + written.length + own.length },
      written: written + own,
      found: `${round(sum)}元`,
    },
  ];
}
