import { describe, expect, test } from 'vitest';
import type { WorkspaceSymbol } from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';
import { readme } from './texts.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const names = (symbols: readonly WorkspaceSymbol[]) => symbols.map(({ name }) => name).sort();

describe('workspace symbols', () => {
  test('are plans, stages, measures and persons of files that nobody has opened', async () => {
    const folder = new WorkspaceFolder({
      '镇级/青湾 镇.md': roadPlan('青湾镇', '孙雅琴'),
      '说明.md': readme,
      'node_modules/a/方案.md': roadPlan('石桥镇', '龙海'),
    });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    const uri = folder.uriOf('镇级/青湾 镇.md');
    const lines = roadPlan('青湾镇', '孙雅琴').split('\n');
    const [plan] = await server.workspaceSymbols('道路整治工作方案');
    expect(plan).toMatchObject({
      name: '青湾镇道路整治工作方案',
      kind: 2,
      location: { uri, range: { start: { line: 0, character: 2 } } },
    });
    const [stage] = await server.workspaceSymbols('集中整治');
    expect(stage).toMatchObject({ kind: 24, containerName: '青湾镇道路整治工作方案' });
    const [measure] = await server.workspaceSymbols('更换路灯');
    const row = lines.findIndex((line) => line.includes('更换路灯'));
    expect(measure).toMatchObject({ location: { range: { start: { line: row } } } });
    const [person] = await server.workspaceSymbols('孙雅琴');
    expect(person).toMatchObject({ name: '孙雅琴', kind: 19, location: { range: { start: { line: row } } } });
    expect(await server.workspaceSymbols('龙海')).toEqual([]);
    expect(await server.workspaceSymbols('scheduler')).toEqual([]);
    expect(names(await server.workspaceSymbols('青道方案'))).toEqual(['青湾镇道路整治工作方案']);
    expect(names(await server.workspaceSymbols(''))).toEqual(['青湾镇道路整治工作方案']);
  });

  test('follow the files as they come, change and go', async () => {
    const folder = new WorkspaceFolder({ 'a.md': roadPlan('青湾镇', '孙雅琴') });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    expect(names(await server.workspaceSymbols(''))).toEqual(['青湾镇道路整治工作方案']);
    folder.write('b.md', roadPlan('石桥镇', '龙海'));
    await server.filesChanged(1, folder.uriOf('b.md'));
    expect(names(await server.workspaceSymbols('镇道路'))).toContain('石桥镇道路整治工作方案');
    folder.write('b.md', roadPlan('白泉镇', '龙海'));
    await server.filesChanged(2, folder.uriOf('b.md'));
    expect(names(await server.workspaceSymbols(''))).toEqual(
      ['白泉镇道路整治工作方案', '青湾镇道路整治工作方案'].sort(),
    );
    folder.remove('b.md');
    await server.filesChanged(3, folder.uriOf('b.md'));
    expect(names(await server.workspaceSymbols(''))).toEqual(['青湾镇道路整治工作方案']);
  });

  test('are those that the editor shows where a file is open, and those of texts that were never saved', async () => {
    const folder = new WorkspaceFolder({ 'a.md': roadPlan('青湾镇', '孙雅琴') });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    await server.open(folder.uriOf('a.md'), roadPlan('白泉镇', '孙雅琴'));
    await server.open('untitled:Untitled-1', roadPlan('石桥镇', '龙海'));
    await server.problems(folder.uriOf('a.md'));
    await server.problems('untitled:Untitled-1');
    expect(names(await server.workspaceSymbols(''))).toEqual(
      ['白泉镇道路整治工作方案', '石桥镇道路整治工作方案'].sort(),
    );
    await server.close(folder.uriOf('a.md'));
    await server.close('untitled:Untitled-1');
    expect(names(await server.workspaceSymbols(''))).toEqual(['青湾镇道路整治工作方案']);
  });

  test('are those of all folders, as these come and go, each with its own configuration', async () => {
    const first = new WorkspaceFolder({ 'a.md': roadPlan('青湾镇', '孙雅琴') });
    const second = new WorkspaceFolder({
      'b.md': roadPlan('石桥镇', '龙海'),
      '旧/c.md': roadPlan('旧镇', '龙海'),
      'fangan.yaml': 'plans:\n  - files: 旧/**\n    profile: none\n',
    });
    const server = await ServerProcess.start({ folders: [first.uri, second.uri] });
    expect(names(await server.workspaceSymbols(''))).toEqual(
      ['石桥镇道路整治工作方案', '青湾镇道路整治工作方案'].sort(),
    );
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [], removed: [{ uri: second.uri, name: 'b' }] },
    });
    expect(names(await server.workspaceSymbols(''))).toEqual(['青湾镇道路整治工作方案']);
    await server.connection.sendNotification('workspace/didChangeWorkspaceFolders', {
      event: { added: [{ uri: second.uri, name: 'b' }], removed: [] },
    });
    second.write('fangan.yaml', 'rules: {}\n');
    await server.filesChanged(2, second.uriOf('fangan.yaml'));
    expect(await server.workspaceSymbols('')).toHaveLength(3);
  });
});
