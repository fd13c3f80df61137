import type { HoverParams, ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../features/client.ts';
import { codeActionKinds, codeActions } from '../features/code-actions.ts';
import { diagnosticReport } from '../features/diagnostics.ts';
import { documentSymbols, flatSymbols } from '../features/document-symbols.ts';
import { commands, pageToOpen } from '../features/execute-command.ts';
import { hover } from '../features/hover.ts';
import { documentOf, resolved } from '../features/refactorings/menu.ts';
import { currentPlan } from '../features/requests.ts';
import { profileChoices, statusOf } from '../features/status.ts';
import { effectiveConfigurationRequest, profilesRequest, type StatusParams, statusRequest } from '../protocol.ts';
import { hoverYaml } from './configuring.ts';
import { forDocument, guarded, type Session } from './session.ts';

export function reviewCapabilities(client: Client): ServerCapabilities {
  return {
    codeActionProvider: { codeActionKinds: [...codeActionKinds], resolveProvider: true },
    hoverProvider: true,
    documentSymbolProvider: client.outline !== 'none',
    executeCommandProvider: { commands: [...commands] },
  };
}

/** Problems and what can be done about them, the outline, the status. */
export function answerReview(session: Session): void {
  const { connection, client, documents, surroundings, announcer } = session;
  connection.languages.diagnostics.on(
    guarded(session, 'textDocument/diagnostic', async ({ textDocument, previousResultId }, token) => {
      const open = await currentPlan(documents, textDocument.uri, token);
      if (!open) return { kind: 'full', items: [] };
      const report = diagnosticReport(open, previousResultId, client);
      announcer?.checked(open);
      return report;
    }),
  );
  connection.onCodeAction(
    forDocument(session, 'textDocument/codeAction', (open, params) =>
      codeActions(open, params, client, documents.plans()),
    ),
  );
  connection.onCodeActionResolve(
    guarded(session, 'codeAction/resolve', async (action, token) => {
      const uri = documentOf(action);
      const open = uri === undefined ? undefined : await currentPlan(documents, uri, token);
      return open ? resolved(open, action, client, (text) => connection.window.showWarningMessage(text)) : action;
    }),
  );
  const hoverOnPlan = forDocument(
    session,
    'textDocument/hover',
    (open, { position }: HoverParams) => hover(open, position, client),
    'reading',
  );
  connection.onHover((params, token) =>
    session.yaml.get(params.textDocument.uri)
      ? hoverYaml(session, params.textDocument.uri, params.position)
      : hoverOnPlan(params, token),
  );
  connection.onDocumentSymbol(
    guarded(session, 'textDocument/documentSymbol', async ({ textDocument: { uri } }, token) => {
      const open = await currentPlan(documents, uri, token);
      const symbols = open ? documentSymbols(open, client) : [];
      return client.nestedSymbols ? symbols : flatSymbols(uri, symbols);
    }),
  );
  connection.onExecuteCommand(
    guarded(session, 'workspace/executeCommand', async (params) => {
      const uri = pageToOpen(params);
      if (uri) await connection.window.showDocument({ uri, external: true });
      return null;
    }),
  );
  connection.onRequest(
    statusRequest,
    guarded(session, 'fangan/status', async ({ uri }: StatusParams, token) => {
      const open = await currentPlan(documents, uri, token);
      return open ? statusOf(open) : null;
    }),
  );
  connection.onRequest(
    effectiveConfigurationRequest,
    guarded(session, 'fangan/effectiveConfiguration', async ({ uri }: StatusParams) =>
      surroundings.effective(uri, await session.settings.language()),
    ),
  );
  connection.onRequest(
    profilesRequest,
    guarded(session, 'fangan/profiles', async () => profileChoices(surroundings.profiles())),
  );
}
