import { readNumber } from '../../numbering/read.ts';
import type { DraftSection } from '../draft-section.ts';
import type { Timeline } from '../timeline.ts';
import { countedParts, periodSections, worksByDay, worksInSchedule } from './dated-sections.ts';
import { stageLabel } from './phase.ts';
import { isAttribute } from './stage-lines.ts';
import { campaignStages, isStageName, periodNames, stepsTitle, timeLabel } from './stage-words.ts';

const scheduleTitle = /步骤|阶段|时间安排|进度|日程|流程|程序|时间表/;
/** Parts of one meeting or event are no stages of a plan, even where they are called so. */
const agendaTitle = /议程|日程|流程|议题/;
/** Under these, what is said of a part says when it is done. */
const toldTitle = /步骤|阶段|时间安排|进度|时间表|程序|里程碑/;
/** Under these, a date is that of a task or of a part of the programme. */
const tasksTitle = /任务|措施|职责|分工|要求|内容|目标|议程|日程|流程|议题/;
const limit = /责任|牵头|时限/;
const bracket = /[（(][^（()）]{1,40}[)）]/g;
/** A bracket further behind the number of a heading is one of its text. */
const headingLength = 40;

/**
 * The sections that describe the stages of a plan: those that say so (第一阶段, …阶段), those that stand
 * beside them or below 实施步骤 and are called like stages, or siblings that each carry a window.
 */
export function stageSections(sections: readonly DraftSection[], timeline: Timeline): readonly DraftSection[] {
  const found: DraftSection[] = [];
  const visit = (siblings: readonly DraftSection[], parent: DraftSection | undefined): void => {
    if (siblings.length === 0) return;
    const named = siblings.filter(isNamedStage);
    if (named.length === 0) named.push(...datedSteps(siblings, timeline));
    const isAgenda = inAgenda(parent) && !(named.length > 1 && named.every(isOfProcess));
    if (named.length > 0 && isAgenda && !named.some((section) => hasDays(section, timeline))) return;
    const inSteps = parent !== undefined && (stepsTitle.test(parent.title.value) || /赛程/.test(parent.title.value));
    const stages = inSteps && 2 * named.length >= siblings.length ? alike(siblings, named, timeline) : named;
    if (named.length > 0 && !(named.length === 1 && isWholePlan(named[0], parent))) {
      found.push(...stages);
      for (const section of siblings) if (!stages.includes(section)) visit(section.sections, section);
      return;
    }
    if (inSteps && siblings.length >= 2 && siblings.filter(isCalledLikeStage).length * 3 >= siblings.length * 2) {
      found.push(...siblings);
      return;
    }
    const course = courseOf(siblings);
    if (course.length > 0) {
      found.push(...course);
      return;
    }
    const ofCampaign = siblings.filter(({ title }) => isCampaignStage(title.value));
    const run =
      ofCampaign.length >= 2
        ? alike(siblings, ofCampaign, timeline)
        : (checkRun(siblings, timeline) ?? processRun(siblings, timeline));
    if (run.length > 0) {
      found.push(...run);
      return;
    }
    const told = parent !== undefined && toldTitle.test(parent.title.value) && !tasksTitle.test(parent.title.value);
    const dated = areGroups(siblings)
      ? []
      : siblings.filter((section) => headingWindow(section, timeline, told) && !isSentence(section));
    const inSchedule = parent !== undefined && scheduleTitle.test(parent.title.value);
    if (siblings.length >= 2 && dated.length >= 2 && (inSchedule ? 2 : 1) * dated.length >= siblings.length) {
      found.push(...siblings.filter((section) => dated.includes(section) || !isRemark(section)));
      return;
    }
    const periods = periodSections(siblings, parent, timeline);
    const counted = periods.length > 0 ? periods : countedParts(siblings, parent);
    const headed = counted.length > 0 ? counted : worksByDay(siblings);
    const timed = headed.length > 0 ? headed : worksInSchedule(siblings, parent, timeline);
    if (timed.length > 0) {
      found.push(...timed);
      return;
    }
    for (const section of siblings) visit(section.sections, section);
  };
  visit(sections, undefined);
  return found;
}

/**
 * 1.前期准备, 2.活动中期, 3.后期总结 beside one another, and none else that is counted like them: the course of the work in three.
 * A （一） that stands upside down below a 1. is counted otherwise.
 */
function courseOf(siblings: readonly DraftSection[]): readonly DraftSection[] {
  const kind = siblings[0]?.number?.kind;
  const run = siblings.filter(({ number }) => number?.kind === kind);
  return run.length === periodNames.length && run.every(({ title }, at) => periodNames[at]?.test(title.value))
    ? run
    : [];
}

/** （一）第一组（6月1日至6月24日）, （二）城南片区（6月1日至6月24日）: groups that work side by side, each in its time. */
function areGroups(siblings: readonly DraftSection[]): boolean {
  return siblings.length >= 2 && siblings.every(({ title }) => group.test(title.value.replace(bracket, '').trim()));
}
const group = /^[\p{Script=Han}\d]{1,8}(?:(?<![领导])小?组|[分大中小]队|片区?|赛区|网格|分会场)$/u;

/** 1.根据学校统一安排，…检测时间为6月10日: a point told in sentences, and not the name of what is done then. */
function isSentence({ number, title }: DraftSection): boolean {
  return (
    number?.kind === 'arabic' &&
    /^(?:根据|按照|依据|鉴于|由于|为了|凡|若|如[果有需])|时间(?:为|是|定[于在为])/.test(title.value)
  );
}

/** 3.测试时间与内容, 4.为确保公平，… behind the steps 1.初审 and 2.测试: told of them, and no step. */
const isRemark = (section: DraftSection): boolean => isSentence(section) || ofSteps.test(section.title.value);
const ofSteps =
  /^为(?:了|确保|进一步|更好|做好)|(?:时间|地点|要求|内容|对象|方式|办法|标准|机构|说明|事项|条件|名额|原则)$|组织领导|结果运用|纪律|监督|保障/;

/** 第一步：… to 第三步：…, where days say that they are the course of the plan and no way to do a thing. */
function datedSteps(siblings: readonly DraftSection[], timeline: Timeline): readonly DraftSection[] {
  const steps = siblings.filter(({ number }) => number?.kind === 'stepOrdinal');
  const dated = steps.filter((section) => headingWindow(section, timeline, false));
  return steps.length >= 2 && 2 * dated.length >= steps.length ? steps : [];
}

/**
 * Beside （一）学习动员阶段 and （二）查摆问题阶段, （三）整改落实 is a stage as well; between two stages whatever has a
 * time of its own is one: 1.选题阶段：11月10日, 2.学院初赛：12月1日, 3.决赛阶段：12月上旬. So is a short name whose text begins
 * with its days: （一）作品提交 in front of （二）评审阶段（3月上旬）.
 */
function alike(
  siblings: readonly DraftSection[],
  named: readonly DraftSection[],
  timeline: Timeline,
): readonly DraftSection[] {
  const [first] = named;
  const from = siblings.findIndex((section) => named.includes(section));
  const to = siblings.findLastIndex((section) => named.includes(section));
  return siblings.filter(
    (section, at) =>
      named.includes(section) ||
      (section.style === first?.style &&
        section.number?.kind === first.number?.kind &&
        (isCalledLikeStage(section) ||
          (from < at && at < to && namesItsTime(section, timeline)) ||
          (at < from && opensWithDays(section, timeline)))),
  );
}

/** （一）作品提交, with a text that begins with its days, in front of the parts that are called stages. */
const opensWithDays = (section: DraftSection, timeline: Timeline): boolean =>
  section.runIn === undefined &&
  section.title.value.length <= shortName &&
  /提交|申报|推荐|报送|征集|征稿|投稿|报名|收集|筛选|初筛|初评|初选|初赛/.test(section.title.value) &&
  hasDays(section, timeline);

/** 学院初赛：12月1日, 学院初赛（12月1日）: a name and its time, and no sentence. */
function namesItsTime(section: DraftSection, timeline: Timeline): boolean {
  if (headingWindow(section, timeline, false)) return true;
  const { heading, title, titleAt } = section;
  const [first] = timeline.on(heading).filter(({ span }) => span);
  const between = first && heading.text.slice(titleAt + title.value.length, first.expression.range.start);
  return between !== undefined && title.value.length <= shortName && /^[：:\s\u3000]*$/.test(between);
}

/** 动员部署, 整改落实, “回头看”: a title put together from the words that stages are called by. */
function isCalledLikeStage({ title }: DraftSection): boolean {
  return isStageName(title.value);
}

/** 学习调研, 整改落实: the name of a stage that every plan of a campaign has. */
export function isCampaignStage(title: string): boolean {
  return campaignStages.has(title.replace(/[\s\u3000]+/g, ''));
}

/** Fewer sections than this are no course of events. */
const shortestRun = 3;
const opens = /^(?:学习|动员|宣传|发动|准备|部署|启动|筹备|调研|摸底)/;
const closes = /巩固|总结|提高|提升|验收|^(?:监督|督查|考核)(?:检查)?评估/;

/**
 * 学习调研, 分析检查, 整改落实, 巩固提高 one after the other: sections that are all called like stages, from one that
 * opens to one that closes, are the stages of a plan that does not call them so.
 */
function processRun(siblings: readonly DraftSection[], timeline: Timeline): readonly DraftSection[] {
  const first = siblings.findIndex((section) => opens.test(section.title.value) && isCalledLikeStage(section));
  const last = siblings.findLastIndex((section) => closes.test(section.title.value) && isCalledLikeStage(section));
  const run = first < 0 || last < 0 ? [] : siblings.slice(first, last + 1);
  if (run.length < shortestRun || 2 * run.length < siblings.length || !run.every(isCalledLikeStage)) return [];
  // 宣传教育, 排查整治, 总结考核 without any day may as well be kinds of work.
  const isTimed = run.some((section) => /整改落实/.test(section.title.value) || hasDays(section, timeline));
  return isTimed && !siblings.some(({ title }) => stepsTitle.test(title.value)) ? run : [];
}

/**
 * 一、各校自查, 二、教育局检查, 三、重点抽查: who looks into something, one after the other, and by when the first ones do.
 * Nothing but its requirements stands beside them.
 */
function checkRun(siblings: readonly DraftSection[], timeline: Timeline): readonly DraftSection[] | undefined {
  const from = siblings.findIndex(({ title }) => ownCheck.test(title.value));
  if (from < 0) return undefined;
  const gap = siblings.findIndex(({ title }, at) => at > from && !checkBehind.test(title.value));
  const run = siblings.slice(from, gap < 0 ? undefined : gap);
  const isTimed = run.some((section) => hasDays(section, timeline));
  return run.length >= shortestRun && 2 * run.length > siblings.length && isTimed ? run : undefined;
}
const ownCheck = /^[\p{Script=Han}（）()、]{0,6}(?:自查|自纠|自评)$/u;
/** 安全检查 is a kind of work; who looks into what others have looked into themselves is named: 教育局检查. */
const checkBehind =
  /^[\p{Script=Han}（）()、]{0,6}(?:自查|互查|抽查|督查|复查|核查|整改|验收|总结|(?:[县市局镇]|部门|学校|片区)检查)$/u;

/** 第一阶段…, （二）第二阶段：…, 自查自纠阶段. A section about all stages (各阶段工作, 三个阶段的安排), or about those of what is built or managed (业务阶段), is none. */
function isNamedStage(section: DraftSection): boolean {
  if (section.number?.kind === 'stage') return true;
  const title = section.title.value;
  if (!calledStage.test(title) || account.test(title)) return false;
  if (stageLabel.test(title)) return true;
  if (readNumber(title)?.kind === 'stage') return true;
  return (
    /阶段(?:[（(][^（()）]{1,12}[)）])?$/.test(title) &&
    title.length <= 24 &&
    !/[各个每几]阶段$|本阶段$|关键阶段$|阶段性|^(?:业务|项目|工程|流程|发展|所处|当前|现)阶段$/.test(title)
  );
}

/** All that is called a stage is called so in one of these words. */
const calledStage = /阶段|phase|stage/i;

/** 第一阶段进展情况, 学习调研阶段工作总结: what came of a stage, told when it is over. */
const account = /阶段的?(?:工作|活动)?(?:进展|开展|完成|落实)?(?:情况|回顾|总结|小结|成效|体会)$/;

/** 三、第一阶段工作要求 alone in a plan about that stage is no stage of it. */
function isWholePlan(section: DraftSection | undefined, parent: DraftSection | undefined): boolean {
  return section !== undefined && parent === undefined && section.number?.kind !== 'stage';
}

/**
 * The window written in the heading itself, or behind a label in the first line below it.
 * @param told a date in the text that runs on behind the title will do as well: 四、工作进度（一）…
 */
function headingWindow(section: DraftSection, timeline: Timeline, told: boolean): boolean {
  const { text } = section.heading;
  const dated = timeline.on(section.heading).filter((one) => one.span && !isAttribute(text, one));
  if (dated.length > 0) {
    // 评出2026年优秀教师: a year alone in the text tells of what the things are.
    if (told && section.runIn !== undefined && dated.some(({ span }) => span?.precision !== 'year')) return true;
    for (const match of section.heading.text.matchAll(bracket)) {
      const end = match.index + match[0].length;
      if (match.index > section.titleAt + headingLength) break;
      // （责任单位：…；完成时限：9月底） limits a task.
      if (!told && limit.test(match[0])) continue;
      if (dated.some(({ expression: { range } }) => range.start > match.index && range.end < end)) return true;
    }
  }
  if (told && beginsWithDay(section, timeline)) return true;
  // 完成时限：2025年12月 closes the text of a step, too.
  const labelled = section.body.slice(0, told ? labelLines : 1);
  return labelled.some((line) => timeLabel.test(line.text) && timeline.on(line).some((dated) => dated.span));
}

/** （二）开题检查 below 时间安排, and 1月26日前，… or 检查时间暂定为4月23日至26日 as its text. */
function beginsWithDay({ title, runIn, body: [first] }: DraftSection, timeline: Timeline): boolean {
  if (runIn !== undefined || first === undefined || title.value.length > shortName) return false;
  const [dated] = timeline.on(first).filter(({ span }) => span);
  return dated !== undefined && ledToDay.test(first.text.slice(0, dated.expression.range.start));
}
/** The name of a step is no longer: 论文复制比检测. */
const shortName = 12;
const ledToDay = /^(?:[^，。；]{0,14}(?:时间|日期)?(?:为|是|暂?定[为于]|拟定?于|[：:]))?$/;

/** The label of a step stands within so many lines. */
const labelLines = 4;

/** Work of days or weeks, and no hour of the day with it: 阶段一：征集作品 below 活动流程. */
const process =
  /征集|征稿|投稿|收集|报名|筛选|初赛|初评|初选|复赛|复评|决赛|评选|评比|评审|宣传|筹备|准备|动员|实施|总结|整治|整改/;
const hour = /\d[:：]\d\d|\d[时点]/;

function isOfProcess(section: DraftSection): boolean {
  const title = section.title.value;
  const isCounted = section.number?.kind === 'stage' || stageLabel.test(title) || readNumber(title)?.kind === 'stage';
  if (!isCounted) return false;
  if (/议程|日程|议题/.test(section.parent?.title.value ?? '') || !process.test(title)) return false;
  return ![section.heading, ...section.body].some(({ text }) => hour.test(text));
}

/** Whether the section or what holds it is the programme of a meeting or an event. */
function inAgenda(section: DraftSection | undefined): boolean {
  return section !== undefined && (agendaTitle.test(section.title.value) || inAgenda(section.parent));
}

function hasDays(section: DraftSection, timeline: Timeline): boolean {
  return [section.heading, ...section.body.slice(0, 1)].some((line) => timeline.on(line).some(({ span }) => span));
}
