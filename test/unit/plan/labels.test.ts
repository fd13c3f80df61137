import { describe, expect, test } from 'vitest';
import { LineFacts } from '../../../server/src/plan/facts.ts';
import { labelOn } from '../../../server/src/plan/labels.ts';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

const label = (text: string) => labelOn(new LineFacts(text));

describe('labels', () => {
  test.each([
    ['活动时间：2026年3月12日', '活动时间', 'time', '2026年3月12日'],
    ['时　间:3月12日', '时间', 'time', '3月12日'],
    ['授 课 人：张警官', '授课人', 'lead', '张警官'],
    ['【活动地点】大礼堂', '活动地点', 'place', '大礼堂'],
    ['【活动地点】：大礼堂', '活动地点', 'place', '大礼堂'],
    ['■ 参加人员： 全体职工', '参加人员', 'who', '全体职工'],
    ['★报名时间（截止）：4月1日', '报名时间', 'time', '4月1日'],
    ['负责人及联系电话：刘芳', '负责人及联系电话', 'lead', '刘芳'],
    ['比赛项目：', '比赛项目', 'programme', ''],
    ['注意事项', '注意事项', 'notes', ''],
    ['投稿/报名方式：', '投稿/报名方式', 'programme', ''],
  ])('%s', (text, name, group, value) => {
    const found = label(text);
    expect(found?.name).toBe(name);
    expect(found?.groups).toContain(group);
    expect(text.slice(found?.value)).toBe(value);
  });

  test.each([
    '',
    '活动时间虽短，大家热情很高。',
    '整改措施：换垫圈',
    '完成时限：3月底前',
    '人员',
    '签到：张老师',
    '3月安排：植树',
    '1.活动时间：3月12日',
    '姓名：',
    '学习和服务：走进社区',
    '🙂🙂🙂🙂🙂🙂时间：三月',
  ])('no label: %s', (text) => expect(label(text)).toBeNull());
});

describe('sections of a plan whose parts are labelled lines', () => {
  const outline = (text: string) => {
    const tree = (section: Section): unknown =>
      section.sections.length > 0 ? [section.title.value, section.sections.map(tree)] : section.title.value;
    return readPlans(text).plans.flatMap((plan) => plan.sections.map(tree));
  };

  test('each label opens one, numbers below it are its own', () => {
    expect(
      outline(
        '# 植树活动方案\n\n时间：3月12日\n地点：河滩\n内容：\n1.领工具\n2.植树\n负责人：李建国\n注意事项：注意安全。\n',
      ),
    ).toEqual(['时间', '地点', ['内容', ['领工具', '植树']], '负责人', '注意事项']);
  });

  test('a label within a list belongs to its item', () => {
    expect(
      outline(
        '# 读书活动方案\n\n主题：读书\n对象：全校\n时间：4月\n内容：\n1.启动仪式\n地点：操场\n2.征文\n地点：各班\n负责人：教导处\n',
      ),
    ).toEqual(['主题', '对象', '时间', ['内容', ['启动仪式', '征文']], '负责人']);
  });

  test('numbers behind a place are no part of it', () => {
    expect(outline('# 读书活动方案\n\n时间：4月1日\n对象：全校\n地点：礼堂\n一、启动\n二、总结\n')).toEqual([
      '时间',
      '对象',
      '地点',
      '启动',
      '总结',
    ]);
  });

  test.each([
    ['under headings', '# 方案\n\n## 一、安排\n时间：4月1日\n地点：礼堂\n人员：全校\n', ['安排']],
    ['again and again', '# 清单\n\n时间：4月\n地点：东\n人员：甲\n时间：5月\n地点：西\n人员：乙\n', []],
    ['too few', '# 方案\n\n时间：4月1日\n地点：礼堂\n', []],
  ])('no sections: %s', (_, text, sections) => expect(outline(text)).toEqual(sections));
});
