import { readPlans } from '../../../server/src/plan/read.ts';

/** A plan of ours with a ledger in which dates are written in every way, and stages with steps. */
export const ledgerPlan = `# 青湾镇农贸市场环境整治方案

为改善农贸市场环境，从2026年3月上旬到5月底，在全镇开展农贸市场环境整治行动，制定本方案。

## 一、工作步骤

### 第一阶段：宣传发动（2026年3月2日至3月20日）

1. 召开动员大会。由市场服务中心组织，3月10日召开。
2. 张贴通告。市场服务中心负责，3月15日前完成。

### 第二阶段：集中整治（2026年3月21日至5月10日）

1. 清理占道经营。责任单位：综合执法队，责任人：龙海，4月20日前完成。
2. 报送进度。市场服务中心每月25日前报送进度。
3. 整修排水设施，适时推进。

## 二、整改台账

| 序号 | 存在问题 | 整改措施 | 责任单位 | 责任人 | 完成时限 | 状态 |
| --- | --- | --- | --- | --- | --- | --- |
| 1 | 排水不畅 | 更换管道60米 | 市场服务中心 | 孙雅琴 | 2026年4月30日前 | 进行中 |
| 2 | 车辆乱停 | 施划车位40个<br>增设标志 | 综合执法队 | 龙海 | 4月底前 | |
| 3 | 垃圾外溢 | 增设垃圾箱12个 | 市场服务中心 | 孙雅琴 | 长期坚持 | |

## 三、工作要求

认真落实责任，确保整治取得实效。

青湾镇人民政府
2026年2月25日
`;

export function planOf(text: string) {
  const document = readPlans(text);
  const [plan] = document.plans;
  if (!plan) throw new Error('there is no plan');
  return { document, plan };
}
