import type { Plan, Section, Stage } from '../plan/model.ts';
import { stageKey } from '../plan/stages/stage-key.ts';
import { rowsByStage } from '../plan/tables/stage-rows.ts';
import type { Range } from '../text/range.ts';
import type { PhraseIndex } from './phrase-index.ts';
import { findPhrase } from './phrases.ts';
import { FoundPhrases, type PlanPhrases, phrasesInRow, phrasesOnLines, planPhrases } from './plan-phrases.ts';
import type { Profile, StageRequirement, StepRequirement } from './profile.ts';

/** A stage that the profile describes, with the stages of the plan that are it; none when it is missing. */
export interface StageMatch {
  readonly requirement: StageRequirement;
  readonly stages: readonly Stage[];
}

/**
 * Holds the stages of a plan against those of a profile: by name, else, for a stage that is called
 * 第二阶段 only, by its place.
 * @returns one entry for each stage of the profile, in its order
 */
export function matchStages(plan: Plan, profile: Profile): readonly StageMatch[] {
  const requirements = requirementsOf(plan, profile);
  return profile.stages.map((requirement) => ({
    requirement,
    stages: plan.stages.filter((stage) => requirements.get(stage) === requirement),
  }));
}

type Requirements = ReadonlyMap<Stage, StageRequirement | undefined>;
const ofPlans = new WeakMap<Plan, { readonly profile: Profile; readonly requirements: Requirements }>();

/** What the profile says of each stage of a plan; several rules ask for it. */
function requirementsOf(plan: Plan, profile: Profile): Requirements {
  const before = ofPlans.get(plan);
  if (before?.profile === profile) return before.requirements;
  const requirements = new Map(plan.stages.map((stage) => [stage, stageRequirement(stage, profile)]));
  ofPlans.set(plan, { profile, requirements });
  return requirements;
}

const named = new WeakMap<Profile, Map<string, StageRequirement | undefined>>();
/** Names of stages that are remembered for a profile. */
const rememberedNames = 1_000;

/** A stage that has no other name: 第二阶段. */
export const numberOnly = /^第.{1,3}阶段$/;

/** What the profile says of a stage of the plan; undefined when it knows no such stage. */
export function stageRequirement(stage: Stage, profile: Profile): StageRequirement | undefined {
  const name = stageKey(stage.name.value);
  if (name === '' || numberOnly.test(stage.name.value)) return profile.stages[stage.ordinal - 1];
  let known = named.get(profile);
  if (!known || known.size >= rememberedNames) {
    known = new Map();
    named.set(profile, known);
  }
  if (!known.has(name)) known.set(name, requirementNamed(name, profile));
  return known.get(name);
}

function requirementNamed(name: string, profile: Profile): StageRequirement | undefined {
  const hasOne = (words: readonly string[]) => words.some((word) => findPhrase(name, word) !== undefined);
  return (
    profile.stages.find((requirement) => name === requirement.label.zh) ??
    profile.stages.find((requirement) => hasOne([requirement.label.zh])) ??
    profile.stages.find((requirement) => hasOne(requirement.aliases))
  );
}

/** Stages that the profile requires and the plan does not have. */
export function missingStages(plan: Plan, profile: Profile): readonly StageRequirement[] {
  return matchStages(plan, profile).flatMap(({ requirement, stages }) =>
    requirement.required && stages.length === 0 ? [requirement] : [],
  );
}

/** A step that the profile describes, and where the plan speaks of it. */
export interface StepMatch {
  readonly requirement: StepRequirement;
  readonly found: boolean;
  /** The title of the step, where one is called so; absent when only the text speaks of it. */
  readonly range?: Range;
}

/**
 * Looks for the steps of the profile in a stage: in the titles of its steps, in the text of its
 * section, in the rows that tables have for it, and, where the profile allows it, in the rest of
 * the plan.
 * @returns one entry for each step of the profile, in its order
 */
export function matchSteps(
  plan: Plan,
  stage: Stage,
  requirement: StageRequirement,
  profile: Profile,
): readonly StepMatch[] {
  const find = stepFinder(stage, planPhrases(plan, profile));
  return stepsAskedOf(requirement, laterStages(plan, requirement, profile)).map(find);
}

/**
 * The steps that are asked of a stage. What authors write down anywhere in the plan (总结, 归档) is left to
 * the last of the stages that ask for it, so that no plan is asked for it twice.
 * @param later the stages that follow
 */
export function stepsAskedOf(
  { steps }: StageRequirement,
  later: readonly StageRequirement[],
): readonly StepRequirement[] {
  const isLater = ({ within, key }: StepRequirement) =>
    within === 'plan' && later.some((stage) => stage.steps.some((step) => step.key === key));
  return steps.filter((step) => !isLater(step));
}

/** The stages of the profile behind one of its own, as far as the plan has them. */
export function laterStages(plan: Plan, requirement: StageRequirement, profile: Profile): readonly StageRequirement[] {
  const at = profile.stages.indexOf(requirement);
  const behind = at < 0 ? [] : profile.stages.slice(at + 1);
  if (behind.length === 0) return [];
  const there = new Set(requirementsOf(plan, profile).values());
  return behind.filter((stage) => there.has(stage));
}

function stepFinder(stage: Stage, phrases: PlanPhrases): (step: StepRequirement) => StepMatch {
  const inTitles = stage.steps.map((task) => phrases.index.inText(task.title.value));
  const isTitled = inTitles.some((found) => found.length > 0);
  let inStage: FoundPhrases | undefined;
  return (step) => {
    const names = [step.label.zh, ...step.aliases];
    const isTitle = (found: readonly string[]) => found.some((phrase) => names.includes(phrase));
    const titled = isTitled ? stage.steps[inTitles.findIndex(isTitle)] : undefined;
    if (titled) return { requirement: step, found: true, range: titled.title.range };
    inStage ??= new FoundPhrases(phrasesInStage(stage, phrases));
    if (inStage.hasOne(names)) return { requirement: step, found: true };
    return { requirement: step, found: step.within === 'plan' && phrases.inPlan.hasOne(names) };
  };
}

/** The stages of the plan that lack steps which the profile requires. */
export function missingSteps(
  plan: Plan,
  profile: Profile,
): readonly { readonly stage: Stage; readonly steps: readonly StepRequirement[] }[] {
  const matches = matchStages(plan, profile);
  const there = matches.flatMap(({ requirement, stages }) => (stages.length > 0 ? [requirement] : []));
  return matches.flatMap(({ requirement, stages }) => {
    if (stages.length === 0 || !requirement.steps.some((step) => step.required)) return [];
    const asked = stepsAskedOf(requirement, there.slice(there.indexOf(requirement) + 1));
    return stages.flatMap((stage) => {
      const find = stepFinder(stage, planPhrases(plan, profile));
      const steps = asked.filter((step) => step.required && !find(step).found);
      return steps.length > 0 ? [{ stage, steps }] : [];
    });
  });
}

/** What stands in the section of a stage and in its table rows, but for its own name, which is no step of it. */
function* phrasesInStage({ section, name, tables }: Stage, { index }: PlanPhrases): Generator<readonly string[]> {
  if (section) {
    yield index.inText(section.heading.text.replace(name.value, ''));
    yield* phrasesBelow(section, index);
  }
  const key = stageKey(name.value);
  for (const table of tables) {
    for (const { cell, key: own, rows } of rowsByStage(table)) {
      if (own.includes(key)) for (const row of rows) yield* phrasesInRow(row, index, cell);
    }
  }
}

/** What stands below the heading of a section. */
function* phrasesBelow({ body, tables, sections }: Section, index: PhraseIndex): Generator<readonly string[]> {
  yield* phrasesOnLines(body, index);
  for (const { rows } of tables) for (const row of rows) yield* phrasesInRow(row, index);
  for (const section of sections) {
    yield index.in(section.heading.facts);
    yield* phrasesBelow(section, index);
  }
}
