import { couldBeSame } from '../../../dates/compare.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import { anyOf } from '../../../text/any-of.ts';
import type { Range } from '../../../text/range.ts';
import words from './events.yaml';

/** Something that happens once, with the day that it is given in one place. */
export interface EventDay {
  readonly name: string;
  readonly span: DateSpan;
  readonly raw: string;
  readonly range: Range;
}

/** One event on two days that cannot be the same. */
export interface EventConflict {
  readonly place: EventDay;
  readonly other: EventDay;
}

const { once: onceWords, statusHeaders } = words as Readonly<Record<'once' | 'statusHeaders', readonly string[]>>;
const once = new RegExp(anyOf(onceWords));
const status = new RegExp(anyOf(statusHeaders), 'i');
const counted = /第[一二三四五六七八九十\d]{1,3}[次期届轮批场讲]/;
/** 召开全镇动员大会: what is held, up to the word that names the event. */
const held = new RegExp(
  `^(?:上午|下午|晚上?|前|[）)\\s])*(?:在[^，。；、]{1,12})?(?:组织|集中|统一)?(?:召开|举行|举办)(?:全[市县区镇乡街校局院]|本[校院局])?([^，。；、各]{0,10}?(?:${anyOf(onceWords)}))`,
);
/** 开幕式于5月1日, 决赛暨颁奖仪式定于5月10日: the event stands in front of its day. */
const setFor = new RegExp(
  `(?:^|[。；，：:、\\s）)])(?:活动|大会|比赛)?(${anyOf(onceWords)})(?:暨(?:${anyOf(onceWords)}))?(?:时间)?(?:定于|拟定于|拟于|于|时间为|[：:])$`,
);
const each = /各|分别|每|轮流|分批|陆续/;
/** In the name of a row 各平台 and the like are what the event is for. */
const eachInRow = /各(?:村|镇|乡|校|班|单位|部门|社区|支部|科室)|分别|每|轮流|分批|陆续/;

/** Events of a plan that are given two days, the later place in the text with the first one beside it. */
export function eventConflicts(plan: Plan): readonly EventConflict[] {
  const conflicts: EventConflict[] = [];
  const inText = eventsInText(plan);
  const inTables = plan.tables.map((table) => eventsInTable(table, plan));
  for (const events of [inText, ...inTables]) conflicts.push(...conflictsIn(events));
  // Text and tables are compared only for what happens once in a plan, and where each is of one mind.
  for (const events of inTables) {
    for (const [name, [first, ...more]] of events) {
      const [told, ...others] = inText.get(name) ?? [];
      if (!first || !told || more.length > 0 || others.length > 0 || !once.test(name)) continue;
      if (!sameDay(first, told)) conflicts.push({ place: first, other: told });
    }
  }
  return conflicts;
}

/** A longer cell describes, it does not name. */
const longestName = 40;

type Events = ReadonlyMap<string, readonly EventDay[]>;

function conflictsIn(events: Events): readonly EventConflict[] {
  // 初赛, 决赛 alone may be those of many groups.
  return [...events].flatMap(([name, [first, ...more]]) =>
    first && name.length > 2
      ? more.filter((one) => !sameDay(one, first)).map((place) => ({ place, other: first }))
      : [],
  );
}

function sameDay(a: EventDay, b: EventDay): boolean {
  if (a.span.yearKnown !== b.span.yearKnown) return true;
  const days = ({ span: { bounds, start, end } }: EventDay) => {
    const lo = bounds?.startLo ?? start ?? end;
    const hi = bounds?.endHi ?? end ?? start;
    return { ...(lo ? { lo } : {}), ...(hi ? { hi } : {}) };
  };
  return couldBeSame(days(a), days(b));
}

/** A day or part of a month, no limit and no range. */
function singleTime({ expression, span }: Dated): boolean {
  const { kind, from, to, deadline, fault } = expression;
  if (kind !== 'span' || !span || from !== to || deadline === true) return false;
  return (fault === undefined || fault.kind === 'weekday') && (span.precision === 'day' || span.precision === 'xun');
}

/** What the text of a plan says to be held on a day, by the name of the event. */
export function eventsInText(plan: Plan): Events {
  const events = new Map<string, EventDay[]>();
  for (const dated of plan.dates) {
    const { line, expression } = dated;
    if (line.place === 'quote' || line.place === 'cell' || !singleTime(dated)) continue;
    const { start, end } = expression.range;
    const behind = line.text.slice(end, end + 40);
    const before = line.text.slice(Math.max(0, start - 30), start).trimEnd();
    const name = (/[召举]/.test(behind) ? held.exec(behind)?.[1] : undefined) ?? setFor.exec(before)?.[1];
    // 各村于3月5日召开动员大会 has many of them.
    if (!name || each.test(line.text.slice(Math.max(0, start - 20), start))) continue;
    push(events, name, dated);
  }
  return events;
}

/** Rows with a time and a name that is an event's own, and nothing else that tells them apart. */
function eventsInTable(table: PlanTable, plan: Plan): Events {
  const events = new Map<string, EventDay[]>();
  const timeAt = table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
  const nameAt = table.columns.findIndex(({ field }) => field === 'activity' || field === 'measure');
  if (timeAt < 0 || nameAt < 0 || table.rows.length < 2) return events;
  const byLine = datedByLine(plan.dates);
  const rows = new Map<string, TableRow>();
  for (const row of table.rows) {
    const line = row.cells[timeAt]?.lines[0];
    if (line?.facts.dates.length !== 1) continue;
    const written = row.cells[nameAt]?.text ?? '';
    if (written.length > longestName) continue;
    const name = written.replace(/[\s\u3000]+/g, '');
    if (written.length < 4 && !onceWords.includes(name)) continue;
    if (!(counted.test(name) || once.test(name)) || eachInRow.test(name)) continue;
    const dated = byLine.get(line)?.at(-1);
    if (!dated || !singleTime(dated)) continue;
    for (const one of namesIn(name)) {
      const first = rows.get(one);
      if (first && differs(table, first, row, timeAt)) {
        // 第一次月考 of 七年级 and of 八年级.
        events.delete(one);
        continue;
      }
      if (!first) rows.set(one, row);
      push(events, one, dated);
    }
  }
  return events;
}

/** 决赛、颁奖仪式 are two events on one day; a name of other words stays whole. */
function namesIn(name: string): readonly string[] {
  const known = name.split(/[、，,]|暨/).filter((piece) => onceWords.includes(piece));
  return known.length > 0 ? known : [name];
}

function differs({ columns }: PlanTable, a: TableRow, b: TableRow, timeAt: number): boolean {
  return columns.some(({ header, field }, at) => {
    if (at === timeAt || field === 'ordinal' || field === 'remark' || status.test(header.text)) return false;
    const one = a.cells[at]?.text.trim() ?? '';
    const two = b.cells[at]?.text.trim() ?? '';
    return one !== '' && two !== '' && one.replace(/\s+/g, '') !== two.replace(/\s+/g, '');
  });
}

function push(events: Map<string, EventDay[]>, name: string, { span, expression, range }: Dated): void {
  if (!span) return;
  const one = { name, span, raw: expression.raw, range };
  const list = events.get(name);
  if (list) list.push(one);
  else events.set(name, [one]);
}
