import * as vscode from 'vscode';
import { documentSelector, mayHoldPlan } from './documents.ts';
import type { Session } from './session.ts';
import { statusText } from './statusText.ts';

/** What the language status item shows for the active editor. */
export interface ShownStatus {
  readonly text: string;
  readonly detail: string;
  readonly busy: boolean;
}

/**
 * Keeps the item in the language menu of the status bar: the kind of the plan in the active editor,
 * the counts of its problems, and a command to change the kind.
 * @returns the item, and what it shows right now
 */
export function showStatus(session: Session): vscode.Disposable & { shown(): ShownStatus } {
  const item = vscode.languages.createLanguageStatusItem('fangan.status', documentSelector());
  item.name = vscode.l10n.t('Plan');
  const t = vscode.l10n.t;

  const update = () => {
    const document = vscode.window.activeTextEditor?.document;
    if (!document || !mayHoldPlan(document)) return;
    const status = session.lastStatus(document);
    if (!session.isRunning) {
      item.text = t('language server is not running');
      item.detail = '';
      item.busy = false;
      item.severity = vscode.LanguageStatusSeverity.Warning;
      item.command = { command: 'fangan.restartServer', title: t('Restart') };
      return;
    }
    item.severity = vscode.LanguageStatusSeverity.Information;
    item.command = { command: 'fangan.selectKind', title: t('Change Kind') };
    item.busy = !status || status.version < document.version;
    if (!status) {
      item.text = t('checking');
      item.detail = '';
      return;
    }
    item.text = statusText(status, session.profiles, t);
    item.detail = t('checked in {0} ms', Math.round(status.milliseconds));
  };

  /** The server speaks after each check only; a document that was checked long ago is asked for. */
  const ask = (editor: vscode.TextEditor | undefined) => {
    update();
    if (!editor || session.lastStatus(editor.document)) return;
    session.status(editor.document).then(update, (error) => session.log.warn(String(error)));
  };

  update();
  const subscription = vscode.Disposable.from(
    item,
    session.onDidChange(update),
    vscode.window.onDidChangeActiveTextEditor(ask),
    vscode.workspace.onDidChangeTextDocument(({ document }) => {
      if (document === vscode.window.activeTextEditor?.document) update();
    }),
  );
  return {
    shown: () => ({ text: item.text, detail: item.detail ?? '', busy: item.busy }),
    dispose: () => subscription.dispose(),
  };
}
