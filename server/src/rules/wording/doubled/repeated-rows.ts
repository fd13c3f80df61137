import type { Plan, PlanTable, TableRow } from '../../../plan/model.ts';
import type { Range } from '../../../text/range.ts';
import { usualHanIn } from '../../../text/units.ts';

/** A row of a table that says word for word what another one says. Ranges of the source. */
export interface RepeatedRow {
  readonly range: Range;
  readonly words: string;
  readonly first: Range;
}

/** Han characters of a row that nobody writes twice. */
const SHORTEST = 16;
/** What is to be filled in comes again in every row. */
const toBeFilled = /[【×_＿□]|某某|填写/;
/** So many of its cells say something. */
const CELLS = 4;

/** Rows of ledgers and of tables of tasks that stand there twice; where more rows are alike, they are a form. */
export function findRepeatedRows({ tables }: Plan): readonly RepeatedRow[] {
  return tables.flatMap((table) => (table.kind === 'ledger' || table.kind === 'taskBreakdown' ? twinsIn(table) : []));
}

const NONE: readonly RepeatedRow[] = [];

/** A cheap test: whether two rows are equally long, and begin and end with the same units. */
function mayHaveTwins(rows: readonly TableRow[], counted: number): boolean {
  const seen = new Set<number>();
  for (const { cells } of rows) {
    let length = 0;
    let first = 0;
    let last = 0;
    for (let at = 0; at < cells.length; at++) {
      const words = at === counted ? '' : (cells[at]?.text.trim() ?? '');
      if (words === '') continue;
      if (length === 0) first = words.charCodeAt(0);
      last = words.charCodeAt(words.length - 1);
      length += words.length + 1;
    }
    const key = (first * 65_536 + last) * 65_536 + length;
    if (seen.has(key)) return true;
    seen.add(key);
  }
  return false;
}

function twinsIn({ columns, rows }: PlanTable): readonly RepeatedRow[] {
  const counted = columns.findIndex(({ field }) => field === 'ordinal');
  if (!mayHaveTwins(rows, counted)) return NONE;
  const told = (row: TableRow) => row.cells.filter((cell, at) => at !== counted && cell.text.trim() !== '');
  const groups = new Map<string, TableRow[]>();
  for (const row of rows) {
    const key = told(row)
      .map(({ text }) => text.trim())
      .join('|');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups].flatMap(([key, [first, second, third]]) => {
    if (!first || !second || third || usualHanIn(key) < SHORTEST || toBeFilled.test(key)) return [];
    const [there, here] = [told(first)[0], told(second)[0]];
    if (!there || !here || told(second).length < CELLS) return [];
    return [{ range: here.range, words: here.text.trim(), first: there.range }];
  });
}
