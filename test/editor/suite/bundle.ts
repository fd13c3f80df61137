import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { problemsOf, until } from './editor.ts';

const county = `# 云岭县河湖清漂行动工作方案

为改善河湖面貌，现就全县开展河湖清漂行动制定本方案。行动从2026年3月1日开始，2026年8月31日结束。

## 一、总体要求

坚持“见河就管、见漂就清、见污就治”。

## 二、工作步骤

第一阶段：摸底排查（2026年3月1日至4月30日）。逐河登记。

第二阶段：集中清漂（2026年5月1日至8月31日）。逐段清理。
`;

const town = (name: string, end: string, theme: string, how: string) => `# ${name}河湖清漂行动实施方案

根据《云岭县河湖清漂行动工作方案》，从2026年3月1日至${end}开展清漂行动，制定本方案。

## 一、总体要求

坚持“${theme}”。

## 二、工作步骤

第一阶段：摸底排查（2026年3月1日至4月30日）。逐河登记，由水利站负责。

第二阶段：集中清漂（2026年5月1日至8月31日）。逐段清理，由水利站负责。清理后由水利站会同河长逐段验收并${how}公布结果。
`;

const names = { county: '云岭县 方案.md', first: '青禾镇.md', second: '石桥镇.md' };

describe('the plans of a folder beside one another', () => {
  let folder: vscode.Uri;
  const uriOf = (name: string) => vscode.Uri.joinPath(folder, name);

  before(async () => {
    const [first] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(first, 'the suite needs its workspace');
    folder = vscode.Uri.joinPath(first.uri, '对照 组');
    const texts: readonly (readonly [string, string])[] = [
      [names.county, county],
      [names.first, town('青禾镇', '2026年8月31日', '见河就管、见漂就清、见污就治', '逐河')],
      [names.second, town('石桥镇', '2026年9月30日', '见河就管、见漂就清，见污就治', '按河')],
    ];
    for (const [name, text] of texts) await vscode.workspace.fs.writeFile(uriOf(name), new TextEncoder().encode(text));
  });

  after(async () => {
    await vscode.commands.executeCommand('workbench.action.closeAllEditors');
    await vscode.workspace.fs.delete(folder, { recursive: true });
  });

  it('are compared by a command, whose report leads into every file that it speaks of', async () => {
    await vscode.commands.executeCommand('fangan.checkBundle', folder);
    const report = await until('the report', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.scheme === 'fangan-report' ? document : undefined;
    });
    assert.equal(report.languageId, 'markdown');
    assert.match(report.getText(), /2026年9月30日/);
    assert.match(report.getText(), /见漂就清，见污就治/);
    const links = await until('its links', async () => {
      const found = await vscode.commands.executeCommand<vscode.DocumentLink[]>(
        'vscode.executeLinkProvider',
        report.uri,
        1_000,
      );
      return found.length > 0 ? found : undefined;
    });
    for (const name of Object.values(names)) {
      const link = links.find(({ target }) => target && target.path === uriOf(name).path);
      assert.ok(link?.target, `no link to ${name} among ${links.map(({ target }) => target?.toString()).join(' ')}`);
      const line = Number(/^L(\d+)$/.exec(link.target.fragment)?.[1]);
      await vscode.commands.executeCommand('vscode.open', link.target);
      await until(`${name} at line ${line}`, () => {
        const editor = vscode.window.activeTextEditor;
        const isThere = editor?.document.uri.path === uriOf(name).path && editor.selection.active.line === line - 1;
        return isThere || undefined;
      });
    }
  });

  it('are compared for the folder of the document that is shown, and it may have changed', async () => {
    const editor = await vscode.window.showTextDocument(await vscode.workspace.openTextDocument(uriOf(names.first)));
    const at = editor.document.getText().indexOf('见污就治');
    await editor.edit((edit) => edit.insert(editor.document.positionAt(at), '河畅水清、'));
    await vscode.commands.executeCommand('fangan.checkBundle');
    await until('the report of what is shown', () => {
      const document = vscode.window.activeTextEditor?.document;
      const isReport = document?.uri.scheme === 'fangan-report';
      return (isReport && document.getText().includes('河畅水清')) || undefined;
    });
    await vscode.window.showTextDocument(editor.document);
    await vscode.commands.executeCommand('workbench.action.files.revert');
  });

  it('say in a problem where the plan above says otherwise', async () => {
    const document = await vscode.workspace.openTextDocument(uriOf(names.second));
    await vscode.window.showTextDocument(document);
    const [problem] = await problemsOf(document, 'superior-window');
    assert.match(document.getText(problem?.range), /9月30日/);
    const place = problem?.relatedInformation?.[0]?.location;
    assert.equal(place?.uri.path, uriOf(names.county).path);
    const above = await vscode.workspace.openTextDocument(uriOf(names.county));
    assert.equal(above.getText(place?.range), '从2026年3月1日开始，2026年8月31日结束');
  });
});
