import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, open, problemsOf, until } from './editor.ts';

describe('language server', () => {
  it('comes back after a restart and finds the same problems', async () => {
    const { document } = await open('整改方案.md');
    const before = await problemsOf(document, 'missing-deadline');
    await vscode.commands.executeCommand('fangan.restartServer');
    const extension = await api();
    await until('the new server', async () => (await extension.status(document)) ?? undefined);
    const after = await problemsOf(document, 'missing-deadline');
    assert.deepEqual(
      after.map(({ message, range }) => [message, range.start.line]),
      before.map(({ message, range }) => [message, range.start.line]),
    );
  });
});
