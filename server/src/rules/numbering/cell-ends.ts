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

/** Sentences in the cells of a column that lack the end mark which nearly all the others have, and the one that has it alone. */
export function oddCells(plan: Plan): readonly OddEnd[] {
  const found: OddEnd[] = [];
  for (const table of plan.tables) {
    if (table.rows.length < FEWEST_BARE) continue;
    for (let at = 0; at < table.columns.length; at++) {
      const stray = strayIn(table, at);
      if (stray) found.push(stray);
      if (table.rows.length < FEWEST) continue;
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

/** So many cells without any mark make the one that has one stand out: a semicolon is left over, a full stop may be meant. */
const FEWEST_BARE = 3;
const FEWEST_WITHOUT_STOP = 4;
/** 合计, 3月 and the like say nothing of how a column is written. */
const WORDS = 3;
const left: ReadonlySet<EndMark> = new Set(['；']);

/** 凉河学院　马晓岚； in a column in which no other cell has a mark at its end, nor a full stop within. */
function strayIn({ rows, source }: PlanTable, column: number): OddEnd | undefined {
  // The paragraphs of a cell that was pasted with tabs are not sure to be one cell.
  if (source !== 'gfm') return undefined;
  let odd: Line | undefined;
  let model: Line | undefined;
  let bare = 0;
  for (const { cells } of rows) {
    const lines = cells[column]?.lines ?? [];
    const line = lines.at(-1);
    if (!line || line.text.trim().length < WORDS) continue;
    // Where cells hold lists, their items have ends of their own.
    if (line.facts.number) return undefined;
    const { mark, at } = endOf(line.facts);
    if (lines.length > 1 || inner.test(line.text.slice(0, at))) return undefined;
    if (mark === '') {
      bare++;
      model ??= line;
    } else if (odd || !(mark === '。' || left.has(mark))) return undefined;
    else odd = line;
  }
  if (!odd || !model) return undefined;
  const { mark } = endOf(odd.facts);
  if (bare < (left.has(mark) ? FEWEST_BARE : FEWEST_WITHOUT_STOP)) return undefined;
  return { line: odd, range: markRange(odd), mark, usual: '', model };
}
const inner = /[。；;！？]/;

/** The mark behind a sentence; null for other words. */
const sentenceEnd = lineMemo((facts): EndMark | null => {
  const { text, number } = facts;
  return text.length >= SENTENCE && (number === undefined || /[，；。]/.test(text)) ? endOf(facts).mark : null;
});
