import { compare, type PlainDate } from '../../dates/civil.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { Plan, Schedule, Section, Stage, TimeLimit } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import { isInLimitColumn, oneLine, type WorkItem, workItemsOf } from '../../plan/tasks/work-items.ts';
import { eventsInText } from '../../rules/dates/conflict/events.ts';
import type { Message } from '../../rules/rule.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { type Recurrence, recurrenceOf } from './recurrence.ts';
import { hasBeen, sentencesWithDays } from './sentences.ts';

/** Something of a plan that stands on days of the calendar. */
export interface ScheduledItem {
  /** A window of a stage; a thing to be done by a day; a window of one; a meeting or other event; a duty that returns. */
  readonly kind: 'stage' | 'deadline' | 'span' | 'event' | 'duty';
  /** In one line. */
  readonly title: string;
  /** Those who answer for it, as named, units first, each once. */
  readonly owners: readonly string[];
  /** Where it stands in the plan, in words: stage, section, table; never a position or a time. */
  readonly place: string;
  readonly stage?: Stage;
  /** First and last day, both included. */
  readonly start: PlainDate;
  readonly end: PlainDate;
  /** One of the days is fuzzy: 月底, 中旬, 左右. */
  readonly approximate: boolean;
  /** The time as written. */
  readonly raw: string;
  readonly recurrence?: Recurrence;
}

/** What a plan has to do without saying on which day. */
export interface UndatedItem {
  readonly title: string;
  readonly reason: Message;
  /** The time as written; empty where there is none. */
  readonly raw: string;
}

export interface PlanSchedule {
  /** Title of the plan, or else the name of its file. */
  readonly name: string;
  readonly items: readonly ScheduledItem[];
  readonly undated: readonly UndatedItem[];
}

/**
 * Everything of a plan that belongs in a calendar. No year is made up: what has none, and what has no
 * day, is listed as undated.
 * @param fileName stands in for the title of a plan that has none
 * @param isReport it tells what was; its sentences ask for nothing
 */
export function scheduleOf(plan: Plan, fileName: string, isReport = false): PlanSchedule {
  const items: ScheduledItem[] = [];
  const undated: UndatedItem[] = [];
  const places = placesOf(plan);
  for (const stage of plan.stages) {
    const { sound, faulty } = bySoundness(stage, plan);
    const windows = stageWindows(stage, sound);
    items.push(...windows);
    for (const { span } of faulty) undated.push({ title: stage.name.value, reason: malformed, raw: oneLine(span.raw) });
    if (windows.length === 0 && faulty.length === 0) {
      undated.push(undatedItem(stage.name.value, stage.time, noWindow));
    }
  }
  const work = workItemsOf(plan);
  for (const one of work) {
    if (one.time.kind === 'inherited' || repeatsStage(one)) continue;
    const item = scheduledWork(one, placeOf(one, places), plan);
    if (item) items.push(item);
    else if (one.dated?.expression.kind === 'malformed') {
      undated.push({ title: one.title, reason: malformed, raw: one.dated.expression.raw });
    } else undated.push(undatedItem(one.title, one.time, noLimit, one.dated?.expression.raw));
  }
  const told: Range[] = [];
  for (const events of eventsInText(plan).values()) {
    for (const { name, span, raw, range } of events) {
      told.push(range);
      const dated = plan.dates.find((one) => one.range.start === range.start);
      if (dated && hasBeen(dated, plan)) continue;
      if (work.some((one) => overlaps(one.range, range))) continue;
      const days = daysOf(span);
      if (!days) undated.push({ title: name, reason: noYear, raw });
      else items.push({ kind: 'event', title: name, owners: [], place: '', ...days, ...said(span, raw) });
    }
  }
  for (const { words, owners, kind, dated } of isReport ? [] : sentencesWithDays(plan)) {
    const { span, range, expression } = dated;
    const days = span && daysOf(span);
    if (!span || told.some((one) => overlaps(one, range))) continue;
    // A task gives one of its days; another day in it is a sentence of its own.
    const around = work.filter((one) => overlaps(one.range, range));
    const isGiven = around.some(({ time, dated: own }) => {
      const end = time.kind === 'inherited' ? undefined : (time.span?.end ?? time.span?.start);
      return own === dated || (end && days && compare(end, days.end) === 0);
    });
    if (isGiven) continue;
    const [section, outer = ''] = [...places].filter(([one]) => overlaps(one.range, range)).at(-1) ?? [];
    // 由派出所负责，6月30日前完成: who and when, of what the heading says.
    const title = (saysWhat(words) ? '' : section && oneLine(section.title.value)) || words;
    const place = oneLine([outer, section?.title.value].filter(Boolean).join('／'));
    if (!days) {
      undated.push({ title, reason: noYear, raw: oneLine(expression.raw) });
      continue;
    }
    const stage = plan.stages.find(({ section }) => section && overlaps(section.range, range));
    const start = kind === 'deadline' ? days.end : days.start;
    const common = { title, owners, place, ...(stage ? { stage } : {}) };
    items.push({ kind, ...common, start, end: days.end, ...said(span, expression.raw) });
  }
  return { name: plan.title ? oneLine(plan.title.value) : fileName, items, undated };
}

/** The windows of a stage, and those with a day that the calendar does not have (4月31日). */
function bySoundness({ schedules }: Stage, { dates }: Plan): { sound: Schedule[]; faulty: Schedule[] } {
  const sound: Schedule[] = [];
  const faulty: Schedule[] = [];
  for (const schedule of schedules) {
    const isFaulty = dates.some(
      ({ expression, range }) => expression.kind === 'malformed' && overlaps(range, schedule.range),
    );
    (isFaulty ? faulty : sound).push(schedule);
  }
  return { sound, faulty };
}

/** Windows of a stage: one for each audience, the text before the table. */
function stageWindows(stage: Stage, schedules: readonly Schedule[]): readonly ScheduledItem[] {
  const order: readonly Schedule['origin'][] = ['heading', 'body', 'frontmatter', 'table'];
  const sorted = [...schedules].sort((a, b) => order.indexOf(a.origin) - order.indexOf(b.origin));
  const chosen: Schedule[] = [];
  for (const schedule of sorted) if (!chosen.some((one) => isSameWindow(one, schedule))) chosen.push(schedule);
  return chosen.flatMap(({ audience, span }): readonly ScheduledItem[] => {
    const days = daysOf(span);
    const title = chosen.length > 1 && audience ? `${stage.name.value}（${audience}）` : stage.name.value;
    return days ? [{ kind: 'stage', title, owners: [], place: '', stage, ...days, ...said(span, span.raw) }] : [];
  });
}

/** Two statements of one window: for the same people, in two places. */
function isSameWindow(a: Schedule, b: Schedule): boolean {
  return sameAudience(a.audience, b.audience) && (a.origin !== b.origin || a.audience === b.audience);
}

/** A row that says the window of its stage again has no time of its own. */
function repeatsStage({ row, stage, time: { span } }: WorkItem): boolean {
  if (!row || !span?.start || !span.end) return false;
  const days = { start: span.start, end: span.end };
  return (
    stage?.schedules.some(({ span: { start, end } }) => {
      return start && end && compare(start, days.start) === 0 && compare(end, days.end) === 0;
    }) ?? false
  );
}

function scheduledWork(item: WorkItem, place: string, plan: Plan): ScheduledItem | undefined {
  const { time, stage, dated, title } = item;
  if (dated?.expression.kind === 'malformed') return undefined;
  const common = { title, owners: [...item.units, ...item.persons], place, ...(stage ? { stage } : {}) };
  if (time.kind === 'recurring') {
    const around = stage
      ? bySoundness(stage, plan)
          .sound.map(({ span }) => span)
          .find(daysOf)
      : plan.span;
    const window = around && daysOf(around);
    const recurrence = dated && window && recurrenceOf(dated.expression, window);
    if (!dated || !recurrence) return undefined;
    const { first } = recurrence;
    return { kind: 'duty', ...common, start: first, end: first, recurrence, ...said(undefined, dated.expression.raw) };
  }
  if ((time.kind !== 'own' && time.kind !== 'relative') || !time.span) return undefined;
  const { span } = time;
  const days = daysOf(span);
  if (!days) return undefined;
  const raw = said(span, dated?.expression.raw ?? span.raw);
  if (span.deadline || !span.start || time.kind === 'relative' || isInLimitColumn(item)) {
    return { kind: 'deadline', ...common, start: days.end, end: days.end, ...raw };
  }
  return { kind: compare(days.start, days.end) === 0 ? 'event' : 'span', ...common, ...days, ...raw };
}

/** First and last day; undefined for a span without year. A start alone stands on its day, as a limit does. */
export function daysOf({ start, end, yearKnown }: DateSpan): { start: PlainDate; end: PlainDate } | undefined {
  const first = start ?? end;
  const last = end ?? start;
  return yearKnown && first && last && compare(first, last) <= 0 ? { start: first, end: last } : undefined;
}

function said(span: DateSpan | undefined, raw: string): { approximate: boolean; raw: string } {
  return { approximate: span?.approximate ?? false, raw: oneLine(raw) };
}

const noYear: Message = { zh: '没有写明年份', en: 'no year is given' };
const noLimit: Message = { zh: '没有时限', en: 'no time limit' };
const noWindow: Message = { zh: '没有起止时间', en: 'no window' };
const malformed: Message = { zh: '日期有误', en: 'the date cannot be right' };
const reasons: Readonly<Partial<Record<TimeLimit['kind'], Message>>> = {
  recurring: { zh: '周期性工作，起止或具体日子不明', en: 'returns, without a certain day or an end' },
  ongoing: { zh: '长期事项', en: 'goes on without an end' },
  immediate: { zh: '立行立改', en: 'to be done at once' },
  vague: { zh: '时间表述笼统', en: 'the time is vague' },
  relative: { zh: '从某事起算，起算日不明', en: 'counts from an unknown day' },
  own: noYear,
};

function undatedItem(title: string, { kind, span }: TimeLimit, none: Message, raw = span?.raw ?? ''): UndatedItem {
  return { title, reason: reasons[kind] ?? none, raw: oneLine(raw) };
}

/** Titles of the sections around each section, outermost first. */
function placesOf(plan: Plan): ReadonlyMap<Section, string> {
  const places = new Map<Section, string>();
  const visit = (section: Section, around: string): void => {
    places.set(section, around);
    const own = around === '' ? section.title.value : `${around}／${section.title.value}`;
    for (const inner of section.sections) visit(inner, own);
  };
  for (const section of plan.sections) visit(section, '');
  return places;
}

function saysWhat(words: string): boolean {
  return words.length >= 4 && !/^(?:由|责任|牵头|配合|负责)/.test(words);
}

function placeOf({ stage, section, table }: WorkItem, places: ReadonlyMap<Section, string>): string {
  if (table) return oneLine([stage?.name.value, table.title?.value ?? table.kind].filter(Boolean).join('／'));
  return oneLine((section && places.get(section)) || stage?.name.value || '');
}
