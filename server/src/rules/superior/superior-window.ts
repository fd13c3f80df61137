import { compare } from '../../dates/civil.ts';
import { conflictingEnds, fuzzyEnds, spanContains, spansOverlap } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { groupsOf, saidFor } from '../../plan/constraints/audiences.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { ReportDuty } from '../../plan/constraints/reports.ts';
import type { Plan, Schedule, Stage } from '../../plan/model.ts';
import { sameAudience } from '../../plan/stages/audience.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import { sharePair } from '../../text/pairs.ts';
import { overlaps, type Range } from '../../text/range.ts';
import { defineRule, type Finding, type RecognisedPlan } from '../rule.ts';
import { hullOf, overallMissed, wholeOf } from './overall.ts';
import { inSuperior } from './place.ts';
import { quotedHere } from './quoted-lines.ts';
import { outsideQuoted } from './quoted-windows.ts';
import { isReport, isStagePlan, stageOfPlan, superiorStage } from './stages.ts';
import { daysLate, latePapers, lateSteps } from './step-times.ts';

type MessageId = 'quoted' | 'overall' | 'audience' | 'stage' | 'outside' | 'purpose' | 'report' | 'step';
type Report = (finding: Finding<MessageId>) => void;

/** Windows and days that lie outside of what the superior plan gives. */
export const superiorWindow = defineRule<MessageId>({
  id: 'superior-window',
  family: 'superior',
  severity: 'warning',
  basis: ['条例-19', 'practice'],
  faults: ['F22'],
  fixes: [],
  summary: {
    zh: '时间安排超出上级方案规定的范围',
    en: 'A window lies outside of what the superior plan gives',
  },
  messages: {
    quoted: {
      zh: '“{stage}”的时间“{own}”超出文中所引上级规定的“{superior}”，请调整，或在报批时说明。',
      en: '“{stage}” runs “{own}”, outside of “{superior}”, which the plan quotes as set from above.',
    },
    overall: {
      zh: '活动时间“{own}”超出上级方案规定的“{superior}”，请调整，或在报批时说明。',
      en: 'The plan runs “{own}”, outside of “{superior}” in the superior plan.',
    },
    audience: {
      zh: '{who}的活动时间“{own}”超出上级方案为“{audience}”规定的“{superior}”，请调整，或在报批时说明。',
      en: 'The window “{own}” ({who}) lies outside of “{superior}”, which the superior plan gives to “{audience}”.',
    },
    stage: {
      zh: '“{stage}”阶段的时间“{own}”超出上级方案规定的“{superior}”，请调整，或在报批时说明。',
      en: 'The stage “{stage}” runs “{own}”, outside of “{superior}” in the superior plan.',
    },
    outside: {
      zh: '“{stage}”阶段的时间“{own}”超出上级方案规定的全程时间“{superior}”，请核对。',
      en: 'The stage “{stage}” runs “{own}”, outside of the whole window “{superior}” of the superior plan.',
    },
    purpose: {
      zh: '这{count}{unit}时间用于“{own}”，上级方案规定用于“{superior}”，请核对。',
      en: 'This time ({count}{unit}) is for “{own}”, in the superior plan for “{superior}”; check which holds.',
    },
    report: {
      zh: '“{object}”的报送时间“{own}”晚于上级方案规定的“{superior}”。',
      en: '“{object}” is handed in “{own}”, later than “{superior}” in the superior plan.',
    },
    step: {
      zh: '“{step}”的时间“{own}”晚于上级方案规定的“{superior}”，请调整，或在报批时说明。',
      en: '“{step}” is due “{own}”, later than “{superior}” in the superior plan.',
    },
  },
  checkPlan({ plan, profile, report }) {
    if (isReport(profile)) return;
    for (const { stage, own, asked } of outsideQuoted(plan)) {
      report({
        message: 'quoted',
        params: { stage, own: own.expression.raw, superior: asked.expression.raw },
        range: own.range,
        related: [{ message: quotedHere, params: { words: asked.expression.raw }, range: asked.range }],
      });
    }
  },
  checkSuperior({ plan, profile, superior, report }) {
    if (isReport(profile)) return;
    comparePurposes(plan, superior, report);
    const told: Range[] = [];
    const reportOnce = (finding: Finding<MessageId>): void => {
      told.push(finding.range);
      report(finding);
    };
    compareReports(plan, superior, reportOnce);
    const late = [...latePapers(plan, superior)];
    if (profile.dateRules.withinSuperior) {
      const overall = compareOverall({ plan, profile }, superior, reportOnce);
      const { audience } = constraintsOf(plan);
      const shifted = plan.stages.filter((stage) => compareStage(stage, superior, audience, overall, reportOnce));
      const only = isStagePlan(plan, profile) ? stageOfPlan({ plan, profile }, superior)?.key : undefined;
      // Where a whole stage is late, so are its steps, but for those that would be late in any case.
      const inTime = lateSteps(plan, superior, only).filter(
        ({ own, window }) =>
          (!overall && !shifted.some((stage) => overlaps(stage.range, own.range))) ||
          window.some(({ span }) => spanContains(span, own.value)),
      );
      late.push(...inTime);
    }
    for (const { name, own, asked } of late) {
      if (told.some((range) => overlaps(range, own.range))) continue;
      reportOnce({
        message: 'step',
        params: { step: name, own: own.value.raw, superior: asked.value.raw },
        range: own.range,
        related: [inSuperior(superior, asked.range, asked.value.raw)],
      });
    }
  },
});

/** The window of the whole plan; of a stage plan against the stage that it is about. @returns where one was reported */
function compareOverall(own: RecognisedPlan, superior: SuperiorPlan, report: Report): Range | undefined {
  const { span } = own.plan;
  const { overall, audience } = constraintsOf(own.plan);
  if (isStagePlan(own.plan, own.profile)) {
    const stage = stageOfPlan(own, superior);
    if (!span || !stage || stage.schedules.length === 0) return undefined;
    const wrong = outsideOf({ span }, stage.schedules, audience);
    if (!wrong) return undefined;
    report({
      message: 'stage',
      params: { stage: stage.name.value, own: span.raw, superior: wrong.span.raw },
      range: span.range,
      related: [inSuperior(superior, wrong.range, wrong.span.raw)],
    });
    return span.range;
  }
  const windows = [
    ...overall.byAudience,
    ...(overall.general ? [{ span: overall.general, range: overall.general.range, audience: undefined }] : []),
  ];
  for (const window of windows) {
    const wrong = overallMissed(window.span, window.audience ?? audience, superior.constraints.overall);
    if (!wrong) continue;
    const who = window.audience ?? '本方案';
    report({
      ...(wrong.audience === undefined
        ? { message: 'overall', params: { own: window.span.raw, superior: wrong.span.raw } }
        : {
            message: 'audience',
            params: { own: window.span.raw, superior: wrong.span.raw, who, audience: wrong.audience },
          }),
      ...atAnotherTime(superior, window.span),
      range: window.range,
      related: [inSuperior(superior, wrong.range, wrong.span.raw)],
    });
    return window.range;
  }
  return undefined;
}

/** One finding for a stage, at the first of its windows that lies outside. @returns whether there is one */
function compareStage(
  stage: Stage,
  superior: SuperiorPlan,
  audience: string | undefined,
  overallReported: Range | undefined,
  report: Report,
): boolean {
  const windows = superiorStage(stage, superior)?.schedules ?? [];
  for (const schedule of stage.schedules) {
    // The window of a stage plan is that of its stage: one fault, one finding.
    if (overallReported && schedule.range.start === overallReported.start) continue;
    const params = { stage: stage.name.value, own: schedule.span.raw };
    if (windows.length > 0) {
      const wrong = outsideOf(schedule, windows, audience);
      if (!wrong) continue;
      report({
        message: 'stage',
        ...(isOnlyEarlier(schedule.span, wrong.span, superior) ? { severity: 'info' } : {}),
        params: { ...params, superior: wrong.span.raw },
        range: schedule.range,
        related: [inSuperior(superior, wrong.range, wrong.span.raw)],
      });
      return true;
    }
    if (overallReported) continue;
    const whole = overallMissed(schedule.span, schedule.audience ?? audience, superior.constraints.overall);
    if (!whole) continue;
    report({
      message: 'outside',
      ...atAnotherTime(superior, schedule.span),
      params: { ...params, superior: whole.span.raw },
      range: schedule.range,
      related: [inSuperior(superior, whole.range, whole.span.raw)],
    });
    return true;
  }
  return false;
}

/** A stage that begins before its time and ends in time, while the whole has begun: those who are ready go on. */
function isOnlyEarlier(own: DateSpan, asked: DateSpan, { constraints }: SuperiorPlan): boolean {
  const [ours, theirs] = [fuzzyEnds(own), fuzzyEnds(asked)];
  if (!ours.endHi || !theirs.endHi || compare(ours.endHi, theirs.endHi) > 0 || !ours.startLo) return false;
  const begin = wholeOf(constraints.overall) ?? constraints.stages[0]?.schedules[0]?.span;
  const first = begin && fuzzyEnds(begin).startLo;
  return first !== undefined && compare(ours.startLo, first) >= 0;
}

/** A plan of quite another time may rest on an older one without being bound to its window. */
function atAnotherTime({ constraints }: SuperiorPlan, own: DateSpan): { readonly severity?: 'info' } {
  const whole = wholeOf(constraints.overall);
  return !whole || spansOverlap(whole, own) ? {} : { severity: 'info' };
}

/**
 * The window that should hold the other one, when none does: of the same people first.
 * @param planAudience whom the plan as a whole is for
 */
export function outsideOf(
  own: Pick<Schedule, 'audience' | 'span'>,
  windows: readonly Schedule[],
  planAudience?: string,
): Schedule | undefined {
  const who = own.audience ?? planAudience;
  const named = who !== undefined && groupsOf(who).length > 0 ? saidFor(windows, who) : [];
  const fitting = named.length > 0 ? named : windows.filter(({ audience }) => sameAudience(audience, own.audience));
  const pool = fitting.length > 0 ? fitting : windows;
  // A plan of a town is for its offices and its villages: where it does not say for whom, all of them are the limit.
  const hull = named.length === 0 && pool.some(({ audience }) => audience !== undefined) ? hullOf(pool) : undefined;
  if (hull && spanContains(hull, own.span)) return undefined;
  if (pool.some(({ span }) => spanContains(span, own.span) || conflictingEnds(span, own.span).length === 0)) {
    return undefined;
  }
  return pool[0];
}

/** The same length of time, set aside for another purpose. */
function comparePurposes(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const theirs = superior.constraints.allotments;
  if (theirs.length === 0) return;
  for (const own of constraintsOf(plan).allotments) {
    const same = theirs.filter(({ count, unit }) => count === own.count && unit === own.unit);
    const [other] = same;
    if (!other || same.some(({ purpose }) => shareWords(purpose, own.purpose))) continue;
    report({
      message: 'purpose',
      severity: 'info',
      params: {
        count: own.count,
        unit: own.unit === '月' ? '个月' : own.unit,
        own: own.purpose,
        superior: other.purpose,
      },
      range: own.at,
      related: [inSuperior(superior, other.at, other.raw)],
    });
  }
}

/** Words that say nothing of a purpose. */
const empty = new Set(['工作', '活动', '开展', '进行', '学习', '实践', '有关', '相关', '各项', '做好', '抓好']);

const shareWords = (a: string, b: string): boolean => sharePair(a, b, (pair) => !empty.has(pair));

function compareReports(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const theirs = superior.constraints.reports;
  const ours = theirs.length === 0 ? [] : constraintsOf(plan).reports;
  for (const own of ours) {
    const asked =
      theirs.find(({ object, recipient }) => object === own.object && sameRecipient(recipient, own.recipient)) ??
      onlyReport(own, ours, theirs);
    if (!asked || daysLate(own.deadline.value, asked.deadline.value) === 0) continue;
    report({
      message: 'report',
      params: { object: own.object, own: own.deadline.value.raw, superior: asked.deadline.value.raw },
      range: own.deadline.range,
      related: [inSuperior(superior, asked.deadline.range, asked.deadline.value.raw)],
    });
  }
  compareRegularReports(plan, superior, report);
}

/** 实施方案 and 工作方案: whatever is in front. */
const kindOf = ({ object }: ReportDuty) => object.slice(-2);

/** The only paper of its kind that those below hand in, and that this plan hands in, where neither says to whom. */
function onlyReport(
  own: ReportDuty,
  ours: readonly ReportDuty[],
  theirs: readonly ReportDuty[],
): ReportDuty | undefined {
  if (own.by !== undefined || own.recipient !== '') return undefined;
  const same = theirs.filter((one) => kindOf(one) === kindOf(own));
  const [asked] = same;
  if (!asked || same.length > 1 || ours.some((one) => one !== own && kindOf(one) === kindOf(own))) return undefined;
  return asked.by === undefined ? undefined : asked;
}

/** 每月28日前, where the superior plan wants it by the 25th. */
function compareRegularReports(plan: Plan, superior: SuperiorPlan, report: Report): void {
  const theirs = superior.constraints.regularReports.filter(({ by }) => by !== undefined);
  if (theirs.length === 0) return;
  const ours = constraintsOf(plan).regularReports.filter(({ by }) => by === undefined);
  for (const own of ours) {
    const same = theirs.filter(({ per }) => per === own.per);
    const [asked] = same;
    if (!asked || same.length > 1 || ours.filter(({ per }) => per === own.per).length > 1) continue;
    if (own.until <= asked.until || !shareWords(own.words, asked.words)) continue;
    report({
      message: 'report',
      params: { object: own.words.replace(reported, ''), own: own.raw, superior: asked.raw },
      range: own.at,
      related: [inSuperior(superior, asked.at, asked.raw)],
    });
  }
}

const reported = /^.*?(?:上报|报送|报告|报)/;

function sameRecipient(a: string, b: string): boolean {
  return a !== '' && b !== '' && (a.includes(b) || b.includes(a));
}
