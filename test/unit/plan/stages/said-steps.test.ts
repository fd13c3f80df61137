import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  (
    readPlans(
      `关于开展校车安全自查的通知\n\n各学校：\n\n现就有关事项通知如下。\n\n${text}\n\n清河县教育局\n2026年3月2日\n`,
    ).plans[0]?.stages ?? []
  ).map(({ name, schedules: [own] }) => `${name.value} ${own?.span.raw ?? ''}`.trim());

describe('steps that a text counts out', () => {
  const steps =
    '一是组织发动。各校召开会议。\n二是逐车检查。3月16日前填写检查表。\n三是落实整改。整改工作在3月27日前完成。';

  test.each(['一、自查安排\n重点检查车况。工作步骤：\n', '一、工作步骤\n'])('behind %j', (lead) => {
    expect(stagesOf(`${lead}${steps}`)).toEqual(['组织发动', '逐车检查 3月16日前', '落实整改 3月27日前']);
  });

  test.each([
    ['requirements', `一、工作要求\n${steps}`],
    ['without any day', `一、工作步骤\n${steps.replace('整改工作在3月27日前完成', '限期整改')}`],
    ['ways to go on', `一、下一步\n${steps}`],
    ['days that do not go on', `一、工作步骤\n${steps.replace('3月16日', '3月30日')}`],
    ['sentences', '一、工作步骤\n一是各校要高度重视，3月6日前开会。\n二是各校要逐车检查，3月27日前完成。'],
  ])('%s: none', (_kind, text) => expect(stagesOf(text)).toEqual([]));
});

describe('who looks into something, one after the other', () => {
  const first = '一、各校自查\n各校于2026年3月13日前完成自查。\n二、片区互查\n各片区组织互查。\n';
  test('are stages', () => {
    expect(stagesOf(`${first}三、重点抽查\n县教育局开展抽查。\n四、工作要求\n加强领导。`)).toEqual([
      '各校自查 2026年3月13日前',
      '片区互查',
      '重点抽查',
    ]);
  });
  test('two of them among other works are none', () => {
    expect(stagesOf(`${first}三、宣传引导\n印发手册。`)).toEqual([]);
  });
  test('a check that nobody is named for is a kind of work', () => {
    expect(stagesOf(`${first}三、安全检查\n查看消防设施。`)).toEqual([]);
  });
});
