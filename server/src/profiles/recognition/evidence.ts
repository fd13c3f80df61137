import { compare } from '../../dates/civil.ts';
import type { Plan, PlanTable } from '../../plan/model.ts';
import { versionMemo } from '../../plan/plan-memo.ts';
import { isWeek } from '../../plan/stages/dated-sections.ts';
import { isCampaignStage } from '../../plan/stages/stage-sections.ts';
import { hasField, limitCell, limitFields, ownerCells, ownerFields } from '../../plan/tables/table-fields.ts';
import { isAccount, isRectification, isRectificationTitle } from '../../plan/tasks/rectification.ts';
import { genreOf } from '../../plan/titles.ts';
import { loadProfile } from '../load.ts';
import { findPhrase, hasPhrase } from '../phrases.ts';
import { sectionKeys } from '../sections.ts';
import { hasPartsOfActivity, isActivityPage } from './activity-pages.ts';
import { isAppraisal } from './appraisals.ts';
import { arrangesWork, leadsToArrangement } from './arrangements.ts';
import { isCalendar, isDivision, isTaskList } from './calendars.ts';
import { isContest } from './contests.ts';
import { eventGroups, headedSections } from './event-sections.ts';
import { isLabelledActivity, namesActivity } from './labelled.ts';
import { isMilestonePlan } from './milestones.ts';
import { passedOn } from './naming.ts';
import { addressee, numberedParts } from './office-parts.ts';
import { isSigned, showsOffice } from './offices.ts';
import {
  asksForPapers,
  isForOnce,
  isLetterOfWork,
  isOfOtherWork,
  setsHandIn,
  tellsResult,
  withoutPeriod,
} from './other-papers.ts';
import { isPlainPaper } from './plain-papers.ts';
import { isOwnAffair } from './private-papers.ts';
import words from './recognition.yaml';
import { readSigns, type Signs, sampleLength } from './signs.ts';
import { staffsGroups } from './staffed-groups.ts';
import { isTimetable } from './timetables.ts';
import { isWholePlan } from './whole-plans.ts';
import { listsWork } from './work-lists.ts';

type WordList = readonly string[];
const lists = words as Readonly<
  Record<
    | 'formulas'
    | 'reasons'
    | 'articleTitles'
    | 'technicalTitles'
    | 'technicalWords'
    | 'regulationTitles'
    | 'plainNotices'
    | 'dealings',
    WordList
  >
>;

/** 文种 that carry a plan only sometimes. */
const carriers: ReadonlySet<string> = new Set(['通知', '意见', '报告', '函']);

/** What of a text speaks for a plan, and what against it. Weights add up; see `isPlan`. */
export interface Evidence {
  /** The title names a text of another kind: rules for lasting use, a notice of holidays. */
  readonly other: boolean;
  /** How surely the title names a plan: 3 实施方案, 1 计划, 0 no such word. */
  readonly title: number;
  /** A sentence that only plans and their kin have: 特制定本方案, 现将…汇报如下. */
  readonly formula: boolean;
  /** Numbered sections, known section titles, stages with windows, task tables. */
  readonly structure: number;
  /** The text is a table of activities and their days, and little else. */
  readonly timetable: boolean;
  /** Words, labels, addressees and signatures of the office. */
  readonly office: number;
  /** It names who issues it, and the day. */
  readonly signed: boolean;
  /** Groups of sections that plans of an event have: time, place, who comes, programme, arrangements. */
  readonly event: number;
  /** A time is told; who explains how such a plan is written tells none. */
  readonly dated: boolean;
  /** It is the plan of an activity whose parts are labelled lines (活动时间：…), a calendar of work, a list of tasks. */
  readonly labelled: boolean;
  /** It is the paper that a contest is held by, or a schedule with first and last days: what it is about says nothing against it. */
  readonly whatever: boolean;
  /** Its parts say when and in which order bodies do what: a paper whose title and opening were lost. */
  readonly arranges: boolean;
  /** It is a list of what is put right (整改落实), or holds one or stages of a campaign beside other signs of a plan. */
  readonly rectifies: boolean;
  /** Its title was lost, but its opening tells whom it is for and what is held. */
  readonly announces: boolean;
  /** Its title was lost, but its numbered parts begin with what guides it. */
  readonly guided: boolean;
  /** Its stages are those of a plan, of whatever trade: three or more, each with its days, or numbered ones of an 实施方案. */
  readonly staged: boolean;
  /** It is a short paper of an office without headings: points and days below a title that sets a piece of work. */
  readonly short: boolean;
  /** It reports on work: what such a text lists is what reports list. */
  readonly report: boolean;
  /** Code, addresses, pictures, foreign language; titles of articles and technical papers. */
  readonly ordinary: number;
}

/** A text that has all of these groups of sections is the plan of an event, with a title or without. */
const allEventGroups = 5;

/** So much of the language of the office makes up for the structure that a text without a title lacks. */
const wordy = 4;

/** A link or a word of the trade of software may stand in the plan of an activity. */
const mostOrdinary = 1;

/** The page to enter, the one that tells more: so many links the paper of a contest may have. */
const mostMarkup = 3;

/** Talk after talk with its page and its recording. */
const mostLinked = 4;

/** With an opening that announces what is held, and with parts that begin with what guides the work. */
const leastStructure = 3;
const leastOffice = 3;

/** Structure that only papers of the office have, whatever their title. */
const PLAIN = 6;

/** Structure of a short plan: 消防演练方案 with its numbered parts, among them when and where. */
const SHORT = 4;

/** Who signs and dates a text that is numbered like this, needs no words of the office besides: 开展…活动通知. */
const signedStructure = 5;

/** Weight that makes a text a plan. */
const enough = 6;

/**
 * Whether a text is a plan. No single word decides: a title needs the structure and the language of
 * a plan behind it, a text without such a title needs its formula and its structure.
 */
export function isPlan(evidence: Evidence): boolean {
  const { other, timetable, ordinary } = evidence;
  // Most plans show by their words what they are; what costs more is asked of the rest only.
  if (!other && !timetable && outweighs(evidence)) return true;
  if (evidence.labelled && ordinary <= mostOrdinary) return true;
  if (evidence.whatever) return true;
  if (other) return false;
  if (evidence.staged) return true;
  // Links stand in the cells of a schedule of talks; its title says that it is one.
  if (timetable) return ordinary <= (evidence.title > 0 ? mostLinked : 0);
  if (evidence.short && ordinary <= mostOrdinary) return true;
  if (evidence.rectifies && ordinary === 0) return true;
  return evidence.arranges && ordinary <= mostOrdinary;
}

/** Whether a text that lost its title shows by its parts, its signature or its opening what it is. */
function isHeadless(evidence: Evidence): boolean {
  const { signed, structure, office, event } = evidence;
  if (signed && structure >= signedStructure && event >= 2 && structure + office >= signedStructure + wordy)
    return true;
  if (signed && structure >= leastStructure && office >= wordy && evidence.announces) return true;
  return structure >= PLAIN && office >= leastOffice && evidence.guided;
}

/** Whether title, structure and the language of the office are those of a plan. */
function outweighs(evidence: Evidence): boolean {
  const { title, structure, event, dated, report, office, signed, ordinary } = evidence;
  // What a plan of a meeting announces by a sentence, a short one does by its headings.
  const formula = evidence.formula || (event >= 3 && title > 0) || (event >= allEventGroups && (title > 0 || dated));
  // A notice or plan whose title was lost.
  if (title === 0 && ordinary === 0 && isHeadless(evidence)) return true;
  // The beginning of a plan, or one without numbered sections, has only its words to show.
  if (title === 0 && !(formula && (structure >= 2 || (evidence.formula && office >= wordy)))) return false;
  if (title === 1 && !formula && office < 3 && !(signed && structure >= signedStructure)) return false;
  if (report && !formula && office < 1 && structure < 5) return false;
  if (structure === 0 && !(formula && title >= 3)) return false;
  return title + (formula ? 3 : 0) + structure + office - ordinary >= enough;
}

/**
 * Weighs what was read of one plan.
 * @param source the text of the whole file
 */
export function weigh(plan: Plan, source: string): Evidence {
  const signs = readSigns(source.slice(plan.range.start, Math.min(plan.range.end, plan.range.start + sampleLength)));
  const opening = openingText(plan);
  const named = (plan.title?.value ?? '').replace(/\s+/g, '');
  const event = eventWeight(plan);
  const formula = hasPhrase(opening, lists.formulas) || leadsToArrangement(plan, opening, event);
  const structure = structureWeight(plan);
  const title = titleWeight(plan, named, formula, event, structure);
  const lasting = isRegulation(plan, named);
  const dated = plan.dates.some(({ expression }) => expression.kind === 'span');
  return {
    other:
      (isOtherText(named) &&
        !isRoster(plan, named) &&
        !isForOnce(plan, named, opening) &&
        !asksForPapers(plan, named) &&
        !setsDuty(named, formula, structure)) ||
      lasting ||
      tellsResult(named, opening) ||
      isMinutes(plan, named),
    title,
    formula,
    structure,
    timetable: isTimetable(plan),
    event,
    dated,
    get labelled() {
      return (
        asksForPapers(plan, named) ||
        isLabelledActivity(plan, named) ||
        isCalendar(plan, named) ||
        isDivision(plan, named) ||
        isTaskList(plan, named)
      );
    },
    // What a contest in programming is about is no sign against it: 代码, 接口. Code and pictures are.
    get whatever() {
      if (lasting) return false;
      if (signs.markup <= mostMarkup && (isContest(plan, named, opening) || isMilestonePlan(plan, named))) return true;
      if (signs.fenced) return false;
      return (heldTitle.test(named) && event >= 2 && dated) || isActivityPage(plan, named, opening);
    },
    get arranges() {
      return (
        !lasting &&
        (arrangesWork(plan) ||
          listsWork(plan) ||
          hasPartsOfActivity(plan, named, opening) ||
          setsHandIn(plan, named) ||
          staffsGroups(plan, named) ||
          isWholePlan(plan, named) ||
          isAppraisal(plan, named))
      );
    },
    get announces() {
      return announces(plan);
    },
    get guided() {
      return isGuided(plan);
    },
    get staged() {
      return signs.hanShare >= mostlyHan && isStaged(plan, named, structure);
    },
    get short() {
      return !lasting && isPlainPaper(plan, named);
    },
    get rectifies() {
      return rectifies(plan, title > 0 || formula);
    },
    report: isReport(named),
    office: officeWeight(plan, opening, signs),
    signed: plan.issuer !== undefined && plan.issued !== undefined,
    ordinary: ordinaryWeight(plan, signs, formula && isSigned(plan)),
  };
}

/** 信息安全大赛活动安排, with its pages linked: what tells when and how an activity is held is its plan. */
const heldTitle = /活动(?:安排|方案|策划书?)(?:[（(][^（()）]{1,12}[)）])?$/;

/** 党委将在全院开展…征文评比活动。 */
const announcing = /(?:开展|举办|举行|组织)[^。]{2,60}(?:活动|[大竞比]赛|征文|评选|评比)。/;

/** 各支部、各部门： and then what is held. */
function announces({ opening }: Plan): boolean {
  return (
    opening.slice(0, 2).some(({ text }) => addressee.test(text)) && opening.some(({ text }) => announcing.test(text))
  );
}

/** 一、指导思想, and two more numbered parts. */
const leastParts = 3;
function isGuided({ sections }: Plan): boolean {
  const parts = sections.filter(({ number }) => number?.kind === 'han' || number?.kind === 'part');
  return parts.length >= leastParts && /^指导思想/.test(parts[0]?.title.value ?? '');
}

/** …活动策划 with its parts as labels and its programme in a table. */
const isOfActivity = (plan: Plan, title: string): boolean =>
  /活动(?:策划书?|方案)$/.test(title) &&
  plan.tables.some(({ kind }) => kind === 'workflow') &&
  isLabelledActivity(plan, title);

/** Of other languages, only names and words of the trade. */
const mostlyHan = 0.6;
/** Fewer stages may be anybody's. */
const leastStages = 3;
/** …实施方案, 2026年实习计划 - 张三, …活动策划 (第一版) */
const stagedTitle =
  /(?:方案|计划|安排|策划)(?:[（(][^（()）]{1,12}[)）]|[-—–·|]{1,2}[\p{Script=Han}A-Za-z0-9]{1,8})?$/u;
const practice = /(?:实习|实训|培训|研修|社会实践|支教)(?:工作|活动|实施)?(?:计划|方案|安排)/;
const workOfStages = /(?:实施|工作|活动|行动|整改|推进)(?:方案|计划|策划)(?:[（(][^（()）]{1,12}[)）])?$/;

/**
 * Whether the stages of a text are those of a plan, whatever words of a trade it has: each has its first and last
 * day, and the title has no word of the trade. Below a title that names a body, or that of an activity with its
 * programme, and says how work is done, stages that are counted (第一阶段) will do, or the parts of such a plan.
 * @param title without blanks
 */
function isStaged(plan: Plan, title: string, structure: number): boolean {
  const { stages, tables, body } = plan;
  if (!stagedTitle.test(title) || isOwnAffair(title)) return false;
  const windows = stages.filter(({ schedules }) =>
    schedules.some(({ span: { start, end, precision, deadline } }) =>
      deadline ? end && precision === 'day' : start && end && precision === 'day' && compare(start, end) < 0,
    ),
  );
  if (windows.length >= leastStages && tables.some(isDivisionByDay)) return true;
  const ofBody = body?.source === 'title' || isOfActivity(plan, title);
  // 前端优化实施方案 with its phases is of another trade.
  if (!ofBody && lists.technicalWords.some((word) => title.includes(word))) return false;
  if (hasPhrase(title, lists.technicalTitles) || hasPhrase(title, lists.articleTitles)) return false;
  if (windows.length >= leastStages) return true;
  // 第1周：调研, 第2—3周：实现: who is sent to practise has his weeks planned.
  if (
    practice.test(title) &&
    stages.filter(({ section }) => section && isWeek(section.title.value)).length >= leastStages
  )
    return true;
  if (!ofBody || !workOfStages.test(title)) return false;
  if (structure >= PLAIN) return true;
  const counted = stages.filter(
    ({ section }) => section?.number?.kind === 'stage' || /^阶段[一二三四五六1-6]/.test(section?.title.value ?? ''),
  );
  return (
    counted.length >= leastStages || tables.some(({ kind, rows }) => kind === 'workflow' && rows.length > leastStages)
  );
}

/** Task after task with who answers for it and its last day: whatever the trade, people have been set to work. */
function isDivisionByDay(table: PlanTable): boolean {
  if (!hasField(table, ownerFields) || !hasField(table, ['deadline'])) return false;
  const set = table.rows.filter(
    (row) => limitCell(table, row)?.lines[0]?.facts.dates.length && ownerCells(table, row).some(({ text }) => text),
  );
  return set.length >= leastStages;
}

/** @param likePlan the title or the opening is that of a plan */
function rectifies(plan: Plan, likePlan: boolean): boolean {
  const own = plan.title?.value ?? '';
  if (isRectificationTitle(own)) return plan.tables.length > 0 || plan.sections.length + plan.opening.length > 1;
  if (isAccount(own)) return false;
  if (likePlan && plan.stages.filter(({ name }) => isCampaignStage(name.value)).length >= 2) return true;
  const named = (sections: Plan['sections']): boolean =>
    sections.some(
      ({ title, number, sections: inner }) =>
        (isRectification(title.value) && (likePlan || plan.stages.length >= 2 || number?.kind === 'stage')) ||
        named(inner),
    );
  return named(plan.sections);
}

/** All groups but one will do where the sections are numbered as only offices number them. */
function eventWeight(plan: Plan): number {
  const groups = eventGroups(plan);
  if (groups !== allEventGroups - 1) return groups;
  return plan.sections.filter(({ number }) => number?.kind === 'han').length > groups ? allEventGroups : groups;
}

/** 关于做好…值班备勤和信息报送工作的通知 with its numbered parts sets work; one that names who is on duty does not. */
const longestDuty = 60;
function setsDuty(title: string, formula: boolean, structure: number): boolean {
  return (
    formula &&
    structure >= 2 &&
    /关于(?:进一步|切实)?(?:做好|加强)[^值]*值[班守][^和及与]*(?:和|及|与).*工作的(?:紧急)?通知$/.test(
      title.slice(-longestDuty),
    )
  );
}

function isOtherText(title: string): boolean {
  const genre = genreOf(title) ?? '';
  if (genre === '函') return passedOn(title) === undefined && !isLetterOfWork(title);
  if (carriers.has(genre) && hasPhrase(withoutPeriod(title), lists.plainNotices)) return true;
  if (isOfOtherWork(title)) return true;
  if (carriers.has(genre)) return false;
  // 体检（暂行）办法 is a 暂行办法.
  const bare = title
    .replace(/[（(][^（()）]{1,12}[)）]$/, '')
    .replace(/[（(]([^（()）]{1,12})[)）](?=\p{Script=Han}{2}$)/u, '$1');
  return lists.regulationTitles.some((word) => bare.endsWith(word));
}

/** 关于做好春节期间值班工作的通知, with a table of days and those who are on duty: it says who answers for what, and when. */
function isRoster({ tables }: Plan, title: string): boolean {
  if (!/值班|值守|值周|带班/.test(title)) return false;
  return tables.some((table) => hasField(table, limitFields) && hasField(table, ownerFields));
}

/** Rules for lasting use are counted article by article; so many make a text one of them. */
const leastArticles = 5;
const mayHaveArticles = /(?:方案|计划|预案|安排|要点|总结|小结|章程)$/;

/** 某市实施《…法》办法, 实施办法 with 第一条 … 第五条 and no stages: rules, whatever their title. */
function isRegulation(plan: Plan, title: string): boolean {
  if (title === '' || plan.stages.length > 0 || mayHaveArticles.test(genreOf(title) ?? '')) return false;
  let articles = 0;
  for (const { facts } of plan.lines) if (facts.number?.kind === 'article' && ++articles >= leastArticles) return true;
  return false;
}

const minutesTitle = /(?:会议|例会|周会|晨会|碰头会|办公会|联席会)(?:总结|小结|摘要)$/;

/** 队长会议总结: what a meeting settled. Who sums up how a meeting was held tells of what went wrong as well. */
function isMinutes(plan: Plan, title: string): boolean {
  const summary = minutesTitle.test(title) ? loadProfile('summary') : undefined;
  return (
    summary !== undefined &&
    !headedSections(plan).some((section) => sectionKeys(section.title.value, summary).includes('problems'))
  );
}

/** 关于…工作情况的报告, …落实情况汇报, …整改落实报告: an account of work, not of an inquiry or a test. */
function isReport(title: string): boolean {
  return /(?:情况|工作|方案|落实|整改)的?(?:报告|汇报)$|整改[\p{Script=Han}]{0,4}情况的?通报$/u.test(title);
}

function titleWeight(plan: Plan, title: string, formula: boolean, event: number, structure: number): number {
  const genre = genreOf(title);
  if (!genre) return plan.kind === '小结' ? 2 : plan.kind === '' && !closesAsNotice(plan) ? 0 : 1;
  // 策划 is a word of many trades: games, books, programmes.
  if (genre.startsWith('策划')) return event >= 2 ? 3 : 0;
  if (isReport(title)) return 2;
  if (carriers.has(genre)) return structure >= 2 && passedOn(title) ? 3 : 1;
  if (genre === '工作总结' || genre === '情况总结') return 2;
  // A list of tasks may be anybody's.
  if (genre === '任务清单' || genre === '工作清单') return formula ? 3 : 1;
  // 综治办工作分配方案, 2026年工作计划调整方案: what is between the two says how, not what.
  if (workTitle.test(title)) return 3;
  // 推进方案, 简案: sections, stages and their windows say of which trade it is.
  if (genre.length > 2) return 3;
  if (formula || structure >= PLAIN) return 2;
  return namesActivity(title) && ((structure >= SHORT && event >= 2) || event >= allEventGroups - 1) ? 2 : 1;
}

const workTitle =
  /工作(?:计划|方案)?(?:分配|分工|调整|补充|推进|落实|开展|实施|任务|总体|专项|年度|学期|月度|季度|重点|具体)(?:方案|计划|安排)(?:[（(][^（()）]{1,12}[)）])?$/;

/** So many lines at the end close the paper: 特此通知, the signature, the attachments. */
const closing = 10;

/** 特此通知。 closes a notice whose title was lost. */
function closesAsNotice(plan: Plan): boolean {
  const title = plan.title?.value ?? '';
  if (!/^$|(?:公告|启事|通告|细则)$/.test(title) || hasPhrase(title, lists.dealings) || !showsOffice(plan))
    return false;
  return plan.lines.slice(-closing).some(({ text }) => /^特此通知[。！]?$/.test(text));
}

function structureWeight(plan: Plan): number {
  const numbered = numberedParts(plan);
  const windows = plan.stages.filter((stage) => stage.schedules.length > 0).length;
  const known = knownSections(plan);
  const work = plan.tables.filter(({ kind }) => kind === 'ledger' || kind === 'taskBreakdown' || kind === 'workflow');
  // Who does what until when: that alone is what a plan is for.
  const assigned = work.some((table) => hasField(table, ownerFields) && hasField(table, limitFields));
  return (
    (numbered >= 2 ? 2 : 0) +
    Math.min(known, 3) +
    (windows >= 2 ? 3 : plan.stages.length >= 2 ? 2 : windows) +
    (assigned ? 3 : work.length > 0 || plan.tables.some(schedulesActivities) ? 2 : 0) +
    (isLabelled(plan) ? 4 : answersIssues(plan) ? 2 : 0) +
    (plan.dates.filter(({ span }) => span).length >= 4 ? 1 : 0)
  );
}

/** So many activities with their days are a schedule. */
const leastScheduled = 4;

/** Row after row an activity and its day, in whatever form the day is written. */
function schedulesActivities(table: PlanTable): boolean {
  if (!hasField(table, ['activity', 'measure']) || !hasField(table, limitFields)) return false;
  const dated = table.rows.filter((row) => {
    const cell = table.cell(row, 'time') ?? table.cell(row, 'deadline');
    return cell?.lines.some(({ facts }) => facts.dates.some(({ kind }) => kind === 'span')) === true;
  });
  return dated.length >= leastScheduled && 2 * dated.length >= table.rows.length;
}

/** 整改措施：… on a line of its own, or behind a full stop where the lines were lost. */
const answer = /(?:^|[。；])(?:整改|改进)(?:措施|情况|结果|进展)[：:]/g;

/** Issue after issue with what was or is to be done about it. */
function answersIssues({ lines }: Plan): boolean {
  let answers = 0;
  for (const { text } of lines)
    if (text.includes('进') || text.includes('改')) answers += text.match(answer)?.length ?? 0;
  return answers >= 2;
}

const timeLabel = /^(?:截止|截至|完成|结束|起止|办结)(?:日期|时间|时限|期限)[：:]/;
const partyLabel = /^(?:责任|负责|主持|牵头|承办|经办|主办)(?:人|单位|部门|领导)?[：:]/;

/** Item after item with its time limit and the one who answers for it. */
function isLabelled(plan: Plan): boolean {
  const enough = (label: RegExp) => {
    let count = 0;
    for (const { text } of plan.lines) if (label.test(text) && ++count >= 3) return true;
    return false;
  };
  return enough(timeLabel) && enough(partyLabel);
}

/** Sections whose titles the profiles know, counted by key. */
function knownSections(plan: Plan): number {
  const keys = new Set<string>();
  for (const id of ['implementation-plan', 'summary']) {
    const profile = loadProfile(id);
    if (!profile) continue;
    for (const section of headedSections(plan)) {
      for (const inner of [section, ...section.sections]) {
        for (const key of sectionKeys(inner.title.value, profile)) keys.add(key);
      }
    }
  }
  return keys.size;
}

function officeWeight(plan: Plan, opening: string, { officeWords }: Signs): number {
  const answering = plan.parties.filter((party) => !party.vague).length;
  const reason = lists.reasons.some((phrase) => findPhrase(opening.slice(0, 400), phrase) !== undefined);
  const addressed = plan.opening.slice(0, 2).some(({ text }) => addressee.test(text));
  return (
    Math.min(3, Math.floor(officeWords / 2)) +
    (answering >= 2 ? 1 : 0) +
    (reason ? 2 : 0) +
    (addressed ? 1 : 0) +
    (plan.issuer ? 1 : plan.body?.source === 'title' ? 2 : 0) +
    (plan.issued ? 1 : 0)
  );
}

/** @param notified a signed notice says what it is: what it is about, be it 数据安全, is no sign against it */
function ordinaryWeight(plan: Plan, { markup, technicalWords, hanShare }: Signs, notified: boolean): number {
  const title = plan.title?.value ?? '';
  return (
    markup +
    (notified ? 0 : technicalWords >= 8 ? 8 : Math.floor(technicalWords / 2)) +
    (hanShare < 0.4 ? 8 : hanShare < 0.65 ? 3 : 0) +
    (hasPhrase(title, lists.articleTitles) ? 5 : 0) +
    (hasPhrase(title, lists.technicalTitles) ? 4 : 0)
  );
}

/** Title aside, the beginning of a plan: its opening and the first lines of what follows. */
export const openingText = versionMemo(({ opening, lines }: Plan): string =>
  (opening.length > 0 ? opening : lines.slice(0, 6))
    .map((line) => line.text)
    .join('\n')
    .slice(0, 1500),
);
