import type { StageConstraint } from '../../plan/constraints/constraints.ts';
import type { Plan, Stage } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages/stage-key.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { RecognisedPlan } from '../rule.ts';

/** The stage of the superior plan that a stage of the subordinate plan is: by name, else by its place where one has no name. */
export function superiorStage(stage: Stage, { constraints }: SuperiorPlan): StageConstraint | undefined {
  const key = stageKey(stage.name.value);
  if (key === '')
    return constraints.stages.find(({ ordinal, key: other }) => ordinal === stage.ordinal && other !== '');
  return constraints.stages.find((other) => sameKey(other.key, key));
}

export function sameKey(a: string, b: string): boolean {
  if (a === '' || b === '') return false;
  return a === b || (Math.min(a.length, b.length) >= 4 && (a.includes(b) || b.includes(a)));
}

/** The one stage of the superior plan that a stage plan (阶段方案) is about; undefined for other plans. */
export function stageOfPlan({ plan }: RecognisedPlan, { constraints }: SuperiorPlan): StageConstraint | undefined {
  const title = plan.title?.value ?? '';
  if (!title.includes('阶段')) return undefined;
  return constraints.stages.find(
    ({ key, ordinal }) =>
      (key.length >= 2 && title.includes(key)) || title.includes(`第${'一二三四五六七八九'.charAt(ordinal - 1)}阶段`),
  );
}

/** True for a text that reports on a plan instead of laying one down. */
export function isReport(profile: RecognisedPlan['profile']): boolean {
  return profile.id === 'summary';
}

/** True for a plan that speaks of one stage only. */
export function isStagePlan(plan: Plan, profile: RecognisedPlan['profile']): boolean {
  return profile.id === 'stage-plan' || (plan.title?.value ?? '').includes('阶段');
}
