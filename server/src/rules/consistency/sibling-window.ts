import { conflictingEnds, spansOverlap } from '../../dates/compare.ts';
import type { Plan, Schedule } from '../../plan/model.ts';
import { stageKey } from '../../plan/stages.ts';
import { defineRule } from '../rule.ts';
import { isPartOf } from '../superior/kin.ts';
import { citedTitles, meansTitle } from '../superior/superiors.ts';

const there = { zh: '“{plan}”作“{window}”', en: '“{plan}” says “{window}”' };

interface Use {
  readonly plan: Plan;
  readonly schedule: Schedule;
  readonly stage: string;
}

/** Plans beside one another that give the same people different times for the same stage. */
export const siblingWindow = defineRule<'differs'>({
  id: 'sibling-window',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F20', 'F22'],
  fixes: [],
  summary: {
    zh: '几份方案给同一对象的同一阶段定了不同的时间',
    en: 'Several plans give the same people different times for the same stage',
  },
  messages: {
    differs: {
      zh: '“{stage}”阶段{audience}的时间，此处作“{own}”，另一方案作“{other}”，请核对。',
      en: 'The time of {audience} for the stage “{stage}” is “{own}” here and “{other}” in another plan.',
    },
  },
  checkDocument({ plans, report }) {
    if (plans.length < 2) return;
    const groups = new Map<string, Use[]>();
    for (const { plan } of plans) {
      for (const { name, schedules } of plan.stages) {
        const key = stageKey(name.value);
        if (key === '') continue;
        for (const schedule of schedules) {
          if (schedule.audience === undefined) continue;
          const own = `${key}\n${schedule.audience.replace(/^(?:全[市县区镇乡]|各)|(?:党组织|单位)$/g, '')}`;
          const group = groups.get(own) ?? [];
          group.push({ plan, schedule, stage: name.value });
          groups.set(own, group);
        }
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
          params: {
            stage: use.stage,
            audience: use.schedule.audience ?? '',
            own: use.schedule.span.raw,
            other: other.schedule.span.raw,
          },
          range: use.schedule.range,
          related: [
            {
              message: there,
              params: { plan: other.plan.title?.value ?? '', window: other.schedule.span.raw },
              range: other.schedule.range,
            },
          ],
        });
      }
    }
  },
});

/** Of the same time, and not one under the other: that is compared with its superior plan. */
function differ(a: Use, b: Use): boolean {
  if (a.plan === b.plan || isUnder(a.plan, b.plan) || isUnder(b.plan, a.plan)) return false;
  const [first, second] = [a.schedule.span, b.schedule.span];
  return (
    first.yearKnown && second.yearKnown && spansOverlap(first, second) && conflictingEnds(first, second).length > 0
  );
}

function isUnder(plan: Plan, other: Plan): boolean {
  const title = other.title?.value;
  return title !== undefined && (citedTitles(plan).some((cited) => meansTitle(cited, title)) || isPartOf(plan, other));
}
