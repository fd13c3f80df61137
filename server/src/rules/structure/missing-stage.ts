import type { Plan, Section } from '../../plan/model.ts';
import type { Profile, StageRequirement } from '../../profiles/profile.ts';
import { asSnippet } from '../../profiles/skeleton.ts';
import { laterStages, missingStages, stageRequirement } from '../../profiles/stages.ts';
import { stageTemplate } from '../../profiles/template.ts';
import { defineRule, type Edit } from '../rule.ts';
import { tabStop } from '../tab-stop.ts';
import { insertSections } from './insert-section.ts';
import { inItemStyle, skeletonValuesOf } from './plan-style.ts';

/** A stage that the profile requires, in a plan that has stages. */
export const missingStage = defineRule<'missing'>({
  id: 'missing-stage',
  family: 'structure',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F79'],
  fixes: ['suggested'],
  summary: { zh: '缺少这一类方案规定的阶段', en: 'A stage that this kind of plan requires is missing' },
  messages: {
    missing: {
      zh: '{kind}应有“{stage}”阶段，方案的{count}个阶段中没有这一阶段。',
      en: 'A plan of this kind ({kind}) needs a stage “{stage}”; the plan has {count # stage|# stages} without it.',
    },
  },
  checkPlan({ document, plan, profile, report }) {
    const requirements = profile.stages.some(({ required }) => required) ? missingStages(plan, profile) : [];
    if (requirements.length === 0) return;
    const staged = plan.stages.filter((stage) => stage.section);
    const last = staged.at(-1);
    // One stage alone is a plan about that stage, not one that forgot the others.
    if (!last || staged.length < 2) return;
    for (const requirement of requirements) {
      const edits = stageInsertion(document.markdown.text, plan, profile, requirement);
      report({
        message: 'missing',
        params: { kind: profile.label, stage: requirement.label.zh, count: plan.stages.length },
        range: last.name.range,
        ...(edits.length > 0
          ? {
              fix: {
                title: { zh: '插入“{stage}”阶段', en: 'Insert a stage “{stage}”' },
                params: { stage: requirement.label.zh },
                safety: 'suggested' as const,
                edits,
              },
            }
          : {}),
      });
    }
  },
});

/** The stage as a section among those of the other stages, in the order of the profile. */
export function stageInsertion(
  source: string,
  plan: Plan,
  profile: Profile,
  requirement: StageRequirement,
): readonly Edit[] {
  const stages = plan.stages.filter((stage) => stage.section);
  const sections = stages.flatMap((stage): readonly Section[] => (stage.section ? [stage.section] : []));
  // （一）第一阶段：… has two numbers, and stages that stand apart have no common list.
  const simple = sections.every(
    (section) => section.parent === sections[0]?.parent && section.number && !/第.{1,3}阶段/.test(section.title.value),
  );
  if (!simple) return [];
  const own = profile.stages.indexOf(requirement);
  const last = stages.findLastIndex((stage) => {
    const known = stageRequirement(stage, profile);
    return known !== undefined && profile.stages.indexOf(known) < own;
  });
  const year = plan.span?.start?.year || plan.issued?.end?.year;
  const later = laterStages(plan, requirement, profile);
  const template = stageTemplate(requirement, skeletonValuesOf(plan, year ? String(year) : '××××'), { later });
  const [head = '', ...below] = asSnippet(template).split('\n\n');
  // Where the text follows the title on its line there is no room for a list.
  const runsIn = sections.some(({ runIn }) => runIn !== undefined);
  const steps = requirement.steps.map((step) => step.label.zh).join('、') || '工作内容';
  const body = runsIn ? tabStop(3, steps) : inItemStyle(plan, below.join('\n\n'));
  // The others are called 学习调研, not 学习调研阶段.
  const title = /阶段$/.test(sections[0]?.title.value ?? '') ? head : head.replace(/阶段(?=（|$)/, '');
  return insertSections(source, sections, last + 1, [{ title, body }]);
}
