import { compare } from '../../../dates/civil.ts';
import type { Schedule, Stage } from '../../../plan/model.ts';
import type { StagePair } from './stage-relation.ts';

/** The windows that a stage has in one place, for one audience. */
const windowsBeside = ({ schedules }: Stage, { origin, table, audience }: Schedule): readonly Schedule[] =>
  schedules.filter((one) => one.origin === origin && one.table === table && one.audience === audience);

/** Whether the first window is over before the second begins. */
const endsBefore = ({ span: { end } }: Schedule, { span: { start } }: Schedule): boolean =>
  end !== undefined && start !== undefined && compare(end, start) < 0;

/**
 * 夏季（5月30日—6月4日）、秋季（9月20日—9月30日） and 夏季（6月5日—6月30日）、秋季（10月1日—10月31日）: stages that come round again.
 * The first time of the one is compared with the first of the other; what comes but once lies behind the last of them.
 */
export function areOfOtherRounds({ before, earlier, stage, later }: StagePair): boolean {
  const [ones, others] = [roundsBeside(before, earlier), roundsBeside(stage, later)];
  const [at, other] = [ones.indexOf(earlier), others.indexOf(later)];
  if (ones.length < 2 && others.length < 2) return false;
  if (ones.length === others.length) return at !== other;
  if (others.length === 1) return at < ones.length - 1;
  return ones.length === 1 && other > 0;
}

/** The windows of a stage in one place, where each begins behind the end of the one before; else the one alone. */
function roundsBeside(stage: Stage, own: Schedule): readonly Schedule[] {
  const all = windowsBeside(stage, own);
  const follow = all.every((one, at) => {
    const last = all[at - 1];
    return one.span.start !== undefined && one.span.end !== undefined && (!last || endsBefore(last, one));
  });
  return follow ? all : [own];
}

/** In one breath: 3月至6月、9月至12月. */
const isBeside = ({ range: a }: Schedule, { range: b }: Schedule): boolean =>
  Math.max(a.start, b.start) - Math.min(a.end, b.end) <= 2;

/**
 * 路面整治（3月至6月、9月至12月） and 暑期整训（7月至8月）: one of the two comes again behind the other, so that neither its order nor
 * what is left between them says anything.
 */
export function liesBetween({ before, earlier, stage, later }: StagePair): boolean {
  const again = (one: Stage, own: Schedule) => windowsBeside(one, own).filter((window) => window !== own);
  const backwards = !endsBefore(earlier, later);
  const isAround = (one: Schedule, own: Schedule, [first, second]: readonly [Schedule, Schedule]) =>
    (!backwards || isBeside(one, own)) && endsBefore(first, second);
  return (
    again(before, earlier).some((one) => isAround(one, earlier, backwards ? [one, later] : [earlier, one])) ||
    again(stage, later).some((one) => isAround(one, later, backwards ? [earlier, one] : [one, later]))
  );
}
