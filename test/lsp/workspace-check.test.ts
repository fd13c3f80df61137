import { describe, expect, test } from 'vitest';
import { CancellationTokenSource, type Diagnostic } from 'vscode-languageserver-protocol/node';
import type { CheckedWorkspace } from '../../server/src/protocol.ts';
import { pushOnly } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { faultyPlan, readme } from './texts.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const superior = `# 云岭县环境整治工作方案

为整治环境，制定本方案。

一、实施步骤

第一阶段：宣传发动（2026年3月1日至3月31日）。各镇制定方案。

第二阶段：集中整治（2026年4月1日至5月31日）。各镇开展整治。

云岭县人民政府
2026年2月20日
`;
const below = `---
superior: 县级/上级.md
---

# 青湾镇环境整治工作方案

根据《云岭县环境整治工作方案》，制定本方案。

一、实施步骤

第一阶段：宣传发动（2026年3月1日至3月31日）。由办公室负责。

第二阶段：集中整治（2026年4月1日至6月30日）。由城管中队负责。

青湾镇人民政府
2026年2月25日
`;
const texts = { 'a.md': faultyPlan, '县级/上级.md': superior, '镇.md': below, 'README.md': readme };

async function checking(options: ClientOptions = {}) {
  const folder = new WorkspaceFolder(texts);
  const server = await ServerProcess.start({ folders: [folder.uri], ...options });
  const latest = (name: string): readonly Diagnostic[] | undefined =>
    server.published.findLast(({ uri }) => uri === folder.uriOf(name))?.diagnostics;
  const check = () =>
    server.connection.sendRequest<CheckedWorkspace>('fangan/checkWorkspace', { workDoneToken: 'check' });
  return { folder, server, latest, check };
}

const codes = (problems: readonly Diagnostic[] | undefined) => (problems ?? []).map(({ code }) => code);

describe('the check of the workspace', () => {
  test('shows the problems that each file has in the editor, with those of its superior plans', async () => {
    const { folder, server, latest, check } = await checking();
    const { files, partial } = await check();
    expect(partial).toBe(false);
    expect(files.map(({ uri, title }) => [uri, title])).toEqual([
      [folder.uriOf('a.md'), '云溪区水务局供水服务专项检查整改方案'],
      [folder.uriOf('县级/上级.md'), '云岭县环境整治工作方案'],
      [folder.uriOf('镇.md'), '青湾镇环境整治工作方案'],
    ]);
    expect(latest('README.md')).toBeUndefined();
    for (const name of ['a.md', '镇.md'] as const) {
      const shown = latest(name);
      expect(codes(shown), name).toContain(name === 'a.md' ? 'invalid-date' : 'superior-window');
      await server.open(folder.uriOf(name), texts[name]);
      expect(await server.problems(folder.uriOf(name))).toEqual(shown);
      // They are shown with the document now, and would stand there twice.
      expect(latest(name)).toEqual([]);
    }
    const [first] = files;
    expect(first?.counts.errors).toBeGreaterThan(0);
  });

  test('stays true when files change on disk, and when superior plans do', async () => {
    const { folder, server, latest, check } = await checking();
    await check();
    folder.write('a.md', roadPlan('青湾镇', '孙雅琴'));
    await server.filesChanged(2, folder.uriOf('a.md'));
    await server.until(() => !codes(latest('a.md')).includes('invalid-date'), 'the problems of the new text');
    folder.write('县级/上级.md', superior.replace('5月31日', '6月30日'));
    await server.filesChanged(2, folder.uriOf('县级/上级.md'));
    await server.until(() => !codes(latest('镇.md')).includes('superior-window'), 'the end of the window');
    folder.remove('镇.md');
    await server.filesChanged(3, folder.uriOf('镇.md'));
    await server.until(() => latest('镇.md')?.length === 0, 'the end of the file');
  });

  test('shows the problems of a file again when its editor is closed', async () => {
    const { folder, server, latest, check } = await checking();
    await check();
    const uri = folder.uriOf('a.md');
    await server.open(uri, faultyPlan);
    await server.problems(uri);
    expect(latest('a.md')).toEqual([]);
    await server.close(uri);
    await server.until(() => (latest('a.md') ?? []).length > 0, 'the problems');
  });

  test('shows the problems of a document that the editor keeps open without showing it, as long as that is so', async () => {
    const { folder, server, latest, check } = await checking();
    const uri = folder.uriOf('a.md');
    const shows = (...uris: string[]) => server.connection.sendNotification('fangan/shownDocuments', { uris });
    await shows();
    await server.open(uri, faultyPlan);
    await server.problems(uri);
    await check();
    expect(codes(latest('a.md'))).toContain('invalid-date');
    await server.replace(uri, '11月31日', '11月30日');
    await server.until(() => !codes(latest('a.md')).includes('invalid-date'), 'the problems of the new text');
    await shows(uri);
    await server.until(() => latest('a.md')?.length === 0, 'the end of what is shown twice');
    await shows();
    await server.until(() => (latest('a.md') ?? []).length > 0, 'the problems');
  });

  test('follows the configuration', async () => {
    const { folder, server, latest, check } = await checking();
    await check();
    expect(codes(latest('a.md'))).toContain('invalid-date');
    folder.write('fangan.yaml', 'rules:\n  invalid-date: off\n');
    await server.filesChanged(1, folder.uriOf('fangan.yaml'));
    await server.until(() => !codes(latest('a.md')).includes('invalid-date'), 'the new severities');
  });

  test('is taken back on demand, and nothing comes again', async () => {
    const { folder, server, latest, check } = await checking();
    await check();
    await server.connection.sendRequest('fangan/clearWorkspace');
    for (const name of ['a.md', '镇.md']) expect(latest(name), name).toEqual([]);
    const { length } = server.published;
    await server.filesChanged(2, folder.uriOf('a.md'));
    await server.open(folder.uriOf('镇.md'), below);
    await server.problems(folder.uriOf('镇.md'));
    await new Promise((resolve) => setTimeout(resolve, 800));
    expect(server.published).toHaveLength(length);
  });

  test('can be cancelled; what was checked by then is answered', async () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, at) => [`${at}.md`, roadPlan(`第${at}镇`, '孙雅琴')]),
    );
    const folder = new WorkspaceFolder(many);
    const server = await ServerProcess.start({ folders: [folder.uri] });
    await server.workspaceSymbols('');
    const source = new CancellationTokenSource();
    server.connection.onNotification('$/progress', ({ token, value }) => {
      if (token === 'check' && /^[1-9]/.test(value.message ?? '')) source.cancel();
    });
    const { files, partial } = await server.connection.sendRequest<CheckedWorkspace>(
      'fangan/checkWorkspace',
      { workDoneToken: 'check' },
      source.token,
    );
    expect(partial).toBe(true);
    expect(files.length).toBeGreaterThan(0);
    expect(files.length).toBeLessThan(120);
  });

  test('leaves open documents to the publishing of problems where the client does not ask for them', async () => {
    const { folder, server, latest, check } = await checking({ capabilities: pushOnly });
    await check();
    const before = latest('a.md');
    await server.open(folder.uriOf('a.md'), faultyPlan);
    await server.until(() => server.published.at(-1)?.version === 1, 'the problems of the document');
    expect(latest('a.md')).toEqual(before);
  });
});
