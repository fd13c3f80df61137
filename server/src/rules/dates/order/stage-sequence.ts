import { daysBetween } from '../../../dates/civil.ts';
import type { Plan, Schedule, Stage } from '../../../plan/model.ts';
import { sameAudience } from '../../../plan/stages/audience.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding, RelatedPlace } from '../../rule.ts';
import { runsBackwards, turnedRound } from './backwards.ts';
import { areInNoOrder, meantSo, shareMonths } from './parallel-stages.ts';
import {
  type Relation,
  relate,
  type SequenceMessage,
  type SequenceOptions,
  type StagePair,
  stagesBeside,
} from './stage-relation.ts';
import { areOfOtherRounds } from './stage-rounds.ts';

/** Behind an announcement people have their days, and for a vote a day is set: 公告（3月2日至6日）, 开标（3月27日）. */
const waits = /^(?:公告|开标|摇号|投票|选举)/;

const alsoThere = { zh: '此处同：“{raw}”', en: 'Here as well: “{raw}”' };
const otherStage = { zh: '另一阶段的时间“{raw}”', en: 'The window of the other stage, “{raw}”' };

/** A finding to which further places may come. */
interface Told extends Finding<SequenceMessage> {
  readonly related: RelatedPlace[];
}

/** Stages that follow one another, each pair for each audience; both places are marked, since either may be wrong. */
export function betweenStages(plan: Plan, options: SequenceOptions): readonly Finding<SequenceMessage>[] {
  const findings: Finding<SequenceMessage>[] = [];
  if (plan.stages.length < 2) return findings;
  const said = new Set<string>();
  /** What heading and table both say of the same two stages is told once. */
  const tellings = new Map<string, Told>();
  const unreadable = new Set(turnedRound(plan));
  for (const dated of plan.dates) {
    const { expression, line, range } = dated;
    if (expression.fault || runsBackwards(dated) || hasBlankYear(line.text, expression.range.start))
      unreadable.add(range.start);
  }
  const isMeant = meantSo(plan);
  plan.stages.forEach((stage, at) => {
    const next = plan.stages[at - 1];
    // A stage without a window, or with one that cannot be, stands for nothing: what is in front of it must have ended as well.
    const isClear = (one: Stage) =>
      one.schedules.length > 0 && !one.schedules.every(({ range }) => unreadable.has(range.start));
    const before = next && !isClear(next) ? plan.stages.slice(0, at).findLast(isClear) : next;
    // Stages that are told twice, in an overview and again below, do not follow one another.
    if (!before || stage.section?.parent !== before.section?.parent) return;
    if (areInNoOrder(before, stage)) return;
    let isSeamless: boolean | undefined;
    const ofPair = (earlier: Schedule, later: Schedule): Relation | undefined => {
      const relation = relate(earlier.span, later.span, options, plan.calendar);
      // Items of work with limits of their own need no order.
      if (relation?.message === 'stageOrder' && !earlier.span.start && !areCalledStages(plan.stages, stage))
        return undefined;
      if (!relation?.short) return relation;
      isSeamless ??= othersMeet(plan.stages, stage);
      return isSeamless ? relation : undefined;
    };
    for (const later of stage.schedules) {
      for (const earlier of before.schedules) {
        const pair: StagePair = { before, earlier, stage, later };
        if (!comparable(earlier, later) || areOfOtherRounds(pair)) continue;
        // A stage that was copied stands there twice: its number says so.
        if (stage.name.value === before.name.value && later.span.raw === earlier.span.raw) continue;
        // A day that does not exist is a fault of its own, and says nothing about the neighbours.
        if (unreadable.has(earlier.range.start) || unreadable.has(later.range.start)) continue;
        const relation = ofPair(earlier, later);
        if (!relation || (isMeant(relation, pair) && !breaksRow(relation, pair, plan))) continue;
        // The order of rows is looked at as such, whatever they are.
        if (relation.message === 'stageOrder' && areRows(pair)) continue;
        const { message } = relation;
        if (before !== next && message !== 'overlap' && message !== 'stageOrder') continue;
        // Where body and table differ, date-conflict says so; the gap is only in one of them.
        if (message === 'gap' && isClosedElsewhere(pair, relation, options, plan)) continue;
        if (message === 'gap' && (waits.test(before.name.value) || waits.test(stage.name.value))) continue;
        const key = `${earlier.range.start} ${later.range.start}`;
        if (said.has(key)) continue;
        said.add(key);
        const telling = `${at} ${message} ${later.audience ?? ''}`;
        const told = tellings.get(telling);
        if (told) {
          for (const { span, range } of [earlier, later]) addOther(told, span.raw, range);
          continue;
        }
        const isAside = message === 'overlap' && shareMonths(plan.stages, stage);
        const found = between(relation, stage, later, before, earlier);
        tellings.set(telling, found);
        findings.push(isAside ? { ...found, severity: 'info' } : found);
        if (message === 'overlap' && !isAside) findings.push(between(relation, before, earlier, stage, later));
      }
    }
  });
  // Around a stage in the wrong place, nothing that seems to be left out is.
  const disordered = findings.some(({ message }) => message === 'stageOrder');
  return disordered ? findings.filter(({ message }) => message !== 'gap') : findings;
}

/** 12月到20xx年1月: of which year the day in front of `at` speaks is still to be filled in. */
function hasBlankYear(text: string, at: number): boolean {
  return text.charAt(at - 1) === '年' && /[xX×＊*_＿○〇]/.test(text.charAt(at - 2));
}

/** Another place, or another audience, gives the stage before a window that ends where the next one begins for all. */
function isClosedElsewhere(
  { before, earlier, later }: StagePair,
  gap: Relation,
  options: SequenceOptions,
  { calendar }: Plan,
): boolean {
  const isClosed = (relation: Relation | undefined) =>
    relation?.message !== 'gap' || (relation.short === true && gap.short !== true);
  return before.schedules.some(
    (other) =>
      other !== earlier &&
      (other.origin !== earlier.origin || (other.audience !== earlier.audience && later.audience === undefined)) &&
      sameAudience(other.audience, later.audience) &&
      isClosed(relate(other.span, later.span, options, calendar)),
  );
}

const isCalledStage = ({ section }: Stage): boolean => section === undefined || /阶段|环节/.test(section.heading.text);

/** One of those beside it that is called a stage makes a sequence of them all: 案例提交, 案例初筛, 路演评审阶段. */
const areCalledStages = (stages: readonly Stage[], stage: Stage): boolean =>
  stagesBeside(stages, stage).some(isCalledStage);

function comparable(a: Schedule, b: Schedule): boolean {
  if (a.table !== b.table) return false;
  return a.table ? a.audience === b.audience : sameAudience(a.audience, b.audience);
}

/** 1月20日至26日, 1月26日至30日 in a table of steps of which each other one begins the day behind the one above it. */
const breaksRow = ({ message }: Relation, pair: StagePair, { stages }: Plan): boolean =>
  message === 'sameDay' && areRows(pair) && othersMeet(stages, pair.stage);

const areRows = ({ before, stage }: StagePair): boolean =>
  [before, stage].every(({ listed, tables }) => listed === true && tables.length > 0);

/** Whether each of the other stages begins on the day behind the one before it, and there are such. */
function othersMeet(stages: readonly Stage[], stage: Stage): boolean {
  const own = stagesBeside(stages, stage);
  const before = own.indexOf(stage) - 1;
  const joints = own.slice(1).filter((_, index) => index !== before);
  return joints.length > 0 && joints.every((one) => meets(own[own.indexOf(one) - 1], one));
}

function meets(before: Stage | undefined, stage: Stage): boolean {
  const [earlier, later] = [before?.schedules[0]?.span, stage.schedules[0]?.span];
  if (!earlier?.end || !later?.start || earlier.precision !== 'day' || later.precision !== 'day') return false;
  return daysBetween(earlier.end, later.start) === 1;
}

function addOther({ related, range }: Told, raw: string, place: Range): void {
  if (place.start === range.start || related.some((one) => one.range.start === place.start)) return;
  related.push({ message: alsoThere, params: { raw }, range: place });
}

function between(relation: Relation, stage: Stage, own: Schedule, otherOne: Stage, other: Schedule): Told {
  return {
    message: relation.message,
    params: {
      stage: stage.name.value,
      raw: own.span.raw,
      other: otherOne.name.value,
      otherRaw: other.span.raw,
      days: relation.days,
    },
    range: own.range,
    related: [{ message: otherStage, params: { raw: other.span.raw }, range: other.range }],
    ...(relation.message === 'gap' || relation.message === 'sameDay' || !other.span.start || !own.span.start
      ? { severity: 'info' as const }
      : {}),
  };
}
