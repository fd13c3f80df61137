import { describe, expect, test } from 'vitest';
import { readPlans } from '../../../server/src/plan/read.ts';
import { schoolYearIn, secondTermIn } from '../../../server/src/plan/school-year.ts';

const daysOf = (text: string) =>
  (readPlans(text).plans[0]?.dates ?? []).flatMap(({ span }) => (span?.end ? [span.end.year] : []));

describe('a school year gives each month its year', () => {
  test.each([
    ['2025-2026学年工作安排', 2025, 2026],
    ['2025—2026学年度班主任考核', 2025, 2026],
  ])('%s', (title, first, second) => {
    const span = schoolYearIn(title);
    expect([span?.start?.year, span?.end?.year]).toEqual([first, second]);
  });

  test.each(['2025-2026学年第一学期工作安排', '2025-2027学年', '2025学年', '2025-2026年度'])('%s is none', (title) =>
    expect(schoolYearIn(title)).toBeUndefined(),
  );

  test('the second term lies in the second year', () => {
    expect(secondTermIn('2025—2026学年第二学期工作计划')).toBe('2026');
    expect(secondTermIn('2025—2026学年第一学期工作计划')).toBeUndefined();
    expect(secondTermIn('2025学年第二学期工作计划')).toBe('2026');
    expect(secondTermIn('2024—2026学年第二学期工作计划')).toBeUndefined();
  });

  test('in the title', () => {
    expect(daysOf('关于开展2025-2026学年班主任考核的通知\n各系：\n一、9月10日前自评。\n二、6月20日前考核。\n')).toEqual(
      [2025, 2026],
    );
  });

  test('in the opening, but not in the title of another paper', () => {
    const paper = (opening: string) => `各学院：\n${opening}\n一、流程\n（一）修订（6月7日）\n（二）考核（11月20日）\n`;
    expect(daysOf(paper('决定开展2025-2026学年考核工作，通知如下：'))).toEqual([2026, 2025]);
    expect(daysOf(paper('根据《2025-2026学年考核方案》，通知如下：'))).not.toEqual([2026, 2025]);
  });

  test('a date of issue says more', () => {
    const text =
      '关于开展2025-2026学年考核的通知\n各系：\n一、9月10日前自评。\n二、12月20日前考核。\n教务处\n2025年9月1日\n';
    expect(daysOf(text).slice(0, 2)).toEqual([2025, 2025]);
  });
});
