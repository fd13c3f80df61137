import type { Message } from '../../rules/rule.ts';
import { fingerprint, fingerprintLength, headerMark, squeezed } from '../ledger/fingerprint.ts';
import type { BaseCell, LedgerSheet, ReturnedLedger, ReturnedRow } from '../ledger/sheet.ts';
import { csvText, parseCsv } from './format.ts';

/** Column of the signs by which a row is found again; a CSV cannot hide one. */
export const idHeader = '行标识（请勿改动）';
const tableHeader = '所属方案与表格';

/**
 * Ledgers with the same columns as one CSV. The last column holds for each row where it came from and
 * fingerprints of its cells, so that what was changed here can be told from what was changed there.
 */
export function ledgerCsv(sheets: readonly LedgerSheet[]): string {
  const [first] = sheets;
  if (!first) return csvText([]);
  const several = sheets.length > 1;
  const headers = first.columns.map(({ header }) => header);
  return csvText([
    [...(several ? [tableHeader] : []), ...headers, idHeader],
    ...sheets.flatMap(({ plan, title, columns, rows, gathered }) =>
      rows.map(({ id, cells }) => {
        const marks = columns.map(({ header, added }, at) => {
          return `${added ? '+' : '.'}${headerMark(header)}${fingerprint(cells[at]?.text ?? '')}`;
        });
        const texts = cells.map(({ text }) => text);
        return [...(several ? [`${plan}／${title}`] : []), ...texts, `${id}${gathered ? '*' : ':'}${marks.join('')}`];
      }),
    ),
  ]);
}

/** Ledgers whose columns are those of the first one that is a table of its plan, and the others. */
export function alike(sheets: readonly LedgerSheet[]): {
  same: readonly LedgerSheet[];
  others: readonly LedgerSheet[];
} {
  const key = ({ columns, gathered }: LedgerSheet) =>
    `${gathered}${columns.map(({ header }) => squeezed(header)).join('\n')}`;
  const first = sheets.find(({ gathered }) => !gathered) ?? sheets[0];
  if (!first) return { same: [], others: [] };
  return {
    same: sheets.filter((sheet) => key(sheet) === key(first)),
    others: sheets.filter((sheet) => key(sheet) !== key(first)),
  };
}

const markLength = 1 + 3 + fingerprintLength;
const token = new RegExp(`^(t\\d{1,4}r\\d{1,5})([:*])((?:[.+][0-9a-z]{${markLength - 1}}){1,200})$`);

/** The ledgers of a CSV that came back; what is wrong with it otherwise. */
export function readLedgerCsv(text: string): readonly ReturnedLedger[] | { readonly fault: Message } {
  const rows = parseCsv(text);
  if (!rows) return { fault: { zh: 'CSV 有未闭合的引号，无法读取', en: 'a quote of the CSV is never closed' } };
  const headAt = rows.findIndex((row) => row.some((cell) => squeezed(cell) === squeezed(idHeader)));
  const head = rows[headAt];
  if (!head) {
    return {
      fault: {
        zh: `不是本工具导出的台账：没有“${idHeader}”一列。请用 fangan export 重新导出后再填写`,
        en: `is no ledger that was exported from a plan: the column “${idHeader}” is missing`,
      },
    };
  }
  const idAt = head.findIndex((cell) => squeezed(cell) === squeezed(idHeader));
  const headers = head.filter((_, at) => at !== idAt).filter((header) => header !== tableHeader && header !== '');
  const ledgers = new Map<string, { rows: ReturnedRow[]; gathered: boolean; title: string; added: Set<string> }>();
  const marked = new Map(headers.map((header) => [headerMark(header), header]));
  let lastTable = '';
  for (const [at, row] of rows.entries()) {
    if (at <= headAt || row.every((cell) => cell.trim() === '')) continue;
    const match = token.exec((row[idAt] ?? '').trim());
    const table = match?.[1]?.replace(/r\d+$/, '') ?? lastTable;
    lastTable = table;
    const ledger = ledgers.get(table) ?? { rows: [], gathered: false, title: '', added: new Set<string>() };
    ledgers.set(table, ledger);
    if (match?.[2] === '*') ledger.gathered = true;
    const titleAt = head.indexOf(tableHeader);
    if (titleAt >= 0 && row[titleAt]) ledger.title = row[titleAt] ?? '';
    const cells = new Map(head.map((header, place) => [header, row[place] ?? '']));
    const base = match && baseOf(match[3] ?? '', marked, ledger.added);
    ledger.rows.push({
      number: at + 1,
      ...(match?.[1] ? { id: match[1] } : {}),
      cells,
      ...(base ? { base } : {}),
    });
  }
  return [...ledgers.values()].map(({ rows: own, gathered, title, added }) => ({
    title,
    gathered,
    headers,
    baseHeaders: headers.filter((header) => own.some(({ base }) => base?.has(header))),
    added: [...added],
    rows: own,
    lost: [],
  }));
}

function baseOf(
  marks: string,
  headers: ReadonlyMap<string, string>,
  added: Set<string>,
): ReadonlyMap<string, BaseCell> {
  const base = new Map<string, BaseCell>();
  for (let at = 0; at < marks.length; at += markLength) {
    const header = headers.get(marks.slice(at + 1, at + 4));
    if (header === undefined) continue;
    base.set(header, { fingerprint: marks.slice(at + 4, at + markLength) });
    if (marks[at] === '+') added.add(header);
  }
  return base;
}
