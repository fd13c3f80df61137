import { expect, test } from 'vitest';
import { problemsOf } from '../../rules/harness.ts';

const notice = (...paragraphs: readonly string[]) =>
  ['# 关于做好云川一中2026年课题申报工作的通知', '各位老师：', ...paragraphs, '云川一中', '2025年11月3日'].join('\n\n');
const attached = '附件：云川市教育科学2026年规划课题申报表';

test.each([
  [notice('填写《云川市教育科学2025年规划课题申报表》，11月20日前交教科室。', attached), 'warning'],
  [notice('《云川市教育科学2025年规划课题申报表》复印件交教科室。', attached), 'info'],
  [notice('请对照《云川市第一中学职称评聘实施办法》准备材料。', '依据《云川一中职称评聘实施办法》评聘。'), 'info'],
])('%s is told as %s', (source, severity) => {
  const told = problemsOf(source).filter(({ rule }) => rule === 'near-duplicate-title');
  expect(told.map((one) => one.severity)).toEqual([severity]);
});
