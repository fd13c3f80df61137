import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, until } from './editor.ts';

describe('snippets', () => {
  it('are offered by completion', async () => {
    const { document } = await openText('组织');
    const labels = await until('the snippet', async () => {
      const list = await vscode.commands.executeCommand<vscode.CompletionList>(
        'vscode.executeCompletionItemProvider',
        document.uri,
        new vscode.Position(0, 2),
      );
      const snippets = list.items.filter(({ kind }) => kind === vscode.CompletionItemKind.Snippet);
      return snippets.length > 0
        ? snippets.map(({ label }) => (typeof label === 'string' ? label : label.label))
        : undefined;
    });
    assert.ok(labels.includes('组织领导'), labels.join(' '));
  });

  it('insert a section and put the cursor on its first blank', async () => {
    const editor = await openText('');
    await vscode.commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name: '组织领导' });
    const text = await until('the section', () => editor.document.getText() || undefined);
    assert.match(text, /^## .*组织领导/);
    assert.match(text, /领导小组/);
    assert.doesNotMatch(text, /\$\{|\$\d/);
    assert.ok(!editor.selection.isEmpty, 'nothing is selected');
  });
});
