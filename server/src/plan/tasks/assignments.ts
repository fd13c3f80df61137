import type { Line, Party, Plan, Task, TimeLimit } from '../model.ts';
import { tasksOf } from '../parties/named-parties.ts';
import type { PartyMention } from '../parties/parties.ts';
import { limitOf, strongest } from './tasks.ts';

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

const longestTitle = 60;

/**
 * What a plan gives somebody to do outside of the steps of its stages, its measures and the rows of its
 * tables: 由综合处负责接送。 and 加强装备建设。（责任单位：省应急厅）. A sentence speaks for itself; a label
 * and what stands in brackets speak of what comes before them.
 */
export function assignmentsOf(plan: Plan): readonly Task[] {
  const known = tasksOf(plan).map(({ range }) => range);
  const found: Task[] = [];
  let before: Line | undefined;
  for (const line of plan.lines) {
    const mentions = line.facts.parties.filter(({ role, vague }) => !vague && acting.has(role));
    const isKnown = known.some(({ start, end }) => start <= line.range.start && line.range.end <= end);
    if (mentions.length > 0 && !isKnown) found.push(...onLine(plan, line, mentions, before));
    before = line;
  }
  return found;
}

function onLine(plan: Plan, line: Line, mentions: readonly PartyMention[], before: Line | undefined): readonly Task[] {
  const tasks: Task[] = [];
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
      if (title) tasks.push(taskOf(plan, line, title, labels, title.line === line ? title.start : 0, range.end));
      subject = undefined;
    }
    if (others.length > 0 && !ofThePaper.test(text)) {
      tasks.push(taskOf(plan, line, sentence, others, range.start, range.end));
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
  return { line, start, end: Math.min(end, start + longestTitle) };
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
  const own = strongest(
    plan.dates.flatMap((dated) =>
      dated.line === line && from <= dated.expression.range.start && dated.expression.range.end <= to
        ? (limitOf(dated) ?? [])
        : [],
    ),
  );
  const window = stage?.schedules.length === 1 ? stage.schedules[0]?.span : undefined;
  const time: TimeLimit = own.kind === 'none' && window ? { kind: 'inherited', span: window } : own;
  return {
    title: { value: titleLine.text.slice(start, end).trim(), range: titleLine.at(start, end) },
    origin: 'paragraph',
    ...(stage ? { stage } : {}),
    time,
    parties,
    partiesInherited: false,
    range: line.range,
  };
}
