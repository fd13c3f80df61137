import type { BlockLine } from '../../markdown/blocks.ts';
import { readNumber } from '../../numbering/read.ts';
import type { Range } from '../../text/range.ts';
import { knownColumns } from './columns.ts';
import { trimmed } from './trimmed.ts';

/** Lines of a paragraph that are rows of a table, the first of them its header. */
export interface TabbedRows {
  /** Index of the first line, and behind the last one. */
  readonly from: number;
  readonly to: number;
  readonly rows: readonly TabbedRow[];
}

export interface TabbedRow {
  /** Where its cells stand in its line, without the blanks around them. */
  readonly cells: readonly Range[];
  /** The cell that lines without a tab below it go on with, and how many of them. */
  readonly open: number;
  readonly more: number;
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
    // A list of prices or marks asks for nobody and no day.
    if (texts.some((text) => /金额|单价|分值|得分|评分/.test(text))) continue;
    // 一、⇥任务⇥责任单位 is the first of several lines of text.
    if (readNumber(header) !== undefined) continue;
    const rows: TabbedRow[] = [];
    let at = from;
    while (at < lines.length) {
      const line = lines[at];
      const cells = line?.prose.text.includes('\t') ? cellsOf(line) : [];
      if (!line || cells.length === 0 || cells.length > texts.length || isSignature(line.prose.text)) break;
      // 1⇥清理河道，⏎疏通沟渠⇥水利站⇥3月6日: a line end within a cell, and which cells belong together is a guess.
      const next = lines[at + 1];
      if (cells.length < texts.length && next?.prose.text.includes('\t')) {
        if (cells.length + cellsOf(next).length - 1 === texts.length) return undefined;
      }
      const more = at > from ? continued(lines, at + 1) : 0;
      const open = cells.findIndex(({ start }) => readNumber(line.prose.text, start) !== undefined);
      rows.push({ cells, open: open < 0 ? cells.length - 1 : open, more });
      at += 1 + more;
    }
    const asWide = rows.filter(({ cells }) => cells.length >= texts.length - 1).length;
    if (known < fewestKnown && asWide * 100 < mostAsWide * rows.length) continue;
    if (rows.length >= fewestRows) return { from, to: at, rows: filledUp(lines.slice(from, at), rows) };
  }
  return undefined;
}

/** So many rows beside the only one that is a cell short. */
const fewestBeside = 4;

/**
 * 北片⇥陈堂⇥ among rows of three cells: the blanks at the end of a line are lost. Its last cell is empty where it is the only
 * row so short and begins as a row beside it does; another one may be a row of merged cells.
 */
function filledUp(lines: readonly BlockLine[], rows: readonly TabbedRow[]): readonly TabbedRow[] {
  const width = rows[0]?.cells.length ?? 0;
  const short = rows.findIndex(({ cells }) => cells.length < width);
  const row = rows[short];
  if (!row || rows.length <= fewestBeside || row.cells.length !== width - 1 || rows.some(({ more }) => more > 0))
    return rows;
  if (rows.filter(({ cells }) => cells.length === width).length < rows.length - 1) return rows;
  const firstOf = (at: number): string => {
    const cell = rows[at]?.cells[0];
    return cell ? (lines[at]?.prose.text.slice(cell.start, cell.end) ?? '') : '';
  };
  const first = firstOf(short);
  if (first === '' || (first !== firstOf(short - 1) && first !== firstOf(short + 1))) return rows;
  const { end } = row.cells.at(-1) ?? { end: 0 };
  return rows.map((one) => (one === row ? { ...one, cells: [...one.cells, { start: end, end }] } : one));
}

/** 青禾镇人民政府⇥⇥2026年2月20日 behind the table signs the paper. */
const isSignature = (text: string): boolean => /^[^\d\t]{4,30}\t+\s*\d{4}年\d{1,2}月\d{1,2}日\s*$/.test(text);

/** A cell of more lines is a text of its own. */
const longestCell = 6;

/**
 * How many lines from `at` on belong to the row above: what has no tab and stands in front of another row, and behind the
 * last row what counts on (2、…, 3、…) from its cell.
 */
function continued(lines: readonly BlockLine[], at: number): number {
  let count = 0;
  while (count < longestCell && lines[at + count]?.prose.text.includes('\t') === false) count++;
  const next = lines[at + count];
  if (next?.prose.text.includes('\t')) return count;
  let counted = 0;
  while (readNumber(lines[at + counted]?.prose.text ?? '')?.value === counted + 2) counted++;
  return counted;
}

/** A tab at the head of the line stands behind an empty cell. */
function cellsOf({ prose: { text }, indent }: BlockLine): readonly Range[] {
  const cells: Range[] = indent.includes('\t') ? [{ start: 0, end: 0 }] : [];
  for (let from = 0; from <= text.length; ) {
    const tab = text.indexOf('\t', from);
    const to = tab < 0 ? text.length : tab;
    cells.push(trimmed(text, from, to));
    from = to + 1;
  }
  return cells;
}
