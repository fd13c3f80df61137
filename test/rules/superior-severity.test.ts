import { expect, test } from 'vitest';
import { problemsOf } from './harness.ts';

const plans = (window: string) => `# 云岭县春季护林工作方案

为做好护林工作，制定本方案。工作从2024年3月1日开始，2024年6月30日结束。

## 一、方法步骤

### （一）宣传动员阶段（2024年3月1日至3月31日）

各镇召开动员会。

### （二）集中巡护阶段（2024年4月1日至6月30日）

各镇开展巡护。

# 青禾镇春季护林实施方案

根据《云岭县春季护林工作方案》，制定本方案。

## 一、方法步骤

### （一）宣传动员阶段（2024年3月1日至3月20日）

镇里召开动员会。

### （二）集中巡护阶段（${window}）

镇里开展巡护。
`;

const severitiesOf = (window: string) =>
  problemsOf(plans(window))
    .filter(({ rule }) => rule === 'superior-window')
    .map(({ severity }) => severity);

test.each([
  ['2024年3月21日至6月20日', ['info']],
  ['2024年3月21日至7月10日', ['warning']],
  ['2024年4月1日至7月10日', ['warning']],
  ['2024年4月5日至6月20日', []],
  ['2024年2月20日至6月20日', ['warning']],
])('a stage from %s is a matter of %j', (window, severities) => {
  expect(severitiesOf(window)).toEqual(severities);
});
