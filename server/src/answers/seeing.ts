import type { SemanticTokens, ServerCapabilities } from 'vscode-languageserver';
import { checklist } from '../features/checklist.ts';
import { codeLenses } from '../features/code-lenses.ts';
import { citedAt, definition } from '../features/definition.ts';
import { documentLinks } from '../features/document-links.ts';
import { foldingRanges } from '../features/folding.ts';
import { inlayHints } from '../features/inlay-hints.ts';
import { fromLspRange } from '../features/ranges.ts';
import { currentPlan } from '../features/requests.ts';
import { selectionRanges } from '../features/selection-ranges.ts';
import { semanticTokens, tokenTypes } from '../features/semantic-tokens.ts';
import { checklistRequest, type StatusParams } from '../protocol.ts';
import { forDocument, guarded, type Session } from './session.ts';

export function seeingCapabilities(): ServerCapabilities {
  return {
    inlayHintProvider: true,
    codeLensProvider: {},
    documentLinkProvider: {},
    definitionProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
    semanticTokensProvider: {
      legend: { tokenTypes: [...tokenTypes], tokenModifiers: [] },
      full: true,
      range: true,
    },
  };
}

/** What the editor shows in and beside the text. Everything is worked out when it is asked for, and no sooner. */
export function answerSeeing(session: Session): void {
  const { connection, client, documents, workspace } = session;
  connection.languages.inlayHint.on(
    forDocument(session, 'textDocument/inlayHint', (open, { range }) =>
      inlayHints(open, fromLspRange(open.document, range)),
    ),
  );
  connection.onCodeLens(forDocument(session, 'textDocument/codeLens', (open) => codeLenses(open, client)));
  connection.onDocumentLinks(
    forDocument(session, 'textDocument/documentLink', (open) =>
      documentLinks(open, documents.plans(), (key) => workspace.closedTitle(key)),
    ),
  );
  connection.onDefinition(
    guarded(session, 'textDocument/definition', async ({ textDocument: { uri }, position }, token) => {
      const open = await currentPlan(documents, uri, token);
      // Only a title leads into files of which nothing may be known yet.
      if (open && citedAt(open, position)) await workspace.index.ready(token);
      const now = await currentPlan(documents, uri, token);
      return now ? definition(now, position, (cited) => workspace.titled(cited)) : null;
    }),
  );
  connection.onFoldingRanges(forDocument(session, 'textDocument/foldingRange', (open) => foldingRanges(open, client)));
  connection.onSelectionRanges(
    forDocument(session, 'textDocument/selectionRange', (open, { positions }) => selectionRanges(open, positions)),
  );
  connection.languages.semanticTokens.on(
    guarded(session, 'textDocument/semanticTokens/full', async ({ textDocument }, token) => {
      const open = await currentPlan(documents, textDocument.uri, token);
      return open ? semanticTokens(open) : noTokens;
    }),
  );
  connection.languages.semanticTokens.onRange(
    guarded(session, 'textDocument/semanticTokens/range', async ({ textDocument, range }, token) => {
      const open = await currentPlan(documents, textDocument.uri, token);
      return open ? semanticTokens(open, fromLspRange(open.document, range)) : noTokens;
    }),
  );
  connection.onRequest(
    checklistRequest,
    guarded(session, checklistRequest, async ({ uri }: StatusParams, token) => {
      const open = await currentPlan(documents, uri, token);
      return open ? checklist(open) : null;
    }),
  );
}

const noTokens: SemanticTokens = { data: [] };
