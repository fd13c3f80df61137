import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, onTestFinished, test } from 'vitest';
import type { CodeAction, CreateFile, TextDocumentEdit } from 'vscode-languageserver-protocol/node';
import { fullCapabilities } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';

const plan = `# 青禾镇中心小学校园安全整治实施方案

根据县教育局部署，制定本方案。

一、工作任务

1.深入查找影响柳林小学和谐稳定的安全隐患，由德育处负责。
`;

function folder(files: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(directory, name), text);
  return (name: string) => pathToFileURL(path.join(directory, name)).href;
}

async function offered(uri: string, options: ClientOptions = {}) {
  const server = await ServerProcess.start(options);
  await server.open(uri, plan);
  const problem = (await server.problems(uri)).find(({ code }) => code === 'foreign-org');
  if (!problem) throw new Error('no problem of foreign-org');
  const actions = await server.actions(uri, [problem]);
  return { server, action: actions.find(({ title }) => title.includes('加入词库')) };
}

/** Does what a client does: creates the files and inserts the texts. */
function apply({ edit }: CodeAction): string[] {
  const changed: string[] = [];
  for (const change of edit?.documentChanges ?? []) {
    if ('kind' in change) {
      writeFileSync(fileURLToPath((change as CreateFile).uri), '');
      continue;
    }
    const { textDocument, edits } = change as TextDocumentEdit;
    const file = fileURLToPath(textDocument.uri);
    const lines = readFileSync(file, 'utf8').split('\n');
    for (const { range, newText } of edits as {
      range: { start: { line: number; character: number } };
      newText: string;
    }[]) {
      const line = lines[range.start.line] ?? '';
      lines[range.start.line] = line.slice(0, range.start.character) + newText + line.slice(range.start.character);
    }
    writeFileSync(file, lines.join('\n'));
    changed.push(textDocument.uri);
  }
  return changed;
}

test.each([
  ['is created where there is no configuration', undefined, 'organisations:\n  - 柳林小学\n'],
  [
    'keeps what it has',
    'language: zh # 中文\norganisations: [东关小学]\n',
    'language: zh # 中文\norganisations: [东关小学, 柳林小学]\n',
  ],
])('the dictionary %s, and the name is known from then on', async (_name, before, after) => {
  const at = folder(before === undefined ? {} : { 'fangan.yaml': before });
  const uri = at('plan.md');
  const { server, action } = await offered(uri);
  expect(action?.title).toBe('“柳林小学”是本单位（本地）的名称，加入词库');
  if (!action) return;
  const [changed] = apply(action);
  expect(changed).toBe(at('fangan.yaml'));
  expect(readFileSync(fileURLToPath(at('fangan.yaml')), 'utf8')).toBe(after);
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 1 }] });
  await server.until(() => server.refreshes > 0, 'a refresh');
  expect((await server.problems(uri)).map(({ code }) => code)).not.toContain('foreign-org');
});

test('a client that cannot create files is not offered to', async () => {
  const { resourceOperations: _, ...workspaceEdit } = fullCapabilities.workspace?.workspaceEdit ?? {};
  const capabilities = { ...fullCapabilities, workspace: { ...fullCapabilities.workspace, workspaceEdit } };
  const { action } = await offered(folder()('plan.md'), { capabilities });
  expect(action).toBeUndefined();
});

test('a document without a place has no dictionary', async () => {
  const { action } = await offered('untitled:plan.md');
  expect(action).toBeUndefined();
});
