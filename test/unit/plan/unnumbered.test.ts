import { describe, expect, test } from 'vitest';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

/** Titles of the sections, those below another one behind it in brackets. */
const outline = (text: string): string => {
  const write = (sections: readonly Section[]): string =>
    sections.map(({ title, sections: inner }) => title.value + (inner.length > 0 ? `(${write(inner)})` : '')).join(' ');
  return (readPlans(text).plans ?? []).map(({ sections }) => write(sections)).join(' | ');
};

const title = '# 石桥村环境整治实施方案\n\n为改善村容村貌，制定本方案。\n\n';

describe('parts without numbers', () => {
  test('bold labels, with their text behind or below them', () => {
    const text = `${title}**整治范围：**全村6个组。\n\n**整治目标**：无垃圾。\n\n**整治内容：**\n\n一、清理垃圾。按组清理。\n\n二、拆除违建。逐户拆除。\n\n**保障措施：**\n\n1.加强领导。由村委会负责。\n`;
    expect(outline(text)).toBe('整治范围 整治目标 整治内容(清理垃圾 拆除违建) 保障措施(加强领导)');
  });

  test('bold words on lines of their own', () => {
    const text = `${title}**整治范围**\n\n全村6个组。\n\n**整治目标**\n\n无垃圾。\n\n**组织领导**\n\n村委会负责。\n`;
    expect(outline(text)).toBe('整治范围 整治目标 组织领导');
  });

  test('words in brackets', () => {
    const text = `${title}【整治范围】\n全村6个组。\n\n【整治目标及意义】无垃圾。\n\n【检查评比】\n1.逐户打分。\n2.张榜公布。\n`;
    expect(outline(text)).toBe('整治范围 整治目标及意义 检查评比(逐户打分 张榜公布)');
  });

  test('headings that lost their numbers, 工作安排 among them', () => {
    const text =
      '石桥村环境整治实施方案\n\n为改善村容村貌，制定本方案。\n\n总体要求\n\n坚持问题导向。\n\n工作安排\n\n（一）排查。逐户排查。\n\n（二）整治。逐户整治。\n\n工作要求\n\n各组要高度重视。\n';
    expect(outline(text)).toBe('总体要求 工作安排(排查 整治) 工作要求');
  });

  test('names above lists that each begin anew', () => {
    const text =
      '七年级礼仪教育\n1、召开主题班会。\n2、评选礼仪之星。\n八年级法治教育\n1、参观法治展馆。\n2、举办法律知识竞赛。\n九年级理想教育\n1、观看励志影片。\n2、撰写成长规划。\n';
    expect(outline(text)).toBe(
      '七年级礼仪教育(召开主题班会 评选礼仪之星) 八年级法治教育(参观法治展馆 举办法律知识竞赛) 九年级理想教育(观看励志影片 撰写成长规划)',
    );
  });

  test('names with a colon, above what each of them does', () => {
    const text =
      '后勤处工作分工安排\n\n现将后勤处的工作重新分工，请各位老师配合。\n水电组人员：\n吴江：教学楼水电维修。\n宿舍管理组：\n周海：宿舍巡查。\n采购人员：\n方林：办公用品采购。\n说明：\n1.维修要记时间。\n2.有建议请反映。\n';
    expect(outline(text)).toBe('水电组人员 宿舍管理组 采购人员 说明(维修要记时间 有建议请反映)');
  });

  test.each([
    [
      'a list that begins below a sentence',
      '七年级礼仪教育\n1、召开班会。\n八年级法治教育\n1、参观展馆。\n九年级理想教育\n1、观看影片。\n德育处还要做好以下几项工作，请各班配合。\n1、检查黑板报。\n',
      '召开班会 参观展馆 观看影片 检查黑板报',
    ],
    ['who leads and who belongs to a group', '组长：\n1、吴江\n副组长：\n1、周海\n成员：\n1、方林\n', '吴江 周海 方林'],
  ])('names above lists divide nothing with %s', (_, text, expected) => {
    expect(outline(text)).toBe(expected);
  });

  test.each([
    [
      'two are no habit',
      `${title}**注意：**安全第一。\n\n**整治范围：**全村。\n\n**整治目标：**\n\n## 一、要求\n\n重视。\n`,
    ],
    [
      'labels that come again below items',
      `${title}一、清理垃圾\n\n**牵头组：**老屋组\n\n**整治范围：**全村\n\n**整治目标：**无垃圾\n\n二、拆除违建\n\n**整治范围：**村口\n`,
    ],
    [
      'bare words below numbers',
      `${title}一、工作步骤\n\n时间安排\n\n3月。\n\n工作要求\n\n重视。\n\n组织领导\n\n村委会。\n`,
    ],
    [
      'bold labels within one of several numbered parts',
      `${title}（一）目标\n\n改善。\n\n（二）任务\n\n**整治范围：**全村。\n\n**整治目标：**无垃圾。\n\n**整治标准：**达标。\n\n（三）组织领导\n\n村委会负责。\n`,
    ],
    [
      'labels above the text',
      `# 石桥村环境整治实施方案\n\n**编制单位：**石桥村村委会\n\n**编制日期：**2025年5月\n\n**整治范围：**全村\n\n根据镇政府通知，制定本方案。\n\n一、总体目标\n\n改善。\n\n二、整治范围\n\n全村。\n`,
    ],
    ['bold words in sentences', `${title}一、要求\n\n**各组要重视**整治，**落实责任**，**保证质量**。\n`],
  ])('none: %s', (_, text) => expect(outline(text)).not.toMatch(/整治范围 |时间安排|各组要重视|编制单位/));
});
