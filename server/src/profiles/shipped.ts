import { isTree } from './inheritance.ts';
import activityPlan from './shipped/activity-plan.yaml';
import eduCampaign from './shipped/edu-campaign.yaml';
import implementationPlan from './shipped/implementation-plan.yaml';
import rectificationPlan from './shipped/rectification-plan.yaml';
import stagePlan from './shipped/stage-plan.yaml';
import summary from './shipped/summary.yaml';
import taskBreakdown from './shipped/task-breakdown.yaml';

/** The files of shipped/ by their id, the base first. */
export const shippedSources: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(
  [implementationPlan, eduCampaign, stagePlan, rectificationPlan, activityPlan, taskBreakdown, summary].flatMap(
    (source) => (isTree(source) ? [[String(source.id), source] as const] : []),
  ),
);
