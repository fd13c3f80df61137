import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, gone, open, openText, problems, problemsOf, quickFix, until } from './editor.ts';

describe('problems', () => {
  it('shows a ledger row that nobody answers for and that has no time limit', async () => {
    const { document } = await open('整改方案.md');
    for (const rule of ['missing-responsible', 'missing-deadline']) {
      const found = await problemsOf(document, rule);
      assert.equal(found.length, 1, rule);
      assert.match(document.lineAt(found[0]?.range.start.line ?? 0).text, /疏散通道|整改措施/);
      assert.match(found[0]?.message ?? '', /\p{Script=Han}/u);
    }
  });

  it('applies a quick fix, and the problem goes', async () => {
    const { document } = await open('整改方案.md');
    const [problem] = await problemsOf(document, 'document-number');
    assert.ok(problem);
    const fix = await quickFix(
      document,
      problem,
      ({ isPreferred, edit }) => isPreferred === true && edit !== undefined,
    );
    assert.ok(fix.edit && (await vscode.workspace.applyEdit(fix.edit)));
    assert.match(document.getText(), /云消发〔2026〕6号/);
    await gone(document, 'document-number');
  });

  it('follows the keyboard', async () => {
    const { document } = await open('整改方案.md');
    await problemsOf(document, 'document-number');
    const edit = new vscode.WorkspaceEdit();
    const at = document.positionAt(document.getText().indexOf('[2026]'));
    edit.replace(document.uri, new vscode.Range(at, at.translate(0, '[2026]'.length)), '〔2026〕');
    await vscode.workspace.applyEdit(edit);
    await gone(document, 'document-number');
    const back = new vscode.WorkspaceEdit();
    back.replace(document.uri, new vscode.Range(at, at.translate(0, '〔2026〕'.length)), '【2026】');
    await vscode.workspace.applyEdit(back);
    await problemsOf(document, 'document-number');
  });

  it('repairs everything that is safe with one command', async () => {
    const { document } = await open('整改方案.md');
    await problemsOf(document, 'document-number');
    await until('the repair', async () => {
      await vscode.commands.executeCommand('fangan.fixAll');
      return document.getText().includes('〔2026〕') || undefined;
    });
    await gone(document, 'document-number');
  });

  it('are found in a plan in plain text too', async () => {
    const { document } = await open('活动方案.txt');
    const [problem] = await problemsOf(document, 'invalid-date');
    assert.match(document.getText(problem?.range), /31日/);
  });

  it('are never shown in the README of a project', async () => {
    const { document } = await open('软件项目/README.md');
    const extension = await api();
    const status = await until('the check', async () => (await extension.status(document)) ?? undefined);
    assert.deepEqual(status.plans, []);
    // A late answer would still come within this time.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    assert.deepEqual(problems(document), []);
  });

  it('are found in a document that was never saved', async () => {
    const { document } = await openText(
      '# 职工运动会活动方案\n\n根据《云岭县总工会关于开展职工文体活动的通知》（云工发[2026]3号），制定本方案。\n',
    );
    await problemsOf(document, 'document-number');
  });
});

describe('the page of a rule', () => {
  it('is shown from the files of the extension, without a network', async () => {
    const { document } = await open('整改方案.md');
    const [problem] = await problemsOf(document, 'document-number');
    assert.ok(problem);
    const action = await quickFix(document, problem, ({ command }) => command?.command === 'fangan.openRulePage');
    assert.ok(action.command);
    await vscode.commands.executeCommand(action.command.command, ...(action.command.arguments ?? []));
    await until('the preview', () => {
      const tabs = vscode.window.tabGroups.all.flatMap((group) => group.tabs);
      return tabs.some(
        ({ input, label }) => input instanceof vscode.TabInputWebview && label.includes('document-number'),
      )
        ? true
        : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
  });
});
