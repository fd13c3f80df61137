import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  readPlans(`青禾学院2024年工作计划\n\n${text}`).plans[0]?.stages.map(({ name, schedules }) => {
    const [first] = schedules;
    const day = (one?: { month: number; day: number }) => (one ? `${one.month}-${one.day}` : '');
    return `${name.value} ${first ? `${day(first.span.start)}..${day(first.span.end)}` : '?'}`;
  }) ?? [];

describe('works that a schedule dates one by one', () => {
  test('at the beginning of their text, by their own name or by the last day only', () => {
    const works =
      '二、时间安排\n（一）学习文件\n2024年1月19日前，学习通知精神。\n（二）系统验收\n系统验收时间为3月26日—29日，由验收组验收。\n（三）答辩\n答辩拟定于5月6日至7日。';
    expect(stagesOf(works)).toEqual(['学习文件 ..1-19', '系统验收 3-26..3-29', '答辩 5-6..5-7']);
  });

  test('in their headings, in front of their name', () => {
    const works =
      '一、2024年3月31日前——提交初稿\n学生提交。\n二、4月20日前---提交电子版\n学生提交。\n三、5月19日—20日——组织答辩\n学院组织。';
    expect(stagesOf(works)).toEqual(['提交初稿 ..3-31', '提交电子版 ..4-20', '组织答辩 5-19..5-20']);
  });

  test('behind their name on the line', () => {
    const works =
      '三、检查安排\n（一）停车场自查。各停车场于2024年6月30日前完成自查。\n（二）部门核查。2024年7月1日至8月15日，各部门核查。\n（三）市级抽查。8月16日至9月30日，市级部门抽查。';
    expect(stagesOf(works)).toEqual(['停车场自查 ..6-30', '部门核查 7-1..8-15', '市级抽查 8-16..9-30']);
  });

  test('behind the colon of a heading, which says no more than brackets would', () => {
    const works =
      '## 二、步骤\n\n### （一）排查阶段：4月1日至4月12日\n\n各科室排查。\n\n### （二）整改阶段：4月13日至5月10日\n\n各科室整改。';
    expect(stagesOf(works)).toEqual(['排查 4-1..4-12', '整改 4-13..5-10']);
  });

  test('milestones, the one among them that has no time as well', () => {
    const works =
      '## 里程碑\n\n### M1：选型（3月4日至3月20日）\n\n- 比较\n\n### M2：迁移（3月21日至4月17日）\n\n- 迁移\n\n### M3：校对（4月18日至5月8日）\n\n- 校对\n\n### M4：发布\n\n- 公告\n';
    expect(stagesOf(works)).toEqual(['M1：选型 3-4..3-20', 'M2：迁移 3-21..4-17', 'M3：校对 4-18..5-8', 'M4：发布 ?']);
  });

  test('milestones, with the last days that their labels and a table tell', () => {
    const works =
      '## 里程碑\n\n### M1 摸底\n\n- 负责人：李明\n- 截止日期：2024-03-07\n\n### M2 编写\n\n- 截止日期：2024-04-07\n\n### M3 校对\n\n由王芳负责。\n\n## 时间一览\n\n| 里程碑 | 开始 | 截止 |\n| --- | --- | --- |\n| M1 摸底 | 2024-03-01 | 2024-03-07 |\n| M3 校对 | 2024-04-08 | 2024-05-07 |\n';
    expect(stagesOf(works)).toEqual(['M1 摸底 ..3-7', 'M2 编写 ..4-7', 'M3 校对 4-8..5-7']);
  });

  test('weeks, which tell by their number when they are', () => {
    const weeks =
      '三、实施步骤\n活动分四周进行：\n第一周：全面排查 —— 以班组为单元排查。\n第二周：专题研讨。各科室参加。\n第三周：随手拍活动\n四、要求\n各科室落实。';
    expect(stagesOf(weeks)).toEqual(['第一周：全面排查 ?', '第二周：专题研讨 ?', '第三周：随手拍活动 ?']);
    const spaced =
      '六、时间规划与里程碑\n\n- **第 1 周：走访与设计**\n  - 走访村组。\n- **第 2–3 周：绘制地图**\n  - 测量。\n- **第 4 周：总结**\n  - 写报告。\n';
    expect(stagesOf(spaced)).toEqual(['第 1 周：走访与设计 ?', '第 2–3 周：绘制地图 ?', '第 4 周：总结 ?']);
  });

  test.each([
    ['weeks of a course in figures', '二、课程内容\n第 1 周：绪论\n第 2 周：方法\n第 3–4 周：练习'],
    ['weeks of a course', '二、课程内容\n第一周：绪论\n第二周：方法\n第三周：练习'],
    [
      'parts of a programme',
      '二、日程安排\n（一）开幕\n5月6日上午9:00。\n（二）比赛\n5月6日上午9:30。\n（三）闭幕\n5月6日下午5:00。',
    ],
    ['tasks', '二、工作任务\n（一）清理\n5月6日前，清理。\n（二）整治\n6月6日前，整治。\n（三）绿化\n7月6日前，绿化。'],
    [
      'one of which has no time',
      '二、工作安排\n（一）报名\n5月6日前，报名。\n（二）公示\n公示结果。\n（三）发证\n7月6日前，发证。',
    ],
  ])('not %s', (_, text) => {
    expect(stagesOf(text)).toEqual([]);
  });
});

describe('parts that are headed by their time', () => {
  test('months with a name beside them', () => {
    expect(stagesOf('## 各阶段重点\n\n### 4月（冲刺执行）\n\n启动。\n\n### 5月：系统联通\n\n联通。')).toEqual([
      '冲刺执行 4-1..4-30',
      '系统联通 5-1..5-31',
    ]);
  });

  test.each([
    ['months of a calendar', '## 工作安排\n\n### 4月\n\n植树。\n\n### 5月\n\n运动会。'],
    ['what is held in a month', '## 工作安排\n\n### 4月举办植树活动\n\n植树。\n\n### 5月举办运动会\n\n比赛。'],
    ['days', '## 比赛安排\n\n### 4月5日：小组赛\n\n比赛。\n\n### 4月8日：决赛\n\n比赛。'],
    ['months of a review', '## 上半年工作回顾\n\n### 4月：打下基础\n\n完成。\n\n### 5月：稳步推进\n\n完成。'],
  ])('not %s', (_, text) => {
    expect(stagesOf(text)).toEqual([]);
  });
});

describe('the time of a stage that only its works tell', () => {
  test('lasts until the last of them', () => {
    expect(
      stagesOf(
        '一、计划安排\n（一）准备阶段\n1.2024年3月底前，摸底。\n2.4月底前，制定方案。\n（二）实施阶段\n1.5月至6月，试点。\n2.10月底前，推开。',
      ),
    ).toEqual(['准备 ..4-30', '实施 5-1..10-31']);
  });
});

describe('rows of milestones that are called phases', () => {
  test('last until their day, and give headings their name', () => {
    const table =
      '| 里程碑 | 截止日期 |\n|---|---|\n| Phase 1: 基础建设 | 2024-05-29 |\n| Phase 2: 上线 | 2024-06-12 |\n';
    expect(stagesOf(table)).toEqual(['基础建设 ..5-29', '上线 ..6-12']);
    expect(stagesOf(`## 里程碑\n\n${table}\n## 任务\n\n### Phase 1\n\n搭建。\n\n### Phase 2\n\n部署。`)).toEqual([
      '基础建设 ..5-29',
      '上线 ..6-12',
    ]);
  });

  test('other milestones are none', () => {
    expect(stagesOf('| 里程碑 | 截止日期 |\n|---|---|\n| 文档完成 | 2024-05-29 |\n| 上线 | 2024-06-12 |\n')).toEqual(
      [],
    );
  });
});
