import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { api, open, openText, problemsOf, until } from './editor.ts';

const all = (document: vscode.TextDocument) => new vscode.Range(0, 0, document.lineCount, 0);

describe('what a plan says', () => {
  it('stands in hints, lenses and folds', async () => {
    const { document } = await open('整改方案.md');
    await problemsOf(document, 'missing-deadline');
    const ask = <T>(command: string, ...args: unknown[]) =>
      vscode.commands.executeCommand<T[]>(command, document.uri, ...args);
    const lenses = await until('lenses', async () => {
      const found = await ask<vscode.CodeLens>('vscode.executeCodeLensProvider');
      return found.some(({ command }) => command?.command === 'fangan.showPlaces') ? found : undefined;
    });
    const lens = lenses.find(({ command }) => command?.command === 'fangan.showPlaces');
    await vscode.commands.executeCommand('fangan.showPlaces', ...(lens?.command?.arguments ?? []));
    const hints = await ask<vscode.InlayHint>('vscode.executeInlayHintProvider', all(document));
    assert.ok(Array.isArray(hints));
  });

  it('stands in a checklist, which puts in what is missing', async () => {
    const editor = await openText(
      '# 校园环境整治工作方案\n\n根据学校安排，制定本方案。\n\n## 一、主要任务\n\n清扫包干区。\n\n## 二、方法步骤\n\n4月1日至4月20日，逐处检查整改。\n',
    );
    await problemsOf(editor.document, 'missing-section');
    await vscode.commands.executeCommand('fangan.showChecklist');
    const extension = await api();
    const missing = await until('a missing section', async () => {
      const groups = await extension.checklist();
      return groups.flatMap(({ children }) => children).find(({ item }) => item?.state === 'missing' && item.insert);
    });
    assert.ok(missing.spoken.includes(missing.label));
    const before = editor.document.getText();
    await vscode.commands.executeCommand('fangan.checklist.open', missing);
    // The plan stays Chinese, whatever language the view speaks.
    await until('the section', () => /^## 三、\p{Script=Han}/mu.test(editor.document.getText()) || undefined);
    await vscode.commands.executeCommand('undo');
    await until('its end', () => editor.document.getText() === before || undefined);
  });
});
