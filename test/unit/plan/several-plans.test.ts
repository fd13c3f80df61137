import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';

const opening = '为拓宽学生视野，学校定于2026年4月组织四年级学生前往县农业科技园开展研学旅行，特制定本方案。';

describe('a heading of depth 1 behind a plan with a single section', () => {
  const titles = (...headings: readonly string[]) =>
    readPlans(
      `# 柳溪镇中心小学春季研学旅行活动方案\n\n${opening}\n\n${headings.map((heading) => `# ${heading}\n\n${opening}\n`).join('\n')}`,
    ).plans.map(({ title }) => title?.value);

  test('is a section where it speaks of a part', () => {
    expect(titles('活动安排', '安全预案', '经费预算')).toEqual(['柳溪镇中心小学春季研学旅行活动方案']);
  });

  test('begins the next plan where it speaks of the same', () => {
    expect(titles('活动安排', '柳溪镇中心小学春季研学旅行活动总结')).toEqual([
      '柳溪镇中心小学春季研学旅行活动方案',
      '柳溪镇中心小学春季研学旅行活动总结',
    ]);
  });
});
