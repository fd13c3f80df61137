import type { Plan, PlanTable } from '../../plan/model.ts';
import { hasField } from '../../plan/tables/table-fields.ts';
import { showsOffice } from './offices.ts';
import { isPrivate } from './private-papers.ts';

/** 路线图, 项目里程碑, 实施进度表, 排期: a title that says when things are done, of whatever trade. 计划 may say how, too. */
const scheduleTitle = /路线图|里程碑|排期|(?:进度|工期|时间)(?:安排|计划)?表?$/;
/** 实习日程计划安排, 论文工作进程表: what is done in which period. */
const programmeTitle = /(?:日程|进度|进程|时间)(?:工作|推进|计划|安排)*(?:一览)?表?(?:[（(][^（()）]{1,12}[)）])?$/;
/** Work that is set to others: a journey, a release or a wedding is none. */
const setWork = /实习|实训|教学|工作|答辩|考试|军训|培训|会议|活动|研修/;
/** 2026-03-16, 2026年3月16日, 2026/3/16 and nothing else in the cell. */
const wholeDay = /^\s*\d{4}\s?[年\-/.]\s?\d{1,2}\s?[月\-/.]\s?\d{1,2}\s?日?\s*$/;
/** Fewer rows are an example. */
const enough = 3;

/**
 * Whether a text is a schedule in tables: milestone after milestone or task after task, each with the day it
 * begins and the day it ends. What it is about says nothing against it, as nobody else plans to the day; a paper
 * that describes how something is built has a few such rows among its words.
 * @param title without blanks
 */
export function isMilestonePlan(plan: Plan, title: string): boolean {
  const { tables, lines } = plan;
  const isPlanned = scheduleTitle.test(title) && tables.some(isSchedule);
  const isSet = programmeTitle.test(title) && !isPrivate(title) && (setWork.test(title) || showsOffice(plan));
  if (!isPlanned && !(isSet && tables.some(isProgramme))) return false;
  // Lines of a plan are those outside its tables, and in those of Markdown.
  const prose = lines.reduce((length, { place, text }) => length + (place === 'cell' ? 0 : text.length), 0);
  const told = tables.reduce((sum, { range }) => sum + range.end - range.start, 0);
  return told > prose;
}

/** Period after period, each with its first and last day in one cell, and what is done in it beside. */
function isProgramme({ columns, rows }: PlanTable): boolean {
  if (columns.length < 2 || rows.length < enough) return false;
  return columns.some((_, at) => {
    const windows = rows.filter(({ cells }) => {
      const [first] = cells[at]?.lines[0]?.facts.dates ?? [];
      return (
        first?.kind === 'span' &&
        first.from?.day !== undefined &&
        first.to?.day !== undefined &&
        first.from !== first.to
      );
    });
    return windows.length >= enough && windows.length * 2 >= rows.length;
  });
}

function isSchedule(table: PlanTable): boolean {
  if (!hasField(table, ['start']) || !hasField(table, ['deadline']) || !hasField(table, ['activity', 'stage']))
    return false;
  const dated = table.rows.filter(
    (row) =>
      wholeDay.test(table.cell(row, 'start')?.text ?? '') && wholeDay.test(table.cell(row, 'deadline')?.text ?? ''),
  );
  return dated.length >= enough && dated.length * 2 >= table.rows.length;
}
