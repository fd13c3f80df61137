import { expect, test } from 'vitest';
import type { FileParams } from '../../server/src/protocol.ts';
import { ServerProcess } from './server-process.ts';
import { roadPlan } from './workspace-folder.ts';

const root = 'vscode-vfs://github/office/plans';

/** Answers for files that are on no disk, and counts what is asked for. */
function serve(server: ServerProcess, files: ReadonlyMap<string, string>): string[] {
  const asked: string[] = [];
  const path = ({ uri }: FileParams) => {
    asked.push(decodeURIComponent(uri));
    return decodeURIComponent(uri);
  };
  const below = (directory: string) => [...files.keys()].filter((name) => name.startsWith(`${directory}/`));
  server.connection.onRequest('fangan/readFile', (params) => files.get(path(params)) ?? null);
  server.connection.onRequest('fangan/fileKind', (params) => {
    const at = path(params);
    return files.has(at) ? 'file' : below(at).length > 0 ? 'directory' : null;
  });
  server.connection.onRequest('fangan/readDirectory', (params) => {
    const at = path(params);
    const names = below(at).map((name) => name.slice(at.length + 1));
    return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].map((name) => ({
      name,
      kind: files.has(`${at}/${name}`) ? 'file' : 'directory',
    }));
  });
  server.connection.onRequest('fangan/listFiles', (params) => below(path(params)).filter((name) => /\.md$/.test(name)));
  return asked;
}

const files = new Map([
  [`${root}/fangan.yaml`, 'rules:\n  invalid-date: off\n'],
  [`${root}/青湾/整治 方案.md`, roadPlan('青湾镇', '孙雅琴')],
  [`${root}/石桥/整治.md`, roadPlan('石桥镇', '龙海')],
]);

test('a workspace that is on no disk is read through the editor: its configuration, its plans, its superior plans', async () => {
  const server = await ServerProcess.start({ folders: [root], initializationOptions: { files: true } });
  serve(server, files);
  const found = await server.workspaceSymbols('');
  expect(found.map(({ name }) => name).sort()).toEqual(['石桥镇道路整治工作方案', '青湾镇道路整治工作方案'].sort());
  const uri = `${root}/青湾/%E6%96%B0.md`;
  await server.open(
    uri,
    `---\nsuperior: ../石桥/整治.md\n---\n\n# 青湾镇道路养护工作方案\n\n根据上级方案，制定本方案。\n\n第一阶段：调查（2026年4月1日至4月31日）。由综合科负责。\n`,
  );
  const codes = (await server.problems(uri)).map(({ code }) => code);
  expect(codes).not.toContain('invalid-date');
  expect(codes).not.toContain('superior-missing');
  expect(codes.length).toBeGreaterThan(0);
  const definition = await server.connection.sendRequest('textDocument/definition', {
    textDocument: { uri },
    position: { line: 1, character: 14 },
  });
  expect(definition).toMatchObject([{ range: { start: { line: 0, character: 2 } } }]);
});

test('files of this machine are read without asking the editor', async () => {
  const server = await ServerProcess.start({ initializationOptions: { files: true } });
  const asked = serve(server, files);
  await server.open('file:///plans/a.md', roadPlan('青湾镇', '孙雅琴'));
  await server.problems('file:///plans/a.md');
  expect(asked).toEqual([]);
});

test('an editor that fails to answer has no files there', async () => {
  const server = await ServerProcess.start({ folders: [root], initializationOptions: { files: true } });
  const uri = `${root}/a.md`;
  await server.open(uri, roadPlan('青湾镇', '孙雅琴'));
  await server.problems(uri);
  expect((await server.workspaceSymbols('')).map(({ name }) => name)).toEqual(['青湾镇道路整治工作方案']);
  expect(server.logged).toEqual([]);
});
