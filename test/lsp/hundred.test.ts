import { performance } from 'node:perf_hooks';
import { expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const window = '2026年4月1日至5月31日';
const superior = `# 云岭县环境整治工作方案

为整治环境，制定本方案。

一、实施步骤

第一阶段：宣传发动（2026年3月1日至3月31日）。各镇制定方案。

第二阶段：集中整治（${window}）。各镇开展整治。

云岭县人民政府
2026年2月20日
`;

/** A plan of the usual length below it, whose second stage is too long by a month. */
function below(at: number): string {
  const tasks = Array.from(
    { length: 30 },
    (_, task) =>
      `${task + 1}.清理第${at}镇第${task}号河段。由河道管理站负责，组织人员打捞漂浮物、清理岸线、登记台账，2026年4月${1 + (task % 28)}日前完成，并把清理前后的照片报镇城建办备查。`,
  );
  return `# 第${at}镇环境整治工作方案

根据《云岭县环境整治工作方案》，制定本方案。

一、实施步骤

第一阶段：宣传发动（2026年3月1日至3月31日）。由城建办负责，召开动员会。

第二阶段：集中整治（2026年4月1日至6月30日）。由城建办负责，逐项落实。

二、主要任务

${tasks.join('\n\n')}

第${at}镇人民政府
2026年2月25日
`;
}

const count = 100;

test('an edit in a superior plan refreshes a hundred open subordinates and reads nothing again', async () => {
  const names = Array.from({ length: count }, (_, at) => `镇/${at}.md`);
  const folder = new WorkspaceFolder({
    'fangan.yaml': 'language: zh\n',
    '县.md': superior,
    ...Object.fromEntries(names.map((name, at) => [name, below(at)])),
    ...Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`其他/${at}.md`, roadPlan(`镇${at}`, '孙雅琴')])),
  });
  const server = await ServerProcess.start({ folders: [folder.uri] });
  await server.workspaceSymbols('');
  const before = await server.indexStatus();
  const uris = names.map((name) => folder.uriOf(name));
  const timed = async (work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    return performance.now() - start;
  };
  const windows = async () => {
    const found = await Promise.all(uris.map((uri) => server.problems(uri)));
    return found.filter((problems) => problems.some(({ code }) => code === 'superior-window')).length;
  };
  const uri = folder.uriOf('县.md');
  await server.open(uri, superior);
  let faulty = 0;
  const opening = await timed(async () => {
    for (const [at, subordinate] of uris.entries()) await server.open(subordinate, below(at));
    faulty = await windows();
  });
  expect(faulty).toBe(count);

  const results = await Promise.all(uris.map((subordinate) => server.pull(subordinate)));
  const refreshes = server.refreshes;
  const refreshing = await timed(async () => {
    await server.replace(uri, window, '2026年4月1日至6月30日');
    await server.until(() => server.refreshes > refreshes, 'a refresh');
    faulty = await windows();
  });
  expect(faulty).toBe(0);
  const after = await Promise.all(
    uris.map((subordinate, at) => {
      const result = results[at];
      return server.pull(subordinate, result && 'resultId' in result ? result.resultId : undefined);
    }),
  );
  expect(after.every(({ kind }) => kind === 'full')).toBe(true);
  // What the index knows is still known: no file was read or parsed for it.
  await server.workspaceSymbols('');
  expect(await server.indexStatus()).toMatchObject({ read: before.read, parsed: before.parsed });
  // The texts stay as they were read: only the findings about the superior plan are made anew. The fifth of a second
  // in which typing comes to a rest is part of the time.
  console.log(`opening ${Math.round(opening)} ms, refreshing ${Math.round(refreshing)} ms`);
  expect(refreshing - 200).toBeLessThan(opening / 3);
}, 120_000);
