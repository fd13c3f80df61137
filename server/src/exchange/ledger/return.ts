import type { Plan, PlanDocument } from '../../plan/model.ts';
import type { Edit, Message } from '../../rules/rule.ts';
import { ledgerEdits } from './edits.ts';
import { fingerprint } from './fingerprint.ts';
import { likeness } from './match-rows.ts';
import { type LedgerChange, mergeLedger } from './merge.ts';
import { ledgerSheets, type TableSheet } from './read.ts';
import type { ReturnedLedger } from './sheet.ts';

/** What a ledger that came back would change in a file. */
export interface LedgerReturn {
  readonly changes: readonly LedgerChange[];
  readonly notices: readonly Message[];
  /** The edits of some of the changes, as one step; a conflict among them takes the words of the ledger. */
  edits(chosen: readonly LedgerChange[]): readonly Edit[];
}

/**
 * Holds ledgers that came back against a file: each against the table of which it has the most rows.
 * @returns a fault where nothing of them belongs to the file
 */
export function returnLedgers(
  document: PlanDocument,
  plans: readonly Plan[],
  ledgers: readonly ReturnedLedger[],
): LedgerReturn | { readonly fault: Message } {
  const { text } = document.markdown;
  const sheets = ledgerSheets(document, plans, '');
  const notices: Message[] = [];
  const changes: LedgerChange[] = [];
  const used = new Map<string, TableSheet>();
  let untouched = 0;
  for (const ledger of ledgers) {
    if (ledger.gathered) {
      if (wasFilledIn(ledger)) notices.push(gathered(ledger.title));
      else untouched++;
      continue;
    }
    const target = bestOf(
      ledger,
      sheets.filter(({ sheet, table }) => table && !used.has(sheet.id)),
    );
    if (!target) {
      if (ledger.rows.length > 0) notices.push(unknown(ledger.title));
      continue;
    }
    const merge = mergeLedger(ledger, target.sheet);
    const isTabs = target.table?.source === 'tabs';
    if (isTabs && merge.changes.length > 0) {
      notices.push(tabs(target.sheet.title));
      continue;
    }
    used.set(target.sheet.id, target);
    changes.push(...merge.changes);
    notices.push(...merge.notices);
  }
  if (used.size === 0 && untouched === 0) {
    const [only] = notices;
    if (only && ledgers.length === 1) return { fault: only };
    return {
      fault: {
        zh: '台账与这个方案对不上：没有一行能在方案的表格中找到',
        en: 'belongs to another plan: none of its rows is in a table of this one',
      },
    };
  }
  return {
    changes,
    notices,
    edits: (chosen) =>
      [...used.values()].flatMap(({ sheet, table }) => {
        const own = chosen.filter((change) => change.table === sheet.id);
        return table && own.length > 0 ? ledgerEdits(text, table, sheet, own) : [];
      }),
  };
}

/** Whether anything of a ledger is not what was handed out. */
function wasFilledIn({ rows }: ReturnedLedger): boolean {
  return rows.some(
    ({ id, base, cells }) =>
      id === undefined ||
      [...(base ?? [])].some(([header, { fingerprint: before }]) => fingerprint(cells.get(header) ?? '') !== before),
  );
}

function bestOf(ledger: ReturnedLedger, sheets: readonly TableSheet[]): TableSheet | undefined {
  let best: { readonly sheet: TableSheet; readonly rows: number } | undefined;
  for (const sheet of sheets) {
    const rows = likeness(ledger, sheet.sheet);
    if (rows > (best?.rows ?? 0)) best = { sheet, rows };
  }
  return best?.sheet;
}

const named = (title: string) => (title === '' ? '' : `“${title}”`);

function gathered(title: string): Message {
  return {
    zh: `台账${named(title)}是由正文汇总的，方案中没有可写回的表格；请先把各项措施转为表格再导出`,
    en: `The ledger ${named(title)} was gathered from the text: the plan has no table for it to return to`,
  };
}

function unknown(title: string): Message {
  return {
    zh: `台账${named(title)}与这个方案对不上：没有一行能在方案的表格中找到`,
    en: `The ledger ${named(title)} belongs to another plan: none of its rows is in a table of this one`,
  };
}

function tabs(title: string): Message {
  return {
    zh: `表格${named(title)}还是以制表符排列的，不能写回；请先用 fangan import 转为 Markdown 表格`,
    en: `The table ${named(title)} is set with tabs; turn it into a Markdown table first (fangan import)`,
  };
}
