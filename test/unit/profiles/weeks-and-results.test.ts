import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const isTaken = (text: string): boolean => recognise(readPlans(text)).length > 0;

const week =
  '| 日期（星期） | 重点事项 | 负责处室 |\n| --- | --- | --- |\n| 3.9（周一） | 家长会筹备 | 德育处 |\n| 教研组长例会 | 教学处 |  |\n| 团课 | 团委 |  |\n| 3.10（周二） | 食堂检查 | 总务处 |\n| 仪器盘点 | 教学处 |  |\n| 课题结题 | 教科室 |  |\n| 3.11（周三） | 消防检查 | 安全处 |\n';

describe('papers that set work', () => {
  test.each([
    ['the table of a week whose rows have lost the cell of their day', `第3周主要工作安排表（3.9-3.15）\n\n${week}`],
    [
      'days behind their weekdays, below an outer title that stands in the place of the headers',
      '第3周行事历\n\n| 2026学年第1学期第3周行事历 |  |  |  |\n| --- | --- | --- | --- |\n| 星期 |  | 活动名称 | 主办处室 |\n| 星期一(2026-03-09) | 1、 | 升旗仪式 | 德育处 |\n| 2、 | 消防演练 | 安全处 |  |\n| 3、 | 教研例会 | 教学处 |  |\n| 星期二(2026-03-10) | 1、 | 团课 | 团委 |\n| 2、 | 食堂检查 | 总务处 |  |\n| 星期三(2026-03-11) | 1、 | 家长会 | 德育处 |\n| 2、 | 盘点 | 总务处 |  |\n',
    ],
    [
      'what guides the work of a year, with its stages',
      '松柏中学2026年行风建设工作思路\n一、指导思想\n落实县教育局关于行风建设的部署。\n二、工作目标\n家长满意。\n三、工作措施\n1.公开收费。\n2.家访。\n四、实施步骤\n1、动员阶段：3月召开动员会。\n2、整改阶段：5月整改。\n3、总结阶段：6月总结。\n',
    ],
    [
      'the answers to an inspection, all in one line',
      '青禾公司后勤中心〔2026〕3号青禾公司后勤中心2026年消防检查整改落实报告青禾公司党委：根据《消防检查反馈意见》要求，现将整改落实情况报告如下：一、共性问题1.灭火器过期。整改措施：党委责成后勤部门更换灭火器，责任人为各部门负责人。2.通道堵塞。整改措施：各党支部组织清理通道，全体党员参加督查。青禾公司后勤中心2026年7月11日',
    ],
    [
      'an examination: when, where, what those who invigilate have to do',
      '高二期中考试安排\n1、考场编排见附表\n2、监考安排\n考试时间为2026年4月20日至4月21日。\n考务组设在图书馆，请监考教师提前20分钟领卷。\n3、阅卷安排\n4月22日前完成阅卷。\n',
    ],
    [
      'a notice with the page to enter by',
      '关于组织参加第三届中学生电脑作品活动的通知\n各班：\n1.作品要求：原创。\n2.报名时间：2026年4月10日前，在 https://example.cn 报名。\n3.请班主任于4月12日前汇总。\n教学处\n2026年3月2日\n',
    ],
  ])('%s', (_, text) => expect(isTaken(text)).toBe(true));
});

describe('papers that tell what has come of it, and ordinary texts', () => {
  test.each([
    [
      'the results of a round',
      '2026年春季团支部考核结果公示\n\n经学期工作评比，现将学期考核结果公布如下：\n一、一等奖\n高一（1）班\n二、二等奖\n高一（2）班\n校团委\n2026年3月9日\n',
    ],
    [
      'whom to call',
      '松柏中学后勤联系方式\n\n为方便师生，现将处理途径和联系方式公布如下：\n一、水电维修\n总务处：0575-12345678\n二、网络维修\n信息处：0575-12345679\n总务处\n2026年3月9日\n',
    ],
    [
      'how to use a page',
      '运动会网上报名操作办法\n1、报名网址：https://example.cn\n2、各班班主任于9月20日前登录。\n3、填写姓名。\n4、提交。\n',
    ],
    [
      'a week of somebody’s own',
      '第3周学习安排\n\n| 日期 | 内容 | 备注 |\n| --- | --- | --- |\n| 3.9（周一） | 单词 | 50个 |\n| 3.10（周二） | 阅读 | 两篇 |\n| 3.11（周三） | 跑步 | 5公里 |\n',
    ],
  ])('%s', (_, text) => expect(isTaken(text)).toBe(false));
});
