import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (title: string, lines: readonly string[]) =>
  (
    readPlans(`# 技术文章征集活动方案\n\n为做好征集，制定本方案。\n\n## ${title}\n\n${lines.join('\n\n')}\n`).plans[0]
      ?.stages ?? []
  ).map(({ name, schedules }) => `${name.value} ${schedules[0]?.span.raw}`);

describe('the schedule of an activity, line by line', () => {
  test('names in front of their windows', () => {
    expect(
      stagesOf('活动日程', ['- 投稿：3月10日—4月10日', '- 初审：4月11日—4月20日', '- 名单发布/奖品发放：4月25日']),
    ).toEqual(['投稿 3月10日—4月10日', '初审 4月11日—4月20日', '名单发布/奖品发放 4月25日']);
  });

  test('limits by the hour, labels of their own, names in two scripts', () => {
    expect(
      stagesOf('时间点', [
        '- 报名截止时间：3月10日 23:59',
        '- 项目开发：至 4月20日 24:00',
        '- 第一轮审批：4月21日 - 4月23日',
        '- 项目 Demo Day: 5月9日 - 5月10日',
      ]),
    ).toEqual([
      '报名 截止时间：3月10日 23:59',
      '项目开发 至 4月20日 24:00',
      '第一轮审批 4月21日 - 4月23日',
      '项目 Demo Day 5月9日 - 5月10日',
    ]);
  });

  test('names behind them, one line of many in another form', () => {
    expect(
      stagesOf('活动计划', [
        '5月24日—6月13日 提交申请',
        '6月30日 公布名单',
        '7月1日—8月15日 第一阶段',
        '8月16日—9月30日 第二阶段',
        '秋天 优秀项目公示',
      ]),
    ).toHaveLength(4);
  });

  test.each([
    ['days alone', '活动日程', ['- 开幕：3月10日', '- 讲座：3月11日', '- 闭幕：3月12日']],
    ['hours', '活动日程', ['- 签到：3月10日9:00', '- 讲座：3月10日—3月11日', '- 闭幕：3月12日—3月13日']],
    ['text', '活动安排', ['- 3月10日—3月12日，各班报名。', '- 3月13日—3月15日，各班比赛。', '- 3月16日，学校总结。']],
    ['tasks', '工作要求', ['- 报名：3月10日—3月12日', '- 比赛：3月13日—3月15日', '- 总结：3月16日']],
  ])('%s: none', (_kind, title, lines) => expect(stagesOf(title, lines)).toEqual([]));
});
