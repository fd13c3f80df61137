import type { CompletionItem, ServerCapabilities } from 'vscode-languageserver';
import { completion, resolveCompletion, triggerCharacters } from '../features/completion.ts';
import { newPlanText } from '../features/new-plan.ts';
import { type NewPlanParams, newPlanRequest } from '../protocol.ts';
import { completeYaml } from './configuring.ts';
import { forDocument, guarded, type Session } from './session.ts';

export function draftingCapabilities(): ServerCapabilities {
  return { completionProvider: { resolveProvider: true, triggerCharacters: [...triggerCharacters] } };
}

/** What helps to write: completion, and new plans to begin with. */
export function answerDrafting(session: Session): void {
  const { connection, client, documents, settings, surroundings } = session;
  const answer = forDocument(
    session,
    'textDocument/completion',
    (open, { position }: { position: { line: number; character: number }; textDocument: { uri: string } }) =>
      completion(open, position, client, documents.plans(), settings.completion),
    'reading',
  );
  connection.onCompletion((params, token) =>
    session.yaml.get(params.textDocument.uri)
      ? completeYaml(session, params.textDocument.uri, params.position)
      : answer(params, token),
  );
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
