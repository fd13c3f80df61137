import * as vscode from 'vscode';
import { type BundleReport, checkBundleRequest } from '../../../server/src/protocol.ts';
import type { Session } from '../session.ts';

/** Reports are for reading: no file, and nothing that the server is told about. */
const scheme = 'fangan-report';
const reports = new Map<string, string>();
/** Reports that can still be shown when their tab is opened again. */
const kept = 20;

/** Shows the reports; to be disposed of with the extension. */
export function serveReports(): vscode.Disposable {
  return vscode.workspace.registerTextDocumentContentProvider(scheme, {
    provideTextDocumentContent: (uri) => reports.get(uri.path) ?? '',
  });
}

/**
 * `fangan.checkBundle`: holds the plans of a folder against one another and shows what they say differently.
 * @param folder chosen in the Explorer; otherwise the folder of the active document
 */
export async function checkBundle(session: Session, folder?: vscode.Uri): Promise<void> {
  const uri = folder instanceof vscode.Uri ? folder : vscode.window.activeTextEditor?.document.uri;
  if (!uri) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await session.start();
  const title = vscode.l10n.t('Comparing Plans');
  const report = await vscode.window.withProgress({ location: vscode.ProgressLocation.Window, title }, () =>
    session.ask<BundleReport>(checkBundleRequest, uri, { isFolder: folder instanceof vscode.Uri }),
  );
  if (!report) return;
  if (report.fault !== undefined) {
    void vscode.window.showInformationMessage(report.fault);
    return;
  }
  await show(report);
}

let number = 0;

async function show({ markdown }: BundleReport): Promise<void> {
  number += 1;
  const path = `/${vscode.l10n.t('Plans Compared')} ${number}.md`;
  reports.set(path, markdown);
  const [oldest] = reports.keys();
  if (reports.size > kept && oldest !== undefined) reports.delete(oldest);
  const document = await vscode.workspace.openTextDocument(vscode.Uri.from({ scheme, path }));
  await vscode.window.showTextDocument(document, { preview: true });
}
