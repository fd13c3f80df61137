import { describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

describe('initialize', () => {
  test('offers a client that pulls what it can do', async () => {
    const server = await ServerProcess.start();
    expect(server.initialized?.serverInfo?.name).toBe('fangan');
    expect(server.initialized?.capabilities).toMatchObject({
      positionEncoding: 'utf-16',
      textDocumentSync: { openClose: true, change: 2 },
      diagnosticProvider: { identifier: 'fangan', interFileDependencies: false, workspaceDiagnostics: false },
      codeActionProvider: {
        codeActionKinds: ['quickfix', 'source.fixAll.fangan', 'refactor.rewrite', 'refactor.move'],
        resolveProvider: true,
      },
      hoverProvider: true,
      documentSymbolProvider: true,
      executeCommandProvider: { commands: ['fangan.openRulePage'] },
    });
  });

  test('watches configuration files and settings where the client registers them', async () => {
    const server = await ServerProcess.start();
    await server.until(() => server.registered.length === 2, 'two registrations');
    expect(server.registered.map(({ method }) => method).sort()).toEqual([
      'workspace/didChangeConfiguration',
      'workspace/didChangeWatchedFiles',
    ]);
  });

  test('serves a client that can do nothing but show what is published', async () => {
    const server = await ServerProcess.start({ capabilities: {} });
    expect(server.initialized?.capabilities.diagnosticProvider).toBeUndefined();
    await server.open('untitled:plan', faultyPlan);
    await server.until(() => server.published.length > 0, 'published problems');
    const [first] = server.published[0]?.diagnostics ?? [];
    expect(first?.source).toBe('fangan');
    expect(first?.relatedInformation).toBeUndefined();
    expect(server.registered).toEqual([]);
  });

  test('speaks the language of the editor, Chinese when it is neither', async () => {
    const messageIn = async (locale: string) => {
      const server = await ServerProcess.start({ locale });
      await server.open('untitled:plan', faultyPlan);
      const problems = await server.problems('untitled:plan');
      return problems.find(({ code }) => code === 'placeholder')?.message ?? '';
    };
    expect(await messageIn('zh-cn')).toMatch(/\p{Script=Han}{4}/u);
    expect(await messageIn('fr')).toMatch(/\p{Script=Han}{4}/u);
    expect(await messageIn('en-GB')).toMatch(/^\P{Script=Han}*$/u);
  });
});
