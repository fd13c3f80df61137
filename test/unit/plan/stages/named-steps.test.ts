import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  readPlans(`清河县信用信息采集实施方案\n\n一、采集内容\n\n企业登记信息。\n\n${text}`).plans[0]?.stages.map(
    ({ name, schedules }) => (schedules.length > 0 ? `${name.value} ✓` : name.value),
  );

describe('how far a stage has come is no part of its name', () => {
  test.each(['已完成', '进行中', '未开始', '待实施'])('（%s）', (state) => {
    const stages = `### 第一阶段：需求调研（${state}）\n\n2026年3月2日至15日。\n\n### 第二阶段：试点运行(${state})\n\n2026年3月16日至31日。\n`;
    expect(stagesOf(`二、实施步骤\n\n${stages}`)).toEqual(['需求调研 ✓', '试点运行 ✓']);
  });

  test('what else stands in brackets is', () => {
    const stages =
      '### 第一阶段：试点（东片区）\n\n2026年3月2日至15日。\n\n### 第二阶段：推广（完成率九成）\n\n2026年3月16日至31日。\n';
    expect(stagesOf(`二、实施步骤\n\n${stages}`)).toEqual(['试点（东片区） ✓', '推广（完成率九成） ✓']);
  });
});

describe('short names with days', () => {
  const dated = '（一）作品提交\n2026年3月2日至10日，各校提交作品。\n';

  test.each(['赛程安排', '方法步骤'])('in front of a stage below %s are stages', (title) => {
    expect(
      stagesOf(
        `二、${title}\n${dated}（二）初赛阶段（3月11日至20日）\n网络评审。\n（三）决赛阶段（3月23日）\n现场展示。`,
      ),
    ).toEqual(['作品提交 ✓', '初赛 ✓', '决赛 ✓']);
  });

  test('below other headings they are none', () => {
    expect(
      stagesOf(
        `二、参赛要求\n${dated}（二）初赛阶段（3月11日至20日）\n网络评审。\n（三）决赛阶段（3月23日）\n现场展示。`,
      ),
    ).not.toContain('作品提交 ✓');
  });

  test('without a day they are none', () => {
    expect(
      stagesOf(
        '二、赛程安排\n（一）奖项设置\n设一等奖两名。\n（二）初赛阶段（3月11日至20日）\n网络评审。\n（三）决赛阶段（3月23日）\n现场展示。',
      ),
    ).toEqual(['初赛 ✓', '决赛 ✓']);
  });
});

describe('names alone below the steps of a thing', () => {
  test('are stages where the text of one of them has its day', () => {
    expect(
      stagesOf(
        '二、采集步骤\n\n（一）信息收集\n\n各单位于2026年3月2日至20日收集信息。\n\n（二）信息报送\n\n各单位报送县信用办。\n',
      ),
    ).toEqual(['信息收集 ✓', '信息报送']);
  });

  test.each([
    ['no day', '二、采集步骤\n\n（一）信息收集\n\n各单位收集信息。\n\n（二）信息报送\n\n各单位报送县信用办。\n'],
    ['one alone', '二、采集步骤\n\n（一）信息收集\n\n各单位于2026年3月2日至20日收集信息。\n'],
    ['what runs on', '二、采集步骤\n\n（一）信息收集。2026年3月20日前收齐。\n\n（二）信息报送。报送县信用办。\n'],
    [
      'longer words',
      '二、采集步骤\n\n（一）各单位登录平台并填写企业信息\n\n2026年3月20日前。\n\n（二）县信用办审核信息并统一导入\n\n逐条审核。\n',
    ],
    [
      'another heading',
      '二、采集范围\n\n（一）登记信息\n\n2026年3月2日以后登记的企业。\n\n（二）纳税信息\n\n税务局提供。\n',
    ],
  ])('%s: none', (_, text) => expect(stagesOf(text)).toEqual([]));
});
