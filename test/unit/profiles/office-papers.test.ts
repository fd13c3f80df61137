import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const profilesOf = (text: string) => recognise(readPlans(text)).map(({ profile }) => profile.id);

describe('papers that arrange work under titles of other sorts', () => {
  test.each([
    [
      'a call for volunteers with labels in brackets',
      '【招募公告】2026年北湾马拉松志愿者招募\n\n为保障赛事顺利举办，组委会现面向社会公开招募志愿者。\n\n【招募对象】\n18周岁以上，身体健康。\n【招募时间】\n2026年3月1日至3月20日\n【招募流程】\n网上报名（3月1日—3月15日）\n面试选拔（3月16日—3月20日）\n岗前培训（4月1日—4月5日）\n上岗服务（4月12日）\n【联系方式】\n组委会办公室 王老师\n',
    ],
    [
      'the programme of a course of training',
      '# 2026年北湾市教育局干部培训班日程\n\n| 日期 | 时间 | 内容 | 主讲人 | 地点 |\n| --- | --- | --- | --- | --- |\n| 4月6日 | 8:30—9:00 | 开班式 | 李局长 | 一楼报告厅 |\n| 4月6日 | 9:00—11:30 | 依法治校 | 王明 | 一楼报告厅 |\n| 4月7日 | 8:30—11:30 | 分组研讨 | 各组组长 | 二楼会议室 |\n| 4月7日 | 14:00—16:00 | 结业式 | 张处长 | 一楼报告厅 |\n',
    ],
    [
      'who does what at a sports meeting',
      '# 第十届运动会工作分工\n\n## 竞赛组\n组长：王明\n职责：编排秩序册，4月10日前完成。\n\n## 后勤组\n组长：李霞\n职责：准备器材和饮水，4月12日前到位。\n\n## 宣传组\n组长：赵敏\n职责：布置会场，4月13日前完成。\n',
    ],
    [
      'what is laid down for the flood season',
      '各村、各单位：\n    根据县防指要求，现就做好汛期值班值守工作明确如下：\n一、值班时间\n6月1日至9月30日，24小时值班。\n二、值班安排\n各村由村主任带班，每天不少于2人。\n三、工作要求\n1.带班领导要在岗在位。\n2.遇有险情，10分钟内报告镇防汛办。\n                          柳溪镇人民政府\n                          2026年5月28日\n',
    ],
    [
      'main points in paragraphs',
      '北湾街道2026年安全生产工作要点\n2026年，街道安全生产工作要以防范重特大事故为重点，抓好以下工作：\n压实安全责任。各社区、各企业签订责任书，3月底前完成。\n开展隐患排查。4月至6月对辖区企业全面排查，安监办牵头。\n加强宣传教育。6月组织安全生产月活动。\n强化应急值守。汛期实行24小时值班。\n',
    ],
    [
      'a notice below a heading of depth 2, its points as a list',
      '## 关于开展食品安全自查的通知\n\n各食堂、小卖部：\n\n为迎接市局检查，请按以下要求自查：\n\n- 自查时间：3月2日—3月6日\n- 自查内容：进货台账、留样、餐具消毒、人员健康证\n- 整改时间：3月9日—3月13日\n- 报送：3月16日前将自查表报总务处张老师\n\n总务处\n\n2026年2月27日\n',
    ],
    [
      'a notice whose points are labels',
      '关于推荐“最美护士”人选的通知\n各科室：\n为庆祝5·12国际护士节，经院党委研究，决定开展“最美护士”推选。\n推荐条件：从事护理工作满5年，无医疗差错。\n推荐名额：每科室1人。\n推荐程序：科室民主推荐—护理部审核—院内公示。\n推荐时间：4月10日前将推荐表报护理部，逾期不候。\n护理部\n2026年3月25日\n',
    ],
    [
      'what was done in a month and is to be done in the next',
      '三月份工作小结及四月份工作打算\n一、三月份完成的工作\n1.完成春季开学检查，发现问题12处，已整改10处。\n2.组织消防演练1次。\n二、存在的不足\n宿舍用电管理不严。\n三、四月份打算\n1.4月10日前完成剩余2处整改，由总务处负责。\n2.4月中旬开展用电安全检查，由学生处牵头。\n',
    ],
    [
      'a roster',
      '# 河道巡查值班表（2026年4月）\n\n| 日期 | 带班领导 | 值班人员 | 电话 |\n| --- | --- | --- | --- |\n| 4月1日 | 王明 | 李霞 | |\n| 4月2日 | 赵敏 | 孙丽 | |\n| 4月3日 | 周强 | 吴霞 | |\n',
    ],
    [
      'a list of days',
      '# 业主大会会议筹备工作时间表\n\n- 3月1日：成立筹备组，街道办事处指导\n- 3月5日前：公示业主名册，物业公司负责\n- 3月20日：公示候选人名单\n- 4月1日—4月10日：发放选票，各楼栋长负责\n- 4月11日：计票并公布结果\n',
    ],
  ])('%s', (_, text) => expect(profilesOf(text)).toHaveLength(1));
});

describe('their neighbours are left alone', () => {
  const days =
    '| 日期 | 内容 | 材料 |\n| --- | --- | --- |\n| 3月2日 | 绪论 | 第一章 |\n| 3月9日 | 关系模型 | 第二章 |\n| 3月16日 | 查询 | 第三章 |\n';
  test.each([
    ['the plan of a course', `# 数据库课程安排\n\n${days}`],
    ['a reading plan', `# 我的读书安排表\n\n${days}`],
    ['what was read', `# 三月读书记录\n\n${days}`],
    ['who does what in a team of students', '# 大作业分工\n\n- 王明：前端\n- 李霞：后端\n- 赵敏：测试\n'],
    [
      'a year of my own',
      '2025年终总结及2026年计划\n\n一、工作\n\n换了城市。\n\n二、生活\n\n学会了做饭。\n\n三、计划\n\n3月去爬山。\n',
    ],
    ['a call without anything', '# 插件征集\n\n欢迎提交。\n'],
    ['a diary', '旅行日程\n\n4月1日：到达\n4月2日：爬山\n4月3日：返回\n'],
    ['a second heading of its rank', '## 关于周末的通知\n\n周六聚餐。\n\n## 其他\n\n- 自带：饮料\n'],
    ['a journey', '# 古都文化之旅日程\n\n5月1日：抵达，入住\n5月2日：看古寺\n5月3日：返程\n'],
    [
      'the shifts of a shop',
      '# 小店五月值班表\n\n| 日期 | 早班 | 晚班 |\n| --- | --- | --- |\n| 5月1日 | 小王 | 小李 |\n| 5月2日 | 小李 | 小张 |\n| 5月3日 | 小张 | 小王 |\n',
    ],
    ['work at home', '# 装修工作进度安排\n\n3月1日：拆旧\n3月5日：水电\n3月20日：贴砖\n4月10日：刷漆\n'],
    ['repairs of a program', '# 安全漏洞修复计划\n\n2026年3月1日：定位\n2026年3月5日：修复\n2026年3月8日：发布\n'],
    ['a plan of mine', '# 我和孩子的志愿活动安排\n\n3月5日：敬老院\n3月12日：植树\n4月4日：扫墓\n'],
    [
      'a course that is sold',
      '# 课程招募\n\n培训时间：2026年4月1日至4月20日\n培训对象：想转行的你\n培训内容：编程入门\n培训地点：线上直播\n费用：2999元\n',
    ],
    [
      'what tells customers',
      '尊敬的用户：\n\n我们将对系统进行升级维护，具体事项如下：\n\n一、维护时间\n\n2026年3月5日0:00至6:00。\n\n二、影响范围\n\n下单、支付暂不可用。\n\n三、注意事项\n\n请您提前保存数据。\n\n特此通知。\n',
    ],
    [
      'what tells tenants',
      '各位租客：\n\n现就水费收缴事宜通知如下：\n\n1.请于3月5日前交清上月水费。\n2.交费方式：扫码。\n3.逾期每天加收1元。\n\n特此通知。\n\n房东老王\n2026年3月1日\n',
    ],
    [
      'the rules of a shop online',
      '平台规则更新公告\n\n现就平台规则更新有关事宜公告如下：\n\n一、更新时间\n\n2026年3月1日起生效，过渡期2026年3月1日至3月31日。\n\n二、适用对象\n\n全体商家。\n\n三、注意事项\n\n商家应在3月31日前完成资质更新。\n',
    ],
    [
      'a meeting of a team',
      '各位同事：\n\n本周五例会流程如下：\n\n一、时间\n\n2026年3月6日10点。\n\n二、地点\n\n线上会议室。\n\n三、议程\n\n先同步进度，再排优先级。\n\n四、注意事项\n\n请提前更新看板。\n',
    ],
    [
      'a mail on an outing',
      'Hi 各位：\n\n下周团建安排如下：\n\n时间：3月14日\n地点：青禾山庄\n流程：爬山、烧烤、桌游\n注意事项：穿运动鞋\n\n行政小陈\n2026年3月9日\n',
    ],
    ['a log', '# 值班记录\n\n3月1日：机器重启。\n3月2日：无事。\n3月3日：换了硬盘。\n'],
  ])('%s', (_, text) => expect(profilesOf(text)).toEqual([]));
});

test('三、四月份打算 heads the third part', () => {
  const [plan] = readPlans(
    '工作小结\n\n一、完成的工作\n\n开了会。\n\n二、不足\n\n太晚。\n\n三、四月份打算\n\n再开会。\n',
  ).plans;
  expect(plan?.sections.map(({ title }) => title.value)).toEqual(['完成的工作', '不足', '四月份打算']);
});
