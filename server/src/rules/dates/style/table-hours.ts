import type { Line, PlanTable } from '../../../plan/model.ts';
import { matchesOf } from '../../../text/matches.ts';
import type { Range } from '../../../text/range.ts';

/** Something in a cell that differs from most of its kind in the table; indexes of the line's text. */
export interface OddHour {
  readonly line: Line;
  readonly range: Range;
  /** As it is written there, and as the others are; `place` is what makes the difference. */
  readonly written: string;
  readonly wanted: string;
  readonly place: Range;
}

/** 8:00—9:30; 1 the sign between the two. */
const joined =
  /(?<![\d:：.])(?:[01]?\d|2[0-4])[:：][0-5]\d\s{0,2}(-|—|–|‒|－|~|～|至)\s{0,2}(?:[01]?\d|2[0-4])[:：][0-5]\d(?![\d:：])/g;
/** So many of one kind are the way of a table, and at most half as many are slips. */
const HABIT = 3;
const RARE = 2;

type Found = Omit<OddHour, 'wanted'>;

/** Signs between two times of day that differ from those of the rest of the table: 13:30-14:50 among 8:00—9:30. */
export function oddJoins(table: PlanTable): readonly OddHour[] {
  return rarest(
    inCells(table, (line) =>
      matchesOf(line.text, joined).map(({ 0: raw, 1: sign = '', index }) => {
        const at = index + raw.indexOf(sign, 3);
        return {
          line,
          range: { start: index, end: index + raw.length },
          written: sign,
          place: { start: at, end: at + 1 },
        };
      }),
    ),
  );
}

function inCells({ rows }: PlanTable, find: (line: Line) => readonly Found[]): readonly Found[] {
  return rows.flatMap(({ cells }) =>
    cells.flatMap(({ lines }) => lines.flatMap((line) => (/\d[:：]\d/.test(line.text) ? find(line) : []))),
  );
}

/** Those that are written otherwise than most, where they are few. */
function rarest(all: readonly Found[]): readonly OddHour[] {
  const counts = new Map<string, number>();
  for (const { written } of all) counts.set(written, (counts.get(written) ?? 0) + 1);
  if (counts.size < 2) return [];
  const [usual] = [...counts].sort(([, a], [, b]) => b - a);
  if (!usual) return [];
  const [wanted, count] = usual;
  const odd = all.filter(({ written }) => written !== wanted);
  return count < HABIT || RARE * odd.length > count ? [] : odd.map((one) => ({ ...one, wanted }));
}
