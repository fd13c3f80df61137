import { describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';
import { WorkspaceFolder } from './workspace-folder.ts';

const codes = async (server: ServerProcess, uri: string) => (await server.problems(uri)).map(({ code }) => code);

describe('two folders with different configurations', () => {
  test('each decide of their own plans, and only those follow when one of them changes', async () => {
    const first = new WorkspaceFolder({ 'fangan.yaml': 'rules: { placeholder: off }\n' });
    const second = new WorkspaceFolder({ 'fangan.yaml': 'language: en\nrules: { invalid-date: hint }\n' });
    const server = await ServerProcess.start({ folders: [first.uri, second.uri] });
    const [one, other] = [first.uriOf('镇/方案.md'), second.uriOf('镇/方案.md')];
    for (const uri of [one, other]) await server.open(uri, faultyPlan);
    expect(await codes(server, one)).not.toContain('placeholder');
    const found = await server.problems(other);
    expect(found.map(({ code }) => code)).toContain('placeholder');
    expect(found.find(({ code }) => code === 'invalid-date')?.severity).toBe(4);
    expect(found.every(({ message }) => !/\p{Script=Han}$/u.test(String(message)))).toBe(true);
    first.write('fangan.yaml', 'rules: { invalid-date: off }\n');
    await server.filesChanged(2, first.uriOf('fangan.yaml'));
    await server.until(() => server.refreshes > 0, 'a refresh');
    const now = await codes(server, one);
    expect([now.includes('placeholder'), now.includes('invalid-date')]).toEqual([true, false]);
    expect(await server.problems(other)).toEqual(found);
  });
});

describe('a text that was never saved', () => {
  const uri = 'untitled:Untitled-1';

  test('goes by the configuration of the only folder', async () => {
    const folder = new WorkspaceFolder({ 'fangan.yaml': 'rules: { placeholder: off }\n' });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    await server.open(uri, faultyPlan);
    const found = await codes(server, uri);
    expect([found.includes('placeholder'), found.includes('invalid-date')]).toEqual([false, true]);
  });

  test('that the editor has a path for goes by the configuration there', async () => {
    const first = new WorkspaceFolder({ '内/fangan.yaml': 'rules: { placeholder: off }\n' });
    const second = new WorkspaceFolder();
    const server = await ServerProcess.start({ folders: [second.uri, first.uri] });
    const placed = first.uriOf('内/新.md').replace('file://', 'untitled:');
    await server.open(placed, faultyPlan);
    expect(await codes(server, placed)).not.toContain('placeholder');
  });

  test('goes by none where there are several folders', async () => {
    const first = new WorkspaceFolder({ 'fangan.yaml': 'rules: { placeholder: off }\n' });
    const second = new WorkspaceFolder();
    const server = await ServerProcess.start({ folders: [first.uri, second.uri] });
    await server.open(uri, faultyPlan);
    expect(await codes(server, uri)).toContain('placeholder');
  });
});

const county = (end: string) => `# 云岭县河湖清漂行动工作方案

为改善河湖面貌，现就全县开展河湖清漂行动制定本方案。行动从2026年3月1日开始，${end}结束。

## 一、工作步骤

第一阶段：摸底排查。逐河登记。

第二阶段：集中清漂。逐段清理。
`;
const town = `# 青禾镇河湖清漂行动实施方案

根据《云岭县河湖清漂行动工作方案》，从2026年3月1日至2026年8月31日开展清漂行动，制定本方案。

## 一、工作步骤

第一阶段：摸底排查。逐河登记，由水利站负责。

第二阶段：集中清漂。逐段清理，由水利站负责。
`;

describe('a superior plan that is cited by its title', () => {
  test('is found anywhere in the folder of the workspace, with and without configurations', async () => {
    for (const configurations of [
      {},
      { 'fangan.yaml': 'terms: [甲]\n', '镇/fangan.yaml': 'extends: ../fangan.yaml\n' },
    ]) {
      const folder = new WorkspaceFolder({ ...configurations, '县/方案.md': county('2026年6月30日') });
      const server = await ServerProcess.start({ folders: [folder.uri] });
      await server.open(folder.uriOf('镇/青禾/方案.md'), town);
      const found = await server.problems(folder.uriOf('镇/青禾/方案.md'));
      expect(found.find(({ code }) => code === 'superior-window')?.relatedInformation?.[0]?.location.uri).toBe(
        folder.uriOf('县/方案.md'),
      );
    }
  });

  test('in two files is the nearest one', async () => {
    const folder = new WorkspaceFolder({
      '归档/县/方案.md': county('2026年4月30日'),
      '镇/县/方案.md': county('2026年6月30日'),
    });
    const server = await ServerProcess.start({ folders: [folder.uri] });
    await server.open(folder.uriOf('镇/青禾/方案.md'), town);
    const found = await server.problems(folder.uriOf('镇/青禾/方案.md'));
    expect(found.filter(({ code }) => code === 'superior-window').map(({ message }) => message)).toEqual([
      expect.stringContaining('6月30日'),
    ]);
  });

  test('is followed when it comes, goes and moves anywhere in the folder', async () => {
    const folder = new WorkspaceFolder();
    const server = await ServerProcess.start({ folders: [folder.uri] });
    const own = folder.uriOf('镇/青禾/方案.md');
    await server.open(own, town);
    const window = async () =>
      (await server.problems(own)).flatMap(({ code, relatedInformation }) =>
        code === 'superior-window' ? [relatedInformation?.[0]?.location.uri] : [],
      );
    const afterRefresh = async (change: () => Promise<void>) => {
      const before = server.refreshes;
      await change();
      await server.until(() => server.refreshes > before, 'a refresh');
      return window();
    };
    expect(await window()).toEqual([]);
    folder.write('县/方案.md', county('2026年6月30日'));
    expect(await afterRefresh(() => server.filesChanged(1, folder.uriOf('县/方案.md')))).toEqual([
      folder.uriOf('县/方案.md'),
    ]);
    folder.remove('县/方案.md');
    folder.write('县/2026/新名.md', county('2026年6月30日'));
    const moved = await afterRefresh(async () => {
      await server.filesChanged(3, folder.uriOf('县/方案.md'));
      await server.filesChanged(1, folder.uriOf('县/2026/新名.md'));
    });
    expect(moved).toEqual([folder.uriOf('县/2026/新名.md')]);
    // A copy that comes and is nearer takes its place.
    folder.write('镇/县方案.md', county('2026年4月30日'));
    expect(await afterRefresh(() => server.filesChanged(1, folder.uriOf('镇/县方案.md')))).toEqual([
      folder.uriOf('镇/县方案.md'),
    ]);
    folder.remove('镇/县方案.md');
    await afterRefresh(() => server.filesChanged(3, folder.uriOf('镇/县方案.md')));
    folder.remove('县');
    const gone = () =>
      server.connection.sendNotification('workspace/didDeleteFiles', { files: [{ uri: folder.uriOf('县') }] });
    expect(await afterRefresh(gone)).toEqual([]);
  });
});
