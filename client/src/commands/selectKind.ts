import * as vscode from 'vscode';
import { mayHoldPlan } from '../documents.ts';
import { replacePlanKind } from '../frontMatter.ts';
import type { Session } from '../session.ts';

/** What the front matter says of a document that is no plan, whatever it looks like. */
const noPlan = 'none';

interface KindItem extends vscode.QuickPickItem {
  readonly id: string;
}

async function pickKind(session: Session, document: vscode.TextDocument): Promise<string | undefined> {
  const status = await session.status(document);
  const current = status?.profile ?? noPlan;
  const inChinese = vscode.env.language.startsWith('zh');
  const kinds = session.profiles.map(({ id, label, labelEn }) => ({
    id,
    label: inChinese ? label : `${label} ${labelEn}`,
    description: id,
  }));
  const items: KindItem[] = [...kinds, { id: noPlan, label: vscode.l10n.t('Not a plan'), description: noPlan }].map(
    (item) => (item.id === current ? { ...item, detail: vscode.l10n.t('current') } : item),
  );
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Kind of Plan'),
    placeHolder: vscode.l10n.t('What is this document checked against?'),
    matchOnDescription: true,
  });
  return chosen?.id;
}

/**
 * `fangan.selectKind`: asks what kind of plan the active document is and writes the answer into its
 * front matter.
 * @param kind the answer, when a key binding gives it; then nothing is asked
 */
export async function selectKind(session: Session, kind?: string): Promise<void> {
  const document = vscode.window.activeTextEditor?.document;
  if (!document || !mayHoldPlan(document)) {
    void vscode.window.showInformationMessage(vscode.l10n.t('Open a Markdown or plain text file first.'));
    return;
  }
  await session.start();
  const chosen = typeof kind === 'string' ? kind : await pickKind(session, document);
  if (chosen === undefined) return;
  const { start, end, text } = replacePlanKind(document.getText(), chosen);
  const edit = new vscode.WorkspaceEdit();
  edit.replace(document.uri, new vscode.Range(document.positionAt(start), document.positionAt(end)), text);
  await vscode.workspace.applyEdit(edit);
}
