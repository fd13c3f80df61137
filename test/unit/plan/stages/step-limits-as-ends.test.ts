import { expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  readPlans(text).plans.flatMap(({ stages }) =>
    stages.map(({ name, schedules }) => [
      name.value,
      ...schedules.map(({ span: { start, end } }) => [start?.month ?? 0, end?.month ?? 0].join('-')),
    ]),
  );

const plan = (parent: string) => `# 林地管护事项实施方案

一、${parent}

（一）明确节点

对2026年抚育项目逐项清点。

完成时限：2026年5月。

（二）落实资金

与财政局研究政策。

完成时限：2026年6月。

（三）实施项目

公开招标，严格施工。

实施时间：2026年7月1日至9月30日。
`;

test('a step that is to be done by a month is a stage with that end, and with no beginning', () =>
  expect(stagesOf(plan('实施步骤'))).toEqual([
    ['明确节点', '0-5'],
    ['落实资金', '0-6'],
    ['实施项目', '7-9'],
  ]));

test('tasks with their limits are no stages', () => expect(stagesOf(plan('主要任务'))).toEqual([]));
