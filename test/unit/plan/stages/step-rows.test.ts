import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (title: string, [head, ...rows]: readonly string[]) =>
  (
    readPlans(
      `# 关于2025学年第一学期学生素质评价的通知\n\n各班级：\n\n请各班按时完成评价。\n\n一、${title}\n\n| ${head} |\n| ${head?.replace(/[^|]+/g, ' --- ')} |\n${rows.map((row) => `| ${row} |`).join('\n')}\n\n松岗中学\n2025年12月25日\n`,
    ).plans[0]?.stages ?? []
  ).map(({ name, schedules }) => `${name.value} ${schedules[0]?.span.start?.year} ${schedules[0]?.span.raw}`);

describe('steps of a work in a table, with their windows', () => {
  test('by the header of their column, the year of the first one and of those behind the turn of the year', () => {
    expect(
      stagesOf('评价工作', [
        '时 间 | 评 价 步 骤',
        '12月26日—12月31日 | 1.学生自评，把成果录入系统。',
        '1月4日—1月6日 | 班级小组评议（操作指南见附件）。',
        '1月9日前 | 公示结果。',
      ]),
    ).toEqual(['学生自评 2025 12月26日—12月31日', '班级小组评议 2026 1月4日—1月6日', '公示结果 undefined 1月9日前']);
  });

  test.each(['实施流程', '大赛进程'])('by the title %s above a table of whatever is done', (title) => {
    expect(
      stagesOf(title, [
        '序号 | 时间节点 | 内容 | 备注',
        '1 | 12月26日-27日 | 征稿时间 | 线上',
        '2 | 12月28日-30日 | 评审时间 | 线下',
        '3 | 12月31日 | 结果公布 | ',
      ]),
    ).toEqual(['征稿 2025 12月26日-27日', '评审 2025 12月28日-30日', '结果公布 2025 12月31日']);
  });

  test.each([
    [
      'themes by the month',
      '时间安排',
      '日期 | 主题',
      '12月1日—12月31日 | 安全',
      '1月1日—1月31日 | 读书',
      '2月1日—2月20日 | 劳动',
    ],
    [
      'a calendar by weeks',
      '工作安排',
      '周次 | 日期 | 主要工作',
      '1 | 12月1日—5日 | 开会',
      '2 | 12月8日—12日 | 听课',
      '3 | 12月15日—19日 | 总结',
    ],
    ['a programme', '活动流程', '时间 | 内容', '12月26日8:00 | 签到', '12月26日9:00 | 开幕', '12月26日10:00 | 讲座'],
    [
      'lots side by side',
      '实施流程',
      '时间 | 内容',
      '12月1日—5日 | 第一批检查',
      '12月8日—12日 | 第二批检查',
      '12月15日—19日 | 第三批检查',
    ],
    [
      'windows that overlap',
      '实施流程',
      '时间 | 内容',
      '12月1日—12日 | 报名',
      '12月8日—16日 | 评审',
      '12月15日—19日 | 总结',
    ],
    [
      'works of no process',
      '实施流程',
      '时间 | 内容',
      '12月1日—5日 | 走访',
      '12月8日—12日 | 联欢',
      '12月15日—19日 | 座谈',
    ],
    ['events on days', '实施流程', '时间 | 内容', '12月26日 | 报名', '12月28日 | 预赛', '12月31日 | 决赛'],
    [
      'works below another title',
      '慰问活动',
      '时间 | 内容',
      '12月26日—27日 | 走访',
      '12月28日—29日 | 联欢',
      '12月30日—31日 | 座谈',
    ],
    [
      'a roster',
      '值班安排及流程',
      '时间 | 内容',
      '12月26日—27日 | 张明',
      '12月28日—29日 | 李强',
      '12月30日—31日 | 王芳',
    ],
  ])('%s: none', (_kind, title, ...rows) => expect(stagesOf(title, rows)).toEqual([]));
});
