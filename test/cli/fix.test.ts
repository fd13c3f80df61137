import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan, parsed } from './fangan.ts';

const mended = faultyPlan.replace('[2026]', '〔2026〕');

describe('--fix', () => {
  test('writes the safe fixes, reports what is left, and nothing safe is left', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const outcome = await fangan(['check', '-f', 'json', '--fix', 'a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(mended);
    expect(parsed(outcome).files[0]?.problems.map(({ rule, fix }) => [rule, fix])).toEqual([['placeholder', 'none']]);
    expect(outcome.status).toBe(1);
  });

  test('says how many', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    expect((await fangan(['check', '--fix', 'a.md'], { cwd })).output).toMatch(/已修正 1 处/);
  });

  test('keeps byte order mark, line ends, permissions and links, and leaves no other file', async () => {
    const text = `\ufeff${faultyPlan.replaceAll('\n', '\r\n')}`;
    const cwd = directoryWith({ 'real/a.md': text });
    const file = path.join(cwd, 'real/a.md');
    chmodSync(file, 0o640);
    symlinkSync(file, path.join(cwd, 'link.md'));
    await fangan(['check', '--fix', 'link.md'], { cwd });
    expect(readFileSync(file, 'utf8')).toBe(text.replace('[2026]', '〔2026〕'));
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(path.join(cwd, 'link.md')).isSymbolicLink()).toBe(true);
    expect(readdirSync(path.join(cwd, 'real'))).toEqual(['a.md']);
  });

  test('mends a file whose name is as long as names can be', async () => {
    const name = `${'方'.repeat(84)}.md`;
    const cwd = directoryWith({ [name]: faultyPlan });
    await fangan(['check', '--fix', '.'], { cwd });
    expect(readFileSync(path.join(cwd, name), 'utf8')).toBe(mended);
  });

  test('does not touch a file without fixes', async () => {
    const cwd = directoryWith({ 'a.md': mended });
    const before = statSync(path.join(cwd, 'a.md')).mtimeMs;
    await fangan(['check', '--fix', 'a.md'], { cwd });
    expect(statSync(path.join(cwd, 'a.md')).mtimeMs).toBe(before);
  });

  test('does not touch ordinary Markdown', async () => {
    const text = '# 笔记\n\n参见国发[2026]8号文件。\n';
    const cwd = directoryWith({ 'a.md': text });
    await fangan(['check', '--fix', '.'], { cwd });
    await fangan(['check', '--fix', 'a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(text);
  });

  test('--unsafe-fixes takes the suggestions as well', async () => {
    const plan = mended.replace('××公司', '总务处').replace('2026年5月31日', '2026年4月31日');
    const cwd = directoryWith({ 'a.md': plan });
    await fangan(['check', '--fix', 'a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(plan);
    await fangan(['check', '--fix', '--unsafe-fixes', 'a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toContain('2026年4月30日');
  });
});

describe('--fix-dry-run', () => {
  test('shows the change and writes nothing', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const outcome = await fangan(['check', '--fix-dry-run', 'a.md'], { cwd });
    expect(outcome.output).toMatch(/^--- a\.md\n\+\+\+ a\.md\n/);
    expect(outcome.output).toMatch(/^-根据.*云教\[2026\]8号/m);
    expect(outcome.output).toMatch(/^\+根据.*云教〔2026〕8号/m);
    expect(outcome.output).not.toMatch(/已修正/);
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(faultyPlan);
  });

  test('reports what would be left', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const report = parsed(await fangan(['check', '-f', 'json', '--fix-dry-run', 'a.md'], { cwd }));
    expect(report.files[0]?.problems.map(({ rule }) => rule)).toEqual(['placeholder']);
  });
});

test('a text piped through --fix comes back mended and whole', async () => {
  const cwd = directoryWith({ 'a.md': 'the file of that name is not touched' });
  const outcome = await fangan(['check', '--stdin', '--stdin-filename', 'a.md', '--fix'], { cwd, input: faultyPlan });
  expect(outcome).toEqual({ status: 0, output: mended, errors: '' });
  expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe('the file of that name is not touched');
});
