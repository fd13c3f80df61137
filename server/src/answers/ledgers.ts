import { readLedgerFile } from '../exchange/ledger/ledger-file.ts';
import type { LedgerChange } from '../exchange/ledger/merge.ts';
import { type LedgerReturn, returnLedgers } from '../exchange/ledger/return.ts';
import { toLspRange } from '../features/ranges.ts';
import { currentPlan } from '../features/requests.ts';
import type { Label } from '../profiles/profile.ts';
import {
  type LedgerChangeItem,
  type LedgerChanges,
  type LedgerEditsParams,
  type LedgerParams,
  ledgerChangesRequest,
  ledgerEditsRequest,
  type ProposedEdit,
} from '../protocol.ts';
import type { Language } from '../rules/messages.ts';
import { fromBase64 } from '../text/base64.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { guarded, type Session } from './session.ts';

/** Ledgers that come back into an open document: what they would change, and the edits of what the author takes. */
export function answerLedgers(session: Session): void {
  const { connection, documents } = session;
  connection.onRequest(
    ledgerChangesRequest,
    guarded(session, ledgerChangesRequest, async (params: LedgerParams, token): Promise<LedgerChanges | null> => {
      const open = await currentPlan(documents, params.uri, token);
      if (!open) return null;
      const { language } = open;
      const back = await returned(session, open, params);
      if ('fault' in back) return { changes: [], notices: [], fault: back.fault[language] };
      return {
        changes: back.changes.map((change) => item(change, language)),
        notices: back.notices.map((notice) => notice[language]),
      };
    }),
  );
  connection.onRequest(
    ledgerEditsRequest,
    guarded(session, ledgerEditsRequest, async (params: LedgerEditsParams, token): Promise<ProposedEdit[] | null> => {
      const open = await currentPlan(documents, params.uri, token);
      if (!open) return null;
      const back = await returned(session, open, params);
      if ('fault' in back) return [];
      const chosen = back.changes.filter((_, at) => params.chosen.includes(at));
      return back.edits(chosen).map(({ range, text }) => ({
        range: toLspRange(open.document, range),
        text,
        snippet: false,
      }));
    }),
  );
}

async function returned(
  { office }: Session,
  { reading }: OpenPlan,
  { base64 }: LedgerParams,
): Promise<LedgerReturn | { readonly fault: Label }> {
  const bytes = fromBase64(base64);
  const ledgers = await readLedgerFile(bytes, office);
  return 'fault' in ledgers ? ledgers : returnLedgers(reading, reading.plans, ledgers);
}

function item(change: LedgerChange, language: Language): LedgerChangeItem {
  if (change.kind === 'row') {
    return { kind: 'row', place: change.name[language], from: '', to: [...change.cells.values()].join('｜') };
  }
  const { kind, name, header, from, to } = change;
  const place = `${name[language]}　${header}`;
  return kind === 'conflict' && change.base !== undefined
    ? { kind, place, from, to, base: change.base }
    : { kind, place, from, to };
}
