import { groupsOf } from '../../plan/labels.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { contestGroups, edition, isAccountOfContest, isThisOne, speaksOfTrade } from './contests.ts';
import { headedSections } from './event-sections.ts';

/** 第八届技术文章征集活动, 大赛规则, 开源计划 - 暑期 2026, 找错活动来袭: the title ends with what is held. */
const named =
  /(?:活动|大赛|比赛|竞赛|联赛|挑战赛|邀请赛|选拔赛|交流赛|征文|征集|招募|黑客松|黑客马拉松|夏令营|冬令营|训练营|读书会|组队学习|(?:大赛|比赛|竞赛|活动)(?:规则|细则|流程|日程))(?:[（(].{1,16}[)）]|20\d\d)?$|(?:计划[-—–·：:]{1,2}|开源)(?:暑期|寒假|夏季|秋季|之夏)20\d\d$|活动(?:来袭|来啦|来了|开启|启动|报名).{0,14}$/;
/** What the first words of a text without title name. */
const spoken = /(?:举办|开展|举行|组织|启动|主办)[^。]{0,40}(?:活动|[大竞比联]赛|征文|征集|招募)|活动|[大竞比]赛/;
const spokenWithin = 120;
/** 比赛规则 above the text is no title, but says what the text is. */
const ofRules = /^(?:大赛|比赛|竞赛|活动)(?:规则|细则|流程|日程)$/;
/** 获奖名单, 参赛日记, 大事记, 报道: what came of it, how it was, what was gathered about it, with what it is run, what is sold. */
const told =
  /日记|日志|日子|记录|纪要|总结|小结|回顾|展望|笔记|心得|体会|复盘|纪实|侧记|随笔|感想|感受|有感|游记|自由行|旅行|旅游|行程|经历|新闻|报道|快讯|喜报|落幕|落下帷幕|大事记|周报|月报|名单|结果|题解|攻略|教程|指南|经验|汇总|整理|书单|清单|官网|源码|仓库|系统|助手|工具|更新|章程|优惠|促销|开学季/;
/** 我们去了, 比赛结束了。: lines that tell of what has been. */
const over = /了[。，！]|我(?:们)?(?:觉得|感觉|当时|拿|去)|圆满|落下帷幕/;
/** Of more than one line in so many what has been is the matter. */
const mostTold = 5;
/** Who is hired, and what is sold, is announced as well. */
const ofTrade = /招聘|实习生|薪资|岗位职责|投递简历|本仓库|本项目帮助/;

/** Where its days stand: 活动日程, 活动计划, 赛程安排, 黑客松时间线. */
const scheduleTitle = /日程|时间|赛程|赛制|进度|流程|程序|(?:活动|比赛|大赛)(?:计划|安排)/;
/** 投稿：7 月 5 号——8 月 5 日 */
const label = /^[\p{Script=Han}\w（）()&/／]{2,24}[：:]\s*$/u;
/** So many days one below the other are a schedule. */
const fewestDays = 3;
const fewestMonths = 3;
/** Groups besides the time: how to enter, for whom, by which rules, what is won, who holds it. */
const fewestGroups = 2;

/**
 * Whether a text is the page that an activity is held by: its title or its first words name it, it tells when, and either how
 * to enter, by which rules, what is won, or day after day what happens. A page with code is about code.
 * @param title without blanks
 */
export function isActivityPage(plan: Plan, title: string, opening: string): boolean {
  const inTitle = title === '' ? ofRules.test(plan.lines[0]?.text ?? '') : named.test(title);
  if (!inTitle && !(title === '' && spoken.test(opening.slice(0, spokenWithin)))) return false;
  if (isOfOther(plan, title) || !isThisOne(plan, title, opening)) return false;
  const groups = new Set<string>(contestGroups(plan));
  if (/主办|承办|共同举办|联合举办/.test(opening)) groups.add('hosts');
  const others = groups.size - (groups.has('when') ? 1 : 0);
  const months = plan.dates.filter(({ expression: { from, to } }) => (from ?? to)?.month !== undefined).length;
  const isTimed = groups.has('when') ? months > 0 : months >= fewestMonths;
  if (!isTimed || others === 0) return false;
  if (inTitle && others >= fewestGroups) return true;
  return daysOf(plan, inTitle) >= fewestDays && (inTitle || groups.has('entry'));
}

/** What names an activity and announces none. */
function isOfOther(plan: Plan, title: string): boolean {
  if (told.test(title) || isAccountOfContest(plan)) return true;
  const { lines } = plan;
  if (lines.filter(({ text }) => over.test(text)).length * mostTold > lines.length) return true;
  return lines.some(({ text }) => ofTrade.test(text)) || speaksOfTrade(plan);
}

/** So many parts that only the paper of an activity has, when and for whom among them, need no title. */
const enoughParts = 5;
/** What labels and sections of contests call differently. */
const sameGroups: Readonly<Record<string, string>> = { when: 'time', how: 'programme', hosts: 'lead' };

/**
 * Whether the parts of a text, whatever their form, are those of an activity: 活动目的, 活动时间, 参与对象, 准备工作, 活动环节.
 * @param title without blanks
 */
export function hasPartsOfActivity(plan: Plan, title: string, opening: string): boolean {
  if (!(named.test(title) || spoken.test(opening) || edition.test(opening))) return false;
  if (isOfOther(plan, title) || !isThisOne(plan, title, opening)) return false;
  const groups = new Set<string>();
  for (const section of headedSections(plan)) {
    for (const group of groupsOf(section.title.value.replace(/\s+/g, ''))) groups.add(group);
  }
  for (const group of contestGroups(plan)) groups.add(sameGroups[group] ?? group);
  const isSet = groups.has('time') && (groups.has('who') || groups.has('place'));
  const isFull =
    groups.size >= enoughParts || (groups.size >= enoughParts - 1 && groups.has('who') && groups.has('place'));
  return isFull && isSet && plan.dates.some(({ expression: { kind } }) => kind === 'span');
}

/**
 * The most lines of one section that begin with a day, or with a label and its day.
 * @param anywhere sections of any name count, not only those on the schedule
 */
function daysOf({ dates, sections }: Plan, anywhere: boolean): number {
  const heads = new Set<Line>();
  for (const { line, expression } of dates) {
    const { kind, from, to, range } = expression;
    if (kind === 'span' && (from ?? to)?.day !== undefined && isAtHead(line, range.start)) heads.add(line);
  }
  const most = (section: Section): number => {
    const counts = anywhere || scheduleTitle.test(section.title.value);
    const own = counts ? section.body.filter((line) => heads.has(line)).length : 0;
    return Math.max(own, ...section.sections.map(most));
  };
  return Math.max(0, ...sections.map(most));
}

function isAtHead({ text, place, facts }: Line, at: number): boolean {
  if (place === 'quote' || place === 'cell') return false;
  const before = text.slice(facts.number?.range.end ?? 0, at).trim();
  return before === '' || label.test(before);
}
