import { expect, test } from 'vitest';
import { problemsOf } from './harness.ts';

const planOf = (title: string) => `# ${title}

根据县委组织部《关于开好2025年度民主生活会的通知》，定于2026年1月16日召开，制定本方案。

一、会议主题

深入查摆问题，推动作风建设常态长效。

二、会前准备

（一）学习研讨。1月9日前集中学习2次。（责任单位：机关党委）

（二）征求意见。1月8日前通过座谈会征求意见。（责任单位：人事科）

县林业局党组

2025年12月30日
`;

const missing = (title: string) =>
  problemsOf(planOf(title)).flatMap(({ rule, severity, message }) =>
    rule === 'missing-section' && /目标任务|组织领导/.test(message) ? [severity] : [],
  );

test('a sitting has its end in itself and needs no leading group: information at most', () => {
  const severities = missing('县林业局2025年度民主生活会工作方案');
  expect(severities.length).toBeGreaterThan(0);
  expect(severities.filter((severity) => severity !== 'info')).toEqual([]);
});

test('a piece of work needs both', () => {
  expect(missing('县林业局机关作风建设工作方案')).toContain('warning');
});
