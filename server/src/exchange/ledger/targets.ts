import { toIso } from '../../dates/civil.ts';
import type { Label } from '../../profiles/profile.ts';
import { alike, ledgerCsv } from '../csv/ledger.ts';
import type { ExportSource, ExportTarget } from '../target.ts';
import { ledgerSheets } from './read.ts';
import type { LedgerSheet } from './sheet.ts';

const nothing: Label = {
  zh: '没有读到台账、任务表，也没有读到措施和步骤，未生成台账',
  en: 'has no ledger, no table of tasks and no measures',
};

/** Tables of work as a workbook that may come back. */
export const workbook: ExportTarget = {
  id: 'xlsx',
  label: { zh: 'Excel 台账（填写后可写回方案）', en: 'Excel ledger (what is filled in returns to the plan)' },
  extension: '.xlsx',
  office: true,
  produce: async (source, { office }) => {
    const sheets = sheetsOf(source);
    if (sheets.length === 0 || !office) return { refusal: nothing };
    const { writeLedger } = await office();
    return { content: await writeLedger(sheets, toIso(source.today)), notes: gatheredNotes(sheets) };
  },
};

/** The same as CSV, which holds one table only. */
export const csv: ExportTarget = {
  id: 'csv',
  label: { zh: 'CSV 台账（填写后可写回方案）', en: 'CSV ledger (what is filled in returns to the plan)' },
  extension: '.csv',
  produce: (source) => {
    const { same, others } = alike(sheetsOf(source));
    if (same.length === 0) return { refusal: nothing };
    const left = others
      .filter(({ gathered }) => !gathered || same.every((one) => one.gathered))
      .map(({ title }) => `“${title}”`)
      .join('、');
    const notes: readonly Label[] =
      left === ''
        ? []
        : [
            {
              zh: `CSV 只能放列相同的表格，未导出：${left}；要全部导出请用 xlsx`,
              en: `A CSV holds tables with the same columns only; left out: ${left}. A workbook (xlsx) holds them all`,
            },
          ];
    return { content: ledgerCsv(same), notes: [...notes, ...gatheredNotes(same)] };
  },
};

function sheetsOf({ document, plans, path }: ExportSource): readonly LedgerSheet[] {
  const name = path.slice(path.lastIndexOf('/') + 1).replace(/\.(?:md|markdown|txt)$/i, '');
  return ledgerSheets(document, plans, name).map(({ sheet }) => sheet);
}

function gatheredNotes(sheets: readonly LedgerSheet[]): readonly Label[] {
  const gathered = sheets.filter((sheet) => sheet.gathered);
  if (gathered.length === 0) return [];
  return [
    {
      zh: `方案中没有台账，已将正文的 ${gathered.reduce((sum, { rows }) => sum + rows.length, 0)} 项任务汇总为表；这样的表填写后不能写回正文`,
      en: 'The plan has no ledger: the tasks of its text were gathered into one, which cannot return to the text',
    },
  ];
}
