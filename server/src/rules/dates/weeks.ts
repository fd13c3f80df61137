import { addDays, daysBetween, type PlainDate, weekday } from '../../dates/civil.ts';
import { dayText } from '../../dates/format.ts';
import { readCount } from '../../numbering/han.ts';
import type { Dated, Line, Plan, PlanTable } from '../../plan/model.ts';
import type { Message } from '../rule.ts';

/** A row whose week of the term is not the one in which its day lies. */
export interface WrongWeek {
  readonly dated: Dated;
  readonly week: string;
  /** First and last day of that week, as the other rows count it. */
  readonly from: Message;
  readonly to: Message;
}

const weekHeader = /^(?:周次|周数|教学周|教学周次|周)$/;
const weekCell = /^第?\s?(\d{1,2}|[一二三四五六七八九十]{1,3})\s?周?$/;
/** So many rows have to agree, and so large a share of all. */
const LEAST = 3;
const SHARE = 0.7;

/** Rows of a table of weeks and days whose day lies in another week than all others would have it. */
export function wrongWeeks(plan: Plan): readonly WrongWeek[] {
  return plan.tables.flatMap((table) => ofTable(table, plan));
}

function ofTable({ columns, rows }: PlanTable, plan: Plan): readonly WrongWeek[] {
  const weekAt = columns.findIndex(({ header }) => weekHeader.test(header.text.replace(/[\s\u3000]+/g, '')));
  const dateAt = columns.findIndex(({ field }, at) => at !== weekAt && (field === 'time' || field === 'deadline'));
  if (weekAt < 0 || dateAt < 0 || rows.length <= LEAST) return [];
  const byLine = new Map<Line, Dated>();
  for (const dated of plan.dates)
    if (dated.line.place === 'cell' && !byLine.has(dated.line)) byLine.set(dated.line, dated);
  const read = rows.flatMap(({ cells }) => {
    const written = weekCell.exec(cells[weekAt]?.text.trim() ?? '')?.[1];
    const line = cells[dateAt]?.lines[0];
    const dated = line && byLine.get(line);
    const day = dated?.span?.precision === 'day' ? dated.span.start : undefined;
    const week = written === undefined ? undefined : readCount(written);
    return dated && day && week ? [{ dated, week, day }] : [];
  });
  return wrongAmong(inOrder(read));
}

/** What a row says; 第0周, in front of the term, may be more than one week. */
interface Written {
  readonly dated: Dated;
  readonly week: number;
  readonly day: PlainDate;
}

/** So many days back a row lies only where the year was turned over above it. */
const TURN = 180;

/** Rows with the Monday of which each counts; 1月7日 behind 12月31日 is of the next year, whatever year was read for it. */
function inOrder(rows: readonly Written[]): readonly Row[] {
  let years = 0;
  return rows.map(({ dated, week, day }, at) => {
    const above = rows[at - 1]?.day;
    if (above && daysBetween(day, above) > TURN) years++;
    return { dated, week, first: addDays(mondayOf({ ...day, year: day.year + years }), -7 * week) };
  });
}

function wrongAmong(read: readonly Row[]): readonly WrongWeek[] {
  const [usual] = read
    .map((row) => ({ row, like: read.filter((other) => daysBetween(row.first, other.first) === 0).length }))
    .sort((a, b) => b.like - a.like);
  if (!usual || usual.like < LEAST || usual.like < read.length * SHARE) return oneSlip(read);
  return read.flatMap(({ dated, week, first }): readonly WrongWeek[] => {
    if (daysBetween(first, usual.row.first) === 0) return [];
    const monday = addDays(usual.row.first, 7 * week);
    return [{ dated, week: String(week), from: dayText(monday), to: dayText(addDays(monday, 6)) }];
  });
}

interface Row {
  readonly dated: Dated;
  readonly week: number;
  /** The Monday before the first week, as this row counts. */
  readonly first: PlainDate;
}

/** 第4周 3月25日, 第6周 4月1日: the one row from which on the count is another one. */
function oneSlip(rows: readonly Row[]): readonly WrongWeek[] {
  const slips = rows.filter((row, at) => {
    const before = rows[at - 1];
    return before !== undefined && daysBetween(before.first, row.first) !== 0;
  });
  const [slip, more] = slips;
  const before = slip && rows[rows.indexOf(slip) - 1];
  // A week of holidays that is not counted moves the days on; only a number that was skipped moves them back.
  if (!slip || !before || more || rows.length <= LEAST + 1 || daysBetween(before.first, slip.first) > 0) return [];
  const monday = addDays(before.first, 7 * slip.week);
  return [{ dated: slip.dated, week: String(slip.week), from: dayText(monday), to: dayText(addDays(monday, 6)) }];
}

function mondayOf(day: PlainDate): PlainDate {
  return addDays(day, 1 - weekday(day));
}
