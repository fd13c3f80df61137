import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { loadProfile } from '../../../server/src/profiles/load.ts';
import { matchStages, matchSteps, missingStages, missingSteps } from '../../../server/src/profiles/stages.ts';

const campaign = loadProfile('edu-campaign');
if (!campaign) throw new Error('no profile');

const planOf = (text: string) => {
  const [plan] = readPlans(text).plans;
  if (!plan) throw new Error('no plan');
  return plan;
};

const rectify = `第三阶段：整改落实（2026年7月1日至8月31日）。

制定整改方案。各支部逐项制定整改方案，由支部书记负责，7月20日前完成。

解决突出问题。集中力量解决群众反映强烈的突出问题，由党委办公室负责，8月10日前完成。

做好收尾工作。8月20日前组织群众满意度测评，8月31日前做好总结。
`;

const whole = `关于开展学习实践活动的实施方案

根据《南湾区委关于开展学习实践活动的意见》，制定本方案。

一、方法步骤

活动分三个阶段进行。

第一阶段：学习调研（2026年3月1日至4月30日）。

组织学习讨论。各支部每周集中学习一次，由支部书记负责，4月15日前完成。

开展走访调研。班子成员深入基层走访，由办公室负责，4月30日前完成。

第二阶段：分析检查（2026年5月1日至6月30日）。

召开专题民主生活会。由党委负责，5月31日前召开。

撰写分析检查报告。由党委办公室负责，6月20日前完成。

${rectify}
二、组织领导

成立领导小组，党委书记任组长。
`;

const stagesOf = (text: string) =>
  matchStages(planOf(text), campaign).map(({ requirement, stages }) => [
    requirement.key,
    stages.map(({ name }) => name.value),
  ]);

describe('matchStages', () => {
  test('finds the stages by their names', () => {
    expect(stagesOf(whole)).toEqual([
      ['study', ['学习调研']],
      ['analyse', ['分析检查']],
      ['rectify', ['整改落实']],
      ['consolidate', []],
    ]);
  });

  test('by other names for the same', () => {
    const text = whole
      .replace('：学习调研', '：学习教育、听取意见')
      .replace('：分析检查', '：查摆问题、开展批评')
      .replace('：整改落实', '：落实整改、建章立制');
    expect(missingStages(planOf(text), campaign)).toEqual([]);
  });

  test('by their place where they have no name', () => {
    const text = whole.replace('：学习调研', '').replace('：分析检查', '').replace('：整改落实', '');
    expect(stagesOf(text).map(([key, names]) => [key, names?.length])).toEqual([
      ['study', 1],
      ['analyse', 1],
      ['rectify', 1],
      ['consolidate', 0],
    ]);
  });

  test('takes a stage of another scheme for none of them', () => {
    expect(stagesOf(whole.replace('：学习调研', '：宣传发动'))[0]).toEqual(['study', []]);
  });
});

describe('missingStages', () => {
  test('a required stage that was left out; never the optional one', () => {
    const text = whole.replace(rectify, '').replace('三个阶段', '两个阶段');
    expect(missingStages(planOf(text), campaign).map(({ key }) => key)).toEqual(['rectify']);
  });
});

describe('missingSteps', () => {
  const missing = (text: string) =>
    missingSteps(planOf(text), campaign).map(({ stage, steps }) => [stage.name.value, steps.map(({ key }) => key)]);

  test('a sound plan misses none', () => expect(missing(whole)).toEqual([]));

  test.each([
    ['组织学习讨论。各支部每周集中学习一次，由支部书记负责，4月15日前完成。', '学习调研', 'study'],
    ['开展走访调研。班子成员深入基层走访，由办公室负责，4月30日前完成。', '学习调研', 'research'],
    ['召开专题民主生活会。由党委负责，5月31日前召开。', '分析检查', 'lifeMeeting'],
    ['撰写分析检查报告。由党委办公室负责，6月20日前完成。', '分析检查', 'analysisReport'],
    ['8月20日前组织群众满意度测评，', '整改落实', 'satisfactionSurvey'],
  ])('without «%s» the stage %s misses %s', (words, stage, step) => {
    expect(whole).toContain(words);
    expect(missing(whole.replace(words, ''))).toEqual([[stage, [step]]]);
  });

  test('the survey may stand outside the stage', () => {
    const text = whole
      .replace('8月20日前组织群众满意度测评，', '')
      .replace('党委书记任组长。', '党委书记任组长。活动结束前组织群众满意度测评。');
    expect(missing(text)).toEqual([]);
  });

  test('steps are found in the rows of a table too', () => {
    const text = `${whole.replace('8月20日前组织群众满意度测评，', '')}
| 阶段 | 时间 | 工作内容 | 责任单位 |
| --- | --- | --- | --- |
| 整改落实 | 2026年7月至8月 | 组织满意度测评 | 办公室 |
`;
    expect(missing(text)).toEqual([]);
  });
});

describe('matchSteps', () => {
  test('says where the step is called so', () => {
    const plan = planOf(whole);
    const [, analyse] = matchStages(plan, campaign);
    const [stage] = analyse?.stages ?? [];
    if (!analyse || !stage) throw new Error('no stage');
    const step = matchSteps(plan, stage, analyse.requirement, campaign).find(
      ({ requirement }) => requirement.key === 'lifeMeeting',
    );
    expect(step?.found).toBe(true);
    expect(whole.slice(step?.range?.start, step?.range?.end)).toBe('召开专题民主生活会');
  });
});

describe('what may stand anywhere in the plan and two stages ask for', () => {
  const asked = (text: string) => {
    const plan = planOf(text);
    return matchStages(plan, campaign).flatMap(({ requirement, stages }) =>
      stages.flatMap((stage) =>
        matchSteps(plan, stage, requirement, campaign)
          .filter(({ requirement: { key } }) => key === 'closingSummary' || key === 'archiving')
          .map(({ requirement: { key } }) => `${requirement.key} ${key}`),
      ),
    );
  };
  const last = `第四阶段：巩固提高（2026年9月1日至9月30日）。

检查验收。由纪委负责，9月20日前完成。

`;
  const withLast = whole.replace('二、组织领导', `${last}二、组织领导`);

  test('is asked of the last of them that the plan has, once', () => {
    expect(asked(whole)).toEqual(['rectify closingSummary', 'rectify archiving']);
    expect(asked(withLast)).toEqual(['consolidate closingSummary', 'consolidate archiving']);
  });

  test('is told missing there', () => {
    const told = (text: string) =>
      missingSteps(planOf(text), campaign).map(({ stage, steps }) => [stage.name.value, steps.map(({ key }) => key)]);
    expect(told(withLast)).toEqual([]);
    expect(told(withLast.replace('做好总结', '报送材料'))).toEqual([['巩固提高', ['closingSummary']]]);
  });
});
