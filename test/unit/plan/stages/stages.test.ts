import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../../server/src/plan/read.ts';

const stagesOf = (text: string) =>
  readPlans(`青禾县消防安全整治工作方案\n\n为做好整治工作，制定本方案。\n\n${text}`).plans[0]?.stages ?? [];
const names = (text: string) => stagesOf(text).map(({ name }) => name.value);

describe('what is a stage', () => {
  test('a window in the brackets of its heading', () => {
    expect(
      names(
        '三、工作步骤\n（一）自查自纠（2024年5月6日至20日）。各单位自查。\n（二）集中整治（2024年5月21日至31日）。逐户整改。',
      ),
    ).toEqual(['自查自纠', '集中整治']);
  });

  test('a day in the text that runs on, where the section is about the progress', () => {
    expect(
      names(
        '四、工作进度\n（一）制定方案。各单位要结合实际制定方案，并于2024年5月底前报送。\n（二）开展试点。各单位要积极推进，取得成效。\n（三）总结经验。各单位要于2024年10月底前，对试点情况进行总结。',
      ),
    ).toEqual(['制定方案', '开展试点', '总结经验']);
  });

  test('a task with a time limit is none, whatever brackets stand in its text', () => {
    expect(
      names(
        '三、工作任务\n（一）实施部署。（1）资源申请，完成时限：2024年5月31日。\n（二）设备购置。（1）采购终端（含备件），完成时限：2024年6月30日。',
      ),
    ).toEqual([]);
  });

  test.each([
    ['on lines of their own', '阶段一：征集作品（3月1日至15日）\n各班交来作品。\n阶段二：评选\n投票与打分各占一半。'],
    [
      'in bold type',
      '**阶段一：征集作品（3月1日至15日）**\n\n各班交来作品。\n\n**阶段二：评选**\n\n投票与打分各占一半。',
    ],
    ['in a list', '- 阶段1：征集作品（3月1日至15日）\n- 阶段2：评选'],
  ])('阶段一：… %s', (_where, text) => {
    expect(names(`四、活动流程\n\n${text}`)).toEqual(['征集作品', '评选']);
  });

  test('what each stage hands in is none', () => {
    expect(names('四、提交材料\n\n- 阶段1：计划书\n- 阶段2：中期报告')).toEqual([]);
    expect(names('四、活动流程\n阶段一结束后，各班交来作品。')).toEqual([]);
  });

  test('in which year one has to be born is no window', () => {
    expect(
      names(
        '三、参加办法\n（一）成年组年满20岁（2006年当年出生）。\n（二）青年组年满18岁（2008年当年出生）。\n（三）少年组年满13岁（2013年以前出生）。',
      ),
    ).toEqual([]);
  });

  test('parts of a meeting are none', () => {
    expect(
      names(
        '四、会议议程\n局长主持，分两个阶段进行。\n第一阶段：中心组学习会\n（一）传达文件\n第二阶段：工作推进会\n（一）交流发言',
      ),
    ).toEqual([]);
  });

  test('one whose heading says how long it takes', () => {
    expect(
      names(
        '三、实施步骤\n1.宣传发动阶段（1个月）\n发放资料。\n2.集中整治阶段（2个月）\n逐户清理。\n3.巩固提升阶段（长期）\n落实制度。',
      ),
    ).toEqual(['宣传发动', '集中整治', '巩固提升']);
  });

  test('one between two stages that has its time beside its name', () => {
    const steps = '三、实施步骤\n1.报名阶段：5月6日至10日\n2.学院初赛：5月20日\n3.决赛阶段：6月上旬';
    expect(names(steps)).toEqual(['报名', '学院初赛', '决赛']);
    expect(names(steps.replace('学院初赛：5月20日', '报名材料交教务处。'))).toEqual(['报名', '决赛']);
  });

  test('sections that are called like stages, one after the other from an opening to a close', () => {
    const course =
      '一、学习调研\n组织学习。\n二、分析检查\n查找不足。\n三、整改落实\n逐项整改。\n四、巩固提高\n总结做法。';
    expect(names(course)).toEqual(['学习调研', '分析检查', '整改落实', '巩固提高']);
  });

  test('two of the stages that every campaign has', () => {
    expect(names('一、目标要求\n解决问题。\n二、分析检查\n查找不足。\n三、整改落实\n逐项整改。')).toEqual([
      '分析检查',
      '整改落实',
    ]);
  });

  test.each([
    ['kinds of work without any day', '一、宣传教育\n张贴标语。\n二、排查整治\n逐户检查。\n三、总结考核\n纳入考核。'],
    [
      'parts of which some are called otherwise',
      '一、学习教育\n3月1日开讲。\n二、经费预算\n按标准。\n三、总结提高\n写出总结。',
    ],
    ['a plan that has its steps', '一、动员部署\n3月1日开会。\n二、工作步骤\n分三步。\n三、总结验收\n写出总结。'],
  ])('%s are no stages', (_, text) => expect(names(text)).toEqual([]));

  test('its name is not cut within the name of a kind of place', () => {
    const [first] = names(
      '三、选拔程序\n（一）第一阶段：各区、县（市）教育主管部门严格按照条件推荐骨干教师人选，报市局政治处汇总（3月）\n（二）第二阶段：评议（4月）',
    );
    expect(first).toMatch(/^各区、县（市）教育/);
  });

  test('its name ends where the text begins', () => {
    const [first] = names(
      '三、时间安排\n（一）制定方案，动员部署（2024年6月20日至30日）各单位按照要求开展启动阶段的工作，明确任务\n（二）全面开展，有序实施（2024年7月1日至8月25日）各单位全面完成整治任务',
    );
    expect(first).toMatch(/^制定方案/);
    expect(first?.length).toBeLessThanOrEqual(30);
  });
});

describe('titles of sections', () => {
  const titles = (text: string) =>
    readPlans(`青禾县消防安全整治工作方案\n\n${text}`).plans[0]?.sections.map(({ title }) => title.value);

  test('a heading whose line break is lost', () => {
    expect(
      titles(
        '一、指导思想坚持以人民为中心的发展思想，统筹发展和安全，压实各方责任。\n二、组织领导为做好整治工作，县政府成立领导小组，由分管副县长任组长，各有关部门负责人为成员。',
      ),
    ).toEqual(['指导思想', '组织领导']);
  });

  test('words that go on', () => {
    expect(
      titles(
        '一、指导思想和目标要求的确定必须坚持实事求是并符合上级文件精神和有关规定\n二、工作目标责任制的落实情况由县政府办公室牵头检查考核并通报全县各有关单位',
      )?.[1],
    ).toMatch(/^工作目标责任制/);
  });

  test('headings of a meeting without their numbers', () => {
    expect(
      titles(
        '一、会议时间\n2024年5月6日\n会议地点\n三楼会议室\n参会人员\n1.局领导；\n2.各科室负责人。\n有关要求\n请准时参会。',
      ),
    ).toEqual(['会议时间', '会议地点', '参会人员', '有关要求']);
  });
});

test('days in front of the name of a stage are no part of it', () => {
  expect(
    names(
      '二、竞赛分三个阶段\n第一阶段：2024年5月7日-10日为宣传准备阶段。组织宣传。\n第二阶段：5月11日-20日为竞赛阶段。开展竞赛。',
    ),
  ).toEqual(['宣传准备', '竞赛']);
});

describe('the time of a stage is no name', () => {
  test.each([
    ['第一阶段：元旦后至“五一”前。', '第一阶段'],
    ['第一阶段：2024年1月至4月，主题是“读一本书”。', '第一阶段'],
    ['第一阶段：2024年1月至4月，进村入户摸底。', '进村入户摸底'],
    ['第一阶段（网上登记时间）：2024年1月8日至12日', '网上登记'],
    ['第一阶段：2024年1月8日至10日三天，请于8日上午到县党校报到。', '第一阶段'],
  ])('%s', (text, name) =>
    expect(names(`二、时间安排\n${text}\n第二阶段：2024年5月至6月，集中整治。`)).toEqual([name, '集中整治']),
  );

  test('behind a mark, where no number stands in front of it', () => {
    const steps =
      '1、5月6日至10日，进行报名推荐。各村自愿报名。\n2、5月13日至17日，组织体检。县医院承担。\n3、5月20日前，确定人选。报县委组织部。';
    expect(names(`二、时间安排\n${steps}`)).toEqual(['进行报名推荐', '组织体检', '确定人选']);
  });
});

describe('a part of a selection that has its days in brackets', () => {
  const days = '（一）初选（5月6日至10日）\n1.报名。\n（二）决选（5月13日至14日）\n1.答辩。\n';
  test.each([
    ['and one that has none', '（三）公示与聘任\n1.公示。', ['初选', '决选', '公示与聘任']],
    ['and a remark', '（三）答辩时间与内容\n1.自述。', ['初选', '决选']],
    ['and a sentence', '（三）为确保公平，全程录像。', ['初选', '决选']],
  ])('%s', (_, last, expected) => expect(names(`二、选聘程序\n${days}${last}`)).toEqual(expected));

  test('the year of what is chosen is no day', () => {
    const steps = '1.推选。各班5月10日前推选。\n2.评议。评出2024年好少年10名。\n3.宣传。张贴照片。';
    expect(names(`二、评选程序\n${steps}`)).toEqual([]);
  });
});

describe('stages that one sentence lists with their windows', () => {
  const windows = (text: string) =>
    stagesOf(text).map(({ name, schedules }) => [
      name.value,
      ...schedules.map(({ span }) => `${span.start?.month}.${span.start?.day}-${span.end?.month}.${span.end?.day}`),
    ]);

  test.each([
    '二、时间安排\n2024年3月1日至3月15日为动员部署阶段，3月16日至5月31日为排查整治阶段，6月1日至6月20日为总结验收阶段。',
    '二、时间安排\n整治分为动员部署阶段（2024年3月1日至3月15日）、排查整治阶段（3月16日至5月31日）和总结验收阶段（6月1日至6月20日）。',
    '二、时间安排\n整治行动分为动员部署（2024年3月1日至3月15日）、排查整治（3月16日至5月31日）、总结验收（6月1日至6月20日）三个阶段。',
    '二、时间安排\n分三个阶段：2024年3月1日至15日为第一阶段，即动员部署阶段；3月16日至5月31日为第二阶段，即排查整治阶段；6月1日至20日为第三阶段，即总结验收阶段。',
  ])('%s', (text) => {
    expect(windows(text)).toEqual([
      ['动员部署', '3.1-3.15'],
      ['排查整治', '3.16-5.31'],
      ['总结验收', '6.1-6.20'],
    ]);
  });

  test('they give the sections of the stages their windows', () => {
    expect(
      windows(
        '二、时间安排\n2024年3月1日至3月15日为动员部署阶段，3月16日至5月31日为排查整治阶段。\n三、整治步骤\n（一）动员部署阶段\n召开会议。\n（二）排查整治阶段\n逐户整改。',
      ),
    ).toEqual([
      ['动员部署', '3.1-3.15'],
      ['排查整治', '3.16-5.31'],
    ]);
  });

  test('a stage in passing is no list of them', () => {
    expect(
      windows('二、有关要求\n2024年3月1日至15日为申报时间，4月1日前进入评审阶段，5月10日前公布结果，转入下一阶段。'),
    ).toEqual([]);
  });
});
