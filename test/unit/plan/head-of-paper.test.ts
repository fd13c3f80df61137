import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const titleOf = (text: string) => readPlans(text).plans[0]?.title?.value;
const body =
  '\n各部门：\n\n为做好假期安全工作，现将具体事项通知如下：\n\n### 一、加强检查\n\n由安保部于2024年2月6日前完成检查。\n';

describe('the head of a paper in Markdown', () => {
  test('the number of the document, set as a heading, is no title', () => {
    const head = '**云湖商业管理有限公司文件**\n\n# 云湖商管字[2024]4号\n\n## 关于做好春节假期安全工作的通知\n';
    expect(titleOf(head + body)).toBe('关于做好春节假期安全工作的通知');
  });

  test('a second heading below a title is a section', () => {
    expect(titleOf(`# 云湖商场2024年工作要点\n\n## 关于安全工作的安排\n${body}`)).toBe('云湖商场2024年工作要点');
  });

  test('the paper of one stage has its title', () => {
    expect(titleOf(`# 第二阶段工作总结\n${body}`)).toBe('第二阶段工作总结');
  });

  test('stages that are headings of one depth are no titles', () => {
    expect(
      titleOf('# 第一阶段（学习调研）工作总结\n\n3月底前完成。\n\n# 第二阶段（分析检查）工作总结\n\n6月底前完成。\n'),
    ).toBeUndefined();
  });
});

test('who publishes a notice on a website is no part of its title, and the year it looks back on is not that of its days', () => {
  const { plans } = readPlans(`资产处：关于开展实验室设备绩效评价工作的通知

各学院：
根据学校安排，现开展全校2023年度实验室设备绩效评价，通知如下。

一、工作安排

（一）自查自评阶段（4月8日—4月26日）。各学院填写评价表。

（二）综合评定阶段（4月28日—5月20日）。由资产处组织评定。

资产处
2024年4月3日
`);
  expect(plans[0]?.title?.value).toBe('关于开展实验室设备绩效评价工作的通知');
  expect(plans[0]?.stages.map(({ schedules }) => schedules[0]?.span.start?.year)).toEqual([2024, 2024]);
});

test('the second term of a school year lies in its second year', () => {
  const { plans } = readPlans(`柳溪镇中心小学2025—2026学年第二学期作业检查工作方案

为规范作业管理，制定本方案。

一、工作步骤

（一）自查阶段（3月2日—3月13日）。各教研组自查。

（二）抽查阶段（4月7日—4月17日）。由教务处抽查。
`);
  expect(plans[0]?.stages.map(({ schedules }) => schedules[0]?.span.start?.year)).toEqual([2026, 2026]);
});

describe('a first line that names the paper without a genre of plans', () => {
  const text = '\n\n为做好本次工作，现将有关事项公布如下：\n\n一、时间\n\n2026年4月6日。\n';
  test.each([
    '2026年度优秀学生评选公告',
    '推荐优秀应届本科毕业生免试攻读研究生工作细则',
    '新教师培训安排表（2026年8月）',
    '校徽征集启事',
    '环保布袋手绘大赛',
    '2026年迎新晚会流程',
    '**湖山县小学生阅读展示活动**',
  ])('%s', (title) => expect(titleOf(title + text)).toBe(title.replaceAll('*', '')));

  test.each(['公告', '比赛规则', '**活动背景**', '各参赛学校', '今年的比赛，我们赢了', '现将流程公布如下：'])(
    '%s is none',
    (line) => expect(titleOf(line + text)).toBeUndefined(),
  );

  test('another short line below it may be the title', () => {
    expect(titleOf(`**湖山县教育局团委**\n\n**关于开展阅读展示活动的通知**${text}`)).toBe(
      '湖山县教育局团委关于开展阅读展示活动的通知',
    );
  });
});
