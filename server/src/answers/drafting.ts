import type { CompletionItem, ServerCapabilities, TextDocumentPositionParams } from 'vscode-languageserver';
import { superiorWords } from '../features/completion/superiors.ts';
import { completion, resolveCompletion, superiorCompletion, triggerCharacters } from '../features/completion.ts';
import { newPlanText } from '../features/new-plan.ts';
import { type NewPlanParams, newPlanRequest } from '../protocol.ts';
import { completeYaml } from './configuring.ts';
import { forDocument, guarded, type Session } from './session.ts';

export function draftingCapabilities(): ServerCapabilities {
  return { completionProvider: { resolveProvider: true, triggerCharacters: [...triggerCharacters] } };
}

/** What helps to write: completion, and new plans to begin with. */
export function answerDrafting(session: Session): void {
  const { connection, client, documents, workspace, settings, surroundings } = session;
  const answer = forDocument(
    session,
    'textDocument/completion',
    (open, { position }: { position: { line: number; character: number }; textDocument: { uri: string } }) =>
      completion(open, position, client, documents.plans(), settings.completion, () => workspace.closedNames()),
    'reading',
  );
  const answerSuperior = guarded(
    session,
    'textDocument/completion',
    async ({ textDocument: { uri }, position }: TextDocumentPositionParams, token) => {
      const files = await workspace.files(token);
      const open = documents.get(uri);
      const words = open && superiorWords(open, open.document.offsetAt(position));
      return open && words ? superiorCompletion(open, words, files, client, settings.completion) : null;
    },
  );
  connection.onCompletion((params, token) => {
    const { textDocument, position } = params;
    if (session.yaml.get(textDocument.uri)) return completeYaml(session, textDocument.uri, position);
    const open = documents.get(textDocument.uri);
    const isSuperior = open && superiorWords(open, open.document.offsetAt(position)) !== undefined;
    return isSuperior ? answerSuperior(params, token) : answer(params, token);
  });
  connection.onCompletionResolve((item: CompletionItem) =>
    resolveCompletion(item, client, (uri) => documents.get(uri)),
  );
  connection.onRequest(
    newPlanRequest,
    guarded(session, newPlanRequest, async (params: NewPlanParams) =>
      newPlanText(params, surroundings.profiles(), client.language),
    ),
  );
}
