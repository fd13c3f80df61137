import { type ClockRange, clockAt } from '../../../dates/clock-ranges.ts';
import { lineMemo } from '../../../plan/facts.ts';
import type { Line, Plan } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding } from '../../rule.ts';

const itemBefore = { zh: '上一项为“{raw}”', en: 'The item before: “{raw}”' };

/** The time of day that a line of a programme begins with, behind its number. */
const clockOf = lineMemo(({ text, number }): ClockRange | null => {
  let at = number?.range.end ?? 0;
  while (at < signs && /[\s（(【●·•◆■]/.test(text.charAt(at))) at++;
  const code = text.charCodeAt(at);
  return code >= 0x30 && code <= 0x39 ? (clockAt(text, at) ?? null) : null;
});
/** Blanks and signs in front of the time. */
const signs = 12;
interface Item extends ClockRange {
  readonly raw: string;
  readonly place: Range;
}

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
    const at = columns.findIndex(({ field }) => field === 'time' || field === 'stage');
    if (at < 0) continue;
    for (const { cells } of rows) {
      const line = cells[at]?.lines[0];
      const clock = line && clockOf(line.facts);
      if (line && clock) run.push(itemOf(line, clock));
      else close();
    }
    close();
  }
  return findings;
}

function itemOf(line: Line, clock: ClockRange): Item {
  return { raw: line.text.slice(clock.from, clock.to), place: line.at(clock.from, clock.to), ...clock };
}

function ofRun(items: readonly Item[]): readonly Finding<'clockOverlap'>[] {
  return items.flatMap((item, at): readonly Finding<'clockOverlap'>[] => {
    const above = items[at - 1];
    if (above?.end === undefined || item.end === undefined || above.end <= above.start) return [];
    if (item.start <= above.start || item.start >= above.end || item.end <= above.end) return [];
    return [
      {
        message: 'clockOverlap',
        params: { raw: item.raw, otherRaw: above.raw },
        range: item.place,
        related: [{ message: itemBefore, params: { raw: above.raw }, range: above.place }],
      },
    ];
  });
}
