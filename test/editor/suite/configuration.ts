import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problems, problemsOf, until } from './editor.ts';

describe('the configuration of an office', () => {
  const folders: vscode.Uri[] = [];
  after(() => Promise.all(folders.map((folder) => vscode.workspace.fs.delete(folder, { recursive: true }))));

  /** A folder of its own, so that the configuration is nobody else's. */
  async function folderWith(files: Readonly<Record<string, string>>): Promise<vscode.Uri> {
    const [root] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(root, 'the suite needs its workspace');
    const folder = vscode.Uri.joinPath(root.uri, `office-${Date.now()}`);
    folders.push(folder);
    for (const [name, text] of Object.entries(files))
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), new TextEncoder().encode(text));
    return folder;
  }

  const plan = '# 河道清淤工作方案\n\n根据县政府安排，制定本方案（云发[2026]6号）。\n\n## 一、任务\n\n逐段清淤。\n';

  it('has its slips told at their place, and its keys offered and explained', async () => {
    const folder = await folderWith({ 'fangan.yaml': 'rule:\n  length: off\nrules:\n  \n', '方案.md': plan });
    const uri = vscode.Uri.joinPath(folder, 'fangan.yaml');
    // The server comes with the first plan.
    const { document: opened } = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, '方案.md')),
    );
    await problemsOf(opened, 'document-number');
    const { document } = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uri));
    const wrong = await until('the wrong key', () =>
      problems(document).find(({ range }) => document.getText(range).includes('rule')),
    );
    assert.equal(wrong.range.start.line, 0);
    const offered = await until('rules to choose from', () =>
      vscode.commands
        .executeCommand<vscode.CompletionList>(
          'vscode.executeCompletionItemProvider',
          document.uri,
          new vscode.Position(3, 2),
        )
        .then(
          ({ items }) =>
            items.find(({ label }) => (typeof label === 'string' ? label : label.label) === 'missing-deadline'),
          () => undefined,
        ),
    );
    assert.ok(offered);
    await until('what a key means', () =>
      vscode.commands
        .executeCommand<vscode.Hover[]>('vscode.executeHoverProvider', document.uri, new vscode.Position(2, 1))
        .then(
          (hovers) => (hovers.length > 0 ? true : undefined),
          () => undefined,
        ),
    );
  });

  it('decides over the plans of its folder while they are open', async () => {
    const folder = await folderWith({ '方案.md': plan });
    const { document } = await vscode.window.showTextDocument(
      await vscode.workspace.openTextDocument(vscode.Uri.joinPath(folder, '方案.md')),
    );
    await problemsOf(document, 'document-number');
    await vscode.workspace.fs.writeFile(
      vscode.Uri.joinPath(folder, 'fangan.yaml'),
      new TextEncoder().encode('rules:\n  document-number: off\n'),
    );
    await until('the rule to be off', () =>
      problems(document).some(({ code }) => JSON.stringify(code).includes('document-number')) ? undefined : true,
    );
  });
});
