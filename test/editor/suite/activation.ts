import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, extensionId, open } from './editor.ts';

describe('activation', () => {
  it('waits for the first Markdown file', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.equal(extension.isActive, false, 'active with nothing open');
  });

  it('registers its commands', async () => {
    await open('软件项目/README.md');
    await api();
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['selectKind', 'fixAll', 'restartServer', 'showLog', 'showConfiguration'])
      assert.ok(commands.includes(`fangan.${name}`), name);
  });
});
