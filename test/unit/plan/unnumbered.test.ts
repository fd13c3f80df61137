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
