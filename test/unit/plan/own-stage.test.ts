import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  readPlans(text).plans.flatMap(({ stages }) =>
    stages.map(({ name, schedules }) => `${name.value} ${schedules.map(({ span }) => span.raw).join(' ')}`.trim()),
  );

describe('a plan about one stage that its title calls by name', () => {
  const paper = (title: string, sentence: string) =>
    `${title}\n\n一、切实抓好两个环节\n\n${sentence}\n\n（一）开好组织生活会。\n`;
  test.each([
    [
      'with its window in the text',
      paper('北湾中学分析检查阶段工作意见', '按照区委要求，分析检查阶段从2026年5月中旬开始，到7月中旬基本结束。'),
      ['分析检查 从2026年5月中旬开始，到7月中旬基本结束'],
    ],
    [
      'as a label',
      paper('北湾中学分析检查阶段工作意见', '分析检查阶段工作时间为2026年5月11日至7月10日。'),
      ['分析检查 2026年5月11日至7月10日'],
    ],
    ['another stage', paper('北湾中学分析检查阶段工作意见', '学习调研阶段从2026年3月开始，已经结束。'), []],
    ['no stage in the title', paper('北湾中学检查工作意见', '分析检查阶段从2026年5月开始。'), []],
    [
      'a day of a part of it',
      paper('北湾中学分析检查阶段工作意见', '分析检查阶段要开好会，2026年5月20日前报送材料。'),
      [],
    ],
  ])('%s', (_, text, stages) => expect(stagesOf(text)).toEqual(stages));
});

describe('what came of a stage is no stage', () => {
  test.each([
    ['第一阶段进展情况', []],
    ['学习调研阶段的工作总结', []],
    ['学习调研阶段', ['学习调研']],
  ])('%s', (heading, stages) => {
    expect(
      stagesOf(`北湾中学工作小结\n\n一、总体\n\n（一）${heading}\n\n组织了学习。\n\n（二）工作特色\n\n边学边改。\n`),
    ).toEqual(stages);
  });
});

describe('points and attributes that look like stages', () => {
  test.each([
    [
      'a year that is an attribute',
      '北湾县评选方案\n\n一、实施步骤\n\n（一）征集阶段（2026年1月5日至10日）\n\n（二）2025年度优秀项目揭晓阶段（2026年2月）\n',
      ['征集 2026年1月5日至10日', '2025年度优秀项目揭晓 2026年2月'],
    ],
    [
      'sentences',
      '北湾学院答辩工作安排\n\n一、时间安排\n\n1.根据学校安排，第一次检测在2026年6月10日8时。\n\n2.第一次答辩的时间为2026年6月11日至13日，不合格的再次答辩。\n',
      [],
    ],
  ])('%s', (_, text, stages) => expect(stagesOf(text)).toEqual(stages));
});

describe('steps below 时间安排 whose text begins with their time', () => {
  const paper = (...steps: string[]) =>
    `北湾学院毕业设计工作安排\n\n一、时间安排\n\n${steps.map((step, at) => `（${'一二三'[at]}）${step}`).join('\n\n')}\n`;
  test('a day, a window, a label of time', () =>
    expect(
      stagesOf(
        paper(
          '开题检查\n\n2026年1月26日前，学生填写报告（记录须手写，指导时间为2025年9月至2026年4月），由导师保存。',
          '中期检查\n\n2026年3月15日至20日为检查阶段。',
          '复制比检测\n\n检测时间暂定为2026年4月23日至26日。',
        ),
      ),
    ).toEqual(['开题检查 2026年1月26日前', '中期检查 2026年3月15日至20日', '复制比检测 2026年4月23日至26日']));
  test('days further on in the text are those of works', () =>
    expect(
      stagesOf(
        paper('教学保障\n\n教务处编排课表，2026年3月1日前公布。', '后勤保障\n\n后勤处检修锅炉，2026年3月5日前完成。'),
      ),
    ).toEqual([]));
  test('blanks in front of the brackets', () =>
    expect(
      stagesOf(
        '北湾学院考核安排\n\n一、自评阶段： （2026年11月26日至12月5日）\n\n写出报告。\n\n二、评审阶段  （2026年12月底）\n\n公布结果。\n',
      ),
    ).toEqual(['自评 2026年11月26日至12月5日', '评审 2026年12月底']));
});
