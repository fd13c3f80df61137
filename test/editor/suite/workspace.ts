import assert from 'node:assert/strict';
import fs from 'node:fs';
import * as vscode from 'vscode';
import { api, open, problems, problemsOf, until } from './editor.ts';

const chinese = vscode.env.language.startsWith('zh');

function folder(): vscode.Uri {
  const [first] = vscode.workspace.workspaceFolders ?? [];
  assert.ok(first, 'the suite needs its workspace');
  return first.uri;
}

/** A plan of the suite's workspace that no test opens. */
async function write(name: string, text: string): Promise<vscode.Uri> {
  const uri = vscode.Uri.joinPath(folder(), name);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

const plan = (person: string) => `# 云溪镇河道清理工作方案

为做好河道清理，制定本方案。

## 一、任务台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 |
| --- | --- | --- | --- | --- | --- |
| 1 | 河面漂浮物多 | 打捞河面漂浮物 | 水利站 | ${person} | 2026年4月10日前 |
| 2 | 护栏破损 | 修复护栏 | 水利站 | ${person} | 2026年4月31日前 |

云溪镇人民政府
2026年2月25日
`;

/** The language servers that this extension host has started; empty where there is no /proc. */
function servers(): number[] {
  if (!fs.existsSync('/proc/self/stat')) return [];
  return fs.readdirSync('/proc').flatMap((name) => {
    if (!/^\d+$/.test(name)) return [];
    try {
      const isServer = fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('server.cjs');
      const parent = fs.readFileSync(`/proc/${name}/stat`, 'utf8').split(') ')[1]?.split(' ')[1];
      return isServer && Number(parent) === process.pid ? [Number(name)] : [];
    } catch {
      return []; // it has ended meanwhile
    }
  });
}

describe('the plans of the workspace', () => {
  before(async () => {
    await vscode.workspace.getConfiguration('fangan').update('asOf', '2026-04-15');
    await write('河道.md', plan('卜冬青'));
  });

  after(async () => {
    await vscode.commands.executeCommand('fangan.clearWorkspace');
    await vscode.workspace.getConfiguration('fangan').update('asOf', undefined);
  });

  it('give everybody a list of duties, which follows the files', async () => {
    const extension = await api();
    await vscode.commands.executeCommand('fangan.showDuties');
    const groups = await until('the duties', async () => {
      const found = await extension.duties();
      return found.some(({ label }) => label === '卜冬青') ? found : undefined;
    });
    assert.equal(groups[0]?.label, chinese ? '已逾期' : 'overdue');
    const own = groups.find(({ label }) => label === '卜冬青');
    const [first] = await extension.duties(own);
    assert.equal(first?.label, '打捞河面漂浮物');
    await vscode.commands.executeCommand('fangan.duties.open', first);
    const editor = vscode.window.activeTextEditor;
    assert.match(editor?.document.lineAt(editor.selection.active.line).text ?? '', /打捞河面漂浮物/);
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await write('河道.md', plan('孙雅琴'));
    await until('the new person', async () => {
      const labels = (await extension.duties()).map(({ label }) => label);
      return (labels.includes('孙雅琴') && !labels.includes('卜冬青')) || undefined;
    });
  });

  it('are listed by unit, filtered, exported and copied', async () => {
    const extension = await api();
    await vscode.commands.executeCommand('fangan.duties.groupBy', 'unit');
    await vscode.commands.executeCommand('fangan.duties.filter', '护栏');
    const labels = (await extension.duties()).map(({ label }) => label);
    assert.ok(labels.includes('水利站') && !labels.includes('保管科'), labels.join('、'));
    const place = vscode.Uri.joinPath(folder(), '职责.csv');
    await vscode.commands.executeCommand('fangan.duties.export', place);
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await vscode.workspace.fs.readFile(place));
    assert.match(csv, /^\uFEFF/);
    assert.match(csv, /修复护栏/);
    await vscode.commands.executeCommand('fangan.duties.copy');
    assert.match(await vscode.env.clipboard.readText(), /\| 修复护栏 \|/);
    await vscode.commands.executeCommand('fangan.duties.clearFilter');
    await vscode.commands.executeCommand('fangan.duties.groupBy', 'person');
  });

  it('are checked without being opened, and are checked again after the server was killed', async () => {
    const extension = await api();
    await vscode.commands.executeCommand('fangan.checkWorkspace');
    const uri = vscode.Uri.joinPath(folder(), '河道.md');
    const shown = () =>
      vscode.languages.getDiagnostics(uri).filter(({ code }) => JSON.stringify(code).includes('invalid-date'));
    await until('the problem', () => shown().length === 1 || undefined);
    const nodes = extension.checked();
    const node = nodes.find(({ file }) => file.uri.endsWith(encodeURIComponent('河道.md')));
    assert.equal(node?.label, '云溪镇河道清理工作方案');
    assert.ok(node.children.some(({ problem }) => problem?.rule === 'invalid-date'));

    const [pid] = servers();
    if (pid === undefined) return;
    const { document } = await open('整改方案.md');
    await problemsOf(document, 'missing-deadline');
    const before = problems(document).length;
    const edit = new vscode.WorkspaceEdit();
    edit.insert(document.uri, new vscode.Position(document.lineCount, 0), '\n另行通知。\n');
    await vscode.workspace.applyEdit(edit);
    const text = document.getText();
    process.kill(pid, 'SIGKILL');
    await until('another server', () => {
      const [other] = servers();
      return (other !== undefined && other !== pid) || undefined;
    });
    await until('the status of the document', async () => (await extension.status(document)) ?? undefined);
    assert.equal(document.getText(), text);
    await until('its problems', () => problems(document).length >= before || undefined);
    await until('the problems of the others', () => shown().length === 1 || undefined);
    const labels = await until('the duties', async () => {
      const found = (await extension.duties()).map(({ label }) => label);
      return found.length > 0 ? found : undefined;
    });
    assert.ok(labels.includes('孙雅琴'), labels.join('、'));
  });

  it('lose their problems on demand, and when they are opened show them once', async () => {
    await vscode.commands.executeCommand('fangan.checkWorkspace');
    const uri = vscode.Uri.joinPath(folder(), '河道.md');
    await until('the problem', () => vscode.languages.getDiagnostics(uri).length > 0 || undefined);
    const document = await vscode.workspace.openTextDocument(uri);
    await vscode.window.showTextDocument(document);
    const [first] = await problemsOf(document, 'invalid-date');
    assert.ok(first);
    await until('each problem once', () => {
      const texts = problems(document).map(({ message, range }) => `${message} ${range.start.line}`);
      return texts.length > 0 && new Set(texts).size === texts.length ? true : undefined;
    });
    await vscode.commands.executeCommand('workbench.action.closeActiveEditor');
    await until('the problem of the closed file', () => vscode.languages.getDiagnostics(uri).length > 0 || undefined);
    await vscode.commands.executeCommand('fangan.clearWorkspace');
    await until('the end of the problems', () => vscode.languages.getDiagnostics(uri).length === 0 || undefined);
  });

  it('have symbols that the editor finds', async () => {
    const symbols = await until('the symbols', async () => {
      const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
        'vscode.executeWorkspaceSymbolProvider',
        '河道清理',
      );
      return found.length > 0 ? found : undefined;
    });
    assert.ok(symbols.some(({ name }) => name === '云溪镇河道清理工作方案'));
  });
});
