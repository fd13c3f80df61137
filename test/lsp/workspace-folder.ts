import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

/** A folder on disk for one test. Its name has a blank and Chinese characters, as offices have them. */
export class WorkspaceFolder {
  readonly path = mkdtempSync(path.join(tmpdir(), '工作区 fangan-'));

  constructor(files: Readonly<Record<string, string>> = {}) {
    onTestFinished(() => rmSync(this.path, { recursive: true }));
    for (const [name, text] of Object.entries(files)) this.write(name, text);
  }

  get uri(): string {
    return pathToFileURL(this.path).href;
  }

  at(name: string): string {
    return path.join(this.path, name);
  }

  uriOf(name: string): string {
    return pathToFileURL(this.at(name)).href;
  }

  write(name: string, text: string): void {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), text);
  }

  remove(name: string): void {
    rmSync(this.at(name), { recursive: true });
  }
}

/** A short plan with a stage, a ledger and people of its own. */
export function roadPlan(place: string, person: string, unit = '综合执法队'): string {
  return `# ${place}道路整治工作方案

为整治道路环境，按照县里部署，制定本方案。

## 一、组织领导

成立${place}道路整治领导小组，由${unit}负责日常工作。

## 二、方法步骤

第一阶段：调查摸底（2026年3月1日至3月20日）
1.登记占道摊点。由${unit}负责，2026年3月15日前完成。

第二阶段：集中整治（2026年3月21日至5月10日）
1.修补破损路面。由${unit}负责，2026年5月8日前完成。

## 三、任务台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 | 完成情况 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 路灯不亮 | 更换路灯30盏 | ${unit} | ${person} | 2026年4月10日前 | 已完成 |
| 2 | 车辆乱停 | 施划车位40个 | ${unit} | ${person} | 2026年4月20日前 | 正在推进 |

${place}人民政府
2026年2月25日
`;
}
