import { inexact, type SumFault } from './amounts.ts';

/** 每队3人，共6支队伍24人 */
const eachFirst =
  /每(?:一)?[个支所家]?(?<noun>\p{Script=Han}{1,5}?)(?:限报|选派|安排|配备|派出|派|抽调|推荐)?(?<each>\d{1,4})[人名][，,、；](?:全\p{Script=Han}{1,3})?(?:共|共计|合计|总计)(?:组建|组成|选派|有|设)?(?<count>\d{1,4})(?<classifier>[个支所家])(?<things>\p{Script=Han}{1,5}?)[、，,]?(?:共|计|共计|合计)?(?<total>\d{1,6}[人名])(?=[，。；、）)参]|$)/gu;
/** 共6支队伍、24人，每队3人 */
const totalFirst =
  /(?<![\d.第每])(?<count>\d{1,4})(?<classifier>[个支所家])(?<things>\p{Script=Han}{1,5}?)[、，,]?(?:共|计|共计|合计)?(?<total>\d{1,6}[人名])(?:参赛|参加)?[，,（(]每[个支所家]?(?<noun>\p{Script=Han}{1,4}?)(?<each>\d{1,4})[人名](?=[，。；、）)]|$)/gu;

/** So many teams of so many heads, and a total that is not their product. */
export function wrongTeams(text: string): readonly SumFault[] {
  return [...text.matchAll(eachFirst), ...text.matchAll(totalFirst)].flatMap(
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
}
