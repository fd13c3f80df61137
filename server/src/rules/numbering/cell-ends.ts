import { lineMemo } from '../../plan/facts.ts';
import type { Line, Plan, PlanTable } from '../../plan/model.ts';
import { type EndMark, endOf, markRange, type OddEnd } from './end-marks.ts';

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
  const found: OddEnd[] = [];
  for (const table of plan.tables) {
    if (table.rows.length < FEWEST) continue;
    for (let at = 0; at < table.columns.length; at++) {
      const field = table.columns[at]?.field;
      if (field && columns.has(field)) found.push(...oddIn(table, at));
    }
  }
  return found;
}

function oddIn(table: PlanTable, column: number): readonly OddEnd[] {
  let count = 0;
  let model: Line | undefined;
  const odd: Line[] = [];
  for (const { cells } of table.rows) {
    const line = cells[column]?.lines.at(-1);
    const mark = line && sentenceEnd(line.facts);
    if (!line || mark === null) continue;
    count++;
    if (mark === '') odd.push(line);
    else if (mark === '。') model ??= line;
  }
  if (!model || count < FEWEST || odd.length > RARE * count) return [];
  const usual = model;
  return odd.map((line) => ({ line, range: markRange(line), mark: '', usual: '。', model: usual }));
}

/** The mark behind a sentence; null for other words. */
const sentenceEnd = lineMemo((facts): EndMark | null => {
  const { text, number } = facts;
  return text.length >= SENTENCE && (number === undefined || /[，；。]/.test(text)) ? endOf(facts).mark : null;
});
