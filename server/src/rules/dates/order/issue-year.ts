import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { Plan } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';
import { isSetAhead } from './set-ahead.ts';

/** What is told of a signature whose year cannot be right. */
type MessageId = 'issuedBeforePaper' | 'issuedYear';

/** What shows that the signature is of another year. */
interface Evidence {
  readonly raw: string;
  readonly range: Range;
}

const citedHere = { zh: '所引文件“{raw}”', en: 'The paper “{raw}”' };
const saidHere = { zh: '文中作“{raw}”', en: 'The text has “{raw}”' };

/** So many years behind the signature nothing but aims is laid down. */
const FAR = 3;
/** So many dates with their years have to say otherwise, or so many days of a plan whose title has its year. */
const LEAST = 2;
const LEAST_DAYS = 3;
/** In days: a plan that would begin about its signing if the year were typed right. */
const yearOff = { least: 300, most: 365 + 120 };
/** The same where nothing but the time of the activity tells: it was signed before it, and not long before. */
const setYearOff = { least: 360, most: 365 + 90 };
const longTerm = /规划|纲要|愿景|远景|年前|展望|筹备|筹办/;

/**
 * A signature that is dated before a paper which the plan cites, or a year and more before all that it lays down.
 * @param looksBack whether it tells of what has been done, as a summary does
 */
export function wrongIssueYear(plan: Plan, looksBack: boolean): readonly Finding<MessageId>[] {
  const { issued } = plan;
  const signed = issued?.start;
  if (!signed || !issued.yearKnown || issued.yearWritten === false) return NONE;
  const { raw, range } = issued;
  const paper = laterPaper(plan, signed);
  if (paper) {
    const related = [{ message: citedHere, params: { raw: paper.raw }, range: paper.range }];
    return [{ message: 'issuedBeforePaper', params: { raw, year: paper.year }, range, related }];
  }
  const other = otherYear(plan, signed, looksBack);
  if (!other) return NONE;
  const related = [{ message: saidHere, params: { raw: other.raw }, range: other.range }];
  return [{ message: 'issuedYear', params: { raw, other: other.raw }, range, related }];
}
const NONE: readonly never[] = [];

/** The paper of the latest year that is cited with its number; in December one of the next year may have its number. */
function laterPaper({ references }: Plan, signed: PlainDate) {
  const later = references.flatMap(({ documentNumber = '', range }) => {
    const year = Number(/〔(20\d\d)〕/.exec(documentNumber)?.[1] ?? 0);
    const isLater = year > signed.year + (signed.month === 12 ? 1 : 0) && year < signed.year + 30;
    return isLater ? [{ raw: documentNumber, range, year }] : [];
  });
  return later.sort((a, b) => b.year - a.year)[0];
}

function otherYear(plan: Plan, signed: PlainDate, looksBack: boolean): Evidence | undefined {
  const { title, dates, issued } = plan;
  const ofTitle = title && yearOfTitle(title.value);
  // 2026年上半年小结, signed in 2025: the half year was still to come.
  if (title && looksBack && ofTitle && ofTitle > signed.year && !/计划|打算|安排/.test(title.value))
    return { raw: `${ofTitle}年`, range: title.range };
  const days = dates.filter(
    ({ span, line, range }) =>
      span?.yearKnown === true &&
      span.precision !== 'year' &&
      line.place !== 'quote' &&
      !(issued && range.start < issued.range.end && issued.range.start < range.end),
  );
  const written = days.filter(({ span }) => span?.yearWritten === true);
  const [first] = written;
  const starts = written.flatMap(({ span }) => span?.start ?? span?.end ?? []);
  const earliest = starts.reduce((a, b) => (compare(a, b) <= 0 ? a : b), starts[0] ?? signed);
  const exact = days.filter(({ span }) => span?.precision === 'day');
  if (title && ofTitle && ofTitle >= signed.year + FAR && !longTerm.test(title.value) && exact.length >= LEAST_DAYS)
    return !first || earliest.year >= ofTitle - 1 ? { raw: `${ofTitle}年`, range: title.range } : undefined;
  if (!first) return undefined;
  const evidence = { raw: first.expression.raw, range: first.range };
  if (earliest.year >= signed.year + FAR && written.length >= LEAST && !ofTitle) return evidence;
  const ahead = daysBetween(signed, earliest);
  if (ahead < yearOff.least || longTerm.test(title?.value ?? '')) return undefined;
  const exactWritten = written.filter(({ span }) => span?.precision === 'day').length;
  if (ofTitle === signed.year + 1 && earliest.year === ofTitle && exactWritten >= LEAST && ahead <= yearOff.most)
    return evidence;
  if (ofTitle !== undefined && ofTitle <= signed.year) return undefined;
  const whole = plan.span?.yearWritten === true && plan.span.precision !== 'year' ? plan.span : undefined;
  const set = whole ?? written.find((dated) => isSetAhead(plan, dated))?.span;
  const begins = set?.start && daysBetween(signed, set.start);
  const isOff =
    begins !== undefined && begins >= setYearOff.least && (begins <= setYearOff.most || begins >= FAR * 365);
  return set && isOff ? { raw: set.raw, range: set.range } : undefined;
}

/** The only year in a title; 0 where it has several. */
export function yearOfTitle(title: string): number | undefined {
  const years = [...title.matchAll(/(?<!\d)(20\d\d)(?!\d)/g)].map(([year]) => Number(year));
  return years.length > 1 ? 0 : years[0];
}
