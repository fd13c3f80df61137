import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, onTestFinished, test } from 'vitest';
import { pushOnly } from './capabilities.ts';
import { type ClientOptions, ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

/** A folder with files in it, removed with the test; gives the address of a name inside. */
function folder(files: Readonly<Record<string, string>> = {}) {
  const directory = mkdtempSync(path.join(tmpdir(), '方案 fangan-'));
  onTestFinished(() => rmSync(directory, { recursive: true }));
  const write = (name: string, text: string) => writeFileSync(path.join(directory, name), text);
  for (const [name, text] of Object.entries(files)) write(name, text);
  return { write, uri: (name: string) => pathToFileURL(path.join(directory, name)).href };
}

async function openIn(uri: string, options: ClientOptions = {}): Promise<ServerProcess> {
  const server = await ServerProcess.start(options);
  await server.open(uri, faultyPlan);
  return server;
}

const codes = async (server: ServerProcess, uri: string) => (await server.problems(uri)).map(({ code }) => code);

async function told(server: ServerProcess, uri: string): Promise<void> {
  await server.connection.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri, type: 2 }] });
}

describe('fangan.yaml beside the document', () => {
  test('decides which rules count', async () => {
    const { uri } = folder({ 'fangan.yaml': 'rules:\n  placeholder: off\n  invalid-date: hint\n' });
    const server = await openIn(uri('plan.md'));
    const problems = await server.problems(uri('plan.md'));
    expect(problems.map(({ code }) => code)).not.toContain('placeholder');
    expect(problems.find(({ code }) => code === 'invalid-date')?.severity).toBe(4);
  });

  test('is read again when it changes, and the client is asked to pull again', async () => {
    const { uri, write } = folder();
    const plan = uri('plan.md');
    const server = await openIn(plan);
    const before = await server.pull(plan);
    write('fangan.yaml', 'rules:\n  placeholder: off\n');
    await told(server, uri('fangan.yaml'));
    await server.until(() => server.refreshes === 1, 'a refresh');
    const after = await server.pull(plan, before.resultId);
    expect(after.kind === 'full' && after.items.map(({ code }) => code)).not.toContain('placeholder');
    expect(after.kind).toBe('full');
  });

  test('is followed by what is published, too', async () => {
    const { uri, write } = folder();
    const plan = uri('plan.md');
    const server = await openIn(plan, { capabilities: pushOnly });
    await server.until(() => server.published.length > 0, 'problems');
    write('fangan.yaml', 'rules:\n  placeholder: off\n');
    await told(server, uri('fangan.yaml'));
    await server.until(
      () => !server.published.at(-1)?.diagnostics.some(({ code }) => code === 'placeholder'),
      'problems by the new rules',
    );
    expect(server.published.at(-1)?.diagnostics.map(({ code }) => code)).toContain('invalid-date');
  });

  test('says in itself what is wrong in it, until it is mended', async () => {
    const { uri, write } = folder({ 'fangan.yaml': 'rules:\n  placeholder: off\n  invalid-dat: off\n' });
    const configuration = uri('fangan.yaml');
    const server = await openIn(uri('plan.md'));
    expect(await codes(server, uri('plan.md'))).not.toContain('placeholder');
    await server.until(() => server.published.length === 1, 'the problem of the configuration');
    expect(server.published[0]?.uri).toBe(configuration);
    expect(server.published[0]?.diagnostics).toMatchObject([{ severity: 1, range: { start: { line: 2 } } }]);
    expect(server.published[0]?.diagnostics[0]?.message).toContain('invalid-date');
    write('fangan.yaml', 'rules:\n  placeholder: off\n');
    await told(server, configuration);
    await server.until(() => server.published.length === 2, 'an empty list');
    expect(server.published[1]).toEqual({ uri: configuration, diagnostics: [] });
  });

  test('says which files are no plans', async () => {
    const { uri } = folder({ 'fangan.yaml': 'plans:\n  - files: "*.md"\n    profile: none\n' });
    const server = await openIn(uri('plan.md'));
    expect(await server.problems(uri('plan.md'))).toEqual([]);
  });

  test('brings profiles of its own, which authors can choose', async () => {
    const own =
      'id: river-plan\nlabel: { zh: 河道方案, en: River plan }\nextends: implementation-plan\nsource: practice\n';
    const { uri } = folder({ 'fangan.yaml': 'profiles: [river.yaml]\nprofile: river-plan\n', 'river.yaml': own });
    const plan = uri('plan.md');
    const server = await openIn(plan);
    const status = await server.connection.sendRequest('fangan/status', { uri: plan });
    expect(status).toMatchObject({ profile: 'river-plan' });
    const choices: unknown = await server.connection.sendRequest('fangan/profiles');
    expect(choices).toContainEqual({ id: 'river-plan', label: '河道方案', labelEn: 'River plan' });
    expect(choices).toContainEqual(expect.objectContaining({ id: 'rectification-plan' }));
  });

  test('gives the days on which its office works, and what is found follows when they change', async () => {
    const { uri, write } = folder({ 'fangan.yaml': 'calendar: { holidays: [{ name: 校庆日, date: 2026-05-14 }] }\n' });
    const plan = uri('plan.md');
    const server = await ServerProcess.start();
    await server.open(
      plan,
      '---\nplan: implementation-plan\n---\n\n# 清理工作实施方案\n\n一、步骤\n\n请各组于2026年5月14日前报送名单，2026年5月16日前报送总结。\n',
    );
    const days = async () =>
      (await server.problems(plan)).flatMap(({ code, message }) => (code === 'holiday-deadline' ? [message] : []));
    expect(await days()).toEqual([expect.stringContaining('校庆日放假'), expect.stringContaining('是星期六')]);
    write('fangan.yaml', 'calendar: { workdays: [{ date: 2026-05-16 }] }\n');
    await told(server, uri('fangan.yaml'));
    await server.until(() => server.refreshes === 1, 'a refresh');
    expect(await days()).toEqual([]);
  });

  test('does not matter when some other YAML file changes', async () => {
    const { uri } = folder({ 'docker.yaml': 'a: 1\n' });
    const server = await openIn(uri('plan.md'));
    await server.problems(uri('plan.md'));
    await told(server, uri('docker.yaml'));
    await server.problems(uri('plan.md'));
    expect(server.refreshes).toBe(0);
  });
});

describe('the settings of the editor', () => {
  const message = async (server: ServerProcess, uri: string) =>
    (await server.problems(uri)).find(({ code }) => code === 'placeholder')?.message;
  const english = /^\P{Script=Han}*$/u;

  test('choose the language, over that of the editor and of the configuration', async () => {
    const { uri } = folder({ 'fangan.yaml': 'language: zh\n' });
    const server = await openIn(uri('plan.md'), { settings: { language: 'en' } });
    expect(await message(server, uri('plan.md'))).toMatch(english);
  });

  test('leave it to the configuration, and then to the editor, when they are silent', async () => {
    const { uri } = folder({ 'fangan.yaml': 'language: en\n' });
    expect(await message(await openIn(uri('plan.md'), { settings: { language: 'auto' } }), uri('plan.md'))).toMatch(
      english,
    );
    expect(await message(await openIn('untitled:plan', { settings: 7 }), 'untitled:plan')).not.toMatch(english);
  });

  test('count from the moment that they change', async () => {
    const server = await openIn('untitled:plan');
    expect(await message(server, 'untitled:plan')).not.toMatch(english);
    server.settings = { language: 'en' };
    await server.connection.sendNotification('workspace/didChangeConfiguration', { settings: null });
    await server.until(() => server.refreshes === 1, 'a refresh');
    expect(await message(server, 'untitled:plan')).toMatch(english);
  });

  test('are taken from the notification of a client that cannot be asked', async () => {
    const server = await openIn('untitled:plan', { capabilities: { textDocument: { diagnostic: {} } } });
    await server.connection.sendNotification('workspace/didChangeConfiguration', {
      settings: { fangan: { language: 'en' } },
    });
    expect(await message(server, 'untitled:plan')).toMatch(english);
  });
});
