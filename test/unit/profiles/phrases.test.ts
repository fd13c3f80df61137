import { describe, expect, test } from 'vitest';
import { findPhrase, hasPhrase } from '../../../server/src/profiles/phrases.ts';

describe('findPhrase', () => {
  test.each([
    ['加强组织领导', '组织领导', 2, 6],
    ['切实加强对活动的领导和指导', '加强…领导', 2, 10],
    ['第二阶段工作实施方案', '第…阶段…方案', 0, 10],
    // The first beginning may lead nowhere, a later one somewhere.
    ['加强宣传。加强领导', '加强…领导', 5, 9],
  ])('%s holds %s', (text, phrase, start, end) => expect(findPhrase(text, phrase)).toEqual({ start, end }));

  test.each([
    ['组织得力，领导重视', '组织领导'],
    // Not over the end of a sentence.
    ['加强学习。领导带头', '加强…领导'],
    // Not further apart than the words of one title.
    [`加强${'很'.repeat(40)}领导`, '加强…领导'],
    ['什么也没有', '…'],
  ])('%s does not hold %s', (text, phrase) => expect(findPhrase(text, phrase)).toBeUndefined());

  test('takes time in proportion to the text', () => {
    const text = '加强'.repeat(200_000);
    const start = performance.now();
    expect(findPhrase(text, '加强…领导…责任')).toBeUndefined();
    expect(performance.now() - start).toBeLessThan(2000);
  });
});

test('hasPhrase asks for one of them', () => {
  expect(hasPhrase('本阶段要求', ['目标', '要求'])).toBe(true);
  expect(hasPhrase('本阶段要求', ['目标', '任务'])).toBe(false);
  expect(hasPhrase('本阶段要求', [])).toBe(false);
});
