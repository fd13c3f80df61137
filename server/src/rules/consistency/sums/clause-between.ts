import { MANY, number, unit } from './amounts.ts';

/** 占年度任务的70%, 完成率96%: a clause that ends with its only number, a share. */
const share = '(?:[^，。；、：（()）\\d]|20\\d\\d年){0,16}\\d{1,4}(?:\\.\\d{1,2})?(?:%|％|倍|成|个?百分点)';
/** 较上年有所增加, 居全市第二 */
const comparison = '(?:同比|环比|[比较]上?去?(?:年|月|季度)|位?居)[^，。；、：（()）\\d其]{0,20}';
const aside = `(?:${share}|${comparison})`;

/** 完成造林12600亩，占年度任务的70%，其中人工造林5200亩、封山育林4300亩、退化林修复3100亩: a share between a total and its parts. */
export const wholeWithAside = new RegExp(
  `(?<![\\d.])(${number})(${unit})(?=[^，。；、：（(\\d]{0,16}(?:[，,]${aside}|[（(]${aside}[）)]){1,2}[，,；]?\\s*其中)[^。；]{0,80}?其中[：:，,]?([^。；]{4,200})`,
  'gu',
);

/** What cuts across other kinds: 民间投资 is part of 工业投资, women are of every village. */
const across =
  /女|岁|青年|年轻|民间|民营|个体|外资|国有|规模|规上|限[上额]|重点|重大|技改|新增|返乡|脱贫|低保|困难|热线|网络|转办|省级|市级|县级|跨/;

/** Whether 其中 may be of another amount than the one in front of the clause: 已整改114处 of 120处, 增加1200株. */
export function isOfAnother(before: string, words: string, list: string, own: string): boolean {
  const from = Math.max(...['。', '；', '：'].map((mark) => before.lastIndexOf(mark))) + 1;
  const ofOwn = new RegExp(`\\d${own}`, 'gu');
  const head = words.slice(0, words.length - list.length);
  return before.slice(from).search(ofOwn) >= 0 || (head.match(ofOwn) ?? []).length > 1 || across.test(list);
}

/** 甲38条、乙31条和丙24条: 和 closes a list of parts that was meant as all of them. */
const lastOfAll = new RegExp(`(?:和|及|以及)[^，。；、（()）\\d]{1,16}${number}${unit}$`, 'u');
export const isClosed = (list: string): boolean => lastOfAll.test(list) && (list.match(/、/g) ?? []).length >= MANY - 2;
