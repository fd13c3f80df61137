import { expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const tablesOf = (text: string) =>
  readPlans(text).plans.flatMap(({ tables }) =>
    tables.map(({ columns, rows }) => ({
      fields: columns.map(({ field, header }) => field ?? header.text),
      rows: rows.map(({ cells }) => cells.map((cell) => cell.text)),
    })),
  );

const table = '| 任务 | 完成时限 | 责任人 |\n| --- | --- | --- |\n| 清点 | 3月6日 | 刘洋 |\n| 扫描 | 3月9日 | 周敏 |\n';

test('rows behind a heading belong to the table in front of it', () => {
  const [, second] = tablesOf(
    `# 工作方案\n\n${table}\n## 第二季度\n\n| 入库 | 4月6日 | 刘洋 |\n| 验收 | 4月9日 | 周敏 |\n`,
  );
  expect(second?.fields).toEqual(['activity', 'deadline', 'owner']);
  expect(second?.rows).toEqual([
    ['入库', '4月6日', '刘洋'],
    ['验收', '4月9日', '周敏'],
  ]);
});

test('a table without its row of hyphens has its header in its first row', () => {
  const [only] = tablesOf(`# 工作方案\n\n${table.replace(/\| ---.*\n/, '')}`);
  expect(only?.fields).toEqual(['activity', 'deadline', 'owner']);
  expect(only?.rows).toHaveLength(2);
});

test('rows that no header fits have none', () => {
  const [, second] = tablesOf(`# 工作方案\n\n${table}\n## 附\n\n| 甲 | 乙 | 丙 | 丁 |\n| 1 | 2 | 3 | 4 |\n`);
  expect(second?.fields).toEqual([]);
  expect(second?.rows).toHaveLength(2);
});

test.each([
  ['one line', '| 甲 | 乙 | 丙 |'],
  ['two cells', '| 甲 | 乙 |\n| 丙 | 丁 |'],
  ['other widths', '| 甲 | 乙 | 丙 |\n| 丁 | 戊 | 己 | 庚 |'],
  ['a quotation', '> | 甲 | 乙 | 丙 |\n> | 丁 | 戊 | 己 |'],
  ['a line of text', '| 甲 | 乙 | 丙 |\n以上各项'],
])('%s is no table', (_, rows) => expect(tablesOf(`# 工作方案\n\n${rows}\n`)).toEqual([]));
