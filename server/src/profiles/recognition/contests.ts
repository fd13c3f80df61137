import type { Plan, PlanTable, Section } from '../../plan/model.ts';
import { headedSections } from './event-sections.ts';
import words from './recognition.yaml';

type Group = 'who' | 'entry' | 'when' | 'how' | 'awards' | 'hosts';
const lists = words as { readonly contestSections: Readonly<Record<Group, readonly string[]>> } & Readonly<
  Record<'trades', readonly string[]>
>;
const groups = Object.entries(lists.contestSections) as readonly (readonly [Group, readonly string[]])[];

/** 投稿/报名方式：, 报名截止日期：6月1日 at the head of a line. */
const label = /^([\p{Script=Han}/／、]{2,14})[：:]/u;
/** So many groups of sections make a contest's paper; a tale of a contest has one or two of them. */
const enough = 4;
/** Longest title of such a section: 六、参赛作品要求及评分标准. */
const titleLength = 14;

/** 第七届程序设计大赛, 成员选拔赛（校内）, 歌咏比赛章程, and 科普知识竞赛公告: it ends with the contest, or with what announces one. */
const contestTitle =
  /(?:赛|运动会|征文|(?:评选|推选|征集|征稿)(?:活动)?)(?:活动)?(?:[（(][^（()）]{1,12}[)）])?(?:章程|规程|公告|简章|启事|通知)?$/;
/** ……联合多个社团，西部征文大赛即日启动。: the opening names the contest where the title was lost. */
const contestOpening =
  /(?:[大竞比联]赛|征文|评选|推选|征集)(?:活动)?[^。\n]{0,16}(?:启动|开始|举办|举行|开展|征集|征稿)|(?:启动|举办|举行|开展|组织|进行)[^。\n]{0,40}(?:[大竞比联]赛|征文|评选|推选|征集)/;
/** This contest, from now on. */
const now = /即日起|即日启动|本届|现(?:正式)?启动/;
/** 第3届, 首届, 2026年: this contest, and not what is held every year. */
export const edition = /第[\d一二三四五六七八九十百]{1,4}[届次期季]|首届|20\d\d/;

/**
 * Whether a text is the paper that a contest is held by, without a genre in its title: who may take part,
 * how to enter, when it is, by which rules, what is won. One day at least is named; a page on a contest
 * that is held every year names none.
 * @param title without blanks; where it was lost, the opening names the contest
 */
export function isContest(plan: Plan, title: string, opening: string): boolean {
  // …大赛组委会公告: what its title does not tell, the opening does.
  if (!(contestTitle.test(title) || (/^$|(?:公告|启事|通告|细则)$/.test(title) && contestOpening.test(opening))))
    return false;
  const found = contestGroups(plan);
  if (isAccountOfContest(plan)) return false;
  if (edition.test(title) && contestTitle.test(title) && plan.tables.some(isProgramme)) return true;
  const isWhole = found.has('entry') && found.has('when') && found.has('awards');
  if (!isWhole && (found.size < enough || !(found.has('who') || found.has('entry')))) return false;
  const days = plan.dates.filter(
    ({ line, expression: { from, to } }) => (from?.day ?? to?.day) !== undefined && !/每[年届逢]/.test(line.text),
  );
  const thisOne = edition.test(title) || (!contestTitle.test(title) && now.test(opening));
  if (days.length === 0 || !(thisOne || days.some(({ span }) => span?.yearKnown))) return false;
  return !speaksOfTrade(plan);
}

/** Whether a line has words of what is sold or played: that is announced like a contest as well. */
export function speaksOfTrade({ lines }: Plan): boolean {
  return lines.some(({ text }) => lists.trades.some((word) => text.includes(word)));
}

const isOver =
  /获得(?:了)?(?:第[一二三]名|冠军|亚军|[一二三]等奖)|共有[^，。]{1,12}(?:参加|参赛)|精彩纷呈|圆满|落下帷幕|闭幕。|开幕。/;

/** 共有三百名学生报名参加, 高一三班获得第一名: an account of a contest that is over. */
export function isAccountOfContest({ lines }: Plan): boolean {
  return lines.filter(({ text }) => isOver.test(text)).length >= 2;
}

/** A time of day; 00:10 is one of a film. */
const hours = /^(?:0?[5-9]|1\d|2[0-3])[:：]\d{2}/;
/** So many rows with their hours are the programme of a day. */
const fewestRows = 4;

/** 时间 | 项目, and 9:00-9:30 | 检录 row after row. */
function isProgramme({ columns, rows }: PlanTable): boolean {
  if (!/时间|时刻|日期/.test(columns[0]?.header.text ?? '')) return false;
  return rows.filter(({ cells }) => hours.test(cells[0]?.text.trim() ?? '')).length >= fewestRows;
}

/** Last year's, and what is held every year, is announced by nobody. */
const another = /去年|往年|上届|曾(?:经)?(?:举办|举行)|每[年届逢][^。；，]{0,6}\d{1,2}月/;

/** Whether it is this one that is announced: its edition or the year of one of its days is known, or it begins now. */
export function isThisOne({ dates, lines }: Plan, title: string, opening: string): boolean {
  if (another.test(opening) || lines.some(({ text }) => /每[年届][^。；]{0,4}\d{1,2}月/.test(text))) return false;
  if (edition.test(title) || edition.test(opening) || now.test(opening)) return true;
  return dates.some(({ span, expression: { from, to } }) => span?.yearKnown && (from ?? to)?.month !== undefined);
}

/** Which groups of sections of a contest's paper a text has, labels at the head of a line among them. */
export function contestGroups(plan: Plan): ReadonlySet<Group> {
  const found = new Set<Group>();
  const add = (title: string): void => {
    const name = title.replace(/[\s\u3000]+/g, '');
    if (name.length > titleLength) return;
    for (const [group, list] of groups) if (list.some((word) => name.includes(word))) found.add(group);
  };
  const look = ({ title }: Section): void => add(title.value);
  for (const { place, text } of plan.lines)
    if (place === 'paragraph' || place === 'item') add(label.exec(text)?.[1] ?? '');
  for (const section of headedSections(plan)) {
    look(section);
    section.sections.forEach(look);
  }
  return found;
}
