import * as vscode from 'vscode';
import type { ExportChoice, ExportedFile } from '../../server/src/protocol.ts';

/** Asks where a file is to be written, beside the document that it comes from; the dialog asks about an existing one. */
function askPlace(
  beside: vscode.Uri,
  fileName: string,
  label: string,
  extension: string,
): Thenable<vscode.Uri | undefined> {
  const folder =
    beside.scheme === 'untitled' ? vscode.workspace.workspaceFolders?.[0]?.uri : vscode.Uri.joinPath(beside, '..');
  return vscode.window.showSaveDialog({
    title: vscode.l10n.t('Export Plan'),
    filters: { [label]: [extension.slice(1)], [vscode.l10n.t('All Files')]: ['*'] },
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, fileName) } : {}),
  });
}

/**
 * Writes what was exported, or tells why nothing was.
 * @param beside the document that it comes from
 * @param choice the form in which it was wished
 * @param given where to, without a question; an existing file is replaced then
 */
export async function saveExported(
  file: ExportedFile,
  beside: vscode.Uri,
  { label, extension }: Pick<ExportChoice, 'label' | 'extension'>,
  given: vscode.Uri | undefined,
): Promise<void> {
  if (file.fault !== undefined) {
    void vscode.window.showErrorMessage(file.fault);
    return;
  }
  const place = given ?? (await askPlace(beside, file.fileName, label, extension));
  if (place) await writeWhole(place, file);
}

/** One of several forms, chosen from a list. */
export async function pickForm(
  forms: readonly ExportChoice[],
  title: string,
  placeHolder: string,
): Promise<ExportChoice | undefined> {
  const items = forms.map((form) => ({ label: form.label, description: form.extension, form }));
  const picked = await vscode.window.showQuickPick(items, { title, placeHolder, matchOnDescription: true });
  return picked?.form;
}

/**
 * Writes a file whole or not at all: into a neighbour first, which then takes its name. Says that it is written, what
 * the author should know of it, and why where it could not be written.
 */
async function writeWhole(place: vscode.Uri, file: ExportedFile): Promise<void> {
  const name = place.path.slice(place.path.lastIndexOf('/') + 1);
  const draft = vscode.Uri.joinPath(place, '..', `.fangan-${Date.now().toString(36)}.tmp`);
  try {
    await vscode.workspace.fs.writeFile(draft, bytesOf(file));
    await vscode.workspace.fs.rename(draft, place, { overwrite: true });
  } catch (error) {
    await vscode.workspace.fs.delete(draft).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not written: {1}', name, reason));
    return;
  }
  const open = vscode.l10n.t('Open');
  const told = [vscode.l10n.t('Wrote {0}', name), ...file.notes].join('\n');
  void vscode.window.showInformationMessage(told, open).then((choice) => {
    if (choice === open) void vscode.commands.executeCommand('vscode.open', place);
  });
}

function bytesOf({ text, base64 = '' }: ExportedFile): Uint8Array {
  if (text !== undefined) return new TextEncoder().encode(text);
  return Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
}
