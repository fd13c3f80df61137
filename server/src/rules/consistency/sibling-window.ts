import { conflictingEnds, spansOverlap } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import type { Plan } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages/stage-key.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { defineRule } from '../rule.ts';
import { isPartOf } from '../superior/kin.ts';
import { citedTitles, meansTitle } from '../superior/superiors.ts';
import { oddWindows } from './odd-window.ts';

const there = { zh: '“{plan}”作“{window}”', en: '“{plan}” says “{window}”' };

/** When a stage is for some people. */
interface Window {
  readonly stage: string;
  readonly audience: string;
  /** The same for windows of one stage for one kind of people. */
  readonly key: string;
  readonly span: DateSpan;
  readonly range: Range;
}

interface Use extends Window {
  readonly plan: Plan;
}

/** Plans beside one another that give the same people different times for the same stage. */
export const siblingWindow = defineRule<'differs' | 'odd' | 'oddLength'>({
  id: 'sibling-window',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F20', 'F22'],
  fixes: [],
  summary: {
    zh: '几份方案给同一对象的同一阶段定了不同的时间，同步进行的几项只有一项时间不同',
    en: 'Several plans give the same people different times for the same stage, or one of several that work together has another time',
  },
  messages: {
    differs: {
      zh: '“{stage}”阶段{audience}的时间，此处作“{own}”，另一方案作“{other}”，请核对。',
      en: 'The time of {audience} for the stage “{stage}” is “{own}” here and “{other}” in another plan.',
    },
    odd: {
      zh: '各项同步进行，其余都作“{other}”，只有“{name}”作“{raw}”，请核对。',
      en: 'All are to do the same together: the others have “{other}”, only “{name}” has “{raw}”.',
    },
    oddLength: {
      zh: '各期安排相同，其余每期{usual}天，只有“{name}”（“{raw}”）是{days}天，请核对。',
      en: 'All turns are alike: the others take {usual} days, only “{name}” (“{raw}”) takes {days}.',
    },
  },
  checkPlan({ plan, report }) {
    for (const finding of oddWindows(plan)) report(finding);
  },
  checkDocument({ document, plans, report }) {
    if (plans.length < 2) return;
    const groups = new Map<string, Use[]>();
    for (const { plan } of plans) {
      for (const window of windowsIn(document, plan)) {
        const group = groups.get(window.key);
        if (group) group.push({ plan, ...window });
        else groups.set(window.key, [{ plan, ...window }]);
      }
    }
    for (const group of groups.values()) {
      const told = new Set<Plan>();
      for (const [at, use] of group.entries()) {
        if (told.has(use.plan)) continue;
        const other = group.slice(0, at).find((earlier) => differ(earlier, use));
        if (!other) continue;
        told.add(use.plan);
        report({
          message: 'differs',
          params: { stage: use.stage, audience: use.audience, own: use.span.raw, other: other.span.raw },
          range: use.range,
          related: [
            {
              message: there,
              params: { plan: other.plan.title?.value ?? '', window: other.span.raw },
              range: other.range,
            },
          ],
        });
      }
    }
  },
});

const windowsIn = gatheredByPlan((_, plan) =>
  plan.stages.flatMap(({ name, schedules }) => {
    const stage = stageKey(name.value);
    if (stage === '') return [];
    return schedules.flatMap(({ audience, span, range }): readonly Window[] => {
      if (audience === undefined) return [];
      const key = `${stage}\n${audience.replace(/^(?:全[市县区镇乡]|各)|(?:党组织|单位)$/g, '')}`;
      return [{ stage: name.value, audience, key, span, range }];
    });
  }),
);

/** Of the same time, and not one under the other: that is compared with its superior plan. */
function differ(a: Use, b: Use): boolean {
  if (a.plan === b.plan || isUnder(a.plan, b.plan) || isUnder(b.plan, a.plan)) return false;
  const [first, second] = [a.span, b.span];
  return (
    first.yearKnown && second.yearKnown && spansOverlap(first, second) && conflictingEnds(first, second).length > 0
  );
}

function isUnder(plan: Plan, other: Plan): boolean {
  const title = other.title?.value;
  return title !== undefined && (citedTitles(plan).some((cited) => meansTitle(cited, title)) || isPartOf(plan, other));
}
