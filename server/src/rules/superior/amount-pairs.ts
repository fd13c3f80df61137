import type { Amounted } from '../../plan/constraints/amounts.ts';
import { groupsOf, saidFor } from '../../plan/constraints/audiences.ts';
import type { Placed } from '../../plan/constraints/statements.ts';
import { amountBeside, loneByTopic, ofOneThing, topicKey, topicOf } from './amounts.ts';

type Said = Placed<Amounted>;

export const ofActivity = /集中|(?:活动|教育|整治|整顿|行动|攻坚)(?:总)?(?:时间|期限|时长)?$/;

export const isMinimum = ({ comparator }: Amounted) => comparator === 'atLeast';

/** 镇机关集中活动时间6个月: a length that is laid down for somebody. */
export const isFixed = ({ comparator, subject, audience }: Amounted) =>
  comparator === undefined && audience !== undefined && ofActivity.test(subject);

/** What is asked of somebody: of those whom nobody knows, only what is a minimum for whomever it may be. */
export function askedOf<T extends Amounted>(demands: readonly T[], audience: string | undefined): readonly T[] {
  const isKnown = audience !== undefined && groupsOf(audience).length > 0;
  return isKnown ? saidFor(demands, audience) : demands.filter(isMinimum);
}

/**
 * What of the amounts for one demand is below it. Of bare numbers it is their sum, where no other number of the line
 * could belong to it (上半年3次，下半年5次); of shares, 50% in June may lead to 95%.
 */
export function tooLow(demand: Said, ours: readonly Said[], isLeftOut: (amount: Said) => boolean): readonly Said[] {
  const lowest = demand.low ?? demand.count;
  const below = (one: Said) => (amountBeside(one, demand) ?? lowest) < lowest;
  if (demand.unit === '%') return ours.every(below) ? ours : [];
  const limits = ours.filter(({ isBare }) => !isBare);
  if (limits.length > 0) return limits.filter(below);
  const sum = ours.reduce((total, one) => total + (amountBeside(one, demand) ?? lowest), 0);
  return sum < lowest && !ours.some(isLeftOut) ? ours.slice(0, 1) : [];
}

/** Whether the line of a bare number has another one of its unit that was paired with nothing. */
export function leftOutBeside(
  counts: readonly Said[],
  pairs: ReadonlyMap<Said, readonly Said[]>,
): (amount: Said) => boolean {
  let lines: ReadonlySet<string> | undefined;
  return ({ line, unit }) => {
    if (!lines) {
      const paired = new Set([...pairs.values()].flat());
      lines = new Set(counts.filter((one) => !paired.has(one)).map((one) => `${one.line.index} ${one.unit}`));
    }
    return lines.has(`${line.index} ${unit}`);
  };
}

/**
 * The amounts by the demand that is made of them: of the same thing by the words beside them, or by the topic that
 * both stand under.
 *
 * @param theirs gives all amounts of the superior plan, which are seldom looked at
 * @param isReport whether ours are those of a report on the plan
 */
export function pairsOf(
  ours: readonly Said[],
  demands: readonly Said[],
  theirs: () => readonly Said[],
  planAudience: string | undefined,
  isReport: boolean,
): ReadonlyMap<Said, readonly Said[]> {
  const found = new Map<Said, Said[]>();
  let topics: readonly ReadonlyMap<string, Said>[] | undefined;
  for (const own of ours) {
    const likely = demands.filter((one) => one.unit === own.unit && amountBeside(own, one) !== undefined);
    if (likely.length === 0) continue;
    let same: readonly Said[] = likely.filter((one) => ofOneThing(own, one));
    if (same.length === 0) {
      topics ??= [loneByTopic(ours), loneByTopic(theirs())];
      same = byTopic(own, likely, topics[0] ?? none, topics[1] ?? none, isReport);
    }
    const asked = same.length === 0 || isReport ? same : askedOf(same, own.audience ?? planAudience);
    const [lowest] = [...asked].sort((a, b) => a.count - b.count);
    if (lowest) found.set(lowest, [...(found.get(lowest) ?? []), own]);
  }
  return found;
}

const none: ReadonlyMap<string, Said> = new Map();
/** Shorter topics and subjects are found in too many sentences. */
const shortestTopic = 4;
const shortestShare = 3;

/** The demand under the same topic, where both are the only ones of their unit there; or the one whose topic the words name. */
function byTopic(
  own: Said,
  likely: readonly Said[],
  ours: ReadonlyMap<string, Said>,
  theirs: ReadonlyMap<string, Said>,
  isReport: boolean,
): readonly Said[] {
  const key = topicKey(own);
  const asked = key !== '' && ours.get(key) === own ? theirs.get(key) : undefined;
  if (asked) return likely.filter((one) => one === asked);
  // A report tells in running text what the plan has numbered.
  if (!isReport) return [];
  const named = likely.filter((one) => {
    const topic = topicOf(one);
    if (topic.length >= shortestTopic && own.subject.includes(topic)) return theirs.get(topicKey(one)) === one;
    // 覆盖面85%, and 家长问卷覆盖面不低于90%.
    return own.unit === '%' && own.subject.length >= shortestShare && one.subject.endsWith(own.subject);
  });
  return named.length === 1 ? named : [];
}
