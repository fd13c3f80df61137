import type { Located, Range } from '../../text/range.ts';
import type { DraftSection } from '../draft-section.ts';
import { firstSentence } from '../line/sentences.ts';
import type {
  ColumnField,
  Dated,
  Line,
  Party,
  PlanTable,
  Section,
  TableCell,
  TableRow,
  Task,
  TimeLimit,
} from '../model.ts';
import type { PartyMention } from '../parties/mentions.ts';
import { isVagueName, type PartyRole, roleOfLabel } from '../parties/words.ts';
import type { DraftStage } from '../stages/draft-stage.ts';
import { ownerFields } from '../tables/table-fields.ts';
import type { Timeline } from '../timeline.ts';

const nobody: readonly Party[] = [];
const deadlineFields: readonly ColumnField[] = ['deadline', 'time'];
const partyFields: readonly ColumnField[] = [
  'owner',
  'responsibleUnit',
  'leadUnit',
  'responsibleLeader',
  'supervisor',
  'supportUnits',
];
const titleFields: readonly ColumnField[] = ['activity', 'measure', 'issue', 'goal', 'requirement'];

/** Who answers for something and until when, in the lines about it and in what stands around it. */
export interface Surroundings {
  readonly time: TimeLimit;
  readonly parties: readonly Party[];
}

export const bareSurroundings: Surroundings = { time: { kind: 'none' }, parties: nobody };

/** The parties named on a line; the roles come from labels and phrases, see parties.ts. */
export function partiesOn(line: Line): readonly Party[] {
  const mentions = line.facts.parties;
  return mentions.length === 0 ? nobody : mentions.map((mention) => partyOf(mention, line));
}

function partyOf({ range, name, role, vague, rank, unit, onward, unlike }: PartyMention, line: Line): Party {
  return {
    line,
    range: line.at(range.start, range.end),
    name,
    role,
    vague,
    ...(rank ? { rank } : {}),
    ...(unit === undefined ? {} : { unit }),
    ...(onward ? { onward } : {}),
    ...(unlike ? { unlike } : {}),
  };
}

/** Subjects of the sentences of a step: 教务处要组织…, they answer for it as well. */
export function actorsOn(line: Line, from = 0): readonly Party[] {
  const actors = line.facts.actors(from);
  if (actors.length === 0) return nobody;
  return actors.map(({ range, name, vague }) => ({
    name,
    role: 'responsibleUnit',
    vague,
    line,
    range: line.at(range.start, range.end),
  }));
}

/**
 * The strongest statement about time on the lines: days before a rhythm, a rhythm before a vague word.
 * @param from index in the first line; what stands before it is not looked at
 */
export function timeOn(lines: readonly Line[], timeline: Timeline, from = 0): TimeLimit {
  let best = noTime;
  for (const line of lines) {
    for (const dated of timeline.on(line)) {
      if (line === lines[0] && dated.expression.range.start < from) continue;
      const limit = limitOf(dated);
      if (limit && strength(limit) > strength(best)) best = limit;
    }
  }
  return best;
}

const noTime: TimeLimit = { kind: 'none' };

/** The first one of the strongest kind. */
export function strongest(limits: readonly TimeLimit[]): TimeLimit {
  let best = noTime;
  for (const limit of limits) if (strength(limit) > strength(best)) best = limit;
  return best;
}

const order: readonly TimeLimit['kind'][] = [
  'none',
  'vague',
  'recurring',
  'ongoing',
  'immediate',
  'relative',
  'inherited',
  'own',
];
const strength = (limit: TimeLimit) => order.indexOf(limit.kind);

/** What a dated statement says of a deadline; undefined for lengths and the like. */
export function limitOf(dated: Dated): TimeLimit | undefined {
  const { expression, span, range } = dated;
  // 2024年以来 is what was, and no limit.
  if (expression.raw.endsWith('以来')) return undefined;
  switch (expression.kind) {
    case 'span':
      return span && (span.end || span.start) ? { kind: 'own', span, range } : undefined;
    case 'malformed':
      return { kind: 'own', ...(span ? { span } : {}), range };
    case 'relative':
    case 'recurring':
    case 'ongoing':
    case 'immediate':
    case 'vague':
      return { kind: expression.kind, ...(span ? { span } : {}), range };
    default:
      return undefined;
  }
}

/** Own time, or that of the surroundings as inherited. */
export function inheritTime(own: TimeLimit, around: TimeLimit): TimeLimit {
  if (own.kind === 'own' || own.kind === 'relative') return own;
  if (around.kind === 'none' || around.kind === 'vague') return own;
  // 全程, 贯穿始终 and the like in running text do not take the window of the stage away.
  if (own.kind !== 'none' && own.kind !== 'vague' && around.kind !== 'own' && around.kind !== 'inherited') return own;
  return { ...around, kind: around.kind === 'own' ? 'inherited' : around.kind };
}

/** All lines of a section: heading, body and what lies below. */
export function linesOf(section: Section): readonly Line[] {
  const lines: Line[] = [];
  const visit = ({ heading, body, sections }: Section): void => {
    lines.push(heading, ...body);
    sections.forEach(visit);
  };
  visit(section);
  return lines;
}

/** Those named below a title that is a label (2.责任单位 / 教务处、总务处), wherever in the section it stands. */
function headedParties(section: Section): readonly Party[] {
  return section.sections.flatMap((child) => {
    const role = roleOfLabel.get(child.title.value);
    const line = child.body[0];
    return role && line && line.text.length <= longestNames ? namesOn(line, role) : headedParties(child);
  });
}

/** Those named on the line below a label that stands alone: **责任领导** / 周敏. */
function partiesBelowLabels(lines: readonly Line[]): readonly Party[] {
  return lines.flatMap((line, at) => {
    const role = line.text.length <= longestLabel ? roleOfLabel.get(line.text.replace(/[：:]$/, '')) : undefined;
    const names = lines[at + 1];
    if (!role || !names || names.text.length > longestNames) return nobody;
    const isNames = names.place === line.place && !names.facts.number && !/[：:。]./.test(names.text);
    return isNames ? namesOn(names, role) : nobody;
  });
}

/** 责任单位（责任人） and a colon are no longer. */
const longestLabel = 10;

/** 2.逐项整改。按下表整改。: those whom the columns of the table below the item name. */
function partiesInTables({ tables }: DraftSection): readonly Party[] {
  return tables.flatMap((table) =>
    table.rows.flatMap((row) =>
      ownerFields.flatMap((field) => {
        const line = table.cell(row, field)?.lines[0];
        return line ? namesOn(line, field === 'responsibleUnit' ? field : 'owner') : nobody;
      }),
    ),
  );
}

/** The names on a line that holds nothing else. */
function namesOn(line: Line, role: PartyRole): readonly Party[] {
  return namesIn(line.text).map((name) => ({ name, role, vague: isVagueName(name), line, range: line.range }));
}

const parts = /[、，,；;\s]+/;

function namesIn(text: string): readonly string[] {
  return parts.test(text) ? text.split(parts).filter(Boolean) : text === '' ? [] : [text];
}

/** Longest line that holds nothing but names. */
const longestNames = 40;

const issueLabel = /^(?:存在|主要|具体|整改|反馈)?(?:的)?(?:问题|事项|任务|隐患|内容)$/;

/** 4.问题：抗菌药物使用强度偏高。: what stands behind the label is what the item is about. */
export function titleOf({ title, heading, runIn }: Section): Located<string> {
  if (runIn === undefined || !issueLabel.test(title.value)) return title;
  const from = runIn + heading.text.slice(runIn).search(/[^：:\s]/);
  const length = heading.text.slice(from).search(/[。；]|$/);
  return length < 2
    ? title
    : { value: heading.text.slice(from, from + length), range: heading.at(from, from + length) };
}

/** The task that a section describes. */
export function taskOfSection(
  section: DraftSection,
  stage: DraftStage | undefined,
  around: Surroundings,
  timeline: Timeline,
): Task {
  const lines = linesOf(section);
  const named = [...lines.flatMap(partiesOn), ...headedParties(section), ...partiesBelowLabels(lines)];
  const actors = named.some((party) => !party.vague)
    ? nobody
    : lines.flatMap((line) => actorsOn(line, line === section.heading ? (section.runIn ?? section.titleAt) : 0));
  return task(
    titleOf(section),
    'section',
    section.range,
    [...named, ...actors],
    timeOn(lines, timeline),
    stage,
    { ...around, parties: [...around.parties, ...partiesInTables(section)] },
    {
      section,
    },
  );
}

const longestTitle = 60;

/** A sentence that names a task; a long one is cut off, which the text of the title shows. */
export function titleIn(line: Line, start: number, end: number): Located<string> {
  const cut = Math.min(end, start + longestTitle);
  const text = line.text.slice(start, cut).trim();
  return { value: cut < end ? `${text}…` : text, range: line.at(start, cut) };
}

/** A line of a stage that says what is done, and the lines of the list below it that go on about it. */
export interface StepLine {
  readonly line: Line;
  /** Index of the text in the line, behind a title that stands on the same line. */
  readonly from: number;
  readonly below: readonly Line[];
}

/** The task that a line of a stage describes; its first sentence names it. */
export function taskOfLine(
  { line, from, below }: StepLine,
  stage: DraftStage | undefined,
  around: Surroundings,
  timeline: Timeline,
): Task {
  const text = line.text.slice(from);
  const sentence = firstSentence(text);
  const end = from + (sentence?.range.end ?? text.length);
  // Bullets of a word processor come as signs that nobody can read.
  const start = from + Math.max(0, text.search(/[^\s\ue000-\uf8ff]/));
  const title = titleIn(line, start, end);
  const lines = [line, ...below];
  const named = lines.flatMap(partiesOn);
  const actors = named.some((party) => !party.vague)
    ? nobody
    : lines.flatMap((one) => actorsOn(one, one === line ? from : 0));
  const range = { start: line.at(from, line.text.length).start, end: lines.at(-1)?.range.end ?? line.range.end };
  return task(title, 'paragraph', range, [...named, ...actors], timeOn(lines, timeline, from), stage, around, {});
}

const hour = /\d{1,2}[:：]\d{2}|\d{1,2}[时点]/;
const partNumber = /^(?:[（(]?[一二三四五六七八九十]{1,3}[)）]?[、.．]?|第[一二三四五六七八九十]{1,3}[部类].?)/;

/** 一 | 政治建设方面 | | |: a row that only names the rows below it. */
function isCaption(table: PlanTable, row: TableRow): boolean {
  if (row.cells.length < 4) return false;
  let first: string | undefined;
  let told = 0;
  for (const [at, { text }] of row.cells.entries()) {
    const words = text.trim();
    if (words === '') continue;
    first ??= words;
    if (table.columns[at]?.field !== 'ordinal' && ++told > 1) return false;
  }
  if (!partNumber.test(first ?? '')) return false;
  // Where all rows are numbered so, none of them stands above the others.
  return table.rows.some(
    ({ cells }) => !partNumber.test(cells.find(({ text }) => text.trim() !== '')?.text.trim() ?? '一'),
  );
}

function linesOfRow({ cells }: TableRow): readonly Line[] {
  const found: Line[] = [];
  for (const { lines } of cells) for (const line of lines) found.push(line);
  return found;
}

function titleOfRow(table: PlanTable, row: TableRow): TableCell | undefined {
  for (const field of titleFields) {
    const cell = table.cell(row, field);
    if (cell && cell.text !== '') return cell;
  }
  return undefined;
}

/** The task of a table row: what the columns say, or the text of the row where a column is missing. */
export function taskOfRow(
  table: PlanTable,
  row: TableRow,
  stage: DraftStage | undefined,
  around: Surroundings,
  timeline: Timeline,
): Task | undefined {
  const titleCell = titleOfRow(table, row);
  if (!titleCell || isCaption(table, row)) return undefined;
  const parties: Party[] = [];
  for (const field of partyFields) {
    const cell = table.cell(row, field);
    const line = cell?.lines[0];
    if (!cell || !line || /^[-—–/\s\u3000无]*$/.test(cell.text)) continue;
    const role =
      field === 'supervisor' ||
      field === 'supportUnits' ||
      field === 'responsibleLeader' ||
      field === 'leadUnit' ||
      field === 'owner'
        ? field
        : 'responsibleUnit';
    const isVague = line.facts.parties.some((mention) => mention.vague);
    for (const name of namesIn(cell.text))
      parties.push({ name, role, vague: isVague || isVagueName(name), line, range: cell.range });
  }
  const lines = linesOfRow(row);
  if (parties.length === 0)
    for (const line of lines) for (const party of partiesOn(line)) if (!party.vague) parties.push(party);
  // In a stage it says so in its sentences, as a step in prose does; a table of its own has a column for it.
  if (parties.length === 0 && stage) for (const line of lines) parties.push(...actorsOn(line));
  let time = noTime;
  for (const field of deadlineFields) {
    const cell = table.cell(row, field);
    if (!cell || cell.text === '') continue;
    const span = timeline.ofCell(cell);
    time = span ? { kind: 'own', span, range: cell.range } : timeOn(cell.lines, timeline);
    if (time.kind === 'none' && /^(?:长期|常年|全年|全程|持续)/.test(cell.text))
      time = { kind: 'ongoing', range: cell.range };
    // 8:30—9:00 of a programme: the day is that of the event.
    if (time.kind === 'none' && hour.test(cell.text)) time = { kind: 'own', range: cell.range };
    if (time.kind !== 'none') break;
  }
  if (time.kind === 'none') {
    const said = timeOn(lines, timeline);
    // Beside a cell for the limit that was left empty, 每月抽查 among the measures is how it is done, not until when.
    const isLeftOpen = deadlineFields.some((field) => table.cell(row, field)?.text.trim() === '');
    // 资料齐全的7个工作日内拨付 is the pace of the work from then on; 会后7日内 has an event from which it counts.
    const isSet = said.kind === 'relative' && lines.some(({ text }) => /[后起前当]/.test(text));
    const isOwn = said.kind === 'own' && !(isLeftOpen && saysOfWhat(said, lines));
    if (!isLeftOpen || isOwn || isSet) time = said;
  }
  const title = { value: titleCell.text, range: titleCell.range };
  return task(title, 'row', row.range, parties, time, stage, around, { row, table });
}

/** 2023年底前建成的泵站全部检修: the day tells which ones, and not until when. A year alone is no limit either. */
function saysOfWhat({ span, range }: TimeLimit, lines: readonly Line[]): boolean {
  if (span?.precision === 'year') return true;
  const line = lines.find((one) => range && one.range.start <= range.start && range.end <= one.range.end);
  const date = line?.facts.dates.find((one) => line.at(one.range.start, one.range.end).start === range?.start);
  return line !== undefined && date !== undefined && ofWhat.test(line.text.slice(date.range.end));
}
const ofWhat = /^(?:之?前|以前)?(?:以来|(?!.{0,7}(?:完成|实现))[^，。；、：的]{1,7}的(?!工作))/;

function task(
  title: Located<string>,
  origin: Task['origin'],
  range: Range,
  own: readonly Party[],
  time: TimeLimit,
  stage: DraftStage | undefined,
  around: Surroundings,
  rest: Pick<Task, 'section' | 'row' | 'table'>,
): Task {
  const answered = own.some((party) => !party.vague);
  return {
    title,
    origin,
    ...rest,
    // The draft becomes the stage of the finished plan: one object, filled while reading.
    ...(stage ? { stage } : {}),
    time: inheritTime(time, around.time),
    parties: answered || around.parties.length === 0 ? own : [...own, ...around.parties],
    partiesInherited: !answered && around.parties.some((party) => !party.vague),
    range,
  };
}
