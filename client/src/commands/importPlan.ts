import * as vscode from 'vscode';
import type { ImportedPlan, ImportResult } from '../../../server/src/protocol.ts';
import { mayHoldPlan } from '../documents.ts';
import { imported, importUri, nameOf, tellImport } from '../importing.ts';
import type { Session } from '../session.ts';
import { setOff } from '../setOff.ts';

/** Most names that are tried beside a file that is there already. */
const mostNames = 1000;

/**
 * `fangan.import`: makes plans of Word and text files and writes them beside these; no file that is there is touched.
 * @param uri the file under the mouse in the Explorer
 * @param uris all that are selected there
 */
export async function importPlans(session: Session, uri?: vscode.Uri, uris?: readonly vscode.Uri[]): Promise<void> {
  const given = uris && uris.length > 0 ? uris : uri instanceof vscode.Uri ? [uri] : undefined;
  const files =
    given ??
    (await vscode.window.showOpenDialog({
      title: vscode.l10n.t('Import as Plan'),
      openLabel: vscode.l10n.t('Import'),
      canSelectMany: true,
      filters: { [vscode.l10n.t('Word documents and text')]: ['docx', 'txt'] },
    }));
  for (const file of files ?? []) await importFile(session, file);
}

async function importFile(session: Session, source: vscode.Uri): Promise<void> {
  const result = await importUri(session, source);
  if (!result) return;
  const documents = await chosenDocuments(result, nameOf(source));
  if (!documents) return;
  const written: vscode.Uri[] = [];
  for (const document of documents) {
    const place = await writeBeside(source, document);
    if (!place) return;
    written.push(place);
  }
  for (const place of [...written].reverse()) await vscode.window.showTextDocument(place, { preview: false });
  tellImport(session, vscode.l10n.t('Imported {0}.', written.map(nameOf).join(vscode.l10n.t('; '))), result.notices);
}

/** The whole text, or its plans as documents of their own where the author wishes that. */
async function chosenDocuments({ documents, parts }: ImportResult, name: string) {
  if (parts.length < 2) return documents;
  const items = [
    { label: vscode.l10n.t('One file for each plan'), detail: titlesOf(parts), documents: parts },
    { label: vscode.l10n.t('One file'), detail: titlesOf(documents), documents },
  ];
  const chosen = await vscode.window.showQuickPick(items, {
    title: vscode.l10n.t('Import as Plan'),
    placeHolder: vscode.l10n.t('{0} holds {1} plans. How are they written?', name, parts.length),
  });
  return chosen?.documents;
}

const titlesOf = (plans: readonly ImportedPlan[]) => plans.map(({ fileName }) => fileName).join(vscode.l10n.t('; '));

/**
 * Writes a plan beside its source, whole or not at all, under the first name that nobody has.
 * @returns undefined when it could not be written, which is told then
 */
async function writeBeside(source: vscode.Uri, { fileName, text }: ImportedPlan): Promise<vscode.Uri | undefined> {
  const { fs } = vscode.workspace;
  const folder = vscode.Uri.joinPath(source, '..');
  const draft = vscode.Uri.joinPath(folder, `.fangan-${Date.now().toString(36)}.tmp`);
  try {
    await fs.writeFile(draft, new TextEncoder().encode(text));
    for (let number = 1; ; number++) {
      const name = number === 1 ? fileName : fileName.replace(/\.md$/, `-${number}.md`);
      const place = vscode.Uri.joinPath(folder, name);
      const isTaken = await fs.stat(place).then(
        () => true,
        () => false,
      );
      if (isTaken && number < mostNames) continue;
      await fs.rename(draft, place, { overwrite: false });
      return place;
    }
  } catch (error) {
    await fs.delete(draft).then(undefined, () => undefined);
    const reason = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(vscode.l10n.t('{0} was not written: {1}', fileName, reason));
    return undefined;
  }
}

/**
 * `fangan.pastePlan`: puts the text of the clipboard into the editor as a plan, its lost paragraphs restored; into a
 * new document where no plan is open.
 */
export async function pastePlan(session: Session): Promise<void> {
  const pasted = await vscode.env.clipboard.readText();
  await session.start();
  const result = await imported(session, vscode.l10n.t('the clipboard'), { name: '', text: pasted });
  if (!result) return;
  const { documents, notices, fault } = result;
  const [plan] = documents;
  if (!plan) {
    void vscode.window.showErrorMessage(vscode.l10n.t('The clipboard was not imported: it {0}', fault ?? ''));
    return;
  }
  const active = vscode.window.activeTextEditor;
  const editor =
    active && mayHoldPlan(active.document)
      ? active
      : await vscode.window.showTextDocument(
          await vscode.workspace.openTextDocument({ language: 'markdown', content: '' }),
        );
  // A paragraph in the middle of a text brings no empty line with it.
  const isParagraph = !plan.text.includes('\n\n');
  const { document, selections } = editor;
  const whole = document.getText();
  await editor.edit((edit) => {
    for (const selection of selections) {
      const [from, to] = [document.offsetAt(selection.start), document.offsetAt(selection.end)];
      const text = isParagraph ? plan.text.trimEnd() : setOff(whole.slice(0, from), plan.text, whole.slice(to));
      edit.replace(selection, text);
    }
  });
  if (notices.length > 0) tellImport(session, vscode.l10n.t('The text was pasted as a plan.'), notices);
}
