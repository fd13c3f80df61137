import { expect, test } from 'vitest';
import type { Section } from '../../../server/src/plan/model.ts';
import { readPlans } from '../../../server/src/plan/read.ts';

const outline = (text: string): string => {
  const write = (sections: readonly Section[]): string =>
    sections.map(({ title, sections: inner }) => title.value + (inner.length > 0 ? `(${write(inner)})` : '')).join(' ');
  return (readPlans(text).plans ?? []).map(({ sections }) => write(sections)).join(' | ');
};

const opening = '青禾学院伴读活动方案\n\n为做好伴读活动，制定本方案。\n一、准备工作\n';

test('（一） right below 1. and 2. is a part of them, and the three are the stages of the activity', () => {
  const text = `${opening}1.前期准备：\n（一）招募志愿者。\n（二）联系学校。\n2.活动中期：\n（一）分组伴读。\n3.活动后期：\n（一）整理照片。\n二、活动要求\n注意安全。\n`;
  expect(outline(text)).toBe('准备工作(前期准备(招募志愿者 联系学校) 活动中期(分组伴读) 活动后期(整理照片)) 活动要求');
  const [plan] = readPlans(text).plans ?? [];
  expect(plan?.stages.map(({ name }) => name.value)).toEqual(['前期准备', '活动中期', '活动后期']);
});

test('（一） with 1. below it stays above it', () => {
  const text = `${opening}（一）招募\n1.张贴海报。\n2.报名面试。\n（二）培训\n1.安全培训。\n2.礼仪培训。\n`;
  expect(outline(text)).toBe('准备工作(招募(张贴海报 报名面试) 培训(安全培训 礼仪培训))');
});

test('a part that begins with its points in figures and goes on with （一） is left alone', () => {
  const text = `${opening}1.招募志愿者。\n2.联系学校。\n（一）注意安全。\n（二）做好记录。\n`;
  expect(outline(text)).toBe('准备工作(招募志愿者 联系学校 注意安全 做好记录)');
  expect(readPlans(text).plans?.[0]?.stages).toEqual([]);
});

test('（二） behind the stages of （一） goes on with （一）', () => {
  const stages = '第一阶段：3月1日至3月20日，宣传发动。\n第二阶段：4月1日至4月20日，分组伴读。\n';
  const text = `${opening}（一）开展伴读\n${stages}（二）总结交流\n1.交流座谈。\n2.整理照片。\n`;
  expect(outline(text)).toMatch(/^准备工作\(开展伴读 \S+ \S+ 总结交流\(交流座谈 整理照片\)\)$/);
});
