import type { ServerCapabilities } from 'vscode-languageserver';
import type { Client } from '../features/client.ts';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import { type IndexStatus, indexStatusRequest } from '../protocol.ts';
import { guarded, type Session } from './session.ts';

export function workspaceCapabilities(client: Client): ServerCapabilities {
  return {
    workspaceSymbolProvider: true,
    workspace: {
      ...(client.changesFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
    },
  };
}

/** What concerns all plans of the workspace. The index is built when one of these asks for it, and no sooner. */
export function answerWorkspace(session: Session): void {
  const { connection, workspace } = session;
  connection.onWorkspaceSymbol(
    guarded(session, 'workspace/symbol', async ({ query }, token) => {
      const files = await workspace.files(token);
      return workspaceSymbols(files, query);
    }),
  );
  connection.onRequest(
    indexStatusRequest,
    guarded(session, indexStatusRequest, async (): Promise<IndexStatus> => {
      const files = workspace.index.files();
      const plans = files.reduce((sum, { facts }) => sum + facts.plans.length, 0);
      return { files: files.length, plans, ...workspace.index.work };
    }),
  );
}
