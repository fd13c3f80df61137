import { bodyKindOf } from '../../plan/bodies.ts';
import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan } from '../../plan/model.ts';
import { genreOf } from '../../plan/titles.ts';
import { addressee } from './office-parts.ts';
import { isSigned, showsOffice } from './offices.ts';
import { isPrivate } from './private-papers.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'activities' | 'works' | 'trades' | 'dealings' | 'settled', readonly string[]>>;
const foreign = [...lists.trades, ...lists.dealings, ...lists.settled];

/** 关于做好…的通知, …安排, …方案: it says what is to be done. */
const genres = /(?:通知|安排|方案|计划|办法|策划|策划书|策划案|规程|章程|简章|预案|要点|思路)$/;
/** So many points, or so many lines with their days, are told one below the other. */
const leastPoints = 3;
/** Longer texts have parts of their own to show. */
const mostLines = 60;
/** Whom a school tells what to do. */
const school =
  /监考|考务|[考试]场|任课(?:教师|老师)|指导教师|班主任|辅导员|班长|团支书|全体(?:同学|师生|学生|队员)|各位同学|同学们|新生|学生会|社团/;
/** What is over. */
const told = /了[。，]|已经|圆满|据悉|记者|供稿/;

/**
 * Whether a short paper without headings is one of an office: its title names a piece of work or an event and says that it
 * sets it (期末考试工作的通知, 军训安排, 教学检查安排), bodies of the office stand in it, and it tells points or days, one below the
 * other, whatever they are numbered with. Ordinary Markdown divides itself by headings, and names no such bodies.
 * @param title without blanks
 */
export function isPlainPaper(plan: Plan, title: string): boolean {
  const { lines, dates } = plan;
  if (!genres.test(genreOf(title) ?? '') || lines.length > mostLines || !namesWork(plan, title)) return false;
  if (lines.some((line) => line.place === 'heading' && line.range.start !== plan.title?.range.start)) return false;
  const days = new Set(
    dates.flatMap(({ line, expression: { kind, from, to } }) =>
      kind === 'span' && ((from ?? to)?.month !== undefined || (from ?? to)?.day !== undefined) ? [line] : [],
    ),
  );
  if (days.size === 0 && !lines.some(({ text }) => periodic.test(text))) return false;
  if (Math.max(days.size, lines.filter(isPoint).length) < leastPoints) return false;
  if (lines.some(({ text }) => foreign.some((word) => text.includes(word)))) return false;
  if (lines.filter(({ text }) => told.test(text)).length * 3 > lines.length) return false;
  return isSigned(plan) || showsOffice(plan) || lines.some(({ text }) => school.test(text));
}

/** 第10周, 周五前, 星期三下午: a time without a month. */
const periodic =
  /第[\d一二三四五六七八九十]{1,3}\s?[-—－至~]?\s?[\d一二三四五六七八九十]{0,3}周|(?:周|星期)[一二三四五六日天]/;

/** What schools set besides: contests, examinations, enrolments. */
const ofSchool =
  /赛|考试|[联模学选]考|考场|试场|限时训练|论文|答辩|军训|选课|实习|奖学金|招飞|飞行学员|招新|竞聘|(?<!社)团课|团校|志愿者|讲座/;
/** 关于推荐…初步人选的通知, 关于拍摄学籍照片等事项的通知: what an office calls its notices. */
const ofOffice =
  /^(?:转发)?[“《]?关于(?:开展|组织|举[办行]|做好|推荐|参加|报名|申报|选拔|征集|评选|加强|落实|.{2,24}等?事项).{2,60}的(?:补充|紧急)?通知/;

function namesWork(plan: Plan, title: string): boolean {
  // 网上报名操作办法 tells how, and nobody to do it.
  if (isPrivate(title) || /操作(?:办法|流程)$/.test(title)) return false;
  const genre = genreOf(title) ?? '';
  return (
    isSigned(plan) ||
    [...lists.activities, ...lists.works].some((word) => title.slice(0, title.length - genre.length).includes(word)) ||
    ofSchool.test(title) ||
    ofOffice.test(title) ||
    bodyKindOf(title.slice(0, title.length - genre.length)) !== undefined
  );
}

/** 1、…, （1）…, 检查时间：… on a line that is no addressee. */
function isPoint({ place, facts }: Line): boolean {
  return place !== 'cell' && place !== 'quote' && opensPoint(facts);
}
const opensPoint = lineMemo(
  ({ text, number }) => number !== undefined || (/^[\p{Script=Han}、]{2,10}[：:]/u.test(text) && !addressee.test(text)),
);
