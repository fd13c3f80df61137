import * as vscode from 'vscode';
import {
  type LedgerChangeItem,
  type LedgerChanges,
  ledgerChangesRequest,
  ledgerEditsRequest,
  type ProposedEdit,
} from '../../../server/src/protocol.ts';
import { mayHoldPlan } from '../documents.ts';
import type { Session } from '../session.ts';
import { ledgerEntries } from './ledgerEntries.ts';

/** Bytes from which on the server does not read a ledger. */
const largest = 50_000_000;

/**
 * `fangan.updateFromLedger`: asks for a ledger that was exported and filled in, shows what it would change,
 * conflicts with both sides beside one another, and takes what the author ticks as one step to undo.
 * Conflicts are not ticked: what stands in the plan is never overwritten unasked.
 * @param ledger the file, when it is given
 */
export async function updateFromLedger(session: Session, ledger?: vscode.Uri): Promise<void> {
  const { t } = vscode.l10n;
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !mayHoldPlan(document)) {
    void vscode.window.showInformationMessage(t('Open the plan that the ledger was exported from first.'));
    return;
  }
  const file = ledger instanceof vscode.Uri ? ledger : await askLedger(document.uri);
  if (!file) return;
  await session.start();
  const base64 = await contentOf(file);
  if (base64 === undefined) return;
  const answer = await session.ask<LedgerChanges>(ledgerChangesRequest, document.uri, { base64 });
  if (!answer) return;
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  if (answer.fault !== undefined) {
    void vscode.window.showErrorMessage(t('{0}: {1}', name, answer.fault));
    return;
  }
  const told = answer.notices.join('\n');
  if (answer.changes.length === 0) {
    void vscode.window.showInformationMessage([t('{0} says what the plan says.', name), told].join('\n').trim());
    return;
  }
  if (told !== '') void vscode.window.showWarningMessage(told);
  const chosen = await choose(answer.changes, name);
  if (!chosen || chosen.length === 0) return;
  const params = { base64, chosen };
  const { version } = document;
  const edits = await session.ask<ProposedEdit[]>(ledgerEditsRequest, document.uri, params);
  if (!edits || edits.length === 0) return;
  if (document.version !== version || !(await apply(document, edits))) {
    void vscode.window.showWarningMessage(t('The plan was changed meanwhile. Nothing was updated; try again.'));
    return;
  }
  void vscode.window.setStatusBarMessage(t('{0} changes taken from {1}', chosen.length, name), 5000);
}

async function askLedger(beside: vscode.Uri): Promise<vscode.Uri | undefined> {
  const { t } = vscode.l10n;
  const [file] =
    (await vscode.window.showOpenDialog({
      title: t('Update From Ledger'),
      openLabel: t('Update From Ledger'),
      canSelectMany: false,
      ...(beside.scheme === 'untitled' ? {} : { defaultUri: vscode.Uri.joinPath(beside, '..') }),
      filters: { [t('Ledgers')]: ['xlsx', 'csv'], [t('All Files')]: ['*'] },
    })) ?? [];
  return file;
}

async function contentOf(file: vscode.Uri): Promise<string | undefined> {
  const name = file.path.slice(file.path.lastIndexOf('/') + 1);
  try {
    const { size } = await vscode.workspace.fs.stat(file);
    if (size > largest) {
      void vscode.window.showErrorMessage(vscode.l10n.t('{0} is too large and was not read.', name));
      return undefined;
    }
    const bytes = await vscode.workspace.fs.readFile(file);
    const pieces: string[] = [];
    // A call takes only so many arguments.
    for (let at = 0; at < bytes.length; at += 8192) pieces.push(String.fromCharCode(...bytes.subarray(at, at + 8192)));
    return btoa(pieces.join(''));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0}: {1}', name, reason));
    return undefined;
  }
}

/** @returns indexes of the changes that are taken; undefined when the author gave up */
async function choose(changes: readonly LedgerChangeItem[], name: string): Promise<readonly number[] | undefined> {
  const { t } = vscode.l10n;
  const entries = ledgerEntries(changes, t).map((entry) =>
    entry.index === undefined ? { label: entry.label, kind: vscode.QuickPickItemKind.Separator, index: -1 } : entry,
  );
  const picked = await vscode.window.showQuickPick(entries, {
    title: t('Update From Ledger'),
    placeHolder: t('What is taken from {0}? Conflicts are only taken when you tick them.', name),
    canPickMany: true,
    ignoreFocusOut: true,
    matchOnDescription: true,
    matchOnDetail: true,
  });
  return picked?.flatMap(({ index }) => (index === undefined || index < 0 ? [] : [index]));
}

async function apply(document: vscode.TextDocument, edits: readonly ProposedEdit[]): Promise<boolean> {
  const edit = new vscode.WorkspaceEdit();
  edit.set(
    document.uri,
    edits.map(({ range: { start, end }, text }) => {
      return new vscode.TextEdit(new vscode.Range(start.line, start.character, end.line, end.character), text);
    }),
  );
  return vscode.workspace.applyEdit(edit);
}
