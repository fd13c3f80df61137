import * as vscode from 'vscode';
import { type DocumentStatus, showPlacesCommand } from '../../server/src/protocol.ts';
import { checkBundle, serveReports } from './commands/checkBundle.ts';
import { exportPlan } from './commands/exportPlan.ts';
import { exportReview } from './commands/exportReview.ts';
import { fixAll } from './commands/fixAll.ts';
import { importPlans, pastePlan } from './commands/importPlan.ts';
import { newPlan } from './commands/newPlan.ts';
import { refactor, refactorCommands } from './commands/refactor.ts';
import { restartServer } from './commands/restartServer.ts';
import { selectKind } from './commands/selectKind.ts';
import { showConfiguration } from './commands/showConfiguration.ts';
import { showLog } from './commands/showLog.ts';
import { showPlaces } from './commands/showPlaces.ts';
import { updateFromLedger } from './commands/updateFromLedger.ts';
import { wakesServer } from './documents.ts';
import { registerDrop } from './dropping.ts';
import { type ClientFactory, Session } from './session.ts';
import { type ShownStatus, showStatus } from './statusItem.ts';
import { showChecked } from './views/checked.ts';
import type { CheckedNode } from './views/checkedTree.ts';
import { showChecklist } from './views/checklist.ts';
import type { ChecklistNode } from './views/checklistTree.ts';
import { showDuties } from './views/duties.ts';
import type { DutyNode } from './views/dutiesTree.ts';
import { showTimelines } from './views/timeline.ts';

/** What other extensions, and the tests in a real editor, may ask of this one. */
export interface Api {
  /** What the server says about a document now; `null` where it does not have the document. */
  status(document: vscode.TextDocument): Promise<DocumentStatus | null>;
  /** What the language status item shows for the active editor. */
  shownStatus(): ShownStatus;
  /** The checklist of the active editor, as the view shows it. */
  checklist(): Promise<readonly ChecklistNode[]>;
  /** The duties over all plans, as the view shows them: the groups, or what one of them holds. */
  duties(group?: DutyNode): Promise<readonly DutyNode[]>;
  /** The plans with problems after a check of the workspace, as the view shows them. */
  checked(): readonly CheckedNode[];
}

/** Registers everything; the server is started with the first Markdown document or plan in plain text, and not before. */
export function activateWith(context: vscode.ExtensionContext, createClient: ClientFactory): Api {
  const session = new Session(context.extensionUri, context.storageUri, createClient);
  const status = showStatus(session);
  const checklist = showChecklist(session);
  const duties = showDuties(session, context.workspaceState);
  const checked = showChecked(session);
  const { registerCommand } = vscode.commands;
  const wake = (document: vscode.TextDocument) => {
    if (!wakesServer(document)) return;
    waiting.dispose();
    session.start().catch(() => undefined); // the session has told it
  };
  // A plan may be typed or pasted into an empty text.
  const waiting = vscode.Disposable.from(
    vscode.workspace.onDidOpenTextDocument(wake),
    vscode.workspace.onDidChangeTextDocument(({ document }) => wake(document)),
  );
  context.subscriptions.push(
    waiting,
    status,
    checklist,
    showTimelines(session, context.extensionUri),
    duties,
    checked,
    session,
    vscode.window.tabGroups.onDidChangeTabs(({ opened, closed }) => {
      if (opened.length > 0 || closed.length > 0) session.tellShown();
    }),
    registerCommand('fangan.restartServer', () => restartServer(session)),
    registerCommand('fangan.showConfiguration', () => showConfiguration(session)),
    registerCommand('fangan.showLog', () => showLog(session)),
    registerCommand('fangan.selectKind', (kind?: string) => selectKind(session, kind)),
    registerCommand('fangan.fixAll', fixAll),
    registerCommand('fangan.updateFromLedger', (ledger?: vscode.Uri) => updateFromLedger(session, ledger)),
    serveReports(),
    registerCommand('fangan.checkBundle', (folder?: vscode.Uri) => checkBundle(session, folder)),
    registerCommand('fangan.export', (target?: string, place?: vscode.Uri) => exportPlan(session, target, place)),
    registerCommand('fangan.import', (uri?: vscode.Uri, uris?: vscode.Uri[]) => importPlans(session, uri, uris)),
    registerCommand('fangan.pastePlan', () => pastePlan(session)),
    registerDrop(session),
    registerCommand('fangan.exportReview', (form?: string, place?: vscode.Uri) => exportReview(session, form, place)),
    registerCommand('fangan.newPlan', (kind?: string) => newPlan(session, kind)),
    ...Object.entries(refactorCommands).map(([command, kind]) => registerCommand(command, () => refactor(kind))),
    registerCommand(showPlacesCommand, showPlaces),
  );
  for (const document of vscode.workspace.textDocuments) wake(document);
  return {
    status: (document) => session.status(document),
    shownStatus: status.shown,
    checklist: checklist.entries,
    duties: duties.entries,
    checked: checked.entries,
  };
}
