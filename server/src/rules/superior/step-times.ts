import { daysLater } from '../../dates/compare.ts';
import type { DateSpan } from '../../dates/expression.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import type { PaperTime, StepTime } from '../../plan/constraints/step-times.ts';
import type { Plan } from '../../plan/model.ts';
import type { SuperiorPlan } from '../../plan/superior-plan.ts';
import type { Located } from '../../text/range.ts';
import { sameKey } from './stages.ts';

/** A paper or step that is done later than the superior plan asks for. */
export interface LateStep {
  readonly name: string;
  readonly own: Located<DateSpan>;
  readonly asked: Located<DateSpan>;
}

/** A paper of another year or round is another one, though it has the same name. */
const sameRound = 92;

/** The papers that are handed in or made later than the superior plan says, where it surely means the same ones. */
export function latePapers(plan: Plan, { constraints }: SuperiorPlan): readonly LateStep[] {
  return lateOnes(constraintsOf(plan).times.papers, constraints.times.papers, isSamePaper, ({ paper }) => paper);
}

/** The same for the steps of stages that both plans have. */
export function lateSteps(plan: Plan, { constraints }: SuperiorPlan): readonly LateStep[] {
  return lateOnes(constraintsOf(plan).times.steps, constraints.times.steps, isSameStep, ({ title }) => title);
}

function isSamePaper(own: PaperTime, asked: PaperTime): boolean {
  if (own.paper !== asked.paper || own.act !== asked.act) return false;
  // What those below hand in to us comes from others, and is gathered by another day.
  if (own.by !== undefined && own.by !== asked.by) return false;
  if (asked.isPlan && asked.by === undefined && asked.act === 'finish') return false;
  const [ours, theirs] = [own.recipient, asked.recipient];
  return ours === '' || theirs === '' || ours.includes(theirs) || theirs.includes(ours);
}

function isSameStep(own: StepTime, asked: StepTime): boolean {
  return own.step === asked.step && !asked.isOwned && sameKey(own.stage, asked.stage);
}

function lateOnes<T extends { readonly time: Located<DateSpan> }>(
  ours: readonly T[],
  theirs: readonly T[],
  isSame: (own: T, asked: T) => boolean,
  nameOf: (one: T) => string,
): readonly LateStep[] {
  const found: LateStep[] = [];
  const late = (own: T, asked: T) => {
    const days = daysLater(own.time.value, asked.time.value);
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
