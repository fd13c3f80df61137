import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const count = (text: string) => recognise(readPlans(text)).length;

const exam = `一、期末考试时间安排
1.考查课程1月4日前由各系自行组织。
2.考试课程1月7日至10日统一组织，由教务处负责编排。
二、监考安排说明
1.请监考教师提前30分钟到达考场，不得调换。
`;

describe('a paper that lost its title arranges work by its parts, days and bodies', () => {
  test.each([
    ['an examination', exam, 1],
    [
      'what is left of a plan',
      '三、活动时间\n6月1日至6月30日。\n四、活动安排\n（一）警示教育周。6月1日至7日，由各乡镇人民政府组织开展。\n（二）宣传咨询日。6月16日，请总工会负责布置会场。\n',
      1,
    ],
    [
      'stages below one part',
      '二、时间安排\n（一）宣传发动阶段（2026年12月7日至9日）\n各单位要张贴标语。\n（二）集中整治阶段（2026年12月10日至25日）\n须不留死角。\n（三）考核验收阶段（2026年12月26日至31日）\n逐单位打分。\n',
      1,
    ],
    ['a title in brackets', exam.replace(/^[一二]、(.*)$/gm, '【$1】'), 1],
    [
      'what has been done',
      exam
        .replace('组织。', '组织了考试。')
        .replace('负责编排', '编排完了')
        .replace(/请|不得/g, '已'),
      0,
    ],
    ['no bodies', exam.replace(/各系|教务处|监考/g, '我'), 0],
    ['no days', exam.replace(/\d+月\d+日(?:至10日)?/g, '适时'), 0],
    ['headings of a page', exam.replace(/^[一二]、/gm, '## '), 0],
    ['its program', exam.replace('二、', '```sh\nnpm start\n```\n二、'), 0],
    [
      'how it is always done',
      '一、值班时间\n每学期安排一次，1月4日起，由办公室负责。\n二、人员安排\n各科室不得缺岗，6月1日前报党委。\n',
      0,
    ],
    [
      'what is bought',
      '一、开标时间和地点\n3月4日9时，请到办公室。\n二、报名流程\n3月2日前由各单位报采购代理机构，不得逾期。\n',
      0,
    ],
    ['days of my own', '一、复习时间安排\n3月1日至15日看完第一册。\n二、做题流程\n3月16日起每天一套，要订正。\n', 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});

describe('an opening that others use as well leads to a plan when stages or the parts of an event follow', () => {
  const parts =
    '一、答辩时间和地点\n2026年5月8日，教学楼305。\n二、参加人员\n各班学生。\n三、答辩流程\n先陈述，后提问。\n';
  test.each([
    ['作如下安排', `各班：\n现将毕业设计答辩作如下安排：\n${parts}`, 1],
    ['事项如下', `比赛相关事项如下：\n${parts}`, 1],
    [
      '特制定…安排',
      '为做好答辩工作，特制定有关工作安排：\n一、领导小组\n组长：王明\n二、准备工作\n5月4日前由系主任收齐论文。\n',
      1,
    ],
    ['no parts of an event', '本文的结构作如下安排：\n一、绪论\n介绍背景。\n二、方法\n说明算法。\n', 0],
    ['what is sold', `现将拍卖事项公告如下：\n${parts}`, 0],
    ['what was won', `现将中标结果公告如下：\n${parts}`, 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});

describe('a contest whose title was lost', () => {
  const body = `一、参赛对象
在校学生。
二、作品要求
不超过2000字。
三、征稿时间
即日起至2月28日。
四、投稿方式
发送至邮箱。
五、评奖方式
初评、复评。
`;
  test.each([
    ['named by its opening', `为推动阅读，由校报发起的征文大赛即日启动。\n${body}`, 1],
    ['held long ago', `去年校报举办过一次征文大赛。\n${body.replace('即日起至2月28日', '2月28日')}`, 0],
    ['no contest', `为推动阅读，整理如下。\n${body}`, 0],
    [
      'as a notice',
      `第十六届数独选拔赛\n通　知\n\n一、指导思想\n以赛促学。\n二、主办单位\n北湾市数独协会\n三、活动对象\n三至九年级。\n报名时间：2026年5月25日前\n四、评比方法与奖项设置：\n一等奖5%。\n`,
      1,
    ],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});

describe('notices without parts', () => {
  const points = '1.主讲人：刘洋。\n2.请各科室通知到人，做好笔记。\n3.请假者须向分管领导请假。\n';
  test.each([
    [
      'points of a signed notice',
      `通知\n\n各科室：\n\n定于2026年3月20日晚五点在会议室进行业务学习。\n\n${points}\n医务科\n\n2026年3月16日\n`,
      1,
    ],
    [
      '特此通知 where the title was lost',
      `各系：\n优秀毕业生评选工作已经开始，请各系认真评选，并在3月28日前报送材料。\n${points}特此通知\n学生工作处\n2026年3月21日\n`,
      1,
    ],
    ['not signed', `各位：\n定于3月20日聚餐。\n${points}`, 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});

describe('papers with a title', () => {
  test.each([
    [
      'the plan of a drill on one line',
      '北湾学院消防演练方案一、指导思想：以预防为主，强化监督管理，全面落实消防安全责任，坚决防止群死群伤事故的发生，确保学院师生的生命和财产安全，为教学和生活创造良好的环境。二、演练目的：让师生掌握逃生的方法，提高应变能力，切实树立消防意识，真正掌握好消防安全知识，具备自救互救的能力，做到遇事不慌、有组织、迅速地疏散。三、时间、地点：2026年6月29日12时30分，学生公寓1号楼。四、演练内容：火情报警和安全疏散，火场救护，清点人数，向总指挥报告；演练前利用班会讲解逃生常识，检查楼道和安全出口是否畅通，应急照明是否完好，疏散标志是否醒目，灭火器材是否在位有效。五、演练组织：总指挥刘洋，疏散组周敏、吴霞，负责引导学生安全快速地疏散，并在操场集合；警戒组王明、赵敏，负责维护秩序，在各路口引导车辆；救护组孙丽，负责救护受伤的学生；宣传组李强，负责拍照和写稿，演练后三天内交学生处存档；后勤组吴迪，负责准备烟雾弹、口罩和喇叭。',
      1,
    ],
    [
      'one part with its own parts',
      '# 北湾中学关于做好分析检查阶段工作意见\n\n一、切实抓好两个环节\n\n分析检查阶段从5月中旬开始，到7月中旬结束，各支部要贯彻落实。\n\n（一）开好组织生活会。\n\n由党支部组织。\n\n（二）形成检查报告。\n\n全体党员参加评议。\n',
      1,
    ],
    [
      'provisional rules',
      '# 北湾学校教职工体检（暂行）办法\n\n为保障教职工健康，特制定本办法。\n\n一、适用范围\n\n全体教职工。\n\n二、体检安排\n\n各部门按办公室通知组织，每两年一次。\n',
      0,
    ],
    [
      'how such a plan is written',
      '校园活动策划书的格式\n\n一、策划书名称\n写明活动。\n二、活动背景\n说明原因。\n三、活动时间及地点\n必须详细写出。\n四、活动对象\n写明参加者。\n五、活动流程\n力求详尽。\n六、注意事项\n写明要求。\n',
      0,
    ],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));
});

describe('speeches and pages', () => {
  const speech = (title: string, window: string) =>
    `${title}\n\n同志们：\n\n一、学习调研阶段工作总结\n\n前一阶段组织了学习。\n\n二、扎实做好分析检查阶段工作\n\n${window}各支部要抓好两个环节。\n`;
  const title = '在学习调研阶段总结暨分析检查阶段动员大会上的讲话';
  const page = (days: string) =>
    `2026年度北湾市优秀教师推选活动\n\n主题介绍\n根据市教育局通知，${days}进行投票。\n条件\n师德高尚。\n流程\n1.基层推荐。各区县教育局负责本地区的推荐。\n2.投票。${days}，每人限投10名，不得重复。\n联系我们\n市教育局人事处\n`;
  test.each([
    ['a speech that opens a stage', speech(title, '分析检查阶段从2026年5月中旬开始，到7月中旬结束。'), 1],
    ['one that sets no time', speech(title, ''), 0],
    ['one on another occasion', speech('在新学年开学典礼上的讲话', '分析检查阶段从2026年5月中旬开始。'), 0],
    ['a page with headings of its own', page('2026年7月20日至8月3日'), 1],
    ['one that sets no time', page('近期'), 0],
  ])('%s', (_, text, expected) => expect(count(text)).toBe(expected));

  test('parts of such a page', () => {
    const [plan] = readPlans(page('2026年7月20日至8月3日')).plans;
    expect(plan?.sections.map((section) => section.title.value)).toEqual(['主题介绍', '条件', '流程', '联系我们']);
  });
});
