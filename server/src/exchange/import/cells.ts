import { findDates } from '../../dates/find.ts';
import { readNumber } from '../../numbering/read.ts';
import type { ColumnField } from '../../plan/model.ts';
import { columnField } from '../../plan/tables/columns.ts';
import { limitFields, ownerFields } from '../../plan/tables/table-fields.ts';
import type { SourceCell } from './import.ts';
import { joined, tidy } from './words.ts';

/** Columns whose text is broken only because they are narrow: 学习 / 调研 / 阶段, 2009年 / 9月初至 / 11月上旬. */
const narrow: ReadonlySet<ColumnField> = new Set(['ordinal', 'stage', 'time', 'deadline']);
/** Columns that say something of every row that a merged cell of theirs stands beside. */
const ofEachRow: ReadonlySet<ColumnField> = new Set([
  ...ownerFields,
  ...limitFields,
  'supportUnits',
  'supervisor',
  'goal',
  'requirement',
  'status',
  'disclosure',
]);
/** Longest piece of a line that a narrow column has broken. */
const pieceLength = 16;
const endMark = /[。！？；：，、,.;:!?）)]$/;

/** The lines of one cell: those that only the width of the column has divided are one again. */
export function cellLines(lines: readonly string[], field: ColumnField | undefined): string {
  const result: string[] = [];
  for (const line of lines) {
    const text = line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '');
    if (text === '') continue;
    const previous = result.at(-1);
    const isPiece =
      previous !== undefined &&
      !areTwoDates(previous, text) &&
      ((field !== undefined && narrow.has(field)) ||
        (field === 'activity' && !endMark.test(previous) && previous.length <= pieceLength && !readNumber(text)));
    if (isPiece) result[result.length - 1] = joined(previous, text);
    else result.push(text);
  }
  return result.join('\n');
}

/** 4月10日前 / 5月20日前 are two; 2026年 / 4月底前 is one, and 3月1日 / 至4月1日 as well. */
function areTwoDates(first: string, second: string): boolean {
  return isDate(first) && isDate(second) && !isDate(first + second);
}

function isDate(text: string): boolean {
  const [date] = findDates(text);
  return date?.range.start === 0 && date.range.end === text.length;
}

/** 步 骤 is 步骤: blanks in a header only spread its words over the column. */
export function headerText(text: string): string {
  const plain = text.replace(/[\s\u3000]+/g, ' ').trim();
  return /^(?:\p{Script=Han} ?)+$/u.test(plain) ? plain.replaceAll(' ', '') : plain;
}

/** What is made of the rows of a file. */
export interface PlainTable {
  /** Rows across the whole table in front of its header: what it is called. */
  readonly captions: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that only repeat the header on a further page. */
  readonly repeated: readonly string[];
}

/** A place of the grid: a cell of its own, or covered by one. */
interface Place {
  readonly text: string;
  /** `above` and `left` are covered by a merged cell. */
  readonly covered?: 'above' | 'left';
  readonly width: number;
}

/**
 * Rows without merges, which GFM does not have. A cell that covers several rows stays in the first of them where the
 * reader carries it down or takes the rows for one (stage with its time, number, issue), and is said again in each row
 * where every row has to say it (who, until when, to what end). A row across the whole table keeps its text in the
 * first column that is neither number nor stage, where it is read as a caption between rows.
 */
export function withoutMerges(rows: readonly (readonly SourceCell[])[]): PlainTable {
  const grid = gridOf(rows);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const captions: string[] = [];
  let from = 0;
  for (; from < grid.length - 1; from++) {
    const row = grid[from] ?? [];
    if (width < 2 || row[0]?.width !== width) break;
    captions.push(row[0].text);
  }
  const { header, next } = headerOf(grid, from, width);
  const fields = header.map((text) => columnField(text));
  const repeated: string[] = [];
  const body: string[][] = [];
  for (let at = next; at < grid.length; at++) {
    const row = grid[at] ?? [];
    const texts = row.map(({ text }) => headerText(text));
    if (header.every((text, column) => text === (texts[column] ?? '')) && header.some((text) => text !== '')) {
      repeated.push(row.map(({ text }) => text).join(' '));
      continue;
    }
    if (width > 1 && row[0]?.width === width) body.push(captionRow(row[0].text, fields, width));
    else body.push(Array.from({ length: width }, (_, column) => placeText(row, column, fields)));
  }
  return { captions: captions.filter((text) => text !== ''), rows: [header, ...body], repeated };
}

function captionRow(text: string, fields: readonly (ColumnField | undefined)[], width: number): string[] {
  const column = Math.max(
    0,
    fields.findIndex((field) => field !== 'ordinal' && field !== 'stage' && field !== 'time'),
  );
  return Array.from({ length: width }, (_, at) => (at === column ? cellLines(text.split('\n'), undefined) : ''));
}

function placeText(row: readonly Place[], column: number, fields: readonly (ColumnField | undefined)[]): string {
  const place = row[column];
  const field = fields[column];
  if (!place || place.covered === 'left') return '';
  if (place.covered === 'above') {
    const isTime = field === 'time' && fields.includes('stage');
    const stage = row[fields.indexOf('stage')];
    const carried = isTime && (stage?.covered === 'above' || stage?.text === '');
    if (!field || carried || !ofEachRow.has(field)) return '';
  }
  return cellLines(place.text.split('\n'), field);
}

/**
 * The header, which may have two rows: 责任 above 牵头单位 and 配合单位. The words above several columns are put in
 * front of those below, unless these name their column by themselves.
 */
function headerOf(
  grid: readonly (readonly Place[])[],
  from: number,
  width: number,
): { readonly header: readonly string[]; readonly next: number } {
  const first = grid[from] ?? [];
  const second = grid[from + 1];
  const isDouble =
    second !== undefined &&
    first.some((place) => place.covered === 'left') &&
    second.every(
      (place, at) => place.covered === 'above' || first[at]?.covered === 'left' || (first[at]?.width ?? 1) > 1,
    );
  const header = Array.from({ length: width }, (_, at) => {
    const upper = headerText(first[at]?.text ?? '');
    const lower = isDouble ? second[at] : undefined;
    if (!lower || lower.covered === 'above') return first[at]?.covered === 'left' ? '' : upper;
    const own = headerText(lower.text);
    return first[at]?.covered === 'left' && columnField(own) ? own : joined(upper, own);
  });
  return { header, next: from + (isDouble ? 2 : 1) };
}

/** Most columns that are taken from a file: far beyond any table of a plan. */
const mostColumns = 64;

/** Every place of the table with the text that counts for it, whether it is its own or covers it. */
function gridOf(rows: readonly (readonly SourceCell[])[]): readonly (readonly Place[])[] {
  const grid: Place[][] = rows.map(() => []);
  rows.forEach((cells, at) => {
    let column = 0;
    for (const cell of cells) {
      while (grid[at]?.[column]) column++;
      const width = Math.min(cell.columns, mostColumns);
      const text = tidy(cell.text);
      for (let down = 0; down < cell.rows && at + down < rows.length; down++) {
        for (let right = 0; right < width; right++) {
          const covered = right > 0 ? 'left' : down > 0 ? 'above' : undefined;
          const row = grid[at + down];
          if (row) row[column + right] = { text, width: right > 0 ? 1 : width, ...(covered ? { covered } : {}) };
        }
      }
      column += width;
    }
  });
  const width = Math.max(0, ...grid.map((row) => row.length));
  return grid.map((row) => Array.from({ length: width }, (_, at) => row[at] ?? { text: '', width: 1 }));
}
