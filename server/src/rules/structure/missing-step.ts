import { missingSteps } from '../../profiles/stages.ts';
import { defineRule } from '../rule.ts';

/** A step that the profile requires within a stage. */
export const missingStep = defineRule<'missing'>({
  id: 'missing-step',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F79'],
  fixes: [],
  summary: { zh: '阶段中缺少规定的步骤', en: 'A stage lacks a step that this kind of plan requires' },
  messages: {
    missing: {
      zh: '“{stage}”阶段缺少规定步骤：{steps}。',
      en: 'The stage “{stage}” lacks required steps: {steps}.',
    },
  },
  checkPlan({ plan, profile, report }) {
    for (const { stage, steps } of missingSteps(plan, profile)) {
      report({
        message: 'missing',
        params: { stage: stage.name.value, steps: steps.map((step) => step.label.zh).join('、') },
        range: stage.name.range,
      });
    }
  },
});
