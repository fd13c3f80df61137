import { type PlainDate, parseIso, toIso } from '../../../../server/src/dates/civil.ts';
import type { Bar, Chart, Row } from '../../../../server/src/exchange/timeline/model.ts';
import { readChart } from '../../../../server/src/exchange/timeline/read.ts';
import { readPlans } from '../../../../server/src/plan/read.ts';
import { loadProfile } from '../../../../server/src/profiles/load.ts';
import type { RecognisedPlan } from '../../../../server/src/rules/rule.ts';

/** A plan for two audiences: windows of both in the body, and in a table for each; one of them differs. */
export const twoAudiences = `# 云岭县镇、村文明创建实施方案

为推进文明创建，活动从2026年3月开始，2026年12月基本结束，制定本方案。

## 一、方法步骤

### 第一阶段：宣传发动

从2026年3月初开始，到4月中旬基本结束。

1. 召开动员会。由宣传科组织，3月10日前召开。
2. 张贴公告。

### 第二阶段：集中创建

镇机关从2026年4月中旬开始，到9月底基本结束；村从2026年4月下旬开始，到10月底基本结束。

1. 整治村容村貌。由农业科负责。

### 第三阶段：总结验收

1. 撰写总结。由办公室负责。

全县镇机关开展文明创建工作流程图

| 阶段 | 时间 | 工作内容 | 工作要求 |
| --- | --- | --- | --- |
| 宣传发动 | 2026年3月上旬至4月中旬 | 动员 | 人人知晓 |
| 集中创建 | 2026年4月中旬至9月底 | 整治 | 见到实效 |

全县农村开展文明创建工作流程图

| 阶段 | 时间 | 工作内容 | 工作要求 |
| --- | --- | --- | --- |
| 宣传发动 | 2026年3月上旬至4月下旬 | 动员 | 户户知晓 |
| 集中创建 | 2026年4月下旬至11月中旬 | 整治 | 见到实效 |

## 二、组织领导

成立文明创建工作领导小组，由镇长任组长。
`;

/** Every way of writing a window in headings, text and table cells. */
export const manyStyles = `# 柳溪镇河道整治工作方案

根据上级要求，结合我镇实际，制定本方案。

## 一、工作步骤

### （一）动员部署阶段（2026年3月1日至3月20日）

召开动员大会，由水利站组织。3月5日前印发通知。

### （二）排查摸底阶段（3月21日—4月中旬）

由水利站逐段排查，4月10日（星期五）前报送清单。

### （三）集中整治阶段（2026年4月下旬至9月底）

**9月20日前**完成清淤，由水利站负责。

### （四）总结提高阶段（二〇二六年十月至十二月）

由办公室汇总，12月底前上报总结。

## 二、任务清单

| 序号 | 工作任务 | 责任单位 | 完成时限 |
| --- | --- | --- | --- |
| 1 | 清理漂浮物12处 | 水利站 | 2026.5.30 |
| 2 | 修复护坡300米 | 城建办 | 2026年7月底 |
| 3 | 安装护栏500米 | 城建办 | 7月15日至8月10日 |
| 4 | 巡河管护 | 各村 | 长期坚持 |
| 5 | 设立公示牌 | | |

柳溪镇人民政府
2026年2月20日
`;

export function recognise(text: string, profile = 'implementation-plan'): readonly RecognisedPlan[] {
  const found = loadProfile(profile);
  if (!found) throw new Error(`there is no profile “${profile}”`);
  return readPlans(text).plans.map((plan) => ({ plan, profile: found }));
}

export const day = (iso: string): PlainDate => {
  const date = parseIso(iso);
  if (!date) throw new Error(`${iso} is no day`);
  return date;
};

export function chartOf(text: string, profile?: string, today = '2026-05-05'): Chart {
  return readChart({ recognised: recognise(text, profile), today: day(today), language: 'zh' });
}

export const rowsOf = (chart: Chart): readonly Row[] => chart.plans.flatMap(({ rows }) => rows);
export const barsOf = (chart: Chart): readonly Bar[] => rowsOf(chart).flatMap(({ bars }) => bars);

/** `2026-03-01~2026-03-10 … 2026-04-11~2026-04-20`: an end that is fuzzy with both its days. */
export function daysOf({ start, end, fuzzyStart, fuzzyEnd }: Bar): string {
  const side = (one: PlainDate | undefined, fuzzy: readonly [PlainDate, PlainDate] | undefined) =>
    fuzzy ? fuzzy.map(toIso).join('~') : one ? toIso(one) : '';
  return `${side(start, fuzzyStart)} … ${side(end, fuzzyEnd)}`;
}

export function rowNamed(chart: Chart, label: string, audience?: string): Row {
  const row = rowsOf(chart).find((one) => one.label === label && (audience === undefined || one.audience === audience));
  if (!row) throw new Error(`no row ${label} among ${rowsOf(chart).map((one) => one.label)}`);
  return row;
}
