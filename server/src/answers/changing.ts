import type { ServerCapabilities } from 'vscode-languageserver';
import { formatting } from '../features/formatting.ts';
import { fromLspRange } from '../features/ranges.ts';
import { documentHighlights, references } from '../features/references.ts';
import { prepareRename, rename } from '../features/rename.ts';
import { forDocument, type Session } from './session.ts';

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
  const { connection, client, documents } = session;
  const others = () => documents.uris().flatMap((uri) => documents.get(uri) ?? []);
  connection.onPrepareRename(
    forDocument(session, 'textDocument/prepareRename', (open, { position }) => prepareRename(open, position)),
  );
  connection.onRenameRequest(
    forDocument(session, 'textDocument/rename', (open, { position, newName }) =>
      rename(open, position, newName, others(), client),
    ),
  );
  connection.onReferences(
    forDocument(session, 'textDocument/references', (open, { position }) => references(open, position, others())),
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
