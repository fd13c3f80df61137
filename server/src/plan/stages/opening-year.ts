import { matchesOf } from '../../text/matches.ts';
import { lineMemo } from '../facts.ts';
import type { Line } from '../model.ts';

/** 做好2018年防汛工作, 开展2018年度…: the work itself is of that year. */
const ofWork =
  /(?:做好|抓好|搞好|开展|组织|举办|举行|召开|推进|规范)[^，,。；;：:《》“”\d]{0,10}((?:19|20)\d{2})年(?:度|(?!代|级|以来|来|\d|[一二三四五六七八九十]+月|元旦|冬))([^，,。；;：:]{0,20})/g;
/** What a paper or a meeting of a year asks for, may be done in another one. */
const ofPaper = /会议|精神|文件|讲话|部署|结果|情况|《/;
/** 决定从2018年3月1日起 …, 从2018年3月开始: the day on which the work begins. */
const ofStart =
  /(?:(?:决定|定|拟)(?:于|从|自|在)|[从自])((?:19|20)\d{2})年\d{1,2}月(?:\d{1,2}日|[初中底份]|上旬|中旬|下旬)?(?:起|开始)/g;

/** 决定2010年11月开展…, 定于2012年4月22日举办…: when it is held. */
const ofHolding =
  /(?:决定|拟定?|定|计划|将)(?:于|在)?((?:19|20)\d{2})年\d{1,2}月[^，。；：《]{0,24}(?:开展|举办|举行|组织|召开|实施)/g;

/** 根据《关于2023年度开展…活动的通知》: the notice that asks for the work names its year. */
const ofNotice = /《关于((?:19|20)\d{2})年度?(?:开展|做好|组织|举办|举行)/g;

/** Years that a line of the opening gives to the work. */
const yearsOf = lineMemo(({ text }): readonly number[] => {
  if (!/(?:19|20)\d{2}年/.test(text)) return none;
  const years: number[] = [];
  for (const [, year, behind] of matchesOf(text, ofWork)) if (!ofPaper.test(behind ?? '')) years.push(Number(year));
  for (const [, year] of matchesOf(text, ofStart)) years.push(Number(year));
  for (const [, year] of matchesOf(text, ofHolding)) years.push(Number(year));
  for (const [, year] of matchesOf(text, ofNotice)) years.push(Number(year));
  return years;
});
const none: readonly number[] = [];

/**
 * The year in which the opening puts the work: 为做好2018年防汛工作…, 从2018年3月1日起…. It stands in where
 * neither title nor signature nor window has one.
 * @returns undefined where there is none, or more than one
 */
export function openingYear(opening: readonly Line[]): number | undefined {
  let year: number | undefined;
  for (const line of opening) {
    for (const own of yearsOf(line.facts)) {
      if (year !== undefined && own !== year) return undefined;
      year = own;
    }
  }
  return year;
}
