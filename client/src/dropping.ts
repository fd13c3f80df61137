import * as vscode from 'vscode';
import type { ImportResult } from '../../server/src/protocol.ts';
import { documentSelector } from './documents.ts';
import { importBytes, importUri, tellImport } from './importing.ts';
import type { Session } from './session.ts';
import { setOff } from './setOff.ts';

const wordFile = /\.docx$/i;

/** A Word file that is dropped onto a plan becomes text where it is dropped. */
export function registerDrop(session: Session): vscode.Disposable {
  const kind = vscode.DocumentDropOrPasteEditKind.Empty.append('fangan', 'import');
  const provider: vscode.DocumentDropEditProvider = {
    async provideDocumentDropEdits(document, position, transfer, token) {
      const results = await droppedFiles(session, transfer);
      if (results.length === 0 || token.isCancellationRequested) return undefined;
      const title = vscode.l10n.t('Import as Plan');
      const text = results.flatMap(({ documents }) => documents.map((document) => document.text)).join('\n');
      const notices = results.flatMap((result) => result.notices);
      if (notices.length > 0) tellImport(session, title, notices);
      const at = document.offsetAt(position);
      const whole = document.getText();
      return new vscode.DocumentDropEdit(setOff(whole.slice(0, at), text, whole.slice(at)), title, kind);
    },
  };
  return vscode.languages.registerDocumentDropEditProvider(documentSelector(), provider, {
    dropMimeTypes: ['text/uri-list', 'files'],
    providedDropEditKinds: [kind],
  });
}

/** Files of the workspace come as addresses, those from outside may come as their bytes only. */
async function droppedFiles(session: Session, transfer: vscode.DataTransfer): Promise<readonly ImportResult[]> {
  const results: ImportResult[] = [];
  const list = await transfer.get('text/uri-list')?.asString();
  const uris = (list ?? '').split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
  for (const uri of uris.map((line) => vscode.Uri.parse(line))) {
    const result = wordFile.test(uri.path) ? await importUri(session, uri) : undefined;
    if (result) results.push(result);
  }
  if (uris.length > 0) return results;
  for (const [, item] of transfer) {
    const file = item.asFile();
    if (!file || !wordFile.test(file.name)) continue;
    const result = await importBytes(session, file.name, await file.data());
    if (result) results.push(result);
  }
  return results;
}
