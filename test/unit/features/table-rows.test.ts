import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { after, changed, open } from './opened.ts';

const head = '| 序号 | 存在问题 | 整改措施 | 责任单位 | 完成时限 |\n| --- | --- | --- | --- | --- |';
const planWith = (rows: string) => `# 学校食堂管理问题整改方案

为整改检查发现的问题，制定本方案。

一、总体要求

压实责任，2026年7月底前全部整改到位。

二、整改任务

${head}
${rows}

三、工作要求

各科室要按期完成。
`;

const rowsOf = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2);

const sorted = (rows: string, by: string) => rowsOf(changed(planWith(rows), by, '| 序号'));

describe('rows that lean on the one above', () => {
  test('a mark that stands for the unit above is written out where the two part', () => {
    const rows = `| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
| 2 | 证照过期 | 换发证照 | 〃 | 5月10日前 |
| 3 | 台账不清 | 补记台账 | 同上 | 7月10日前 |`;
    expect(sorted(rows, 'sortByDeadline')).toEqual([
      '| 1 | 证照过期 | 换发证照 | 总务处 | 5月10日前 |',
      '| 2 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |',
      '| 3 | 台账不清 | 补记台账 | 同上 | 7月10日前 |',
    ]);
  });

  test('a time that is 同上 is that of the row above', () => {
    const rows = `| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
| 2 | 证照过期 | 换发证照 | 办公室 | 同上 |
| 3 | 台账不清 | 补记台账 | 食堂 | 5月10日前 |`;
    expect(sorted(rows, 'sortByDeadline')).toEqual([
      '| 1 | 台账不清 | 补记台账 | 食堂 | 5月10日前 |',
      '| 2 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |',
      '| 3 | 证照过期 | 换发证照 | 办公室 | 同上 |',
    ]);
  });

  test('a row without number or name moves with the one above it', () => {
    const rows = `| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
|  |  | 专人登记 | 食堂 | 7月5日前 |
| 2 | 证照过期 | 换发证照 | 办公室 | 5月10日前 |
|  | 标识不清 | 补贴标识 | 办公室 | 5月20日前 |`;
    expect(sorted(rows, 'sortByDeadline')).toEqual([
      '| 1 | 证照过期 | 换发证照 | 办公室 | 5月10日前 |',
      '|  | 标识不清 | 补贴标识 | 办公室 | 5月20日前 |',
      '| 2 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |',
      '|  |  | 专人登记 | 食堂 | 7月5日前 |',
    ]);
  });

  test('rows that name a part, and the sum, stay where they are', () => {
    const rows = `| 一 | 食品安全方面 |  |  |  |
| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
| 2 | 证照过期 | 换发证照 | 办公室 | 5月10日前 |
| 二 | 财务管理方面 |  |  |  |
| 3 | 账目不清 | 补记账目 | 财务室 | 7月10日前 |
| 4 | 公示不及时 | 按周公示 | 财务室 | 4月10日前 |
| 合计 | 4项 |  |  |  |`;
    expect(sorted(rows, 'sortByDeadline').map((row) => row.slice(0, 10).trim())).toEqual(
      [
        '| 一 | 食品安全',
        '| 1 | 证照过期',
        '| 2 | 留样不全',
        '| 二 | 财务管理',
        '| 3 | 公示不及',
        '| 4 | 账目不清',
        '| 合计 | 4项',
      ].map((row) => row.slice(0, 10).trim()),
    );
  });
});

describe('a row that is put in', () => {
  const inserted = (rows: string, words: string) => rowsOf(changed(planWith(rows), 'insertRow', words));
  const numbers = (rows: readonly string[]) => rows.map((row) => row.split('|')[1]?.trim());

  test('leaves the numbers in order, without gap or double', () => {
    const rows = `| 1 | 甲 | 做甲事 | 总务处 | 5月10日前 |
| 2 | 乙 | 做乙事 | 总务处 | 5月10日前 |
| 4 | 丙 | 做丙事 | 总务处 | 5月10日前 |
| 7 | 丁 | 做丁事 | 总务处 | 5月10日前 |`;
    expect(numbers(inserted(rows, '| 2 |'))).toEqual(['1', '2', '3', '4', '5']);
    expect(numbers(inserted(rows, '| 1 |'))).toEqual(['1', '2', '3', '4', '5']);
  });

  test('does not come between a row and those that go on from it, nor in front of a mark that leans on the row above', () => {
    const rows = `| 1 | 甲 | 做甲事 | 总务处 | 5月10日前 |
|  |  | 再做甲事 | 总务处 | 5月12日前 |
| 2 | 乙 | 做乙事 | 〃 | 5月10日前 |`;
    expect(inserted(rows, '| 1 |')).toEqual([
      '| 1 | 甲 | 做甲事 | 总务处 | 5月10日前 |',
      '|  |  | 再做甲事 | 总务处 | 5月12日前 |',
      '| 2 |  |  |  |  |',
      '| 3 | 乙 | 做乙事 | 总务处 | 5月10日前 |',
    ]);
  });

  test('is the first of its part behind the row that names the part', () => {
    const rows = `| 一 | 食品安全方面 |  |  |  |
| 1 | 留样不全 | 补足留样 | 总务处 | 6月30日前 |
| 二 | 财务管理方面 |  |  |  |
| 2 | 账目不清 | 补记账目 | 财务室 | 7月10日前 |`;
    expect(numbers(inserted(rows, '| 二 |'))).toEqual(['一', '1', '二', '2', '3']);
    expect(numbers(inserted(rows, '| 1 |'))).toEqual(['一', '1', '2', '二', '3']);
  });
});

const row = fc.record({
  unit: fc.constantFrom('总务处', '办公室', '财务室', '〃', '同上'),
  limit: fc.constantFrom('5月10日前', '6月30日前', '长期坚持', '〃', ''),
  goesOn: fc.boolean(),
});

/** What each measure says when all that leans on other rows is written out. */
function meaning(text: string): readonly string[] {
  const [plan] = open(text).recognised;
  return (plan?.plan.tables[0]?.rows ?? [])
    .map((one) =>
      one.cells
        .slice(1)
        .map((cell) => (cell.carried ?? cell).text)
        .join('|'),
    )
    .sort();
}

test.each(['sortByDeadline', 'sortByUnit', 'sortByOrdinal'])('%s never changes what a row says', (kind) => {
  fc.assert(
    fc.property(fc.array(row, { minLength: 2, maxLength: 8 }), (list) => {
      let number = 0;
      const rows = list.map(({ unit, limit, goesOn }, at) => {
        const first = at === 0;
        const alone = goesOn && !first ? '|  |  |' : `| ${++number} | 问题${at} |`;
        return `${alone} 措施${at} | ${first ? '总务处' : unit} | ${first ? '5月10日前' : limit} |`;
      });
      const text = planWith(rows.join('\n'));
      const there = after(open(text), kind, text.indexOf('| 序号'));
      if (there === undefined) return;
      expect(meaning(there)).toEqual(meaning(text));
      expect(rowsOf(there).flatMap((one) => /^\| (\d+)/.exec(one)?.[1] ?? [])).toEqual(
        Array.from({ length: number }, (_, at) => String(at + 1)),
      );
    }),
    { numRuns: 150 },
  );
});
