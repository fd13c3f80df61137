import { type ClockRange, clockAt } from '../../../dates/clock-ranges.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import { isFigure } from '../../../text/figures.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';

const itemBefore = { zh: '上一项为“{raw}”', en: 'The item before: “{raw}”' };

/** The time of day that a line of a programme begins with, behind its number. */
const clockOf = lineMemo(({ text, number }): ClockRange | null => {
  let at = number?.range.end ?? 0;
  while (at < signs && /[\s（(【●·•◆■]/.test(text.charAt(at))) at++;
  return isFigure(text.charCodeAt(at)) ? (clockAt(text, at) ?? null) : null;
});
/** What a line says right behind its time. */
const behind = 30;
/** Blanks and signs in front of the time. */
const signs = 12;
interface Item extends ClockRange {
  readonly raw: string;
  readonly place: Range;
  /** What stands behind the time. */
  readonly words?: string;
  /** Who does it and where, as far as the table says. */
  readonly where?: readonly string[];
}

const tellsApart = /责任|负责|承担|小组|组别|地点|场地|位置|会场/;
/** The plan says itself that not one thing follows the other. */
const sideBySide = /同时进行|同步进行|同时开展|同步开展|并行|交叉进行|分头(?:实施|进行|开展)/;

/** Two groups at two places: of all that tells apart nothing is the same. */
const areApart = ({ where: one = [] }: Item, { where: other = [] }: Item): boolean =>
  one.length > 0 && one.every((words, at) => words !== '' && other[at] !== '' && words !== other[at]);

/**
 * Items of a programme by the clock, in lines one below the other or in the column of a table, that begin
 * before the one above has ended and end behind it. Items that run side by side begin together, or one lies
 * within the other.
 */
export function overlappingHours(plan: Plan): readonly Finding<'clockOverlap'>[] {
  const findings: Finding<'clockOverlap'>[] = [];
  let run: Item[] = [];
  const close = (): void => {
    if (run.length > 1) findings.push(...ofRun(run));
    run = [];
  };
  let last = -2;
  for (const line of plan.lines) {
    const clock = line.place === 'cell' || line.place === 'quote' ? null : clockOf(line.facts);
    if (!clock || line.index !== last + 1) close();
    if (clock) {
      run.push(itemOf(line, clock));
      last = line.index;
    }
  }
  close();
  for (const { columns, rows } of plan.tables) {
    // 日期 | 时间: the hours stand in the second of two columns of times.
    const at = columns.findIndex(
      ({ field }, column) =>
        (field === 'time' || field === 'stage') && rows.some(({ cells }) => hasClock(cells[column]?.lines[0])),
    );
    if (at < 0) continue;
    const apart = columns.flatMap(({ header }, column) => (tellsApart.test(header.text) ? [column] : []));
    for (const { cells } of rows) {
      const line = cells[at]?.lines[0];
      const clock = line && clockOf(line.facts);
      const where = apart.map((column) => cells[column]?.text.trim() ?? '');
      if (line && clock) run.push({ ...itemOf(line, clock), where });
      else close();
    }
    close();
  }
  return findings.length > 0 && plan.lines.some(({ text }) => sideBySide.test(text)) ? [] : findings;
}

const hasClock = (line: Line | undefined): boolean => line !== undefined && clockOf(line.facts) !== null;

/** 4月21日, 2026年4月21日（周二） in front of the hours. */
const dayAhead = /^(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[（(][^（()）]{1,6}[)）])?\s?(?=\d)/;

/** The hours behind the day with which a line begins, and the words of the day. */
const dayClockOf = lineMemo(({ text, number }): { readonly day: string; readonly clock: ClockRange } | null => {
  const head = number?.range.end ?? 0;
  const day = /月\d/.test(text.slice(head, head + signs)) ? dayAhead.exec(text.slice(head))?.[0] : undefined;
  const clock = day && clockAt(text, head + day.length);
  return clock ? { day: day.trim(), clock } : null;
});

const NOON = 12 * 60;
const NONE: readonly never[] = [];

/**
 * 4月21日9时至11时，试机 and 4月21日1时至18时，比赛 below it: what begins in the small hours, lasts beyond the item above
 * and would follow it twelve hours later is meant for the afternoon.
 */
export function smallHours(plan: Plan): readonly Finding<'clockEarly'>[] {
  return plan.lines.flatMap((line, at): readonly Finding<'clockEarly'>[] => {
    const own = line.place === 'cell' ? null : dayClockOf(line.facts);
    if (!own) return NONE;
    const above = plan.lines[at - 1];
    const before = above ? dayClockOf(above.facts) : null;
    if (!above || !before || own.day !== before.day) return [];
    const { start, end } = own.clock;
    if (end === undefined || before.clock.end === undefined || before.clock.end <= before.clock.start) return [];
    if (start >= before.clock.start || start > smallest || end <= before.clock.end) return [];
    if (start + NOON < before.clock.end || start + NOON >= end) return [];
    const item = itemOf(line, own.clock);
    const other = itemOf(above, before.clock);
    return [
      {
        message: 'clockEarly',
        params: { raw: item.raw, otherRaw: other.raw, hour: Math.floor((start + NOON) / 60) },
        range: item.place,
        related: [{ message: itemBefore, params: { raw: other.raw }, range: other.place }],
      },
    ];
  });
}
/** Nothing of a programme begins so early. */
const smallest = 6 * 60;

/** 疏散引导组引导业主撤离, 医院救护：: who does it, at the head of what stands behind the time. */
const doer =
  /^[\s：:，,、）)]*(?:由|各)?([^，。；：:\s]{2,10}?(?:组|队|专班|岗|部门|[科处部]室?)(?!织|署|分|成|长|建|学))/u;
/** What visitors drop in at stands open beside others. */
const open = /参观|咨询|展示|体验|开放|展览|游园|自由活动|签到|报到|摄影|直播/;

/** Lines whose items run side by side: each has a group of its own, or stands open all the while. */
function areOthers(one: Item, other: Item): boolean {
  const [a = '', b = ''] = [one, other].map(({ words }) => doer.exec(words ?? '')?.[1]);
  if (a !== '' && b !== '' && a !== b) return true;
  return open.test(one.words ?? '') && open.test(other.words ?? '');
}

function itemOf(line: Line, clock: ClockRange): Item {
  return {
    raw: line.text.slice(clock.from, clock.to),
    words: line.text.slice(clock.to, clock.to + behind),
    place: line.at(clock.from, clock.to),
    ...clock,
  };
}

function ofRun(items: readonly Item[]): readonly Finding<'clockOverlap'>[] {
  return items.flatMap((item, at): readonly Finding<'clockOverlap'>[] => {
    const above = items[at - 1];
    if (above?.end === undefined || item.end === undefined || above.end <= above.start) return [];
    if (item.start <= above.start || item.start >= above.end || item.end <= above.end) return [];
    if (item.where === undefined && areOthers(item, above)) return [];
    return [
      {
        message: 'clockOverlap',
        // They may be meant to work side by side.
        ...(areApart(item, above) ? { severity: 'info' as const } : {}),
        params: { raw: item.raw, otherRaw: above.raw },
        range: item.place,
        related: [{ message: itemBefore, params: { raw: above.raw }, range: above.place }],
      },
    ];
  });
}
