import assert from 'node:assert/strict';
import { Document, Packer, Paragraph, Table, TableCell, TableRow, TextRun } from 'docx';
import * as vscode from 'vscode';
import { until } from './editor.ts';

const { fs } = vscode.workspace;
const decoder = new TextDecoder();

let folders = 0;

/** A folder of the workspace with these files. */
async function folderWith(files: Readonly<Record<string, Uint8Array | string>>): Promise<vscode.Uri> {
  const [workspace] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(workspace, 'the suite needs its workspace');
  folders += 1;
  const folder = vscode.Uri.joinPath(workspace.uri, `import-${folders}`);
  for (const [name, content] of Object.entries(files)) {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await fs.writeFile(vscode.Uri.joinPath(folder, name), bytes);
  }
  return folder;
}

const namesIn = async (folder: vscode.Uri) => (await fs.readDirectory(folder)).map(([name]) => name).sort();

async function wordFile(): Promise<Uint8Array> {
  const cell = (text: string, rowSpan = 1) => new TableCell({ children: [new Paragraph(text)], rowSpan });
  const row = (...children: TableCell[]) => new TableRow({ children });
  const document = new Document({
    footnotes: { 1: { children: [new Paragraph('不含汛后修复。')] } },
    sections: [
      {
        children: [
          new Paragraph({ children: [new TextRun('云台镇防汛工作方案')] }),
          new Paragraph('为做好防汛工作，制定本方案。'),
          new Paragraph('一、任务分工'),
          new Table({
            rows: [
              row(cell('工作任务'), cell('责任单位'), cell('完成时限')),
              row(cell('清淤'), cell('水利站', 2), cell('2026年4月30日')),
              row(cell('备料'), cell('2026年5月20日')),
            ],
          }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(document));
}

describe('importing', () => {
  it('writes a Word file as Markdown beside it and leaves a file of that name alone', async () => {
    const folder = await folderWith({ '防汛.docx': await wordFile(), '防汛.md': '原有内容' });
    await vscode.commands.executeCommand('fangan.import', vscode.Uri.joinPath(folder, '防汛.docx'));
    const shown = await until('the imported plan', () => {
      const document = vscode.window.activeTextEditor?.document;
      return document?.uri.path.endsWith('/防汛-2.md') ? document : undefined;
    });
    assert.equal(
      shown.getText(),
      `# 云台镇防汛工作方案

为做好防汛工作，制定本方案。

## 一、任务分工

| 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- |
| 清淤 | 水利站 | 2026年4月30日 |
| 备料 | 水利站 | 2026年5月20日 |
`,
    );
    assert.equal(decoder.decode(await fs.readFile(vscode.Uri.joinPath(folder, '防汛.md'))), '原有内容');
    assert.deepEqual(await namesIn(folder), ['防汛-2.md', '防汛.docx', '防汛.md']);
  });

  it('takes all files that are selected, and writes nothing for one that cannot be read', async () => {
    const ole = Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
    const folder = await folderWith({ 'a.txt': '云台镇防火工作方案\n', 'b.docx': ole, 'c.txt': '　　一、工作目标\n' });
    const files = ['a.txt', 'b.docx', 'c.txt'].map((name) => vscode.Uri.joinPath(folder, name));
    await vscode.commands.executeCommand('fangan.import', files[0], files);
    await until('both texts', async () => ((await namesIn(folder)).includes('c.md') ? true : undefined));
    assert.deepEqual(await namesIn(folder), ['a.md', 'a.txt', 'b.docx', 'c.md', 'c.txt']);
  });

  it('pastes the text of the clipboard as a plan', async () => {
    const document = await vscode.workspace.openTextDocument({ language: 'markdown', content: '' });
    await vscode.window.showTextDocument(document);
    await vscode.env.clipboard.writeText('云台镇防火\n工作方案\n\n　　为做好防火工作，制定本方案。\n打印本页\n');
    await vscode.commands.executeCommand('fangan.pastePlan');
    await until('the pasted plan', () => (document.getText() === '' ? undefined : true));
    assert.equal(document.getText(), '# 云台镇防火工作方案\n\n为做好防火工作，制定本方案。\n');
  });
});
