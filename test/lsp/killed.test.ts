import { appendFileSync, readdirSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';
import { roadPlan, WorkspaceFolder } from './workspace-folder.ts';

const count = 320;
const name = (at: number) => `镇${at % 7}/方案${at}.md`;
const place = (at: number) => `第${at}号镇`;

function manyPlans() {
  const files = Array.from({ length: count }, (_, at) => [name(at), roadPlan(place(at), '孙雅琴')]);
  const folder = new WorkspaceFolder(Object.fromEntries(files));
  const storage = new WorkspaceFolder();
  const options = { folders: [folder.uri], initializationOptions: { storage: storage.uri } } satisfies ClientOptions;
  return { folder, storage, options };
}

async function launched(options: ClientOptions): Promise<ServerProcess> {
  const server = await ServerProcess.launch(options);
  onTestFinished(() => server.stop());
  return server;
}

async function keyStroke(server: ServerProcess, uri: string): Promise<number> {
  const start = performance.now();
  await server.replace(uri, '加强协作', '加强协作，');
  expect((await server.problems(uri)).length).toBeGreaterThan(3);
  return performance.now() - start;
}

const median = (times: readonly number[]) => [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;

/** Many files are read several times over on a machine that may be busy. */
const patience = 120_000;

const doneOf = (server: ServerProcess) => Number(/^\d+/.exec(server.progress[0]?.message ?? '')?.[0] ?? 0);

describe('what was read of the workspace', () => {
  test(
    'outlives the server: nothing that has stayed the same is parsed again',
    async () => {
      const { folder, options } = manyPlans();
      const first = await launched(options);
      expect(await first.workspaceSymbols('')).toHaveLength(count);
      expect(await first.indexStatus()).toMatchObject({ files: count, parsed: count, remembered: 0 });
      await first.stop();
      folder.write(name(3), roadPlan('青湾镇', '龙海'));
      const second = await launched(options);
      const found = await second.workspaceSymbols('');
      expect(await second.indexStatus()).toMatchObject({ files: count, parsed: 1, remembered: count - 1 });
      expect(found.some(({ name }) => name === '青湾镇道路整治工作方案')).toBe(true);
      expect(found).toHaveLength(count);
    },
    patience,
  );

  test(
    'is not lost when the server is killed in the middle, nor is anything else',
    async () => {
      const { folder, storage, options } = manyPlans();
      const first = await launched(options);
      await first.open(folder.uriOf(name(0)), roadPlan('青湾镇', '龙海'));
      first.workspaceSymbols('').catch(() => undefined); // it never answers
      await first.until(() => doneOf(first) > 240, 'half of the work');
      await first.kill();
      // As if it had been killed while it wrote.
      for (const file of readdirSync(storage.path)) appendFileSync(storage.at(file), 'half.of.a.line \t{"plans":[{"ti');
      const second = await launched(options);
      // The client opens what it shows.
      await second.open(folder.uriOf(name(0)), roadPlan('青湾镇', '龙海'));
      await second.problems(folder.uriOf(name(0)));
      const found = await second.workspaceSymbols('');
      expect(found).toHaveLength(count);
      expect(found.map((one) => one.name)).toContain('青湾镇道路整治工作方案');
      const status = await second.indexStatus();
      expect(status.remembered).toBeGreaterThanOrEqual(200);
      expect(status.parsed).toBeLessThanOrEqual(count - 200);
      await second.stop();
      const third = await launched(options);
      expect(await third.workspaceSymbols('')).toHaveLength(count);
      expect(await third.indexStatus()).toMatchObject({ parsed: 0, remembered: count });
    },
    patience,
  );

  test(
    'is read while the author types: a key stroke does not wait for it',
    async () => {
      const { folder, options } = manyPlans();
      const server = await launched(options);
      const uri = folder.uriOf('新方案.md');
      await server.open(uri, faultyPlan);
      await server.problems(uri);
      const all = server.workspaceSymbols('');
      await server.until(() => doneOf(server) > 10, 'the beginning of the work');
      const during: number[] = [];
      while (!server.progress[0]?.ended && during.length < 20) during.push(await keyStroke(server, uri));
      expect(during.length).toBeGreaterThan(3);
      expect((await all).length).toBe(count + 1);
      const alone: number[] = [];
      while (alone.length < during.length) alone.push(await keyStroke(server, uri));
      // A slice of the work and one plan are all that a key stroke may have to wait for.
      expect(median(during)).toBeLessThan(4 * median(alone) + 60);
    },
    patience,
  );

  test(
    'can be stopped by the author, and what is there is answered',
    async () => {
      const { options } = manyPlans();
      const server = await launched(options);
      server.stopsWork = true;
      const some = await server.workspaceSymbols('');
      expect(some.length).toBeLessThan(count);
      expect((await server.indexStatus()).files).toBe(some.length);
      server.stopsWork = false;
      expect(await server.workspaceSymbols('')).toHaveLength(count);
    },
    patience,
  );
});

test('a client that opens its documents again after the server was killed has all problems of what it shows', async () => {
  const uri = 'untitled:plan.md';
  const first = await launched({});
  await first.open(uri, faultyPlan);
  await first.replace(uri, '9月中旬', '9月31日');
  const before = await first.problems(uri);
  await first.replace(uri, '9月31日', '9月中旬');
  const text = first.text(uri);
  first.pull(uri).catch(() => undefined); // it never answers
  await first.kill();
  const second = await launched({});
  await second.open(uri, text);
  const after = await second.problems(uri);
  expect(after.length).toBeLessThan(before.length);
  await second.replace(uri, '9月中旬', '9月31日');
  expect(await second.problems(uri)).toEqual(before);
});
