import { describe, expect, test } from 'vitest';
import { findQuantities } from '../../../../server/src/plan/line/quantities.ts';

const read = (text: string) =>
  findQuantities(text).map(({ raw, comparator, count, low, unit, per, subject }) => [
    raw,
    comparator ?? '',
    low ?? '',
    count,
    unit,
    per ?? '',
    subject,
  ]);

describe('quantities', () => {
  test.each([
    ['党员集中活动时间不少于48个小时', [['不少于48个小时', 'atLeast', '', 48, '小时', '', '党员集中活动时间']]],
    [
      '镇机关集中学习不少于4个月，村不少于两个月',
      [
        ['不少于4个月', 'atLeast', '', 4, '月', '', '镇机关集中学习'],
        ['不少于两个月', 'atLeast', '', 2, '月', '', '村'],
      ],
    ],
    ['每季度至少召开1次例会', [['1次', 'atLeast', '', 1, '次', '季度', '每季度至少召开']]],
    ['报告控制在3000字以内', [['控制在3000字以内', 'atMost', '', 3000, '字', '', '报告']]],
    ['满意率达到95%以上', [['达到95%以上', 'atLeast', '', 95, '%', '', '满意率']]],
    ['每人撰写心得体会2至3篇', [['2至3篇', '', 2, 3, '篇', '人', '每人撰写心得体会']]],
    ['投资约1.5亿元', [['约1.5亿元', 'about', '', 150_000_000, '元', '', '投资']]],
    ['评审委员会委员不少于13人，设主任1人', [['不少于13人', 'atLeast', '', 13, '人', '', '评审委员会委员']]],
    ['共3个月，5人参加，第三次会议', []],
    ['每月25日前报送', []],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  test('long lines cost their length', () => {
    const time = (length: number) => {
      const text = '每人不少于'.repeat(length / 5);
      const start = process.cpuUsage();
      findQuantities(text);
      return process.cpuUsage(start).user / 1000;
    };
    time(2000);
    expect(time(64_000)).toBeLessThan(40 * Math.max(2, time(8000)));
  });
});
