import { describe, expect, test } from 'vitest';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

/** Titles of the sections, those below another one behind it in brackets. */
const outline = (text: string): string => {
  const write = (sections: readonly Section[]): string =>
    sections.map(({ title, sections: inner }) => title.value + (inner.length > 0 ? `(${write(inner)})` : '')).join(' ');
  return (readPlans(text).plans ?? []).map(({ sections }) => write(sections)).join(' | ');
};

const title = '石桥中心小学2026年德育工作计划\n\n为做好德育工作，制定本计划。\n\n';

describe('months on lines of their own', () => {
  test('head what is done in them', () => {
    const text = `${title}九月份\n1.制订计划。\n2.召开班主任会。\n十月份\n开展国防教育。\n十一月：\n1.安全检查。\n`;
    expect(outline(text)).toBe('九月份(制订计划 召开班主任会) 十月份 十一月(安全检查)');
  });

  test('stand below the heading right above them, and end where the parts go on', () => {
    const text = `${title}一、工作目标\n抓好养成教育。\n二、月度安排\n11月\n1、召开家长会\n12月\n1、迎新活动\n1月\n1、学期总结\n三、工作要求\n（一）加强领导。由德育处负责。\n`;
    expect(outline(text)).toBe('工作目标 月度安排(11月(召开家长会) 12月(迎新活动) 1月(学期总结)) 工作要求(加强领导)');
  });

  test('go on behind a long line without a stop', () => {
    const text = `${title}三月\n1. 组织各年级开展文明礼仪、安全常识、心理健康、家庭教育等方面的专题学习和讨论\n四月\n1. 清明祭扫\n五月\n1. 劳动周\n`;
    expect(outline(text)).toBe(
      '三月(组织各年级开展文明礼仪、安全常识、心理健康、家庭教育等方面的专题学习和讨论) 四月(清明祭扫) 五月(劳动周)',
    );
  });

  test.each([
    ['two are no calendar', `${title}三月\n1.植树。\n四月\n1.祭扫。\n`, '植树 祭扫'],
    ['not in the order of the year', `${title}三月\n1.植树。\n五月\n1.劳动周。\n四月\n1.祭扫。\n`, '植树 劳动周 祭扫'],
    ['cells of a lost table', `${title}三月\n四月\n五月\n六月\n1.植树。\n`, '植树'],
  ])('%s', (_, text, expected) => {
    expect(outline(text)).toBe(expected);
  });
});
