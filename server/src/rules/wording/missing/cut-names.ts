import { sign } from '../../../plan/signs.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';
import { twoGenres } from '../../structure/two-genres.ts';
import { wordBoundaries } from '../segments.ts';

/** A name or word that has lost a character which nothing can stand for. */
export interface CutName {
  readonly range: Range;
  readonly missing: string;
  /** Where it would stand. */
  readonly at: number;
}

/** 党的十八报告: 大 is lost. 二十届三中全会 is a name of its own. */
const congress = /党的(?:十[六七八九]|二十)(?=报告|精神|会议|代表|召开|以来|胜利|文件|主题|关于)/g;
/** 第六届人民政府14次常务会议: of a body the meetings are counted with 第. 召开了3次常务会议 says how many there were. */
const meeting =
  /(?<=第[一二三四五六七八九十0-9]{1,3}届[^，。；、（）第召举行开共每计年]{1,15}[会委府组院])(?:[0-9]{1,3}|[一二三四五六七八九十]{1,3})次(?=(?:常务|全体|党组|主任|常委会?|理事)会议(?!已|均|共|都))/g;
/** 学习调研阶段总暨分析检查阶段动员大会: 汇总暨 is whole. */
const summary = /(?<=[阶段工作活动学习教育培训年度专项半上])总(?=暨)/g;
/** 修改后仍不格者: 不合格. */
const unfit = /(?<=仍|仍然|为|考核|验收|检查|抽查|检验|检测|审查|答辩|成绩|质量)不(?=格(?:者|的|$|[，。；、）]))/g;

/** 第二十三条、三十四条规定: every article is counted with 第. */
const article =
  /(?<=第[一二三四五六七八九十百]{1,7}条[、和及])[一二三四五六七八九十百]{2,7}条(?=$|[、，。；：）的规之和及])/g;

/** 由总经理组长，: who heads a group is 任组长. 办公室主任、组长 are two. */
const head =
  /(?:总经理|书记|校长|局长|镇长|乡长|县长|市长|区长|院长|处长|所长|站长|总裁|董事长)(?=(副?组长|副?总指挥)[，。；])/g;
/** 承担公共选修课教师不得随意调课: whoever takes the course, and no course and teachers. */
const taker =
  /(?<=承担|担任|教授)[^，。；：、的任]{2,10}课程?(?=教师(?:不得|应当?|须|必须|要|可以?|均|每学?[年期周月]))/g;
/** 预估总体费用在1065.8万，: an amount of money has its unit. */
const amount =
  /(?<=(?:费用|资金|投资|经费|金额(?!度)|预算|造价|总价|概算|产值|收入)[^，。；：、0-9]{0,8})[0-9]+(?:\.[0-9]+)?万(?=[，。；）])/g;

/** 关于做好防汛工作通知: 的 stands between what a paper is about and what it is called, if only in front of 紧急 or 补充. */
const title =
  /^(?:[^，。；：！？《》“”、]{0,30})?(?:关于|举办|召开)[^，。；：！？]{4,60}(?=(?:通知|通报|公告|通告|意见|请示|批复)$)/;
const joined = /的.{0,8}$|[的）)]$/;
/** 关于征求《……》意见: a verb with what it is done to. */
const sought = /(?:征求|听取|提出|征集|收集|采纳|反馈).*意见$/;
/** 召开专题会议研究整改|意见, 召开班会并下发活动|通知: what is done with the paper. */
const handled = /(?:研究|形成|下发|发布|宣读|传达|印发|转发)[^，。；》]{0,8}$/;

/** The title of a paper that lacks its 的: of a plan, or a line that begins with 关于. Others tell what is done. */
export function titleWithout(line: string): CutName | undefined {
  const text = line.trimEnd();
  const about = title.exec(text)?.[0];
  if (about === undefined || joined.test(about) || handled.test(about) || sought.test(text)) return undefined;
  // …情况意见通知 is document-genre's.
  if (twoGenres(text) !== undefined) return undefined;
  return { range: { start: lastWord(about), end: text.length }, missing: '的', at: about.length };
}

/** Where the last word of two characters or more begins: 活动, but 活动再 as well. */
function lastWord(text: string): number {
  const end = text.length - 2;
  const boundaries = wordBoundaries(text, end, 1);
  return boundaries?.has(end) === false ? end - 1 : end;
}

/** What one of them needs. */
export const cutNameSign = sign({
  words: [
    '关于',
    '长组',
    '理组',
    '记组',
    '长副',
    '记副',
    '理副',
    '裁组',
    '长总',
    '记总',
    '理总',
    '裁总',
    '课教',
    '程教',
    '万，',
    '万。',
    '万；',
    '万）',
    '条、',
    '条和',
    '条及',
    '党的',
    '次常',
    '次全',
    '次党',
    '次主',
    '次理',
    '总暨',
    '不格',
  ],
});

/** The names of a text that have lost a character, in no order. */
export function findCutNames(text: string): readonly CutName[] {
  const found: CutName[] = [];
  const add = (start: number, end: number, missing: string, at: number) =>
    found.push({ range: { start, end }, missing, at });
  const cutTitle = text.startsWith('关于') ? titleWithout(text) : undefined;
  if (cutTitle) found.push(cutTitle);
  for (const { 0: raw, 1: role = '', index } of matchesOf(text, head))
    add(index, index + raw.length + role.length, '任', index + raw.length);
  for (const { 0: raw, index } of matchesOf(text, taker)) add(index, index + raw.length + 2, '的', index + raw.length);
  for (const { 0: raw, index } of matchesOf(text, amount)) add(index, index + raw.length, '元', index + raw.length);
  if (text.includes('党的')) {
    for (const { 0: raw, index } of matchesOf(text, congress)) {
      const end = index + raw.length;
      add(index, end + 2, '大', end);
    }
  }
  if (text.includes('届')) {
    for (const { 0: raw, index } of matchesOf(text, meeting)) add(index, index + raw.length + 4, '第', index);
  }
  if (text.includes('条'))
    for (const { 0: raw, index } of matchesOf(text, article)) add(index, index + raw.length, '第', index);
  if (text.includes('总暨'))
    for (const { index } of matchesOf(text, summary)) add(index - 2, index + 2, '结', index + 1);
  if (text.includes('不格')) for (const { index } of matchesOf(text, unfit)) add(index, index + 2, '合', index + 1);
  return found;
}
