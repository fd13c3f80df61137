import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { recognise } from '../../../server/src/profiles/recognise.ts';

const countOf = (text: string) => recognise(readPlans(text)).length;

describe('work that is shared among groups', () => {
  const group = (
    number: string,
    name: string,
    staff = '组　长：林远舟\n\n组　员：周明、陈立\n\n',
    duty = '主要职责：\n',
  ) => `（${number}）${name}：\n\n${staff}${duty}\n（1）布置场地，摆放桌椅。\n\n（2）清点并发放物品。\n\n`;
  const groups = (...args: [string?, string?]) =>
    `${group('一', '会务组', ...args)}${group('二', '后勤保障组', ...args)}${group('三', '安全保卫组', ...args)}`;

  test('is a plan, whatever its title is about', () => {
    expect(countOf(`校庆接待方案\n\n${groups()}`)).toBe(1);
    expect(countOf(`2026年春季招考考务组织方案\n\n${groups()}`)).toBe(1);
  });

  test.each([
    ['without heads and members', groups('', '主要职责：\n')],
    ['without duties', groups('组　长：林远舟\n\n', '\n')],
    ['of two groups only', group('一', '会务组') + group('二', '后勤组')],
  ])('%s is none', (_, text) => expect(countOf(`校庆接待方案\n\n${text}`)).toBe(0));

  test.each(['宝宝满月酒安排', '校庆接待回忆', '游戏公会开荒方案'])('nor below %s', (title) =>
    expect(countOf(`${title}\n\n${groups()}`)).toBe(0),
  );
});

describe('papers that others are to hand in by a day', () => {
  const points =
    '1. 统计的时间为2025年全年。\n\n2. 统计的内容包括论文、课题和竞赛获奖。\n\n3. 表格未填的部分不要删除。\n';
  const notice = (addressee: string, ask: string, rest = points) =>
    `关于2025年获奖成果统计的通知\n\n${addressee}\n\n统计工作即将开始，${ask}\n\n${rest}`;
  const ask = '请于2026年1月15日前，将统计表和证明材料提交至办公室。';

  test('are asked for by a notice to all of a kind, by its points or signed', () => {
    expect(countOf(notice('各相关教师：', ask))).toBe(1);
    expect(countOf(notice('高一、高二各班主任:', ask, '青禾中学教务处\n\n2026年1月3日\n'))).toBe(1);
  });

  test.each([
    ['a friend', notice('小林：', ask)],
    ['classmates', notice('各位同学：', ask)],
    ['all, without a day', notice('各相关教师：', '请尽快将统计表提交至办公室。')],
    ['all, for what is bought', notice('各相关教师：', ask, `${points}\n4. 招标文件另发。\n`)],
    ['all, in passing', notice('各相关教师：', ask, '谢谢配合。\n')],
  ])('%s are not', (_, text) => expect(countOf(text)).toBe(0));

  // Longer than a short paper, whose points alone would do.
  const merits = Array.from({ length: 60 }, (_, at) => `（${at + 1}）热爱劳动，团结同学。\n\n`).join('');
  const rules = (title: string, who: string, end = '青禾中学德育处、团委\n\n2026年6月2日\n') =>
    `${title}\n\n一、名额\n\n每班推荐一名。\n\n二、条件\n\n${merits}三、办法\n\n${who}在6月22日放学前将名单报给德育处。\n\n${end}`;
  test('and by the signed rules of one round', () => {
    expect(countOf(rules('2025学年优秀学生评比办法', '各班请'))).toBe(1);
    expect(countOf(rules('优秀学生评比办法', '各班请'))).toBe(0);
    expect(countOf(rules('2025学年优秀学生评比办法', '我'))).toBe(0);
    expect(countOf(rules('2025学年优秀学生评比办法', '各班请', ''))).toBe(0);
  });
});

describe('parts that say what for, who, when and with what money', () => {
  const parts = (when = '- 九月第二周：招募成员。\n- 十月第一周：培训。\n') =>
    `一、计划目的\n\n让更多同学学会修车。\n\n二、人员组织\n\n- 总负责人：由会长担任。\n\n三、时间安排\n\n${when}\n四、经费安排\n\n印海报100元。\n`;

  test('are those of a plan', () => {
    expect(countOf(`自行车协会——校园修车计划\n\n${parts()}`)).toBe(1);
    expect(countOf(`---\ntitle: 自行车协会——校园修车计划\n---\n\n${parts()}`)).toBe(1);
  });

  test.each(['云南骑行旅行计划', '数据库迁移计划', '我的婚礼计划', '自行车协会二三事'])('not below %s', (title) =>
    expect(countOf(`${title}\n\n${parts()}`)).toBe(0),
  );

  test('nor without a time', () => {
    expect(countOf(`自行车协会——校园修车计划\n\n${parts('视情况而定。\n')}`)).toBe(0);
  });
});

describe('a table of days', () => {
  const rows = (days: string[]) =>
    days
      .flatMap((day) => [
        `| ${day} | 升旗仪式，班会 | 德育处 |`,
        '|  | 校舍安全检查 | 总务处 |',
        '|  | 听课 | 教务处 |',
      ])
      .join('\n');
  const week = (days: string[]) =>
    `第十三周学校主要工作安排表（5.24--5.30）\n\n| 日期 | 重点事项 | 负责部门 |\n| --- | --- | --- |\n${rows(days)}\n`;

  test('tells of several works on each of them', () => {
    expect(countOf(week(['5.24（周一）', '5.25（周二）', '5.26（周三）']))).toBe(1);
    expect(countOf(week(['上午', '下午', '晚上']))).toBe(0);
  });
});

test('the excerpt of a notice has its title', () => {
  const body = '一、时间安排\n\n7月4日放假。\n\n二、重点工作\n\n各校要于7月8日前上报总结。\n';
  const titleOf = (title: string) => readPlans(`${title}\n\n${body}`).plans[0]?.title?.value;
  expect(titleOf('市教育局关于暑假工作安排的通知摘要')).toBe('市教育局关于暑假工作安排的通知摘要');
  expect(titleOf('市教育局暑假工作摘要')).toBeUndefined();
});

describe('weeks of work', () => {
  const weeks =
    '### 一、目标\n\n熟悉接口和数据库。\n\n### 二、时间规划\n\n- **第 1 周：走访与设计**\n  - 阅读代码，走访用户。\n- **第 2–3 周：实现**\n  - 编写模块和脚本。\n- **第 4 周：测试与总结**\n  - 部署到服务器。\n';
  test.each([
    ['地理信息平台实习计划', 1],
    ['地理信息平台读书计划', 0],
    ['地理信息平台设计方案', 0],
    ['前端实习计划', 0],
    ['我的实习计划', 0],
  ])('below %s', (title, count) => expect(countOf(`## ${title}\n\n${weeks}`)).toBe(count));
});

describe('what units are assessed by', () => {
  const rows = Array.from({ length: 8 }, (_, at) => `${at + 1}\t县水利局\t10\t做好巡查${at}，得5分。`).join('\n');
  const sheet = (title: string, text = rows) =>
    `${title}\n序号\t考核单位\t分值\t评分标准\n一、\t通用项目\t40\n${text}\n二、\t加分项目\t10\n`;

  test('in one year is a plan', () => {
    expect(countOf(sheet('青禾县2026年度河道管护工作责任单位目标管理（绩效）考核细则'))).toBe(1);
  });

  test.each([
    ['for good', sheet('青禾县河道管护工作责任单位考核细则')],
    ['without points', sheet('青禾县2026年度河道管护工作责任单位考核细则', rows.replace(/，得5分/g, ''))],
  ])('%s is none', (_, text) => expect(countOf(text)).toBe(0));
});
