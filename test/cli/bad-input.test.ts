import { chmodSync, mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan, parsed } from './fangan.ts';

const encode = (text: string) => new TextEncoder().encode(text);
/** 方案 in GB18030. */
const gb18030 = Uint8Array.from([0xb7, 0xbd, 0xb0, 0xb8]);
const join = (...parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));
const picture = Uint8Array.from({ length: 4000 }, (_, at) => (at % 3 === 0 ? 0 : (at * 7) % 256));

describe('a file that cannot be read ends with status 2 and one message, and the others are checked', () => {
  test.each<[string, string | Uint8Array, string]>([
    ['a binary file', picture, '不是文本文件（二进制内容）'],
    [
      'GB18030',
      join(encode('一、目标\n二、'), gb18030),
      '不是 UTF-8 编码（第 2 行起无法解码，可能是 GB18030/GBK），请另存为 UTF-8 后再检查',
    ],
    ['UTF-16', Uint8Array.from([0xff, 0xfe, 0xb9, 0x65]), '是 UTF-16 编码，请另存为 UTF-8 后再检查'],
    [
      'a lone surrogate in UTF-8',
      join(encode('甲\n乙\n'), Uint8Array.from([0xed, 0xa0, 0x80])),
      '不是 UTF-8 编码（第 3 行起无法解码，可能是 GB18030/GBK），请另存为 UTF-8 后再检查',
    ],
  ])('%s', async (_, content, message) => {
    const cwd = directoryWith({ 'bad.md': content, 'good.md': faultyPlan });
    const outcome = await fangan(['check', '-f', 'json', 'bad.md', 'good.md'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toBe(`bad.md：${message}\n`);
    expect(parsed(outcome).files.map((file) => file.path)).toEqual(['good.md']);
    expect(parsed(outcome).summary.errors).toBe(2);
  });

  test('a file of 50 MB', async () => {
    const cwd = directoryWith({ 'big.md': '', 'good.md': faultyPlan });
    truncateSync(path.join(cwd, 'big.md'), 50_000_000);
    const outcome = await fangan(['check', '-f', 'json', 'big.md', 'good.md'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toBe('big.md：文件过大（50.0 MB，上限 20 MB），未读取\n');
    expect(parsed(outcome).summary.files).toBe(1);
  });

  test('a plan too long to be checked', async () => {
    const long = `${faultyPlan.slice(0, -1)}${'各处室要加强领导，落实责任。\n\n'.repeat(400_000)}`;
    const outcome = await fangan(['check', 'long.md'], { cwd: directoryWith({ 'long.md': long }) });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toMatch(/^long\.md：文件过大（\d+ 万字，上限 500 万字），未作检查/);
  });

  test('a file that is not there, and a glob that matches nothing', async () => {
    const cwd = directoryWith({ 'good.md': faultyPlan });
    const outcome = await fangan(['check', '-f', 'json', 'missing.md', 'none/*.md', 'good.md'], { cwd });
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toBe('missing.md：文件不存在\nnone/*.md：没有匹配的文件\n');
    expect(parsed(outcome).summary.files).toBe(1);
  });

  test('a directory named x.md', async () => {
    const cwd = directoryWith({ 'good.md': faultyPlan });
    mkdirSync(path.join(cwd, 'x.md'));
    const named = await fangan(['check', '-f', 'json', 'x.md', 'good.md'], { cwd });
    expect(named).toMatchObject({ status: 2, errors: 'x.md：是目录，不是文件\n' });
    expect(parsed(named).summary.files).toBe(1);
    // Found by walking, it is a directory like any other.
    const walked = await fangan(['check', '-f', 'json', '.'], { cwd });
    expect(walked).toMatchObject({ status: 1, errors: '' });
  });

  test('a link that leads in a circle', async () => {
    const cwd = directoryWith({ 'good.md': faultyPlan });
    symlinkSync('loop.md', path.join(cwd, 'loop.md'));
    const outcome = await fangan(['check', '-f', 'json', 'loop.md', 'good.md'], { cwd });
    expect(outcome).toMatchObject({ status: 2, errors: 'loop.md：链接成环\n' });
  });

  test('a file that may not be read, and one that --fix may not write', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan, 'secret.md': faultyPlan });
    chmodSync(path.join(cwd, 'secret.md'), 0);
    chmodSync(cwd, 0o555);
    const outcome = await fangan(['check', '-f', 'json', '--fix', 'secret.md', 'a.md'], { cwd, unprivileged: true });
    chmodSync(cwd, 0o755);
    expect(outcome.status).toBe(2);
    expect(outcome.errors).toBe('secret.md：没有访问权限\na.md：没有访问权限\n');
    // What could not be mended is reported as it is.
    expect(parsed(outcome).files.map((file) => [file.path, file.problems.length])).toEqual([['a.md', 2]]);
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(faultyPlan);
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'secret.md']);
  });
});

describe('what is broken inside a plan is a problem at its place', () => {
  const problemsOf = async (text: string) => {
    const outcome = await fangan(['check', '-f', 'json', 'a.md'], { cwd: directoryWith({ 'a.md': text }) });
    expect(outcome.errors).toBe('');
    expect(outcome.status).toBe(1);
    return parsed(outcome).files[0]?.problems ?? [];
  };

  test('broken front matter', async () => {
    const problems = await problemsOf(
      `---\nplan: rectification-plan\ntitle: "没有完\ndate: 2026\n---\n\n${faultyPlan}`,
    );
    const fault = problems.find(({ rule }) => rule === 'front-matter');
    expect(fault?.severity).toBe('error');
    expect(fault?.range.start.line).toBeLessThan(5);
    // The rest of the plan is checked all the same.
    expect(problems.map(({ rule }) => rule)).toContain('placeholder');
  });

  test('a stray NUL', async () => {
    const problems = await problemsOf(faultyPlan.replace('更换', '更\0换'));
    const fault = problems.find(({ rule }) => rule === 'unfit-text');
    expect(fault?.text).toBe('\0');
    expect(problems.map(({ rule }) => rule)).toContain('placeholder');
  });
});

test('pictures that are called .txt are passed over in a directory', async () => {
  const cwd = directoryWith({ 'a.md': faultyPlan, 'logo.txt': picture });
  expect(await fangan(['check', '-f', 'json', '.'], { cwd })).toMatchObject({ status: 1, errors: '' });
});

test('a text in another encoding is not passed over in silence: it may be a plan', async () => {
  const cwd = directoryWith({ 'a.md': faultyPlan, 'old.txt': join(gb18030, encode('2009')) });
  const outcome = await fangan(['check', '-f', 'json', '.'], { cwd });
  expect(outcome.status).toBe(2);
  expect(outcome.errors).toMatch(/^old\.txt：不是 UTF-8 编码/);
});

test('a text in UTF-8 with a damaged place is not said to be in another encoding', async () => {
  const [before = '', after = ''] = faultyPlan.split('更换');
  const damaged = join(encode(before), new Uint8Array([0xed, 0xa0, 0x80]), encode(after));
  const outcome = await fangan(['check', 'a.md'], { cwd: directoryWith({ 'a.md': damaged }) });
  expect(outcome.status).toBe(2);
  expect(outcome.errors).toContain(`a.md：第 ${before.split('\n').length} 行有无法解码的字节`);
});

test.each([
  ['brackets', '（'.repeat(20_000)],
  ['quotation marks and list marks', `${'> '.repeat(3_000)}- `.repeat(3)],
  ['numbers', '1.'.repeat(50_000)],
  ['one enormous line', '第一阶段：学习调研。'.repeat(20_000)],
  ['only line ends', '\n'.repeat(100_000)],
  ['half a table', `| 序号 | 措施 |\n|---|---|\n${'|'.repeat(10_000)}`],
])('%s without end are read in time', async (_, text) => {
  const cwd = directoryWith({ 'a.md': `整改方案\n\n根据要求，特制定本整改方案。\n\n一、措施\n\n${text}` });
  const outcome = await fangan(['check', '-f', 'json', '--profile', 'rectification-plan', 'a.md'], { cwd });
  expect(outcome.errors).toBe('');
  expect([0, 1]).toContain(outcome.status);
});
