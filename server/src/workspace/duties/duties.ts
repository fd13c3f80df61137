import { dayNumber, type PlainDate, parseIso } from '../../dates/civil.ts';
import type { IndexedFile, PartyFact, Place, PlanFacts, TaskFact } from '../index/facts.ts';

/** By whom or what duties are listed. */
export type Grouping = 'person' | 'unit' | 'month';
export const groupings: readonly Grouping[] = ['person', 'unit', 'month'];

/**
 * How pressing a duty is on the day that counts as today: `soon` is due today or within the next
 * seven days, `past` was due more than a year ago, `open` names no day, `done` is said to be finished.
 */
export type Urgency = 'overdue' | 'soon' | 'later' | 'open' | 'done' | 'past';

/** In the order in which duties are listed. */
export const urgencies: readonly Urgency[] = ['overdue', 'soon', 'later', 'open', 'done', 'past'];

/** Days from today that count as soon. */
export const soonDays = 7;
/** Days after which nobody waits for what is overdue: old plans stay in the folders of an office. */
const pastDays = 365;

/** One thing to be done in one plan. */
export interface Duty {
  readonly uri: string;
  /** Title of the plan. */
  readonly plan: string;
  readonly title: string;
  readonly stage: string;
  readonly parties: readonly PartyFact[];
  /** The last day, as YYYY-MM-DD; empty where no day is named. */
  readonly due: string;
  /** The time as written; empty where nothing is. */
  readonly when: string;
  readonly timeKind: TaskFact['time']['kind'];
  readonly urgency: Urgency;
  readonly place: Place;
}

export interface DutyGroup {
  /** A name, or YYYY-MM; empty for the duties that name nobody of the kind, or no day. */
  readonly key: string;
  /** The pressing ones first, then by day. */
  readonly duties: readonly Duty[];
}

export interface Duties {
  /** Each duty once: those that are overdue, and those of today and the next seven days. */
  readonly overdue: readonly Duty[];
  readonly soon: readonly Duty[];
  readonly groups: readonly DutyGroup[];
  /** Duties that passed the filter, each once. */
  readonly count: number;
}

export interface DutyWishes {
  readonly by: Grouping;
  readonly today: PlainDate;
  /** Words, all of which must stand in the duty, its parties, its stage or the title of its plan. */
  readonly filter?: string;
}

/** Who answers for what by when, over all plans. A duty of several persons stands in the group of each. */
export function dutiesOf(files: readonly IndexedFile[], { by, today, filter = '' }: DutyWishes): Duties {
  const words = folded(filter).split(' ').filter(Boolean);
  const all = files
    .flatMap(({ uri, facts }) => facts.plans.flatMap((plan) => dutiesIn(uri, plan, today)))
    .filter((duty) => words.length === 0 || matches(duty, words))
    .sort(compareDuties);
  return {
    overdue: all.filter(({ urgency }) => urgency === 'overdue'),
    soon: all.filter(({ urgency }) => urgency === 'soon'),
    groups: grouped(all, by),
    count: all.length,
  };
}

/** Profiles of papers that tell what was done: nobody has to do it again. */
const reports: ReadonlySet<string> = new Set(['summary', 'work-report']);

function dutiesIn(uri: string, plan: PlanFacts, today: PlainDate): readonly Duty[] {
  if (reports.has(plan.profile)) return [];
  return plan.tasks.filter(isDuty).map((task) => ({
    uri,
    plan: plan.title,
    title: task.title,
    stage: task.stage ?? '',
    parties: task.parties,
    due: task.time.end ?? '',
    when: task.time.raw,
    timeKind: task.time.kind,
    urgency: urgencyOf(task, today),
    place: task.place,
  }));
}

/** A step that names neither anybody nor a time of its own by which it is done is prose, and nobody's duty. */
function isDuty({ parties, time: { kind } }: TaskFact): boolean {
  return parties.length > 0 || kind === 'own' || kind === 'relative' || kind === 'recurring' || kind === 'immediate';
}

function urgencyOf({ time, done }: TaskFact, today: PlainDate): Urgency {
  if (done) return 'done';
  const due = time.end === undefined ? undefined : parseIso(time.end);
  if (!due) return 'open';
  const left = dayNumber(due) - dayNumber(today);
  if (left < -pastDays) return 'past';
  if (left < 0) return 'overdue';
  return left <= soonDays ? 'soon' : 'later';
}

function grouped(duties: readonly Duty[], by: Grouping): readonly DutyGroup[] {
  const groups = new Map<string, Duty[]>();
  for (const duty of duties) {
    for (const key of keysOf(duty, by)) {
      const group = groups.get(key);
      if (group) group.push(duty);
      else groups.set(key, [duty]);
    }
  }
  const sorted = [...groups].map(([key, group]) => ({ key, duties: group }));
  return sorted.sort((a, b) => {
    // What belongs to nobody and to no month stands last.
    if (a.key === '' || b.key === '') return a.key === b.key ? 0 : a.key === '' ? 1 : -1;
    if (by === 'month') return a.key < b.key ? -1 : 1;
    return pressing(b.duties) - pressing(a.duties) || b.duties.length - a.duties.length || compareTexts(a.key, b.key);
  });
}

function pressing(duties: readonly Duty[]): number {
  return duties.filter(({ urgency }) => urgency === 'overdue' || urgency === 'soon').length;
}

function keysOf({ parties, due }: Duty, by: Grouping): readonly string[] {
  if (by === 'month') return [due.slice(0, 7)];
  const names = parties.filter(({ person }) => person === (by === 'person')).map(({ name }) => name);
  return names.length > 0 ? names : [''];
}

function compareDuties(a: Duty, b: Duty): number {
  return (
    urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency) ||
    (a.urgency === 'past' ? compareTexts(b.due, a.due) : compareTexts(a.due, b.due)) ||
    compareTexts(a.plan, b.plan) ||
    compareTexts(a.uri, b.uri) ||
    a.place[0] - b.place[0] ||
    a.place[1] - b.place[1]
  );
}

/** By the numbers of the characters: the same on every machine. */
function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function matches({ title, stage, plan, parties, when, due }: Duty, words: readonly string[]): boolean {
  const text = folded([title, stage, plan, when, due, ...parties.map(({ name }) => name)].join(' '));
  return words.every((word) => text.includes(word));
}

function folded(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s\u3000]+/g, ' ')
    .trim();
}
