import { daysBetween, type PlainDate } from '../../../dates/civil.ts';
import type { Dated, Plan, PlanTable } from '../../../plan/model.ts';
import { limitFields } from '../../../plan/tables/table-fields.ts';
import type { Finding } from '../../rule.ts';
import { yearOfTitle } from './issue-year.ts';
import { isSetAhead } from './set-ahead.ts';

/** A year so far in front of all others is a figure typed wrong. */
const FAR = 2;
const LEAST_OTHERS = 2;

const othersHere = { zh: '其他时间如“{raw}”', en: 'Others are like “{raw}”' };

/** Times whose year lies before that of the plan and of all others: 2016年 in a plan of 2026, 2025年 in one column with 2026年. */
export function farYears(plan: Plan): readonly Finding<'farYear'>[] {
  const written = plan.dates.filter(
    ({ span, line }) => span?.yearWritten === true && span.precision !== 'year' && line.place !== 'quote',
  );
  if (written.length <= LEAST_OTHERS) return NONE;
  const byLine = new Map(written.map((dated) => [dated.line, dated]));
  const found = [...beforeTitle(plan, written), ...plan.tables.flatMap((table) => oddInColumn(table, byLine))];
  return [...new Set(found.map(({ odd }) => odd))].map((odd) => {
    const { other } = found.find((one) => one.odd === odd) ?? {};
    const related = other ? [{ message: othersHere, params: { raw: other.expression.raw }, range: other.range }] : [];
    return { message: 'farYear', params: { raw: odd.expression.raw }, range: odd.range, related };
  });
}
const NONE: readonly never[] = [];

interface OddYear {
  readonly odd: Dated;
  readonly other: Dated;
}

const yearOf = ({ span }: Dated): number => (span?.end ?? span?.start)?.year ?? 0;

/** Where no signature tells: set years before the only year of the title, of which at least two others are. */
function beforeTitle(plan: Plan, written: readonly Dated[]): readonly OddYear[] {
  if (plan.issued) return NONE;
  const year = yearOfTitle(plan.title?.value ?? '');
  if (!year) return NONE;
  const others = written.filter((dated) => yearOf(dated) >= year && yearOf(dated) <= year + 1);
  const [other] = others;
  if (!other || others.length < LEAST_OTHERS) return NONE;
  return written.flatMap((odd) => (yearOf(odd) <= year - FAR && isSetAhead(plan, odd) ? [{ odd, other }] : []));
}

/** So many days from all others a day stands apart; with the year of the others it stands among them, or about so near. */
const APART = 300;
const NEAR = 31;

/** The one cell of another year in a column of times, whose day fits in with the others in their year. */
function oddInColumn(table: PlanTable, byLine: ReadonlyMap<unknown, Dated>): readonly OddYear[] {
  if (table.columns.some(({ field }) => field === 'status' || field === 'progress')) return NONE;
  return table.columns.flatMap(({ field }, at): readonly OddYear[] => {
    if (field === undefined || !limitFields.includes(field)) return NONE;
    const dated = table.rows.flatMap(({ cells: { [at]: cell } }) => {
      const one = cell?.lines.length === 1 && !cell.carried ? byLine.get(cell.lines[0]) : undefined;
      return one?.span?.precision === 'day' ? [one] : [];
    });
    const [only] = dated.length > LEAST_OTHERS ? dated.filter((one) => isAlone(one, dated)) : NONE;
    const other = dated.find((one) => one !== only);
    return only && other ? [{ odd: only, other }] : NONE;
  });
}

function isAlone(one: Dated, all: readonly Dated[]): boolean {
  const day = dayOf(one);
  const others = all.filter((two) => two !== one);
  const year = yearOf(others[0] ?? one);
  if (!day || day.year >= year || others.some((two) => yearOf(two) !== year)) return false;
  const days = others.flatMap((two) => dayOf(two) ?? []);
  const meant = { ...day, year };
  const gaps = days.map((two) => daysBetween(day, two));
  const near = days.map((two) => daysBetween(meant, two));
  return Math.min(...gaps) >= APART && Math.min(...near) <= NEAR && Math.max(...near) >= -NEAR;
}

const dayOf = ({ span }: Dated): PlainDate | undefined => span?.end ?? span?.start;
