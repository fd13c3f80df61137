import { overlaps, type Range } from '../../text/range.ts';
import { datedByLine } from '../dated-lines.ts';
import type { Dated, Line, Party, Plan, PlanTable, Section, Stage, TableRow, Task, TimeLimit } from '../model.ts';
import { tasksOf } from '../parties/named-parties.ts';
import { endsLikeUnit, looksLikePerson, type PartyRole, personRoles } from '../parties/words.ts';
import { ownerFields } from '../tables/table-fields.ts';
import { actorsOn, linesOf, partiesOn } from './tasks.ts';

/** The smallest thing of a plan that has to be done, with who answers for it and until when. */
export interface WorkItem {
  /** In one line, without its number. */
  readonly title: string;
  readonly stage?: Stage;
  /** The section that is this thing; absent for a row or a paragraph. */
  readonly section?: Section;
  readonly table?: PlanTable;
  readonly row?: TableRow;
  readonly time: TimeLimit;
  /** The statement that `time` comes from; absent for rows whose cell breaks it over lines. */
  readonly dated?: Dated;
  readonly units: readonly string[];
  readonly persons: readonly string[];
  readonly range: Range;
}

/**
 * The tasks of a plan down to the smallest: a measure (一) whose items 1. and 2. name days and owners
 * of their own is these items.
 */
export function workItemsOf(plan: Plan): readonly WorkItem[] {
  const written = new Map(plan.dates.map((dated) => [placeKey(dated.range), dated]));
  const datedOn = datedByLine(plan.dates);
  const seen = new Set<string>();
  return tasksOf(plan).flatMap((task): readonly WorkItem[] => {
    const leaves = task.section ? leavesOf(task.section) : [];
    const items =
      leaves.length > 1 && leaves.some((leaf) => linesOf(leaf).some(({ facts }) => facts.dates.length > 0))
        ? leaves.map((leaf) => itemOfSection(leaf, task, datedOn))
        : [itemOfTask(task, written, plan)];
    return items.filter((item) => {
      const key = placeKey(item.range);
      if (item.title === '' || seen.has(key)) return false;
      seen.add(key);
      return true;
    });
  });
}

const placeKey = ({ start, end }: Range) => `${start} ${end}`;

function leavesOf(section: Section): readonly Section[] {
  return section.sections.length === 0 ? [section] : section.sections.flatMap(leavesOf);
}

function itemOfTask(task: Task, written: ReadonlyMap<string, Dated>, plan: Plan): WorkItem {
  const { title, stage, section, table, row, parties, range } = task;
  const rhythm = task.time.kind === 'inherited' ? rhythmIn(plan, range) : undefined;
  const time = rhythm ? timeOf(rhythm) : task.time;
  const dated = rhythm ?? (time.range && written.get(placeKey(time.range)));
  // What the thing says of itself, 责任单位：各科室, is not replaced by those of its stage.
  const own = task.partiesInherited ? ownVague(parties.filter(({ range: at }) => overlaps(at, range))) : [];
  const owners = row && table ? ownersInRow(table, row) : ownersAmong(own.length > 0 ? own : parties, own.length > 0);
  return {
    title: titleText(title.value),
    ...(stage ? { stage } : {}),
    ...(section ? { section } : {}),
    ...(table ? { table } : {}),
    ...(row ? { row } : {}),
    time,
    ...(dated ? { dated } : {}),
    ...owners,
    range,
  };
}

/** A duty that returns within its stage: 每月25日前报送. For the rules its time is that of the stage. */
function rhythmIn({ dates }: Plan, { start, end }: Range): Dated | undefined {
  return dates.find(
    ({ range, expression }) => expression.kind === 'recurring' && start <= range.start && range.end <= end,
  );
}

function itemOfSection(section: Section, { stage }: Task, datedOn: ReadonlyMap<Line, readonly Dated[]>): WorkItem {
  const lines = linesOf(section);
  const dates = lines.flatMap((line) => datedOn.get(line) ?? []);
  const written = lines.flatMap(partiesOn);
  const named = written.filter(({ vague }) => !vague);
  const own = named.length > 0 ? [] : ownVague(written);
  const from = section.runIn ?? section.titleAt;
  const parties =
    named.length > 0 ? named : lines.flatMap((line) => actorsOn(line, line === section.heading ? from : 0));
  const dated = dates.find(({ span }) => span) ?? dates[0];
  return {
    title: titleText(section.title.value),
    ...(stage ? { stage } : {}),
    section,
    time: timeOf(dated),
    ...(dated ? { dated } : {}),
    ...(own.length > 0 ? ownersAmong(own, true) : ownersAmong(parties)),
    range: section.range,
  };
}

function timeOf(dated: Dated | undefined): TimeLimit {
  if (!dated) return { kind: 'none' };
  const { expression, span, range } = dated;
  const { kind } = expression;
  if (kind === 'span' || kind === 'malformed') return { kind: 'own', ...(span ? { span } : {}), range };
  return kind === 'duration' ? { kind: 'none' } : { kind, ...(span ? { span } : {}), range };
}

const answering: ReadonlySet<PartyRole> = new Set(['leadUnit', 'responsibleUnit', 'owner', 'responsibleLeader']);

/** Those whom a thing names to answer for it, though without a name: 责任单位：各科室. */
function ownVague(parties: readonly Party[]): readonly Party[] {
  return parties.filter(
    ({ vague, role, name, line }) =>
      vague && answering.has(role) && line.facts.parties.some((mention) => mention.vague && mention.name === name),
  );
}

/** Units and persons among those who answer, the vague ones left out unless asked for, each once. */
export function ownersAmong(parties: readonly Party[], alsoVague = false): Pick<WorkItem, 'units' | 'persons'> {
  const units = new Set<string>();
  const persons = new Set<string>();
  for (const { name, role, vague, unit } of parties) {
    if (vague && !alsoVague) continue;
    const isPerson = !endsLikeUnit(name) && (personRoles.has(role) || unit !== undefined || looksLikePerson(name));
    (isPerson ? persons : units).add(oneLine(name));
  }
  return { units: [...units], persons: [...persons] };
}

/** In a table a column says who is a unit and who a person, and a cell is taken as it is written. */
function ownersInRow(table: PlanTable, row: TableRow): Pick<WorkItem, 'units' | 'persons'> {
  const units = new Set<string>();
  const persons = new Set<string>();
  for (const field of ownerFields) {
    const text = oneLine(table.cell(row, field)?.text ?? '');
    if (/^[-—–/\s\u3000无]*$/.test(text)) continue;
    (field === 'owner' || field === 'responsibleLeader' ? persons : units).add(text);
  }
  return { units: [...units], persons: [...persons] };
}

/** Whether the time of a row stands in its column of limits, where a day is a limit with or without 前. */
export function isInLimitColumn({ row, table, time }: Pick<WorkItem, 'row' | 'table' | 'time'>): boolean {
  const cell = row && table?.cell(row, 'deadline');
  return cell !== undefined && time.range !== undefined && overlaps(cell.range, time.range);
}

const leadingNumber =
  /^(?:[（(][一二三四五六七八九十\d]{1,3}[)）]|[一二三四五六七八九十]{1,3}、|\d{1,2}(?:[、．)）]|\.(?!\d)))\s*/;

/** A title without its number. */
export function titleText(text: string): string {
  return oneLine(oneLine(text).replace(leadingNumber, ''));
}

/** Without line breaks, and without blanks and marks at the ends. */
export function oneLine(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .replace(/(?<=[\p{Script=Han}\p{P}]) (?=[\p{Script=Han}\p{P}])/gu, '')
    .replace(/^[\s、，；]+|[\s。；，：:]+$/g, '');
}
