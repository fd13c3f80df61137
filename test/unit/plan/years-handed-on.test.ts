import { expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

/** The last day of each date in the text, year first. */
function endsIn(text: string): readonly string[] {
  const [plan] = readPlans(text).plans;
  return (plan?.dates ?? []).flatMap(({ expression, span }) =>
    span?.end ? [`${expression.raw} ${span.end.year}-${span.end.month}-${span.end.day}`] : [],
  );
}

const paper = (line: string) => `# 松柏县河道保洁工作方案

为做好河道保洁工作，制定本方案。

一、工作任务

${line}

松柏县水利局

2026年2月1日
`;

test.each([
  // 今年 is the whole of it: the month behind it does not come after December.
  ['今年将建设示范河道5条。各村于2月底前报送项目表，11月30日前上报进度。', '11月30日前 2026-11-30'],
  ['今年将建设示范河道5条。各村于2月底前报送项目表。', '2月底前 2026-2-28'],
  // A period of five years does not put what follows into its first one.
  ['按照“十四五”期间的安排，6月底前完成清淤。', '6月底前 2026-6-30'],
  ['2024—2028年分步实施，10月底前完成清淤。', '10月底前 2026-10-31'],
  // Since when something exists, is no year of what is to be done.
  ['自2020年6月开通以来，运行平稳，3月底前完成检修。', '3月底前 2026-3-31'],
  // Two years do hand on: the one in which the month lies.
  ['2027年完成验收，3月底前编制报告。', '3月底前 2027-3-31'],
])('%s', (line, wanted) => {
  expect(endsIn(paper(line))).toContain(wanted);
});

test('a year that a cell mentions gives the days of the rows below none', () => {
  const table = '| 日期 | 工作 | 处室 |\n| --- | --- | --- |\n';
  const rows = '| 12.30（周二） | 布置2027年度预算编制 | 财务处 |\n| 12.31（周三） | 年终盘点 | 总务处 |\n';
  const [plan] = readPlans(`松柏中学工作安排表\n\n${table}${rows}`).plans;
  expect(plan?.dates.filter(({ span }) => span?.yearKnown).map(({ expression }) => expression.raw)).toEqual([
    '2027年度',
  ]);
});
