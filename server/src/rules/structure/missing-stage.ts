import { missingStages } from '../../profiles/stages.ts';
import { defineRule } from '../rule.ts';

/** A stage that the profile requires, in a plan that has stages. */
export const missingStage = defineRule<'missing'>({
  id: 'missing-stage',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F79'],
  fixes: [],
  summary: { zh: '缺少这一类方案规定的阶段', en: 'A stage that this kind of plan requires is missing' },
  messages: {
    missing: {
      zh: '{kind}应有“{stage}”阶段，方案分了{count}个阶段，其中没有这一阶段。',
      en: 'A plan of this kind ({kind}) needs a stage “{stage}”; the plan has {count} stages without it.',
    },
  },
  checkPlan({ plan, profile, report }) {
    const staged = plan.stages.filter((stage) => stage.section);
    const last = staged.at(-1);
    // One stage alone is a plan about that stage, not one that forgot the others.
    if (!last || staged.length < 2) return;
    for (const { label } of missingStages(plan, profile)) {
      report({
        message: 'missing',
        params: { kind: profile.label.zh, stage: label.zh, count: plan.stages.length },
        range: last.name.range,
      });
    }
  },
});
