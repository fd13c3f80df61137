import { addDays, compare, type PlainDate } from '../../../dates/civil.ts';
import type { Dated, Plan, Stage } from '../../../plan/model.ts';
import { versionMemo } from '../../../plan/plan-memo.ts';
import type { Range } from '../../../text/range.ts';

/** Whether the end of a window lies before its start, as it is written. */
export function runsBackwards({ expression, span, line }: Dated): boolean {
  if (isOfBirth(line.text, expression.range)) return false;
  if (expression.fault) return expression.fault.kind === 'reversed';
  return span?.start !== undefined && span.end !== undefined && compare(span.end, span.start) < 0;
}

/** （2005年3月7日至1979年3月6日）出生, 年龄应在14至40周岁（…）: the youngest are named first. */
const isOfBirth = (text: string, { start, end }: Range): boolean =>
  /^[）)]?(?:之?间|期间)?(?:出生|生(?=$|[，。；的）)]))/.test(text.slice(end, end + 8)) ||
  /(?:周岁|岁|年龄)[^，。；]{0,4}$/.test(text.slice(Math.max(0, start - 12), start));

/**
 * Stage windows that were taken to end in the next year, and whose neighbours say that their ends changed places: 8月20日至6月1日
 * behind a stage until 5月31日, or in front of one from 8月21日 on. By where they begin in the source.
 */
export const turnedRound = versionMemo(({ stages, dates }: Plan): ReadonlySet<number> => {
  let found: Set<number> | undefined;
  stages.forEach(({ schedules: [window, more] }, at) => {
    if (!window || more || window.span.precision !== 'day') return;
    const { start, end } = window.span;
    if (!start || !end || end.year !== start.year + 1) return;
    const { from, to } = dates.find(({ range }) => range.start === window.range.start)?.expression ?? {};
    if (!from || !to || to.year !== undefined || to.yearShift !== undefined) return;
    const first = { ...end, year: start.year };
    if (
      meets(stages[at - 1], ({ end: last }) => last && addDays(last, 1), first) ||
      meets(stages[at + 1], (next) => next.start, addDays(start, 1))
    ) {
      found ??= new Set();
      found.add(window.range.start);
    }
  });
  return found ?? NONE;
});
const NONE: ReadonlySet<number> = new Set();

/** A day of the only window of a stage. */
function meets(
  stage: Stage | undefined,
  dayOf: (span: Stage['schedules'][number]['span']) => PlainDate | undefined,
  wanted: PlainDate,
): boolean {
  const [window, more] = stage?.schedules ?? [];
  const day = window && !more ? dayOf(window.span) : undefined;
  return day !== undefined && compare(day, wanted) === 0;
}
