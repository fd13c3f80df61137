import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const countOf = (text: string) => recognise(readPlans(text)).length;

const call = (announced: string, signed = '青禾县人民医院党委\n\n2026年4月8日\n') =>
  `各支部、各科室：\n\n为庆祝建党一百零五周年，推动清廉医院建设，${announced}\n\n一、征文主题\n\n围绕廉洁行医撰写文章。\n\n二、征文要求\n\n1.体裁不限，字数两千字以内。\n\n2.各支部要高度重视，于5月20日前将作品交党委办公室。\n\n三、奖项设置\n\n设一等奖两名。\n\n${signed}`;

describe('a signed notice that lost its title', () => {
  test('is found by what its opening announces', () => {
    expect(countOf(call('党委将在全院开展“清风满院”征文评比活动。'))).toBe(1);
  });

  test.each([
    ['news', call('上周全院职工踊跃投稿，好评不断。')],
    ['a page that nobody signed', call('党委将在全院开展“清风满院”征文评比活动。', '')],
    [
      'a letter to parents',
      '亲爱的家长：\n\n学校将举办“阳光伙伴”亲子运动会比赛。\n\n一、孩子请穿运动服\n\n二、请提前到校\n\n青禾小学\n\n2026年4月8日\n',
    ],
  ])('%s is none', (_, text) => expect(countOf(text)).toBe(0));
});

describe('parts that begin with what guides the work', () => {
  test('are those of a plan without a title', () => {
    expect(
      countOf(
        '一、指导思想\n\n坚持以人民为中心，贯彻落实县委、县政府决策部署，切实加强组织领导，全面推进消防安全专项整治。\n\n二、工作目标\n\n杜绝重大火灾事故。\n\n三、工作任务\n\n（一）开展排查。由街道安监办牵头，各社区配合，对辖区逐户排查，建立台账。\n\n（二）落实整改。由派出所负责，对隐患逐项整改，明确责任人。\n\n四、实施步骤\n\n（一）动员部署阶段（2026年3月）。\n\n（二）集中整治阶段（2026年4月至6月）。\n\n五、工作要求\n\n加强督促检查，压实责任，及时总结经验。\n\n青禾街道办事处\n\n2026年2月20日\n',
      ),
    ).toBe(1);
  });

  test.each([
    [
      'a lesson',
      '一、指导思想\n\n以健康第一为指导，落实课程标准，增强学生体能，培养团结协作精神。\n\n二、教材分析\n\n篮球运球。\n\n三、学情分析\n\n（一）身体素质较好\n\n（二）基础较差\n\n四、教学过程\n\n（一）准备部分\n\n（二）基本部分\n',
    ],
    [
      'a thesis',
      '一、指导思想\n\n论文以建构主义为指导。\n\n二、文献综述\n\n国内外研究很多。\n\n三、研究方法\n\n（一）问卷法\n\n（二）访谈法\n\n四、结论\n\n干预有效。\n',
    ],
  ])('%s has them too, and is none', (_, text) => expect(countOf(text)).toBe(0));
});

const staged = (title: string, windows = true) =>
  `# ${title}\n\n${[
    '需求梳理，明确接口与数据库字段',
    '开发测试，完成前端、后端代码并部署服务器',
    '上线运行，收集日志并修复缺陷',
  ]
    .map(
      (work, at) =>
        `## 第${'一二三'.charAt(at)}阶段${windows ? `（2026年${at + 3}月2日—${at + 3}月20日）` : ''}\n\n${work}。\n`,
    )
    .join('\n')}`;

describe('stages, whatever the words of the trade', () => {
  test.each(['青禾县数据局2026年系统建设计划', '青禾县第二中学借阅系统建设方案', '青禾县数据局工作计划（第一期）'])(
    '%s: each with its window',
    (title) => expect(countOf(staged(title))).toBe(1),
  );

  test.each(['2026年社区志愿服务实习计划 - 林远', '读书会全年活动安排'])(
    '%s: each with its window, and no word of the trade in the title',
    (title) => expect(countOf(staged(title))).toBe(1),
  );

  test('or the parts of such a plan, below a title that names a body', () => {
    const parts = ['指导思想', '工作目标', '主要任务', '实施步骤', '保障措施', '组织领导'];
    const body = parts.map(
      (part, at) =>
        `## ${'一二三四五六'.charAt(at)}、${part}\n\n3月${at + 1}日完成接口、数据库、前端、后端、服务器、脚本、日志、缓存的有关工作。\n`,
    );
    expect(countOf(`# 青禾县交通局调度中心 - 实施方案\n\n${body.join('\n')}`)).toBe(1);
    expect(countOf(`# 调度平台优化实施方案\n\n${body.join('\n')}`)).toBe(0);
  });

  test('counted ones below a title that says how work is done', () => {
    expect(countOf(staged('青禾县数据局工作推进方案', false))).toBe(1);
  });

  test.each([
    '前端优化实施方案',
    '借阅系统架构方案',
    '借阅系统开发计划',
    '个人实习学习计划',
    '公会工作室开荒计划',
    '如何安排实习工作计划',
    '网关重构记录',
  ])('%s is another’s', (title) => {
    expect(countOf(staged(title))).toBe(0);
  });

  test('counted stages without a day are no plan of an ordinary title', () => {
    expect(countOf(staged('青禾县数据局2026年系统建设计划', false))).toBe(0);
  });
});

describe('a title that says how work is shared or changed', () => {
  test('is that of a plan, however short', () => {
    expect(
      countOf(
        '综治办工作分配方案\n\n为明确职责，现将工作分配如下：\n\n一、李明负责矛盾调解\n\n二、王芳负责信访接待\n\n三、赵强负责平安宣传\n',
      ),
    ).toBe(1);
  });

  test.each([
    ['at home', '家务工作分工安排\n\n一、爸爸洗碗\n\n二、妈妈做饭\n\n三、宝宝收玩具\n'],
    [
      'of a team of developers',
      '# 接口联调工作分工安排\n\n一、登录接口：小李\n\n二、订单接口：小王\n\n三、支付回调：小张\n',
    ],
    ['an article', '如何写好年度工作计划安排\n\n一、先想目标\n\n目标要具体。\n\n二、再列任务\n\n任务要可行。\n'],
  ])('%s it is none', (_, text) => expect(countOf(text)).toBe(0));
});

test('a schedule of talks may hold links below a title that calls it one', () => {
  const talks = (title: string) =>
    `# ${title}\n\n面向社员，见[直播间](https://example.org)。\n\n| 演讲者 | 话题 | 时间 | 录音 |\n| --- | --- | --- | --- |\n${[7, 14, 21, 28].map((day) => `| 林远 | 编译器漫谈之${day} | 2026年3月${day}日（星期六） | https://example.org/r/${day} |`).join('\n')}\n`;
  expect(countOf(talks('2026年春季学期技术之夜安排'))).toBe(1);
  expect(countOf(talks('技术之夜录音'))).toBe(0);
});

describe('the plan of an event by its parts alone', () => {
  const parts = (title: string) =>
    `# ${title}\n\n## 活动流程\n\n### 场地和时间\n\n联系场地，见[说明](https://example.org)。\n\n### 报名和参加人员\n\n提前三天报名。\n\n## 宣传安排\n\n提前四天张贴海报。\n\n## 人员任务分配\n\n主持人串场。\n`;

  test('is one below a title that names the event', () => expect(countOf(parts('第一次主题读书会计划'))).toBe(1));
  test('and none below another', () => expect(countOf(parts('第一次前端重构计划'))).toBe(0));
});

describe('what a notice is about', () => {
  const about =
    '一、自查范围\n\n服务器、数据库、操作系统、客户端、接口、代码、部署、日志、缓存、后端、前端、算法。\n\n二、自查要求\n\n登记部署位置、数据库版本、接口、代码仓库。\n';

  test('is no sign against it where it is signed', () => {
    expect(
      countOf(
        `关于开展网络安全自查的通知\n\n各科室、各直属单位：\n\n为做好数据安全管理，现就开展自查工作通知如下：\n\n${about}\n青禾县卫生健康局\n\n2026年2月26日\n`,
      ),
    ).toBe(1);
  });

  test.each([
    ['an unsigned note', `网络安全自查的说明\n\n${about}`],
    ['a word to those who use it', `关于系统升级维护的公告\n\n尊敬的用户：\n\n系统将于今晚升级。\n\n${about}`],
  ])('%s stays one of the trade', (_, text) => expect(countOf(text)).toBe(0));
});

describe('a list of work without a title, signed by an office', () => {
  const items = (days: readonly string[]) => `初一入学教育
1、利用班会课，学习《中学生守则》，养成良好习惯。
2、要求各班以“我爱我校”为主题出一期黑板报。检查时间：${days[0]}。
3、组织各班讨论制定班级公约。
4、组织参观校史馆（${days[1]}）。
初二法治教育
1、利用升旗仪式，宣传法律知识。
2、举办法治讲座一场，时间为${days[2]}。
3、观看一部法治影片，写一篇观后感。
`;
  const signed = '\n德育处\n2025年9月8日\n';
  test('whose days lie ahead is a plan', () =>
    expect(countOf(items(['9月17日', '9月18日', '9月25日']) + signed)).toBe(1));
  test.each([
    ['is a report where the days are over', items(['9月1日', '9月2日', '9月3日']) + signed],
    ['is a note without a signature', items(['9月17日', '9月18日', '9月25日'])],
    [
      'is none where the deeds are told as done',
      items(['9月17日', '9月18日', '9月25日']).replace(/、(?=[^，]{2})/g, '、已经') + signed,
    ],
  ])('%s', (_, text) => expect(countOf(text)).toBe(0));
});
