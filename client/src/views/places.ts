import * as vscode from 'vscode';
import type { PlaceRange } from '../../../server/src/protocol.ts';

/** Shows a place of a file, and puts the cursor there. */
export async function goTo(address: string, { start, end }: PlaceRange): Promise<void> {
  const document = await vscode.workspace.openTextDocument(vscode.Uri.parse(address));
  const editor = await vscode.window.showTextDocument(document);
  const range = new vscode.Range(start.line, start.character, end.line, end.character);
  editor.selection = new vscode.Selection(range.start, range.start);
  editor.revealRange(range, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
}
