import { compare, type PlainDate } from '../../../dates/civil.ts';
import { datedByLine } from '../../../plan/dated-lines.ts';
import { numberLists } from '../../../plan/line/number-lists.ts';
import type { Dated, Line, Plan } from '../../../plan/model.ts';
import type { Finding } from '../../rule.ts';

/** A schedule shorter than this has no order to speak of. */
const leastRows = 6;

const rowBefore = { zh: '上一项为“{raw}”', en: 'The one above: “{raw}”' };

const NONE: readonly never[] = [];

/** A line or row of a schedule with its day. */
interface DatedItem {
  readonly dated: Dated;
  readonly day: PlainDate;
  readonly known: boolean;
}

/** @param found where it is added, if it has a day */
function addItem(found: DatedItem[], dated: Dated | undefined): void {
  const day = dated?.expression.deadline ? dated.span?.end : dated?.span?.start;
  if (dated && day && dated.span?.precision === 'day') found.push({ dated, day, known: dated.span.yearKnown });
}

/** The one item that goes against the order of all others. */
function outOfOrder(rows: readonly DatedItem[]): DatedItem | undefined {
  if (rows.some(({ known }) => known !== rows[0]?.known)) return undefined;
  const steps = rows.slice(1).map(({ day }, at) => Math.sign(compare(day, rows[at]?.day ?? day)));
  const direction = steps.filter((step) => step > 0).length > steps.filter((step) => step < 0).length ? 1 : -1;
  const against = (a: PlainDate, b: PlainDate) => Math.sign(compare(b, a)) === -direction;
  const back = steps.filter((step) => step === -direction).length;
  // Behind the last one nothing says which of the two is wrong: the one that steps back is shown.
  if (back === 1 && steps.at(-1) === -direction) return rows.at(-1);
  const wrong = rows.filter(({ day }, at) => {
    const above = rows[at - 1];
    const below = rows[at + 1];
    if (!above || !below || against(above.day, below.day)) return false;
    return against(above.day, day) || against(day, below.day);
  });
  const [only, more] = wrong;
  return more || back !== 1 ? undefined : only;
}

const feast = /^[（(是：:]?[\p{Script=Han}]{2,12}(?:日|节)[）)]?(?:[，。；]|$)/u;

const labelled = /^[^，。；：:（(]{2,14}[：:（(]\s?$/;

/** Up to fourteen units, the mark and a blank. */
const longestLabel = 16;

/** A list of days shorter than this has no order to speak of. */
const leastItems = 5;

/** Numbered lines that each begin with their day: all go by time, and one does not. */
export function itemsOutOfOrder(plan: Plan): readonly Finding<'itemOrder'>[] {
  const heads = new Map<Line, Dated>();
  for (const dated of plan.dates) {
    const { line, expression } = dated;
    if (line.place === 'cell' || expression.kind !== 'span') continue;
    const number = line.facts.number;
    if (!number || expression.range.start - number.range.end > longestLabel || heads.has(line)) continue;
    const before = line.text.slice(number.range.end, expression.range.start);
    // 6.学籍注册：8月25日前完成 begins with its day as well.
    if (before.length > 1 && !labelled.test(before)) continue;
    // B. 4月22日世界地球日, C. 5月1日国际劳动节 are days of the calendar, to choose from.
    if (!feast.test(line.text.slice(expression.range.end))) heads.set(line, dated);
  }
  if (heads.size < leastItems) return [];
  return numberLists(plan).flatMap(({ numbers, inline, table }): readonly Finding<'itemOrder'>[] => {
    if (inline || table || numbers.length < leastItems) return [];
    const rows: DatedItem[] = [];
    for (const { line } of numbers) addItem(rows, heads.get(line));
    const only = rows.length === numbers.length ? outOfOrder(rows) : undefined;
    const above = only && rows[rows.indexOf(only) - 1];
    if (!only || !above) return [];
    return [
      {
        message: 'itemOrder',
        params: { raw: only.dated.expression.raw },
        range: only.dated.range,
        related: [{ message: rowBefore, params: { raw: above.dated.expression.raw }, range: above.dated.range }],
        severity: 'info',
      },
    ];
  });
}

/** So many clauses of one line, each with its last day, have an order to speak of. */
const leastClauses = 4;

/** 3月底前完成立项；5月底前完成征地；…；2027年10月完成验收: the one clause of a line that steps back. */
export function clausesOutOfOrder(plan: Plan): readonly Finding<'clauseOrder'>[] {
  const found: Finding<'clauseOrder'>[] = [];
  for (const [line, all] of datedByLine(plan.dates)) {
    if (all.length < leastClauses || line.place === 'cell' || line.place === 'quote') continue;
    const finding = clauseOutOfOrder(
      line.text,
      all.filter(({ expression }) => expression.kind === 'span'),
    );
    if (finding) found.push(finding);
  }
  return found;
}

function clauseOutOfOrder(text: string, dates: readonly Dated[]): Finding<'clauseOrder'> | undefined {
  if (dates.length < leastClauses) return undefined;
  const ends = dates.map(({ span }) => span?.end);
  // Each of them opens a clause of its own: behind ；, or at the head of its sentence.
  const opens = dates.every(
    ({ expression: { range } }, at) => at === 0 || /[；;]\s*$/.test(text.slice(0, range.start)),
  );
  if (!opens || ends.some((end) => !end) || dates.some(({ span }) => span?.yearKnown !== dates[0]?.span?.yearKnown))
    return undefined;
  const back = dates.filter((_, at) => {
    const [above, own] = [ends[at - 1], ends[at]];
    return above !== undefined && own !== undefined && compare(own, above) < 0;
  });
  const [only, more] = back;
  const above = only && dates[dates.indexOf(only) - 1];
  if (!only || more || !above) return undefined;
  return {
    message: 'clauseOrder',
    params: { raw: only.expression.raw },
    range: only.range,
    related: [{ message: rowBefore, params: { raw: above.expression.raw }, range: above.range }],
    severity: 'info',
  };
}

/**
 * Rows that stand alone against the order of their table: all others go up, or all go down, and their own
 * neighbours agree without them. Tables that begin anew or are sorted by something else have more of them.
 */
export function rowsOutOfOrder(plan: Plan): readonly Finding<'rowOrder'>[] {
  return plan.tables.flatMap((table): readonly Finding<'rowOrder'>[] => {
    // The rows of a ledger go by its issues.
    if (table.rows.length < leastRows || table.kind === 'ledger') return NONE;
    // Rows go by their beginnings: what begins together may end in any order.
    const startAt = table.columns.findIndex(({ field }) => field === 'start');
    const timeAt =
      startAt >= 0 ? startAt : table.columns.findIndex(({ field }) => field === 'time' || field === 'deadline');
    if (timeAt < 0) return NONE;
    const byLine = datedByLine(plan.dates);
    const rows: DatedItem[] = [];
    for (const row of table.rows) {
      const line = row.cells[timeAt]?.lines[0];
      addItem(rows, line && byLine.get(line)?.[0]);
    }
    const only = rows.length < leastRows ? undefined : outOfOrder(rows);
    if (!only) return [];
    const above = rows[rows.indexOf(only) - 1];
    return [
      {
        message: 'rowOrder',
        params: { raw: only.dated.expression.raw },
        range: only.dated.range,
        ...(above
          ? { related: [{ message: rowBefore, params: { raw: above.dated.expression.raw }, range: above.dated.range }] }
          : {}),
        severity: 'info',
      },
    ];
  });
}
