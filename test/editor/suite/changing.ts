import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { openText, problemsOf, until } from './editor.ts';

const text = `道路整治工作方案

根据镇政府安排，制定本方案（云发[2026]6号）。

一、组织领导

成立道路整治领导小组。组长：冯立新；副组长：孙雅琴。

二、方法步骤

4月1日至4月20日，由养护站逐段修补路面。

三、工作要求

养护站要在4月25日前上报情况，孙雅琴审核。
`;

describe('changing a plan', () => {
  async function show(words: string): Promise<vscode.TextEditor> {
    const editor = await openText(text);
    await problemsOf(editor.document, 'document-number');
    const at = editor.document.positionAt(text.indexOf(words));
    editor.selection = new vscode.Selection(at, at);
    return editor;
  }

  /** Runs the command until it has had its effect: an answer may be dropped while another extension is starting. */
  async function run(editor: vscode.TextEditor, command: string, wanted: RegExp): Promise<void> {
    await until(command, async () => {
      if (wanted.test(editor.document.getText())) return true;
      await vscode.commands.executeCommand(command);
      await new Promise((resolve) => setTimeout(resolve, 500));
      return wanted.test(editor.document.getText()) || undefined;
    });
  }

  async function undone(editor: vscode.TextEditor): Promise<void> {
    await vscode.commands.executeCommand('undo');
    await until('the text as it was', () => editor.document.getText() === text || undefined);
  }

  it('renames a person in all places', async () => {
    const { document } = await show('孙雅琴');
    const edit = await until('the rename', () =>
      vscode.commands
        .executeCommand<vscode.WorkspaceEdit>(
          'vscode.executeDocumentRenameProvider',
          document.uri,
          document.positionAt(text.indexOf('孙雅琴')),
          '卜冬青',
        )
        .then(
          (answer) => (answer && answer.size > 0 ? answer : undefined),
          () => undefined,
        ),
    );
    assert.ok(await vscode.workspace.applyEdit(edit));
    assert.equal(document.getText(), text.replaceAll('孙雅琴', '卜冬青'));
  });

  it('moves a section with its number, in one step to undo', async () => {
    const editor = await show('二、方法步骤');
    await run(editor, 'fangan.moveSectionUp', /一、方法步骤[\s\S]+二、组织领导[\s\S]+三、工作要求/);
    const { document, selection } = editor;
    assert.match(document.lineAt(selection.active.line).text, /方法步骤/, 'the cursor has left its section');
    await undone(editor);
  });

  it('turns numbered paragraphs into headings, in one step to undo', async () => {
    const editor = await show('二、方法步骤');
    await run(editor, 'fangan.paragraphsToHeadings', /^# 道路整治工作方案[\s\S]+## 一、组织领导[\s\S]+## 三、工作要求/);
    await undone(editor);
  });
});
