import type { Located } from '../text/range.ts';
import { bodyKindOf } from './bodies.ts';
import { lineMemo } from './facts.ts';
import { headingNames } from './heading-names.ts';
import kinds from './kinds.yaml';
import { labelOn } from './labels.ts';
import type { Line } from './model.ts';

const { genres, carriers } = kinds as { genres: readonly string[]; carriers: readonly string[] };
const longestFirst = [...genres, ...carriers].sort((a, b) => b.length - a.length);
/** What a title can end with: most lines are told by their last letter to be none. */
const lastLetters: ReadonlySet<string> = new Set([
  ...longestFirst.map((genre) => genre.slice(-1)),
  ...'）)】]项求要录编选',
]);
/** Remarks that may stand behind the genre: （试行）, （征求意见稿）, 及工作安排. */
const remark = /(?:[（(【[][^（()）【】[\]]{1,16}[)）】\]]|[（(]RFC[)）])$/;

/** 补考安排及注意事项, 比赛安排和有关要求: what stands behind the genre belongs to it. */
const appended = /^(.{6,})[及和与](?:有关|相关|具体)?(?:注意事项|事项|要求)$/;

/** …工作安排的通知摘要: what is left of a paper on its way to a page. */
const excerpt = /(?<=通知|意见|方案|计划|安排)(?:摘要|摘录|摘编|节选)$/;

/** A title that stands in brackets as a whole: 【村庄整治实施方案】. */
const framed = /^【([^【】]+)】$/;

/** Longest line of a title; longer ones are sentences. */
const titleLength = 60;
/** Several issuers in front of 关于…的通知 make a line as long as this. */
const longTitleLength = 120;
const titleLines = 4;

/**
 * The genre (文种) that a title ends with: 实施方案, 整改方案, 小结 …; undefined when the text ends
 * with no word of the plan family and none of the carriers (通知, 意见).
 */
export function genreOf(title: string): string | undefined {
  if (!lastLetters.has(title.trimEnd().slice(-1))) return undefined;
  const text = title
    .replace(/\s+/g, '')
    .replace(framed, '$1')
    .replace(remark, '')
    .replace(remark, '')
    .replace(appended, '$1')
    .replace(excerpt, '');
  const found = longestFirst.find((genre) => text.endsWith(genre));
  // 邀请函, 感谢信 are no letters between offices: those are 关于…的函.
  return found === '函' && !text.endsWith('的函') ? undefined : found;
}

/** The genre anywhere in a title that ends otherwise: 启动仪式方案及工作安排, 工作计划 (RFC). */
export function genreWithin(title: string): string | undefined {
  return genreOf(title) ?? longestFirst.find((genre) => genre.length > 2 && title.includes(genre));
}

export interface TitleBlock {
  readonly title: Located<string>;
  readonly kind: string;
  /** Index of the first line and of the line behind the last one, in the list that was searched. */
  readonly from: number;
  readonly to: number;
}

/** A date of issue: the end of the text before, no line of a title. */
const dateOfIssue =
  /^[\d〇○零一二两三四五六七八九十]{4}\s?年\s?[\d一二三四五六七八九十]{1,3}\s?月(?:\s?[\d一二三四五六七八九十]{1,3}\s?日)?$/;

/**
 * Lines that stand above the title (GB/T 9704-2012 7.2): the mark of the issuer (…文件, …发文稿纸), the
 * document number, secrecy and urgency.
 */
const headOfPaper =
  /^(?!.*(?:关于|[《“])).{3,}(?:文件|文稿纸|便函)$|[〔[（(【]\s?(?:19|20)\d\d\s?[〕\])）】]\s?(?:第\s?)?[\d×xX]{0,5}\s?号$|^(?:绝密|机密|秘密|特急|加急|平急|特提|急件|内部事项|普通事项|内部资料)(?:[★☆].{0,6})?$/;
/** The number of the document, set as a heading above the title. */
export const isHeadOfPaper = (text: string): boolean => headOfPaper.test(text);

/** 附件 that a lost line break has put in front of the title of what is attached. */
const gluedAttachment = /^附\s?件\s?[\d一二三四五六七八九十]{0,2}\s*(?=[^\s：:.．、\d])/;

/** True for a title with 附件 right in front of it. */
export function isGluedAttachment(text: string): boolean {
  return gluedAttachment.test(text);
}

/** A line that could be a line of a title: short, unnumbered, without the marks of a sentence. */
export function couldBeTitle(line: Line): boolean {
  return (
    (line.place === 'paragraph' || line.place === 'heading') && !line.indent.includes('\t') && titleText(line.facts)
  );
}

/** 资产处：关于…的通知: a website has put in front of the title who publishes it. */
const publisher = /^\p{Script=Han}{2,12}[：:](?=关于)/u;

const titleText = lineMemo(({ text, number }) => {
  if (text.length < 2 || text.length > longTitleLength) return false;
  if (text.length > titleLength && !(text.includes('关于') && genreOf(text))) return false;
  // Marks inside a slogan (“数字赋能，理论领航”) are no marks of a sentence.
  const own = text.replace(publisher, '');
  if (/[。；，！？:：,;!?|]/.test(/[“《]/.test(own) ? own.replace(/“[^”]{0,40}”|《[^》]{0,80}》/g, '') : own))
    return false;
  // 首页 >> 通知公告 >> 正文
  if (/>\s?>|»|(?:首页|当前位置)\s?>|^(?:网站)?首页$|^\p{Script=Han}{2,6}(?:新闻|动态|公告栏)$/u.test(text))
    return false;
  if (/^附件/.test(text) && !(gluedAttachment.test(text) && genreOf(text))) return false;
  if (/^[（(].*[)）]$/.test(text) || dateOfIssue.test(text) || headOfPaper.test(text)) return false;
  // …活动 / 第一阶段工作实施办法
  return number === undefined || (number.kind === 'stage' && genreOf(text) !== undefined);
});

/**
 * The title that begins at `at`: a Markdown heading of depth 1, or one to three short lines that
 * together end with a genre. Lines that a manual break cut in two are joined.
 */
export function titleAt(lines: readonly Line[], at: number): TitleBlock | undefined {
  return titleWithGenre(lines, at) ?? namedAt(lines, at);
}

/** 北湾大学第七届程序设计大赛, 2026年度优秀教师推选活动 on the first line: a contest is a title without a genre. */
const contest =
  /(?:第[\d一二三四五六七八九十百]{1,4}届|首届|20\d\d(?:年度?|—20\d\d学年|-20\d\d学年)).{2,40}(?:赛|(?:评选|推选|征集|征文)活动|(?:招募|征集|征文|选拔)(?:公告|启事)?)$/;
/** 在学习调研阶段总结暨分析检查阶段动员大会上的讲话: a speech that opens what is to come. */
const speech = /^在.{4,50}(?:动员|部署|推进|转段).{0,6}会议?上的?讲话$/;
/** 三月份工作小结及四月份工作打算 */
const account = /(?:小结|总结)(?:[及和与暨、]|以及).{0,14}(?:打算|计划|思路|安排|要点)$/;
/** Whether a title is that of a speech at a meeting that opens or goes on with a piece of work. */
export const isMobilisation = (title: string): boolean => speech.test(title);

/** 高一：春日寻茶·秋季研学活动方案（两天）, 书香润心：2026年读书节活动方案: in front of the colon stands whom it is for, or a slogan. */
const headed =
  /^(?!附|第|各|见|详|关于|[^：:]{0,16}(?:名称|主题|标题|题目|内容|来源|下载|链接|参考|依据|文件|类别|栏目)[：:])[^：:，。；！？,;!?|]{2,16}[：:][^：:，。；！？,;!?|]{6,40}$/;
/** 干货分享：…, 教学设计：…, 聚焦：我县出台…: pages and lessons about such a paper. */
const ofPages =
  /^(?:[^：:]{0,8}(?:分享|干货|教学|教案|设计|聚焦|关注|解读|范文|模板|案例|资料|推荐|收藏|原创|转载|快讯|简讯|新闻|速递|资讯|动态|笔记|头条|问答))[：:]|[：:][^：:]*(?:出台|印发|发布|启动|举行|召开)/;
const isHeaded = ({ text, facts }: Line): boolean =>
  headed.test(text) &&
  !ofPages.test(text) &&
  facts.number === undefined &&
  labelOn(facts) === null &&
  (genreOf(text)?.length ?? 0) > 2;

function namedAt(lines: readonly Line[], at: number): TitleBlock | undefined {
  const first = lines[at];
  if (at > 0 || first?.place !== 'paragraph') return undefined;
  if (isHeaded(first) && lines.length > 1)
    return {
      title: { value: first.text, range: first.range },
      kind: genreOf(first.text) ?? '',
      from: at,
      to: at + 1,
    };
  if (!couldBeTitle(first)) return undefined;
  if (account.test(first.text))
    return { title: { value: first.text, range: first.range }, kind: '小结', from: at, to: at + 1 };
  if (
    !contest.test(first.text) &&
    !speech.test(first.text) &&
    !isSetApart(first, lines) &&
    !isBareContest(lines) &&
    !isOtherPaper(lines)
  )
    return undefined;
  return { title: { value: first.text, range: first.range }, kind: '', from: at, to: at + 1 };
}

/** 手绘环保袋大赛, 校徽征集启事, 迎新晚会流程 on a line of its own, above text that is none of its title. */
const bareContest =
  /^[\p{Script=Han}A-Za-z\d“”"·—-]{2,24}(?:(?:大赛|竞赛|比赛|邀请赛|联赛|挑战赛|选拔赛|征文活动|运动会)(?:(?:比赛|竞赛)?规则)?|(?:征集|征文|招募|选拔|招新|纳新)(?:公告|启事)|(?:晚会|典礼|仪式|会议?|赛|活动|节|班)(?:流程|日程|议程|赛程)(?:安排)?表?|校历)$/u;
function isBareContest([first, next]: readonly Line[]): boolean {
  return first !== undefined && bareContest.test(first.text) && next !== undefined && !couldBeTitle(next);
}

/**
 * **湖山县小学生阅读展示活动** above the text: who sets the first line in bold as a whole names the paper by it, where it is
 * the name of no part of it (**活动背景**), and no other line of its kind divides the text.
 */
function isSetApart({ marked, text }: Line, lines: readonly Line[]): boolean {
  const next = lines[1];
  if (!marked || text.length < shortestTitle || !/\p{Script=Han}{4}/u.test(text) || headingNames.has(text))
    return false;
  if (!next || couldBeTitle(next)) return false;
  return text.length > longestPart || !lines.some((line, at) => at > 0 && line.marked && isBareName(line));
}
const shortestTitle = 6;
/** What a part is called is hardly longer. */
const longestPart = 14;
const isBareName = ({ text, facts }: Line): boolean =>
  !facts.number && text.length <= longestPart && /^\p{Script=Han}+[：:]?$/u.test(text);

/**
 * 2026年度优秀学生评选公告, 免试生推荐工作细则, 新教师培训安排表: papers by name that set work without a genre of plans. A single word
 * (公告) is the name of none, nor is 比赛规则 above the text that it heads.
 */
const otherPaper =
  /^[\p{Script=Han}A-Za-z\d“”"《》（）()·—-]{5,40}(?:公告|启事|通告|细则|指南|倡议书|(?:安排|日程|计划|时间|进度|值班)表)(?:[（(][^（()）]{1,12}[)）])?$/u;
function isOtherPaper([first, next]: readonly Line[]): boolean {
  // 序号\t考核项目\t分值 is the head of a table.
  return (
    first !== undefined &&
    otherPaper.test(first.text) &&
    (next === undefined || next.text.includes('\t') || !couldBeTitle(next))
  );
}

/** A heading of depth 1 that is no number of a document; of depth 2 where nothing but the head of the paper is above it. */
function opensPaper(lines: readonly Line[], at: number): boolean {
  const line = lines[at];
  if (line?.place !== 'heading' || line.depth > 2) return false;
  if (line.depth === 2 && genreOf(line.text) === undefined) return false;
  if (headOfPaper.test(line.text)) return false;
  if (line.depth === 1) return true;
  // ## 关于开展…自查的通知 above all, and no other heading of its rank.
  if (at === 0) return !lines.some((other) => other !== line && other.place === 'heading' && other.depth <= 2);
  const above = lines.slice(0, at);
  if (above.every(({ text }) => headOfPaper.test(text))) return above.some(({ place }) => place === 'heading');
  // **湖山县人民政府办公室** above ## 关于…的通知, and no other heading of its rank.
  return (
    line.text.startsWith('关于') &&
    above.every(({ text }) => headOfPaper.test(text) || bodyKindOf(text.replace(/\s+/g, '')) !== undefined) &&
    !lines.some((other) => other !== line && other.place === 'heading' && other.depth <= 2)
  );
}

function titleWithGenre(lines: readonly Line[], at: number): TitleBlock | undefined {
  const first = lines[at];
  if (!first) return undefined;
  if (first.place === 'heading') {
    if (!opensPaper(lines, at) || /^附件/.test(first.text)) return undefined;
    return {
      title: { value: first.text, range: first.range },
      kind: genreWithin(first.text) ?? '',
      from: at,
      to: at + 1,
    };
  }
  // 工作安排 within a paper heads a part of it, though a paper may be called so.
  if (!couldBeTitle(first) || (at > 0 && headingNames.has(first.text))) return undefined;
  let text = '';
  for (let to = at; to < Math.min(lines.length, at + titleLines); to++) {
    const line = lines[to];
    if (line?.place !== 'paragraph' || line.index !== first.index + to - at || !couldBeTitle(line)) return undefined;
    text += line.text;
    const kind = genreOf(text);
    if (!kind) continue;
    const next = lines[to + 1];
    // A second line may still follow: 开展…活动 / 实施方案的通知
    const longer = next && couldBeTitle(next) && next.block === line.block ? genreOf(text + next.text) : undefined;
    if (longer && next) {
      return {
        title: { value: text + next.text, range: { start: first.range.start, end: next.range.end } },
        kind: longer,
        from: at,
        to: to + 2,
      };
    }
    if (to === at && framed.test(first.text)) {
      const range = first.at(1, first.text.length - 1);
      return { title: { value: first.text.slice(1, -1), range }, kind, from: at, to: at + 1 };
    }
    const from = (gluedAttachment.exec(first.text) ?? publisher.exec(first.text))?.[0].length ?? 0;
    return {
      title: {
        value: text.slice(from),
        range: { start: first.at(from, first.text.length).start, end: line.range.end },
      },
      kind,
      from: at,
      to: to + 1,
    };
  }
  return undefined;
}
