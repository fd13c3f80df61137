import { describe, expect, test } from 'vitest';
import { overallWindowsOf } from '../../../../server/src/plan/constraints/windows.ts';
import type { Schedule } from '../../../../server/src/plan/model.ts';
import { readPlans } from '../../../../server/src/plan/read.ts';

const planWith = (body: string) => {
  const [plan] = readPlans(`# 禾阳区环境提升行动实施方案\n\n为改善环境，制定本方案。\n\n${body}\n`).plans;
  if (!plan) throw new Error('no plan');
  return plan;
};
const day = (date: { year: number; month: number; day: number } | undefined) =>
  date ? `${date.year}-${date.month}-${date.day}` : '?';
const shown = ({ audience, span }: Schedule) => `${audience ?? '全体'} ${day(span.start)}~${day(span.end)}`;
const windowsOf = (body: string) =>
  planWith(body).stages.map(({ name, schedules }) => [name.value, ...schedules.map(shown)]);

const described = '## 二、实施步骤\n\n### （一）排查摸底阶段\n\n逐户排查。\n\n### （二）集中整治阶段\n\n逐项整治。\n\n';

describe('the windows of stages in a table by audience', () => {
  test('a row for each audience, a column for each stage', () => {
    const table =
      '## 三、时间安排\n\n| 序号 | 参加对象 | 排查摸底阶段 | 集中整治阶段 |\n|---|---|---|---|\n| 1 | 镇、街道机关 | 2026年3月2日至4月10日 | 2026年4月11日至6月30日 |\n| 2 | 村、社区 | 2026年3月16日至5月15日 | 2026年5月16日至7月31日 |\n';
    expect(windowsOf(described + table)).toEqual([
      ['排查摸底', '镇、街道机关 2026-3-2~2026-4-10', '村、社区 2026-3-16~2026-5-15'],
      ['集中整治', '镇、街道机关 2026-4-11~2026-6-30', '村、社区 2026-5-16~2026-7-31'],
    ]);
  });

  test('a row for each stage, a column for each audience; stages by their number', () => {
    const table =
      '## 三、时间安排\n\n| 阶段 | 镇街机关 | 村居 | 学校 |\n|---|---|---|---|\n| 第一阶段 | 3月2日—4月10日 | 3月16日—5月15日 | 3月23日—5月31日 |\n| 第二阶段 | 4月11日—6月30日 | 5月16日—7月31日 |  |\n';
    const [first, second] = windowsOf(
      `${described.replace('（一）排查摸底阶段', '第一阶段：排查摸底').replace('（二）集中整治阶段', '第二阶段：集中整治')}${table}\n禾阳区人民政府\n\n2026年2月20日`,
    );
    expect(first).toEqual([
      '排查摸底',
      '镇街机关 2026-3-2~2026-4-10',
      '村居 2026-3-16~2026-5-15',
      '学校 2026-3-23~2026-5-31',
    ]);
    expect(second).toEqual(['集中整治', '镇街机关 2026-4-11~2026-6-30', '村居 2026-5-16~2026-7-31']);
  });

  test('a row for each of both, with cells that reach down', () => {
    const table =
      '| 对象 | 阶段 | 时间 |\n|---|---|---|\n| 区直机关 | 排查摸底 | 2026年3月2日至3月31日 |\n|  | 集中整治 | 2026年4月1日至5月31日 |\n| 企业 | 排查摸底 | 2026年3月2日至4月30日 |\n|  | 集中整治 | 2026年5月1日至6月30日 |\n';
    expect(windowsOf(described + table)).toEqual([
      ['排查摸底', '区直机关 2026-3-2~2026-3-31', '企业 2026-3-2~2026-4-30'],
      ['集中整治', '区直机关 2026-4-1~2026-5-31', '企业 2026-5-1~2026-6-30'],
    ]);
  });

  test('several windows in one cell, each with those for whom it is', () => {
    const table =
      '| 阶段 | 时间 | 主要任务 |\n|---|---|---|\n| 排查摸底 | 区直机关：2026年3月2日至3月31日；企业：2026年3月2日至4月30日 | 排查 |\n| 集中整治 | 区直机关4月1日至5月31日<br>企业5月1日至6月30日 | 整治 |\n';
    expect(windowsOf(`${described}${table}\n禾阳区人民政府\n\n2026年2月20日`)).toEqual([
      ['排查摸底', '区直机关 2026-3-2~2026-3-31', '企业 2026-3-2~2026-4-30'],
      ['集中整治', '区直机关 2026-4-1~2026-5-31', '企业 2026-5-1~2026-6-30'],
    ]);
  });

  test('names the stages where the text has none', () => {
    const table =
      '| 批次 | 动员部署阶段 | 全面实施阶段 |\n|---|---|---|\n| 第一批：机关 | 2026年3月 | 2026年4月至6月 |\n| 第二批：学校 | 2026年4月 | 2026年5月至7月 |\n';
    expect(windowsOf(table).map(([name]) => name)).toEqual(['动员部署', '全面实施']);
  });

  test('tables about other things say nothing of stages', () => {
    const projects =
      '| 项目 | 前期阶段 | 施工阶段 |\n|---|---|---|\n| 青云路改造 | 2026年3月 | 2026年5月至9月 |\n| 滨河步道 | 2026年4月 | 2026年6月至10月 |\n';
    const counts = '| 阶段 | 镇街 | 村居 |\n|---|---|---|\n| 排查摸底 | 12个 | 86个 |\n| 集中整治 | 10个 | 80个 |\n';
    const bare = [['排查摸底'], ['集中整治']];
    expect(windowsOf(described + projects)).toEqual(bare);
    expect(windowsOf(described + counts)).toEqual(bare);
  });
});

describe('the window of the whole in a table by audience', () => {
  const overall = (body: string) => overallWindowsOf(planWith(body)).byAudience.map(shown);

  test('in one column', () => {
    const table =
      '## 二、时间安排\n\n| 单位类别 | 起止时间 | 备注 |\n|---|---|---|\n| 镇街机关 | 2026年3月至8月 | |\n| 村、社区 | 2026年4月至9月 | |\n';
    expect(overall(table)).toEqual(['镇街机关 2026-3-1~2026-8-31', '村、社区 2026-4-1~2026-9-30']);
  });

  test('from the column of its first day to that of its last', () => {
    const table =
      '## 二、时间安排\n\n| 参加对象 | 开始时间 | 结束时间 |\n|---|---|---|\n| 机关 | 2026年3月2日 | 2026年6月30日 |\n| 学校 | 2026年4月1日 | 2026年7月10日 |\n';
    expect(overall(table)).toEqual(['机关 2026-3-2~2026-6-30', '学校 2026-4-1~2026-7-10']);
  });
});

describe('whom a window is for, and what is none', () => {
  test('two windows in the brackets of a heading', () => {
    const text =
      '## 二、实施步骤\n\n### （一）排查摸底阶段（社区2026年3月16日至5月15日，街道机关2026年3月2日至4月10日）\n\n逐户排查。\n\n### （二）集中整治阶段（2026年5月16日至7月31日）\n\n逐项整治。\n';
    expect(windowsOf(text)).toEqual([
      ['排查摸底', '社区 2026-3-16~2026-5-15', '街道机关 2026-3-2~2026-4-10'],
      ['集中整治', '全体 2026-5-16~2026-7-31'],
    ]);
  });

  test('the last day of a work beside the window of its stage', () => {
    const text = `${described.replace('逐户排查。', '入户走访由各社区负责，2026年4月10日前完成；台账由社会工作部牵头，2026年4月20日前完成。')}| 阶段 | 时间 | 内容 |\n|---|---|---|\n| 排查摸底 | 2026年3月2日至5月15日 | 排查 |\n| 集中整治 | 2026年5月16日至7月31日 | 整治 |\n`;
    expect(windowsOf(text)).toEqual([
      ['排查摸底', '全体 2026-3-2~2026-5-15'],
      ['集中整治', '全体 2026-5-16~2026-7-31'],
    ]);
  });
});

describe('windows that a part about the time gives to one group after another', () => {
  const groups = [
    ['排查摸底', '镇、街道机关 2026-3-2~2026-4-10', '村、社区 2026-3-16~2026-5-15'],
    ['集中整治', '镇、街道机关 2026-4-11~2026-6-30', '村、社区 2026-5-16~2026-7-31'],
  ];

  test('in a part for each group, on one line or on several', () => {
    const run = `${described}## 三、时间安排\n\n（一）镇、街道机关。排查摸底阶段：2026年3月2日至4月10日；集中整治阶段：2026年4月11日至6月30日。\n\n（二）村、社区。排查摸底阶段：2026年3月16日至5月15日；集中整治阶段：2026年5月16日至7月31日。\n`;
    expect(windowsOf(run)).toEqual(groups);
    const lines = `${described}## 三、时间安排\n\n### （一）镇、街道机关\n\n排查摸底阶段：2026年3月2日至4月10日。\n\n集中整治阶段：2026年4月11日至6月30日。\n\n### （二）村、社区\n\n排查摸底阶段：2026年3月16日至5月15日。\n\n集中整治阶段：2026年5月16日至7月31日。\n`;
    expect(windowsOf(lines)).toEqual(groups);
  });

  test('in a paragraph that begins with the group', () => {
    const text = `${described}## 三、时间安排\n\n镇、街道机关从2026年3月2日开始，6月30日结束。其中排查摸底阶段3月2日至4月10日，集中整治阶段4月11日至6月30日。\n\n村、社区从2026年3月16日开始，7月31日结束。其中排查摸底阶段3月16日至5月15日，集中整治阶段5月16日至7月31日。\n`;
    expect(windowsOf(text)).toEqual(groups);
  });

  test('batches that are stages themselves stay stages', () => {
    const text =
      '## 二、实施步骤\n\n（一）机关单位（2026年3月2日至4月10日）。组织培训。\n\n（二）学校（2026年4月11日至5月31日）。组织培训。\n';
    expect(windowsOf(text).map(([name]) => name)).toEqual(['机关单位', '学校']);
  });
});
