import {
  type CancellationToken,
  type FileRename,
  LSPErrorCodes,
  type RenameFilesParams,
  type RenameParams,
  ResponseError,
  type ServerCapabilities,
  type TextDocumentPositionParams,
} from 'vscode-languageserver';
import { isTouched, type KnownFiles, renamedFiles } from '../features/file-renames.ts';
import { formatting } from '../features/formatting.ts';
import { nameUnder } from '../features/name-places.ts';
import { fromLspRange } from '../features/ranges.ts';
import { documentHighlights, references } from '../features/references.ts';
import { prepareRename, rename } from '../features/rename.ts';
import { currentPlan } from '../features/requests.ts';
import type { OpenPlan } from '../workspace/open-plan.ts';
import { placeKey } from '../workspace/paths.ts';
import { forDocument, guarded, type Session } from './session.ts';

export function changingCapabilities(): ServerCapabilities {
  return {
    renameProvider: { prepareProvider: true },
    referencesProvider: true,
    documentHighlightProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
  };
}

/** What changes a plan as a whole: names, numbers, forms. Each answer is one edit that can be undone. */
export function answerChanging(session: Session): void {
  const { connection } = session;
  connection.onPrepareRename(
    forDocument(session, 'textDocument/prepareRename', (open, { position }) => prepareRename(open, position)),
  );
  connection.onRenameRequest(
    guarded(session, 'textDocument/rename', async (params: RenameParams, token) => {
      const found = await withOthers(session, params, token);
      return found && rename(found.open, params.position, params.newName, found.others, session.client);
    }),
  );
  connection.onReferences(
    guarded(session, 'textDocument/references', async (params, token) => {
      const found = await withOthers(session, params, token);
      return found && references(found.open, params.position, found.others);
    }),
  );
  connection.workspace.onWillRenameFiles(
    guarded(session, 'workspace/willRenameFiles', async ({ files }: RenameFilesParams, token) => {
      const { plans, known } = await linkingPlans(session, files, token);
      return renamedFiles(plans, files, known, session.client);
    }),
  );
  connection.onDocumentHighlight(
    forDocument(session, 'textDocument/documentHighlight', (open, { position }) => documentHighlights(open, position)),
  );
  connection.onDocumentFormatting(forDocument(session, 'textDocument/formatting', (open) => formatting(open)));
  connection.onDocumentRangeFormatting(
    forDocument(session, 'textDocument/rangeFormatting', (open, { range }) =>
      formatting(open, fromLspRange(open.document, range)),
    ),
  );
}

/** The document and all other plans that may hold the name at the position, those in files included that are not open. */
async function withOthers(
  { documents, workspace }: Session,
  { textDocument: { uri }, position }: TextDocumentPositionParams,
  token: CancellationToken,
): Promise<{ readonly open: OpenPlan; readonly others: readonly OpenPlan[] } | null> {
  const open = await currentPlan(documents, uri, token);
  if (!open) return null;
  const name = nameUnder(open, open.document.offsetAt(position))?.name;
  if (name === undefined) return { open, others: [] };
  const others = await workspace.holding(name, token);
  const now = await currentPlan(documents, uri, token);
  if (!now) return null;
  // The text under the cursor has become another one while files were read.
  if (nameUnder(now, now.document.offsetAt(position))?.name !== name) {
    throw new ResponseError(LSPErrorCodes.ContentModified, 'the document has changed');
  }
  return { open: now, others };
}

/** The files whose links a renaming of files touches, as they are now, and all files there are. */
async function linkingPlans(
  { documents, workspace }: Session,
  files: readonly FileRename[],
  token: CancellationToken,
): Promise<{ readonly plans: readonly OpenPlan[]; readonly known: KnownFiles }> {
  const indexed = await workspace.files(token);
  const known = new Set(indexed.map(({ uri }) => placeKey(uri)));
  const plans: OpenPlan[] = [];
  for (const { uri, facts } of indexed) {
    if (token.isCancellationRequested) break;
    if (!isTouched(uri, facts.links, files, known)) continue;
    const plan = documents.get(uri) ?? (await workspace.closed.read(uri));
    if (plan) plans.push(plan);
  }
  return { plans, known };
}
