import { expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const rowsOf = (text: string) =>
  readPlans(text).plans.flatMap(({ tables }) =>
    tables.flatMap((table) => table.rows.map((row) => row.cells.map((cell) => (cell.carried ?? cell).text))),
  );

const week = (rows: string, header = '| 日期（星期） | 重点事项 | 负责处室 |\n| --- | --- | --- |\n') =>
  `第3周主要工作安排表（3.9-3.15）\n\n${header}${rows}`;

test('rows below the cell of a day that a web page had beside all of them', () => {
  const rows = rowsOf(
    week(
      '| 3.9（周一） | 家长会筹备 | 德育处 |\n| 教研组长例会 | 教学处 |  |\n| 团课 | 团委 |  |\n| 3.10（周二） | 食堂检查 | 总务处 |\n| 整理档案 |  |  |\n',
    ),
  );
  expect(rows).toEqual([
    ['3.9（周一）', '家长会筹备', '德育处'],
    ['3.9（周一）', '教研组长例会', '教学处'],
    ['3.9（周一）', '团课', '团委'],
    ['3.10（周二）', '食堂检查', '总务处'],
    ['3.10（周二）', '整理档案', '总务处'],
  ]);
});

test('the number of what is done, and an office that stands alone', () => {
  const header = '| 星期 | 工作内容 | 牵头部门 | 协同部门 |\n| --- | --- | --- | --- |\n';
  const rows = rowsOf(
    week(
      '| 周一（3月9日） | 1.升旗仪式 | 德育处 | 团委 |\n| 2.2026职评申报 | 办公室 | 教科室 |  |\n| 安全处 |  |  |  |\n| 周二（3月10日） | 3.消防演练 | 安全处 |  |\n',
      header,
    ),
  );
  expect(rows[1]).toEqual(['周一（3月9日）', '2.2026职评申报', '办公室', '教科室']);
  expect(rows[2]).toEqual(['周一（3月9日）', '2.2026职评申报', '安全处', '教科室']);
  expect(rows[3]).toEqual(['周二（3月10日）', '3.消防演练', '安全处', '']);
});

test.each([
  ['a day that is not yet known', '| 待定 | 校园开放日 | 德育处 |\n| 另行通知 | 校运会 | 体育组 |\n'],
  ['the hours of a day', '| 8:00—9:00 | 开幕式 |  |\n| 9:00—11:00 | 预赛 |  |\n'],
  ['one row alone', '| 教研组长例会 | 教学处 |  |\n'],
])('%s stays where it stands', (_, rows) => {
  const text = week(`| 3.9（周一） | 家长会筹备 | 德育处 |\n${rows}| 3.10（周二） | 食堂检查 | 总务处 |\n`);
  expect(rowsOf(text)[1]?.[0]).toBe(rows.split('|')[1]?.trim());
});

test('what begins like a time and goes on is work, which lacks the cell of its day', () => {
  const rows = rowsOf(
    week(
      '| 3.9（周一） | 家长会筹备 | 德育处 |\n| 2.0工程视频作业推进 | 教学处 |  |\n| 周六教室卫生检查 | 总务处 |  |\n| 周六研学车辆管理 | 总务处车管会 |  |\n| 周日校园开放 | 安全处（保卫中心） |  |\n| 3.10（周二） | 食堂检查 | 总务处 |\n',
    ),
  );
  expect(rows.map(([day]) => day)).toEqual([
    '3.9（周一）',
    '3.9（周一）',
    '3.9（周一）',
    '3.9（周一）',
    '3.9（周一）',
    '3.10（周二）',
  ]);
});

test.each(['3月中旬', '4月上旬', '6月底前', '清明节前', '第3周', '每周五', '期中考试后'])(
  '%s in front of a row without remarks stays where it stands',
  (day) => {
    const header = '| 时间 | 工作内容 | 责任部门 | 备注 |\n| --- | --- | --- | --- |\n';
    const rows = rowsOf(
      week(
        `| 3月9日 | 开学典礼 | 德育处 | 操场 |\n| ${day} | 教研活动 | 教学处 |  |\n| ${day} | 消防演练 | 安全处 |  |\n| 3月30日 | 食堂检查 | 总务处 |  |\n`,
        header,
      ),
    );
    expect(rows[1]).toEqual([day, '教研活动', '教学处', '']);
  },
);
