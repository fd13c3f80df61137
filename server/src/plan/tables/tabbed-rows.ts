import type { BlockLine } from '../../markdown/blocks.ts';
import type { Range } from '../../text/range.ts';
import { knownColumns } from './tables.ts';

/** Lines of a paragraph that are rows of a table, the first of them its header. */
export interface TabbedRows {
  /** Index of the first line, and behind the last one. */
  readonly from: number;
  readonly to: number;
  /** For each of these lines where its cells stand, without the blanks around them. */
  readonly rows: readonly (readonly Range[])[];
}

/** A header of fewer cells, or with fewer of them known, may be any line with tabs in it. */
const fewestCells = 3;
const fewestKnown = 2;
/** With the header. */
const fewestRows = 3;
/** One known column will do (序号) where so many of a hundred rows are as wide as the header, but for one cell. */
const mostAsWide = 70;

/**
 * A table that was copied from a spreadsheet or a web page: row by row a line, its cells parted by tabs. Found by
 * its header, which names columns. A row of merged cells has fewer cells than the header, and none has more.
 */
export function tabbedRows(lines: readonly BlockLine[]): TabbedRows | undefined {
  for (let from = 0; from + fewestRows <= lines.length; from++) {
    const header = lines[from]?.prose.text ?? '';
    if (!header.includes('\t')) continue;
    const texts = header.split('\t');
    const known = knownColumns(texts);
    if (texts.length < fewestCells || /\d/.test(header) || known === 0) continue;
    const rows: (readonly Range[])[] = [];
    for (const line of lines.slice(from)) {
      const cells = cellsOf(line);
      if (!line.prose.text.includes('\t') || cells.length > texts.length) break;
      rows.push(cells);
    }
    const asWide = rows.filter((cells) => cells.length >= texts.length - 1).length;
    if (known < fewestKnown && asWide * 100 < mostAsWide * rows.length) continue;
    if (rows.length >= fewestRows) return { from, to: from + rows.length, rows };
  }
  return undefined;
}

/** A tab at the head of the line stands behind an empty cell. */
function cellsOf({ prose: { text }, indent }: BlockLine): readonly Range[] {
  const cells: Range[] = indent.includes('\t') ? [{ start: 0, end: 0 }] : [];
  for (let from = 0; from <= text.length; ) {
    const tab = text.indexOf('\t', from);
    let start = from;
    let end = tab < 0 ? text.length : tab;
    while (start < end && /\s/.test(text.charAt(start))) start++;
    while (end > start && /\s/.test(text.charAt(end - 1))) end--;
    cells.push({ start, end });
    from = (tab < 0 ? text.length : tab) + 1;
  }
  return cells;
}
