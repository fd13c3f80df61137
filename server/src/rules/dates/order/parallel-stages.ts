import { compare } from '../../../dates/civil.ts';
import type { DateSpan } from '../../../dates/expression.ts';
import { isSheet } from '../../../plan/labels.ts';
import type { Plan, PlanTable, Schedule, Stage } from '../../../plan/model.ts';
import { linesWith, sign } from '../../../plan/signs.ts';
import { isScheduleItem } from '../../../plan/stages/schedule-item.ts';
import { isRest } from './rest.ts';
import { type Relation, type SequenceMessage, type StagePair, stagesBeside } from './stage-relation.ts';
import { liesBetween } from './stage-rounds.ts';

/** Whether two stages stand side by side whatever their days: events (书画大赛, 征文活动), and lines for groups (小学组：5月10日). */
export function areInNoOrder(before: Stage, stage: Stage): boolean {
  if (isEvent(before) && isEvent(stage)) return true;
  return [before, stage].every(({ listed, name }) => listed === true && ofGroup.test(name.value));
}

/**
 * Reads a plan for what makes windows odd that are meant to be so.
 * @returns whether what was found between two stages is so by intent
 */
export function meantSo(plan: Plan): (relation: Relation, pair: StagePair) => boolean {
  const sheet = isSheet(plan);
  const parallel = plan.tables.find(hasParallelWorks);
  return ({ message }, pair) => {
    const { before, stage, later } = pair;
    if (message !== 'overlap' && liesBetween(pair)) return true;
    if (sheet && isBesides(message, stage)) return true;
    if (message !== 'stageOrder' && isScheduleItem(before) && isScheduleItem(stage)) return true;
    switch (message) {
      case 'overlap':
        return (later.table !== undefined && later.table === parallel) || mayOverlap(plan, pair);
      case 'sameDay':
        return later.table !== undefined && later.table === parallel;
      case 'gap':
        return mayLeaveDays(plan, pair);
      case 'stageOrder':
        // 集中研读（11月6日、11月27日） beside 交流研讨（11月25日）.
        return (before.schedules.length > 1 && areSideBySide(plan, before, stage)) || goByKind(plan, before, stage);
    }
  };
}

function mayOverlap(plan: Plan, { before, earlier, stage, later }: StagePair): boolean {
  return (
    areOf(intake, before, stage) ||
    isOfPreparation(before, stage) ||
    (isOfVoting(before, stage) && isNested(earlier.span, later.span)) ||
    lastsOn(before, earlier, later) ||
    areSideBySide(plan, before, stage) ||
    areMeantTo(plan, before, stage)
  );
}

/** Between two tests nothing has to happen, nor on days of rest. */
function mayLeaveDays(plan: Plan, { before, earlier, stage, later }: StagePair): boolean {
  if (tests.test(before.name.value) || tests.test(stage.name.value)) return true;
  if (areOf(round, before, stage) || areOf(heat, before, stage)) return true;
  // 5月18日至22日：分组答辩 and 6月2日：分委员会会议 are days of a calendar, and no stages that have to meet.
  if (before.name.value === earlier.span.raw && stage.name.value === later.span.raw) return true;
  return isRest(earlier.span, later.span, plan);
}

const areOf = (pattern: RegExp, ...pair: readonly [Stage, Stage]): boolean =>
  pair.every(({ name }) => pattern.test(name.value));

const event =
  /(?:活动|比赛|大赛|竞赛|联赛|征文|讲座|晚会|展演|汇演|论坛|沙龙|运动会|艺术节|读书节|文化节)(?:总?决赛)?$/;
const ofGroup = /[组队班级区场片校院系]$/;
/** Words of what comes one after the other, even where it ends in 活动: 集中整治活动, 报名活动. */
const ofProcess =
  /阶段|步骤|动员|部署|宣传|发动|启动|准备|筹备|报名|征集|海选|初赛|复赛|预赛|整治|整改|自查|排查|检查|督查|验收|评选|评比|评审|总结|表彰|学习教育|巩固|实施|开展/;

/** What an activity offers (好书推荐, 读书征文) may run side by side and need not follow one another. */
function isBesides(message: SequenceMessage, { name }: Stage): boolean {
  return message === 'gap' || !(ofProcess.test(name.value) || ofSelection.test(name.value));
}
const ofSelection = /推荐|申报|初审|审核|评审|评议|复评|公示|颁奖|结业|闭幕/;

/** 第二轮, 第三次排查: the same again after a while. */
const round = /^第[一二三四五六七八九十\d]{1,2}[轮次]/;

/** 初选, 决选, 初赛, 决赛: who has come through one gets ready for the next. */
const heat = /(?:[初复预半决终海]|总决)[选赛]/;

/** Whoever has put in his name is looked at at once. */
const intake =
  /报名|受理|申报|申请|缴费|材料|资格(?:审查|初审|审核|复审)|初审|审核$|(?:信息|网上|现场)(?:登记|采集|填报)|登记$/;
/** 体检, 组织体检和考察; 城市体检报告 is about no applicants. */
const tests =
  /准考证|笔试|面试|(?:^|组织|进行|参加|入职|[、和及与])体检(?:$|[、和及与考工阶])|(?:信息|现场|网上|资格)确认|考察|公示|聘用|录用|录取|资格审查|资格复审/;

/** 认真学习, 征求意见, 谈心谈话, 撰写材料 in front of a meeting of party members overlap; stages of a campaign do not. */
function isOfPreparation(...pair: readonly [Stage, Stage]): boolean {
  return pair.every(
    ({ name, section }) => preparing.test(name.value) && !/阶段|环节/.test(section?.heading.text ?? '阶段'),
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
  const inParts = stagesBeside(stages, pair[0]).filter(({ section, name }) => section && ofTurn.test(name.value));
  if (inParts.length > 1) return false;
  return parent !== undefined && !inTurn.test(parent.heading.text.slice(0, parent.runIn));
}
const inTurn = /阶段|步骤|环节|进度|进程|程序|流程|第[一二三四五六七八九十\d]{1,2}步|里程碑/;
/** What comes one after the other in every campaign, selection and project. */
const ofTurn =
  /动员|部署|发动|启动|准备|筹备|报名|征集|海选|初赛|复赛|预赛|决赛|摸底|排查|自查|查摆|整治|整改|治理|攻坚|清理|督查|验收|复核|评选|评比|评审|初评|总结|表彰|巩固|提升|分析检查|推进|实施|施工|试点|试运行|设计|开发|测试|上线/;

/** M2 与 M3 并行, 各阶段可交叉进行; a schedule in which each part begins before the last one ends is meant so. */
function areMeantTo({ lines, stages }: Plan, ...pair: readonly [Stage, Stage]): boolean {
  const own = stagesBeside(stages, pair[0]);
  const joints = own.slice(1).map((stage, at) => beginsWithin(own[at], stage));
  if (pair.every(({ section }) => !section) && joints.length > 1 && joints.every((one) => one)) return true;
  const names = pair.map(({ name }) => /^[A-Za-z]{1,2}\d{1,2}/.exec(name.value)?.[0] ?? name.value);
  return linesWith(lines, overlapping).some(
    ({ text }) => meantToOverlap.test(text) && (ofAllStages.test(text) || names.every((name) => text.includes(name))),
  );
}
const meantToOverlap = /并行|(?:交叉|穿插|压茬|同步)(?:开展|进行|推进|实施|作业)|搭接|允许重叠|可以?(?:适当)?重叠/;
const overlapping = sign({ words: ['并行', '交叉', '穿插', '压茬', '同步', '搭接', '重叠'] });
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

/** So many of a list have to go by time before one that does not is wrong. */
const LEAST_IN_TIME = 4;

/** 1.【语文】话剧节, 2.【语文】诗词大会, 3.【外语】配音大赛 with days of their own: a list by what they are, that no day has put in order. */
function goByKind(plan: Plan, ...pair: readonly [Stage, Stage]): boolean {
  const beside = stagesBeside(plan.stages, pair[0]);
  const isNumbered = ({ section, name }: Stage) =>
    !section || section.number?.kind === 'stage' || inTurn.test(name.value);
  if (beside.some(isNumbered) || inTurn.test(pair[0].section?.parent?.heading.text ?? '')) return false;
  const starts = beside.flatMap(({ schedules: [first] }) => first?.span.start ?? first?.span.end ?? []);
  const back = starts.filter((day, at) => compare(day, starts[at - 1] ?? day) < 0);
  // 原创诗歌征集 among them makes no process of the others.
  const steps = beside.filter(({ name }) => ofProcess.test(name.value) || ofTurn.test(name.value));
  return back.length > 1 ? steps.length * 2 < beside.length : starts.length < LEAST_IN_TIME && steps.length === 0;
}

/** An event of its own among others, and no part of a process. */
function isEvent({ name, section }: Stage): boolean {
  if (section?.number?.kind === 'stage') return false;
  return name.value.length > 5 && event.test(name.value) && !ofProcess.test(name.value);
}

/** 工期（天）, 历时: works that are planned by their length run side by side as far as people and space allow. */
const hasParallelWorks = ({ columns }: PlanTable) =>
  columns.some(({ header: { text } }) => /^(?:计划|预计)?(?:工期|工日|历时)/.test(text.trim()));

/** 3月至4月, 4月至10月, 10月至11月: all of them end in the month in which the next one begins, and no day is named: so it is meant. */
export function shareMonths(stages: readonly Stage[], stage: Stage): boolean {
  const spans = stagesBeside(stages, stage).map(({ schedules }) => schedules[0]?.span);
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
