import { daysBetween, isValid } from '../../dates/civil.ts';
import { daysLater } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { PaperTime, StepTime } from '../../plan/constraints/step-times.ts';
import type { Plan, Schedule } from '../../plan/model.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Located } from '../../text/range.ts';
import { isPartOf, sameUnit } from './kin.ts';
import { sameKey } from './stages.ts';

/** A paper or step that is done later than the superior plan asks for. */
export interface LateStep {
  readonly name: string;
  readonly own: Located<DateSpan>;
  readonly asked: Located<DateSpan>;
}

/** A step with the window that the superior plan gives to its stage. */
export interface LateStage extends LateStep {
  readonly window: readonly Schedule[];
}

/** A paper of another year or round is another one, though it has the same name. */
const sameRound = 92;

/** The papers that are handed in or made later than the superior plan says, where it surely means the same ones. */
export function latePapers(plan: Plan, { constraints }: SuperiorPlan): readonly LateStep[] {
  const { papers } = constraints.times;
  if (papers.length === 0) return [];
  return lateOnes(constraintsOf(plan).times.papers, papers, isSamePaper, ({ paper }) => paper);
}

/**
 * The same for the steps of stages that both plans have.
 * @param only key of the stage that the plan is about as a whole
 */
export function lateSteps(plan: Plan, superior: SuperiorPlan, only: string | undefined): readonly LateStage[] {
  const { stages, times } = superior.constraints;
  if (times.steps.length === 0) return [];
  const isOurs = isPartOf(plan, superior.plan) || sameUnit(plan, superior.plan);
  const isSame = (own: StepTime, asked: StepTime): boolean => {
    if (own.step !== asked.step || (asked.step.length < surelyOne && own.title !== asked.title)) return false;
    if (own.stage === '' ? only !== asked.stage : !sameKey(own.stage, asked.stage)) return false;
    // In a plan of one's own, what it says of a step is said to oneself.
    return isOurs || (!asked.isOwned && (!asked.isEachLevels || asked.isForBelow));
  };
  return lateOnes(constraintsOf(plan).times.steps, times.steps, isSame, ({ title }) => title).map((late) => ({
    ...late,
    window:
      stages.find(({ key }) => times.steps.some(({ stage, time }) => stage === key && time === late.asked))
        ?.schedules ?? [],
  }));
}

/** Shorter steps are one only where the verbs in front are the same: 组织演练. */
const surelyOne = 4;

/** Days by which one is later; a day without a year is of the year of the other one. */
export function daysLate(own: DateSpan, asked: DateSpan): number {
  if (own.yearKnown && asked.yearKnown) return daysLater(own, asked);
  const [ours, theirs] = [own.end, asked.end];
  if (!ours || !theirs) return 0;
  const end = { ...theirs, month: ours.month, day: ours.day };
  return own.yearKnown || !isValid(end) ? 0 : Math.max(0, daysBetween(theirs, end));
}

function isSamePaper(own: PaperTime, asked: PaperTime): boolean {
  if (own.paper !== asked.paper || own.act !== asked.act) return false;
  // What those below hand in to us comes from others, and is gathered by another day.
  if (own.by !== undefined && own.by !== asked.by) return false;
  if (asked.isPlan && asked.by === undefined && asked.act === 'finish') return false;
  const [ours, theirs] = [own.recipient, asked.recipient];
  return ours === '' || theirs === '' || ours.includes(theirs) || theirs.includes(ours);
}

function lateOnes<T extends { readonly time: Located<DateSpan> }>(
  ours: readonly T[],
  theirs: readonly T[],
  isSame: (own: T, asked: T) => boolean,
  nameOf: (one: T) => string,
): readonly LateStep[] {
  const found: LateStep[] = [];
  const late = (own: T, asked: T) => {
    const days = daysLate(own.time.value, asked.time.value);
    return days > 0 && days <= sameRound;
  };
  for (const own of ours) {
    const asked = theirs.filter((one) => isSame(own, one));
    const [first] = asked;
    // It may be done in several rounds, for several groups: one that fits is enough, on either side.
    if (!first || !asked.every((one) => late(own, one))) continue;
    if (ours.some((other) => isSame(other, first) && !late(other, first))) continue;
    found.push({ name: nameOf(own), own: own.time, asked: first.time });
  }
  return found;
}
