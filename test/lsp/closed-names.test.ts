import { expect, test } from 'vitest';
import type { CompletionList } from 'vscode-languageserver-protocol/node';
import { ServerProcess } from './server-process.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

/** The cursor in a text. */
const cursor = '▏';

const started = async (files: Readonly<Record<string, string>>) => {
  const folder = new WorkspaceFolder(files);
  const server = await ServerProcess.start({ folders: [folder.uri] });
  const uri = folder.uriOf('本方案.md');
  await server.open(uri, '');
  const at = async (line: string): Promise<readonly string[]> => {
    const text = roadPlan('白泉镇', '沈志远', '城管办').replace('白泉镇人民政府\n', `${line}\n\n白泉镇人民政府\n`);
    const offset = text.indexOf(cursor);
    await server.change(uri, { text: text.replace(cursor, '') });
    const before = text.slice(0, offset).split('\n');
    const position = { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    const list = await server.connection.sendRequest<CompletionList>('textDocument/completion', {
      textDocument: { uri },
      position,
    });
    return list.items.map(({ label }) => label);
  };
  /** Until what is read in the background is there. */
  const until = async (line: string, ...names: string[]): Promise<readonly string[]> => {
    for (let tries = 0; tries < 100; tries++) {
      const found = await at(line);
      if (names.every((name) => found.includes(name))) return found;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    return at(line);
  };
  return { folder, server, at, until };
};

const configuration = 'roster:\n  - { name: 周海平, post: 镇长, unit: 白泉镇党政办 }\n';

test('units of plans that nobody has opened come behind the roster, this plan and the open ones, each once', async () => {
  const { folder, server, until } = await started({
    'fangan.yaml': configuration,
    '旧/石桥.md': roadPlan('石桥镇', '龙海', '交通管理站'),
    '旧/青湾.md': roadPlan('青湾镇', '孙雅琴', '城管办'),
    '旧/说明.md': '# 说明\n\n由测试组负责。\n',
    '开着.md': roadPlan('云岭镇', '马立', '综合执法队'),
  });
  await server.open(folder.uriOf('开着.md'), roadPlan('云岭镇', '马立', '综合执法队'));
  const units = await until(`责任单位：${cursor}`, '交通管理站');
  const wanted = ['白泉镇党政办', '城管办', '综合执法队', '交通管理站'];
  expect(units.filter((name) => wanted.includes(name))).toEqual(wanted);
  expect(units).not.toContain('测试组');
  const persons = await until(`责任人：${cursor}`, '龙海', '孙雅琴');
  expect(persons.filter((name) => ['周海平', '沈志远', '马立', '孙雅琴', '龙海'].includes(name)).slice(0, 3)).toEqual([
    '周海平',
    '沈志远',
    '马立',
  ]);
  expect(persons).toEqual(expect.arrayContaining(['孙雅琴', '龙海']));
  expect(await until(`责任单位：交通${cursor}`, '交通管理站')).toEqual(['交通管理站']);
  expect(await until(`由jtgl${cursor}`, '交通管理站')).toEqual(['交通管理站']);
});

test('they follow the disk, and what an open plan no longer says is gone', async () => {
  const { folder, server, at, until } = await started({ '旧.md': roadPlan('石桥镇', '龙海', '交通管理站') });
  const line = `责任单位：${cursor}`;
  expect(await until(line, '交通管理站')).toContain('交通管理站');
  folder.write('旧.md', roadPlan('石桥镇', '龙海', '市政养护队'));
  await server.filesChanged(2, folder.uriOf('旧.md'));
  expect(await until(line, '市政养护队')).not.toContain('交通管理站');
  await server.open(folder.uriOf('旧.md'), roadPlan('石桥镇', '龙海', '园林绿化所'));
  const units = await at(line);
  expect(units).toContain('园林绿化所');
  expect(units).not.toContain('市政养护队');
});

test('a key stroke waits for no file: with hundreds of plans to read, the first answer comes at once', async () => {
  const files = Object.fromEntries(
    Array.from({ length: 300 }, (_, at) => [`旧/${at}.md`, roadPlan(`第${at}村`, '龙海', '交通管理站')]),
  );
  const { server, at, until } = await started(files);
  await at(`平整场地。${cursor}`);
  const line = `责任单位：${cursor}`;
  expect(await at(line)).toContain('城管办');
  expect((await server.indexStatus()).files).toBeLessThan(300);
  expect(await until(line, '交通管理站')).toContain('交通管理站');
});
