import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import { endOf, markRange, type OddEnd } from './end-marks.ts';

/** Cells that a column must have before its ends say anything, and how many may differ. */
const FEWEST = 5;
const RARE = 0.2;
/** Shorter words in a cell are a name or a label. */
const SENTENCE = 14;

const columns: ReadonlySet<string> = new Set([
  'activity',
  'requirement',
  'measure',
  'goal',
  'issue',
  'cause',
  'progress',
]);

/** Sentences in the cells of a column that lack the end mark which nearly all the others have. */
export function oddCells(plan: Plan): readonly OddEnd[] {
  return plan.tables.flatMap((table) =>
    table.columns.flatMap(({ field }, at) => (field && columns.has(field) ? oddIn(table, at) : [])),
  );
}

function oddIn(table: PlanTable, column: number): readonly OddEnd[] {
  const ends = table.rows.flatMap(({ cells }) => {
    const line = cells[column]?.lines.at(-1);
    return line && isSentence(line) ? [line] : [];
  });
  const model = ends.find(({ facts }) => endOf(facts).mark === '。');
  const odd = ends.filter(({ facts }) => endOf(facts).mark === '');
  if (!model || ends.length < FEWEST || odd.length > RARE * ends.length) return [];
  return odd.map((line) => ({ line, range: markRange(line), mark: '', usual: '。', model }));
}

function isSentence({ text, facts }: Line): boolean {
  return text.length >= SENTENCE && (facts.number === undefined || /[，；。]/.test(text));
}
