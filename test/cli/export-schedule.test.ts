import { readFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { ledgerPlan } from '../unit/exchange/plans.ts';
import { directoryWith, fangan } from './fangan.ts';

describe('fangan export of days and tasks', () => {
  test('writes a workbook', async () => {
    const cwd = directoryWith({ '方案.md': ledgerPlan });
    const outcome = await fangan(['export', '方案.md', '--to', 'xlsx', '-o', '台账.xlsx'], { cwd });
    expect([outcome.status, outcome.errors]).toEqual([0, '已写入 台账.xlsx\n']);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path.join(cwd, '台账.xlsx'));
    expect(book.worksheets[0]?.getCell('B3').text).toBe('排水不畅');
  });

  test('prints a CSV that Excel reads, and a calendar with the day that is given', async () => {
    const cwd = directoryWith({ '方案.md': ledgerPlan });
    const csv = await fangan(['export', '方案.md', '--to', 'csv', '-o', 'a.csv'], { cwd });
    expect(csv.status).toBe(0);
    expect(readFileSync(path.join(cwd, 'a.csv'), 'utf8').startsWith('\ufeff序号,存在问题,')).toBe(true);
    const calendar = await fangan(['export', '方案.md', '--to', 'ics', '--as-of', '2026-03-01'], { cwd });
    expect(calendar.output).toContain('DTSTAMP:20260301T000000Z');
    expect(calendar.errors).toBe('方案.md：1项没有确切日期，未列入：“增设垃圾箱12个”（长期事项：长期坚持）\n');
  });

  test('prints a Gantt chart, alone and as a block of Markdown', async () => {
    const cwd = directoryWith({ '方案.md': ledgerPlan });
    const chart = await fangan(['export', '方案.md', '--to', 'mermaid'], { cwd });
    expect(chart.output.startsWith('gantt\n')).toBe(true);
    const block = await fangan(['export', '方案.md', '--to', 'mermaid-md'], { cwd });
    expect(block.output).toBe(`\`\`\`mermaid\n${chart.output}\`\`\`\n`);
  });

  test('names the undated things of a plan that has nothing dated beside one that has', async () => {
    const bare =
      '# 消防演练工作方案\n\n## 一、工作措施\n\n| 任务 | 责任人 | 完成时限 |\n| --- | --- | --- |\n| 组织演练 | 高云 | 4月30日 |\n';
    const cwd = directoryWith({ '方案.md': `${ledgerPlan}\n${bare}` });
    for (const to of ['ics', 'mermaid']) {
      const { errors, output } = await fangan(['export', '方案.md', '--to', to], { cwd });
      expect(errors, to).toContain('《消防演练工作方案》中1项没有确切日期，未列入：“组织演练”');
      expect(output, to).not.toContain('消防演练');
    }
  });

  test('says what a plan has nothing of', async () => {
    const cwd = directoryWith({ 'a.md': '# 云岭县档案局工作方案\n\n## 一、工作要求\n\n认真落实责任。\n' });
    for (const [to, message] of [
      ['ics', '未生成日历'],
      ['mermaid', '未生成甘特图'],
      ['csv', '未生成台账'],
      ['xlsx', '未生成台账'],
    ] as const) {
      const outcome = await fangan(['export', 'a.md', '--to', to, '-o', 'b.out'], { cwd });
      expect([outcome.status, outcome.output], to).toEqual([2, '']);
      expect(outcome.errors).toContain(message);
    }
  });

  test('marks what was gathered from the text', async () => {
    const cwd = directoryWith({ '方案.md': ledgerPlan.replace(/## 二、整改台账[\s\S]*?(?=## 三)/, '') });
    const outcome = await fangan(['export', '方案.md', '--to', 'csv'], { cwd });
    expect(outcome.errors).toContain('已将正文的 5 项任务汇总为表');
    expect(outcome.output).toContain('清理占道经营,综合执法队,龙海,4月20日前');
  });
});
