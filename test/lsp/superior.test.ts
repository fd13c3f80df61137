import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { CompletionList, Diagnostic, DocumentLink, Location } from 'vscode-languageserver-protocol/node';
import { pushOnly } from './capabilities.ts';
import { ServerProcess } from './server-process.ts';

const fixture = (name: string) => readFileSync(path.resolve(import.meta.dirname, '../fixtures/superior', name), 'utf8');
const county = fixture('county.md');
const town = fixture('town.md');
const window = '2023年5月1日至9月30日';

/** The county's plan on disk; the addresses of it and of a plan below it. */
function family() {
  const directory = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  mkdirSync(path.join(directory, '县级'));
  mkdirSync(path.join(directory, '镇级'));
  const file = path.join(directory, '县级/county.md');
  writeFileSync(file, county);
  return {
    file,
    superior: pathToFileURL(file).href,
    subordinate: pathToFileURL(path.join(directory, '镇级/town.md')).href,
    other: pathToFileURL(path.join(directory, '镇级/other.md')).href,
  };
}

const windows = (problems: readonly Diagnostic[]) => problems.filter(({ code }) => code === 'superior-window');

async function windowsAfter(server: ServerProcess, uri: string, count: number): Promise<readonly Diagnostic[]> {
  const refreshes = server.refreshes;
  await server.until(() => server.refreshes > refreshes, 'a refresh');
  const found = windows(await server.problems(uri));
  expect(found).toHaveLength(count);
  return found;
}

describe('a plan below another one', () => {
  test('gets problems that lead into the other file', async () => {
    const { superior, subordinate } = family();
    const server = await ServerProcess.start();
    await server.open(subordinate, town);
    const [first] = windows(await server.problems(subordinate));
    const related = first?.relatedInformation?.[0];
    expect(related?.location.uri).toBe(superior);
    const line = county.split('\n').findIndex((one) => one.includes(window));
    expect(related?.location.range.start).toEqual({ line, character: county.split('\n')[line]?.indexOf(window) });
  });

  test('leads from its front matter and from the cited title to the title of the other one', async () => {
    const { superior, subordinate } = family();
    const server = await ServerProcess.start();
    await server.open(subordinate, town);
    await server.problems(subordinate);
    const from = (words: string) =>
      server.connection.sendRequest<Location[]>('textDocument/definition', {
        textDocument: { uri: subordinate },
        position: server.rangeOf(subordinate, words).start,
      });
    const title = { start: { line: 0, character: 2 }, end: { line: 0, character: county.indexOf('\n') } };
    for (const words of ['../县级', '云岭县农村人居环境整治提升行动的']) {
      expect(await from(words), words).toEqual([{ uri: superior, range: title }]);
    }
    expect(await from('宣传动员')).toEqual([]);
  });

  test('leads there by a link from each name of it, with or without its ending', async () => {
    const { superior, subordinate } = family();
    const server = await ServerProcess.start();
    const links = async (named: string) => {
      await server.open(subordinate, town.replace('../县级/county.md', named));
      await server.problems(subordinate);
      const found = await server.connection.sendRequest<DocumentLink[]>('textDocument/documentLink', {
        textDocument: { uri: subordinate },
      });
      await server.close(subordinate);
      return found.filter(({ range }) => range.start.line < 4).map(({ target }) => decodeURIComponent(target ?? ''));
    };
    const there = decodeURIComponent(superior);
    expect(await links('../县级/county.md')).toEqual([there]);
    expect(await links('./../县级/county')).toEqual([there]);
    expect(await links('[../县级/county, 云岭县农村人居环境整治提升行动实施方案]')).toEqual([there, there]);
    expect(await links('../县级/无')).toEqual([]);
  });

  test('names it by completion, among the plans of the workspace', async () => {
    const { file, subordinate } = family();
    const server = await ServerProcess.start({ folders: [pathToFileURL(path.join(path.dirname(file), '..')).href] });
    const offered = async (front: string) => {
      await server.open(subordinate, town.replace(/superior: .*/, front));
      await server.problems(subordinate);
      const position = server.rangeOf(subordinate, front).end;
      const { items } = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
        textDocument: { uri: subordinate },
        position,
      });
      await server.close(subordinate);
      return items.map(({ label, detail, textEdit }) => `${label} ${detail} ${textEdit?.newText}`);
    };
    const item = '../县级/county.md 云岭县农村人居环境整治提升行动实施方案 ../县级/county.md';
    expect(await offered('superior: ')).toEqual([item]);
    expect(await offered('superior: ../县')).toEqual([item]);
    expect(await offered('superior: [甲.md, ')).toEqual([item]);
    expect(await offered('superior:\n  - 甲.md\n  - ')).toEqual([item]);
    expect((await offered('remark: ')).filter((one) => one.includes('county.md'))).toEqual([]);
  });

  test('is checked again when the other one changes in the editor, which counts more than the disk', async () => {
    const { superior, subordinate } = family();
    const server = await ServerProcess.start();
    await server.open(subordinate, town);
    expect(windows(await server.problems(subordinate))).toHaveLength(2);
    await server.open(superior, county);
    await server.replace(superior, window, '2023年5月1日至10月31日');
    await windowsAfter(server, subordinate, 1);
    await server.close(superior);
    await windowsAfter(server, subordinate, 2);
  });

  test('is checked again when the other one changes on disk', async () => {
    const { file, superior, subordinate } = family();
    const server = await ServerProcess.start();
    await server.open(subordinate, town);
    expect(windows(await server.problems(subordinate))).toHaveLength(2);
    writeFileSync(file, county.replace(window, '2023年5月1日至10月31日'));
    await server.connection.sendNotification('workspace/didChangeWatchedFiles', {
      changes: [{ uri: superior, type: 2 }],
    });
    await windowsAfter(server, subordinate, 1);
  });

  test('follows its own front matter', async () => {
    const { subordinate } = family();
    const server = await ServerProcess.start();
    await server.open(subordinate, town.replace('superior:', 'remark:'));
    expect(windows(await server.problems(subordinate))).toEqual([]);
    await server.replace(subordinate, 'remark:', 'superior:');
    await windowsAfter(server, subordinate, 2);
  });

  test('is the only one that is checked again', async () => {
    const { superior, subordinate, other } = family();
    const server = await ServerProcess.start();
    await server.open(superior, county);
    await server.open(subordinate, town);
    const alone = town.replace(/^---[\s\S]*?---\n/, '').replace(/《.*?》/, '上级要求');
    await server.open(other, alone);
    const before = await server.pull(other);
    await server.problems(subordinate);
    await server.replace(superior, window, '2023年5月1日至10月31日');
    await windowsAfter(server, subordinate, 1);
    expect((await server.pull(other, before.resultId)).kind).toBe('unchanged');
  });

  test('is published anew to clients that do not ask', async () => {
    const { superior, subordinate } = family();
    const server = await ServerProcess.start({ capabilities: pushOnly });
    await server.open(subordinate, town);
    const latest = () => server.published.findLast(({ uri }) => uri === subordinate)?.diagnostics ?? [];
    await server.until(() => windows(latest()).length === 2, 'problems');
    await server.open(superior, county.replace(window, '2023年5月1日至10月31日'));
    await server.until(() => windows(latest()).length === 1, 'problems of the new text');
  });

  test('is held against the windows that a table of the other one gives to those like it, as they change', async () => {
    const { superior, other } = family();
    const table = `# 云岭县“访企助企”活动实施方案

为优化营商环境，制定本方案。

## 一、时间安排

| 参加对象 | 走访摸底阶段 | 问题化解阶段 |
| --- | --- | --- |
| 镇、街道机关 | 2026年3月2日至4月10日 | 2026年4月11日至8月31日 |
| 学校 | 2026年3月23日至5月31日 | 2026年6月1日至9月30日 |

## 二、方法步骤

### （一）走访摸底阶段

走访台账由县工信局牵头，2026年4月10日前建立。

### （二）问题化解阶段

分类交办由县政务服务局负责，2026年6月30日前完成。
`;
    const school = `---
superior: [../县级/无.md, ../县级/county.md]
---
# 云岭县实验小学“访企助企”活动实施方案

## 一、走访摸底阶段（2026年3月23日至5月31日）

由办公室组织走访。

## 二、问题化解阶段（2026年6月1日至9月30日）

由办公室组织化解。

云岭县实验小学
`;
    const server = await ServerProcess.start();
    await server.open(superior, table);
    await server.open(other, school);
    const problems = await server.problems(other);
    expect(windows(problems)).toEqual([]);
    const missing = problems.find(({ message }) => String(message).includes('找不到上级方案'));
    expect(missing?.range).toEqual(server.rangeOf(other, '../县级/无.md'));
    await server.replace(superior, '2026年6月1日至9月30日', '2026年6月1日至8月31日');
    const [found] = await windowsAfter(server, other, 1);
    expect(found?.relatedInformation?.[0]?.location).toEqual({
      uri: superior,
      range: server.rangeOf(superior, '2026年6月1日至8月31日'),
    });
  });
});
