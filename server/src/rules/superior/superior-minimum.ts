import { compareLength, fuzzyEnds } from '../../dates/compare.ts';
import type { Amount, DateSpan } from '../../dates/expression.ts';
import type { Amounted } from '../../plan/constraints/amounts.ts';
import { saidFor } from '../../plan/constraints/audiences.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { Plan, Stage } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { defineRule, type Finding } from '../rule.ts';
import { askedOf, isFixed, isMinimum, leftOutBeside, ofActivity, pairsOf, tooLow } from './amount-pairs.ts';
import { amountBeside, ofOneThing, sameSubject } from './amounts.ts';
import { isReportTitle } from './kin.ts';
import { inSuperior } from './place.ts';
import { belowQuoted } from './quoted-demands.ts';
import { quotedHere } from './quoted-lines.ts';
import { shorterThanQuoted } from './quoted-windows.ts';
import { isReport, isStagePlan, superiorStage } from './stages.ts';

type MessageId = 'quoted' | 'below' | 'above' | 'result' | 'short' | 'exact';
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
    zh: '低于上级方案规定的最低要求，或者超过上限',
    en: 'Less than the superior plan asks for at least, or more than it allows',
  },
  messages: {
    below: {
      zh: '“{own}”低于上级方案的要求“{superior}”，请按不低于上级方案的标准安排。',
      en: '“{own}” is below “{superior}” in the superior plan.',
    },
    quoted: {
      zh: '“{own}”低于文中所引的上级要求“{superior}”，请按不低于上级要求的标准安排。',
      en: '“{own}” is below “{superior}”, which the plan quotes as asked from above.',
    },
    above: {
      zh: '“{own}”高于上级方案的上限“{superior}”，请按上级方案的标准安排。',
      en: '“{own}” is above the limit “{superior}” of the superior plan.',
    },
    result: {
      zh: '此处为“{own}”，方案要求“{superior}”，请核对数字，或说明没有达到的原因。',
      en: '“{own}” here, where the plan asks for “{superior}”; check the number, or say why it was not reached.',
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
  checkPlan({ plan, profile, report }) {
    if (isReport(profile) || isReportTitle(plan.title?.value ?? '')) return;
    for (const { own, demand } of belowQuoted(plan)) {
      report({
        message: 'quoted',
        params: { own: own.raw, superior: demand.raw },
        range: own.at,
        related: [{ message: quotedHere, params: { words: `${demand.subject}${demand.raw}` }, range: demand.at }],
      });
    }
    for (const { own, asked } of shorterThanQuoted(plan)) {
      const { raw } = asked.expression;
      report({
        message: 'quoted',
        params: { own: own.expression.raw, superior: raw },
        range: own.range,
        related: [{ message: quotedHere, params: { words: raw }, range: asked.range }],
      });
    }
  },
  checkSuperior({ plan, profile, superior, report }) {
    if (isReport(profile) || isReportTitle(plan.title?.value ?? '')) {
      compareResults(plan, superior, report);
      return;
    }
    compareAmounts(plan, superior, report);
    if (!isStagePlan(plan, profile)) compareWindows(plan, superior, report);
  },
});

/** The same thing with a lower number; where the superior plan sets several minimums for it, the lowest counts. */
function compareAmounts(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const { amounts } = superior.constraints;
  const theirs = () => [...amounts, ...superior.constraints.counts];
  const demands = amounts.filter((one) => isMinimum(one) || isFixed(one));
  const limits = amounts.filter(({ comparator }) => comparator === 'atMost');
  if (demands.length === 0 && limits.length === 0) return;
  const own = constraintsOf(plan);
  const found = pairsOf([...own.amounts, ...own.counts], demands, theirs, own.audience, false);
  const isLeftOut = leftOutBeside(own.counts, found);
  for (const [demand, ours] of found) {
    for (const amount of tooLow(demand, ours, isLeftOut)) {
      report({
        message: 'below',
        // A bare number below the same topic may be of a part of it.
        ...(!amount.isBare || ofOneThing(amount, demand) ? {} : { severity: 'info' }),
        params: { own: saidOf(amount, demand), superior: saidOf(demand, amount) },
        range: amount.at,
        related: [inSuperior(superior, demand.at, `${demand.subject}${demand.raw}`)],
      });
    }
  }
  for (const amount of own.amounts) {
    if (amount.comparator !== 'atMost') continue;
    const same = limits.filter((one) => one.unit === amount.unit && ofOneThing(amount, one));
    const [limit] = saidFor(same, amount.audience ?? own.audience);
    const beside = limit && amountBeside(amount, limit);
    if (!limit || beside === undefined || same.some((one) => beside <= one.count)) continue;
    report({
      message: 'above',
      params: { own: amount.raw, superior: limit.raw },
      range: amount.at,
      related: [inSuperior(superior, limit.at, `${limit.subject}${limit.raw}`)],
    });
  }
}

/** 每季度1次 beside 每月1次: the rhythm is what differs. */
const saidOf = ({ raw, per }: Amounted, other: Amounted) =>
  per === undefined || per === other.per ? raw : `每${per}${raw}`;

/** Reports on a part of the time have not done everything yet. */
const partial = /上半年|下半年|季度|阶段|月份|年中|中期|进展|推进/;

/** What a report says has been done, and is less than its plan asked for. */
function compareResults(plan: Plan, superior: SuperiorPlan, report: Report): void {
  if (!plan.title || partial.test(plan.title.value)) return;
  const { amounts, counts } = superior.constraints;
  const own = constraintsOf(plan);
  const demands = [...amounts.filter((one) => isMinimum(one) || isFixed(one)), ...counts];
  const theirs = () => [...amounts, ...counts];
  const found = pairsOf([...own.amounts, ...own.counts], demands, theirs, own.audience, true);
  const isLeftOut = leftOutBeside(own.counts, found);
  for (const [demand, done] of found) {
    const values = done.flatMap((one) => amountBeside(one, demand) ?? []);
    const whole = demand.unit === '%' ? Math.max(...values) : values.reduce((sum, value) => sum + value, 0);
    const [first] = done;
    if (!first || whole >= (demand.low ?? demand.count)) continue;
    if (demand.unit !== '%' && done.some((one) => one.isBare && isLeftOut(one))) continue;
    report({
      message: 'result',
      severity: 'info',
      params: { own: first.raw, superior: demand.raw },
      range: first.at,
      related: [inSuperior(superior, demand.at, `${demand.subject}${demand.raw}${demand.object}`, planSays)],
    });
  }
}

const planSays = { zh: '方案作“{words}”', en: 'The plan says “{words}”' };

const units: Readonly<Record<string, Amount['unit']>> = { 月: 'month', 周: 'week', 天: 'day', 年: 'year' };

/** The stages that the superior plan names, from the first to the last, against the least length of the activity. */
function compareWindows(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const demands = superior.constraints.amounts.filter(
    (one) => (isMinimum(one) || isFixed(one)) && one.unit in units && ofActivity.test(one.subject),
  );
  if (demands.length === 0) return;
  const own = constraintsOf(plan);
  const stages = plan.stages.filter((stage) => superiorStage(stage, superior));
  if (stages.length < 2 || stages.length < superior.constraints.stages.length) return;
  const audiences = new Set(plan.stages.flatMap(({ schedules }) => schedules.map(({ audience }) => audience)));
  let exact: Finding<MessageId> | undefined;
  for (const audience of [...audiences].filter((one) => one !== undefined || audiences.size === 1)) {
    const chain = chainOf(stages, audience);
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

/** From the start of the first to the end of the last of some stages, for one audience. */
function chainOf(
  stages: readonly Stage[],
  audience: string | undefined,
): { readonly first: DateSpan; readonly last: DateSpan; readonly whole: DateSpan } | undefined {
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
