import { inexact, type SumFault } from './amounts.ts';

/** 每队3人，共6支队伍24人 */
const eachFirst =
  /每(?:一)?[个支所家]?(?<noun>\p{Script=Han}{1,5}?)(?:限报|选派|安排|配备|派出|派|抽调|推荐)?(?<each>\d{1,4})[人名][，,、；](?:全\p{Script=Han}{1,3})?(?:共|共计|合计|总计)(?:组建|组成|选派|有|设)?(?<count>\d{1,4})(?<classifier>[个支所家])(?<things>\p{Script=Han}{1,5}?)[、，,]?(?:共|计|共计|合计)?(?<total>\d{1,6}[人名])(?=[，。；、）)参]|$)/gu;
/** 共6支队伍、24人，每队3人 */
const totalFirst =
  /(?<![\d.第每])(?<count>\d{1,4})(?<classifier>[个支所家])(?<things>\p{Script=Han}{1,5}?)[、，,]?(?:共|计|共计|合计)?(?<total>\d{1,6}[人名])(?:参赛|参加)?[，,（(]每[个支所家]?(?<noun>\p{Script=Han}{1,4}?)(?<each>\d{1,4})[人名](?=[，。；、）)]|$)/gu;

/** 组建巡诊小队6个，每个小队由医生1名、护士1名、司机1名组成，共20人 */
const composedFirst =
  /(?<![\d.第每])(?:(?<things>\p{Script=Han}{2,8}?)(?<count>\d{1,3})[个支]|(?<countFirst>\d{1,3})[个支](?<thingsBehind>\p{Script=Han}{2,8}?))[，,；]每[个支]?(?<noun>\p{Script=Han}{0,6}?)(?:由|配备|配|安排|设)(?<parts>(?:\p{Script=Han}{1,8}\d{1,2}[名人][、，和及]?){2,6})(?:组成|构成)?[，,；]?(?:共|共计|合计|总计)(?:有)?(?<total>\d{1,5}[人名])(?=[，。；、）)]|$)/gu;

const shifts = /班|轮|总指挥|总领队/;

function wrongComposed(text: string): readonly SumFault[] {
  return [...text.matchAll(composedFirst)].flatMap(({ 0: words, index, groups = {} }): readonly SumFault[] => {
    const { things = groups.thingsBehind ?? '', count = groups.countFirst, noun = '', parts = '', total = '' } = groups;
    if ((noun !== '' && ![...noun].some((one) => things.includes(one))) || inexact.test(words)) return [];
    const each = [...parts.matchAll(/\d+/g)].reduce((all, [one]) => all + Number(one), 0);
    const real = each * Number(count);
    const told = Number(total.slice(0, -1));
    // 每队由医生1名、护士2名组成，共3人: so many in each of them.
    if (real === told || each === told || Math.abs(real - told) > told / 2) return [];
    // Shifts, and whoever stands above them all, are not among those of each.
    if (told === real + 1 || shifts.test(text)) return [];
    const start = index + words.lastIndexOf(total);
    return [
      {
        kind: 'share',
        range: { start, end: start + total.length },
        written: total,
        found: `${real}${total.slice(-1)}`,
      },
    ];
  });
}

/** So many teams of so many heads, and a total that is not their product. */
export function wrongTeams(text: string): readonly SumFault[] {
  const plain = [...text.matchAll(eachFirst), ...text.matchAll(totalFirst)].flatMap(
    ({ 0: words, index, groups = {} }): readonly SumFault[] => {
      const { noun = '', each, count, things = '', total = '' } = groups;
      // 每队3人，共6支队伍: what is counted is what each of them is.
      if (!things.includes(noun.slice(-1)) || inexact.test(words)) return [];
      const real = Number(each) * Number(count);
      const told = Number(total.slice(0, -1));
      // What is far off counts something else.
      if (real === told || Math.abs(real - told) > told / 2) return [];
      const start = index + words.indexOf(total, words.indexOf(things));
      const range = { start, end: start + total.length };
      return [{ kind: 'share', range, written: total, found: `${real}${total.slice(-1)}` }];
    },
  );
  return /每.{1,60}(?:共|计)\d/.test(text) ? [...plain, ...wrongComposed(text)] : plain;
}
