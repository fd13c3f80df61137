import type { Work } from '../../plan/constraints/actions.ts';
import type { Plan } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages/stage-key.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Located } from '../../text/range.ts';
import { defineRule, type RelatedPlace } from '../rule.ts';
import { isPartOf, isReportTitle, sameUnit } from './kin.ts';
import { mentions } from './mentions.ts';
import { isReport, stageOfPlan } from './stages.ts';

const planned = { zh: '方案安排了“{work}”', en: 'The plan provides for “{work}”' };
/** Works that the message names. */
const named = 4;
/** A report in which hardly anything of the plan is to be found is about something else. */
const mostUnreported = 0.7;

/** Stages and measures of a plan of which its summary says nothing. They are paired by their nouns, in whatever words. */
export const unreportedWork = defineRule<'work' | 'stage'>({
  id: 'unreported-work',
  family: 'superior',
  severity: 'info',
  basis: ['practice'],
  faults: ['F22'],
  fixes: [],
  summary: {
    zh: '方案安排的阶段或工作，总结没有写到',
    en: 'The summary says nothing of a stage or measure that its plan provides for',
  },
  messages: {
    work: {
      zh: '方案安排的工作中有{count}项在总结里没有写到：{works}，请补写结果，或说明未开展的原因。',
      en: 'Of the work that the plan provides for, the summary leaves out {count}: {works}. What came of it?',
    },
    stage: {
      zh: '方案安排了“{stage}”阶段，总结没有写到，请补写结果或说明原因。',
      en: 'The plan has the stage “{stage}”; the summary says nothing of it.',
    },
  },
  checkSuperior({ plan, profile, superior, report }) {
    const { title } = plan;
    if (!title || !(isReport(profile) || isReportTitle(title.value)) || !isOwnPlan(plan, superior)) return;
    const { stages, measures } = superior.constraints;
    const only = stageOfPlan({ plan, profile }, superior);
    const covered = only ? [only] : title.value.includes('阶段') ? [] : stages;
    const silent = covered.filter(
      ({ key, works }) => key !== '' && !mentions(plan, key) && !works.some((work) => isTold(plan, work)),
    );
    const works = [
      ...covered.filter((stage) => !silent.includes(stage)).flatMap(({ works }) => works),
      ...(only || title.value.includes('阶段') ? [] : measures),
    ].filter(({ value }) => stageKey(value) !== '' && !isAbout(value));
    const left = works.filter((work) => !isTold(plan, work));
    if (left.length + silent.length > (works.length + covered.length) * mostUnreported) return;
    for (const { name } of silent) {
      report({
        message: 'stage',
        params: { stage: name.value },
        range: title.range,
        related: [placeOf(name, superior)],
      });
    }
    if (left.length === 0) return;
    const words = left.slice(0, named).map(({ value }) => `“${value}”`);
    report({
      message: 'work',
      params: { count: left.length, works: words.join('、') + (left.length > named ? '等' : '') },
      range: title.range,
      related: left.map((work) => placeOf(work, superior)),
    });
  },
});

/** The plan of the same unit: by the titles, or by who has issued both. A plan from above is not reported on point by point. */
function isOwnPlan(plan: Plan, { plan: other }: SuperiorPlan): boolean {
  if (isPartOf(plan, other)) return true;
  return sameUnit(plan, other);
}

const amount =
  /(?:不少于|不低于|至少|达到?|约)?\d+(?:\.\d+)?(?:[%％]|[余多]?[万亿]?(?:公里|千米|平方米|立方米|公顷|[人户]次|\p{Script=Han})?)(?:以[上内]|左右)?/gu;

/** In whatever words, and with numbers of its own: 改造户厕60座 is told by 改造户厕63座, and by any clause of what is planned. */
function isTold(plan: Plan, { clauses }: Work): boolean {
  return clauses.some((clause) => {
    const bare = clause.replace(amount, '');
    return mentions(plan, bare.length < 3 ? clause : bare);
  });
}

/** Duties of the plan itself, which no summary speaks of: 加强组织领导, 上报总结. */
function isAbout(work: string): boolean {
  return /组织领导|加强领导|提高认识|统一思想|思想认识|高度重视|工作要求|保障措施|总结|督促检查|纪律|宣传引导|经费保障|汇报|报送/.test(
    work,
  );
}

function placeOf({ range, value }: Located<string>, { file }: SuperiorPlan): RelatedPlace {
  return { message: planned, params: { work: value }, range, ...(file ? { file } : {}) };
}
