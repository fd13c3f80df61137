import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const profilesOf = (text: string) => recognise(readPlans(text)).map(({ profile }) => profile.id);

describe('pages that an activity is held by', () => {
  test.each([
    [
      'the page of a call for articles, its title in the front matter',
      "---\ntitle: '【我和青禾的故事】第三届技术文章征集活动'\ndate: '2026-03-05'\n---\n\n![](./banner.png)\n\n为推动社区发展，特举办本次征集活动，欢迎投稿。\n\n# 参与方式\n\n文章发到[社区](https://example.org/blog)。\n\n# 活动日程\n\n- 投稿：3月10日—4月10日\n- 初审：4月11日—4月20日\n- 公布：4月25日\n\n# 奖品设置\n\n优秀奖5名。\n",
    ],
    [
      'the summer of an open community, day after day',
      '# 青禾开源暑期 2026\n\n#### 活动简介\n\n由青禾社区主办的暑期活动，面向学生。\n\n#### 活动计划\n\n5月24日—6月13日 提交申请\n\n6月30日 公布名单\n\n7月1日—8月15日 项目第一阶段\n\n8月16日—9月30日 项目第二阶段\n\n10月22日 结项公示\n',
    ],
    [
      'how an activity is arranged, with its pages linked',
      '---\ntitle: "青禾网络安全赛 2026 活动安排"\n---\n\n比赛将于2026年3月7日线上举办。\n\n![](https://example.org/poster.jpg)\n\n## 比赛内容\n\n题目分五类，见<https://example.org/wiki>。\n\n## 时间安排\n\n2026年3月7日（周六）12:00至3月14日12:00。\n\n## 比赛形式\n\n线上举行，入口为<https://example.org/play>。\n',
    ],
    [
      'the rules of a contest',
      '比赛规则\n1、报名时间\n2026年7月1日至7月15日\n2、比赛时间\n2026年8月15日至8月20日\n3、参赛条件\n年满十八周岁。\n4、奖项设置\n一等奖2人，奖金各500元。\n5、结果公布时间：2026年8月25日\n',
    ],
    [
      'the programme of a contest by the hour',
      '# 青禾大学第十四届山地车交流赛\n\n## 第一部分 时间表\n\n| 时间 | 事项 | 备注 |\n| --- | --- | --- |\n| 9:00 | 签到 | 东门 |\n| 9:30 | 检录 | 操场 |\n| 10:00 | 男子组 | 后山 |\n| 11:00 | 女子组 | 后山 |\n\n## 第二部分 提示\n\n请提前三十分钟到场。\n',
    ],
    [
      'the parts of an activity without its title',
      '青禾学院法学社计划在寒假里面向周边社区开展普法活动。\n一、活动目的\n让社区的学生懂得用法律保护自己。\n二、活动时间\n2026年1月至2月寒假期间，每周三、周六。\n三、参与对象\n周边社区学生。\n四、准备工作\n提前联系场地。\n五、活动环节\n播放视频，讲述故事，自由提问。\n',
    ],
    [
      'a notice whose title was lost, numbered and signed',
      '一、活动目的\n为加强班级文化建设，现举行黑板报评比活动。\n二、具体要求\n1.评比时间：2026年3月22日\n2.评比对象：初一、初二各班\n3.评比人员：团总支、各班宣传委员\n三、总结评比\n评出先进班集体，进行表彰。\n青禾中学团总支\n2026年3月2日\n',
    ],
    [
      'papers that are asked for by a day',
      '关于报送2026年选修课备案材料的通知\n各学院，各直属单位：\n根据《青禾学院选修课管理办法》的要求，现将有关事项强调如下。\n1.已获准的课程每学年连续开设。\n2.新开设的课程按管理办法执行。\n请于5月17日前将申请表和教学大纲送交教务处备案。\n教务处\n2026年5月11日\n',
    ],
    [
      'work on duty in a certain time',
      '关于做好全县会议期间值班备勤和信息报送工作的通知\n各派出所：\n全县会议将于3月3日至15日召开，现将有关工作通知如下。\n一、加强值班备勤\n1.即日起全员在岗，领导带班。\n二、严格工作纪律\n1.遵守各项规定。\n三、加强信息报送\n1.遇有情况，10分钟内报告。\n青禾县公安局\n',
    ],
  ])('%s', (_kind, text) => expect(profilesOf(text)).toHaveLength(1));
});

describe('pages that only tell of one', () => {
  test.each([
    [
      'a diary',
      '# 黑客松参赛日记\n\n## 时间线\n\n- 5月1日：我们报了名。\n- 5月3日：写了一天代码。\n- 5月5日：终于跑通了。\n- 5月6日：拿了二等奖。\n- 5月7日：回家了。\n',
    ],
    [
      'what came of a contest',
      '# 第三届程序设计大赛获奖名单\n\n## 时间\n\n2026年4月10日\n\n## 奖项\n\n一等奖：王明\n二等奖：李霞\n',
    ],
    [
      'how it was',
      '# 我的读书会\n\n## 时间\n\n- 3月1日：读了第一章，我觉得不错。\n- 3月8日：读了第二章。\n- 3月15日：读了第三章。\n- 3月22日：读完了。\n',
    ],
    [
      'a programme with code in it',
      '# 活动报名系统\n\n## 活动计划\n\n- 3月1日 建库\n- 3月2日 接口\n- 3月3日 页面\n- 3月4日 测试\n- 3月5日 上线\n\n```js\nconst a = 1;\n```\n',
    ],
    [
      'what is for sale',
      '# 618大促活动\n\n## 活动时间\n\n6月1日—6月18日\n\n## 奖品设置\n\n满减优惠券。\n\n## 参与方式\n\n到旗舰店下单。\n',
    ],
    [
      'figures that are asked for every year, by nobody',
      '关于做好报送年度统计报表的通知\n报表每年报送一次，于次年1月底前完成。\n1.按时填写。\n2.认真核对。\n3.及时上报。\n',
    ],
  ])('%s', (_kind, text) => expect(profilesOf(text)).toEqual([]));
});
