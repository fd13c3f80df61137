import { isRange } from '../../dates/expression.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Dated, Line } from '../model.ts';
import type { Timeline } from '../timeline.ts';
import { WEEK } from './phase.ts';
import { windowAudience } from './window-audience.ts';

/** Below these, each part is done in its time: 时间安排, 检查安排, 实施进度, 各阶段重点, 学习规划. */
const scheduleTitle = /步骤|阶段|进度|时间表|程序|安排|规划|计划|节奏|路线|里程碑/;
/** Under these, a date is that of a task or of a part of a programme. */
const otherTitle = /任务|措施|职责|分工|要求|内容|目标|议程|日程|流程|议题|课程|比赛|赛程|会议/;
const hour = /\d[:：]\d\d|\d[时点]/;
/** The name of a work: 中期检查, 充电运营商自查自纠. */
const longestName = 20;

/**
 * Works that a section about the time lists one by one, each with its time at the beginning of its text or in it:
 * 二、时间安排（一）开题检查 3月26日前，…（二）系统验收 系统验收时间为4月8日至12日，….
 */
export function worksInSchedule(
  siblings: readonly DraftSection[],
  parent: DraftSection | undefined,
  timeline: Timeline,
): readonly DraftSection[] {
  const title = parent?.title.value ?? '';
  if (siblings.length < fewest || !/步骤|进度|时间表|程序|安排/.test(title) || otherTitle.test(title)) return [];
  const kind = siblings[0]?.number?.kind;
  if (!siblings.every(({ number, title: { value } }) => number && number.kind === kind && isName(value))) return [];
  if (!siblings.every((section) => textLine(section) !== undefined)) return [];
  const leads = siblings.flatMap((section) => leadingTime(section, timeline) ?? []);
  const windows = leads.filter(({ expression }) => isRange(expression));
  const enough =
    3 * leads.length >= 2 * siblings.length || (windows.length >= 2 && 2 * leads.length >= siblings.length);
  // What is told by the hour is a programme.
  if (!enough || 2 * leads.filter(({ line }) => hour.test(line.text)).length >= leads.length) return [];
  return siblings.every((section) => linesFor(section).some((line) => timeline.on(line).some(({ span }) => span)))
    ? siblings
    : [];
}

const fewest = 3;
const isName = (title: string): boolean => title.length <= longestName && !/\d+[月日]|[。；]/.test(title);

function linesFor({ heading, body }: DraftSection): readonly Line[] {
  return [heading, ...body.slice(0, 1)];
}

/** The line on which the text of a section begins. */
function textLine({ heading, body, runIn }: DraftSection): Line | undefined {
  return runIn === undefined ? body[0] : heading;
}

/** The time with which the text of a section begins: 3月26日前，…, 系统验收时间为…. */
function leadingTime(section: DraftSection, timeline: Timeline): Dated | undefined {
  const line = textLine(section);
  const from = section.runIn ?? 0;
  const first = line && timeline.on(line).find(({ expression: { range } }) => range.start >= from);
  if (!line || !first?.span?.end) return undefined;
  const before = line.text.slice(from, first.expression.range.start);
  if (/[。；;，,！？]/.test(before)) return undefined;
  const audience = windowAudience(line.text, from, first.expression.range);
  return audience === '' || (audience !== undefined && isOwnName(section, audience)) ? first : undefined;
}

/** 系统验收时间为…: whoever is named in front of the window is no audience but the stage itself. */
export function isOwnName({ title: { value } }: DraftSection, audience: string): boolean {
  return value.includes(audience) || (value.length >= 2 && audience.includes(value));
}

/** 第一周：, 第3—4周, Week 2, Part1, Sprint 3: what counts in front of the name of a part, and tells its time by that. */
const week = `第?[一二三四五六七八九十\\d]{1,3}(?:[-—–~～至、][一二三四五六七八九十\\d]{1,3})?周|${WEEK}|(?:Week|Part|Sprint)[ \\u3000]?\\d{1,2}`;
/** The same, and 里程碑一, M2. */
const counted = new RegExp(
  `^(?:${week}|(?:里程碑|Milestone)[ \\u3000]?[一二三四五六七八九十\\d]{1,2}|M\\d)(?![\\d.])`,
  'i',
);
const countedWeek = new RegExp(`^(?:${week})(?![\\d.])`, 'i');

/** 第一周：质量隐患大排查: a stage that says by its number when it is. */
export const isWeek = (title: string): boolean => countedWeek.test(title);

/** More of them are the calendar of a term. */
const mostCounted = 8;

/** M1 …, M2 …, M3 … below 里程碑, 第一周：… to 第四周：… below 实施步骤: parts that are counted from the first to the last. */
export function countedParts(
  siblings: readonly DraftSection[],
  parent: DraftSection | undefined,
): readonly DraftSection[] {
  if (siblings.length < fewest || siblings.length > mostCounted) return [];
  const isCourse = scheduleTitle.test(parent?.title.value ?? '');
  return isCourse && siblings.every(({ title }) => counted.test(title.value)) ? siblings : [];
}

/**
 * Parts that are headed by their time and have a name beside it: 4月（冲刺执行）, 3月1日—15日：宣传发动, Part2（视频学习）3月3日—16日.
 * A name without a sign between (5月举办艺术节) is a task, and a single day is that of an event.
 */
export function periodSections(
  siblings: readonly DraftSection[],
  parent: DraftSection | undefined,
  timeline: Timeline,
): readonly DraftSection[] {
  const periods = siblings.filter((section) => isPeriod(section, timeline));
  const title = parent?.title.value ?? '';
  const isSchedule = scheduleTitle.test(title) && !/总结|回顾|历程|小结/.test(title);
  // Beside M1（3月2日至20日） to M3 with their times, M4 without one is a milestone as well.
  const isNumbered = siblings.every((section) => counted.test(section.title.value));
  if (periods.length < (isSchedule ? 2 : 3) || 3 * periods.length < 2 * siblings.length) return [];
  if (isNumbered) return siblings;
  return isSchedule ? periods : [];
}

function isPeriod(section: DraftSection, timeline: Timeline): boolean {
  const { heading, titleAt, title, runIn } = section;
  const end = titleAt + title.value.length;
  const [dated, more] = timeline.on(heading).filter(({ expression }) => expression.range.start < (runIn ?? Infinity));
  if (!dated?.span || more) return false;
  const { range, deadline } = dated.expression;
  if (deadline === true) return false;
  const isWindow = isRange(dated.expression) || dated.span.precision === 'month';
  if (counted.test(title.value)) return true;
  if (!isWindow || range.start > titleAt + 1) return false;
  return named.test(heading.text.slice(range.end, end));
}

/** （冲刺执行, ：数值方法, 　环境搭建 */
const named = /^份?(?:[ \u3000]*[（(：:—–-]|[ \u3000]+)[ \u3000]*[\p{Script=Han}A-Za-z“]{2}/u;

/** The words of a title without its time, its number or what brackets them: 4月（冲刺执行）→ 冲刺执行. */
export function nameBesideTime(title: string): { readonly start: number; readonly end: number } | undefined {
  const lead = (leadingPeriod.exec(title) ?? leadingDay.exec(title))?.[0].length ?? 0;
  if (lead === 0) return undefined;
  const open = title.charAt(lead - 1);
  const close = /[（(]/.test(open) ? title.search(/[）)][：:。\s]*$/) : -1;
  const end = close > lead ? close : title.length;
  return end - lead >= 2 ? { start: lead, end } : undefined;
}

/** 2026年3月31日前——提交论文初稿 */
const leadingDay =
  /^(?:20\d\d年)?\d{1,2}月[\d年月日号上中下旬初底、至到—–~～-]{0,16}(?:之?前)?[ \u3000]{0,2}(?:[—–―]{1,3}|-{1,4})[ \u3000]{0,2}(?=[\p{Script=Han}“])/u;

/** Works that are headed by their day and their name, each of them: 三月底前——提交初稿, 四月底前——提交终稿, …. */
export function worksByDay(siblings: readonly DraftSection[]): readonly DraftSection[] {
  return siblings.length >= fewest && siblings.every(({ title }) => leadingDay.test(title.value)) ? siblings : [];
}

const leadingPeriod =
  /^(?:(?:20\d\d年)?\d{1,2}月份?|[一二三四五六七八九十]{1,2}月份?|[\d年月日上中下旬初底./]{2,14}[ ]{0,2}(?:至|到|[-—–~～]{1,2})[ ]{0,2}[\d年月日上中下旬初底./]{2,14})[ \u3000]{0,3}(?:[（(：:—–-][ \u3000]{0,2}|(?<=[ \u3000]))(?=[\p{Script=Han}A-Za-z“])/u;
