import type { Line, PlanTable, TableCell } from '../../plan/model.ts';
import { type Marks, runsOf } from './marks.ts';
import type { PaperCell, PaperTable, Run } from './paper.ts';
import { landscapeWidth, tableCharacter, textWidth } from './standard.ts';
import { widthOf } from './title-lines.ts';

/** More columns than this go on a page turned sideways (GB/T 9704-2012 clause 8; the number is practice). */
const upright = 7;
/** So many columns may gain by turning the page; fewer are wide enough upright. */
const turnable = 5;
/** Lines of a row from which on a table of so many columns is turned: on average, and of the highest. */
const highRow = 7;
const highestRow = 20;
/** A row of more lines may break over two pages; a lower one stays whole. */
const wholeRow = 11;
/** Width of the margins within a cell, in characters of the table. */
const padding = 0.9;
/** No column is narrower than this, in characters. */
const narrowest = 2.2;
/** Words as long as this stand in the middle of their cell. */
const centredLength = 8;

/** Width of a text in a cell, in characters: some programs put room between characters and digits. */
function cellWidth(text: string): number {
  const seams = text.match(/\p{Script=Han}(?=[0-9A-Za-z])|[0-9A-Za-z](?=\p{Script=Han})/gu);
  return widthOf(text) + 0.25 * (seams?.length ?? 0);
}

/** A table as it is laid out: widths by what the columns hold, and sideways where that is better to read. */
export function paperTable(table: PlanTable, source: string, marks: Marks): PaperTable {
  const columns = Math.max(table.columns.length, ...table.rows.map(({ cells }) => cells.length));
  const contents: string[][] = Array.from({ length: columns }, (_, at) => [
    table.columns[at]?.header.text ?? '',
    ...table.rows.map(({ cells }) => cells[at]?.text ?? ''),
  ]);
  const uprightWidths = columnWidths(contents, textWidth);
  const heights = rowHeights(contents, uprightWidths);
  const average = heights.reduce((sum, height) => sum + height, 0) / Math.max(1, heights.length);
  const landscape =
    columns > upright || (columns >= turnable && (average > highRow || Math.max(0, ...heights) > highestRow));
  const widths = landscape ? columnWidths(contents, landscapeWidth) : uprightWidths;
  const lines = landscape ? rowHeights(contents, widths) : heights;
  const cell = (one: TableCell | undefined, centred: boolean): PaperCell => ({
    runs: one ? cellRuns(one.lines, source, marks) : [],
    merged: one?.carried !== undefined && one.text === '',
    centred,
  });
  const isCentred = contents.map((texts) => texts.slice(1).every((text) => widthOf(text) <= centredLength));
  return {
    widths,
    landscape,
    header: Array.from({ length: columns }, (_, at) => cell(table.columns[at]?.header, true)),
    rows: table.rows.map(({ cells }, row) => ({
      cells: Array.from({ length: columns }, (_, at) => cell(cells[at], isCentred[at] === true)),
      whole: (lines[row + 1] ?? 0) <= wholeRow,
    })),
  };
}

/** The lines of a cell one below the other. */
function cellRuns(lines: readonly Line[], source: string, marks: Marks): readonly Run[] {
  return lines.flatMap((line, at) =>
    runsOf(line, source, marks).map((run, first) => (at > 0 && first === 0 ? { ...run, breakBefore: true } : run)),
  );
}

/**
 * Widths of the columns in twips that add up to `whole`: a column that needs no more than its fair share of what the
 * narrower ones left over gets what it needs; the others share the rest by the roots of what they hold.
 */
function columnWidths(contents: readonly (readonly string[])[], whole: number): readonly number[] {
  const natural = contents.map((texts) => Math.max(narrowest, ...texts.map(cellWidth)));
  const widths = natural.map(() => 0);
  let room = whole / tableCharacter - contents.length * padding;
  const open = natural.map((width, at) => ({ width, at })).sort((a, b) => a.width - b.width);
  while (open[0] && open[0].width <= room / open.length) {
    const { width, at } = open.shift() as { readonly width: number; readonly at: number };
    widths[at] = width;
    room -= width;
  }
  const weights = open.map(({ at }) => Math.sqrt((contents[at] ?? []).reduce((sum, text) => sum + cellWidth(text), 0)));
  const weight = weights.reduce((sum, one) => sum + one, 0);
  open.forEach(({ at }, index) => {
    widths[at] = (room * (weights[index] ?? 0)) / weight;
  });
  // What is left where all columns got what they need goes to each in its proportion.
  const sum = widths.reduce((all, width) => all + width + padding, 0);
  const twips = widths.map((width) => Math.round(((width + padding) / sum) * whole));
  const rest = whole - twips.reduce((all, width) => all + width, 0);
  return twips.map((width, at) => (at === twips.length - 1 ? width + rest : width));
}

/** How many lines each row has, the header first. */
function rowHeights(contents: readonly (readonly string[])[], widths: readonly number[]): readonly number[] {
  const rows = contents[0]?.length ?? 0;
  return Array.from({ length: rows }, (_, row) =>
    Math.max(
      ...contents.map((texts, at) => {
        const room = Math.max(1, Math.floor((widths[at] ?? 0) / tableCharacter - padding));
        return Math.max(1, Math.ceil(cellWidth(texts[row] ?? '') / room));
      }),
    ),
  );
}
