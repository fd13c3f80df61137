import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { open } from './editor.ts';

const { fs } = vscode.workspace;
const textOf = async (place: vscode.Uri) => new TextDecoder().decode(await fs.readFile(place));

/** The plan of the suite's workspace in an editor, and a place beside it that nobody has. */
async function beside(name: string): Promise<{ plan: vscode.Uri; place: vscode.Uri }> {
  const { document } = await open('整改方案.md');
  return { plan: document.uri, place: vscode.Uri.joinPath(document.uri, '..', name) };
}

/** What stands in the folder of a file; drafts among it would be left behind. */
const namesBeside = async (place: vscode.Uri) =>
  (await fs.readDirectory(vscode.Uri.joinPath(place, '..'))).map(([name]) => name).sort();

const isWordFile = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

describe('exporting', () => {
  it('writes the plan as a Word document, whole, and nothing beside it', async () => {
    const { place } = await beside('公文.docx');
    await vscode.commands.executeCommand('fangan.export', 'docx', place);
    assert.ok(isWordFile(await fs.readFile(place)));
    assert.deepEqual(await namesBeside(place), ['公文.docx', '整改方案.md']);
  });

  it('replaces a file when the author has named it, and leaves the plan alone', async () => {
    const { plan, place } = await beside('模型.json');
    const before = await textOf(plan);
    await fs.writeFile(place, new TextEncoder().encode('原有内容'));
    await vscode.commands.executeCommand('fangan.export', 'json', place);
    const model = JSON.parse(await textOf(place));
    assert.equal(model.plans.length, 1);
    assert.equal(await textOf(plan), before);
    assert.deepEqual(await namesBeside(place), ['整改方案.md', '模型.json'].sort());
  });

  it('writes calendars, charts and pictures of the time', async () => {
    for (const [target, name, wanted] of [
      ['ics', '日历.ics', /^BEGIN:VCALENDAR[\s\S]*BEGIN:VEVENT/],
      ['mermaid', '甘特图.mmd', /^gantt/m],
      ['svg', '时间轴.svg', /^(?:<\?xml[^>]*>\s*)?<svg /],
      ['html', '时间轴.html', /<svg /],
      ['csv', '台账.csv', /完成时限|时限/],
    ] as const) {
      const { place } = await beside(name);
      await vscode.commands.executeCommand('fangan.export', target, place);
      assert.match(await textOf(place), wanted, target);
    }
  });

  it('writes what the check found as a report for the person who signs', async () => {
    for (const [form, name] of [
      ['html', '审阅报告.html'],
      ['md', '审阅报告.md'],
    ] as const) {
      const { place } = await beside(name);
      await vscode.commands.executeCommand('fangan.exportReview', form, place);
      assert.match(await textOf(place), /document-number|云消发/, form);
    }
    const { place } = await beside('审阅报告.docx');
    await vscode.commands.executeCommand('fangan.exportReview', 'docx', place);
    assert.ok(isWordFile(await fs.readFile(place)));
  });

  it('writes nothing where there is no plan', async () => {
    const document = await vscode.workspace.openTextDocument({
      language: 'markdown',
      content: '# 读书笔记\n\n今天。\n',
    });
    await vscode.window.showTextDocument(document);
    const [folder] = vscode.workspace.workspaceFolders ?? [];
    assert.ok(folder);
    const place = vscode.Uri.joinPath(folder.uri, '没有方案.docx');
    await vscode.commands.executeCommand('fangan.export', 'svg', place);
    await assert.rejects(async () => fs.stat(place));
  });
});
