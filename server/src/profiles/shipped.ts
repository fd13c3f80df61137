import { isTree } from './inheritance.ts';
import activityPlan from './shipped/activity-plan.yaml';
import activityPlanGeneric from './shipped/activity-plan-generic.yaml';
import campaign from './shipped/campaign.yaml';
import campusActivity from './shipped/campus-activity.yaml';
import creation from './shipped/creation.yaml';
import eduCampaign from './shipped/edu-campaign.yaml';
import emergency from './shipped/emergency.yaml';
import envRectify from './shipped/env-rectify.yaml';
import implementationPlan from './shipped/implementation-plan.yaml';
import inspectionRectify from './shipped/inspection-rectify.yaml';
import massEventSafety from './shipped/mass-event-safety.yaml';
import project from './shipped/project.yaml';
import rectificationPlan from './shipped/rectification-plan.yaml';
import safetyThreeYears from './shipped/safety-3yr.yaml';
import stagePlan from './shipped/stage-plan.yaml';
import summary from './shipped/summary.yaml';
import taskBreakdown from './shipped/task-breakdown.yaml';
import themeEducation from './shipped/theme-2023.yaml';
import workReport from './shipped/work-report.yaml';

/** The base first, then the kinds in the order in which the editor offers them. */
const sources: readonly unknown[] = [
  implementationPlan,
  eduCampaign,
  themeEducation,
  stagePlan,
  campaign,
  safetyThreeYears,
  rectificationPlan,
  inspectionRectify,
  envRectify,
  creation,
  project,
  emergency,
  activityPlan,
  activityPlanGeneric,
  campusActivity,
  massEventSafety,
  taskBreakdown,
  summary,
  workReport,
];

/** The files of shipped/ by their id. */
export const shippedSources: ReadonlyMap<string, Readonly<Record<string, unknown>>> = new Map(
  sources.flatMap((source) => (isTree(source) ? [[String(source.id), source] as const] : [])),
);
