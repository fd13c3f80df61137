import { describe, expect, test } from 'vitest';
import { roadPlan } from '../lsp/workspace-folder.ts';
import { directoryWith, fangan } from './fangan.ts';

const files = {
  '青湾.md': roadPlan('青湾镇', '孙雅琴'),
  '石桥.txt': roadPlan('石桥镇', '龙海', '城管中队'),
  'README.md': '# 说明\n\n由孙雅琴负责，2026年4月1日前完成。\n',
};

const run = (args: readonly string[], more = {}) =>
  fangan(['duties', '--as-of', '2026-04-15', ...args], { cwd: directoryWith({ ...files, ...more }) });

describe('fangan duties', () => {
  test('lists what presses first, then who answers for what', async () => {
    const { status, output, errors } = await run([]);
    expect([status, errors]).toEqual([0, '']);
    const lines = output.split('\n');
    expect(lines[0]).toBe('截至2026年4月15日，共 10 项');
    expect(lines.filter((line) => /^\S.*项）$/.test(line))).toEqual([
      '已逾期（2 项）',
      '七日内到期（2 项）',
      '孙雅琴（2 项）',
      '龙海（2 项）',
      '未明确到人（6 项）',
    ]);
    expect(output).toContain(
      '  2026年4月20日 七日内到期  施划车位40个  孙雅琴（责任人）、综合执法队（负责）  青湾.md:',
    );
    expect(output).not.toContain('README');
  });

  test('by unit, as JSON, with a filter', async () => {
    const { output } = await run(['--by', 'unit', '-f', 'json', '--filter', '龙海 车位']);
    const printed = JSON.parse(output);
    expect(printed).toMatchObject({ version: 1, asOf: '2026-04-15', by: 'unit', count: 1 });
    expect(printed.groups).toMatchObject([
      {
        key: '城管中队',
        duties: [
          {
            path: '石桥.txt',
            title: '施划车位40个',
            due: '2026-04-20',
            urgency: 'soon',
            plan: '石桥镇道路整治工作方案',
          },
        ],
      },
    ]);
  });

  test('by month, as CSV', async () => {
    const { output } = await run(['--by=month', '--format=csv']);
    const rows = output.trimEnd().split('\r\n');
    expect(rows[0]).toBe('\uFEFF月份,状态,期限,事项,责任主体,阶段,方案,文件,行');
    expect(rows.slice(1).map((row) => row.split(',')[0])).toEqual([
      ...Array(2).fill('2026年3月'),
      ...Array(4).fill('2026年4月'),
      ...Array(2).fill('2026年5月'),
      ...Array(2).fill('未定日期'),
    ]);
  });

  test('takes the day from the configuration where the command names none', async () => {
    const cwd = directoryWith({ ...files, 'fangan.yaml': 'asOf: 2026-05-07\nlanguage: en\n' });
    expect((await fangan(['duties'], { cwd })).output).toMatch(/^As of 2026-05-07: 10 duties\n\noverdue \(4\)/);
  });

  test.each([
    [['--by', 'week'], '--by 只能是 person|unit|month'],
    [['--format', 'xml'], '--format 只能是 text|json|csv|markdown'],
    [['没有.md'], '没有.md'],
  ])('refuses %j', async (args, message) => {
    const { status, errors } = await run(args);
    expect(status).toBe(2);
    expect(errors).toContain(message);
  });
});
