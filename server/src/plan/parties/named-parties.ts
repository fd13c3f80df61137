import type { Range } from '../../text/range.ts';
import type { ColumnField, Line, Plan, PlanTable, TableRow, Task } from '../model.ts';
import { versionMemo } from '../plan-memo.ts';
import { actorsOn } from '../tasks/tasks.ts';
import { membersBelowLabels, membersInSentences } from './group-members.ts';
import type { PartyRole } from './parties.ts';
import { endsLikeUnit, isVagueName, looksLikePerson } from './words.ts';

/** A person, unit or body at one place of a plan where it is made to answer for something. */
export interface NamedParty {
  readonly name: string;
  /** The name alone, without label and verb. */
  readonly range: Range;
  readonly role: PartyRole;
  readonly line: Line;
  /** The row in one of whose cells it stands. */
  readonly row?: TableRow;
}

const rolesOfColumns: Readonly<Partial<Record<ColumnField, PartyRole>>> = {
  owner: 'owner',
  responsibleUnit: 'responsibleUnit',
  leadUnit: 'leadUnit',
  responsibleLeader: 'responsibleLeader',
  supportUnits: 'supportUnits',
  supervisor: 'supervisor',
};

/**
 * Those who answer for something in a plan, each place by itself and in order: behind labels, as
 * subjects of steps, in the cells of tables. Vague words (专人, 有关部门) name nobody and are left out.
 */
export const namedParties = versionMemo((plan): readonly NamedParty[] => {
  const places = new Map<number, NamedParty>();
  for (const party of [
    ...plan.tables.flatMap(inCells),
    ...plan.lines.flatMap(onLine),
    ...membersBelowLabels(plan.lines),
    ...membersInSentences(plan.lines),
    ...tasksOf(plan).flatMap(actorsOf),
  ]) {
    if (!places.has(party.range.start)) places.set(party.range.start, party);
  }
  return [...places.values()].sort((a, b) => a.range.start - b.range.start);
});

/** The party whose name stands at an offset, its ends included; the subject of any sentence is one. */
export function partyAt(plan: Plan, offset: number): NamedParty | undefined {
  const isHere = ({ range }: { readonly range: Range }) => range.start <= offset && offset <= range.end;
  return namedParties(plan).find(isHere) ?? plan.lines.filter(isHere).flatMap(subjectsOf).find(isHere);
}

/** The places where a party is made to answer for something, those where it is the subject of a sentence included. */
export function placesOf(plan: Plan, name: string): readonly NamedParty[] {
  const key = partyKey(name);
  const isIt = (party: NamedParty) => partyKey(party.name) === key;
  const named = namedParties(plan).filter(isIt);
  const starts = new Set(named.map(({ range }) => range.start));
  const subjects = plan.lines.filter(({ text }) => text.includes(name)).flatMap(subjectsOf);
  const others = subjects.filter((party) => isIt(party) && !starts.has(party.range.start));
  return [...named, ...others].sort((a, b) => a.range.start - b.range.start);
}

/** The steps of all stages and the measures, each once: a row of a ledger may be both. */
export function tasksOf(plan: Plan): readonly Task[] {
  const tasks = new Map<string, Task>();
  for (const task of [...plan.stages.flatMap((stage) => stage.steps), ...plan.measures]) {
    const key = `${task.range.start} ${task.range.end}`;
    if (!tasks.has(key)) tasks.set(key, task);
  }
  return [...tasks.values()].sort((a, b) => a.range.start - b.range.start);
}

/** What a person or unit answers for: tasks in order, those of which it stands in a row or a list with others too. */
export function dutiesOf(plan: Plan, name: string): readonly Task[] {
  const key = partyKey(name);
  return tasksOf(plan).filter(({ parties }) => parties.some((party) => !party.vague && isAmong(party.name, key)));
}

function isAmong(words: string, key: string): boolean {
  return words.includes(key) && eachOf(words).some(({ name }) => partyKey(name) === key);
}

/** What two ways of writing one name have in common. */
export function partyKey(name: string): string {
  return name.replace(/[\s\u3000]+/g, '').replace(/^(?:各自|本)/, '');
}

function onLine(line: Line): readonly NamedParty[] {
  const named = line.facts.parties
    .filter(({ vague, unlike }) => !vague && !unlike)
    .flatMap(({ name, role, nameRange }) => {
      const each = eachOf(name);
      if (each.length === 1) return [{ name, role, line, range: line.at(nameRange.start, nameRange.end) }];
      return each.map(({ name: one, at }) => {
        const start = nameRange.start + at;
        return { name: one, role, line, range: line.at(start, start + one.length) };
      });
    });
  return [...named, ...helpersOn(line)];
}

/** 职成股牵头，县市场监管局、县公安局配合。 */
const helping =
  /(?<=^|[，,；;。：:（(])(?:由)?([\p{Script=Han}、]{2,60}?)(?:负责)?(?:积极|密切|共同|主动|做好)?(?:配合|协助)(?=$|[，,。；;）)]|完成|做好|实施|开展|落实)/gu;

const byWhom = /^.*[^自缘理来]由(?=.)/u;

function helpersOn(line: Line): readonly NamedParty[] {
  if (!/配合|协助/.test(line.text)) return [];
  return [...line.text.matchAll(helping)].flatMap(({ 0: words, 1: whole = '', index }) => {
    // 清风行动由执法队配合: what is done stands in front.
    const list = whole.slice((byWhom.exec(whole)?.[0] ?? '').length);
    const from = index + words.indexOf(whole) + whole.length - list.length;
    const each = eachOf(list);
    if (!each.every(({ name }) => isNamed(name))) return [];
    return each.map(({ name, at }) => ({
      name,
      role: 'supportUnits' as const,
      line,
      range: line.at(from + at, from + at + name.length),
    }));
  });
}

const isNamed = (name: string) =>
  name.length > 1 && !isVagueName(name) && (endsLikeUnit(name) || looksLikePerson(name));

/** 财务科和采购中心, 派出所、市场监管所: those whom the words of a subject name; each is somebody of its own. */
function eachOf(words: string): readonly { readonly name: string; readonly at: number }[] {
  if (!/[、和与及]/.test(words)) return [{ name: words, at: 0 }];
  const names: { name: string; at: number }[] = [];
  let at = 0;
  for (const piece of words.split(/([、和与及])/)) {
    if (!/^[、和与及]?$/.test(piece)) names.push({ name: piece, at });
    at += piece.length;
  }
  const isEach = names.every(({ name }) => isNamed(name));
  return isEach ? names : [{ name: words, at: 0 }];
}

/** What those do of whom a verb behind the name says that they help or lead. */
function roleOfSubject(line: Line, end: number, role: PartyRole): PartyRole {
  const verb = /^(?:同志)?(?:要|应当?|须)?(?:积极|密切|共同|主动|具体)?(配合|协助|牵头)/.exec(
    line.text.slice(end, end + 10),
  )?.[1];
  return verb === undefined ? role : verb === '牵头' ? 'leadUnit' : 'supportUnits';
}

/** Subjects of the steps of stages (教务处要组织…): the model has them with their task. */
function actorsOf(task: Task): readonly NamedParty[] {
  if (task.row) return [];
  return task.parties
    .filter(({ vague, unlike, range, name }) => !vague && !unlike && range.end - range.start === name.length)
    .flatMap((party) => eachSubject(party));
}

function eachSubject({
  name,
  role,
  line,
  range,
}: Pick<NamedParty, 'name' | 'role' | 'line' | 'range'>): readonly NamedParty[] {
  // Where in its line the name stands, to see the verb behind it.
  const index = line.text.indexOf(name);
  const own = index < 0 ? role : roleOfSubject(line, index + name.length, role);
  return eachOf(name).map(({ name: one, at }) => ({
    name: one,
    role: own,
    line,
    range: { start: range.start + at, end: range.start + at + one.length },
  }));
}

/** Subjects of any sentences of a line; a heading names no subject. */
function subjectsOf(line: Line): readonly NamedParty[] {
  if (line.place === 'cell' || line.place === 'heading') return [];
  return actorsOn(line, line.facts.number?.range.end ?? 0)
    .filter(({ vague }) => !vague)
    .flatMap(({ name, role, range }) => eachSubject({ name, role, line, range }));
}

function inCells(table: PlanTable): readonly NamedParty[] {
  return table.rows.flatMap((row) =>
    table.columns.flatMap(({ field }, at) => {
      const role = field && rolesOfColumns[field];
      const cell = row.cells[at];
      // 同上 is no name; whom it means stands above.
      const lines = role && !cell?.carried ? (cell?.lines ?? []) : [];
      return lines.flatMap((line) => (role ? namesIn(line).map((name) => ({ ...name, role, line, row })) : []));
    }),
  );
}

/** The names of a cell, between the marks of a list; what has no letter (—, /) or a digit is none. */
function namesIn(line: Line): readonly { readonly name: string; readonly range: Range }[] {
  if (line.facts.parties.some(({ vague }) => vague)) return [];
  const names: { name: string; range: Range }[] = [];
  for (const { 0: name, index } of line.text.matchAll(/[^、，,；;/／\s\u3000]+/gu)) {
    if (!/^[\p{L}“”·（）()]{2,24}$/u.test(name) || /^无+$/.test(name)) continue;
    names.push({ name, range: line.at(index, index + name.length) });
  }
  return names;
}
