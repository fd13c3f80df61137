import { groupsOf } from '../constraints/audiences.ts';
import { lineMemo } from '../facts.ts';
import type { PlanTable, TableCell, TableColumn } from '../model.ts';

/** A cell of a table that says when a stage takes place for somebody. */
export interface AudienceCell {
  /** 镇、街道机关. */
  readonly audience: string;
  /** The cell that names the stage. */
  readonly stage: TableCell;
  readonly time: TableCell;
}

/** 参加对象, 适用范围: whom a row is for. */
const audienceHeader =
  /^(?:参加|参与|适用|实施|活动|整治|教育|学习|培训|安排)?(?:对象|范围|主体|类别|层级|批次)$|^(?:单位|人员|对象|党组织|机构)(?:类别|类型|范围|层级|性质)$/;
const batch = /^第[一二三四1-4]批(?:次)?[：:、，,]?/;

/** What a cell says, as the head of a row or column. */
interface CellWords {
  readonly isAudienceHeader: boolean;
  readonly isStage: boolean;
  /** Those whom it names and nothing else; empty when it names nobody. */
  readonly audience: string;
}

function wordsOf(text: string): CellWords {
  const name = text.replace(/[\s\u3000*]+/g, '');
  return {
    isAudienceHeader: audienceHeader.test(name),
    isStage: namesStage(name),
    audience: audienceNamed(name) ?? '',
  };
}

const wordsOfLine = lineMemo(({ text }) => wordsOf(text));

function read({ lines, text }: TableCell): CellWords {
  return lines.length === 1 && lines[0] ? wordsOfLine(lines[0].facts) : wordsOf(text);
}

/** Longest head of a row that names those for whom it is. */
const longestAudience = 40;

/** Whom a cell names and nothing else: 第一批：镇、街道机关 → 镇、街道机关. */
function audienceNamed(text: string): string | undefined {
  if (text.length === 0 || text.length > longestAudience) return undefined;
  const name = text.replace(batch, '').replace(/^[（(](.+)[)）]$/, '$1');
  return groupsOf(name).length > 0 ? name : undefined;
}

const namesStage = (name: string) => name.length <= 20 && /^第[一二三四五六]阶段|阶段(?:[（(].*)?$/.test(name);

/** Column that says whom a row is for; undefined where no header says so. */
export function audienceColumn({ columns }: PlanTable): number | undefined {
  const at = columns.findIndex(({ header }) => read(header).isAudienceHeader);
  return at < 0 ? undefined : at;
}

/** Whom each row is for, by a column; a cell that is left empty goes on with the one above it. */
export function audiencesOfRows({ rows }: PlanTable, column: number): readonly string[] {
  let above = '';
  return rows.map(({ cells }) => {
    const cell = cells[column]?.carried ?? cells[column];
    if (cell && cell.text.trim() !== '') above = read(cell).audience;
    return above;
  });
}

/**
 * What a table with one side for those who take part and the other one for the stages says: 参加对象 | 走访摸底阶段 |
 * 集中化解阶段, or 阶段 | 镇街 | 村居. Empty for any other table.
 */
export function audienceCells(table: PlanTable): readonly AudienceCell[] {
  const { columns } = table;
  if (columns.length < 3) return none;
  const headers = columns.map(({ header }) => read(header));
  const stageAt = headers.flatMap(({ isStage }, at) => (isStage && !isTime(columns[at]) ? [at] : []));
  if (stageAt.length >= 2) return byRow(table, stageAt);
  const peopleAt = headers.flatMap(({ audience }, at) =>
    at > 0 && audience !== '' && !columns[at]?.field ? [at] : [],
  );
  const first = peopleAt[0];
  if (peopleAt.length < 2 || first === undefined) return none;
  return byColumn(
    table,
    peopleAt.map((at) => ({ at, audience: headers[at]?.audience ?? '' })),
    firstNamed(columns, first),
  );
}

const none: readonly AudienceCell[] = [];
const isTime = (column: TableColumn | undefined) => column?.field === 'time' || column?.field === 'deadline';

/** The first column that holds more than a number. */
function firstNamed(columns: readonly TableColumn[], before: number): number {
  const at = columns.findIndex(({ field }) => field !== 'ordinal');
  return at < before ? at : -1;
}

function byRow(table: PlanTable, stageAt: readonly number[]): readonly AudienceCell[] {
  const column = firstNamed(table.columns, stageAt[0] ?? 0);
  if (column < 0) return none;
  const audiences = audiencesOfRows(table, column);
  return table.rows.flatMap(({ cells }, row) => {
    const audience = audiences[row] ?? '';
    if (audience === '') return [];
    return stageAt.flatMap((at) => {
      const [stage, time] = [table.columns[at]?.header, cells[at]];
      return stage && time ? [{ audience, stage, time }] : [];
    });
  });
}

function byColumn(
  table: PlanTable,
  people: readonly { readonly at: number; readonly audience: string }[],
  column: number,
): readonly AudienceCell[] {
  if (column < 0) return none;
  return table.rows.flatMap(({ cells }) => {
    const stage = cells[column];
    if (!stage || stage.text.trim() === '') return [];
    return people.flatMap(({ at, audience }) => {
      const time = cells[at];
      return time ? [{ audience, stage, time }] : [];
    });
  });
}
