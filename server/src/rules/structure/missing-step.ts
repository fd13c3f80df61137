import type { Stage } from '../../plan/model.ts';
import type { StepRequirement } from '../../profiles/profile.ts';
import { missingSteps } from '../../profiles/stages.ts';
import { defineRule, type Edit } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { insertSections } from './insert-section.ts';

/** A step that the profile requires within a stage. */
export const missingStep = defineRule<'missing'>({
  id: 'missing-step',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F79'],
  fixes: ['suggested'],
  summary: { zh: '阶段中缺少规定的步骤', en: 'A stage lacks a step that this kind of plan requires' },
  messages: {
    missing: {
      zh: '“{stage}”阶段缺少规定步骤：{steps}。',
      en: 'The stage “{stage}” lacks required steps: {steps}.',
    },
  },
  checkPlan({ document, plan, profile, report }) {
    for (const { stage, steps } of missingSteps(plan, profile)) {
      // A stage that is only named is not described at all; its steps stand elsewhere, or nowhere.
      if (isOnlyNamed(stage)) continue;
      const edits = stepInsertion(document.markdown.text, stage, steps);
      report({
        message: 'missing',
        params: {
          stage: stage.name.value,
          steps: {
            zh: steps.map(({ label }) => label.zh).join('、'),
            en: steps.map(({ label }) => `“${label.zh}” (${label.en})`).join(', '),
          },
        },
        range: stage.name.range,
        ...(edits.length > 0
          ? {
              fix: {
                title: { zh: '补上缺少的步骤', en: 'Insert the missing steps' },
                safety: 'suggested' as const,
                edits,
              },
            }
          : {}),
      });
    }
  },
});

function isOnlyNamed({ section, tables, steps }: Stage): boolean {
  if (tables.length > 0 || steps.length > 0) return false;
  return !section || (section.body.length === 0 && section.runIn === undefined);
}

/** The steps behind the last one of the stage, or as paragraphs at its end. */
export function stepInsertion(source: string, { section }: Stage, steps: readonly StepRequirement[]): readonly Edit[] {
  if (!section) return [];
  const added = steps.map((step, at) => ({ title: step.label.zh, body: tabStop(at + 1, '做法、时限、责任单位') }));
  if (section.sections.length > 0) return insertSections(source, section.sections, section.sections.length, added);
  const { end } = section.range;
  const text = added.map(({ title, body }) => `\n\n${title}。${body}`).join('');
  return [{ range: { start: end, end }, text, snippet: true }];
}
