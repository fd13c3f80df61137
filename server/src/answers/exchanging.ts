import { systemClock } from '../dates/today.ts';
import type { ExportOutcome, ExportSource } from '../exchange/target.ts';
import { exportedName, exportPlan, targetOf, targets } from '../exchange/targets.ts';
import { currentPlan } from '../features/requests.ts';
import {
  type ExportChoices,
  type ExportedFile,
  type ExportParams,
  exportChoicesRequest,
  exportRequest,
  type StatusParams,
} from '../protocol.ts';
import { toBase64 } from '../text/base64.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { guarded, type Session } from './session.ts';

/** What leaves the editor for Word, Excel and calendars. The client writes the files. */
export function answerExchanging(session: Session): void {
  const { connection, documents } = session;
  connection.onRequest(
    exportChoicesRequest,
    guarded(session, exportChoicesRequest, async ({ uri }: StatusParams, token): Promise<ExportChoices | null> => {
      const open = await currentPlan(documents, uri, token);
      if (!open) return null;
      const { language, reading } = open;
      return {
        targets: targets
          .filter((target) => session.office || !target.office)
          .map(({ id, label, extension }) => ({ id, label: label[language], extension })),
        plans: reading.plans.map(({ title }) => title?.value ?? ''),
      };
    }),
  );
  connection.onRequest(
    exportRequest,
    guarded(session, exportRequest, async (params: ExportParams, token): Promise<ExportedFile | null> => {
      const open = await currentPlan(documents, params.uri, token);
      return open ? exported(session, open, params) : null;
    }),
  );
}

async function exported({ office }: Session, open: OpenPlan, params: ExportParams): Promise<ExportedFile> {
  const target = targetOf(params.target);
  const { plans } = open.reading;
  const chosen = params.plan === undefined ? plans : plans.slice(params.plan, params.plan + 1);
  if (!target || chosen.length === 0) return { fileName: '', notes: [], fault: `${params.target}?` };
  const path = decodeURIComponent(open.uri.slice(open.uri.lastIndexOf('/') + 1));
  const source: ExportSource = {
    path,
    document: open.reading,
    recognised: open.recognised,
    plans: chosen,
    superiors: open.superiors,
    language: open.language,
    today: open.known.today ?? systemClock(),
  };
  return asFile(exportedName(path, target), await exportPlan(target, source, office ? { office } : {}), open.language);
}

/** The outcome as it travels to the client. */
function asFile(fileName: string, outcome: ExportOutcome, language: 'zh' | 'en'): ExportedFile {
  if ('refusal' in outcome) return { fileName, notes: [], fault: outcome.refusal[language] };
  const { content, notes } = outcome;
  return {
    fileName,
    ...(typeof content === 'string' ? { text: content } : { base64: toBase64(content) }),
    notes: notes.map((note) => note[language]),
  };
}
