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

test.each(['演练步骤', '采集步骤', '报名步骤'])('names alone below %s are steps of a thing, and no stages', (title) => {
  expect(
    stagesOf(
      `二、${title}\n\n（一）信息收集\n\n各单位于2026年3月2日至20日收集信息。\n\n（二）信息报送\n\n各单位报送县信用办。\n`,
    ),
  ).toEqual([]);
});

test('a course that supervision closes, with last days at the end of the text', () => {
  const steps =
    '（一）摸底排查。各乡镇建立台账。该项工作于2026年4月底前完成。\n（二）全面整改。需要补办手续的，于2026年6月底前完成。\n（三）监督评估。县局加强督导，对落实不力的予以通报。\n';
  expect(stagesOf(`二、工作措施\n${steps}`)).toEqual(['摸底排查 ✓', '全面整改 ✓', '监督评估']);
});
