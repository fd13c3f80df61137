import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { planAt } from '../../../server/src/features/plans-at.ts';
import { makeWorkflow, updateWorkflow } from '../../../server/src/features/refactorings/workflow.ts';
import { applyEdits } from '../../../server/src/rules/fixes.ts';
import { createWorkbench, OpenPlan } from '../../../server/src/workspace/open-plan.ts';
import { plainSurroundings } from '../../../server/src/workspace/surroundings.ts';

function open(text: string): OpenPlan {
  const document = TextDocument.create('file:///plan.md', 'markdown', 1, text);
  return new OpenPlan(document, createWorkbench(), plainSurroundings('zh'), 's');
}

/** The text after the table was made or updated; undefined where that does not apply. */
function after(text: string, refactoring = makeWorkflow): string | undefined {
  const plan = open(text);
  const [first] = plan.recognised;
  const offset = first?.plan.sections[0]?.heading.range.start ?? 0;
  const recognised = planAt(plan, offset);
  const edits = recognised ? refactoring.edits({ open: plan, recognised, offset }) : [];
  return edits.length > 0 ? applyEdits(text, edits) : undefined;
}

const loud = (text: string) =>
  open(text)
    .problems.filter(({ severity }) => severity === 'error' || severity === 'warning')
    // Two units that each do a part stand in one cell; which of them leads, the text does not say either.
    .filter(({ rule }) => rule !== 'missing-lead-unit')
    .map(({ rule, message }) => `${rule} ${message}`);

const plan = `# 青湾镇农贸市场环境整治工作方案

为改善农贸市场环境，根据县里要求，从2026年3月2日到5月10日开展环境整治，制定本方案。

## 一、工作目标

市场整洁有序，群众满意率达到90%以上。

## 二、工作步骤

### （一）宣传发动阶段（2026年3月2日至3月20日）

1. 召开动员大会。由市场服务中心组织，3月10日召开，部署整治任务。
2. 张贴通告。市场服务中心负责，3月15日前完成。

### （二）集中整治阶段（2026年3月21日至5月10日）

1. 清理占道经营。责任单位：综合执法队，责任人：龙海，4月20日前完成。逐摊登记，劝导入市。
2. 整修排水设施。市场服务中心负责，更换管道60米|40米两段。

## 三、组织领导

成立领导小组，由副镇长冯立新任组长，办公室设在市场服务中心，负责日常工作。

青湾镇人民政府

2026年2月25日
`;

const table = [
  '| 步骤 | 时间 | 活动内容 | 工作要求 | 责任 | 备注 |',
  '| --- | --- | --- | --- | --- | --- |',
  '| 宣传发动阶段 | 2026年3月2日至3月20日 | 1. 召开动员大会 | 由市场服务中心组织，3月10日召开，部署整治任务。 | 市场服务中心 | 3月10日 |',
  '|  |  | 2. 张贴通告 | 市场服务中心负责，3月15日前完成。 | 市场服务中心 | 3月15日前 |',
  '| 集中整治阶段 | 2026年3月21日至5月10日 | 1. 清理占道经营 | 责任单位：综合执法队，责任人：龙海，4月20日前完成。逐摊登记，劝导入市。 | 综合执法队、龙海 | 4月20日前 |',
  '|  |  | 2. 整修排水设施 | 市场服务中心负责，更换管道60米\\|40米两段。 | 市场服务中心 |  |',
].join('\n');

describe('the workflow table of a plan', () => {
  test('is made of its stages and steps, as an attachment with its note', () => {
    const text = after(plan);
    expect(text).toContain('负责日常工作。\n\n附件：青湾镇农贸市场环境整治工作流程图\n\n青湾镇人民政府');
    expect(text?.endsWith(`2026年2月25日\n\n附件\n\n青湾镇农贸市场环境整治工作流程图\n\n${table}\n`)).toBe(true);
  });

  test('is read as a workflow whose windows agree with the text, and brings no problem', () => {
    const text = after(plan) ?? '';
    const [made] = open(text).reading.plans[0]?.tables ?? [];
    expect([made?.kind, made?.title?.value]).toEqual(['workflow', '青湾镇农贸市场环境整治工作流程图']);
    const schedules = open(text).reading.plans[0]?.stages.map((stage) => stage.schedules.map(({ origin }) => origin));
    expect(schedules).toEqual([
      ['heading', 'table'],
      ['heading', 'table'],
    ]);
    expect(loud(text)).toEqual(loud(plan));
  });

  test('is not made twice, but updated, and remarks stay with their steps', () => {
    const once = after(plan) ?? '';
    expect(after(once)).toBeUndefined();
    expect(after(once, updateWorkflow)).toBeUndefined();
    const changed = once
      .replace('| 市场服务中心 |  |', '| 市场服务中心 | 雨季前完成 |')
      .replace('2. 张贴通告。', '2. 印发倡议书。市场服务中心负责，3月12日前印发。\n3. 张贴通告。')
      .replace('（2026年3月21日至5月10日）', '（2026年3月21日至5月15日）');
    const text = after(changed, updateWorkflow);
    expect(text).toContain('| 2. 印发倡议书 | 市场服务中心负责，3月12日前印发。 | 市场服务中心 | 3月12日前 |');
    expect(text).toContain('| 集中整治阶段 | 2026年3月21日至5月15日 |');
    expect(text).toContain('| 市场服务中心 | 雨季前完成 |');
  });

  test('is numbered behind the attachments that are there', () => {
    const text = after(
      plan.replace('负责日常工作。\n', '负责日常工作。\n\n附件：1. 摊点名册\n　　　2. 责任分工表\n') +
        '\n附件1\n\n摊点名册\n\n附件2\n\n责任分工表\n',
    );
    expect(text).toContain('　　　2. 责任分工表\n　　　3. 青湾镇农贸市场环境整治工作流程图\n');
    expect(text).toContain('附件3\n\n青湾镇农贸市场环境整治工作流程图\n\n| 步骤 |');
  });

  test('keeps CRLF', () => {
    expect(after(plan.replaceAll('\n', '\r\n'))?.replaceAll('\r\n', '')).not.toContain('\n');
  });

  test('is not offered where nothing is a stage', () => {
    expect(after('# 消防安全工作方案\n\n## 一、工作要求\n\n认真落实责任。\n')).toBeUndefined();
  });

  const folder = path.resolve(import.meta.dirname, '../../../examples/各类方案');
  test.each(readdirSync(folder).filter((name) => name.endsWith('.md')))('of %s brings no problem', (name) => {
    const text = readFileSync(path.join(folder, name), 'utf8');
    const made = after(text);
    if (made !== undefined) expect(loud(made)).toEqual(loud(text));
  });
});
