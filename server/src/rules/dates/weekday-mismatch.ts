import { compare, daysBetween, type PlainDate, weekday } from '../../dates/civil.ts';
import { weekdayOf } from '../../dates/clock.ts';
import type { DateFault, DatePoint } from '../../dates/expression.ts';
import { weekdayFault } from '../../dates/find.ts';
import { weekdayText } from '../../dates/format.ts';
import { withWeekdayBeside, withWeekdaysBehind } from '../../dates/weekday-beside.ts';
import type { LineFacts } from '../../plan/facts.ts';
import type { Dated, Line, Plan, PlanTable } from '../../plan/model.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { wrongWeeks } from './weeks.ts';

type MessageId = 'week' | 'mismatch' | 'inherited' | 'year';

/** A day with the weekday that its author gave it. */
interface NamedDay {
  readonly day: PlainDate;
  readonly weekday: number;
  readonly yearWritten: boolean;
  readonly line: Line;
  /** Of the weekday, in `line.text`. */
  readonly weekdayAt: Range;
  /** From the day to its weekday, in the source. */
  readonly range: Range;
  readonly raw: string;
  /** Set when the weekday is another one. */
  readonly fault?: DateFault;
}

/** So many days without a year of their own, all wrong and all right in one other year, accuse the year. */
const LEAST_FOR_YEAR = 3;

/** A weekday that the day did not have. */
export const weekdayMismatch = defineRule<MessageId>({
  id: 'weekday-mismatch',
  family: 'dates',
  severity: 'error',
  basis: ['条例-20'],
  faults: ['F24'],
  fixes: ['suggested'],
  ofCarriers: true,
  summary: {
    zh: '日期与所注的星期不符',
    en: 'A weekday that the day did not have',
  },
  messages: {
    mismatch: {
      zh: '“{raw}”的星期不对：{year}年{month}月{day}日是{actual}，请核对日期或星期。',
      en: '“{raw}”: {year}-{month}-{day} is a different weekday ({actual}); check the day or the weekday.',
    },
    inherited: {
      zh: '“{raw}”的星期不对：按上下文为{year}年，该日是{actual}，请核对日期、星期或年份。',
      en: '“{raw}”: in {year}, the year of the context, that day is {actual}; check day, weekday or year.',
    },
    week: {
      zh: '“{raw}”不在第{week}周：按其余各行推算，第{week}周是{from}至{to}，请核对。',
      en: '“{raw}” is not in week {week}, which runs from {from} to {to} as the other rows count.',
    },
    year: {
      zh: '“{raw}”等{count}处日期的星期都与{year}年不符，而与{other}年相符，请核对年份，或重排日期。',
      en: '“{raw}” and other dates, {count} in all, have the weekdays of {other}, not of {year}; check the year.',
    },
  },
  checkPlan({ plan, report }) {
    for (const { dated, week, from, to } of wrongWeeks(plan))
      report({
        message: 'week',
        params: { raw: dated.expression.raw, week, from, to },
        range: dated.range,
        severity: 'warning',
      });
    const named = namedDays(plan);
    if (!named.some((day) => day.fault)) return;
    const days = named.filter((day) => !isOfGuessedYear(day, named, plan));
    const inherited = days.filter((day) => !day.yearWritten);
    const fitting = otherYear(inherited);
    const other = inherited.every((day) => mayBeOtherYear(day, plan)) ? undefined : fitting;
    const [first, ...more] = inherited;
    if (other !== undefined && first) {
      report({
        message: 'year',
        params: { raw: first.raw, count: inherited.length, year: first.day.year, other },
        range: first.range,
        related: more.map(({ raw, range }) => ({ message: { zh: '“{raw}”', en: '“{raw}”' }, params: { raw }, range })),
        severity: 'warning',
      });
    }
    // The others have the year that these fit: not their weekdays are wrong, but the year that was read into them.
    const wrong = inherited.filter(({ fault }) => fault);
    const sound = inherited.filter(({ fault }) => !fault);
    const read = sound.length > 0 ? otherYear(wrong) : undefined;
    const isMisread = read !== undefined && sound.every(({ day }) => day.year === read);
    for (const day of days) {
      if (isMisread && !day.yearWritten) continue;
      if (day.fault && (day.yearWritten || (other === undefined && !mayBeOtherYear(day, plan))))
        report(mismatchAt(day, day.fault));
    }
  },
});

function mismatchAt(named: NamedDay, fault: DateFault): Finding<MessageId> {
  const { day, raw, range, line, weekdayAt, yearWritten } = named;
  const actual = weekdayText(day);
  const corrected = fault.correction;
  return {
    message: yearWritten ? 'mismatch' : 'inherited',
    params: { raw, year: day.year, month: day.month, day: day.day, actual },
    range,
    ...(yearWritten ? {} : { severity: 'warning' as const }),
    ...(corrected === undefined
      ? {}
      : {
          fix: {
            title: { zh: '星期改为“{corrected}”', en: 'Write “{corrected}”' },
            params: { corrected },
            safety: 'suggested' as const,
            edits: [{ range: line.at(weekdayAt.start, weekdayAt.end), text: corrected }],
          },
        }),
  };
}

const NAMES = /星期|礼拜|周[一二三四五六日天]/;
const weekdaySign = sign({ words: ['星期', '礼拜', ...[...'一二三四五六日天'].map((day) => `周${day}`)] });
const namesWeekday = (facts: LineFacts): boolean => hasSign(facts, weekdaySign) && NAMES.test(facts.text);

function namedDays(plan: Plan): readonly NamedDay[] {
  const days: NamedDay[] = [];
  for (const dated of plan.dates) {
    const { line, span, expression } = dated;
    if (!span?.yearKnown || line.place === 'quote' || !namesWeekday(line.facts)) continue;
    if (isEveryWeek(dated)) continue;
    const [from, to] = withWeekdaysBehind(line.text, expression, span);
    if (from && span.start)
      pushDay(days, dated, from === to || !to ? withWeekdayBeside(line.text, from) : from, span.start);
    if (to && to !== from && span.end) pushDay(days, dated, from ? to : withWeekdayBeside(line.text, to), span.end);
  }
  for (const table of plan.tables) for (const day of daysOfTable(table, plan)) days.push(day);
  return days;
}

/** 9月1日至12月31日（周一至周五）: more than a week, and these are days of each. */
function isEveryWeek({ expression: { to }, line: { text }, span }: Dated): boolean {
  const at = to?.weekdayRange?.start;
  if (at === undefined || !span?.start || !span.end || daysBetween(span.start, span.end) < 7) return false;
  return /[一二三四五六日天]\s?[至到—–~～-]{1,2}\s?$/.test(text.slice(Math.max(0, at - 4), at));
}

function pushDay(days: NamedDay[], { line, span }: Dated, point: DatePoint, day: PlainDate): void {
  const { weekday: written, weekdayRange: weekdayAt } = point;
  if (written === undefined || !weekdayAt || point.day === undefined || point.weekShift !== undefined) return;
  // 9月1日周一至周五开放: the days of every week.
  if (/^\s?[至到—–~～-]{1,2}\s?(?:星期|礼拜|周)/.test(line.text.slice(weekdayAt.end, weekdayAt.end + 6))) return;
  const fault = weekdayFault(point, day);
  const at = { start: Math.min(point.range.start, weekdayAt.start), end: Math.max(point.range.end, weekdayAt.end) };
  days.push({
    day,
    weekday: written,
    yearWritten: point.year !== undefined || span?.yearWritten === true,
    line,
    weekdayAt,
    range: line.at(at.start, at.end),
    raw: line.text.slice(at.start, at.end),
    ...(fault ? { fault } : {}),
  });
}

const WEEKDAY_HEADER = /^(?:星期|周|礼拜)[几次]?$/;
const WEEKDAY_CELL = /^\s*[（(]?(?:星期|礼拜|周)?([一二三四五六日天])[)）]?\s*$/;

/** Tables with a column of days and one of weekdays. */
function daysOfTable(table: PlanTable, plan: Plan): readonly NamedDay[] {
  const at = table.columns.findIndex(({ header }) => WEEKDAY_HEADER.test(header.text.replace(/[\s\u3000]+/g, '')));
  const dateAt = table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
  if (at < 0 || dateAt < 0) return [];
  const byLine = new Map(plan.dates.map((dated) => [dated.line, dated]));
  return table.rows.flatMap((row): readonly NamedDay[] => {
    const line = row.cells[at]?.lines[0];
    const dateLine = row.cells[dateAt]?.lines[0];
    const written = line && WEEKDAY_CELL.exec(line.text);
    const dated = dateLine && byLine.get(dateLine);
    const point = dated?.expression.from;
    if (!line || !written || !dated?.span?.start || !dated.span.yearKnown || !point) return [];
    if (point !== dated.expression.to || point.day === undefined || point.weekday !== undefined) return [];
    const name = written[0].trim().replace(/[（()）]/g, '');
    const start = line.text.indexOf(name);
    const weekdayAt = { start, end: start + name.length };
    const given = weekdayOf(written[1]);
    if (given === undefined) return [];
    const day = dated.span.start;
    const fault = weekdayFault({ ...point, weekday: given, weekdayRange: weekdayAt }, day);
    return [
      {
        day,
        weekday: given,
        yearWritten: dated.span.yearWritten === true,
        line,
        weekdayAt,
        range: line.at(start, weekdayAt.end),
        raw: `${dated.expression.raw}${name}`,
        ...(fault ? { fault } : {}),
      },
    ];
  });
}

/** The one other year in which all these days have the weekdays that their author gave them. */
function otherYear(days: readonly NamedDay[]): number | undefined {
  const first = days[0];
  if (!first || days.length < LEAST_FOR_YEAR || !days.every((day) => day.fault && day.day.year === first.day.year))
    return undefined;
  return [-1, 1, -2, 2].map((by) => first.day.year + by).find((year) => days.every((day) => fits(day, year)));
}

function fits({ day, weekday: written }: NamedDay, year: number): boolean {
  return weekday({ ...day, year }) === written;
}

/** So near a day with its year, other days are of that year as well. */
const NEAR_DAYS = 60;

/**
 * 2018年度…大赛报名通知, 2021年预算 in a row: a year that is that of something else, where the day has its weekday in the year
 * before or behind it. A signature, a day with its year near by, or another day whose weekday is right, say that it is the year.
 */
function isOfGuessedYear(named: NamedDay, all: readonly NamedDay[], { issued, dates, title }: Plan): boolean {
  const { day, yearWritten, fault } = named;
  if (yearWritten || !fault || issued?.yearKnown) return false;
  if (![day.year - 1, day.year + 1].some((year) => fits(named, year))) return false;
  if (titleYear(title?.value ?? '') === day.year) return false;
  if (all.some((other) => !other.fault && other.day.year === day.year)) return false;
  return !dates.some(({ span }) => {
    const written = span?.yearWritten === true && span.precision === 'day' ? (span.start ?? span.end) : undefined;
    return written !== undefined && Math.abs(daysBetween(written, day)) <= NEAR_DAYS;
  });
}

/** 2024年校园读书节; not 2018年度…大赛, 2010年元旦演出, 2020学年. */
function titleYear(title: string): number {
  return OVER_YEAR.test(title) ? Number.NaN : Number(/(20\d\d)年/.exec(title)?.[1]);
}

/** 2025年度考核, 2026年寒假, 年终: what is done for a year, or over its end, is done early in the next one. */
const OVER_YEAR = /年度|年终|寒假|岁末|跨年|期末|元旦|春节/;
/** Until this month of the next year, where no signature tells it. */
const LAST_OVER = 3;

/**
 * An inherited year may be one too early: a spring day in a plan of the autumn or of a school year; the title may name the
 * year that is looked back on, and the signature the one in which it is done.
 */
function mayBeOtherYear(named: NamedDay, { issued, title }: Plan): boolean {
  if (named.yearWritten) return false;
  const { day } = named;
  const signed = issued?.yearKnown ? issued.start : undefined;
  if (signed && signed.year !== day.year && fits(named, signed.year))
    return compare({ ...day, year: signed.year }, signed) >= 0;
  if (!fits(named, day.year + 1)) return false;
  const term = title?.value ?? '';
  // The autumn of a school year lies in its first year, and so does all of the first term but its end.
  if (term.includes('学年')) return day.month <= (/第一学期|上学期|秋/.test(term) ? 2 : 8);
  if (signed) return compare(day, signed) < 0;
  return OVER_YEAR.test(term) && day.month <= LAST_OVER;
}
