import * as vscode from 'vscode';
import type { Session } from '../session.ts';

/** `fangan.showConfiguration`: shows how the active document is checked, as the command line prints it. */
export async function showConfiguration(session: Session): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await session.start();
  const content = await session.effectiveConfiguration(document);
  if (content === undefined) return;
  const shown = await vscode.workspace.openTextDocument({ language: 'json', content });
  await vscode.window.showTextDocument(shown, { preview: true });
}
