import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan } from './fangan.ts';

describe('fangan check, for whoever signs', () => {
  test('prints a report in Markdown, with the status of any check', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const { status, output, errors } = await fangan(['check', '-f', 'md', 'a.md'], { cwd });
    expect([status, errors]).toEqual([1, '']);
    expect(output).toMatch(/^# 方案审阅报告\n/);
    expect(output).toContain('依据：GB/T 9704-2012 第7.2.5条');
  });

  test('writes a page and a Word document, whole or not at all', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan, 'old.html': '原有内容' });
    const page = await fangan(['check', '-f', 'html', '-o', 'a.html', 'a.md'], { cwd });
    expect([page.status, page.output, page.errors]).toEqual([1, '', '已写入 a.html\n']);
    expect(readFileSync(path.join(cwd, 'a.html'), 'utf8')).toMatch(/^<!DOCTYPE html>/);
    await fangan(['check', '-f', 'docx', '-o', 'a.docx', 'a.md'], { cwd });
    expect(Object.keys(unzipSync(readFileSync(path.join(cwd, 'a.docx'))))).toContain('word/document.xml');
    const refused = await fangan(['check', '-f', 'html', '-o', 'old.html', 'a.md'], { cwd });
    expect([refused.status, readFileSync(path.join(cwd, 'old.html'), 'utf8')]).toEqual([2, '原有内容']);
    expect(refused.errors).toContain('文件已存在');
  });

  test('takes the plans of a folder and of a bundle, and says what could not be read', async () => {
    const cwd = directoryWith({ 'a/1.md': faultyPlan, 'a/2.md': faultyPlan, 'a/README.md': '# 说明\n' });
    const { output, status } = await fangan(['check', '-f', 'md', '--bundle', 'a', 'none.md'], { cwd });
    expect(status).toBe(2);
    expect(output.match(/^## 云岭县校园安全整改方案$/gm)).toHaveLength(2);
    expect(output).toContain('none.md');
    expect(output).not.toContain('说明');
  });

  test('wants a file for a Word document', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const { status, output, errors } = await fangan(['check', '-f', 'docx', 'a.md'], { cwd });
    expect([status, output, existsSync(path.join(cwd, 'docx'))]).toEqual([2, '', false]);
    expect(errors).toContain('--format docx 要用 -o 写明文件名');
  });

  test('writes any report into a file', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const { output } = await fangan(['check', '-f', 'json', 'a.md'], { cwd });
    await fangan(['check', '-f', 'json', '-o', 'r.json', 'a.md'], { cwd });
    expect(readFileSync(path.join(cwd, 'r.json'), 'utf8')).toBe(output);
  });
});
