import type { Announced } from './announcement.ts';

/** Things that are written together: 中小学组, 东西张庄, 检法两院, 一二年级, 城乡. */
const together =
  /中小|大中|小中|幼小|小初|初高|低中|中高|大小|东西|南北|东中|中西|上下|前后|左右|内外|老中|中青|男女|公检|检法|法检|本专|专本|本科专科|硕博|党政|工青|青妇|干群|师生|医患|警民|校企|家校|村企|政企|城乡|县乡|镇村|市县|省市|国省|水电|软硬|文体|科教|公私|人财|财物|[一二三四五六七八九甲乙丙丁]{2}/;
/** 一中南北校区, 两院, 小品或者相声: said to be more than one, or one of two. */
const saidSo = /[或/／]|[两双](?:[院校区处所家个级类户组班江岸委]|者)|各|任选/;
/** 明察暗访, 互查互评, 走访座谈: two ways in four characters. */
const twoWays =
  /^(.).\1.$|明.暗|日.夜|自.互|互.自|线上线下|内.外|上.下|点.面|奖.惩|集中.{0,2}(?:分散|自学|个别)|(?:走访|座谈|访谈|约谈|调研|考察|参观|观摩|问卷|讲解|示范|演示|宣讲|宣传|教育|学习|研讨|讨论|交流|培训|测试|考试|测评|督导|督查|检查|抽查|巡查|巡视|调查|摸底|自查|互查|自纠|整改|整治|总结|评比|评估|验收|通报|发动|动员|部署|观看|收听|阅读|竞赛|演讲){2}/;

/** Whether the name of an item may stand for several of what is counted. */
export const mayBeSeveral = (name: string): boolean => saidSo.test(name) || together.test(name);

/** 自查自纠 is one stage, and perhaps two ways. */
const inTime = /阶段|环节|步骤|步走|关口/;

/** Whether a list that is too short for its number may be long enough: 小学、初高中三个学段, 明察暗访、交叉互查三种方式. */
export function mayBeEnough(items: readonly string[], { count, noun }: Pick<Announced, 'count' | 'noun'>): boolean {
  return items.length < count && items.some((item) => mayBeSeveral(item) || (!inTime.test(noun) && twoWays.test(item)));
}

/** Words that may each be a thing of its own: 整治消防、整治燃气; 台账不全、档案混乱两个问题. */
const marks = /[、；;，,]|以及|同时/;
const numbered = /(?:^|[。；;\s])(?:[（(]?\d{1,2}[）)、.．]|[①-⑳])(?!\d)/g;

/** How many of what is counted one item may hold: as many as are set off in it, each in words of its own. */
export function mostIn(item: string): number {
  const plain = item.replace(/《[^《》]{1,60}》|“[^“”]{1,60}”|[（(][^（()）]{0,30}[)）]/g, '名名名名');
  const parts = plain.split(marks).map((part) => part.trim());
  const apart = parts.length > 1 && parts.every((part) => part.length >= 4) ? parts.length : 1;
  return Math.max(apart, item.match(numbered)?.length ?? 1, /[两二]个?(?:方面|问题|项|事项|任务)/.test(item) ? 2 : 1);
}
