import type { Plan } from '../../plan/model.ts';
import { linesInOrder } from '../../plan/reading-order.ts';
import { linesWith } from '../../plan/signs.ts';
import type { Range } from '../../text/range.ts';
import { gatheredByPlan } from '../by-plan.ts';
import { defineRule } from '../rule.ts';
import { listMemo } from './list-memo.ts';
import { areVariants } from './names/bodies/bodies.ts';
import { workingBodySign } from './names/bodies/body-sign.ts';
import { differInOne } from './names/persons/persons.ts';
import { oddSiblings } from './names/rows/odd-sibling.ts';
import { copiedUnits } from './names/rows/sibling-units.ts';
import { likelyPairs } from './names/similar.ts';

const elsewhere = { zh: '“{plan}”作“{name}”', en: '“{name}” in “{plan}”' };

interface Named {
  readonly name: string;
  /** What a body is, or which post a person has. */
  readonly type: string;
  readonly range: Range;
}

interface Use extends Named {
  readonly plan: Plan;
}

/** Names of bodies and persons that two plans beside one another write in two ways, and units that a copy still has. Within one plan, name-variant speaks. */
export const siblingName = defineRule<'body' | 'person' | 'unit' | 'odd'>({
  id: 'sibling-name',
  family: 'consistency',
  severity: 'info',
  basis: ['practice'],
  faults: ['F32'],
  fixes: [],
  summary: {
    zh: '几份方案中同一机构、人员的名称不一，或者留有别家单位的名称；并列的几项只有一项叫法不同',
    en: 'A body or a person goes by different names in several plans, the unit of another one was left in, or one name of a list is out of line',
  },
  messages: {
    body: {
      zh: '“{written}”与另一方案的“{other}”似为同一机构，请核对后统一。',
      en: '“{written}” and “{other}” in another plan seem to be one body.',
    },
    unit: {
      zh: '本方案是“{own}”的，此处写的是“{name}”，疑为照抄另一方案时没有改过来，请核对。',
      en: 'This plan is that of “{own}”, here it says “{name}”, whose plan it seems to be copied from.',
    },
    odd: {
      zh: '并列的其他各项都作“……{shared}”（如“{sibling}”），只有“{name}”不同，请统一。',
      en: 'Its siblings are all called “… {shared}” (“{sibling}”), “{name}” is not.',
    },
    person: {
      zh: '{post}“{written}”，另一方案作“{other}”，请核对姓名。',
      en: 'The {post} is “{written}” here and “{other}” in another plan; check the name.',
    },
  },
  checkPlan({ plan, report }) {
    for (const { name, range, shared, sibling } of oddSiblings(plan))
      report({ message: 'odd', params: { name, shared, sibling }, range });
  },
  checkDocument({ document, plans, report }) {
    if (plans.length < 2) return;
    const own = plans.map(({ plan }) => plan);
    for (const { range, name, own: unit, other } of copiedUnits(document, own)) {
      report({
        message: 'unit',
        params: { name, own: unit },
        range,
        related: other.title
          ? [{ message: elsewhere, params: { plan: other.title.value, name }, range: other.title.range }]
          : [],
      });
    }
    const bodies = new Map<string, Use>();
    const posts = new Map<string, Use[]>();
    const inPlans = new Map<string, Set<Plan>>();
    for (const { plan } of plans) {
      for (const named of bodiesIn(document, plan)) {
        const { name, type, range } = named;
        if (!bodies.has(name)) bodies.set(name, { plan, name, type, range });
        const known = inPlans.get(name);
        if (known) known.add(plan);
        else inPlans.set(name, new Set([plan]));
      }
      for (const named of personsIn(document, plan)) {
        const key = `${named.type}\n${named.name.charAt(0)}${named.name.length}`;
        const known = posts.get(key);
        if (!known) {
          posts.set(key, [{ plan, ...named }]);
          continue;
        }
        const isLong = named.name.length >= 3;
        const other = isLong ? known.find((one) => one.plan !== plan && differInOne(one.name, named.name)) : undefined;
        if (other && !known.some((one) => one.plan === plan)) {
          report({
            message: 'person',
            params: { post: named.type, written: named.name, other: other.name },
            range: named.range,
            related: [placeOf(other)],
          });
        }
        known.push({ plan, ...named });
      }
    }
    for (const [a, b] of likelyAmong(document, [...bodies.keys()])) {
      const first = bodies.get(a);
      const second = bodies.get(b);
      if (!first || !second || first.type !== second.type) continue;
      const [plansOfFirst, plansOfSecond] = [inPlans.get(a), inPlans.get(b)];
      if (!plansOfFirst || !plansOfSecond || [...plansOfFirst].some((plan) => plansOfSecond.has(plan))) continue;
      const uses = { rarer: 1, commoner: Math.max(plansOfFirst.size, plansOfSecond.size) };
      if (!areVariants(a, b, first.type, uses)) continue;
      const [rare, usual] = plansOfSecond.size <= plansOfFirst.size ? [second, first] : [first, second];
      report({
        message: 'body',
        params: { written: rare.name, other: usual.name },
        range: rare.range,
        related: [placeOf(usual)],
      });
    }
  },
});

const likelyAmong = listMemo(likelyPairs);

const placeOf = ({ plan, name, range }: Use) => ({
  message: elsewhere,
  params: { plan: plan.title?.value ?? '', name },
  range,
});

const bodiesIn = gatheredByPlan((document, plan) => {
  const found: Named[] = [];
  for (const line of linesWith(linesInOrder(document, plan), workingBodySign)) {
    if (line.place === 'quote') continue;
    for (const { name, type, range } of line.facts.workingBodies) {
      if (name.length >= type.length + 3) found.push({ name, type, range: line.at(range.start, range.end) });
    }
  }
  return found;
});

/** 校长刘朝明: the post makes sure that the same person is meant. */
const personsIn = gatheredByPlan((_, plan) =>
  plan.parties.flatMap(({ name, unit, range }): readonly Named[] =>
    unit === undefined || !/^[\p{Script=Han}]{2,4}$/u.test(name) ? [] : [{ name, type: unit, range }],
  ),
);
