import type { Plan, PlanTable, TableCell, TableRow } from '../../plan/model.ts';
import { looksLikePerson } from '../../plan/parties/words.ts';
import { hasField, ownerCells, ownerFields } from '../../plan/tables/table-fields.ts';
import type { Range } from '../../text/range.ts';

/** A row whose cell for the one who answers holds words or a stroke that stand for nobody. */
export interface OpenRow {
  readonly what: string;
  readonly range: Range;
}

/** So many rows beside it name somebody. */
const OTHERS = 2;
/** 待机构改革后明确, 暂未确定, 另行指定. 待定 alone is a placeholder. */
const later = /^(?:待[^，。；]{3,16}|(?:暂时?|尚)未|另行)(?:再行?)?(?:明确|确定|落实|指定|安排|定)$|^(?:暂缺|空缺)$/;
const stroke = /^(?:[/／\\]|[-—–－]{1,4}|无)$/;
const titles = ['activity', 'measure', 'issue', 'goal', 'requirement', 'stage'] as const;

/** The rows of a table that leave open who answers for them, where those beside them name somebody. */
export function openRows({ tables }: Plan): readonly OpenRow[] {
  return tables.flatMap(inTable);
}

function inTable(table: PlanTable): readonly OpenRow[] {
  if (table.rows.length <= OTHERS || !hasField(table, ownerFields)) return [];
  const open: { row: TableRow; cell: TableCell; isStroke: boolean }[] = [];
  let named = 0;
  for (const row of table.rows) {
    const cells = ownerCells(table, row);
    const words = cells.map(({ text }) => text.trim());
    const cell = cells.find((_, at) => later.test(words[at] ?? '') || stroke.test(words[at] ?? ''));
    if (!cell) named += words.some((word) => word.length > 1) ? 1 : 0;
    // A unit beside the stroke answers: nobody in particular is named in it.
    else if (words.every((word) => word === '' || later.test(word) || stroke.test(word)))
      open.push({ row, cell, isStroke: stroke.test(cell.text.trim()) });
  }
  if (named < OTHERS || 3 * open.length > named) return [];
  // Several strokes are how the table says that nobody is needed there; beside a time limit somebody is.
  const strokes = open.filter(({ isStroke }) => isStroke).length;
  const isDue = hasField(table, ['deadline']);
  return open.flatMap(({ row, cell, isStroke }): readonly OpenRow[] => {
    if (cell.carried || (isStroke && (strokes > 1 || !isDue))) return [];
    const title = titles.flatMap((field) => table.cell(row, field) ?? []).find(({ text }) => text.trim() !== '');
    return [
      { what: (title ?? row.cells.find(({ text }) => looksLikeTitle(text)))?.text.trim() ?? '', range: cell.range },
    ];
  });
}

const looksLikeTitle = (text: string): boolean => text.trim().length > 1 && !looksLikePerson(text.trim());
