import { liesWithin } from '../../text/range.ts';
import { datedByLine, datedOn } from '../dated-lines.ts';
import type { Dated, Line, Plan, PlanTable, Section, TableRow } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { allSections } from '../sections.ts';
import { eventsNamed, eventsOn, type LineEvent, sideOf } from './on-line.ts';

/** An event of a plan with a time that is given for it in one place. */
export interface PlanEvent extends Omit<LineEvent, 'expression'> {
  readonly dated: Dated;
  /** Its name stands there by itself: a title, a label, a row. */
  readonly headed: boolean;
  readonly section?: Section;
  readonly table?: PlanTable;
  /** 第一期, 小学组: what tells its place from others. */
  readonly group: string;
}

/** Those who go by days of their own; 领导小组, 专家组 do not. */
const group =
  /第[一二三四五六七八九十\d]+[期批轮场届组标站片]|(?:小学|初中|高中|中学|幼儿园|[七八九高初一二三四五六]年级|男子|女子|[\p{Script=Han}]{1,2}片区|(?:教师|教工|职工|学生|少儿|青年|成人|老年|机关|乡镇|县直|市直|镇直|区直|社会|公众|大学|个人|团体|[A-D甲乙丙丁])组)/u;
/** Who answers for it tells no event apart. */
const aside = new Set<string | undefined>([
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'owner',
  'supervisor',
  'responsibleLeader',
  'remark',
  'progress',
  'status',
]);
/** 主要活动, 赛程内容: the column of names where none is known by its header. */
const nameHeader = /活动|内容|事项|环节|项目|任务|赛程/;

/** Everything that a plan puts on a day and that has a name of an event, in order of the lines. */
export const eventsOf = versionMemo((plan: Plan): readonly PlanEvent[] => {
  if (plan.dates.length === 0) return NONE;
  const dates = datedByLine(plan.dates);
  const found: Found = { events: [], dates: new Set() };
  for (const [line, dated] of dates) {
    if (line.place === 'quote') continue;
    for (const { expression, ...event } of eventsOn(line.facts)) {
      const own = dated.find((one) => one.expression === expression);
      if (!own?.span) continue;
      const section = sectionOf(plan.sections, line);
      add(found, {
        dated: own,
        headed: false,
        group: groupOf(event.name + event.subject, section),
        ...event,
        ...(section ? { section } : {}),
      });
    }
  }
  for (const section of allSections(plan)) titled(section, dates, found);
  for (const table of plan.tables) rowsOf(table, dates, found);
  return found.events.sort((a, b) => a.dated.range.start - b.dated.range.start);
});

const NONE: readonly PlanEvent[] = [];

/** The same by kind, each kind in order of the lines. */
export const eventsByKind = versionMemo((plan: Plan): ReadonlyMap<string, readonly PlanEvent[]> => {
  const byKind = new Map<string, PlanEvent[]>();
  for (const event of eventsOf(plan)) {
    const list = byKind.get(event.kind);
    if (list) list.push(event);
    else byKind.set(event.kind, [event]);
  }
  return byKind;
});

interface Found {
  readonly events: PlanEvent[];
  /** What has been read as the time of an event. */
  readonly dates: Set<Dated>;
}

function add({ events, dates }: Found, event: PlanEvent): void {
  events.push(event);
  dates.add(event.dated);
}

function groupOf(text: string, section: Section | undefined): string {
  const own = group.exec(text)?.[0];
  if (own) return own;
  for (let at = section; at; at = at.parent) {
    const above = group.exec(at.title.value)?.[0];
    if (above) return above;
  }
  return '';
}

/** The section that a line is the heading of, or in the body of; few lines are asked for. */
function sectionOf(sections: readonly Section[], line: Line): Section | undefined {
  for (const section of sections) {
    if (!liesWithin(line.range, section.range)) continue;
    if (section.heading === line || section.body.includes(line)) return section;
    return sectionOf(section.sections, line);
  }
  return undefined;
}

/** How far behind the head of its body the day of a section stands at most. */
const NEAR = 3;

/** （二）网上报名。6月16日至20日，…: the body of a section with that title begins with its time. */
function titled(section: Section, dates: ReadonlyMap<Line, readonly Dated[]>, found: Found): void {
  const { heading, runIn, body } = section;
  const line = runIn === undefined ? body[0] : heading;
  const first = line && dates.get(line)?.find(({ expression }) => expression.range.start >= (runIn ?? 0));
  if (!first?.span || first.expression.kind !== 'span' || found.dates.has(first)) return;
  if (first.expression.range.start - (runIn ?? 0) > NEAR) return;
  const events = eventsNamed(section.title.value);
  // 报名和初审 may have days of their own, 开幕式暨文艺演出 has not.
  if (events.length > 1 && !section.title.value.includes('暨')) return;
  const side = sideOf(first.expression);
  for (const event of events) {
    const place = { dated: first, headed: true, group: groupOf(event.name, section), subject: '', section };
    add(found, { ...place, ...event, ...(side ? { side } : {}) });
  }
}

function rowsOf(table: PlanTable, dates: ReadonlyMap<Line, readonly Dated[]>, found: Found): void {
  const { columns, rows } = table;
  const timeAt = columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
  const known = columns.findIndex(({ field }) => field === 'activity' || field === 'stage' || field === 'measure');
  const nameAt = known < 0 ? columns.findIndex(({ header, field }) => !field && nameHeader.test(header.text)) : known;
  if (timeAt < 0 || nameAt < 0) return;
  const isLimit = columns[timeAt]?.field === 'deadline';
  const limitAt = isLimit ? timeAt : columns.findIndex(({ field }) => field === 'deadline');
  for (const row of rows) {
    const dated = timeIn(row, timeAt, dates) ?? timeIn(row, limitAt, dates);
    if (!dated?.span || found.dates.has(dated)) continue;
    const side = isLimit ? 'end' : sideOf(dated.expression);
    const events = eventsNamed(row.cells[nameAt]?.text ?? '');
    if (events.length === 0) continue;
    const told = row.cells.flatMap((cell, at) => (aside.has(columns[at]?.field) ? [] : [cell.text])).join('|');
    const tells = groupOf(`${table.title?.value ?? ''}|${told}`, undefined);
    for (const event of events) {
      const place = { dated, headed: true, group: tells, subject: table.audience ?? '', table };
      add(found, { ...place, ...event, ...(side ? { side } : {}) });
    }
  }
}

/** The only time in a cell. */
function timeIn(row: TableRow, at: number, dates: ReadonlyMap<Line, readonly Dated[]>): Dated | undefined {
  const [only, more] = datedOn(row.cells[at]?.lines ?? [], dates);
  return only && !more && only.expression.kind === 'span' ? only : undefined;
}
