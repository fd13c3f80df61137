import { describe, expect, test } from 'vitest';
import { ganttBlock, ganttText } from '../../../server/src/exchange/mermaid/gantt.ts';
import { scheduleOf } from '../../../server/src/exchange/schedule/items.ts';
import { ledgerPlan, planOf } from './plans.ts';

const chart = ganttText([scheduleOf(planOf(ledgerPlan).plan, '')]);

/** A bar as Mermaid's grammar has it: a name without marks of its own, then tags, id and two days. */
const bar = /^ {4}[^:;#%\n]+ :(?:active, |milestone, )?t\d+, \d{4}-\d\d-\d\d, (?:\d{4}-\d\d-\d\d|1d)$/;

describe('a gantt chart', () => {
  test('says how its days are written, that ends are included, and excludes none', () => {
    const lines = chart.split('\n').map((line) => line.trim());
    expect(lines.slice(0, 5)).toEqual([
      'gantt',
      'title 青湾镇农贸市场环境整治方案',
      'dateFormat YYYY-MM-DD',
      'axisFormat %Y-%m-%d',
      'inclusiveEndDates',
    ]);
    expect(chart).not.toMatch(/^\s*excludes/m);
  });

  test('has a section for each stage, with the stage as its first bar', () => {
    const sections = chart.split(/^ {4}section /m).slice(1);
    expect(sections.map((section) => section.split('\n')[0])).toEqual(['宣传发动', '集中整治', '其他事项']);
    expect(sections[0]).toContain('宣传发动 :active, t1, 2026-03-02, 2026-03-20');
    expect(sections[1]).toContain('清理占道经营（综合执法队、龙海） :milestone, t');
  });

  test('has nothing but bars that the grammar allows', () => {
    const lines = chart
      .split('\n')
      .slice(5)
      .filter((line) => line !== '' && !line.startsWith('    section '));
    for (const line of lines) expect(line).toMatch(bar);
    const ids = lines.map((line) => /, ?(t\d+)|:(t\d+)/.exec(line)?.slice(1).find(Boolean));
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('makes full-width what would end a name, and hides words of the language', () => {
    const text = `# 数据治理工作方案

| 任务 | 责任人 | 完成时限 |
| --- | --- | --- |
| title: 清理 100% 的“#1;”数据 {旧} | 高云 | 2026年4月30日前 |
| 2026-03-01 启动 <b>系统</b> | 彭立 | 2026年5月30日前 |
`;
    const lines = ganttText([scheduleOf(planOf(text).plan, '')])
      .split('\n')
      .slice(5)
      .filter((line) => line.includes(' :'));
    expect(lines).toEqual([
      '    · title：清理 100％的“＃1；”数据｛旧｝（高云） :milestone, t1, 2026-04-30, 1d',
      '    · 2026-03-01 启动系统（彭立） :milestone, t2, 2026-05-30, 1d',
    ]);
  });

  test('becomes a block of Markdown with the line ends of the file', () => {
    const block = ganttBlock([scheduleOf(planOf(ledgerPlan).plan, '')], '\r\n');
    expect(block.startsWith('```mermaid\r\ngantt\r\n')).toBe(true);
    expect(block.endsWith('\r\n```')).toBe(true);
    expect(block.replaceAll('\r\n', '')).not.toContain('\n');
  });
});
