import { addDays, compare, daysBetween } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { type WorkCalendar, workdaysBetween } from '../../../dates/workdays.ts';
import { isSheet } from '../../../plan/labels.ts';
import type { Plan, PlanTable, Schedule, Stage } from '../../../plan/model.ts';
import { sameAudience } from '../../../plan/stages/audience.ts';
import { isScheduleItem } from '../../../plan/stages/schedule-item.ts';
import type { Range } from '../../../text/range.ts';
import type { Finding, RelatedPlace } from '../../rule.ts';
import { runsBackwards, turnedRound } from './backwards.ts';
import { isRest } from './rest.ts';

type MessageId = 'overlap' | 'sameDay' | 'stageOrder' | 'gap';

export interface SequenceOptions {
  /** Days without any stage between two stages that are still no gap: a weekend. */
  readonly gapDays: number;
}

const alsoThere = { zh: '此处同：“{raw}”', en: 'Here as well: “{raw}”' };
const otherStage = { zh: '另一阶段的时间“{raw}”', en: 'The window of the other stage, “{raw}”' };

/** A finding to which further places may come. */
interface Told extends Finding<MessageId> {
  readonly related: RelatedPlace[];
}

/** Stages that follow one another, each pair for each audience; both places are marked, since either may be wrong. */
export function betweenStages(plan: Plan, options: SequenceOptions): readonly Finding<MessageId>[] {
  const findings: Finding<MessageId>[] = [];
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
  const sheet = isSheet(plan);
  const parallel = plan.tables.find(hasParallelWorks);
  plan.stages.forEach((stage, at) => {
    const next = plan.stages[at - 1];
    // A stage without a window, or with one that cannot be, stands for nothing: what is in front of it must have ended as well.
    const isClear = (one: Stage) =>
      one.schedules.length > 0 && !one.schedules.every(({ range }) => unreadable.has(range.start));
    const before = next && !isClear(next) ? plan.stages.slice(0, at).findLast(isClear) : next;
    // Stages that are told twice, in an overview and again below, do not follow one another.
    if (!before || stage.section?.parent !== before.section?.parent) return;
    // Events side by side (书画大赛, 征文活动) are in no order, whatever their days.
    if (isEvent(before) && isEvent(stage)) return;
    // 小学组：5月10日—15日, 初中组：4月20日—25日: lines for groups are in no order either.
    if (before.listed && stage.listed && ofGroup.test(before.name.value) && ofGroup.test(stage.name.value)) return;
    let isSeamless: boolean | undefined;
    const ofPair = (earlier: Schedule, later: Schedule): Relation | undefined => {
      const relation = relate(earlier.span, later.span, options, plan.calendar);
      // Items of work with limits of their own need no order.
      if (relation?.message === 'stageOrder' && !earlier.span.start && !areCalledStages(plan.stages, stage))
        return undefined;
      if (!relation?.short) return relation;
      isSeamless ??= othersMeet(plan.stages, at);
      return isSeamless ? relation : undefined;
    };
    for (const later of stage.schedules) {
      for (const earlier of before.schedules) {
        if (!comparable(earlier, later) || areOfOtherRounds(before, earlier, stage, later)) continue;
        // A stage that was copied stands there twice: its number says so.
        if (stage.name.value === before.name.value && later.span.raw === earlier.span.raw) continue;
        // A day that does not exist is a fault of its own, and says nothing about the neighbours.
        if (unreadable.has(earlier.range.start) || unreadable.has(later.range.start)) continue;
        const relation = ofPair(earlier, later);
        if (relation && relation.message !== 'overlap' && liesBetween(before, earlier, stage, later)) continue;
        if (!relation || (sheet && isBesides(relation, stage))) continue;
        if (relation.message !== 'stageOrder' && isScheduleItem(before) && isScheduleItem(stage)) continue;
        if (later.table && later.table === parallel && besides.has(relation.message)) continue;
        if (isOfIntake(relation, before, stage) || isOfPreparation(relation, before, stage)) continue;
        if (
          relation.message === 'overlap' &&
          (areSideBySide(plan, before, stage) || lastsOn(before, earlier, later) || areMeantTo(plan, before, stage))
        )
          continue;
        // 集中研读（11月6日、11月27日） beside 交流研讨（11月25日）.
        if (relation.message === 'stageOrder' && before.schedules.length > 1 && areSideBySide(plan, before, stage))
          continue;
        if (relation.message === 'overlap' && isOfVoting(before, stage) && isNested(earlier.span, later.span)) continue;
        if (before !== next && relation.message !== 'overlap' && relation.message !== 'stageOrder') continue;
        // Where body and table differ, date-conflict says so; the gap is only in one of them.
        const isShort = relation.short === true;
        if (relation.message === 'gap' && isClosedElsewhere(before.schedules, earlier, later, options, plan, isShort))
          continue;
        if (relation.message === 'gap' && isRest(earlier.span, later.span, plan)) continue;
        // 5月18日至22日：分组答辩 and 6月2日：分委员会会议 are days of a calendar, and no stages that have to meet.
        if (relation.message === 'gap' && before.name.value === earlier.span.raw && stage.name.value === later.span.raw)
          continue;
        const key = `${earlier.range.start} ${later.range.start}`;
        if (said.has(key)) continue;
        said.add(key);
        const telling = `${at} ${relation.message} ${later.audience ?? ''}`;
        const told = tellings.get(telling);
        if (told) {
          for (const { span, range } of [earlier, later]) addOther(told, span.raw, range);
          continue;
        }
        const found = between(relation, stage, later, before, earlier);
        tellings.set(telling, found);
        findings.push(found);
        if (relation.message === 'overlap' && shareMonths(plan.stages, stage)) {
          findings[findings.length - 1] = { ...found, severity: 'info' };
          continue;
        }
        if (relation.message === 'overlap') findings.push(between(relation, before, earlier, stage, later));
      }
    }
  });
  // Around a stage in the wrong place, nothing that seems to be left out is.
  const disordered = findings.some(({ message }) => message === 'stageOrder');
  return disordered ? findings.filter(({ message }) => message !== 'gap') : findings;
}

/** 3月至4月, 4月至10月, 10月至11月: all of them end in the month in which the next one begins, and no day is named: so it is meant. */
function shareMonths(stages: readonly Stage[], { section }: Stage): boolean {
  const spans = stages
    .filter((one) => one.section?.parent === section?.parent)
    .map(({ schedules }) => schedules[0]?.span);
  return (
    spans.length > 2 &&
    spans.every((span, at) => {
      const end = spans[at - 1]?.end;
      return (
        span?.precision === 'month' &&
        (at === 0 || (span.start?.month === end?.month && span.start?.year === end?.year))
      );
    })
  );
}

/** In one breath: 3月至6月、9月至12月. */
const isBeside = ({ range: a }: Schedule, { range: b }: Schedule): boolean =>
  Math.max(a.start, b.start) - Math.min(a.end, b.end) <= 2;

/**
 * 路面整治（3月至6月、9月至12月） and 暑期整训（7月至8月）: one of the two comes again behind the other, so that neither its order nor
 * what is left between them says anything.
 */
function liesBetween(before: Stage, earlier: Schedule, stage: Stage, later: Schedule): boolean {
  const again = (stages: Stage, own: Schedule) =>
    stages.schedules.filter(
      (one) => one !== own && one.origin === own.origin && one.table === own.table && one.audience === own.audience,
    );
  const ends = (first: Schedule, second: Schedule) =>
    first.span.end !== undefined && second.span.start !== undefined && compare(first.span.end, second.span.start) < 0;
  const backwards = !ends(earlier, later);
  return (
    again(before, earlier).some((one) =>
      backwards ? isBeside(one, earlier) && ends(one, later) : ends(earlier, one),
    ) || again(stage, later).some((one) => (backwards ? isBeside(one, later) && ends(earlier, one) : ends(one, later)))
  );
}

/** 工期（天）, 历时: works that are planned by their length run side by side as far as people and space allow. */
const hasParallelWorks = ({ columns }: PlanTable) =>
  columns.some(({ header: { text } }) => /^(?:计划|预计)?(?:工期|工日|历时)/.test(text.trim()));
const besides: ReadonlySet<MessageId> = new Set<MessageId>(['overlap', 'sameDay']);

/** 12月到20xx年1月: of which year the day in front of `at` speaks is still to be filled in. */
function hasBlankYear(text: string, at: number): boolean {
  return text.charAt(at - 1) === '年' && /[xX×＊*_＿○〇]/.test(text.charAt(at - 2));
}

const event =
  /(?:活动|比赛|大赛|竞赛|联赛|征文|讲座|晚会|展演|汇演|论坛|沙龙|运动会|艺术节|读书节|文化节)(?:总?决赛)?$/;
const ofGroup = /[组队班级区场片校院系]$/;
/** Words of what comes one after the other, even where it ends in 活动: 集中整治活动, 报名活动. */
const ofProcess =
  /阶段|步骤|动员|部署|宣传|发动|启动|准备|筹备|报名|征集|海选|初赛|复赛|预赛|整治|整改|自查|排查|检查|督查|验收|评选|评比|评审|总结|表彰|学习教育|巩固|实施|开展/;

/** What an activity offers (好书推荐, 读书征文) may run side by side and need not follow one another. */
function isBesides({ message }: Relation, { name }: Stage): boolean {
  return message === 'gap' || !(ofProcess.test(name.value) || ofSelection.test(name.value));
}

const ofSelection = /推荐|申报|初审|审核|评审|评议|复评|公示|颁奖|结业|闭幕/;

/** Whoever has put in his name is looked at at once, and between two tests nothing has to happen. */
function isOfIntake({ message }: Relation, before: Stage, stage: Stage): boolean {
  if (message === 'overlap') return intake.test(before.name.value) && intake.test(stage.name.value);
  const isTest = tests.test(before.name.value) || tests.test(stage.name.value);
  return message === 'gap' && (isTest || (round.test(before.name.value) && round.test(stage.name.value)));
}
/** 第二轮, 第三次排查: the same again after a while. */
const round = /^第[一二三四五六七八九十\d]{1,2}[轮次]/;

const intake =
  /报名|受理|申报|申请|缴费|材料|资格(?:审查|初审|审核|复审)|初审|审核$|(?:信息|网上|现场)(?:登记|采集|填报)|登记$/;
/** 体检, 组织体检和考察; 城市体检报告 is about no applicants. */
const tests =
  /准考证|笔试|面试|(?:^|组织|进行|参加|入职|[、和及与])体检(?:$|[、和及与考工阶])|考察|公示|聘用|录用|录取|资格审查|资格复审/;

/** 认真学习, 征求意见, 谈心谈话, 撰写材料 in front of a meeting of party members overlap; stages of a campaign do not. */
function isOfPreparation({ message }: Relation, ...pair: readonly [Stage, Stage]): boolean {
  return (
    message === 'overlap' &&
    pair.every(({ name, section }) => preparing.test(name.value) && !/阶段|环节/.test(section?.heading.text ?? '阶段'))
  );
}
const preparing = /学习|征求.{0,4}意见|听取意见|谈心|谈话|撰写|发言(?:材料|提纲)|对照检查|查摆|检视|党性分析/;

/** What is shown or put to the vote is so while others still come in, in one place as in the other: 网络公示, 微信投票, 报纸投票. */
function isOfVoting(...pair: readonly [Stage, Stage]): boolean {
  return pair.every(({ name, section }) => voting.test(name.value) && !/阶段/.test(section?.heading.text ?? '阶段'));
}
const voting = /征集|公示|展示|展播|投票|点赞|评选|评审|宣传/;

/** Both begin or end together, or one lasts while the other does. */
function isNested(a: DateSpan, b: DateSpan): boolean {
  if (!a.start || !a.end || !b.start || !b.end) return false;
  const [begin, finish] = [compare(a.start, b.start), compare(a.end, b.end)];
  return begin * finish <= 0;
}

/** Whether what stands beside one another is a process, by its headings or by what it is called. */
function areSideBySide({ stages }: Plan, ...pair: readonly [Stage, Stage]): boolean {
  if (pair.some(({ section, name }) => !section || section.number?.kind === 'stage' || inTurn.test(name.value)))
    return false;
  if (pair.some(({ section }) => section && inTurn.test(section.heading.text.slice(0, section.runIn)))) return false;
  const parent = pair[0].section?.parent;
  const beside = stages.filter(({ section }) => section && section.parent === parent);
  if (beside.filter(({ name }) => ofTurn.test(name.value)).length > 1) return false;
  return parent !== undefined && !inTurn.test(parent.heading.text.slice(0, parent.runIn));
}
const inTurn = /阶段|步骤|环节|进度|进程|程序|流程|第[一二三四五六七八九十\d]{1,2}步|里程碑/;
/** What comes one after the other in every campaign, selection and project. */
const ofTurn =
  /动员|部署|发动|启动|准备|筹备|报名|征集|海选|初赛|复赛|预赛|决赛|摸底|排查|自查|查摆|整治|整改|治理|攻坚|清理|督查|验收|复核|评选|评比|评审|初评|总结|表彰|巩固|提升|分析检查|推进|实施|施工|试点|试运行|设计|开发|测试|上线/;

/** M2 与 M3 并行, 各阶段可交叉进行; a schedule in which each part begins before the last one ends is meant so. */
function areMeantTo({ lines, stages }: Plan, ...pair: readonly [Stage, Stage]): boolean {
  const own = stages.filter(({ section }) => section?.parent === pair[0].section?.parent);
  const joints = own.slice(1).map((stage, at) => beginsWithin(own[at], stage));
  if (pair.every(({ section }) => !section) && joints.length > 1 && joints.every((one) => one)) return true;
  const names = pair.map(({ name }) => /^[A-Za-z]{1,2}\d{1,2}/.exec(name.value)?.[0] ?? name.value);
  return lines.some(
    ({ text }) => meantToOverlap.test(text) && (ofAllStages.test(text) || names.every((name) => text.includes(name))),
  );
}
const meantToOverlap = /并行|(?:交叉|穿插|压茬|同步)(?:开展|进行|推进|实施|作业)|搭接|允许重叠|可以?(?:适当)?重叠/;
const ofAllStages = /[各个邻后](?:阶段|环节|步骤|工序)[^，。；]{0,8}(?:并行|交叉|穿插|压茬|同步|搭接|重叠)/;

function beginsWithin(before: Stage | undefined, stage: Stage): boolean {
  const [earlier, later] = [before?.schedules[0]?.span, stage.schedules[0]?.span];
  if (!earlier?.start || !earlier.end || !later?.start || !later.end) return false;
  return (
    compare(earlier.start, later.start) <= 0 &&
    compare(later.start, earlier.end) < 0 &&
    compare(earlier.end, later.end) < 0
  );
}

/** 宣传发动（3月—12月） in front of 排查整治（4月—10月）: people are told all the while. */
function lastsOn({ name }: Stage, { span: earlier }: Schedule, { span: later }: Schedule): boolean {
  return (
    /^(?:广泛|深入)?宣传|督导|督促|值守/.test(name.value) &&
    !!earlier.end &&
    !!later.end &&
    earlier.precision === later.precision &&
    compare(earlier.end, later.end) > 0
  );
}

/** An event of its own among others, and no part of a process. */
function isEvent({ name, section }: Stage): boolean {
  if (section?.number?.kind === 'stage') return false;
  return name.value.length > 5 && event.test(name.value) && !ofProcess.test(name.value);
}

/** Another place, or another audience, gives the stage before a window that ends where the next one begins for all. */
function isClosedElsewhere(
  schedules: readonly Schedule[],
  earlier: Schedule,
  later: Schedule,
  options: SequenceOptions,
  { calendar }: Plan,
  isShort: boolean,
): boolean {
  const isClosed = (relation: Relation | undefined) =>
    relation?.message !== 'gap' || (relation.short === true && !isShort);
  return schedules.some(
    (other) =>
      other !== earlier &&
      (other.origin !== earlier.origin || (other.audience !== earlier.audience && later.audience === undefined)) &&
      sameAudience(other.audience, later.audience) &&
      isClosed(relate(other.span, later.span, options, calendar)),
  );
}

/** @property short a gap of so few days that it is one only where all other stages meet day to day */
type Relation = { readonly message: MessageId; readonly days: number; readonly short?: true };

const isCalledStage = ({ section }: Stage): boolean => section === undefined || /阶段|环节/.test(section.heading.text);

/** One of those beside it that is called a stage makes a sequence of them all: 案例提交, 案例初筛, 路演评审阶段. */
const areCalledStages = (stages: readonly Stage[], stage: Stage): boolean =>
  stages.some((one) => one.section?.parent === stage.section?.parent && isCalledStage(one));

/** Whether each of the other stages begins on the day behind the one before it, and there are such. */
function othersMeet(stages: readonly Stage[], at: number): boolean {
  const own = stages.filter(({ section }) => section?.parent === stages[at]?.section?.parent);
  const before = own.indexOf(stages[at] as Stage) - 1;
  const joints = own.slice(1).filter((_, index) => index !== before);
  return joints.length > 0 && joints.every((stage) => meets(own[own.indexOf(stage) - 1], stage));
}

function meets(before: Stage | undefined, stage: Stage): boolean {
  const [earlier, later] = [before?.schedules[0]?.span, stage.schedules[0]?.span];
  if (!earlier?.end || !later?.start || earlier.precision !== 'day' || later.precision !== 'day') return false;
  return daysBetween(earlier.end, later.start) === 1;
}

const longestHoliday = 12;

/**
 * 夏季（5月30日—6月4日）、秋季（9月20日—9月30日） and 夏季（6月5日—6月30日）、秋季（10月1日—10月31日）: stages that come round again.
 * The first time of the one is compared with the first of the other; what comes but once lies behind the last of them.
 */
function areOfOtherRounds(before: Stage, earlier: Schedule, stage: Stage, later: Schedule): boolean {
  const [ones, others] = [roundsBeside(before, earlier), roundsBeside(stage, later)];
  const [at, other] = [ones.indexOf(earlier), others.indexOf(later)];
  if (ones.length < 2 && others.length < 2) return false;
  if (ones.length === others.length) return at !== other;
  if (others.length === 1) return at < ones.length - 1;
  return ones.length === 1 && other > 0;
}

/** The windows of a stage in one place, where each begins behind the end of the one before; else the one alone. */
function roundsBeside({ schedules }: Stage, own: Schedule): readonly Schedule[] {
  const all = schedules.filter(
    ({ origin, table, audience }) => origin === own.origin && table === own.table && audience === own.audience,
  );
  const follow = all.every(({ span: { start, end } }, at) => {
    const last = all[at - 1]?.span.end;
    return start !== undefined && end !== undefined && (at === 0 || (last !== undefined && compare(last, start) < 0));
  });
  return follow ? all : [own];
}

function comparable(a: Schedule, b: Schedule): boolean {
  if (a.table !== b.table) return false;
  return a.table ? a.audience === b.audience : sameAudience(a.audience, b.audience);
}

function relate(
  earlier: DateSpan,
  later: DateSpan,
  options: SequenceOptions,
  calendar: WorkCalendar,
): Relation | undefined {
  if (!earlier.end || !later.start || earlier.yearKnown !== later.yearKnown) return undefined;
  if (!earlier.start) {
    if (liesAhead(earlier, later)) return { message: 'stageOrder', days: 0 };
    return beginsBefore(earlier, later) ? { message: 'overlap', days: 0 } : undefined;
  }
  // A window that runs backwards is a fault of its own and says nothing about its neighbours.
  if ([earlier, later].some(({ start, end }) => start && end && compare(end, start) < 0)) return undefined;
  // Without years, what follows a window over the turn of the year belongs to the new one.
  if (!earlier.yearKnown && earlier.end.year > earlier.start.year) return undefined;
  if (later.end && compare(later.end, earlier.start) < 0) return { message: 'stageOrder', days: 0 };
  const days = daysBetween(earlier.end, later.start) - 1;
  // Two stages may meet in the same ten days (到11月初, 从11月初); in the same month or day they may not.
  const fuzzy = earlier.approximate || later.approximate || earlier.precision === 'xun' || later.precision === 'xun';
  if (days < 0) {
    const overlapFor = fuzzy
      ? daysBetween(later.bounds?.startHi ?? later.start, earlier.bounds?.endLo ?? earlier.end)
      : 1;
    // The closing day of one may be the opening day of the next, which day belongs where is then left open.
    if (!fuzzy && days === -1 && earlier.precision === 'day' && later.precision === 'day') {
      const longer = [earlier, later].every(({ start, end }) => start && end && compare(start, end) < 0);
      return longer ? { message: 'sameDay', days: 0 } : undefined;
    }
    return overlapFor > 0 ? { message: 'overlap', days: 0 } : undefined;
  }
  // 选题论证：11月10日, 学院初赛：12月1日: by that day it is done, and nobody says when it begins.
  if (isOneDay(earlier) && isOneDay(later)) return undefined;
  const [last, next] = [earlier.bounds?.endHi ?? earlier.end, later.bounds?.startLo ?? later.start];
  const least = daysBetween(last, next) - 1;
  if (least <= options.gapDays) return undefined;
  // A week of holidays is no gap, nor are the school holidays of the office's own calendar.
  const counted = least <= longestHoliday || calendar.own.size > 0;
  const worked = counted ? workdaysBetween(last, addDays(next, -1), calendar) : least;
  if (worked > options.gapDays) return { message: 'gap', days: least };
  const isExact = earlier.precision === 'day' && later.precision === 'day';
  return isExact && worked === options.gapDays ? { message: 'gap', days: least, short: true } : undefined;
}

function isOneDay({ start, end, precision }: DateSpan): boolean {
  return precision === 'day' && start !== undefined && end !== undefined && compare(start, end) === 0;
}

/** 2月11日前 in front of 2月上旬: the next stage is over before the last one has to be. */
function liesAhead({ end, deadline, precision }: DateSpan, later: DateSpan): boolean {
  return (
    deadline === true && precision === 'day' && !!end && !!later.start && !!later.end && compare(later.end, end) < 0
  );
}

/**
 * 4月底前 in front of 4月开始, 4月20日前 of 4月10日至30日: the next stage begins while the last one still goes on. What
 * begins in the month by whose end the other is done (3月底前, 3月至10月) may as well begin behind it.
 */
function beginsBefore(earlier: DateSpan, later: DateSpan): boolean {
  const { end, deadline } = earlier;
  if (!deadline || !end || !later.start || later.approximate || compare(later.start, end) >= 0) return false;
  if (later.end) return later.precision === 'day' && compare(later.end, end) > 0;
  return /(?:开始|起|启动)$/.test(later.raw);
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
