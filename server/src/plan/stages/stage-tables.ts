import { compare } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { readNumber } from '../../numbering/read.ts';
import type { Located } from '../../text/range.ts';
import { lineMemo } from '../facts.ts';
import type { PlanTable, TableCell, TableRow } from '../model.ts';
import { audienceCells, audienceColumn, audiencesOfRows } from '../tables/audience-tables.ts';
import { joined } from '../tables/split-windows.ts';
import { limitCell } from '../tables/table-fields.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';
import { phaseOf } from './phase.ts';
import { stageKey } from './stage-key.ts';
import { groupWindowsIn } from './told-windows.ts';

/** Rows of a workflow table: their stages join those of the body, or are stages of their own. */
export function addTable(stages: DraftStage[], table: PlanTable, timeline: Timeline): void {
  if (table.kind !== 'workflow' || !table.columns.some((column) => column.field === 'stage')) return;
  const column = audienceColumn(table);
  const audiences = column === undefined ? undefined : audiencesOfRows(table, column);
  const seen = new Set<TableCell>();
  table.rows.forEach((row, at) => {
    const cell = table.cell(row, 'stage');
    if (!cell || cell.text === '' || (!audiences && seen.has(cell))) return;
    seen.add(cell);
    const stage = stageInCell(stages, cell, timeline) ?? newStage(stages, cell, timeline);
    const time = table.cell(row, 'time');
    if (stage) addWindow(stage, time, table, audiences?.[at] || table.audience, timeline, row);
  });
}

/**
 * Rows of milestones or tasks that are all called phases (Phase 1: 基础建设 | 5月29日): each is a stage that lasts until its
 * day, or the one that a heading calls Phase 1.
 */
export function addPhaseRows(stages: DraftStage[], table: PlanTable, timeline: Timeline): void {
  if (table.columns.some(({ field }) => field === 'stage')) return;
  const rows = table.rows.flatMap((row) => {
    const cell = table.cell(row, 'activity') ?? row.cells[0];
    const phase = cell && phaseOf(cell.text);
    const time = limitCell(table, row);
    return cell && phase && time ? [{ ...phase, cell, time }] : [];
  });
  if (rows.length < 2 || rows.length < table.rows.length) return;
  const described = [...stages];
  const found = rows.map(({ ordinal, name }) =>
    described.find((stage) => stageKey(stage.name.value) === stageKey(name) || isPhase(stage, ordinal)),
  );
  if (described.length > 0 && found.every((stage) => stage === undefined)) return;
  rows.forEach(({ cell, time, ordinal, name }, at) => {
    const span = timeline.ofCell(time);
    if (!span) return;
    const located = { value: name || cell.text.trim(), range: cell.range };
    const stage = found[at] ?? added(stages, ordinal, located);
    // ### Phase 1 is called 基础建设 in the table only.
    if (name !== '') stage.name = located;
    const isRange = span.start && span.end && compare(span.start, span.end) < 0;
    if (!stage.tables.includes(table)) stage.tables.push(table);
    stage.schedules.push({ span: isRange ? span : withoutStart(span), origin: 'table', range: span.range, table });
  });
}

/**
 * Rows that are called like the stages of the body (M1 术语表定稿 | 8月25日 | 9月7日), in a column that says nothing of stages: half
 * of the rows, or of the stages that have days, where the table has more to tell.
 */
export function addNamedRows(stages: readonly DraftStage[], table: PlanTable, timeline: Timeline): void {
  if (stages.length < 2 || table.columns.some(({ field }) => field === 'stage')) return;
  if (stages.some(({ tables }) => tables.includes(table))) return;
  const rows = table.rows.flatMap((row) => {
    const cell = table.cell(row, 'activity') ?? row.cells[0];
    const stage = cell && stages.find(({ name, section }) => section && stageKey(name.value) === stageKey(cell.text));
    return stage ? [{ stage, row }] : [];
  });
  const dated = stages.filter(({ schedules }) => schedules.length > 0).length;
  const least = dated > 2 ? Math.min(table.rows.length, dated) : table.rows.length;
  if (rows.length < 2 || 2 * rows.length < least) return;
  for (const { stage, row } of rows) addWindow(stage, table.cell(row, 'time'), table, undefined, timeline, row);
}

/** A heading called Phase 1 and nothing else. */
function isPhase({ name: { value } }: DraftStage, ordinal: number): boolean {
  const phase = phaseOf(value);
  return phase !== undefined && phase.name === '' && phase.ordinal === ordinal;
}

/** Of the day by which it is to be done nobody can tell when it begins. */
function withoutStart({ start: _, ...rest }: DateSpan): DateSpan {
  return { ...rest, deadline: true };
}

/** A table with a window for each audience and stage; its stages are those of the body, where that has any. */
export function addAudienceTable(stages: DraftStage[], table: PlanTable, timeline: Timeline): void {
  const described = stages.length > 0;
  for (const { audience, stage: cell, time } of audienceCells(table)) {
    if (timeline.factsOf(time).dates.length === 0) continue;
    const stage = stageInCell(stages, cell, timeline) ?? (described ? undefined : newStage(stages, cell, timeline));
    if (stage) addWindow(stage, time, table, audience, timeline);
  }
}

function stageInCell(stages: readonly DraftStage[], cell: TableCell, timeline: Timeline): DraftStage | undefined {
  const { token, key } = nameInCell(timeline.factsOf(cell));
  const named = stages.find((candidate) => stageKey(candidate.name.value) === key && key !== '');
  return named ?? (token?.kind === 'stage' ? stages.find(({ ordinal }) => ordinal === token.value) : undefined);
}

function newStage(stages: DraftStage[], cell: TableCell, timeline: Timeline): DraftStage | undefined {
  const facts = timeline.factsOf(cell);
  const { name, token, key } = nameInCell(facts);
  // The column 施工阶段 of a table of projects holds days.
  const isTime = facts.dates.some(({ range }) => range.start === 0 && range.end === facts.text.length);
  if (isTime || (key === '' && token?.kind !== 'stage')) return undefined;
  return added(stages, token?.kind === 'stage' ? token.value : 0, { value: key || name, range: cell.range });
}

function added(stages: DraftStage[], ordinal: number, name: Located<string>): DraftStage {
  const stage: DraftStage = {
    ordinal,
    name,
    schedules: [],
    steps: [],
    tables: [],
    time: { kind: 'none' },
    range: name.range,
  };
  stages.push(stage);
  return stage;
}

/** @param row where no cell has the window, the one in two of whose cells its ends may stand */
function addWindow(
  stage: DraftStage,
  time: TableCell | undefined,
  table: PlanTable,
  audience: string | undefined,
  timeline: Timeline,
  row?: TableRow,
): void {
  if (!stage.tables.includes(table)) stage.tables.push(table);
  const ofGroups = time ? groupWindowsIn(time, timeline) : [];
  for (const window of ofGroups) stage.schedules.push({ ...window, origin: 'table', table });
  if (ofGroups.length > 0) return;
  const span = time ? timeline.ofCell(time) : row && endsIn(table, row, timeline);
  if (!span) return;
  // A table that goes on over the page names the stage and its window again.
  const known = stage.schedules.some(
    (one) => one.table === table && one.span.raw === span.raw && one.audience === audience,
  );
  if (known) return;
  stage.schedules.push({ span, origin: 'table', range: span.range, table, ...(audience ? { audience } : {}) });
}

/** 阶段 | 开始时间 | 结束时间: the ends of the window stand in two cells; 阶段 | 完成时间 tells only until when. */
function endsIn(table: PlanTable, row: TableRow, timeline: Timeline): DateSpan | undefined {
  const of = (field: 'start' | 'deadline') => {
    const cell = table.cell(row, field);
    return cell && timeline.ofCell(cell);
  };
  const [start, end] = [of('start'), of('deadline')];
  if (start && end) return joined(start, end);
  return end && !table.columns.some(({ field }) => field === 'start') ? withoutStart(end) : undefined;
}

/** The stage that a cell names. */
const nameInCell = lineMemo(({ text }) => {
  const name = text.replace(/[\s\u3000]+/g, '');
  const token = readNumber(name);
  const words = (token ? name.slice(token.range.end) : name).replace(/(?<=阶段)[（(][^（()）]*[)）]$/, '');
  return { name, token, key: stageKey(words) };
});
