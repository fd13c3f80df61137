import type { Plan, Section, Stage, TableRow } from '../plan/model.ts';
import { stageKey } from '../plan/stages.ts';
import type { Range } from '../text/range.ts';
import { findPhrase } from './phrases.ts';
import type { Profile, StageRequirement, StepRequirement } from './profile.ts';
import { textOf } from './sections.ts';

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
  const requirements = new Map(plan.stages.map((stage) => [stage, stageRequirement(stage, profile)]));
  return profile.stages.map((requirement) => ({
    requirement,
    stages: plan.stages.filter((stage) => requirements.get(stage) === requirement),
  }));
}

/** What the profile says of a stage of the plan; undefined when it knows no such stage. */
export function stageRequirement(stage: Stage, profile: Profile): StageRequirement | undefined {
  const name = stageKey(stage.name.value);
  if (/^第.{1,3}阶段$/.test(stage.name.value) || name === '') return profile.stages[stage.ordinal - 1];
  const named = (words: readonly string[]) => words.some((word) => findPhrase(name, word) !== undefined);
  return (
    profile.stages.find((requirement) => name === requirement.label.zh) ??
    profile.stages.find((requirement) => named([requirement.label.zh])) ??
    profile.stages.find((requirement) => named(requirement.aliases))
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
export function matchSteps(plan: Plan, stage: Stage, requirement: StageRequirement): readonly StepMatch[] {
  const find = stepFinder(plan, stage);
  return requirement.steps.map(find);
}

/** Texts are put together when titles do not suffice, and once. */
function stepFinder(plan: Plan, stage: Stage): (step: StepRequirement) => StepMatch {
  let inStage: string | undefined;
  let inPlan: string | undefined;
  return (step) => {
    const words = [step.label.zh, ...step.aliases];
    const inText = (text: string) => words.some((word) => findPhrase(text, word) !== undefined);
    const titled = stage.steps.find((task) => inText(task.title.value));
    if (titled) return { requirement: step, found: true, range: titled.title.range };
    inStage ??= stageText(stage);
    if (inText(inStage)) return { requirement: step, found: true };
    if (step.within === 'stage') return { requirement: step, found: false };
    inPlan ??= textOf(plan);
    return { requirement: step, found: inText(inPlan) };
  };
}

/** The stages of the plan that lack steps which the profile requires. */
export function missingSteps(
  plan: Plan,
  profile: Profile,
): readonly { readonly stage: Stage; readonly steps: readonly StepRequirement[] }[] {
  return matchStages(plan, profile).flatMap(({ requirement, stages }) =>
    stages.flatMap((stage) => {
      const find = stepFinder(plan, stage);
      const steps = requirement.steps.filter((step) => step.required && !find(step).found);
      return steps.length > 0 ? [{ stage, steps }] : [];
    }),
  );
}

/** All words that belong to a stage, in its section and in the tables, but for its own name, which is no step of it. */
function stageText(stage: Stage): string {
  const words: string[] = [];
  const visit = (section: Section): void => {
    const heading = section.heading.text;
    words.push(section === stage.section ? heading.replace(stage.name.value, '') : heading);
    for (const line of section.body) words.push(line.text);
    for (const table of section.tables) for (const row of table.rows) words.push(textOfRow(row));
    section.sections.forEach(visit);
  };
  if (stage.section) visit(stage.section);
  const key = stageKey(stage.name.value);
  for (const table of stage.tables) {
    for (const row of table.rows) {
      const cell = table.cell(row, 'stage');
      if (cell && stageKey(cell.text.replace(/\s+/g, '')).includes(key)) {
        words.push(row.cells.flatMap((other) => (other === cell ? [] : other.text)).join('\n'));
      }
    }
  }
  return words.join('\n');
}

function textOfRow(row: TableRow): string {
  return row.cells.map((cell) => cell.text).join('\n');
}
