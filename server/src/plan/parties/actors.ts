import type { Range } from '../../text/range.ts';
import { mayBeHan, tableOfUnits } from '../../text/units.ts';
import type { Sentence } from '../line/sentences.ts';
import { endsLikeParty, isKindOfParty, isVagueName } from './words.ts';

/** The subject of a sentence, when it is a body, a group or an office. */
export interface ActorMention {
  readonly range: Range;
  readonly name: string;
  /** 有关部门, 各单位. */
  readonly vague: boolean;
}

/** The subjects of the sentences of a line from index `from` on; 医务科负责…；护理部负责… has two. */
export function findActors(text: string, sentences: readonly Sentence[], from: number): readonly ActorMention[] {
  let actors: ActorMention[] | undefined;
  for (const { range } of sentences) {
    if (range.end <= from) continue;
    for (let at = Math.max(range.start, from); at < range.end; ) {
      let end = at;
      while (end < range.end && !isSemicolon(text.charCodeAt(end))) end++;
      if (end < range.end) end++;
      const actor = findActor(text.slice(at, end));
      if (actor) {
        actors ??= [];
        actors.push({ ...actor, range: { start: at + actor.range.start, end: at + actor.range.end } });
      }
      at = end;
    }
  }
  return actors ?? none;
}

const none: readonly ActorMention[] = [];
const isSemicolon = (unit: number) => unit === 0xff1b || unit === 0x3b;

/** Longest name of those who act, several of them included. */
const longestSubject = 30;
/** What may stand in front of a verb in a clause: the name of those who act. */
const subjectOf = /^[\p{Script=Han}A-Za-z“”、（）()·]{2,40}/u;
/** The usual units of a name; what is no more than likely one (𠮷, 〇) is left to the pattern. */
const IN_NAME = tableOfUnits('“”、（）()·ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz').fill(1, 0x4e00, 0x9fa6);
const longestWords = 40;

/** What `subjectOf` matches, unit by unit: every clause of a step is asked for it. */
function wordsOf(clause: string): string | undefined {
  const limit = Math.min(clause.length, longestWords);
  let end = 0;
  while (end < limit && IN_NAME[clause.charCodeAt(end)] === 1) end++;
  if (end < limit && mayBeHan(clause.charCodeAt(end))) return subjectOf.exec(clause)?.[0];
  return end < 2 ? undefined : clause.slice(0, end);
}

/** Words with which a predicate begins; before one of them the subject may end. */
const predicate =
  /要|应当|应|将|须|必须|负责|牵头|会同|组织|对|向|在|围绕|按照|依照|根据|结合|切实|认真|全程|具体|成立|召开|制定|完成|开展|派出|做好|建立|定期|统一|每|于|从|深入|积极|参加|作|主持|汇总|审核|审定|审批|拨付|统筹|协调|督促|监督|检查|跟踪|核查|核实|验收|上报|报送|填报|收集|整理|印发|下发|发布|公布|公示|通报|安排|部署|指导|配合|协助|落实|承办|承担|履行|提供|编制|起草|拟定|修订|研究|分析|召集|选派|抽调|逐|分别|共同|联合|同步|及时|立即|利用|通过|进行|实施|执行|推进|推动|强化|清理|清运|排查|登记|拆除|修订|新增|增设|购置|更换|更新|维修|申请|筹集|培训|约谈|巡查|抽查|自查|自纠|自评|互查|互评|管理|完善|整改|销号|复查|复核|梳理|撰写|限期|全面/y;

/** By unit: whether a predicate can begin with it. */
const OPENS_PREDICATE = new Uint8Array(65536);
for (const word of predicate.source.split('|')) OPENS_PREDICATE[word.charCodeAt(0)] = 1;

/** Begins or goes on like a predicate, not like a name: 深入查找个人和领导班子, 充分调动党员干部. */
const noActor =
  /^(?:组织$|适时|尽快|按时|按期|如期|定期|择机|抓紧|近期|最终|形成|激发|鼓励|支持|报|改进|修订|修改|健全|梳理|废止|推进|实现|分析|找准|准确|正确|及时|紧密|已|原则上|增强|完善|强化|优化|深化|突出|聚焦|压实|逐一|逐个|严格|规范|制定|建立|召开|开展|做好|抓好|督促|要求|指导|邀请|联系|走访|争取|依托|利用|针对|选派|选择|确定|落实|结合|在|通过|围绕|对|把|将|按|根据|结合|以|为|使|让|向|与|不|未|没)|[要应须]|检查(?!组)|查找|评议|调动|努力|充分|切实|深入|认真|自觉|引导|着重|着力|积极|加强|明确|落实|成立|召开|发动|动员|广泛|进一步|推动|促进|带领|依靠|坚持|发挥|提高|听取|征求|组织(?!部|委员|办|组|$)/;

/**
 * The body, group or office that is the subject of a sentence (教务处要组织…, 各村党支部按照…): a step
 * written so has someone who answers for it. The first clauses are looked at; phrases of time and
 * circumstance in front of the subject are passed over.
 */
export function findActor(sentence: string): ActorMention | undefined {
  let at = 0;
  for (let clauses = 0; clauses < 4 && at < sentence.length; clauses++) {
    let end = at;
    while (end < sentence.length && !endsClause(sentence.charCodeAt(end))) end++;
    if (end < sentence.length) end++;
    lead.lastIndex = at;
    const from = Math.min(at + (lead.exec(sentence)?.[0].length ?? 0), end);
    const name = subjectIn(sentence.slice(from, end)) ?? labelledSubject(sentence, from, end);
    if (name) return { range: { start: from, end: from + name.length }, name, vague: isVagueName(name) };
    at = end;
  }
  return undefined;
}

/** 城建办：负责统筹协调: who acts stands in front of a colon, and what it does behind it. */
function labelledSubject(sentence: string, from: number, end: number): string | undefined {
  const sign = sentence.charAt(end - 1);
  if ((sign !== '：' && sign !== ':') || end - from > longestSubject) return undefined;
  const name = sentence.slice(from, end - 1).trim();
  predicate.lastIndex = end;
  if (name.length < 2 || !predicate.test(sentence) || noActor.test(name)) return undefined;
  return endsLikeParty(name) || isVagueName(name) ? name : undefined;
}

/** What may stand in front of the subject of a clause. */
const lead =
  /[\s\u3000]*(?:[（(]?[\d一二三四五六七八九十]{1,2}[)）、.．]|[一二三四五六七八九十]{1,2}是[，,]?)?(?:同时|并|由)?/y;
const endsClause = (unit: number) => unit === 0xff0c || unit === 0xff1a || unit === 0x3a || unit === 0x2c;

/**
 * 计入教师, 纳入学校, 评为优秀党员, 协调营销部门: a verb and what it is done to, which only look like a name.
 * 收入科 and 为民服务中心 are names.
 */
function isVerbal(name: string): boolean {
  for (let length = 2; length <= 6 && length < name.length - 1; length++) {
    if (isKindOfParty(name.slice(-length)) && verbal.test(name.slice(0, -length))) return true;
  }
  // 协调小组 and 协调指导组 are names themselves.
  const verb = withBodies.exec(name)?.[0] ?? '';
  const rest = name.slice(verb.length);
  predicate.lastIndex = 0;
  return verb !== '' && rest.length > 3 && endsLikeParty(rest) && !isKindOfParty(rest) && !predicate.test(rest);
}

/** Verbs of what is done with a body or to it; 登记 and 采购 are part of the names of bodies. */
const withBodies =
  /^(?:会同|配合|协助|协调|指导|督导|督促|联系|对接|邀请|参加|负责|牵头|走访|约谈|委托|授权|发动|动员|支持|聘请|抽调)/u;

const verbal = /[\p{Script=Han}][入到为给向对于予至](?:全体|优秀|先进|广大|各|每|所有|本|该|相关|有关)?$/u;

/** 清风行动由综合执法队…: what is done, and by whom. */
const byAnother = /[^自缘理来]由./u;

/** The name of a body, group or office with which a clause begins, when a predicate follows it. */
export function subjectIn(clause: string): string | undefined {
  const words = wordsOf(clause);
  if (words === undefined) return undefined;
  for (let index = 0; index <= longestSubject && index < words.length; ) {
    if (OPENS_PREDICATE[words.charCodeAt(index)] !== 1) {
      index++;
      continue;
    }
    predicate.lastIndex = index;
    if (!predicate.test(words)) {
      index++;
      continue;
    }
    const behind = predicate.lastIndex;
    if (index >= 2) {
      const name = words.slice(0, index).replace(/同志$/, '');
      if (noActor.test(name) || (name.includes('由') && byAnother.test(name)) || isVerbal(name)) return undefined;
      if (endsLikeParty(name) || isVagueName(name)) return name;
    }
    index = behind;
  }
  return undefined;
}
