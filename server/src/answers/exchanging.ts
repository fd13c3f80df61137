import { toChinese } from '../dates/civil.ts';
import { systemClock } from '../dates/today.ts';
import { reviewFormOf, reviewForms } from '../exchange/review/formats.ts';
import { type ReviewFinding, reviewFile } from '../exchange/review/review.ts';
import type { ExportOutcome, ExportSource } from '../exchange/target.ts';
import { exportedName, exportPlan, targetOf, targets } from '../exchange/targets.ts';
import { currentPlan } from '../features/requests.ts';
import {
  type ExportChoices,
  type ExportedFile,
  type ExportParams,
  exportChoicesRequest,
  exportRequest,
  type ReviewParams,
  reviewRequest,
  type StatusParams,
} from '../protocol.ts';
import { plainText } from '../rules/fixes.ts';
import type { Problem } from '../rules/rule.ts';
import { toBase64 } from '../text/base64.ts';
import { Positions } from '../text/positions.ts';
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
        reviews: reviewForms
          .filter((form) => session.office || !form.office)
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
  connection.onRequest(
    reviewRequest,
    guarded(session, reviewRequest, async ({ uri, form }: ReviewParams, token): Promise<ExportedFile | null> => {
      const open = await currentPlan(documents, uri, token);
      return open ? reviewed(session, open, form) : null;
    }),
  );
}

async function exported({ office }: Session, open: OpenPlan, params: ExportParams): Promise<ExportedFile> {
  const target = targetOf(params.target);
  const { plans } = open.reading;
  const chosen = params.plan === undefined ? plans : plans.slice(params.plan, params.plan + 1);
  if (!target || chosen.length === 0) return { fileName: '', notes: [], fault: `${params.target}?` };
  const path = nameOf(open.uri);
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

/** The report of the check of a document, as the command line writes it. */
async function reviewed({ office }: Session, open: OpenPlan, id: string): Promise<ExportedFile> {
  const form = reviewFormOf(id);
  if (!form || (form.office && !office)) return { fileName: '', notes: [], fault: `${id}?` };
  const { language, text, problems, reading } = open;
  const path = nameOf(open.uri);
  const file = reviewFile(
    path,
    text,
    problems.map((problem) => findingOf(problem, open)),
    language,
    reading,
  );
  const day = toChinese(open.known.today ?? systemClock());
  const content = await form.write({ language, day, counts: file.counts, files: [file], failures: [] }, office);
  const name = path.replace(/\.(?:md|markdown|txt)$/i, '');
  const suffix = language === 'zh' ? '-审阅报告' : '-review';
  return asFile(`${name}${suffix}${form.extension}`, { content, notes: [] }, language);
}

function findingOf({ rule, severity, message, range, related, fix }: Problem, { document }: OpenPlan): ReviewFinding {
  return {
    rule,
    severity,
    message,
    range,
    related: related.map((place) => ({
      message: place.message,
      line: place.file ? lineIn(place.file.text, place.range.start) : document.positionAt(place.range.start).line,
      ...(place.file ? { path: nameOf(place.file.path) } : {}),
    })),
    ...(fix
      ? {
          fix: {
            title: fix.title,
            safety: fix.safety,
            edits: fix.edits.map((edit) => ({
              range: edit.range,
              text: plainText(edit),
            })),
          },
        }
      : {}),
  };
}

const lineIn = (text: string, offset: number) => new Positions(text).position(offset).line;

/** The last part of an address. */
function nameOf(address: string): string {
  const name = address.slice(address.lastIndexOf('/') + 1);
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
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
