import { compareLength, fuzzyEnds } from '../../dates/compare.ts';
import type { Amount, DateSpan } from '../../dates/expression.ts';
import { groupsOf, saidFor } from '../../plan/constraints/audiences.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Amounted } from '../../plan/constraints/statements.ts';
import type { Plan } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { defineRule, type Finding } from '../rule.ts';
import { inSuperior } from './place.ts';
import { isReport, isStagePlan, superiorStage } from './stages.ts';

type MessageId = 'below' | 'short' | 'exact';
type Report = (finding: Finding<MessageId>) => void;

/** Less than the superior plan asks for at least. */
export const superiorMinimum = defineRule<MessageId>({
  id: 'superior-minimum',
  family: 'superior',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F23'],
  fixes: [],
  summary: {
    zh: '低于上级方案规定的最低要求',
    en: 'Less than the superior plan asks for at least',
  },
  messages: {
    below: {
      zh: '“{own}”低于上级方案的要求“{superior}”，请按不低于上级方案的标准安排。',
      en: '“{own}” is below “{superior}” in the superior plan.',
    },
    short: {
      zh: '{who}各阶段从“{from}”到“{to}”，达不到上级方案“{superior}”的要求，请延长。',
      en: 'The stages{who} from “{from}” to “{to}” are shorter than “{superior}” in the superior plan.',
    },
    exact: {
      zh: '{who}各阶段从“{from}”到“{to}”，刚好达到上级方案“{superior}”的要求，没有余地，起止稍有变动就会不足。',
      en: 'The stages{who} from “{from}” to “{to}” just meet “{superior}” in the superior plan, with no room to spare.',
    },
  },
  checkSuperior({ plan, profile, superior, report }) {
    if (isReport(profile)) return;
    compareAmounts(plan, superior, report);
    if (!isStagePlan(plan, profile)) compareWindows(plan, superior, report);
  },
});

const isMinimum = ({ comparator }: Amounted) => comparator === 'atLeast';
/** 镇机关集中活动时间6个月: a length that is laid down for somebody. */
const isFixed = ({ comparator, subject, audience }: Amounted) =>
  comparator === undefined && audience !== undefined && ofActivity.test(subject);

/** What is asked of somebody: of those whom nobody knows, only what is a minimum for whomever it may be. */
function askedOf<T extends Amounted>(demands: readonly T[], audience: string | undefined): readonly T[] {
  const isKnown = audience !== undefined && groupsOf(audience).length > 0;
  return isKnown ? saidFor(demands, audience) : demands.filter(isMinimum);
}

/** The same thing with a lower number; where the superior plan sets several minimums for it, the lowest counts. */
function compareAmounts(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const demands = superior.constraints.amounts.filter((one) => isMinimum(one) || isFixed(one));
  if (demands.length === 0) return;
  const { amounts, audience } = constraintsOf(plan);
  for (const own of amounts) {
    const same = demands.filter(
      ({ unit, per, subject }) =>
        unit === own.unit && (per === own.per || !per || !own.per) && sameSubject(subject, own.subject),
    );
    const asked = same.length === 0 ? same : askedOf(same, own.audience ?? audience);
    const [lowest] = [...asked].sort((a, b) => a.count - b.count);
    if (!lowest || (own.low ?? own.count) >= (lowest.low ?? lowest.count)) continue;
    report({
      message: 'below',
      params: { own: own.raw, superior: lowest.raw },
      range: own.at,
      related: [inSuperior(superior, lowest.at, `${lowest.subject}${lowest.raw}`)],
    });
  }
}

/** 党员集中学习时间 and 集中学习时间: the same, or with an ending of four characters in common. */
function sameSubject(a: string, b: string): boolean {
  const [short, long] = (a.length < b.length ? [a, b] : [b, a]).map((subject) => subject.replace(/时间$/, ''));
  if (short === undefined || long === undefined || short.length < 2) return false;
  if (short === long) return true;
  let same = 0;
  while (same < short.length && short.at(-1 - same) === long.at(-1 - same)) same++;
  return same >= 4;
}

const ofActivity = /集中|(?:活动|教育|整治|整顿|行动|攻坚)(?:总)?(?:时间|期限|时长)?$/;
const units: Readonly<Record<string, Amount['unit']>> = { 月: 'month', 周: 'week', 天: 'day', 年: 'year' };

/** The stages that the superior plan names, from the first to the last, against the least length of the activity. */
function compareWindows(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const demands = superior.constraints.amounts.filter(
    (one) => (isMinimum(one) || isFixed(one)) && one.unit in units && ofActivity.test(one.subject),
  );
  if (demands.length === 0) return;
  const own = constraintsOf(plan);
  const audiences = new Set(plan.stages.flatMap(({ schedules }) => schedules.map(({ audience }) => audience)));
  let exact: Finding<MessageId> | undefined;
  for (const audience of [...audiences].filter((one) => one !== undefined || audiences.size === 1)) {
    const chain = chainOf(plan, superior, audience);
    const minimum = askedOf(demands, audience ?? own.audience)[0];
    const unit = minimum && units[minimum.unit];
    if (!chain || !unit) continue;
    const amount: Amount = { count: minimum.count, unit };
    const stated = own.amounts.find(
      (one) =>
        one.unit === minimum.unit &&
        sameSubject(one.subject, minimum.subject) &&
        (one.audience === undefined || askedOf(demands, one.audience)[0] === minimum),
    );
    const { first, last } = chain;
    const finding = (message: MessageId): Finding<MessageId> => ({
      message,
      params: { who: audience ?? '', from: first.raw, to: last.raw, superior: minimum.raw },
      range: stated?.at ?? last.range,
      related: [inSuperior(superior, minimum.at, `${minimum.subject}${minimum.raw}`)],
    });
    if (compareLength(chain.whole, amount, 'atLeast', plan.calendar) === 'shorter') {
      report(finding('short'));
      return;
    }
    // Read in full, from the first day of its first month to the last of its last, it has nothing left over.
    const { bounds: _, ...full } = chain.whole;
    if (isMinimum(minimum) && compareLength(full, amount, undefined, plan.calendar) === 'fits')
      exact ??= { ...finding('exact'), severity: 'info' };
  }
  if (exact) report(exact);
}

/** From the start of the first to the end of the last stage that the superior plan has, for one audience. */
function chainOf(
  plan: Plan,
  superior: SuperiorPlan,
  audience: string | undefined,
): { readonly first: DateSpan; readonly last: DateSpan; readonly whole: DateSpan } | undefined {
  const stages = plan.stages.filter((stage) => superiorStage(stage, superior));
  if (stages.length < 2 || stages.length < superior.constraints.stages.length) return undefined;
  const spans = stages.flatMap(({ schedules }) => {
    const own =
      schedules.find((schedule) => schedule.audience === audience) ??
      schedules.find((schedule) => sameAudience(schedule.audience, audience));
    return own ? [own.span] : [];
  });
  const first = spans[0];
  const last = spans.at(-1);
  if (spans.length < stages.length || !first?.start || !last?.end || !first.yearKnown || !last.yearKnown)
    return undefined;
  const { startLo, startHi } = fuzzyEnds(first);
  const { endLo, endHi } = fuzzyEnds(last);
  const bounds = {
    ...(startLo ? { startLo } : {}),
    ...(startHi ? { startHi } : {}),
    ...(endLo ? { endLo } : {}),
    ...(endHi ? { endHi } : {}),
  };
  return { first, last, whole: { ...first, start: first.start, end: last.end, bounds } };
}
