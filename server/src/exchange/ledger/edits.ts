import type { PlanTable, TableRow } from '../../plan/model.ts';
import type { Edit } from '../../rules/rule.ts';
import { cellMarkdown } from '../cell-source.ts';
import type { AddedRow, CellChange, CellConflict, LedgerChange } from './merge.ts';
import type { LedgerSheet } from './sheet.ts';

/**
 * The changes of one ledger as edits of the Markdown table that it came from. A conflict that is among them
 * takes the words of the ledger. Columns that the table does not have are put behind its last one as soon
 * as a change needs one of them; a row is only written anew where cells are missing in it.
 * @param text the source of the plan
 * @param table a GFM table of that text
 * @param sheet what was read from that very table
 */
export function ledgerEdits(
  text: string,
  table: PlanTable,
  sheet: LedgerSheet,
  changes: readonly LedgerChange[],
): readonly Edit[] {
  const cells = changes.filter((change): change is CellChange | CellConflict => change.kind !== 'row');
  const rows = changes.filter((change): change is AddedRow => change.kind === 'row');
  const needed = new Set([...cells.map(({ header }) => header), ...rows.flatMap((row) => [...row.cells.keys()])]);
  const added = sheet.columns.filter((column) => column.added && needed.has(column.header)).map(({ header }) => header);
  const width = table.columns.length;
  const place = new Map(
    sheet.columns.flatMap(({ header, added: isNew }, at) =>
      isNew
        ? added.includes(header)
          ? [[header, width + added.indexOf(header)] as const]
          : []
        : [[header, at] as const],
    ),
  );
  const byRow = new Map<number, Map<number, string>>();
  for (const { row, header, to } of cells) {
    const at = place.get(header);
    if (at === undefined) continue;
    const own = byRow.get(row) ?? new Map<number, string>();
    byRow.set(row, own.set(at, to));
  }
  const edits: Edit[] = added.length > 0 ? headEdits(text, table, added) : [];
  table.rows.forEach((row, at) => {
    const own = byRow.get(at) ?? new Map<number, string>();
    if (own.size === 0 && added.length === 0) return;
    edits.push(...rowEdits(text, row, own, width + added.length));
  });
  return [...edits, ...insertions(text, table, rows, place, width + added.length)];
}

function rowEdits(text: string, row: TableRow, changed: ReadonlyMap<number, string>, width: number): readonly Edit[] {
  const isMissing = (at: number) => {
    const cell = row.cells[at];
    return !cell || cell.range.start >= row.range.end;
  };
  if (width > row.cells.length || [...changed.keys()].some(isMissing)) {
    const cells = Array.from({ length: width }, (_, at) => {
      const value = changed.get(at);
      const { range } = row.cells[at] ?? {};
      return value === undefined ? (range ? text.slice(range.start, range.end).trim() : '') : cellMarkdown(value);
    });
    return [{ range: row.range, text: rowText(cells) }];
  }
  return [...changed].flatMap(([at, value]) => {
    const range = row.cells[at]?.range;
    if (!range) return [];
    const isBlank = text.slice(range.start, range.end).trim() === '';
    const source = cellMarkdown(value);
    return [{ range, text: isBlank || source === '' ? ` ${source} ` : source }];
  });
}

/** The header with its new cells, and the row of dashes below it. */
function headEdits(text: string, table: PlanTable, added: readonly string[]): Edit[] {
  const first = table.columns[0]?.header.range;
  const last = table.columns.at(-1)?.header.range;
  if (!first || !last) return [];
  const headEnd = lineEnd(text, last.end);
  const dashStart = text.indexOf('\n', headEnd) + 1;
  const dashEnd = lineEnd(text, dashStart);
  return [
    appended(text, last.end, headEnd, added.map(cellMarkdown)),
    appended(
      text,
      dashStart,
      dashEnd,
      added.map(() => '---'),
    ),
  ];
}

/** More cells at the end of a line, whether or not a bar closes it. */
function appended(text: string, from: number, end: number, cells: readonly string[]): Edit {
  const line = text.slice(from, end).trimEnd();
  const at = from + line.length;
  const isClosed = line.endsWith('|') && !line.endsWith('\\|');
  return { range: { start: at, end: at }, text: `${isClosed ? '' : ' |'} ${cells.join(' | ')} |` };
}

/** Rows behind the ones after which they stand in the ledger; several at one place in their order. */
function insertions(
  text: string,
  table: PlanTable,
  rows: readonly AddedRow[],
  place: ReadonlyMap<string, number>,
  width: number,
): readonly Edit[] {
  const eol = text.includes('\r\n') ? '\r\n' : '\n';
  const byPlace = new Map<number, string>();
  for (const { after, cells } of rows) {
    const before = table.rows[after]?.range.end;
    const at = lineEnd(text, before ?? lineEnd(text, table.columns[0]?.header.range.end ?? 0) + eol.length);
    const texts = Array.from({ length: width }, () => '');
    for (const [header, value] of cells) {
      const column = place.get(header);
      if (column !== undefined) texts[column] = cellMarkdown(value);
    }
    const prefix = before === undefined ? '' : linePrefix(text, table.rows[after]?.range.start ?? before);
    byPlace.set(at, `${byPlace.get(at) ?? ''}${eol}${prefix}${rowText(texts)}`);
  }
  return [...byPlace].map(([at, added]) => ({ range: { start: at, end: at }, text: added }));
}

/** What stands in front of a row on its line: the marks of a quotation, an indent. */
function linePrefix(text: string, start: number): string {
  return text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset);
  const last = end < 0 ? text.length : end;
  return last > offset && text.charCodeAt(last - 1) === 13 ? last - 1 : last;
}
