import { bodyKindOf } from '../../plan/bodies.ts';
import { type LineFacts, lineMemo } from '../../plan/facts.ts';
import type { Plan, PlanTable } from '../../plan/model.ts';
import { showsOffice, tellsOffice } from './offices.ts';
import { isPrivate } from './private-papers.ts';
import words from './recognition.yaml';

const lists = words as Readonly<Record<'activities' | 'works', readonly string[]>>;

const count = '(?:[一二三四五六七八九十]{1,3}|\\d{1,2})';
const period = `(?:第?${count}(?:周|学月|季度)|${count}月份?|[上下]半年)`;
/** 第3周（3月16日—20日）：, 九月：, 1—2月, 第一季度 at the head of a line; 3月2日 is a day. */
const periodAhead = new RegExp(
  `^(?:第?${count}月?\\s?[—–\\-~～至、]{1,2}\\s?)?${period}(?:[（(][^（()）]{1,30}[)）])?(?=\\s|[：:]|$)`,
);

/** The week, month or quarter that a line begins with; empty where it begins with none. */
const periodOn = lineMemo(({ text }) =>
  /[周月度年]/.test(text.slice(0, periodReach)) ? (periodAhead.exec(text)?.[0] ?? '') : '',
);
const periodReach = 16;
/** Fewer weeks or months are no calendar; a quarter has three. */
const enough = 3;

const periodHeader = /^(?:教学)?周次?$|^月份?$|^季度$/;

const scheduleTitle =
  /(?:行事历|工作历|校历|安排|计划|要点|日程|议程|时间表|值班表|带班表|轮值表)(?:一览)?表?(?:[（(][^（()）]{1,12}[)）])?$/;
const divisionTitle = /分工(?:一览)?表?(?:[（(][^（()）]{1,12}[)）])?$/;
const taskTitle = /(?:任务|工作|责任)(?:分工|分解)?(?:清单|表|一览表|推进表|进度表|进度安排表|推进计划表)$/;
const defectTitle = /(?:隐患|问题).{0,6}(?:登记表|排查表|清单|台账|一览表|汇总表)$/;

/** 学校工作行事历, 社区文化活动安排表: the title of an office's paper, and not of somebody's own. */
function isOffices(title: string): boolean {
  if (isPrivate(title)) return false;
  return (
    lists.activities.some((word) => title.includes(word)) ||
    lists.works.some((word) => title.includes(word)) ||
    /(?:小学|中学|幼儿园|学院|大学).{0,16}(?:校历|行事历|工作历)/.test(title) ||
    bodyKindOf(title.replace(scheduleTitle, '')) !== undefined
  );
}

/**
 * Whether a text is the calendar of an office's work: what is done week by week or month by month, in
 * lines or in a table.
 * @param title without blanks
 */
export function isCalendar(plan: Plan, title: string): boolean {
  if (!scheduleTitle.test(title) || !isOffices(title)) return false;
  const periods = periodsBy(plan, periodOn);
  if (periods.size >= enough || plan.tables.some(isCalendarTable)) return true;
  // Days alone stand in the calendar of anybody.
  if (!showsOffice(plan) && !plan.tables.some((table) => isDayTable(table) && namesOffices(table))) return false;
  return (
    periodsBy(plan, (facts) => periodOn(facts) || dayOn(facts) || weekdayOn(facts)).size >= enough ||
    plan.tables.some(isDayTable)
  );
}

/** With what the lines outside of tables begin. */
function periodsBy({ lines }: Plan, read: (facts: LineFacts) => string): ReadonlySet<string> {
  return new Set(lines.flatMap(({ place, facts }) => (place === 'cell' ? [] : read(facts) || [])));
}

/** 3月5日前：公示名册, 4月1日—10日：发放选票: the day or days that a line begins with; empty where it begins with none. */
const dayOn = lineMemo(({ text, dates }) => {
  const [first] = dates;
  if (first?.kind !== 'span' || first.range.start > 0 || (first.from ?? first.to)?.day === undefined) return '';
  return /^\s*[：:]|^[ \t\u3000]|^[（(][^（()）]{1,12}[)）]/.test(text.slice(first.range.end)) ? first.raw : '';
});

/** 周一：升旗仪式, 星期三下午 … */
const weekdayOn = lineMemo(
  ({ text }) => /^(?:周|星期)[一二三四五六日天](?=[：:\s（(]|[上下]午|晚)/.exec(text)?.[0] ?? '',
);

/** 日期（星期）, 时间 above the days of a calendar. */
const dayHeader = /^(?:日期|星期|时间|周次)(?:[（(]\p{Script=Han}{2}[)）])?$/u;
/** 星期一(2026-03-16) in front of its day. */
const weekdayAhead = /^(?:周|星期)[一二三四五六日天]\s?[（(]?$/;

/**
 * A day in row after row, with what happens or who is on duty beside it; rows without one go on with the day above. Where a
 * web page had one cell beside several rows, the rows below it begin with what is done: then the header tells the days.
 */
function isDayTable({ columns, rows }: PlanTable): boolean {
  if (rows.length < enough || columns.length < 3) return false;
  const dated = rows.filter(({ cells }) => cells.slice(0, 2).some(beginsWithDay));
  if (dated.length < enough) return false;
  const begun = rows.filter(({ cells }) => cells[0]?.text.trim() !== '');
  if (dated.length * 2 >= begun.length) return true;
  const [first] = rows;
  // An outer title above the table may have taken the place of its headers.
  const headers = [...columns.map(({ header }) => header), ...(first?.cells ?? [])];
  return headers.some(({ text }) => dayHeader.test(text.replace(/\s+/g, '')));
}

/** 德育处, 团委 beside what they do: the cells of a table are no lines of their own. */
function namesOffices({ rows }: PlanTable): boolean {
  return rows.filter(({ cells }) => cells.some(({ text }) => tellsOffice(text))).length >= enough;
}

function beginsWithDay({ lines }: PlanTable['rows'][number]['cells'][number]): boolean {
  const [line] = lines;
  const [first] = line?.facts.dates ?? [];
  if (line === undefined || first?.kind !== 'span' || (first.from ?? first.to)?.day === undefined) return false;
  return first.range.start === 0 || weekdayAhead.test(line.text.slice(0, first.range.start));
}

/** So many who answer for something divide the work. */
const leastAnswering = 2;

/**
 * Whether a text says who does which part of a piece of an office's work: 运动会工作分工.
 * @param title without blanks
 */
export function isDivision(plan: Plan, title: string): boolean {
  if (!divisionTitle.test(title) || !isOffices(title) || !showsOffice(plan)) return false;
  return new Set(plan.parties.flatMap(({ name, vague }) => (vague ? [] : [name]))).size >= leastAnswering;
}

function isCalendarTable({ columns, rows }: PlanTable): boolean {
  if (rows.length < enough || columns.length < 2) return false;
  return columns.some(({ header }, at) => {
    if (at > 1) return false;
    // 周次 above 1, 2, 3: the numbers alone are weeks.
    if (periodHeader.test(header.text.trim())) return true;
    const told = rows.filter(({ cells }) => {
      const line = cells[at]?.lines[0];
      return line !== undefined && periodOn(line.facts) !== '';
    });
    return told.length >= enough && told.length * 2 >= rows.length;
  });
}

/**
 * Whether a text is a list of tasks of an office, or of what an inspection has found and how it is put right,
 * even where its table has no column for who answers and until when.
 * @param title without blanks
 */
export function isTaskList({ tables }: Plan, title: string): boolean {
  const table = tables.find(({ rows }) => rows.length >= 2);
  if (!table) return false;
  const has = (...fields: string[]) => table.columns.some(({ field }) => field && fields.includes(field));
  if (defectTitle.test(title)) return has('issue') && has('measure');
  return taskTitle.test(title) && isOffices(title) && has('activity', 'measure');
}
