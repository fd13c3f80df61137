import { expect, test } from 'vitest';
import { isNearly, plainTitle } from '../../../server/src/rules/consistency/names/titles/title-slips.ts';
import { meansTitle } from '../../../server/src/rules/superior/superiors.ts';

const title = '云岭县工贸行业安全生产专项整治行动工作方案';

test.each([
  '云岭县工贸行业安全生产专项整治行动实施方案',
  '云岭县工贸行业安全生产专项整治工作方案',
  '云岭县工贸行业安全生产整治行动方案',
  '云岭县关于开展工贸行业安全生产专项整治的实施方案',
  '关于深入开展云岭县工贸行业安全生产专项整治工作的方案',
])('a plan is found by its title as somebody remembers it: %s', (cited) => {
  expect(meansTitle(cited, title)).toBe(true);
  expect(meansTitle(title, cited)).toBe(true);
});

test.each([
  '云岭市工贸行业安全生产专项整治行动工作方案',
  '云岭县工贸企业安全生产专项整治行动工作方案',
  '云岭县2024年工贸行业安全生产专项整治行动工作方案',
  '云岭县工贸行业安全生产专项整治行动工作总结',
  '云岭县工贸行业安全生产专项整治行动实施意见',
  '云岭县工贸行业安全生产专项整治行动通报办法',
  '青禾镇工贸行业安全生产专项整治行动工作方案',
])('a title that says something else is that of another paper: %s', (cited) => {
  expect(meansTitle(cited, title)).toBe(false);
});

test('short titles of which nothing is left mean no other plan', () => {
  expect(meansTitle('开展专项行动实施方案', '活动工作方案')).toBe(false);
});

test.each([
  ['云岭县2024年防汛抗旱工作方案', '云岭县2025年防汛抗旱工作方案', true],
  ['湖滨区义务教育学校招生工作方案', '湖滨区义务教育阶段学校招生工作方案', true],
  ['云岭县防汛抗旱工作方案', '云岭市防汛抗旱工作方案', false],
  ['第二批主题教育实施方案', '第三批主题教育实施方案', false],
  ['云岭县第三中学师德师风建设专项整治工作方案', '云岭县师德师风建设专项整治工作方案', false],
  ['青禾镇小学师德师风建设专项整治工作方案', '青禾镇中学师德师风建设专项整治工作方案', false],
])('%s is nearly %s: %s', (a, b, expected) => {
  expect(isNearly(plainTitle(a), plainTitle(b))).toBe(expected);
});
