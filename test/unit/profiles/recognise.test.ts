import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { type RecognitionSettings, recognise } from '../../../server/src/profiles/recognise.ts';

const profilesOf = (text: string, settings: RecognitionSettings = {}) =>
  recognise(readPlans(text), settings).map(({ profile }) => profile.id);

const folder = (name: string) =>
  readdirSync(name)
    .filter((file) => /\.(?:md|txt)$/.test(file))
    .map((file) => [file, readFileSync(`${name}/${file}`, 'utf8')] as const);

describe('ordinary texts are left alone', () => {
  const ordinary = folder('test/fixtures/ordinary');

  test('there are enough of them', () => expect(ordinary.length).toBeGreaterThanOrEqual(25));

  test.each(ordinary)('%s', (_, text) => expect(profilesOf(text)).toEqual([]));

  test.each([
    ['nothing', ''],
    ['blanks', ' \n\t\n　\n'],
    ['a title alone', '# 某局整改方案\n'],
    ['a title and one sentence', '某局整改方案\n\n待写。\n'],
    ['a list', '- 牛奶\n- 鸡蛋\n- 10月1日前还书\n'],
    ['a link to a plan', '# 资料\n\n见[实施方案](plan.md)，2026年3月底前看完。\n'],
  ])('%s', (_, text) => expect(profilesOf(text)).toEqual([]));
});

describe('the sound plans are found, each with its profile', () => {
  const expected: Readonly<Record<string, string>> = {
    'campus-festival.md': 'campus-activity',
    'creation.md': 'creation',
    'drill.md': 'activity-plan',
    'inspection-rectification.md': 'inspection-rectify',
    'plain-indent.txt': 'campaign',
    'project.md': 'project',
    'stage-plan.md': 'stage-plan',
    'summary.md': 'summary',
    'theme-education.md': 'edu-campaign',
    'two-levels.md': 'implementation-plan',
    'work-safety.md': 'campaign',
  };
  test.each(Object.entries(expected))('%s is %s', (file, profile) => {
    expect(profilesOf(readFileSync(`test/fixtures/sound/${file}`, 'utf8'))).toEqual([profile]);
  });
});

describe('a list of what is put right is found, however short', () => {
  test.each([
    [
      'a ledger without owners and limits',
      '# 水泵厂整改台账\n\n| 问题 | 整改措施 |\n| --- | --- |\n| 漏油 | 换垫圈 |\n',
      ['task-breakdown'],
    ],
    [
      'a table of that name',
      '# 问题整改情况一览表\n\n| 问题 | 整改措施 |\n| --- | --- |\n| 漏油 | 换垫圈 |\n',
      ['task-breakdown'],
    ],
    ['整改落实 as the title', '# 整改落实\n\n- 更换垫圈\n- 修订规程\n', ['task-breakdown']],
    ['整改落实 in a short plan', '# 实施方案\n\n## 整改落实\n\n- 更换垫圈\n', ['implementation-plan']],
    ['two stages of a campaign', '# 实施方案\n\n## 学习调研\n\n3月\n\n## 分析检查\n\n4月\n', ['implementation-plan']],
    [
      'a plan with a link in it',
      `# 阀门厂整改方案\n\n根据检查意见，制定本方案。见[意见](a.md)。\n\n一、目标要求\n\n全部整改到位。\n\n二、整改落实\n\n1.更换垫圈，由设备科负责，2026年3月6日前完成。\n\n三、组织领导\n\n由厂办负责。\n`,
      ['rectification-plan'],
    ],
    ['a third stage', '# 第三阶段 整改落实\n\n1. 更换垫圈。\n2. 修订规程。\n', ['activity-plan']],
    ['an account of it', '# 小结\n\n## 整改落实\n\n- 已更换垫圈\n', []],
    ['a list of things to mend in a program', '# TODO\n\n- 整改登录页\n- 整改[接口](https://a.example)\n', []],
    ['an article about it', '# 如何写好整改报告\n\n整改落实要有责任人。\n\n## 一、为什么\n\n先说问题。\n', []],
  ])('%s', (_, text, profiles) => expect(profilesOf(text)).toEqual(profiles));
});

describe('a title and a table of who does what until when make a plan', () => {
  const rows = '| 1 | 更换垫圈 | 刘洋 | 3月6日 |\n| 2 | 修订规程 | 周敏 | 3月9日 |\n';
  const ledger = `| 序号 | 信访事项 | 包案领导 | 化解时限 |\n| --- | --- | --- | --- |\n${rows}`;
  const tasks = `| 序号 | 任务 | 负责人 | 时间 |\n| --- | --- | --- | --- |\n${rows}`;
  test.each([
    ['a ledger with headers of its own', `# 柳林街道信访积案化解行动方案\n\n${ledger}`, 1],
    ['tasks', `# 柳林街道春季绿化工作方案\n\n${tasks}`, 1],
    ['tasks of programmers', `# 登录服务重构方案\n\n拆分接口，重写缓存。\n\n${tasks}`, 0],
    ['minutes of a meeting', `# 周例会纪要\n\n${tasks}`, 0],
    ['no title', tasks, 0],
  ])('%s', (_, text, count) => expect(profilesOf(text)).toHaveLength(count));
});

describe('the paper of a contest is found without a genre in its title', () => {
  const sections = (when: string) => `
一、参赛对象
全体在校学生。
二、报名方式
各班统一报名，报名表交校团委。
三、比赛时间
${when}
四、奖项设置
一等奖5%，二等奖15%，三等奖30%。`;
  const day = '4月21日14时，教学楼301。';
  test.each([
    ['with its edition', `第1届科技社成员选拔赛\n${sections(day)}`, 1],
    ['below Markdown headings', `# 北湾大学第十届程序设计竞赛\n${sections(day).replace(/^.、/gm, '## ')}`, 1],
    ['about code', `# 首届网页设计大赛\n\n提交源码、数据库脚本和接口文档，代码须可部署。\n${sections(day)}`, 1],
    ['as a charter', `北湾大学第七届程序设计大赛章程\n${sections(day)}`, 1],
    ['with a year in its day', `# 校园歌手大赛\n${sections(`2026年${day}`)}`, 1],
    ['a charter for every year', `# 校园歌手大赛章程\n${sections('每年4月21日。')}`, 0],
    ['a contest of no edition and no year', `# 校园歌手大赛\n${sections(day)}`, 0],
    ['no day', `# 第三届校园歌手大赛\n${sections('另行通知。')}`, 0],
    ['a game', `# 第三届玩家争霸赛\n${sections(day)}\n另送皮肤一套，玩家凭游戏账号领取。`, 0],
    ['an account of it', `# 第三届校园歌手大赛有感\n${sections(day)}`, 0],
  ])('%s', (_, text, count) => expect(profilesOf(text)).toHaveLength(count));
});

describe('a schedule in tables is found by the days in it', () => {
  const rows = (days: readonly [string, string][]) =>
    days.map(([from, to], at) => `| 节点${at + 1} | ${from} | ${to} | 重构接口 |`).join('\n');
  const table = (body: string) => `| 里程碑 | 起始日期 | 结束日期 | 目标 |\n| --- | --- | --- | --- |\n${body}\n`;
  const days: readonly [string, string][] = [
    ['2026-01-04', '2026-01-24'],
    ['2026-01-25', '2026-02-07'],
    ['2026年2月8日', '2026年2月28日'],
  ];
  test.each([
    ['a road map', `# 路线图\n\n${table(rows(days))}`, 1],
    [
      'months alone',
      `# 路线图\n\n${table(
        rows([
          ['2026年1月', '2026年2月'],
          ['2026年2月', '2026年3月'],
          ['3月', '4月'],
        ]),
      )}`,
      0,
    ],
    ['two rows', `# 路线图\n\n${table(rows(days.slice(1)))}`, 0],
    ['another title', `# 版本说明\n\n${table(rows(days))}`, 0],
    ['a few rows among many words', `# 路线图\n\n${'先拆分接口，再重写缓存。'.repeat(40)}\n\n${table(rows(days))}`, 0],
  ])('%s', (_, text, count) => expect(profilesOf(text)).toHaveLength(count));
});

describe('the examples', () => {
  test.each([
    ['工作方案.md', ['implementation-plan']],
    ['整改方案.md', ['rectification-plan']],
    ['阶段方案.md', ['stage-plan']],
    ['README.md', []],
  ])('%s', (file, profiles) => {
    expect(profilesOf(readFileSync(`examples/${file}`, 'utf8'))).toEqual(profiles);
  });
});

const campaign = `根据《中共南湾区委关于开展学习实践活动的意见》的精神，我系统从2026年3月至8月参加学习实践活动。为切实搞好活动，特制定本方案。
一、指导思想和目标要求
坚持解放思想，解决突出问题，群众满意度不低于90%。
二、三个阶段的安排
第一阶段：学习调研（3月至4月）。各支部组织学习讨论，开展调研走访。
第二阶段：分析检查（5月至6月）。召开民主生活会，形成分析检查报告。
第三阶段：整改落实（7月至8月）。制定整改方案，解决突出问题，开展满意度测评，做好总结。
三、组织领导
成立领导小组，党委书记任组长，其他党委委员为成员，办公室设在党委办公室。各支部书记为本支部活动的第一责任人，要制定具体措施，明确专人联络，每月25日前向领导小组办公室报送进展情况。要坚持两手抓、两不误，把活动同日常工作结合起来，不走过场。
四、督导检查
领导小组派出两个督导组，分别由党委副书记、纪委书记带队，每个阶段到各支部检查不少于一次，检查结果在全系统通报。对行动迟缓、敷衍应付的，责令补课。`;

describe('a title makes it the kind', () => {
  const body = `

根据《某市关于做好此项工作的意见》（某政发〔2026〕8号）要求，结合实际，制定本方案。
一、工作目标
到2026年10月底，各项任务全部完成。
二、主要任务
由县应急管理局牵头，2026年8月31日前完成排查；责任单位每月25日前报送进展。
三、组织领导
成立领导小组，办公室设在县应急管理局，各部门、各单位主要负责人为第一责任人。`;

  test.each([
    ['南湾县打击非法捕捞专项整治行动实施方案', 'campaign'],
    ['南湾县危险化学品安全风险集中治理工作方案', 'campaign'],
    ['南湾县集贸市场整治工作方案', 'implementation-plan'],
    ['南湾县安全生产治本攻坚三年行动方案（2026—2028年）', 'safety-3yr'],
    ['南湾县农村人居环境整治提升三年行动方案', 'implementation-plan'],
    ['中共南湾县司法局党组关于县委巡察反馈意见的整改方案', 'inspection-rectify'],
    ['南湾县关于中央生态环境保护督察反馈问题整改方案', 'env-rectify'],
    ['南湾县2025年度预算执行审计发现问题整改方案', 'env-rectify'],
    ['南湾县中医院消防检查问题整改方案', 'rectification-plan'],
    ['南湾县森林火灾应急预案', 'emergency'],
    ['南湾县第三小学校车交通事故应急处置预案', 'emergency'],
    ['南湾县第三小学防震应急疏散演练方案', 'activity-plan'],
    ['南湾县第三小学第六届校园艺术节活动方案', 'campus-activity'],
    ['南湾县职工第五届运动会竞赛规程', 'activity-plan'],
    ['南湾大学全国中学生生物夏令营招生简章', 'activity-plan'],
    ['南湾县第三小学校园欺凌防治工作方案', 'implementation-plan'],
    ['南湾县龙舟赛大型群众性活动安全工作方案', 'mass-event-safety'],
    ['南湾县第三小学安全工作方案', 'implementation-plan'],
    ['南湾县创建省级文明城市实施方案', 'creation'],
    ['南湾县城乡供水一体化项目实施方案', 'project'],
    ['南湾县党风廉政建设实施方案', 'implementation-plan'],
    ['南湾县教育局党纪学习教育实施方案', 'theme-2023'],
    ['南湾县农村公路养护工作方案', 'implementation-plan'],
  ])('%s is %s', (title, profile) => expect(profilesOf(title + body)).toEqual([profile]));
});

test('a 预案 without its title is one by what it says of itself', () => {
  const text = `为有效预防和处置工地中暑、触电等事故，保障职工生命安全，特制定本预案。

一、组织领导

项目部成立事故应急救援领导小组，项目经理任组长，总工程师任副组长，安全员、班组长为成员。

二、应急救援措施

事故发生后，现场人员立即向项目经理报告，由安全员组织抢救并拨打120。

三、应急保障

项目部配备急救箱2个、担架1副，由材料员负责保管，每月检查一次。`;
  expect(profilesOf(text)).toEqual(['emergency']);
});

describe('plans of other shapes', () => {
  test.each([
    ['without a title', campaign, 'edu-campaign'],
    ['on a single line', campaign.replaceAll('\n', ' '), 'edu-campaign'],
    [
      'a notice that sets a campaign',
      `关于开展校车安全专项整治工作的通知

各中小学、幼儿园：
根据市安委会部署，决定在全市开展校车安全专项整治。现将有关事项通知如下：
一、自查自纠（3月31日前）
各校对校车逐辆检查，建立台账。
二、集中检查（4月30日前）
教育局会同交警大队逐校检查。
三、整改总结（5月31日前）
对查出的问题限期整改，并报送总结。

河东市教育局
2026年3月10日`,
      'activity-plan',
    ],
    [
      'a programme of a few labelled lines',
      `初三年级毕业典礼活动安排

一、时间：2026年6月28日（周日）上午9:00
二、地点：学校体育馆
三、参加人员：初三全体师生、家长代表
四、活动流程：
1.校长致辞；
2.颁发毕业证书；
3.学生代表发言。
五、工作分工：
1.会场布置：总务处负责，6月27日前完成；
2.音响调试：信息中心负责。

教导处
2026年6月15日`,
      'campus-activity',
    ],
    [
      'a ledger',
      `江桥镇信访问题整改台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 |
| --- | --- | --- | --- | --- | --- |
| 1 | 接访记录不全 | 统一登记 | 信访办 | 李国平 | 2026年4月30日 |
| 2 | 答复超期 | 设提醒台账 | 信访办 | 王丽 | 2026年5月15日 |`,
      'task-breakdown',
    ],
    [
      'a timetable and nothing else',
      `| 活动内容 | 时间 | 备注 |
| --- | --- | --- |
| 启动仪式 | 2026年3月1日 | |
| 初赛 | 2026年3月15日 | |
| 复赛 | 2026年4月12日 | |
| 决赛 | 2026年5月10日 | |
| 颁奖典礼 | 2026年5月24日 | |`,
      'activity-plan',
    ],
    [
      'a timetable that names the weekdays, whatever its columns are called',
      `## 分享会

| 场次 | 什么时候 | 谁来讲 |
| --- | --- | --- |
| 第一场 | 2026-03-07（周六） | 林晓雯 |
| 第二场 | 2026-03-14（周六） | 周子航 |
| 第三场 | 2026-03-21（周六） | 何雨桐 |
| 第四场 | 2026-03-28（周六） | 待报名 |`,
      'activity-plan',
    ],
    [
      'an account of how a meeting was held',
      `# 第三季度供应商会议总结

现将会议筹办情况总结如下。

## 一、会议筹备情况
采购部于9月1日发出通知，9月20日前完成会场布置。
## 二、存在的问题
签到排队时间较长，材料少印了12份。
## 三、下一步打算
11月30日前由采购部修订会务手册。`,
      'summary',
    ],
    [
      'a report on progress',
      `关于消防安全整改进展情况的汇报

县消防救援大队：
根据检查意见，我单位对三个方面的问题进行了整改。现将有关情况汇报如下：
一、整改工作开展情况
3月20日召开专题会，3月31日前更换灭火器40具。
二、存在的问题
二层通道仍未完全清理。
三、下一步打算
4月15日前由后勤科完成清理。

县文化馆
2026年4月1日`,
      'summary',
    ],
    [
      'opinions of a government',
      `青川区人民政府关于加强校外培训机构治理的实施意见

各街道办事处，区政府各部门：
为贯彻落实上级部署，规范校外培训行为，结合我区实际，提出如下实施意见：
一、总体要求
坚持依法治理、标本兼治。
二、主要任务
（一）摸底排查。区教育局牵头，2026年4月底前完成。
（二）集中整治。区市场监管局牵头，2026年9月底前完成。
三、保障措施
（一）加强组织领导。成立治理工作领导小组。
（二）强化督导检查。`,
      'implementation-plan',
    ],
    [
      'the third stage of an activity',
      `柳河学校学习教育活动第三阶段工作安排

根据县教育局的统一部署，第三阶段从6月1日开始，到6月30日结束，现将工作安排如下：
一、制定整改措施
各支部6月10日前完成。
二、加强组织领导
校党支部书记为第一责任人。`,
      'stage-plan',
    ],
    [
      'the plan of a club, in Markdown headings',
      `# 棋类社团2026年春季工作计划

## 工作目标

组织校内联赛，参加市级比赛。

## 主要任务

### 招新

截止时间：2026年3月10日

负责人：赵一鸣

### 联赛

截止时间：2026年4月20日

负责人：孙可

### 市级比赛

截止时间：2026年5月30日

负责人：赵一鸣`,
      'activity-plan',
    ],
  ])('%s', (_, text, profile) => expect(profilesOf(text)).toEqual([profile]));

  test('two plans in one file each have their own', () => {
    const text = `${readFileSync('examples/工作方案.md', 'utf8')}\n${readFileSync('examples/整改方案.md', 'utf8')}`;
    expect(profilesOf(text)).toEqual(['implementation-plan', 'rectification-plan']);
  });
});

describe('what was said about a file decides', () => {
  const recipe = readFileSync('test/fixtures/ordinary/recipe.md', 'utf8');
  const plan = readFileSync('examples/整改方案.md', 'utf8');
  const headed = (head: string, text: string) => `---\n${head}\n---\n\n${text}`;

  test.each(['plan: none', 'plan: false', 'profile: none'])('%s always wins', (head) => {
    const settings = { commanded: 'summary', configured: 'summary', preferred: 'summary' };
    expect(profilesOf(headed(head, plan), settings)).toEqual([]);
  });

  test('front matter before the command line, that before the configuration', () => {
    const settings = { commanded: 'summary', configured: 'stage-plan' };
    expect(profilesOf(headed('plan: edu-campaign', recipe), settings)).toEqual(['edu-campaign']);
    expect(profilesOf(recipe, settings)).toEqual(['summary']);
    expect(profilesOf(recipe, { configured: 'stage-plan' })).toEqual(['stage-plan']);
  });

  test('the configuration can take a plan away', () => {
    expect(profilesOf(plan, { configured: 'none' })).toEqual([]);
  });

  test.each(['plan: true', 'plan: auto', 'plan: no-such-profile'])('%s makes it a plan of its own kind', (head) => {
    expect(profilesOf(headed(head, plan))).toEqual(['rectification-plan']);
  });

  test('a preferred profile changes the kind, but makes nothing a plan', () => {
    expect(profilesOf(plan, { preferred: 'implementation-plan' })).toEqual(['implementation-plan']);
    expect(profilesOf(recipe, { preferred: 'implementation-plan' })).toEqual([]);
  });

  test('an empty file that is called a plan is no plan, but no crash either', () => {
    expect(profilesOf(headed('plan: summary', ''))).toEqual(['summary']);
  });
});

const sections = `一、工作目标
到2026年10月底，各项任务全部完成。
二、主要任务
由县应急管理局牵头，2026年8月31日前完成排查；责任单位每月25日前报送进展。
三、组织领导
成立领导小组，办公室设在县应急管理局，各部门、各单位主要负责人为第一责任人。`;

describe('plans behind the head of a document', () => {
  test.each([
    [
      'a notice whose annexed plan has lost its title',
      `内部事项

南湾县交通运输局文件

南交发〔2026〕12号

南湾县交通运输局关于印发《农村公路安全隐患专项整治工作方案》的通知

各乡镇人民政府：

现将《农村公路安全隐患专项整治工作方案》印发给你们，请认真贯彻执行。南湾县交通运输局2026年3月5日

${sections}`,
      ['campaign'],
    ],
    [
      'a title as long as its issuers',
      `南湾县教育局南湾县公安局南湾县市场监督管理局南湾县卫生健康局南湾县消防救援大队关于印发《校园周边环境整治工作方案》的通知

各中小学：

${sections}`,
      ['implementation-plan'],
    ],
    [
      'a letter that asks to sign a draft',
      `南湾县水利局关于商请会签《南湾县山洪灾害防御应急预案》的函

县应急管理局：
我局修订了预案，请会签。
一、组织指挥体系
县防汛抗旱指挥部由县政府分管领导任总指挥，办公室设在县水利局。
二、应急响应
各责任单位接到预警后立即到岗，由县水利局牵头会商。
三、应急保障
各单位储备物资，落实责任人。`,
      ['emergency'],
    ],
    [
      'a notice and the plan that it names',
      `关于印发《南湾县消防安全大检查工作方案》的通知

各乡镇人民政府：
现将方案印发给你们，请认真执行。

南湾县人民政府办公室
2026年4月1日

附件

南湾县消防安全大检查工作方案

${sections}`,
      ['campaign'],
    ],
    [
      '附件 in front of the title',
      `关于印发农田水利设施管护分工方案的通知

各乡镇人民政府：
现将方案印发给你们，请认真执行。

南湾县人民政府办公室
2026年4月1日

附件农田水利设施管护工作方案

${sections}`,
      ['implementation-plan'],
    ],
  ])('%s', (_, text, expected) => expect(profilesOf(text)).toEqual(expected));

  test('the head is no part of the title', () => {
    const [plan] = readPlans(`特急

南湾县教育局文件

南教〔2026〕 7 号

关于印发《校车安全整治工作方案》的通知

${sections}`).plans;
    expect(plan?.title?.value).toBe('关于印发《校车安全整治工作方案》的通知');
  });
});

describe('plans of meetings and events', () => {
  test.each([
    [
      'headings and no sentence that announces the plan',
      `南湾县总工会“五一”表彰大会方案

一、会议时间
2026年4月29日上午9:30
二、会议地点
县总工会三楼会议室
三、参会人员
1.县总工会领导；
2.受表彰的先进个人。
四、会议议程
主持人：李国平副主席
1.宣读表彰决定；
2.颁发证书；
3.代表发言。
五、有关事项
办公室负责会务，4月28日前完成布置。`,
      'activity-plan',
    ],
    [
      'headings that lost their numbers, and hyphens at the end',
      `“书香南湾”青年读书交流会方案

一、会议时间
2026年4月23日下午3:00
会议地点
县图书馆报告厅
参加人员
1.县直机关青年代表30人；
2.县图书馆志愿者。
会议议程
1.青年代表发言；
2.交流讨论；
3.总结。
有关要求
1.团县委负责会务；
2.县图书馆负责布置会场。
-----------------------`,
      'activity-plan',
    ],
    [
      'a reading class within a campaign of education',
      `南湾县水利局党纪学习教育读书班方案

为深化党纪学习教育，根据县委要求，拟举办读书班，现将有关事项安排如下：
一、学习时间
2026年5月8日至10日
二、参加人员
局党组成员、各科室主要负责人。
三、日程安排
5月8日上午集中学习，5月9日研讨，5月10日总结。
四、有关事项
机关党委负责会务。`,
      'activity-plan',
    ],
    [
      'a student club',
      `# 南湾职业学院第三届科技文化月活动策划书

## 一：活动背景
为丰富校园文化生活，举办科技文化月。
## 二：活动时间
2026年5月8日—5月22日
## 三：活动地点
图书馆前广场
## 四：活动流程
5月8日开幕，5月15日答题，5月22日颁奖。
## 五：经费预算
共计800元。`,
      'activity-plan',
    ],
    [
      'no title at all',
      `### 一、活动主题
数学之美征文
### 二、活动时间与地点
2026年11月12日至20日，教学楼A座大厅
### 三、活动对象
全校在校学生
### 四、活动主办方
数学协会
### 五、活动流程
1.征稿；
2.评选；
3.颁奖。
### 六、经费预算
共计300元。`,
      'activity-plan',
    ],
  ])('%s', (_, text, profile) => expect(profilesOf(text)).toEqual([profile]));
});

describe('reports on work are no plans, whatever they report on', () => {
  const report = `

县委：
现将有关情况报告如下：
一、工作开展情况
3月20日召开专题会，办公室牵头完成清单12项。
二、存在问题
个别单位推进不快。
三、下一步打算
6月底前由各责任单位完成剩余3项。

南湾县水利局
2026年4月1日`;
  test.each([
    ['关于《南湾县深化河湖长制改革实施方案》落实情况的汇报', 'summary'],
    ['南湾县水利局防汛检查发现问题整改情况的报告', 'summary'],
    ['南湾县水利局关于2025年工作情况的报告', 'work-report'],
    ['关于2025年会议计划执行情况的汇报', 'work-report'],
    ['南湾县水利局关于防汛备汛工作的报告', 'work-report'],
    ['关于2026年先进个人评选工作方案的汇报', 'work-report'],
  ])('%s', (title, profile) => expect(profilesOf(title + report)).toEqual([profile]));
});

test('a heading that lost its number begins no plan', () => {
  const text = `南湾县水利局中心组学习会暨植树活动方案

一、时间
2026年3月12日下午2:30
二、地点
湿地公园
三、学习主题
深入学习生态文明建设的重要论述，贯彻落实义务植树的部署要求，推动全县绿化工作再上新台阶。
学习安排
2:30从机关出发，乘车前往湿地公园；3:00参观湿地展馆，现场学习湿地保护的有关知识和法规。
五、参加人员
局党组成员、各科室负责人。
六、有关事项
机关党委负责组织。`;
  expect(readPlans(text).plans).toHaveLength(1);
});

describe('the head of a text that lost all its line breaks', () => {
  const text = `南湾县文化馆文件南文〔2026〕3号签发人：XXX南湾县文化馆关于开展全民阅读活动的工作方案各乡镇文化站，馆内各部室：为推动全民阅读，根据县委要求，制定本方案。一、工作目标全年组织阅读活动不少于12场，参加人数达到5000人次以上，建成示范书屋6个。二、主要任务由阅读推广部牵头，2026年8月31日前完成书屋建设；由各乡镇文化站负责，2026年10月31日前完成阅读活动，每场活动有照片、有签到、有小结。三、组织领导成立领导小组，馆长任组长，办公室设在阅读推广部，各部室负责人为成员，每月25日前报送进展情况。四、工作要求各部室要高度重视，按照分工抓好落实，确保活动安全有序，活动结束后5日内报送总结，馆办公室将工作情况纳入年度考核。五、经费保障活动经费从年度免费开放资金中列支，按规定使用，接受审计监督，专款专用，不得挪作他用。各部室不得以任何理由向参加活动的群众收取费用，不得增加乡镇文化站的负担，确需购买的器材按照政府采购的规定办理手续，并及时登记入账。`;
  test('its title and addressee are found', () => {
    const { plans } = readPlans(text);
    expect(plans.map(({ title }) => title?.value)).toEqual(['南湾县文化馆关于开展全民阅读活动的工作方案']);
    expect(plans[0]?.sections.map(({ title }) => title.value.slice(0, 4))).toHaveLength(5);
    expect(profilesOf(text)).toEqual(['implementation-plan']);
  });
});

describe('texts that show what they are by their words', () => {
  test('a report that answers issue after issue', () => {
    expect(
      profilesOf(
        '创建文明城市整改报告\n县创城指挥部办公室：\n根据督查暗访情况的通报，河西镇对存在的问题提出整改措施，现将整改情况汇报如下：\n（一）兰园街杂物乱堆乱放。\n整改措施：组织人员对杂物进行了清理。\n（二）望通路两侧垃圾成堆。\n整改措施：动用机械清运垃圾。\n河西镇人民政府\n2021年6月2日\n',
      ),
    ).toEqual(['summary']);
  });

  test('the opening of a plan whose title was lost', () => {
    expect(
      profilesOf(
        '为认真贯彻落实县委办公室《关于做好反馈问题整改的通知》精神，强化责任担当，制定本实施方案。\n一、整改内容\n（牵头单位：扶贫办；责任单位：各村支部）\n健全长效机制。\n',
      ),
    ).toEqual(['implementation-plan']);
  });

  test('the rules of a contest without a title', () => {
    expect(
      profilesOf(
        '一、主办单位\n县教育体育局\n二、比赛时间及地点\n2024年10月3日至6日，县体育馆。\n三、参赛单位\n各中心学校。\n四、竞赛办法\n单败淘汰。\n五、报名办法\n9月18日前报送报名表。\n六、经费\n各队自理。\n',
      ).length,
    ).toBe(1);
  });
});

describe('notices of schools', () => {
  const sections =
    '一、活动主题\n\n与书同行\n\n二、活动内容\n\n（一）4月20日上午举行升旗仪式。\n\n（二）4月21日下午召开班会。\n\n三、活动要求\n\n每班上交作品2件。\n\n';

  test('signed and dated, they need no formula', () => {
    const text = `开展“世界读书日”主题教育活动通知\n\n腹有诗书气自华，让我们一起读书吧！\n\n${sections}`;
    expect(profilesOf(`${text}清溪县第一小学\n2020年4月17日\n`)).toHaveLength(1);
    expect(profilesOf(text)).toEqual([]);
  });

  test('what stands behind the genre belongs to the title', () => {
    const text =
      '第二学期补考安排及注意事项\n\n各学院：\n为加强考试管理，对补考作以下安排。\n\n一、考试时间安排\n\n9月10日至13日。\n\n二、试卷领取\n\n各学院到文印室领取。\n\n三、监考及巡考\n\n教务处统一安排。\n\n教务处\n2019年8月20日\n';
    expect(profilesOf(text)).toHaveLength(1);
    expect(readPlans(text).plans[0]?.kind).toBe('安排');
  });
});
