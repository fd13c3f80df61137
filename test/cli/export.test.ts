import { chmodSync, existsSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, faultyPlan } from './fangan.ts';

const twoPlans = `${faultyPlan}\n# 云岭县校园食堂整改方案\n\n为加强食堂管理，根据有关规定，制定本方案。\n\n## 一、整改目标\n\n全部整改到位。\n`;

describe('fangan export', () => {
  test('writes the model that fangan model prints', async () => {
    const cwd = directoryWith({ '方案.md': faultyPlan });
    const outcome = await fangan(['export', '方案.md', '--to', 'json', '-o', '模型.json'], { cwd });
    expect([outcome.status, outcome.output, outcome.errors]).toEqual([0, '', '已写入 模型.json\n']);
    const { output } = await fangan(['model', '方案.md'], { cwd });
    expect(readFileSync(path.join(cwd, '模型.json'), 'utf8')).toBe(output);
    expect(readdirSync(cwd).sort()).toEqual(['方案.md', '模型.json']);
  });

  test('prints text where no file is named', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan });
    const outcome = await fangan(['export', 'a.md', '--to', 'json'], { cwd });
    expect([outcome.status, JSON.parse(outcome.output).plans.length]).toEqual([0, 1]);
  });

  test('takes one of several plans', async () => {
    const cwd = directoryWith({ 'a.md': twoPlans });
    const outcome = await fangan(['export', 'a.md', '--to', 'json', '--plan', '2'], { cwd });
    expect(JSON.parse(outcome.output).plans.map(({ title }: { title: string }) => title)).toEqual([
      '云岭县校园食堂整改方案',
    ]);
    const none = await fangan(['export', 'a.md', '--to', 'json', '--plan', '3'], { cwd });
    expect([none.status, none.output]).toEqual([2, '']);
    expect(none.errors).toContain('只有 2 份方案');
  });

  test('draws the timeline as a page and as a picture, with the windows of the superior plan in another file', async () => {
    const superior =
      '# 云岭县河道整治实施方案\n\n整治从2026年3月开始，到10月底结束，制定本方案。\n\n## 一、整治时间\n\n2026年3月至10月。\n';
    const own =
      '---\nsuperior: 上级.md\n---\n\n# 白鹭镇河道整治实施方案\n\n根据要求，制定本方案。\n\n## 一、方法步骤\n\n### 第一阶段：摸底排查（2026年3月上旬至4月底）\n\n由水利站逐段排查。\n\n### 第二阶段：集中整治\n\n由水利站组织清淤。\n';
    const cwd = directoryWith({ '上级.md': superior, '方案.md': own });
    const svg = await fangan(['export', '方案.md', '--to', 'svg'], { cwd });
    expect([svg.status, svg.errors]).toEqual([0, '']);
    expect(svg.output).toMatch(/^<\?xml .*\n<svg xmlns="http:\/\/www.w3.org\/2000\/svg"/);
    expect(svg.output).toContain('上级方案《云岭县河道整治实施方案》');
    expect(svg.output).toContain('缺起止时间');
    const page = await fangan(['export', '方案.md', '--to', 'html', '-o', '时间轴.html'], { cwd });
    expect([page.status, page.errors]).toEqual([0, '已写入 时间轴.html\n']);
    const written = readFileSync(path.join(cwd, '时间轴.html'), 'utf8');
    expect(written).toContain('<caption>白鹭镇河道整治实施方案</caption>');
    expect(written).not.toMatch(/<script|https?:\/\/(?!www\.w3\.org\/2000\/svg)/);
  });

  test('refuses a timeline where there is nothing to draw', async () => {
    const cwd = directoryWith({ 'a.md': '# 读书笔记\n\n今天读了一本书。\n' });
    const outcome = await fangan(['export', 'a.md', '--to', 'svg'], { cwd });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toContain('没有识别出方案');
  });

  test('leaves a file alone that is there, unless it is forced; its rights stay, and links stay links', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan, 'real.json': '原有内容' });
    chmodSync(path.join(cwd, 'real.json'), 0o640);
    symlinkSync('real.json', path.join(cwd, 'link.json'));
    const refused = await fangan(['export', 'a.md', '--to', 'json', '-o', 'link.json'], { cwd });
    expect([refused.status, readFileSync(path.join(cwd, 'real.json'), 'utf8')]).toEqual([2, '原有内容']);
    expect(refused.errors).toContain('文件已存在');
    expect((await fangan(['export', 'a.md', '--to', 'json', '-o', 'link.json', '--force'], { cwd })).status).toBe(0);
    expect(readFileSync(path.join(cwd, 'real.json'), 'utf8')).toContain('校园安全');
    expect(statSync(path.join(cwd, 'real.json')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['a.md', 'link.json', 'real.json']);
  });

  test.each([
    ['no file', ['export', '--to', 'json'], '需要一个文件名'],
    ['two files', ['export', 'a.md', 'a.md', '--to', 'json'], '需要一个文件名'],
    ['no format', ['export', 'a.md'], '可用：\n'],
    ['an unknown format', ['export', 'a.md', '--to', 'pdf'], '不能导出为“pdf”'],
    ['a file that is not there', ['export', 'b.md', '--to', 'json'], 'b.md：文件不存在'],
    ['a folder', ['export', '.', '--to', 'json'], '只读一个文件'],
    ['a binary file', ['export', 'c.md', '--to', 'json'], '不是文本文件'],
    ['a folder to write to', ['export', 'a.md', '--to', 'json', '-o', 'd'], 'd：是文件夹，不是文件'],
    ['a folder to write to, forced', ['export', 'a.md', '--to', 'json', '-o', 'd', '--force'], 'd：是文件夹，不是文件'],
    ['a place that is not there', ['export', 'a.md', '--to', 'json', '-o', 'no/such/b.json'], '所在目录不存在'],
    ['the plan itself', ['export', 'a.md', '--to', 'json', '-o', 'a.md', '--force'], '不能是所导出的方案本身'],
    ['a number that is none', ['export', 'a.md', '--to', 'json', '--plan', 'x'], '--plan 要写一个整数'],
  ])('ends with status 2 for %s', async (_, args, message) => {
    const cwd = directoryWith({ 'a.md': faultyPlan, 'c.md': new Uint8Array(4000), 'd/e.txt': '' });
    const outcome = await fangan(args, { cwd });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toContain(message);
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toBe(faultyPlan);
  });

  test('writes a Word document, and says what it did with wide tables', async () => {
    const row = `|${' 甲 |'.repeat(9)}`;
    const cwd = directoryWith({ 'a.md': `${faultyPlan}\n${row}\n|${'---|'.repeat(9)}\n${row}\n` });
    const outcome = await fangan(['export', 'a.md', '--to', 'docx', '-o', 'a.docx'], { cwd });
    expect([outcome.status, outcome.errors]).toEqual([0, 'a.md：有 1 个较宽的表格排为横页\n已写入 a.docx\n']);
    const files = unzipSync(readFileSync(path.join(cwd, 'a.docx')));
    expect(strFromU8(files['word/document.xml'] ?? new Uint8Array())).toContain('云岭县校园安全整改方案');
  });

  test.each([
    ['a Word document for the terminal', 'a.md', '导出为 docx 要用 -o 写明文件名'],
    ['a classified paper', 'secret.md', '标有密级“秘密★1年”'],
    ['an empty file', 'empty.md', '没有可导出的文字'],
  ])('refuses %s', async (_, file, message) => {
    const cwd = directoryWith({
      'a.md': faultyPlan,
      'secret.md': `---\n密级: 秘密★1年\n---\n${faultyPlan}`,
      'empty.md': '',
    });
    const output = file === 'a.md' ? [] : ['-o', 'b.docx'];
    const outcome = await fangan(['export', file, '--to', 'docx', ...output], { cwd });
    expect([outcome.status, outcome.output, existsSync(path.join(cwd, 'b.docx'))]).toEqual([2, '', false]);
    expect(outcome.errors).toContain(message);
  });

  test.each(['xlsx', 'csv', 'ics', 'html', 'svg', 'mermaid', 'json'])(
    'a classified paper is no %s either',
    async (form) => {
      const cwd = directoryWith({ 'secret.md': `---\n密级: 秘密★1年\n---\n${faultyPlan}` });
      const outcome = await fangan(['export', 'secret.md', '--to', form, '-o', 'b.out'], { cwd });
      expect([outcome.status, existsSync(path.join(cwd, 'b.out'))]).toEqual([2, false]);
      expect(outcome.errors).toContain('标有密级“秘密★1年”');
    },
  );

  test('leaves nothing behind where it may not write', async () => {
    const cwd = directoryWith({ 'a.md': faultyPlan, 'closed/x.txt': '' });
    chmodSync(cwd, 0o755);
    const outcome = await fangan(['export', 'a.md', '--to', 'json', '-o', 'closed/b.json'], {
      cwd,
      unprivileged: true,
    });
    expect([outcome.status, existsSync(path.join(cwd, 'closed/b.json'))]).toEqual([2, false]);
    expect(outcome.errors).toContain('没有访问权限');
  });
});
