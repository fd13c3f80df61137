import type { DateSpan } from '../dates/expression.ts';
import type { Line } from './model.ts';

/** 2025—2026学年第二学期: the term lies in the second of the two years, and so does that of 2025学年. */
const secondTerm = /(?<![\d—–～~至-])20(\d\d)(?:\s*[—–～~至-]{1,2}\s*(?:20)?(\d\d))?\s*学年度?\s*(?:第二|下|春季)学?期/;

/** The year in which the second term lies that a title names. */
export function secondTermIn(title: string): string | undefined {
  const [, first, second] = secondTerm.exec(title) ?? [];
  const year = Number(first) + 1;
  return first !== undefined && (second === undefined || Number(second) === year) ? `20${year}` : undefined;
}

const whole = /(?<!\d)20(\d\d)\s*[—–～~至-]{1,2}\s*(?:20)?(\d\d)\s*学年(?!度?\s*[（(]?\s*(?:第|上|下|春|秋))/;
/** What is done for a school year, is done from this month on, until the month before it in the next year. */
const FIRST_MONTH = 8;

/** 2017-2018学年 without a term: the stretch in which each month comes once, whatever its year. */
export function schoolYearIn(text: string): DateSpan | undefined {
  if (!text.includes('学年')) return undefined;
  const match = whole.exec(text);
  const [raw = '', first, second] = match ?? [];
  if (!match || Number(second) !== Number(first) + 1) return undefined;
  const year = 2000 + Number(first);
  return {
    start: { year, month: FIRST_MONTH, day: 1 },
    end: { year: year + 1, month: FIRST_MONTH - 1, day: 31 },
    yearKnown: true,
    raw,
    precision: 'year',
    approximate: false,
    deadline: false,
    range: { start: match.index, end: match.index + raw.length },
  };
}

/** 决定开展2017-2018学年…考核工作: the first one that the opening names, other papers left out. */
export function openingSchoolYear(opening: readonly Line[]): DateSpan | undefined {
  for (const { text } of opening) {
    if (!text.includes('学年')) continue;
    const found = schoolYearIn(text.replace(/《[^《》]*》/g, ''));
    if (found) return found;
  }
  return undefined;
}
