import { liesWithin, overlaps, type Range } from '../../text/range.ts';
import type { Dated, Line, Party, Plan, Stage, Task, TimeLimit } from '../model.ts';
import { tasksOf } from '../parties/named-parties.ts';
import type { PartyMention } from '../parties/parties.ts';
import { dueOn, isNothingBut } from './due-sentences.ts';
import { actorsOn, inheritTime, limitOf, strongest, titleIn } from './tasks.ts';

/** Roles of those who do something. A head of a group and its members answer for the group, a contact for the telephone. */
const acting: ReadonlySet<PartyMention['role']> = new Set([
  'leadUnit',
  'responsibleUnit',
  'supportUnits',
  'owner',
  'responsibleLeader',
  'firstResponsible',
  'supervisor',
]);

/** What is said of the paper itself is nobody's work: 本办法由…负责解释. */
const ofThePaper = /负责解释/;

/**
 * Who has to do what by when, in order: the steps of the stages, the measures and the rows of the tables, and what
 * running text gives somebody outside of them: 由综合处负责接送。 and 加强装备建设。（责任单位：省应急厅）. A sentence speaks
 * for itself; a label and what stands in brackets speak of what comes before them. What is due by a day is told where
 * nobody is named, too. A step whose sentences name somebody or a day each for itself is told sentence by sentence.
 */
export function assignmentsOf(plan: Plan): readonly Task[] {
  const known = tasksOf(plan).map((task): Step => ({ task, parts: [] }));
  const dates = new Map<Line, readonly Dated[]>();
  for (const dated of plan.dates) dates.set(dated.line, [...(dates.get(dated.line) ?? []), dated]);
  const read: Reading = { plan, datesOn: (line) => dates.get(line) ?? [] };
  const found: Assignment[] = [];
  let open: readonly Step[] = [];
  let next = 0;
  let before: Line | undefined;
  for (const line of plan.lines) {
    // Steps are in order: those that begin up to the end of this line, and have not ended in front of it.
    const from = next;
    while ((known[next]?.task.range.start ?? Number.POSITIVE_INFINITY) < line.range.end) next++;
    open = [...open, ...known.slice(from, next)].filter(({ task }) => task.range.end > line.range.start);
    const stepAt = (range: Range) => open.find(({ task }) => liesWithin(range, task.range));
    // A step may begin in the middle of its line: 第一阶段：宣传发动。召开动员会，由综合处负责。
    const stepOf = ({ range: { start, end } }: PartyMention) => stepAt(line.at(start, end));
    const mentions = line.facts.parties.filter(({ role, vague }) => !vague && acting.has(role));
    for (const step of new Set(mentions.map(stepOf)))
      (step?.parts ?? found).push(
        ...onLine(
          read,
          line,
          mentions.filter((mention) => stepOf(mention) === step),
          before,
        ),
      );
    for (const range of dueOn(plan, line, read.datesOn(line))) {
      const title = behindNumber(line, range.start, range.end);
      const task = taskOf(read, line, title, [], range.start, range.end);
      const place = line.at(range.start, range.end);
      const step = stepAt(place);
      const others = step?.parts ?? found;
      // Its label may stand on the next line, which is read later.
      if (!others.some((other) => overlaps(other.covers, place)))
        others.push({ task: { ...task, parties: subjectsOn(line, range) }, titled: true, covers: place });
    }
    before = line;
  }
  const outside = found.filter(
    (one) => one.task.parties.length > 0 || !found.some((other) => other !== one && overlaps(other.covers, one.covers)),
  );
  const tasks = outside.map(({ task }) => ({ ...task, time: inheritTime(task.time, windowOf(task.stage)) }));
  for (const step of known) tasks.push(...(isToldInParts(step) ? eachPart(step, read) : [step.task]));
  return tasks.sort((a, b) => a.range.start - b.range.start);
}

interface Reading {
  readonly plan: Plan;
  datesOn(line: Line): readonly Dated[];
}

interface Assignment {
  readonly task: Task;
  /** Its title stands in the sentence itself, not in the line above a label. */
  readonly titled: boolean;
  /** Its sentence, and that of its title. */
  readonly covers: Range;
}

interface Step {
  readonly task: Task;
  /** What its sentences say, each for itself. */
  readonly parts: Assignment[];
}

/** 林业站3月5日前完成放线: who is the subject of a sentence. */
function subjectsOn(line: Line, { start, end }: Range): readonly Party[] {
  const sentence = line.at(start, end);
  return actorsOn(line).filter(({ range, vague }) => !vague && liesWithin(range, sentence));
}

/** Somebody is named or a day is set in each of several sentences, and nobody is named for all of them. */
function isToldInParts({ task: { origin, parties }, parts }: Step): boolean {
  if (origin === 'row' || parts.length < 2 || parts.some(({ titled }) => !titled)) return false;
  const named = new Set(parts.flatMap(({ task }) => task.parties.map(({ range }) => range.start)));
  return parties.every(({ vague, range }) => vague || named.has(range.start));
}

/** The parts of a step. A sentence that is nothing but a day (6月底前全部完成。) holds for all of them. */
function eachPart({ task: step, parts }: Step, { datesOn }: Reading): readonly Task[] {
  const lines = new Set(parts.flatMap(({ task }) => task.parties.map(({ line }) => line)));
  const ofAll = [...lines].flatMap((line) =>
    datesOn(line).filter(({ range, expression }) => {
      const sentence = line.facts.sentences.find((one) => liesWithin(expression.range, one.range));
      return liesWithin(range, step.range) && sentence !== undefined && isNothingBut(sentence.text, expression.raw);
    }),
  );
  const common = strongest(ofAll.flatMap((dated) => limitOf(dated) ?? []));
  const around = inheritTime(common, step.time.kind === 'inherited' ? step.time : windowOf(step.stage));
  return parts.map(({ task }) => ({ ...task, time: inheritTime(task.time, around) }));
}

function windowOf(stage: Stage | undefined): TimeLimit {
  const window = stage?.schedules.length === 1 ? stage.schedules[0]?.span : undefined;
  return window ? { kind: 'inherited', span: window } : { kind: 'none' };
}

function onLine(
  read: Reading,
  line: Line,
  mentions: readonly PartyMention[],
  before: Line | undefined,
): readonly Assignment[] {
  const tasks: Assignment[] = [];
  const [first] = line.facts.sentences;
  /** The first sentence behind the last label: what the next label speaks of. */
  let subject: Title | undefined;
  for (const { range, text } of line.facts.sentences) {
    const own = mentions.filter((mention) => range.start <= mention.range.start && mention.range.start < range.end);
    const bracketEnd = /^[（(]/.test(text) ? range.start + text.search(/[）)]/) + 1 : range.start;
    const labels = own.filter((mention) => mention.range.start < bracketEnd || isLabel(line, mention));
    const others = own.filter((mention) => !labels.includes(mention));
    const sentence = behindNumber(line, Math.max(range.start, bracketEnd), range.end);
    const startsWithLabel = labels.some((mention) => mention.range.start <= sentence.start + 1);
    if (labels.length > 0) {
      const title = subject ?? (startsWithLabel || bracketEnd > range.start ? before && titleOf(before) : sentence);
      const titled = title?.line === line;
      if (title) {
        const task = taskOf(read, line, title, labels, titled ? title.start : 0, range.end);
        const covers = { start: title.line.at(title.start, title.end).start, end: task.range.end };
        tasks.push({ task, titled, covers });
      }
      subject = undefined;
    }
    if (others.length > 0 && !ofThePaper.test(text)) {
      const task = taskOf(read, line, sentence, others, range.start, range.end);
      tasks.push({ task, titled: true, covers: task.range });
    }
    if (!startsWithLabel && sentence.end - sentence.start > 1 && (!subject || range === first?.range))
      subject = sentence;
  }
  return tasks;
}

/** 责任单位：教务处 speaks of the paragraph, 由教务处负责 of its sentence. */
function isLabel({ text }: Line, { range }: PartyMention): boolean {
  return /[：:]/.test(text.slice(range.start, range.end));
}

interface Title {
  readonly line: Line;
  readonly start: number;
  readonly end: number;
}

/** The first sentence of a line; undefined where the line begins with a label and tells nothing else. */
function titleOf(line: Line): Title | undefined {
  const [first] = line.facts.sentences;
  if (!first || /^[（(]/.test(first.text)) return undefined;
  const title = behindNumber(line, first.range.start, first.range.end);
  return line.facts.parties.some((mention) => mention.range.start <= title.start + 1 && isLabel(line, mention))
    ? undefined
    : title;
}

function behindNumber(line: Line, from: number, end: number): Title {
  const start = Math.max(from, line.facts.number?.range.end ?? 0);
  return { line, start, end };
}

function taskOf(
  { plan, datesOn }: Reading,
  line: Line,
  { line: titleLine, start, end }: Title,
  mentions: readonly PartyMention[],
  from: number,
  to: number,
): Task {
  const stage = plan.stages.find(({ range }) => range.start <= line.range.start && line.range.end <= range.end);
  const parties = mentions.map(
    ({ nameRange: _, range, ...mention }): Party => ({ ...mention, line, range: line.at(range.start, range.end) }),
  );
  const timeIn = (where: Line, within: Range) =>
    strongest(
      datesOn(where).flatMap((dated) => (liesWithin(dated.expression.range, within) ? (limitOf(dated) ?? []) : [])),
    );
  const own = timeIn(line, { start: from, end: to });
  // A label alone speaks of the line above it, and so does what that line says of the day.
  const isBare = own.kind === 'none' && titleLine !== line;
  return {
    title: titleIn(titleLine, start, end),
    origin: 'paragraph',
    ...(stage ? { stage } : {}),
    time: isBare ? timeIn(titleLine, { start: 0, end: titleLine.text.length }) : own,
    parties,
    partiesInherited: false,
    range: line.at(from, to),
  };
}
