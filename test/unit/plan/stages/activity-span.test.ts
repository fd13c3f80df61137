import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const plan = (text: string) =>
  readPlans(`# 城南小学校园文化节活动方案\n\n为丰富校园生活，制定本方案。\n\n${text}`).plans[0];

describe('window of the whole activity', () => {
  test('stands under 活动时间', () => {
    const span = plan('一、活动时间\n\n2024年5月6日至5月31日\n\n二、活动地点\n\n学校操场')?.span;
    expect(span).toMatchObject({ start: { month: 5, day: 6 }, end: { month: 5, day: 31 } });
  });

  test('may follow the title on its line', () => {
    const span = plan('一、实施时间：2024年3月至6月\n\n二、步骤\n\n按计划进行。')?.span;
    expect(span).toMatchObject({ start: { month: 3 }, end: { month: 6 } });
  });

  test('is that of its own section rather than of the opening', () => {
    const span = readPlans(
      '植树活动方案\n\n植树节即将到来，拟于3月11日至18日开展植树活动，方案如下。\n\n一、活动时间\n\n2025年3月11日—18日\n\n二、活动地点\n\n湿地公园\n\n青禾县水利局\n2025年3月10日',
    ).plans[0]?.span;
    expect(span).toMatchObject({ start: { year: 2025, day: 11 }, end: { year: 2025, day: 18 } });
  });

  test.each(['会议时间', '学习时间', '时    间', '竞赛时间'])('may stand under %s', (title) => {
    expect(plan(`一、${title}\n\n2024年5月6日至8日\n\n二、地点\n\n操场`)?.span).toMatchObject({
      start: { day: 6 },
      end: { day: 8 },
    });
  });

  test('is not a list of days', () => {
    expect(
      plan('一、活动时间\n\n2024年5月6日至5月8日初赛\n\n2024年5月20日至5月22日决赛\n\n二、地点\n\n操场')?.span,
    ).toBeUndefined();
  });
});

describe('the date of a section is not that of the plan', () => {
  test('what follows belongs to the plan', () => {
    const read = plan('一、活动时间\n\n2024年5月6日\n\n二、活动步骤\n\n（一）启动阶段\n\n召开启动仪式。');
    expect(read?.issued).toBeUndefined();
    expect(read?.sections.map(({ title }) => title.value)).toEqual(['活动时间', '活动步骤']);
  });

  test('a date behind a numbered paragraph is still that of the plan', () => {
    expect(plan('一、要求\n\n1.加强领导。各班要认真组织，确保安全。\n\n2024年4月30日')?.issued).toMatchObject({
      start: { month: 4, day: 30 },
    });
  });
});
