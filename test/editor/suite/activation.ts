import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, extensionId, open, openText, problemsOf } from './editor.ts';

describe('activation', () => {
  it('waits for the first file that could hold a plan', async () => {
    const extension = vscode.extensions.getExtension(extensionId);
    assert.ok(extension);
    assert.equal(extension.isActive, false, 'active with nothing open');
  });

  it('starts no server for plain text, but for a plan in it', async () => {
    const letter = await openText('各位同事：\n\n明天下午三点在二楼会议室开会。\n', 'plaintext');
    const extension = await api();
    // A server that starts would have done so within this time.
    await new Promise((resolve) => setTimeout(resolve, 3000));
    assert.equal(await extension.status(letter.document), null);
    const { document } = await open('活动方案.txt');
    await problemsOf(document, 'invalid-date');
  });

  it('registers its commands', async () => {
    await open('软件项目/README.md');
    await api();
    const commands = await vscode.commands.getCommands(true);
    for (const name of ['selectKind', 'fixAll', 'restartServer', 'showLog', 'showConfiguration'])
      assert.ok(commands.includes(`fangan.${name}`), name);
  });
});
