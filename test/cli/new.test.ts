import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { directoryWith, fangan, parsed } from './fangan.ts';

const own = `id: school-plan
label: { zh: 学校方案, en: School plan }
extends: campus-activity
source: 学校要求
template: { title: '{单位名称}{活动名称}校内方案' }
`;

describe('fangan new', () => {
  test('writes a plan that is only told of what is left to fill in', async () => {
    const cwd = directoryWith({});
    const said = [
      '--unit',
      '云岭县档案局',
      '--activity',
      '档案安全检查',
      '--start',
      '2026-03-02',
      '--end',
      '2026-10-30',
    ];
    const outcome = await fangan(['new', 'edu-campaign', '-o', 'a.md', ...said, '--as-of', '2026-02-01'], { cwd });
    expect([outcome.status, outcome.output]).toEqual([0, '']);
    const text = readFileSync(path.join(cwd, 'a.md'), 'utf8');
    expect(text).toMatch(/^---\nplan: edu-campaign\n---\n\n# 云岭县档案局档案安全检查实施方案\n/);
    const [file] = parsed(await fangan(['check', '-f', 'json', 'a.md'], { cwd })).files;
    expect(file?.profile).toBe('edu-campaign');
    expect([
      ...new Set(file?.problems.filter(({ severity }) => /error|warning/.test(severity)).map(({ rule }) => rule)),
    ]).toEqual(['placeholder']);
  });

  test('takes the year of blanks from the day that counts as today', async () => {
    const outcome = await fangan(['new', 'campaign', '--as-of', '2031-05-01']);
    expect(outcome.output).toContain('2031年××月××日');
    expect(outcome.output).not.toContain('2026年');
  });

  test('leaves a file alone that is there already, unless it is forced', async () => {
    const cwd = directoryWith({ 'a.md': '原有内容\n' });
    const refused = await fangan(['new', 'summary', '-o', 'a.md'], { cwd });
    expect([refused.status, readFileSync(path.join(cwd, 'a.md'), 'utf8')]).toEqual([2, '原有内容\n']);
    expect(refused.errors).toContain('文件已存在');
    expect((await fangan(['new', 'summary', '-o', 'a.md', '--force'], { cwd })).status).toBe(0);
    expect(readFileSync(path.join(cwd, 'a.md'), 'utf8')).toContain('plan: summary');
  });

  test('knows the profiles of the workspace', async () => {
    const cwd = directoryWith({ 'fangan.yaml': 'profiles: [school.yaml]\n', 'school.yaml': own });
    const outcome = await fangan(['new', 'school-plan', '--unit', '柳塘小学', '--activity', '读书节'], { cwd });
    expect(outcome.output).toContain('# 柳塘小学读书节校内方案');
  });

  test.each([
    ['no profile', ['new'], '可用：'],
    ['an unknown one', ['new', 'no-such'], '没有名为“no-such”'],
    ['a day that does not exist', ['new', 'summary', '--start', '2026-02-30'], '不是日期'],
    ['a file that cannot be written', ['new', 'summary', '-o', 'no/such/folder/a.md'], '无法写入'],
  ])('ends with status 2 for %s', async (_, args, message) => {
    const outcome = await fangan(args, { cwd: directoryWith({}) });
    expect([outcome.status, outcome.output]).toEqual([2, '']);
    expect(outcome.errors).toContain(message);
  });

  test('speaks English when asked to', async () => {
    expect((await fangan(['new', '--language', 'en'])).errors).toContain('Implementation plan');
  });
});
