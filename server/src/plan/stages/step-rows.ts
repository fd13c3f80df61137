import { compare, daysBetween } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { Located } from '../../text/range.ts';
import type { DraftSection } from '../draft-section.ts';
import type { PlanTable, TableCell, TableRow } from '../model.ts';
import { hasField } from '../tables/table-fields.ts';
import { sectionsOfTables } from '../tables/table-sections.ts';
import type { Timeline } from '../timeline.ts';
import type { DraftStage } from './draft-stage.ts';

/** A column of what is done one after the other: 考评步骤, 工作流程. */
const ofSteps = /(?:步骤|环节|进程|程序|流程)(?:[和与及、]内容)?$/;
/** A column of whatever is done: its table has to stand below a title that says in which order. */
const ofWork = /^(?:具体|主要)?(?:工作|活动|项目|任务)?(?:内容|事项|任务|工作|安排|项目|活动)$/;
const inOrder = /步骤|流程|程序|进程|进度|时间表|时间线|时间安排|日程|里程碑/;
/** What such a title may head as well, and what goes by weeks, lessons and hours. */
const otherTable =
  /周|课|值班|值日|讲座|行事历|议程|培训|考试|监考|轮|节目|会议|开放|教学|复习|值守|值宿|巡|放假|展览|文化节|艺术节|体育节/;
const otherColumn = /星期|周次|地点|节次|课程|主题|班级|学科|科目|姓名/;
const hour = /\d[:：]\d\d|\d[时点]/;

const fewestRows = 3;
const mostRows = 12;
const fewestWindows = 2;
/** One row in so many may have no day. */
const mostUndated = 5;
/** Longest name of a step; behind its first clause the cell tells how it is done. */
const nameLength = 30;

/**
 * Tables that tell the steps of a work with their windows, in a plan that has no other stages: 时间 | 考评步骤, or 时间节点 | 内容
 * below 实施流程. A calendar of events has days, a timetable hours, and themes by the month are no steps.
 */
export function addStepRows(
  stages: DraftStage[],
  tables: readonly PlanTable[],
  sections: readonly DraftSection[],
  timeline: Timeline,
): void {
  if (stages.length > 0) return;
  const inSection = sectionsOfTables(sections);
  for (const table of tables) {
    if (table.rows.length < fewestRows || table.rows.length > mostRows || !hasField(table, ['time'])) continue;
    const title = `${inSection.get(table)?.title.value ?? ''} ${table.title?.value ?? ''}`;
    const at = stepColumn(table, title);
    const rows = at === undefined ? [] : stepsOf(table, at, timeline);
    if (rows.length > 0) stages.push(...rows);
  }
}

/** The column that names the steps. */
function stepColumn({ columns }: PlanTable, title: string): number | undefined {
  const headers = columns.map(({ header }) => header.text.replace(/[\s\u3000]+/g, ''));
  if (headers.some((header) => otherColumn.test(header)) || otherTable.test(title)) return undefined;
  const steps = headers.findIndex((header) => ofSteps.test(header));
  if (steps >= 0) return steps;
  const named = headers.findIndex((header) => ofWork.test(header));
  const work = named >= 0 ? named : headers.indexOf('');
  return work >= 0 && inOrder.test(title) ? work : undefined;
}

function stepsOf(table: PlanTable, column: number, timeline: Timeline): readonly DraftStage[] {
  const steps = table.rows.flatMap((row) => stepOf(table, row, column, timeline) ?? []);
  const windows = steps.filter(({ schedules: [own] }) => own && lasts(own.span));
  const missed = table.rows.length - steps.length;
  return areSteps(steps) &&
    windows.length >= fewestWindows &&
    2 * windows.length >= table.rows.length &&
    missed * mostUndated <= table.rows.length
    ? steps
    : [];
}

/** What some of the steps of a work are called by. */
const ofProcess =
  /报名|征集|征稿|投稿|提交|申报|推荐|评审|自评|审核|公示|公布|勘察|招标|施工|验收|总结|考评|检查|整改|部署|动员/;
/** One name in so many has such a word. */
const mostOther = 3;
/** 第一批, 东片区, 清溪镇: what tells names apart that say the same. */
const turnOrPlace =
  /第?[\d一二三四五六七八九十]+[批期组轮次]?|^\p{Script=Han}{1,3}(?:片?区|镇|乡|村|社区|街道|县|市)/gu;

/** They are steps of one work, one behind the other, and no works of the same kind side by side. */
function areSteps(steps: readonly DraftStage[]): boolean {
  const names = steps.map(({ name }) => name.value);
  const kinds = new Set(names.map((name) => name.replace(turnOrPlace, '')));
  const inTurn = steps.slice(1).every(({ schedules: [own] }, at) => {
    const [before, start] = [steps[at]?.schedules[0]?.span.end, own?.span.start];
    return !before || !start || daysBetween(before, start) >= 0;
  });
  return (
    inTurn &&
    kinds.size === names.length &&
    names.filter((name) => ofProcess.test(name)).length * mostOther >= names.length
  );
}

function stepOf(table: PlanTable, row: TableRow, column: number, timeline: Timeline): DraftStage | undefined {
  const time = table.cell(row, 'time');
  const cell = row.cells[column];
  const name = cell && nameIn(cell);
  const span = time && timeline.ofCell(time);
  if (!name || !span || (hour.test(time.text) && !span.deadline && !lasts(span))) return undefined;
  return {
    ordinal: 0,
    name,
    schedules: [{ span, origin: 'table', range: span.range, table }],
    steps: [],
    listed: true,
    tables: [table],
    time: { kind: 'none' },
    range: cell.range,
  };
}

const lasts = ({ start, end }: DateSpan): boolean =>
  start !== undefined && end !== undefined && compare(start, end) < 0;

/** What a step is called: the first clause of its cell. */
function nameIn({ text, lines: [first], range }: TableCell): Located<string> | undefined {
  const lead = /^\s*(?:\d{1,2}[.．、]|[（(]\d{1,2}[)）])?\s*/.exec(text)?.[0].length ?? 0;
  const name = /^[^，。；：,;（(《]{2,}/
    .exec(text.slice(lead))?.[0]
    .trim()
    .slice(0, nameLength)
    .replace(/(?<=..)时间$/, '');
  if (!name) return undefined;
  const isWithin = first?.text.startsWith(name, lead) === true;
  return { value: name, range: isWithin && first ? first.at(lead, lead + name.length) : range };
}
