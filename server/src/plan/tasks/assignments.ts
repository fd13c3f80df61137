import { overlaps, type Range } from '../../text/range.ts';
import type { Line, Party, Plan, Stage, Task, TimeLimit } from '../model.ts';
import { tasksOf } from '../parties/named-parties.ts';
import type { PartyMention } from '../parties/parties.ts';
import { inheritTime, limitOf, strongest, titleIn } from './tasks.ts';

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
 * for itself; a label and what stands in brackets speak of what comes before them. A step that names somebody in
 * each of several sentences is told sentence by sentence, for each has its own day. What is due by a day is told even where nobody is named.
 */
export function assignmentsOf(plan: Plan): readonly Task[] {
  const known = tasksOf(plan).map((task) => ({ task, parts: [] as Assignment[] }));
  const found: Task[] = [];
  let before: Line | undefined;
  for (const line of plan.lines) {
    const mentions = line.facts.parties.filter(({ role, vague }) => !vague && acting.has(role));
    // A step may begin in the middle of its line: 第一阶段：宣传发动。召开动员会，由综合处负责。
    const stepOf = ({ range: { start, end } }: PartyMention) =>
      known.find(({ task }) => isWithin(line.at(start, end), task.range));
    for (const step of new Set(mentions.map(stepOf))) {
      const own = mentions.filter((mention) => stepOf(mention) === step);
      const told = onLine(plan, line, own, before);
      if (step) step.parts.push(...told);
      else found.push(...told.map(({ task }) => ({ ...task, time: inheritTime(task.time, windowOf(task.stage)) })));
    }
    before = line;
  }
  for (const line of new Set(plan.dates.flatMap((dated) => (dated.expression.deadline ? [dated.line] : [])))) {
    const told = [...known.map(({ task }) => task), ...found].map(({ range }) => range);
    found.push(...dueOn(plan, line).filter(({ range }) => !told.some((other) => overlaps(range, other))));
  }
  for (const { task, parts } of known)
    found.push(...(isToldInParts(task, parts) ? eachPart(plan, task, parts) : [task]));
  return found.sort((a, b) => a.range.start - b.range.start);
}

/** What is handed in or finished by a day. */
const delivers =
  /完成|办结|建成|上报|报送|报[至到给]|送[至到交]|提交|上交|交[至到回]|反馈|备案|到位|销号|将[^，。；]{2,30}(?:报|送|交)/;
const isPast = /已经?(?:全部|全面|基本|按期|提前)?(?:完成|办结|建成|上报|报送|提交)/;

/** 到2025年 is until when a goal is reached. */
const isLimit = /前|截止|截至/;

/** 6月25日前将总结报镇整治办。: a sentence that wants something by a day and leaves open of whom. */
function dueOn(plan: Plan, line: Line): readonly Task[] {
  if (line.place === 'heading' || line.place === 'cell') return [];
  return line.facts.sentences.flatMap(({ text, range }) => {
    if (!delivers.test(text) || isPast.test(text)) return [];
    const task = taskOf(plan, line, cut(line, range.start, range.end), [], range.start, range.end);
    const isDue = plan.dates.some(
      ({ expression: { deadline, raw }, range: at }) => deadline && isLimit.test(raw) && isWithin(at, task.range),
    );
    return isDue && task.time.kind === 'own' ? [task] : [];
  });
}

interface Assignment {
  readonly task: Task;
  /** Its title stands in the sentence itself, not in the line above a label. */
  readonly titled: boolean;
}

/** Somebody is named for each of several sentences, and nobody for all of them. */
function isToldInParts({ origin, parties }: Task, parts: readonly Assignment[]): boolean {
  if (origin === 'row' || parts.length < 2 || parts.some(({ titled }) => !titled)) return false;
  const named = new Set(parts.flatMap(({ task }) => task.parties.map(({ range }) => range.start)));
  return parties.every(({ vague, range }) => vague || named.has(range.start));
}

/** The parts of a step; a day that none of them has for itself holds for all. */
function eachPart(plan: Plan, step: Task, parts: readonly Assignment[]): readonly Task[] {
  const ofAll = plan.dates.filter(
    ({ range }) => isWithin(range, step.range) && !parts.some(({ task }) => isWithin(range, task.range)),
  );
  const common = strongest(ofAll.flatMap((dated) => limitOf(dated) ?? []));
  const around = inheritTime(common, step.time.kind === 'inherited' ? step.time : windowOf(step.stage));
  return parts.map(({ task }) => ({ ...task, time: inheritTime(task.time, around) }));
}

function isWithin({ start, end }: Range, around: Range): boolean {
  return around.start <= start && end <= around.end;
}

function windowOf(stage: Stage | undefined): TimeLimit {
  const window = stage?.schedules.length === 1 ? stage.schedules[0]?.span : undefined;
  return window ? { kind: 'inherited', span: window } : { kind: 'none' };
}

function onLine(
  plan: Plan,
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
    const sentence = cut(line, Math.max(range.start, bracketEnd), range.end);
    const startsWithLabel = labels.some((mention) => mention.range.start <= sentence.start + 1);
    if (labels.length > 0) {
      const title = subject ?? (startsWithLabel || bracketEnd > range.start ? before && titleOf(before) : sentence);
      const titled = title?.line === line;
      if (title) tasks.push({ task: taskOf(plan, line, title, labels, titled ? title.start : 0, range.end), titled });
      subject = undefined;
    }
    if (others.length > 0 && !ofThePaper.test(text)) {
      tasks.push({ task: taskOf(plan, line, sentence, others, range.start, range.end), titled: true });
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
  const title = cut(line, first.range.start, first.range.end);
  return line.facts.parties.some((mention) => mention.range.start <= title.start + 1 && isLabel(line, mention))
    ? undefined
    : title;
}

function cut(line: Line, from: number, end: number): Title {
  const start = Math.max(from, line.facts.number?.range.end ?? 0);
  return { line, start, end };
}

function taskOf(
  plan: Plan,
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
  const time = strongest(
    plan.dates.flatMap((dated) =>
      dated.line === line && from <= dated.expression.range.start && dated.expression.range.end <= to
        ? (limitOf(dated) ?? [])
        : [],
    ),
  );
  return {
    title: titleIn(titleLine, start, end),
    origin: 'paragraph',
    ...(stage ? { stage } : {}),
    time,
    parties,
    partiesInherited: false,
    range: line.at(from, to),
  };
}
