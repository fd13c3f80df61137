import type { CancellationToken, FileOperationRegistrationOptions, ServerCapabilities } from 'vscode-languageserver';
import type { PlainDate } from '../dates/civil.ts';
import { systemClock } from '../dates/today.ts';
import type { Client } from '../features/client.ts';
import { DutyBook, dutyGroups, dutyItems, dutyList } from '../features/duties.ts';
import { requestProgress } from '../features/progress.ts';
import { workspaceSymbols } from '../features/workspace-symbols.ts';
import {
  type CheckWorkspaceParams,
  checkWorkspaceRequest,
  clearWorkspaceRequest,
  type DutiesParams,
  type DutyListParams,
  type DutyWishes,
  dutiesRequest,
  dutyGroupsRequest,
  dutyListRequest,
  type IndexStatus,
  indexStatusRequest,
  type ShownDocuments,
  shownDocumentsNotification,
} from '../protocol.ts';
import { joinPath } from '../workspace/paths.ts';
import { guarded, type Session } from './session.ts';

const ofFolders: FileOperationRegistrationOptions = {
  filters: [{ pattern: { glob: '**/*', matches: 'folder' } }],
};

export function workspaceCapabilities(client: Client): ServerCapabilities {
  return {
    workspaceSymbolProvider: true,
    workspace: {
      ...(client.changesFolders ? { workspaceFolders: { supported: true, changeNotifications: true } } : {}),
      fileOperations: {
        willRename: {
          filters: [{ pattern: { glob: '**/*', matches: 'file' } }, { pattern: { glob: '**/*', matches: 'folder' } }],
        },
        didRename: ofFolders,
        didDelete: ofFolders,
      },
    },
  };
}

/** What concerns all plans of the workspace. The index is built when one of these, or a completion of names, asks for it, and no sooner. */
export function answerWorkspace(session: Session): void {
  const { connection, workspace } = session;
  connection.onWorkspaceSymbol(
    guarded(session, 'workspace/symbol', async ({ query }, token) => {
      const files = await workspace.files(token);
      return workspaceSymbols(files, query);
    }),
  );
  answerDuties(session);
  answerCheck(session);
  connection.onRequest(
    indexStatusRequest,
    guarded(session, indexStatusRequest, async (): Promise<IndexStatus> => {
      const files = workspace.index.files();
      const plans = files.reduce((sum, { facts }) => sum + facts.plans.length, 0);
      return { files: files.length, plans, ...workspace.index.work };
    }),
  );
}

/** Who answers for what by when. */
function answerDuties(session: Session): void {
  const { connection, workspace, settings, surroundings } = session;
  const book = new DutyBook();
  /** The day of the user's settings, else of the first folder's configuration, else of the calendar. */
  const today = async (): Promise<PlainDate> => {
    const [folder] = workspace.index.folders;
    const asOf = await settings.asOf();
    if (asOf || folder === undefined) return asOf ?? systemClock();
    const read = await surroundings.of(joinPath(folder, 'plan.md'), await settings.language());
    return read.surroundings.known?.today ?? systemClock();
  };
  const dutiesFor = async (wishes: DutyWishes, token: CancellationToken) => {
    const isWhole = await workspace.index.ready(token);
    const day = await today();
    const { index } = workspace;
    return { all: book.of(index.files(), index.revision, wishes, day), day, isPartial: !isWhole };
  };
  const language = async () => {
    const { asked, fallback } = await settings.language();
    return asked ?? fallback;
  };
  connection.onRequest(
    dutyGroupsRequest,
    guarded(session, dutyGroupsRequest, async (wishes: DutyWishes, token) => {
      const { all, day, isPartial } = await dutiesFor(wishes, token);
      return dutyGroups(all, { by: wishes.by, today: day }, isPartial, await language());
    }),
  );
  connection.onRequest(
    dutiesRequest,
    guarded(session, dutiesRequest, async (params: DutiesParams, token) => {
      const { all } = await dutiesFor(params, token);
      return dutyItems(all, params.group, await language());
    }),
  );
  connection.onRequest(
    dutyListRequest,
    guarded(session, dutyListRequest, async (params: DutyListParams, token) => {
      const { all } = await dutiesFor(params, token);
      return dutyList(all, params, workspace.index.folders, await language());
    }),
  );
}

/** The problems of all plans, on demand. */
function answerCheck(session: Session): void {
  const { connection, client, workspace, check } = session;
  const title = client.language === 'zh' ? '检查工作区方案' : 'Checking plans';
  connection.onRequest(
    checkWorkspaceRequest,
    guarded(session, checkWorkspaceRequest, async ({ workDoneToken }: CheckWorkspaceParams, token) => {
      const progress = requestProgress(connection, token, workDoneToken, title);
      try {
        const isWhole = await workspace.index.ready(token);
        const checked = await check.run(workspace.index.files(), progress);
        return { ...checked, partial: checked.partial || !isWhole };
      } finally {
        progress.done();
      }
    }),
  );
  connection.onNotification(shownDocumentsNotification, ({ uris }: ShownDocuments) => check.shows(uris));
  connection.onRequest(
    clearWorkspaceRequest,
    guarded(session, clearWorkspaceRequest, async () => {
      check.clear();
      return null;
    }),
  );
}
