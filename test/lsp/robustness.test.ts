import { describe, expect, test } from 'vitest';
import { ServerProcess } from './server-process.ts';
import { faultyPlan } from './texts.ts';

const uri = 'untitled:plan.md';

async function openText(text: string): Promise<ServerProcess> {
  const server = await ServerProcess.start();
  await server.open(uri, text);
  return server;
}

describe('a text that is hard to read', () => {
  test('of 6 MB is said to be too long, once, at the top, and is not checked', async () => {
    const server = await openText(faultyPlan + '再写一行，没有完成时限，由××负责。\n'.repeat(320_000));
    const problems = await server.problems(uri);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ severity: 3, range: { start: { line: 0, character: 0 }, end: { line: 0 } } });
    expect(problems[0]?.message).toMatch(/^文件过大（\d+ 万字，上限 500 万字），未作检查/);
    expect(problems[0]?.codeDescription).toBeUndefined();
    expect(await server.symbols(uri)).toEqual([]);
    expect(await server.hover(uri, { line: 0, character: 3 })).toBeNull();
    await server.change(uri, { text: faultyPlan });
    expect((await server.problems(uri)).length).toBeGreaterThan(1);
  });

  test('of 6 MB that is no plan is left alone', async () => {
    const server = await openText(`# Changelog\n\n${'- fixed a bug in the parser\n'.repeat(240_000)}`);
    expect(await server.problems(uri)).toEqual([]);
  });

  test('with NUL bytes has one problem for them, at the first, beside its others', async () => {
    const server = await openText(faultyPlan.replace('老旧管网', '老旧\0管\0网'));
    const problems = await server.problems(uri);
    const damage = problems.filter(({ code }) => code === 'unfit-text');
    expect(damage).toHaveLength(1);
    expect(damage[0]).toMatchObject({ severity: 1, message: expect.stringContaining('NUL') });
    expect(damage[0] && server.wordsAt(uri, damage[0].range)).toBe('\0');
    expect(problems.map(({ code }) => code)).toContain('invalid-date');
    const titles = (await server.actions(uri, damage)).map(({ title }) => title);
    expect(titles).toEqual(['修正全部可安全修正的 3 处']);
  });

  test('with lone surrogates has one problem for them, and whole pairs have none', async () => {
    const server = await openText(faultyPlan.replace('老旧管网', '老旧𠮷\ud83d管\ude00网'));
    const damage = (await server.problems(uri)).filter(({ code }) => code === 'unfit-text');
    expect(damage).toHaveLength(1);
    expect(damage[0] && server.wordsAt(uri, damage[0].range)).toBe('\ud83d');
    await server.replace(uri, '\ud83d', '');
    await server.replace(uri, '\ude00', '');
    expect((await server.problems(uri)).some(({ code }) => code === 'unfit-text')).toBe(false);
  });

  test('with broken front matter has a problem there and keeps its others', async () => {
    const server = await openText(`---\nplan: rectification-plan\nissued: "2023\n---\n\n${faultyPlan}`);
    const problems = await server.problems(uri);
    expect(problems.find(({ code }) => code === 'front-matter')?.range.start.line).toBeLessThan(4);
    expect(problems.map(({ code }) => code)).toContain('invalid-date');
  });

  test.each([
    ['empty', ''],
    ['one line break', '\n'],
    ['a single heading mark', '#'],
    ['front matter that never ends', '---\nplan: rectification-plan\n'],
    ['deeply nested', `${'> '.repeat(400)}方案`],
    ['one endless line', `整改方案${'（一）整改。'.repeat(4000)}`],
    ['only marks', '|'.repeat(3000)],
    ['mixed line ends', '# 整改方案\r一、目标\r\n二、\n三、'],
  ])('that is %s is answered', async (_, text) => {
    const server = await openText(text);
    for (const { range } of await server.problems(uri)) expect(range.end.line).toBeGreaterThanOrEqual(range.start.line);
    await server.symbols(uri);
    await server.hover(uri, { line: 0, character: 1 });
    expect(server.logged).toEqual([]);
  });
});

describe('a client that makes mistakes', () => {
  test('gets errors for what does not exist, and the server goes on', async () => {
    const server = await openText(faultyPlan);
    await expect(server.connection.sendRequest('textDocument/nothing', {})).rejects.toMatchObject({ code: -32601 });
    await server.connection.sendNotification('textDocument/nothing', {});
    expect(await server.problems('untitled:never-opened')).toEqual([]);
    expect(await server.hover('untitled:never-opened', { line: 0, character: 0 })).toBeNull();
    expect(await server.symbols('untitled:never-opened')).toEqual([]);
    expect(await server.connection.sendRequest('fangan/status', { uri: 'untitled:never-opened' })).toBeNull();
    await server.connection.sendNotification('textDocument/didClose', { textDocument: { uri: 'untitled:no' } });
    expect(await server.problems(uri)).not.toEqual([]);
  });

  test('gets an error for parameters of the wrong shape; the failure is in the log once', async () => {
    const server = await openText(faultyPlan);
    const wrong = () => server.connection.sendRequest('textDocument/hover', { textDocument: { uri } });
    await expect(wrong()).rejects.toMatchObject({ code: -32603 });
    await expect(wrong()).rejects.toMatchObject({ code: -32603 });
    await server.until(() => server.logged.length > 0, 'a line in the log');
    expect(await server.problems(uri)).not.toEqual([]);
    expect(server.logged).toHaveLength(1);
    expect(server.logged[0]?.message).toContain('textDocument/hover');
  });

  test('that changes what lies outside the text loses nothing', async () => {
    const server = await openText(faultyPlan);
    const outside = { line: 5000, character: 5000 };
    await server.change(uri, { range: { start: outside, end: outside }, text: '\n附注：各科室要要配合。\n' });
    const found = (await server.problems(uri)).filter(({ code }) => code === 'duplicated-word');
    expect(found.map(({ range }) => server.wordsAt(uri, range))).toEqual(['要要', '要要']);
  });
});

describe('the process', () => {
  test('ends with 0 after shutdown and exit', async () => {
    const server = await openText(faultyPlan);
    await server.connection.sendRequest('shutdown');
    await server.connection.sendNotification('exit');
    expect(await server.ended).toBe(0);
  });

  test('ends when its client is gone, without a word', async () => {
    const server = await openText(faultyPlan);
    server.hangUp();
    expect(await server.ended).toBe(1);
  });
});
