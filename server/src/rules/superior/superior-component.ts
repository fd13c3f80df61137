import type { RequiredAction } from '../../plan/constraints/actions.ts';
import { canBeOf } from '../../plan/constraints/audiences.ts';
import { constraintsOf, type StepConstraint } from '../../plan/constraints/constraints.ts';
import { textOf } from '../../plan/constraints/lines.ts';
import type { Plan } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages/stage-key.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Profile } from '../../profiles/profile.ts';
import type { Located, Range } from '../../text/range.ts';
import { defineRule, type Finding } from '../rule.ts';
import { mentions, rather } from './mentions.ts';
import { inSuperior } from './place.ts';
import { unmetQuoted } from './quoted-actions.ts';
import { isReport, isStagePlan, sameKey, stageOfPlan } from './stages.ts';

type MessageId = 'quoted' | 'stage' | 'action' | 'step' | 'report';
type Report = (finding: Finding<MessageId>) => void;

/** Stages and actions that the superior plan requires and that the plan does not have. */
export const superiorComponent = defineRule<MessageId>({
  id: 'superior-component',
  family: 'superior',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F22'],
  fixes: [],
  summary: {
    zh: '缺少上级方案规定的阶段或动作',
    en: 'A stage or an action that the superior plan requires is absent',
  },
  messages: {
    quoted: {
      zh: '文中所引的上级要求“{missing}”，本方案没有安排，请补上。',
      en: 'The plan quotes “{missing}” as asked from above, and does not provide for it.',
    },
    stage: {
      zh: '上级方案规定有“{missing}”阶段，本方案没有安排，请补上。',
      en: 'The superior plan has the stage “{missing}”, this plan does not.',
    },
    action: {
      zh: '上级方案规定的“{missing}”，本方案没有安排，请补上。',
      en: 'The superior plan requires “{missing}”, this plan does not provide for it.',
    },
    step: {
      zh: '上级方案安排的{missing}，本方案没有写到（其余各项都照写了），请补上或说明。',
      en: 'This plan follows the superior plan but leaves out {missing}.',
    },
    report: {
      zh: '上级方案要求报送“{missing}”，本方案没有安排。',
      en: 'The superior plan wants “{missing}” handed in, this plan does not provide for it.',
    },
  },
  checkPlan({ plan, profile, report }) {
    if (isReport(profile)) return;
    for (const { value, range } of unmetQuoted(plan)) report({ message: 'quoted', params: { missing: value }, range });
  },
  checkSuperior({ plan, profile, superior, report }) {
    if (isReport(profile)) return;
    const only = stageOfPlan({ plan, profile }, superior);
    const partial = isStagePlan(plan, profile);
    if (!partial) compareStages(plan, profile, superior, report);
    const present = plan.stages.map(({ name }) => stageKey(name.value));
    const missing = superior.constraints.actions.filter((action) => {
      // A stage that is missing as a whole is said once; a plan without stages of its own has its own order.
      const isOfPlan =
        action.stage === undefined
          ? !partial
          : partial
            ? action.stage === only?.key
            : present.some((key) => sameKey(key, action.stage ?? ''));
      return isOfPlan && !isProfiles(action.value, profile) && !mentions(plan, action.value);
    });
    reportActions(plan, missing, superior, report);
    if (only && partial && only.key !== '') {
      const steps = only.steps.filter(
        ({ value }) =>
          !missing.some((action) => action.value === value) && !isProfiles(value, profile) && !mentions(plan, value),
      );
      reportActions(plan, steps, superior, report, 'info');
    }
    if (!partial) {
      const said = new Set(missing.map(({ value }) => value));
      compareSteps(plan, profile, superior, said, report);
      compareReports(plan, superior, report);
    }
  },
});

/** Stages are compared where both plans have a set of them; what the profile requires is its rule's to say. */
function compareStages(plan: Plan, profile: Profile, superior: SuperiorPlan, report: Report): void {
  const own = plan.stages.map(({ name }) => stageKey(name.value)).filter((key) => key !== '');
  const { stages } = superior.constraints;
  const shared = stages.filter(({ key }) => own.some((other) => sameKey(key, other)));
  if (own.length < 2 || shared.length < 2) return;
  for (const { key, name, isFromAbove } of stages) {
    if (key === '' || isFromAbove || shared.some((one) => one.key === key)) continue;
    if (
      profile.stages.some(
        (stage) => stage.required && [stage.label.zh, ...stage.aliases].some((word) => key.includes(word)),
      )
    ) {
      continue;
    }
    const last = plan.stages.at(-1);
    if (!last) return;
    report({
      message: 'stage',
      params: { missing: name.value },
      range: plan.title?.range ?? last.name.range,
      related: [inSuperior(superior, name.range, name.value)],
    });
  }
}

/** One finding a stage or plan would be many for one omission: each action is said at the title, or at its stage. */
function reportActions(
  plan: Plan,
  actions: readonly RequiredAction[],
  superior: SuperiorPlan,
  report: Report,
  severity?: 'info',
): void {
  for (const action of actions) {
    const stage = plan.stages.find(({ name }) => sameKey(stageKey(name.value), action.stage ?? ''));
    const range = stage?.name.range ?? plan.title?.range ?? plan.lines[0]?.range;
    if (!range) return;
    report({
      message: 'action',
      ...(severity ? { severity } : {}),
      params: { missing: action.value },
      range,
      related: [inSuperior(superior, action.range, action.value)],
    });
  }
}

/** So many of the titles have to be the same before a plan counts as one that follows the other step by step. */
const fewestShared = 2;

/**
 * Steps of a stage, or measures, that are left out where the others stand in the plan under the same titles. A plan
 * with an order of its own is left alone.
 */
function compareSteps(
  plan: Plan,
  profile: Profile,
  superior: SuperiorPlan,
  said: ReadonlySet<string>,
  report: Report,
): void {
  const own = constraintsOf(plan);
  const { stages, measures } = superior.constraints;
  for (const theirs of stages) {
    const ours = own.stages.find(({ key }) => sameKey(key, theirs.key));
    if (ours) compareTitles(theirs.steps, ours.steps, ours.name.range);
  }
  if (plan.title && measures.length > 0) compareTitles(measures, own.measures, plan.title.range);

  function compareTitles(
    theirs: readonly (Located<string> & Partial<StepConstraint>)[],
    ours: readonly Located<string>[],
    range: Range,
  ): void {
    if (theirs.length < fewestShared || ours.length === 0) return;
    const titles = ours.map(({ value }) => plainStep(value));
    const absent = theirs.filter(({ value }) => {
      const plain = plainStep(value);
      return !titles.some((title) => title.includes(plain));
    });
    const shared = theirs.length - absent.length;
    if (absent.length === 0 || shared < fewestShared || shared * 2 < theirs.length) return;
    const missing = absent.filter(
      (step) =>
        !said.has(step.value) &&
        !isProfiles(step.value, profile) &&
        !mentions(plan, step.value, rather) &&
        !step.isFromAbove &&
        canBeOf(plan, step.audiences ?? []),
    );
    if (missing.length === 0) return;
    report({
      message: 'step',
      severity: 'info',
      params: { missing: missing.map(({ value }) => `“${value}”`).join('、') },
      range,
      related: missing.map((step) => inSuperior(superior, step.range, step.value)),
    });
  }
}

const plainStep = (title: string) => title.replace(/^(?:组织|开展|召开|举办|进行|完成|实施|建立|落实|做好|抓好)+/, '');

/** What is said of each duty: only where the plan nowhere speaks of handing the thing in. */
function compareReports(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const { reports } = superior.constraints;
  if (reports.length === 0) return;
  const text = textOf(plan);
  for (const { object, range, deadline } of reports) {
    if (text.includes(object.slice(-2)) || !plan.title) continue;
    report({
      message: 'report',
      severity: 'info',
      params: { missing: object },
      range: plan.title.range,
      related: [inSuperior(superior, range, deadline.value.raw)],
    });
  }
}

function isProfiles(action: string, profile: Profile): boolean {
  return profile.stages.some(({ steps }) =>
    steps.some((step) => step.required && [step.label.zh, ...step.aliases].some((word) => action.includes(word))),
  );
}
