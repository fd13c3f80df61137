import { type Amounted, amountsOn } from '../../plan/constraints/amounts.ts';
import { constraintsOf } from '../../plan/constraints/constraints.ts';
import { type Placed, placedOn } from '../../plan/constraints/statements.ts';
import { sentenceTo } from '../../plan/line/sentences.ts';
import type { Line, Plan, Section } from '../../plan/model.ts';
import { sharePair } from '../../text/pairs.ts';
import { liesWithin } from '../../text/range.ts';
import { samePer, thingOf } from './amounts.ts';
import { lead, quotedDemands } from './quoted-lines.ts';

type Said = Placed<Amounted>;

/** An amount of the plan beside what it says is asked of it. */
export interface BelowQuoted {
  readonly own: Pick<Said, 'raw' | 'at'>;
  readonly demand: Said;
}

/** What is no number of things or times, or has another number at every stage. */
const otherUnits = /^(?:%|元|万元|亿元|分|百分点|分钟|人)$/;
/** A part of the time, what was, what is rated, and what only some have to do. */
const limited =
  /[上下]半年|第[一二三四]|阶段|期间|首[次月个]|先期|试点|20\d\d年|\d{1,2}月|去年|上年|以往|过去|原来|此前|曾|未|不足|没有|得\d|扣|奖|的，|除|外|可|酌|因|如|若|等级|另|再/;
const thisStage = /在?(?:本|这一|该)阶段/g;
const deadline = /\d{1,2}月(?:\d{1,2}日|底|[上中下]旬)?(?:之|以)?前/;
/** 全年, 全市: more than what one place or one month of it has to do. */
const ofWhole = /全[年市区县镇省乡校]|累计|合计|共|总|年内|三年|两年/;
/** Who has to do it, with the words that tell which of them. */
const doers =
  /\p{Script=Han}{0,2}(?:成员|干部|党员|教师|职工|人员|员工|学生|书记|校长|[队站所组科主]长|主任|网格员|支部|小组|村(?!民)|社区|乡镇|街道|科室|办公室|督查室|部门|单位|学校|企业|中队|大队|班组|站所|车间|[A-D甲乙丙一二三四][级类]|风险|副职|正职)/gu;
/** What stands in front of 每 in its clause. */
const before = /([^，。；：]*)每[^每，。；：]*$/u;
const towards = /(?:针对|对|向|在)[^，。；每]{2,12}/gu;
/** 督查室牵头, 由办公室负责: who sees to it is not whom it is asked of. */
const inCharge = /[^，。；]{1,20}(?:牵头|负责)[，,]/gu;
/** 以党支部为单位: how all of them do it. */
const manner = /以[^，。；以]{1,8}为(?:单位|主)/gu;
/** 县直部门, 市局: another level than the one whose plan it is. */
const level = /[省市区县镇乡街村](?:级|直|局|委|里|政府|领导)/g;

/** 秸秆综合利用率 of 各乡镇秸秆综合利用率: the share that has a name. */
const rate =
  /^(?:要|须|应|确保|全[镇乡村县市区街校局]|各\p{Script=Han}{0,2}(?:乡镇|街道|镇街|镇|村|社区|单位|部门|学校|县区|区县|支部))*(\p{Script=Han}{3,14}率|\p{Script=Han}{0,12}(?:自查|覆盖|参与|参训|抽查|走访|测评|知晓|受益|签订|体检|检查|排查|普及)面)$/u;
const rateOf = ({ unit, subject }: Said): string | undefined =>
  unit === '%' ? rate.exec(subject.replace(/[“”]/g, ''))?.[1] : undefined;

/** 有效客户不少于800户，本行计划新增750户: what the sentence says of those who write, right behind what is asked of them. */
const ownBehind =
  /^(?:以上)?[，,；;。](?:我们?|本)(?:(?![首第每各年月季期旬周])\p{Script=Han}){0,4}(?:计划|拟|安排|确定|目标|预计|打算)([^，。；;\d每各首先第其]{0,12}?)(\d{1,6})([\p{Script=Han}]{1,2}?)(?=[，。；;（(]|$|以上)/u;

/** What is asked of a whole province, or of each county, is not asked of the one office. */
const ofOthers = /全[国省市县区]|[每各]个?[省市县区]/;
/** 计划新增750户, 拟培训120名: nothing else is counted. */
const bareVerb = /^(?:新增|增加|发展|完成|培训|开展|创建|建设|新建|组织|安排|举办|走访|检查)?$/;

/** Each is compared with all others; no paper quotes more. */
const MOST_DEMANDS = 100;

/** Amounts of a plan that are lower than what it says those above ask for: of the same thing, in the same rhythm, of the same people. */
export function belowQuoted(plan: Plan): readonly BelowQuoted[] {
  const { leading, whole } = quotedDemands(plan);
  if (leading.length === 0 && whole.size === 0) return [];
  // A quotation is nothing that the plan itself says.
  const inQuotation = placedOn(
    [...whole].filter(({ place }) => place === 'quote'),
    amountsOn,
  );
  const said = [...constraintsOf(plan).amounts, ...inQuotation].filter(
    (one) => one.line.place !== 'cell' && (!otherUnits.test(one.unit) || rateOf(one) !== undefined),
  );
  const isQuoted = ({ line, range }: Said) =>
    whole.has(line) || (leading.includes(line) && lead.test(sentenceTo(line.text, range.start)));
  const demands = said.filter((one) => one.comparator === 'atLeast' && isQuoted(one)).slice(0, MOST_DEMANDS);
  if (demands.length === 0) return [];
  const bare = constraintsOf(plan).counts.filter(({ line, unit }) => line.place !== 'cell' && !otherUnits.test(unit));
  const ours = [...said.filter((one) => isMinimum(one)), ...bare].filter((one) => !isQuoted(one));
  const found = new Map<Said, BelowQuoted>();
  const told: BelowQuoted[] = [];
  for (const demand of demands) {
    const own = ownBeside(demand);
    if (own) {
      told.push({ own, demand });
      continue;
    }
    const alike = demands.filter((one) => isAlike(one, demand));
    if (alike.some((one) => one.count < demand.count)) continue;
    const same = ours.filter((one) => isAlike(one, demand));
    // What is done at several places, or is once as much, may be enough together.
    const sum = demand.unit === '%' ? 0 : same.reduce((all, one) => all + one.count, 0);
    if (same.some((one) => one.count >= demand.count) || (same.length > 1 && sum >= demand.count)) continue;
    for (const own of same) if (isOfThose(own, demand, plan)) found.set(own, { own, demand });
  }
  return [...found.values(), ...told];
}

/** The lower number of the same unit that the office sets itself in the words right behind the demand. */
function ownBeside({ line, range, unit, count }: Said): BelowQuoted['own'] | undefined {
  const match = ownBehind.exec(line.text.slice(range.end, range.end + 60));
  const [words = '', counted = '', digits = '', ownUnit = ''] = match ?? [];
  if (!match || ownUnit !== unit || Number(digits) >= count) return undefined;
  const asked = sentenceTo(line.text, range.start);
  if (ofOthers.test(asked) || !(bareVerb.test(counted) || asked.includes(counted))) return undefined;
  // 上半年500户，下半年350户; 专题课8节，融入课12节.
  const rest = /^[^。]*/.exec(line.text.slice(range.end + words.length))?.[0] ?? '';
  if (new RegExp(`\\d${unit}`, 'u').test(rest) || /上半年|下半年|季度|[一二三四]季|学期/.test(words)) return undefined;
  const start = range.end + words.lastIndexOf(digits);
  const raw = digits + ownUnit;
  return { raw, at: line.at(start, start + raw.length) };
}

const isMinimum = ({ comparator, per }: Said) => comparator === 'atLeast' || (comparator === undefined && !!per);

/** So much of a sentence says what an amount is of. */
const LONGEST_SENTENCE = 240;

/** The sentence up to an amount, without those who ask for it. */
function sentenceOf({ line, range }: Said): string {
  const sentence = sentenceTo(line.text, range.start).slice(-LONGEST_SENTENCE);
  const found = lead.exec(sentence);
  return found ? sentence.slice(found.index + found[0].length) : sentence;
}

function isAlike(one: Said, other: Said): boolean {
  if (one.unit !== other.unit || !samePer(one, other)) return false;
  if (one.unit === '%') return rateOf(one) === rateOf(other) && eachOf(sentenceOf(one)) === eachOf(sentenceOf(other));
  const thing = thingOf(one);
  const theirs = thingOf(other);
  const same = placeIn(thing, theirs) !== undefined || placeIn(theirs, thing) !== undefined;
  return thing.length >= 2 && same && eachOf(sentenceOf(one)) === eachOf(sentenceOf(other));
}

/** 到联系社区 of 到联系社区走访群众, beside 走访群众; empty for the same words. @returns undefined for another thing */
function placeIn(thing: string, plain: string): string | undefined {
  if (thing === plain) return '';
  const place = thing.endsWith(plain) && plain.length >= LONG_THING ? thing.slice(0, -plain.length) : '';
  return /^(?:到|赴|深入)\p{Script=Han}{2,8}$/u.test(place) ? place : undefined;
}
const LONG_THING = 4;

/** 人 of 每名干部走访…, 召开…: whom or what time the last 每 of a sentence is for. */
const eachOf = (sentence: string) => /每(?:个|一)?(.)[^每]*$/u.exec(sentence)?.[1] ?? '';

/** Nobody is named for the lower number but those of whom more is asked, and no part of the time. */
function isOfThose(own: Said, demand: Said, plan: Plan): boolean {
  // In the plan of one stage, 本阶段 is all of its time; what one part of it does is all, where no other line speaks of it.
  const isOfOneStage =
    plan.stages.length < 2 ||
    (/阶段/.test(plan.title?.value ?? '') && isAlone(thingOf(demand), [own.line, demand.line], plan));
  const asked = isOfOneStage ? sentenceOf(demand).replace(thisStage, '') : sentenceOf(demand);
  const told = sentenceOf(own).replace(placeIn(thingOf(own), thingOf(demand)) ?? '', '');
  const behind = own.line.text.slice(own.range.end);
  // Until the one day of its paragraph all of it is to be done.
  const isOfOneDay =
    (own.line.text.match(/\d{1,2}月/g) ?? []).length === 1 && !/达到|全部|剩余|再|余下|覆盖/.test(behind);
  // 自查面不低于95%，因病不能按期填报的，…: what a share is followed by tells of those who are not in it.
  const around = told + behind.split(own.unit === '%' ? /[。；，]/ : /[。；]/, 1)[0];
  const undated = isOfOneDay ? around.replace(deadline, '') : around;
  if (limited.test(undated) || limited.test(asked) || ofWhole.test(asked) !== ofWhole.test(told)) return false;
  // Of a share that is told but once, no later stage brings the rest.
  const name = rateOf(own);
  const isToldOnce = name !== undefined && isAlone(name, [own.line, demand.line], plan, name.length);
  if (
    !isOfOneStage &&
    !isToldOnce &&
    plan.stages.some(({ section }) => section && liesWithin(own.line.range, section.range))
  )
    return false;
  if ((asked.match(level) ?? []).some((words) => !told.includes(words))) return false;
  // 对小餐饮店每月检查 is not each 检查, nor the other way round.
  if (!asked.includes(before.exec(told)?.[1] ?? '')) return false;
  if ((asked.match(towards) ?? []).some((words) => !told.includes(words))) return false;
  const titles = titlesOver(plan.sections, own.line);
  if (!isOfTopic(demand, titles, plan)) return false;
  const words = [...titles, told.replace(inCharge, '').replace(manner, '')].join('，');
  return (words.match(doers) ?? []).every((name) => asked.includes(name));
}

/**
 * Whether the lower number stands where the demand does, or under a heading that names what is demanded; and the paper
 * that is quoted is not on another matter than the plan: 每月检查 of 消防安全 is none of 食品安全.
 */
function isOfTopic(demand: Said, titles: readonly string[], { title, sections }: Plan): boolean {
  const [quoted] = [...sentenceTo(demand.line.text, demand.range.start).matchAll(/《([^《》]{2,40})》/g)];
  const matter = quoted?.[1]?.replace(places, '').replace(general, '') ?? '';
  if (matter.length > 2 && ![title?.value ?? '', ...titles].some((words) => shares(words, matter))) return false;
  const around = titlesOver(sections, demand.line);
  const asked = sentenceOf(demand) + thingOf(demand);
  return titles.every((words, at) => words === around[at]) || shares(titles.at(-1) ?? '', asked);
}

const places = /^\p{Script=Han}{1,4}?[省市区县镇乡]/u;
const general =
  /工作|方案|实施|安全|管理|活动|行动|专项|开展|落实|加强|强化|推进|要求|建设|整治|责任|组织|制度|机制|办法|规定|意见|通知|全面|重点|提升|[省市区县镇乡][委局]/g;

/** Whether two texts have a word of two characters in common that tells what they are about. */
function shares(one: string, other: string): boolean {
  return sharePair(one.replace(places, '').replace(general, '，'), other, (pair) => !pair.includes('，'));
}

/** Whether no other line has the first words of a thing: 走访 of 走访群众, 集中学习 of 集中学习研讨. Tables tell again what the text says. */
function isAlone(
  thing: string,
  known: readonly Line[],
  { lines }: Plan,
  length = thing.length > LONG_THING ? LONG_THING : 2,
): boolean {
  const words = thing.slice(0, length);
  return lines.every((line) => line.place === 'cell' || known.includes(line) || !line.text.includes(words));
}

function titlesOver(sections: readonly Section[], line: Line): readonly string[] {
  const section = sections.find((one) => liesWithin(line.range, one.range));
  return section ? [section.title.value, ...titlesOver(section.sections, line)] : [];
}
