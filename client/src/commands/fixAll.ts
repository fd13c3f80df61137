import * as vscode from 'vscode';

/** `fangan.fixAll`: applies every safe fix to the document of the active editor. */
export async function fixAll(): Promise<void> {
  if (!vscode.window.activeTextEditor) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await vscode.commands.executeCommand('editor.action.sourceAction', {
    kind: 'source.fixAll.fangan',
    apply: 'first',
  });
}
