import { compare, daysBetween, type PlainDate } from '../../../dates/civil.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import type { Dated, Plan, PlanTable } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

const rowAbove = { zh: '上一行为“{raw}”', en: 'The row above: “{raw}”' };
/** So many rows that follow one another day by day make a calendar of weeks. */
const LEAST = 4;
/** Of all rows that meet, so many begin on the day behind the one above; a week of holidays between two is no joint. */
const SHARE = 0.75;

interface Week {
  readonly dated: Dated;
  readonly start: PlainDate;
  readonly end: PlainDate;
}

/** 第0周 8月28日—9月3日 above 第1周 9月3日—9月9日: the day that two rows of a calendar share, where all others go on the day behind. */
export function weeksSharingDays(plan: Plan): readonly Finding<'sharedDay'>[] {
  const tables = plan.tables.filter(
    ({ rows, columns }) => rows.length > LEAST && columns.some(({ header }) => isWeeks(header.text)),
  );
  return tables.flatMap((table) => sharedIn(weeksOf(table, plan)));
}

const isWeeks = (header: string): boolean =>
  /^(?:周次|周数|教学周|教学周次|周)$/.test(header.replace(/[\s\u3000]+/g, ''));

/** The windows of the rows, one for each. */
function weeksOf({ columns, rows }: PlanTable, { dates }: Plan): readonly Week[] {
  const at = columns.findIndex(
    ({ header, field }) => (field === 'time' || field === 'deadline') && !isWeeks(header.text),
  );
  if (at < 0) return [];
  const byLine = datedByLine(dates);
  return rows.flatMap(({ cells }): readonly Week[] => {
    const line = cells[at]?.lines[0];
    const [dated, more] = (line && byLine.get(line)) ?? [];
    const { start, end, precision } = dated?.span ?? {};
    const isWindow = dated && !more && precision === 'day' && start && end && compare(start, end) < 0;
    return isWindow ? [{ dated, start, end }] : [];
  });
}

function sharedIn(weeks: readonly Week[]): readonly Finding<'sharedDay'>[] {
  const joints = weeks.slice(1).flatMap((week, at) => {
    const above = weeks[at];
    return above ? [{ week, above, days: daysBetween(above.end, week.start) }] : [];
  });
  const seamless = joints.filter(({ days }) => days === 1).length;
  const meeting = joints.filter(({ days }) => days <= 1).length;
  if (seamless < LEAST || seamless < meeting * SHARE) return [];
  return joints
    .filter(({ week, above, days }) => days <= 0 && compare(above.start, week.start) < 0)
    .map(({ week, above }) => ({
      message: 'sharedDay',
      params: { raw: week.dated.expression.raw, otherRaw: above.dated.expression.raw },
      range: week.dated.range,
      related: [{ message: rowAbove, params: { raw: above.dated.expression.raw }, range: above.dated.range }],
    }));
}
