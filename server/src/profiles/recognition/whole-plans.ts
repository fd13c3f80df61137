import type { Plan } from '../../plan/model.ts';
import { genreOf } from '../../plan/titles.ts';
import { headedSections } from './event-sections.ts';
import { isOwnAffair } from './private-papers.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'trades' | 'technicalWords', readonly string[]>>;

/** What the parts of a plan tell: what for, who, when, with what money, and how. */
const groups: readonly RegExp[] = [
  /目的|目标|意义|背景|宗旨/,
  /人员(?:组织|安排|分工|配备)|组织(?:机构|领导|分工)|任务分工|分工/,
  /(?:时间|进度|日程|工作|周次)(?:安排|计划)|实施步骤/,
  /经费|预算|费用|资金/,
];
/** What people do for themselves, and trades of their own. */
const personal = /自驾|旅|创业|开店|小说|创作|写作|拍摄|实验|观测|装修|婚|备考|减肥|理财|投资|商业|营销|推广|带货|直播/;
/** Longest title of such a part. */
const titleLength = 10;
/** 九月第二周, 3月, 第三周, 周三. */
const timed = /[\d一二三四五六七八九十]{1,3}\s?月|第[\d一二三四五六七八九十]{1,3}周|(?:周|星期)[一二三四五六日天]/;

/**
 * Whether the parts of a plan, counted as offices count, say what for, who, when and with what money, each under a title
 * of its own: whatever it is about, work is set to people with times.
 * @param title without blanks
 */
export function isWholePlan(plan: Plan, title: string): boolean {
  const genre = genreOf(title);
  if (genre === undefined || !/(?:方案|计划|安排|策划书?)$/.test(genre)) return false;
  if (isOwnAffair(title) || personal.test(title) || lists.technicalWords.some((word) => title.includes(word)))
    return false;
  const parts = headedSections(plan).filter(({ number }) => number?.kind === 'han' || number?.kind === 'part');
  const told = groups.map((group) =>
    parts.find(({ title: { value } }) => value.length <= titleLength && group.test(value)),
  );
  if (told.includes(undefined)) return false;
  if (plan.lines.some(({ text }) => lists.trades.some((word) => text.includes(word)))) return false;
  const [, , when] = told;
  const lines = when ? [...when.body, ...when.sections.map(({ heading }) => heading)] : [];
  return lines.some(({ text }) => timed.test(text)) || plan.stages.length > 1;
}
