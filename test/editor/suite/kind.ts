import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, gone, open, problemsOf, until } from './editor.ts';

describe('kind of plan', () => {
  const chinese = vscode.env.language.startsWith('zh');

  it('stands in the status item with the counts of problems', async () => {
    const { document } = await open('整改方案.md');
    await problemsOf(document, 'missing-deadline');
    const extension = await api();
    const shown = await until('a settled status item', () => {
      const status = extension.shownStatus();
      return !status.busy && status.text.includes(' · ') ? status : undefined;
    });
    assert.match(shown.text, chinese ? /方案 · \d+ 个(?:错误|警告)/ : / · \d+ (?:error|warning)s?/);
    const status = await extension.status(document);
    assert.equal(status?.profile, 'rectification-plan');
    assert.ok((status?.counts.errors ?? 0) + (status?.counts.warnings ?? 0) > 0);
  });

  it('“none” silences the document, and is taken back by choosing a kind', async () => {
    const { document } = await open('整改方案.md');
    const extension = await api();
    await problemsOf(document, 'missing-deadline');
    await vscode.commands.executeCommand('fangan.selectKind', 'none');
    assert.match(document.getText(), /^---\r?\nplan: none\r?\n---\r?\n/);
    await gone(document, 'missing-deadline');
    await until('the status item', () => {
      const { text } = extension.shownStatus();
      return text === (chinese ? '非方案' : 'not a plan') || undefined;
    });
    await vscode.commands.executeCommand('fangan.selectKind', 'rectification-plan');
    assert.match(document.getText(), /^---\r?\nplan: rectification-plan\r?\n---\r?\n/);
    await problemsOf(document, 'missing-deadline');
  });
});
