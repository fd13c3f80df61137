import { describe, expect, test } from 'vitest';
import { pushOnly } from './capabilities.ts';
import { ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

const uri = 'untitled:plan.md';

async function openPlan(): Promise<ServerProcess> {
  const server = await ServerProcess.start({ capabilities: pushOnly });
  await server.open(uri, faultyPlan);
  await server.until(() => server.published.length > 0, 'the first problems');
  return server;
}

describe('a client that does not pull', () => {
  test('is sent the problems with the version that they belong to', async () => {
    const server = await openPlan();
    expect(server.published).toHaveLength(1);
    expect(server.published[0]).toMatchObject({ uri, version: 1 });
    expect(server.published[0]?.diagnostics.map(({ code }) => code)).toContain('invalid-date');
  });

  test('is sent one list for many quick edits, that of the last', async () => {
    const server = await openPlan();
    for (let key = 0; key < 20; key++) {
      await server.change(uri, {
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } },
        text: '\n',
      });
    }
    await server.until(() => server.published.at(-1)?.version === 21, 'the problems of the last edit');
    expect(server.published.length).toBeLessThan(6);
    const line = (index: number) =>
      server.published.at(index)?.diagnostics.find(({ code }) => code === 'invalid-date')?.range.start.line ?? 0;
    expect(line(-1) - line(0)).toBe(20);
  });

  test('is sent an empty list when a document is closed, and nothing behind it', async () => {
    const server = await openPlan();
    await server.replace(uri, '要要', '要');
    await server.close(uri);
    await server.until(() => server.published.length === 2, 'the empty list');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(server.published).toHaveLength(2);
    expect(server.published[1]).toEqual({ uri, diagnostics: [] });
  });
});
