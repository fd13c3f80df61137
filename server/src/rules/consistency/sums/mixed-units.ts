import { partEnd } from '../../../plan/line/sentences.ts';
import { faultOf, isInexact, MANY, type SumFault } from './amounts.ts';

const thing = '座|站|个|户|辆|家|所|处|栋|幢|间|台|套|艘|条|项|口|起|支|眼|片|块|根|部';
/** 共64处，其中水库27座、堤防14条、水闸15座、泵站8座: things of several units, counted together in front of them. */
const thingsBefore = new RegExp(
  `(?:共|计|总计|合计|共有|现有)(\\d{1,6})([处个项家座户])[^，。；、（()）\\d]{0,8}[，,（(]其中[：:]?([^，。；：:、（()）\\d]{1,12}\\d{1,6}(?:${thing})(?:[、和及][^，。；：:、（()）\\d]{1,12}\\d{1,6}(?:${thing})){2,12})(?=[。；）)]|$)`,
  'gu',
);
const unitBehind = new RegExp(`(?<=\\d)(?:${thing})`, 'gu');

export function thingsOfTotal(text: string): readonly SumFault[] {
  return [...text.matchAll(thingsBefore)].flatMap((match): readonly SumFault[] => {
    const { 0: words, 1: written = '', 2: own = '', 3: list = '', index } = match;
    const units = new Set(list.match(unitBehind));
    const parts = [...list.matchAll(/\d+/g)].map(([count]) => Number(count));
    // Those of the unit of the whole alone are read elsewhere; what is new or at risk is not all there is.
    if (units.size < 2 || parts.length < MANY || isInexact(list)) return [];
    if (/每|各[^项类]|新增|新建|问题|隐患|病险|已|未/.test(list)) return [];
    return faultOf(parts, written, own, index + words.indexOf(written + own));
  });
}

/** 每队3人，共19人, 每班选派20名学生参加，共561人: nobody sends a part of a person. 每桌10人，共126人 leaves one table with fewer. */
const each =
  /每(?:[个支一]?(?:代表)?队(?:选手)?|[个支所家一]?\p{Script=Han}{1,6}?(?:限报|选派|配备|派出|派|抽调|推荐|选送))(\d{1,3})[人名]\p{Script=Han}{0,6}[，,、](?:全\p{Script=Han}{1,3})?(?:共|共计|合计|总计)(\d{1,5})([人名])(?=[，。；、）)参]|$)/gu;

export function indivisible(text: string): readonly SumFault[] {
  return [...text.matchAll(each)].flatMap(({ 0: words, 1: one = '', 2: total = '', 3: unit = '', index }) => {
    const [size, all] = [Number(one), Number(total)];
    if (size < 2 || all <= size || all % size === 0 || isInexact(words)) return [];
    // Whoever leads them, or a team that is larger, is told beside it, or behind it what is otherwise with some.
    const part = text.slice(Math.max(0, index - 40), index + words.length + 12);
    const rest = text.slice(index + words.length, partEnd(text, index + words.length));
    if (/[领带]队|教练|另|含|除|不足|其余|班长|队长|组长|轮|班次|加上|外加/.test(part)) return [];
    if (/其中|联合|合并|自愿|部分|个别|少数|[派选报]\d/.test(rest)) return [];
    const start = index + words.lastIndexOf(total + unit);
    return [
      {
        kind: 'multiple' as const,
        range: { start, end: start + total.length + unit.length },
        written: total + unit,
        found: `${size}${unit}`,
      },
    ];
  });
}
