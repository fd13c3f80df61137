import { expect, test } from 'vitest';
import { problemsOf } from '../../rules/harness.ts';

test.each([
  ['定于3月6日（时间待定）召开座谈会。', 'warning'],
  ['定于3月6日召开座谈会，地点【待定】。', 'error'],
  ['座谈会由县教育局（待补充）组织。', 'error'],
])('%s is told as %s', (sentence, severity) => {
  const source = `# 青禾县座谈会工作方案\n\n根据县委部署，制定本方案。\n\n一、时间安排\n\n${sentence}\n`;
  expect(problemsOf(source).flatMap((one) => (one.rule === 'placeholder' ? [one.severity] : []))).toEqual([severity]);
});
