import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const titles = (lines: string) =>
  readPlans(`# 家长开放日活动方案\n\n一、活动流程\n\n${lines}`).plans[0]?.sections[0]?.sections.map(
    ({ title }) => title.value,
  );

describe('title in its line', () => {
  test('a clock does not end it', () => {
    const lines =
      '1、15:00集中到多功能厅，介绍开学以来的重点工作和安排。\n\n2、时间：15:30，各班家长回到本班教室，由班主任主持座谈并答疑。';
    expect(titles(lines)).toEqual(['15:00集中到多功能厅，介绍开学以来的重点工作和安排', '时间']);
  });

  test('a colon behind a figure does', () => {
    expect(titles('1.第1场：介绍开学以来的重点工作和本学期各项活动的安排。\n\n2.主题2：答疑。')).toEqual([
      '第1场',
      '主题2',
    ]);
  });
});
