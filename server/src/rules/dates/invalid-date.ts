import { isLeapYear } from '../../dates/civil.ts';
import { clockFaults, hoursOfOtherParts, partsRunTogether } from '../../dates/clock-faults.ts';
import type { DateExpression, DateFault } from '../../dates/expression.ts';
import type { LineFacts } from '../../plan/facts.ts';
import type { Line } from '../../plan/model.ts';
import { hasSign, sign } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { clockSign, figureSign } from '../figures.ts';
import { defineRule, type Finding, type Fix, type Message } from '../rule.ts';
import { dateSlips } from './invalid/date-slips.ts';
import { gluedCells } from './invalid/glued-cells.ts';
import {
  daysGluedToMonth,
  gluedDays,
  hasOddFigures,
  lettersInDays,
  longDays,
  type MalformedYear,
  malformedMonths,
  malformedYears,
} from './invalid/malformed-year.ts';
import { isHanDay, isToldAsIssue } from './style/issue-in-han.ts';

type MessageId =
  | 'missingYearMark'
  | 'missingMonthMark'
  | 'missingDayMark'
  | 'missingConnector'
  | 'impossibleDay'
  | 'impossibleMonth'
  | 'digits'
  | 'commonYear'
  | 'year'
  | 'marksLost'
  | 'monthLost'
  | 'slip'
  | 'none'
  | 'lost'
  | 'otherPart'
  | 'bothParts'
  | 'impossibleTime';

/** The faults of this rule; a wrong weekday and a range that runs backwards have rules of their own. */
const messageOf: Readonly<Partial<Record<DateFault['kind'], MessageId>>> = {
  'missing-year-mark': 'missingYearMark',
  'missing-month-mark': 'missingMonthMark',
  'missing-day-mark': 'missingDayMark',
  'missing-connector': 'missingConnector',
  'impossible-day': 'impossibleDay',
  'impossible-month': 'impossibleMonth',
  digits: 'digits',
};

/**
 * With these the author's words leave one reading only. A missing connector may have been 至 or 、, and
 * which day 4月31日 was to be nobody knows but the author.
 */
const certain: ReadonlySet<DateFault['kind']> = new Set([
  'missing-year-mark',
  'missing-month-mark',
  'missing-day-mark',
]);

const rewrite: Message = { zh: '改为“{correction}”', en: 'Write “{correction}”' };

/** Dates that no calendar has, and dates that lack a character. */
export const invalidDate = defineRule<MessageId>({
  id: 'invalid-date',
  family: 'dates',
  severity: 'error',
  basis: ['9704-7.3.5.4', '15835-5.1.4'],
  faults: ['F16', 'F17'],
  fixes: ['safe', 'suggested'],
  ofCarriers: true,
  summary: {
    zh: '日期不存在，或缺字、错字而无法读作日期',
    en: 'A date that does not exist, or that lacks a character',
  },
  messages: {
    missingYearMark: {
      zh: '日期“{raw}”脱“年”字，应作“{correction}”。',
      en: 'The date “{raw}” lacks 年: write “{correction}”.',
    },
    missingMonthMark: {
      zh: '日期“{raw}”脱“月”字，应作“{correction}”。',
      en: 'The date “{raw}” lacks 月: write “{correction}”.',
    },
    missingDayMark: {
      zh: '日期“{raw}”脱“日”字，应作“{correction}”。',
      en: 'The date “{raw}” lacks 日: write “{correction}”.',
    },
    missingConnector: {
      zh: '“{raw}”是前后两个时间，中间缺“至”，疑应作“{correction}”。',
      en: '“{raw}” are two dates without 至 between them: probably “{correction}”.',
    },
    impossibleDay: {
      zh: '“{raw}”这一天不存在，请核对日期。',
      en: 'There is no such day as “{raw}”; check the date.',
    },
    impossibleMonth: {
      zh: '“{raw}”中的月份不存在，请核对日期。',
      en: 'There is no such month as in “{raw}”; check the date.',
    },
    digits: {
      zh: '日期“{raw}”中的数字写法有误，疑应作“{correction}”。',
      en: 'The figures of the date “{raw}” are wrong: probably “{correction}”.',
    },
    commonYear: {
      zh: '按上下文为{year}年，该年2月没有29日，“{raw}”请核对。',
      en: 'In {year}, the year of the context, there is no “{raw}”; check the day.',
    },
    year: { zh: '年份“{raw}”有误，请核对。', en: 'The year “{raw}” cannot be meant; check its figures.' },
    marksLost: {
      zh: '日期“{raw}”脱“年”“月”二字，请写全年、月、日。',
      en: 'The date “{raw}” has lost its 年 and 月: write year, month and day.',
    },
    monthLost: {
      zh: '日期“{raw}”脱“月”字，请写全月、日。',
      en: 'The date “{raw}” has lost its 月: write month and day.',
    },
    slip: { zh: '日期“{raw}”有误，应作“{correction}”。', en: 'A slip in “{raw}”: write “{correction}”.' },
    none: { zh: '没有“{raw}”，请核对。', en: 'There is no such thing as “{raw}”; check it.' },
    lost: { zh: '日期“{raw}”缺数字，请补全。', en: 'The date “{raw}” lacks its figures: fill them in.' },
    otherPart: {
      zh: '“{raw}”说法不当，钟点不在所说的时段之内，请核对时间。',
      en: '“{raw}”: that hour is not in that part of the day; check the time.',
    },
    bothParts: {
      zh: '“{raw}”把上午、下午写在一起，是哪一个请核对。',
      en: '“{raw}”: two parts of the day run together; which of them is meant?',
    },
    impossibleTime: {
      zh: '“{raw}”不是钟点，请核对时间。',
      en: 'No clock shows “{raw}”; check the time.',
    },
  },
  checkPlan({ plan, report }) {
    for (const { raw, range, correction } of gluedCells(plan)) {
      const params = { raw, correction: correction ?? raw };
      if (correction === undefined) report({ message: 'monthLost', params, range });
      else report({ message: 'missingMonthMark', params, range, fix: rewritten(range, correction) });
    }
    for (const dated of plan.dates) {
      const { expression, span, line } = dated;
      if (expression.fault?.kind === 'digits' && isHanDay(line.text) && !isToldAsIssue(plan, dated)) {
        const finding = faultOf(line.text, expression, line);
        if (finding) report(finding);
      }
      if (!span?.yearKnown || expression.fault) continue;
      const { from, to } = expression;
      if (from?.day !== 29 && to?.day !== 29) continue;
      for (const [side, day] of [
        [from, span.start],
        [to === from ? undefined : to, span.end],
      ] as const) {
        // A day with its year is told by its line; this one has its year from around it.
        if (side?.month !== 2 || side.day !== 29 || side.year !== undefined || !day || isLeapYear(day.year)) continue;
        // 如遇闰年（2月29日）: no year is meant.
        if (line.place === 'quote' || line.text.includes('闰年') || /^出?生/.test(line.text.slice(side.range.end)))
          continue;
        const raw = line.text.slice(side.range.start, side.range.end);
        const range = line.at(side.range.start, side.range.end);
        report({ message: 'commonYear', params: { raw, year: day.year, correction: raw }, range });
      }
    }
  },
  checkLine({ line, report }) {
    // Whether it is the date of issue, which date-style has written anew, only the plan says.
    for (const expression of line.facts.dates) {
      if (!expression.fault || (expression.fault.kind === 'digits' && isHanDay(line.text))) continue;
      if (expression.fault.kind === 'missing-connector' && touchesAnother(line.facts, expression)) continue;
      const finding = faultOf(line.text, expression);
      if (finding) report(finding);
    }
    if (hasSign(line.facts, hanMonthSign)) {
      for (const range of malformedMonths(line.text)) {
        const raw = line.text.slice(range.start, range.end);
        report({ message: 'impossibleMonth', params: { raw, correction: raw }, range });
      }
    }
    for (const { message, range, correction } of dateSlips(line.text)) {
      const raw = line.text.slice(range.start, range.end);
      const finding = { message, params: { raw, correction: correction ?? raw }, range };
      report(correction === undefined ? finding : { ...finding, fix: rewritten(range, correction) });
    }
    if (!hasSign(line.facts, figureSign)) return;
    const isOdd = hasOddFigures(line.text);
    const odd = isOdd ? oddFigures(line.text).filter(({ range }) => !isRead(line.facts, range)) : [];
    for (const { message, range, correction } of [...odd, ...withLetters(line.text)]) {
      const raw = line.text.slice(range.start, range.end);
      report({
        message: correction === undefined ? message : 'digits',
        params: { raw, correction: correction ?? raw },
        range,
        ...(correction === undefined ? {} : { fix: rewritten(range, correction) }),
      });
    }
    for (const range of isOdd ? longDays(line.text) : []) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'impossibleDay', params: { raw, correction: raw }, range });
    }
    for (const range of hasSign(line.facts, clockSign) ? clockFaults(line.text) : []) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'impossibleTime', params: { raw, correction: raw }, range });
    }
    for (const range of hasSign(line.facts, partSign) ? hoursOfOtherParts(line.text) : []) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'otherPart', params: { raw, correction: raw }, range, severity: 'warning' });
    }
    for (const range of hasSign(line.facts, partSign) ? partsRunTogether(line.text) : []) {
      const raw = line.text.slice(range.start, range.end);
      report({ message: 'bothParts', params: { raw, correction: raw }, range });
    }
  },
});

/** 7月2号—4号7月5号7月6号: the days of several lines in one cell that lost its breaks. */
const touchesAnother = ({ dates }: LineFacts, { range }: DateExpression): boolean =>
  dates.some(({ range: other }) => other.end === range.start || other.start === range.end);

/** Whether a date with a fault has been read there: 决赛629日（星期日） is told once. */
const isRead = ({ dates }: LineFacts, { start, end }: Range): boolean =>
  dates.some(({ fault, range }) => fault !== undefined && range.start < end && start < range.end);

function rewritten(range: Range, correction: string): Fix {
  return { title: rewrite, params: { correction }, safety: 'suggested', edits: [{ range, text: correction }] };
}

const withLetters = (text: string) => lettersInDays(text).map((one) => ({ message: 'digits' as const, ...one }));

function oddFigures(text: string): readonly (MalformedYear & { readonly message: MessageId })[] {
  const years = malformedYears(text).map((one) => ({ message: 'year' as const, ...one }));
  const days = gluedDays(text).map((one) => ({ message: 'marksLost' as const, ...one }));
  const bare = daysGluedToMonth(text).map((one) => ({ message: 'monthLost' as const, ...one }));
  return [...years, ...days, ...bare];
}

/** The parts of a day. */
const partSign = sign({ words: ['上午', '下午', '早上', '早晨', '凌晨'] });
/** 十三月 */
const hanMonthSign = sign({ words: [...'一二三四五六七八九十'].map((numeral) => `${numeral}月`) });

/** @param line where the places are to be those of the source and not those of the line */
function faultOf(
  text: string,
  { fault, from, to, range: whole }: DateExpression,
  line?: Line,
): Finding<MessageId> | undefined {
  const message = fault && messageOf[fault.kind];
  if (!fault || !message) return undefined;
  const at = (range: Range): Range => line?.at(range.start, range.end) ?? range;
  // The day as a whole reads better than the one figure in it that is wrong.
  const holds = (range: Range) => range.start <= fault.range.start && fault.range.end <= range.end;
  const side = fault.kind === 'missing-connector' ? undefined : [from?.range, to?.range].find((r) => r && holds(r));
  const range = side ?? whole;
  const raw = text.slice(range.start, range.end);
  if (fault.correction === undefined) {
    // 2025年15日: which month it was to be, only the author knows.
    const unsure = message === 'missingMonthMark' ? 'monthLost' : message;
    return { message: unsure, params: { raw, correction: raw }, range: at(range) };
  }
  const before = text.slice(range.start, fault.range.start);
  const correction = before + fault.correction + text.slice(fault.range.end, range.end);
  return {
    message,
    params: { raw, correction },
    range: at(range),
    fix: {
      title: rewrite,
      params: { correction },
      safety: certain.has(fault.kind) ? 'safe' : 'suggested',
      edits: [{ range: at(fault.range), text: fault.correction }],
    },
  };
}
