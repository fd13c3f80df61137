import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import type { Api } from '../../../client/src/activate.ts';

export type { Api };

export const extensionId = 'fangan.fangan';

/** Asks until there is an answer other than undefined; what takes half a minute will not come any more. */
export async function until<T>(what: string, ask: () => T | undefined | PromiseLike<T | undefined>): Promise<T> {
  const end = Date.now() + 30_000;
  while (Date.now() < end) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}

let copies = 0;

/** A copy of a file of the suite's workspace, shown in an editor: no test sees what another one changed. */
export async function open(name: string): Promise<vscode.TextEditor> {
  const [folder] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(folder, 'the suite needs its workspace');
  copies += 1;
  const copy = vscode.Uri.joinPath(folder.uri, `copy-${copies}`, name);
  await vscode.workspace.fs.copy(vscode.Uri.joinPath(folder.uri, name), copy);
  return vscode.window.showTextDocument(await vscode.workspace.openTextDocument(copy));
}

/** A new document that has never been saved. */
export async function openText(content: string, language = 'markdown'): Promise<vscode.TextEditor> {
  const document = await vscode.workspace.openTextDocument({ language, content });
  return vscode.window.showTextDocument(document);
}

export async function api(): Promise<Api> {
  const extension = vscode.extensions.getExtension<Api>(extensionId);
  assert.ok(extension, 'the extension is not there');
  return extension.activate();
}

export function ruleOf({ code }: vscode.Diagnostic): string {
  return String(typeof code === 'object' ? code.value : code);
}

/** Our problems in the document, as they are shown now. */
export function problems(document: vscode.TextDocument): vscode.Diagnostic[] {
  return vscode.languages.getDiagnostics(document.uri).filter(({ source }) => source === 'fangan');
}

/** Our problems of one rule, once there are any. */
export function problemsOf(document: vscode.TextDocument, rule: string): Promise<vscode.Diagnostic[]> {
  return until(`${rule} in ${document.uri.path}`, () => {
    const found = problems(document).filter((problem) => ruleOf(problem) === rule);
    return found.length > 0 ? found : undefined;
  });
}

/** Waits until no problem of the rule is left. */
export async function gone(document: vscode.TextDocument, rule: string): Promise<void> {
  await until(`the end of ${rule}`, () => (problems(document).some((one) => ruleOf(one) === rule) ? undefined : true));
}

/**
 * The quick fixes offered at a problem, once `wanted` is among them. The editor answers without ours
 * while another extension is still registering, or rejects as cancelled: so it is asked again.
 */
export function quickFix(
  document: vscode.TextDocument,
  problem: vscode.Diagnostic,
  wanted: (action: vscode.CodeAction) => boolean,
): Promise<vscode.CodeAction> {
  return until(`a fix of ${ruleOf(problem)}`, async () => {
    const actions = await vscode.commands
      .executeCommand<vscode.CodeAction[]>('vscode.executeCodeActionProvider', document.uri, problem.range)
      .then(
        (answer) => answer,
        () => [],
      );
    return actions.find(wanted);
  });
}
